"""Writes snippets.jsonl: pieces of templates and what Jinja makes of them, set up as the reference library sets it up for chats.
{"template": …, "text": …}, or {"template": …, "fails": true}."""

import json
import pathlib

from jinja2.ext import loopcontrols
from jinja2.sandbox import ImmutableSandboxedEnvironment

NAMES = {"words": ["b", "A", "c", "a"], "people": [{"name": "Ann", "age": 7}, {"name": "bob", "age": 5}, {"age": 6}],
         "text": "  The quick brown-fox (jumps) straße ǆ 12\n", "number": -7, "real": 2.675, "nothing": None,
         "tree": {"b": {"c": [1, 2, {"d": "e"}]}, "items": 3}, "empty": [], "quote": "it's \"q\" \\ \t é \u200b 𝄞"}
EXPRESSIONS = """
1 + 2 * 3 - 4 / 2
2 ** 3 ** 2
-2 ** 2
-7 // 2
-7 % 3
7 % -3
7.5 // 2
-7.5 % 2
1 / 3
1e16 * 10
0.1 + 0.2
1e-5
123456789.123
1e22
10 ** 20
true + 1
'a' * 3
3 * 'ab'
[1] * 2 + [3]
(1, 2) + (3,)
(1,)
()
'%05.1f|%-6s|%+d|%r' % (3.14159, 'é', 5, 'x')
'%s' % 'one'
'%s and %s' % ('a', 'b')
'%(age)d' % people[0]
'100%%' % ()
'%s' % ('a', 'b')
'x' ~ 1 ~ none ~ true ~ 1.0 ~ [1, 'a']
1 < 2 < 3 > 2
1 == 1.0 == true
'a' < 'b'
[1, 2] < [1, 3]
'a' < 1
1 in [1, 2]
'b' in 'abc'
1 in 'abc'
'b' in tree
'x' not in tree
not 1 == 2
not not 1
1 and 2 or 3
0 or '' or 'z'
nothing is none
missing is defined
missing is undefined
tree.b.c[2].d
tree['b']['c'][-1]['d']
tree.items is callable
tree['items']
tree.x is defined
tree.x.y is defined
tree.b.c.9
missing.x
missing
missing ~ 'x'
missing + 1
missing | default('d')
missing.x | default('d')
'' | default('d')
'' | default('d', true)
none | default('d')
nothing or 'z'
text.strip()
text.split()
text.split(' ', 2)
text.rsplit(None, 1)
'a,b,,c'.split(',')
'a,b,,c'.split(',', 1)
'a,b,,c'.rsplit(',', 1)
'a\\nb\\r\\nc\\n'.splitlines()
'a\\nb'.splitlines(true)
text.title()
text | title
text.upper()
text.capitalize()
text | trim | capitalize
'ΑΣ ΟΔΟΣ'.lower()
'ß'.upper()
'ǆ'.title()
'ŉ'.capitalize()
'aBc'.swapcase()
'abc'.find('c')
'éac'.find('c')
'abc'.find('z')
'abc'.index('z')
'aXbX'.replace('X', '-', 1)
'abc'.replace('', '-')
'abab'.count('ab')
'x'.center(5)
'x'.center(4, '*')
'ab'.center(5, '*')
'x'.ljust(3) ~ '|'
'-5'.zfill(4)
'a-b-c'.partition('-')
'a-b-c'.rpartition('-')
'abc'.removeprefix('a')
'abc'.removesuffix('c')
'abc'.startswith(('x', 'a'))
'{} {1}'.format(1, 2)
'{0} {name} {{}}'.format(1, name='n')
'abc'.isalpha()
'12'.isdigit()
'²'.isdigit()
'²'.isdecimal()
'½'.isnumeric()
'a1'.isalnum()
' '.isspace()
'Ab'.istitle()
'AB1'.isupper()
','.join(['a', 'b'])
','.join([1])
'abc'[1]
'abc'[-1]
'abc'[5]
'abcdef'[::-1]
'abcdef'[4:1:-1]
'abcdef'[:-2]
'abcdef'[10:]
[1, 2, 3][1:]
[1, 2, 3][::2]
(1, 2, 3)[:1]
words | sort
words | sort(true)
words | sort(case_sensitive=true)
words | sort | join('-')
people | sort(attribute='age') | map(attribute='age') | list
people | map(attribute='name') | list
people | map(attribute='name', default='?') | list
people | selectattr('name') | map(attribute='name') | join(', ')
people | selectattr('age', 'gt', 5) | list | length
people | rejectattr('name', 'defined') | list
people | selectattr('name', 'in', ['Ann']) | map(attribute='age') | first
people | sum('age')
people | sum(attribute='age', start=10)
people | max(attribute='age')
words | map('upper') | list
words | map('replace', 'a', 'z') | list
words | select('equalto', 'a') | list
words | reject('in', ['a', 'b']) | list
[1, 2, 3, 4] | select('even') | list
[1, 0, 2] | select | list
words | unique | list
words | unique(true) | list
words | min
words | max
words | first
words | last
empty | first
empty | last | default('none')
words | reverse | list
'abc' | reverse
words | length
tree | length
5 | length
words | batch(3) | list
words | batch(3, 'x') | list
words | slice(3) | list
words | slice(3, 'x') | list
tree | dictsort
tree | dictsort(reverse=true)
{'b': 2, 'A': 1} | dictsort(by='value')
{'b': 2, 'A': 1} | items | list
{'b': 2, 'A': 1}.items()
{'b': 2}.keys()
{'b': 2}.values() | list
{'a': 1, 'a': 2}
{'a': 1} == {'a': 1.0}
{1: 2, 'x': none}
{(1, 2): 3}
{[1]: 2}
tree.get('z', 5)
tree.get('z')
dict(a=1, **{'b': 2})
dict([('a', 1)])
range(5) | list
range(2, 10, 3) | list
range(1000000)
real | round(2)
2.5 | round
3.5 | round
-2.5 | round
2.345 | round(1, 'floor')
2.345 | round(1, 'ceil')
25 | round
'3.7' | int
'x' | int
'x' | int(5)
' 12 ' | int
3.99 | int
'1.5' | float
'x' | float
number | abs
-1.5 | abs
none | int
words | tojson
tree | tojson
tree | tojson(indent=2)
tree | tojson(indent=0)
empty | tojson(indent=2)
quote | tojson
quote | tojson(ensure_ascii=true)
{'b': 1, 'a': [1.0, none, true]} | tojson(sort_keys=true, separators=(',', ':'))
1e100 | tojson
missing | tojson
quote
[quote]
['a\\nb', "it's", '\\x01', 'é', '\\u200b']
[none, true, 1.5, (1,), {}]
'a b' | indent
'a\\nb\\n\\nc' | indent(2)
'a\\nb\\n\\nc' | indent(2, true)
'a\\nb\\n\\nc' | indent('> ', true, true)
'one two three four' | truncate(10)
'one two three four' | truncate(10, true)
'one two three four' | truncate(9, false, '.', 0)
'one two' | wordcount
'%s-%s' | format(1, 2)
'<a&"b">' | e
('<' | e) + '<'
('<' | safe) ~ '<'
'a' 'b'
'a' if true
'a' if false
'a' if false else 'b'
'a' if 0 else 'b' if 0 else 'c'
1 is odd
4 is divisibleby 2
'a' is in ['a']
1 is number and 'a' is string
[] is sequence
{} is mapping
{} is sequence
words | map('upper') is iterable
(words | map('upper')) | list is sequence
true is boolean
true is integer
1.0 is float
1 is sameas 1
1 is eq 1
1 is ne 2
2 is gt 1
'A' is upper
'a1' is lower
missing is iterable
missing is string
1 is not string
1 is nonsense
1 | nonsense
nonsense(1)
'abc'.nonsense()
words.append(1)
tree.update({})
words.__class__
words.__class__.x
''.__class__.__mro__
namespace(a=1).a
namespace(a=1).b
namespace({'a': 2}).a
1 if 1 else 1 / 0
1 +
(1
[1, 2
'abc
1 2
a.
x | 
{{}}
""".strip().split("\n")
TEMPLATES = [
    "a\n{% if 1 %}\nb\n{% endif %}\nc\n", "a {%- if 1 -%} b {%- endif -%} c", "  {% if 1 %}  x  {% endif %}  \n y",
    "{# c #}\n x {#- d -#} y", "\t{%+ if 1 %}x{% endif +%}\n", "a\r\nb\rc\n\n", "{% raw %} {{ x }} {% endraw %}\n z", "{%- raw -%} {{ x }} {%- endraw -%} z",
    "{% for w in words %}{{ loop.index }}{{ w }}{% if not loop.last %},{% endif %}{% endfor %}",
    "{% for w in words if w != 'A' %}{{ loop.length }}{{ loop.revindex0 }}{{ w }}{% else %}none{% endfor %}",
    "{% for w in empty %}x{% else %}none{% endfor %}", "{% for k, v in tree.items() %}{{ k }}={{ v }};{% endfor %}",
    "{% for (a, b), c in [((1, 2), 3)] %}{{ a }}{{ b }}{{ c }}{% endfor %}", "{% for a, b in [[1]] %}{% endfor %}",
    "{% for w in words %}{% if loop.index == 2 %}{% continue %}{% endif %}{% if loop.index == 4 %}{% break %}{% endif %}{{ w }}{% endfor %}",
    "{% set x = 1 %}{% for w in words %}{{ x }}{% set x = x + 1 %}{{ x }}{% endfor %}{{ x }}",
    "{% set ns = namespace(n=0) %}{% for w in words %}{% set ns.n = ns.n + 1 %}{% endfor %}{{ ns.n }}", "{% set x.y = 1 %}",
    "{% if true %}{% set x = 5 %}{% endif %}{{ x }}", "{% set a, b = 1, 2 %}{{ b }}{{ a }}", "{% set x %} a {{ 1 }} {% endset %}[{{ x }}]",
    "{% set x | upper | trim %} ab {% endset %}[{{ x }}]", "{% macro f(a, b=2, c=a) %}{{ a }}{{ b }}{{ c }}{% endmacro %}{{ f(1) }}{{ f(1, c=3) }}",
    "{% macro f(a) %}{{ a }}{% endmacro %}[{{ f() }}]", "{% macro f() %}{{ varargs }}{{ kwargs }}{% endmacro %}{{ f(1, 2, x=3) }}",
    "{% macro f(n) %}{{ n }}{% if n > 0 %}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(3) }}",
    "{% set y = 1 %}{% macro f() %}{{ y }}{% endmacro %}{% set y = 2 %}{{ f() }}",
    "{% macro f() %}<{{ caller(5) }}>{% endmacro %}{% call(x) f() %}{{ x + 1 }}{% endcall %}", "{% macro f() %}{{ caller is defined }}{% endmacro %}{{ f() }}",
    "{% for x in [1, [2, [3]]] recursive %}{% if x is iterable %}({{ loop(x) }}){% else %}{{ loop.depth }}:{{ x }} {% endif %}{% endfor %}",
    "{% filter upper | trim %} a{{ 'b' }} {% endfilter %}", "{% with a = 1, b = 2 %}{{ a }}{{ b }}{% set a = 3 %}{{ a }}{% endwith %}{{ a }}",
    "{% for x in [1, 1, 2] %}{{ loop.changed(x) }}{{ loop.cycle('a', 'b') }}{% endfor %}",
    "{% for x in [1, 2] %}{{ loop.previtem }}{{ loop.nextitem is defined }}{% endfor %}",
    "{% set g = words | map('upper') %}{{ g | list }}{{ g | list }}{{ 'y' if g else 'n' }}", "{% if words | selectattr('x') %}yes{% endif %}",
    "{% block a %}x{% endblock %}", "{% print 1 + 1 %}", "{% if 1 %}", "{% endif %}", "{% for x in %}", "{% for x in 5 %}{% endfor %}", "{{ x", "{% if x",
    "{# open", "{{ 1 }", "{% else %}", "{% break %}", "{% set 1 = 2 %}", "{% macro f(a=1, b) %}{% endmacro %}", "{{ f(a=1, 2) }}",
    "{% for i in range(3) %}{% for j in range(2) %}{{ loop.index }}{% endfor %}{{ loop.index }};{% endfor %}",
    "{% if missing %}a{% elif 1 %}b{% else %}c{% endif %}", "{% if 1 %}a{% elif x %}b{% elif y %}c{% else %}d{% endif %}{% if 0 %}{% elif 0 %}{% else %}e{% endif %}",
    "{{- '  a  ' -}}   b", "{{ {'a': {'b': 1}}['a']['b'] }}", "{{ {'a': {}}}}", "{{ '}}' }}{{ '%}' }}", "{{ \"\\\"\" }}{{ '\\'' }}{{ '\\d\\u00e9\\x41\\101' }}",
    "{% set loop = 1 %}{{ loop }}", "{{ [1, 2,] }}{{ {'a': 1,} }}{{ (1, 2,) }}", "{% for x in words | sort %}{{ x }}{% endfor %}",
    "{{ words | join(', ') if words is string or words is iterable and 1 == 1 }}", "line\n\n   {%- if 1 %}\n   x\n   {%- endif %}\nend",
    "{% set x = [] %}{% set x = x + [1] %}{{ x }}", "{{ 'a' if words[0] == 'b' and not words[9] else 'z' }}", "{{ words[9] }}|{{ tree.zz }}|",
    "{% set d = dict(a=1) %}{{ d.a }}{{ d['b'] is defined }}", "{{ 1 if missing is defined and missing else 2 }}",
]


def tojson(x, ensure_ascii=False, indent=None, separators=None, sort_keys=False):
    return json.dumps(x, ensure_ascii=ensure_ascii, indent=indent, separators=separators, sort_keys=sort_keys)


def main():
    environment = ImmutableSandboxedEnvironment(trim_blocks=True, lstrip_blocks=True, extensions=[loopcontrols])
    environment.filters["tojson"] = tojson
    with open(pathlib.Path(__file__).parent / "snippets.jsonl", "w") as out:
        out.write(json.dumps({"names": NAMES}) + "\n")
        for template in ["{{ " + each + " }}" for each in EXPRESSIONS] + TEMPLATES:
            try:
                answer = {"text": environment.from_string(template).render(**NAMES)}
            except Exception:  # noqa: BLE001
                answer = {"fails": True}
            out.write(json.dumps({"template": template, **answer}) + "\n")


main()
