"""The grammar of the translator: numbers, dates and counted things in English, French, German and digits.

Everything is written with its pieces marked: a space begins a word, `|` cuts a word into pieces ("drei|hundert|zwei|und|vierzig").
`text` takes the marks away; `Pieces` is the vocabulary of all pieces and a `tokenizer.json` that cuts plain text the same way.

A thing is one of
    ("number", n)                                   1 <= n < 1,000,000
    ("date", year, month, day)                      1583 to 2199
    ("things", n, digits, size, colour, noun)       n >= 2, as digits or as words, size or colour may be None
and `write(thing, notation, rng)` says it in a notation; without `rng` in the one canonical way that is the target.
"""
import calendar
import hashlib
import json

NOTATIONS = ("digits", "English", "French", "German")
KINDS = {"number": NOTATIONS, "date": NOTATIONS, "things": NOTATIONS[1:]}

EN = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
      "eighteen nineteen").split()
EN_TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
FR = ("zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix|-|sept dix|-|huit "
      "dix|-|neuf").split()
FR_TENS = "_ _ vingt trente quarante cinquante soixante soixante quatre|-|vingt quatre|-|vingt".split()
DE = ("null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn "
      "achtzehn neunzehn").split()
DE_TENS = "_ _ zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()

MONTHS = {
    "English": "January February March April May June July August September October November December".split(),
    "French": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    "German": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
}

# English, French with its gender, German; all in the plural
NOUNS = [line.split() for line in """
houses maisons f Häuser
birds oiseaux m Vögel
books livres m Bücher
cats chats m Katzen
dogs chiens m Hunde
trees arbres m Bäume
flowers fleurs f Blumen
ships bateaux m Schiffe
cars voitures f Autos
tables tables f Tische
chairs chaises f Stühle
windows fenêtres f Fenster
doors portes f Türen
apples pommes f Äpfel
fish poissons m Fische
horses chevaux m Pferde
stars étoiles f Sterne
letters lettres f Briefe
cups tasses f Tassen
stones pierres f Steine
bridges ponts m Brücken
lamps lampes f Lampen
hats chapeaux m Hüte
shoes chaussures f Schuhe
""".strip().splitlines()]

# English, French masculine and feminine, German; sizes stand before a French noun, colours after it
SIZES = [line.split() for line in """
small petits petites kleine
big grands grandes große
old vieux vieilles alte
new nouveaux nouvelles neue
beautiful beaux belles schöne
young jeunes jeunes junge
""".strip().splitlines()]
COLOURS = [line.split() for line in """
red rouges rouges rote
blue bleus bleues blaue
green verts vertes grüne
black noirs noires schwarze
white blancs blanches weiße
yellow jaunes jaunes gelbe
grey gris grises graue
""".strip().splitlines()]


def digits(n):
    return "|".join(str(n))


def english(n, joined=True):
    """`joined`: "one hundred and one", else "one hundred one"."""
    if n < 20:
        return EN[n]
    if n < 100:
        return EN_TENS[n // 10] + ("|-|" + EN[n % 10] if n % 10 else "")
    link = " and " if joined else " "
    if n < 1000:
        return EN[n // 100] + " hundred" + (link + english(n % 100) if n % 100 else "")
    rest = n % 1000
    return english(n // 1000, joined) + " thousand" + ((link if rest < 100 else " ") + english(rest, joined) if rest else "")


def french(n, last=True, feminine=False):
    """`last`: nothing of the number follows, so "cents" and "quatre-vingts" have their s."""
    one = "une" if feminine else "un"
    if n == 1:
        return one
    if n < 20:
        return FR[n]
    if n < 100:
        ten, unit = n // 10, n % 10 + (10 if n // 10 in (7, 9) else 0)
        if unit == 0:
            return FR_TENS[ten] + ("s" if n == 80 and last else "")
        if unit in (1, 11) and ten < 8:
            return FR_TENS[ten] + " et " + (one if unit == 1 else FR[unit])
        return FR_TENS[ten] + "|-|" + (one if unit == 1 else FR[unit])
    if n < 1000:
        hundreds = "cent" if n < 200 else FR[n // 100] + (" cents" if n % 100 == 0 and last else " cent")
        return hundreds + (" " + french(n % 100, last, feminine) if n % 100 else "")
    thousands = "mille" if n < 2000 else french(n // 1000, False) + " mille"
    return thousands + (" " + french(n % 1000, last, feminine) if n % 1000 else "")


def german(n, last=True, full=True):
    """`last`: nothing follows, so one is "eins"; `full`: "einhundert", else "hundert" where the number begins with it."""
    if n < 20:
        return "eins" if n == 1 and last else DE[n]
    if n < 100:
        return (DE[n % 10] + "|und|" if n % 10 else "") + DE_TENS[n // 10]
    if n < 1000:
        return ("" if n < 200 and not full else DE[n // 100] + "|") + "hundert" + ("|" + german(n % 100, last) if n % 100 else "")
    rest = n % 1000
    return ("" if n < 2000 and not full else german(n // 1000, False, full) + "|") + "tausend" + ("|" + german(rest, last) if rest else "")


def ordinal(day):
    return digits(day) + "|" + ("th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th"))


def date(notation, year, month, day, way=0):
    """`way` 0 is canonical; there are WAYS[notation] of them."""
    y = digits(year)
    if notation == "digits":
        return "|".join(f"{year:04}-{month:02}-{day:02}")
    m = MONTHS[notation][month - 1]
    if notation == "English":
        return (f"the {ordinal(day)} of {m} {y}", f"{m} {digits(day)}|, {y}", f"{m} {ordinal(day)}|, {y}", f"{digits(day)} {m} {y}")[way]
    if notation == "French":
        d = "1|er" if day == 1 else digits(day)
        return (f"le {d} {m} {y}", f"{d} {m} {y}")[way]
    return (f"der {digits(day)}|. {m} {y}", f"{digits(day)}|. {m} {y}")[way]


WAYS = {"digits": 1, "English": 4, "French": 2, "German": 2}


def number(notation, n, rng=None):
    loose = rng is not None and rng.random() < 0.25
    if notation == "digits":
        return digits(n)
    return english(n, not loose) if notation == "English" else french(n) if notation == "French" else german(n, full=not loose)


def things(notation, n, as_digits, size, colour, noun, rng=None):
    word = NOUNS[noun]
    if notation == "French":
        count = digits(n) if as_digits else french(n, feminine=word[2] == "f")
        form = 2 if word[2] == "f" else 1
        parts = [count, size is not None and SIZES[size][form], word[1], colour is not None and COLOURS[colour][form]]
    else:
        form, at = (0, 0) if notation == "English" else (3, 3)
        count = digits(n) if as_digits else number(notation, n, rng)
        if notation == "German" and not as_digits:
            count = german(n, last=False)
        parts = [count, size is not None and SIZES[size][form], colour is not None and COLOURS[colour][form], word[at]]
    return " ".join(p for p in parts if p)


def write(thing, notation, rng=None):
    kind, *rest = thing
    if kind == "number":
        return number(notation, *rest, rng)
    if kind == "date":
        return date(notation, *rest, way=int(rng.integers(WAYS[notation])) if rng is not None else 0)
    return things(notation, *rest, rng)


def prompt(notation, marked):
    return f"to {notation}|: {marked}"


def text(marked):
    return marked.replace("|", "")


def one_in_ten(*key):
    return hashlib.sha1(repr(key).encode()).digest()[0] * 10 // 256 == 0


def held_out(thing):
    """Whether a thing is kept for measuring: a tenth of all numbers from 100 up, of all dates, and of all combinations of words.

    Smaller numbers are the words that the larger ones are made of. Things are held out by their words and by their number."""
    kind, *rest = thing
    if kind == "number":
        return rest[0] >= 100 and one_in_ten("number", rest[0])
    if kind == "date":
        return one_in_ten("date", *rest)
    return one_in_ten("things", *rest[2:])


class Maker:
    """Draws things, of the training set or of what is held out."""
    SHARES = {"number": 0.45, "date": 0.25, "things": 0.3}
    DIGITS = (1, 2, 3, 4, 3, 3)                     # how often a number has 1 to 6 digits

    def __init__(self, rng, held=False):
        self.rng, self.held = rng, held

    def count(self):
        size = 1 + int(self.rng.choice(6, p=[d / sum(self.DIGITS) for d in self.DIGITS]))
        n = int(self.rng.integers(10 ** (size - 1), 10 ** size))
        if size > 2 and self.rng.random() < 0.2:    # round numbers are said often
            keep = 10 ** int(self.rng.integers(1, size))
            n = n // keep * keep
        return n

    def draw(self, kind):
        rng = self.rng
        if kind == "number":
            return kind, self.count()
        if kind == "date":
            year, month = int(rng.integers(1583, 2200)), int(rng.integers(1, 13))
            return kind, year, month, int(rng.integers(1, calendar.monthrange(year, month)[1] + 1))
        while True:
            n = self.count()
            if n >= 2 and held_out(("number", n)) == (self.held and n >= 100):
                break
        pick = lambda words, share: int(rng.integers(len(words))) if rng.random() < share else None
        return kind, n, bool(rng.random() < 0.3), pick(SIZES, 0.6), pick(COLOURS, 0.7), int(rng.integers(len(NOUNS)))

    def thing(self, kind=None):
        kind = kind or list(self.SHARES)[self.rng.choice(3, p=list(self.SHARES.values()))]
        while True:
            thing = self.draw(kind)
            if held_out(thing) == self.held:
                return thing

    def example(self, kind=None, source=None, target=None):
        """(prompt with source, target), both marked; from and to notations evenly."""
        thing = self.thing(kind)
        if source is None:
            source, target = self.rng.permutation(KINDS[thing[0]])[:2]
        return prompt(target, write(thing, source, self.rng)), write(thing, target)


class Pieces:
    """All pieces of the grammar as a vocabulary. A piece that begins a word has "▁" before it."""
    END, UNKNOWN, PAD = range(3)
    SPECIAL = ("</s>", "<unk>", "<pad>")

    def __init__(self):
        seen = set()
        for thing in self.everything():
            for notation in KINDS[thing[0]]:
                ways = WAYS[notation] if thing[0] == "date" else 1
                for way in range(ways):
                    marked = date(notation, *thing[1:], way=way) if thing[0] == "date" else write(thing, notation)
                    seen.update(self.cut(prompt(notation, marked)))
        seen.update(self.cut(german(1001, full=False)))
        seen.update(self.cut(german(101, full=False)))
        self.vocab = {p: i for i, p in enumerate([*self.SPECIAL, *sorted(seen)])}

    @staticmethod
    def everything():
        for n in [*range(1, 1000), *range(1000, 1000000, 997), *range(1000, 101000, 1000)]:
            yield "number", n
            for noun in (0, 1) if n > 1 else ():
                yield "things", n, n % 2 == 0, None, None, noun
        for month in range(1, 13):
            for day in range(1, 29):
                for year in (1583, 1690, 1747, 2012, 2199):
                    yield "date", year, month, day
        for noun in range(len(NOUNS)):
            for size in range(len(SIZES)):
                for colour in range(len(COLOURS)):
                    yield "things", 2, False, size, colour, noun

    @staticmethod
    def cut(marked):
        return [("▁" if i == 0 else "") + p for word in marked.split(" ") for i, p in enumerate(word.split("|"))]

    def ids(self, marked):
        return [self.vocab[p] for p in self.cut(marked)] + [self.END]

    def match(self, plain):
        """What the tokenizer makes of plain text: in each word the longest piece first."""
        out = []
        for word in plain.split(" "):
            word, at = "▁" + word, 0
            while at < len(word):
                end = next((e for e in range(len(word), at, -1) if word[at:e] in self.vocab), None)
                if end is None:
                    return None
                out.append(word[at:end])
                at = end
        return out

    def words(self, ids):
        names = list(self.vocab)
        return "".join(names[i] for i in ids if i >= len(self.SPECIAL)).replace("▁", " ").strip()

    def tokenizer(self):
        end, replacement = self.SPECIAL[self.END], {"replacement": "▁", "prepend_scheme": "always", "split": True}
        return {
            "version": "1.0", "truncation": None, "padding": None,
            "added_tokens": [{"id": i, "content": s, "single_word": False, "lstrip": False, "rstrip": False, "normalized": False,
                              "special": True} for i, s in enumerate(self.SPECIAL)],
            "normalizer": {"type": "NFC"},
            "pre_tokenizer": {"type": "Metaspace", **replacement},
            "post_processor": {
                "type": "TemplateProcessing",
                "single": [{"Sequence": {"id": "A", "type_id": 0}}, {"SpecialToken": {"id": end, "type_id": 0}}],
                "pair": [{"Sequence": {"id": "A", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 0}},
                         {"SpecialToken": {"id": end, "type_id": 0}}],
                "special_tokens": {end: {"id": end, "ids": [self.END], "tokens": [end]}}},
            "decoder": {"type": "Metaspace", **replacement},
            "model": {"type": "WordPiece", "unk_token": self.SPECIAL[self.UNKNOWN], "continuing_subword_prefix": "",
                      "max_input_chars_per_word": 100, "vocab": self.vocab},
        }

    def write(self, path):
        with open(path, "w", encoding="utf-8") as f:
            json.dump(self.tokenizer(), f, ensure_ascii=False, indent=1)
            f.write("\n")


if __name__ == "__main__":                          # shows examples and checks that plain text is cut as marked
    import numpy as np
    pieces, maker = Pieces(), Maker(np.random.default_rng(0))
    print(len(pieces.vocab), "pieces")
    for i in range(100000):
        for marked in maker.example():
            assert pieces.match(text(marked)) == pieces.cut(marked), (marked, pieces.match(text(marked)))
            assert pieces.words(pieces.ids(marked)) == text(marked)
        if i < 30:
            print(*maker.example(), sep="   →   ")
