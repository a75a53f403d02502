"""Writes unicode_tables.cpp: what the reference engine (Python package `tokenizers`) does with every code point.

usage: python3 make_unicode_tables.py > unicode_tables.cpp
       python3 make_unicode_tables.py --clusters > ../../../tests/data/tokenizers/components/clusters.json

The engine keeps to no single version of Unicode: each of its parts brings tables of its own. Nothing is taken from
Unicode's files; every class is found by giving each code point to the part that knows it.
"""
import base64
import json
import random
import struct
import sys

import tokenizers
from tokenizers import Regex, normalizers, pre_tokenizers

CODE_POINTS = [c for c in range(0x110000) if not 0xD800 <= c <= 0xDFFF]
ALL = "".join(map(chr, CODE_POINTS))

CATEGORIES = "Cn Lu Ll Lt Lm Lo Mn Me Mc Nd Nl No Zs Zl Zp Cc Cf Co Cs Pd Ps Pe Pc Po Sm Sc Sk So Pi Pf".split()
SCRIPTS = """Unknown Han Hangul Tangut Adlam Ahom Anatolian_Hieroglyphs Arabic Armenian Avestan Balinese Bamum Bassa_Vah Batak Bengali Bhaiksuki
Bopomofo Brahmi Braille Buginese Buhid Canadian_Aboriginal Carian Caucasian_Albanian Chakma Cham Cherokee Chorasmian
Common Coptic Cuneiform Cypriot Cypro_Minoan Cyrillic Deseret Devanagari Dives_Akuru Dogra Duployan Egyptian_Hieroglyphs
Elbasan Elymaic Ethiopic Garay Georgian Glagolitic Gothic Grantha Greek Gujarati Gunjala_Gondi Gurmukhi Gurung_Khema
Hanifi_Rohingya Hanunoo Hatran Hebrew Hiragana Imperial_Aramaic Inherited Inscriptional_Pahlavi
Inscriptional_Parthian Javanese Kaithi Kannada Katakana Kawi Kayah_Li Kharoshthi Khitan_Small_Script Khmer Khojki
Khudawadi Kirat_Rai Lao Latin Lepcha Limbu Linear_A Linear_B Lisu Lycian Lydian Mahajani Makasar Malayalam Mandaic
Manichaean Marchen Masaram_Gondi Medefaidrin Meetei_Mayek Mende_Kikakui Meroitic_Cursive Meroitic_Hieroglyphs Miao Modi
Mongolian Mro Multani Myanmar Nabataean Nag_Mundari Nandinagari New_Tai_Lue Newa Nko Nushu Nyiakeng_Puachue_Hmong Ogham
Ol_Chiki Ol_Onal Old_Hungarian Old_Italic Old_North_Arabian Old_Permic Old_Persian Old_Sogdian Old_South_Arabian
Old_Turkic Old_Uyghur Oriya Osage Osmanya Pahawh_Hmong Palmyrene Pau_Cin_Hau Phags_Pa Phoenician Psalter_Pahlavi Rejang
Runic Samaritan Saurashtra Sharada Shavian Siddham SignWriting Sinhala Sogdian Sora_Sompeng Soyombo Sundanese Sunuwar
Syloti_Nagri Syriac Tagalog Tagbanwa Tai_Le Tai_Tham Tai_Viet Takri Tamil Tangsa Telugu Thaana Thai Tibetan
Tifinagh Tirhuta Todhri Toto Tulu_Tigalari Ugaritic Vai Vithkuqi Wancho Warang_Citi Yezidi Yi Zanabazar_Square""".split()


def matched(expression, text=ALL):
    """The code points of `text` that a regular expression matches."""
    left = set(normalizers.Replace(Regex(expression + "+"), "").normalize_str(text))
    return [ord(c) for c in text if c not in left]


def dropped(normalizer, text=lambda c: chr(c)):
    return [c for c in CODE_POINTS if normalizer.normalize_str(text(c)) == ""]


def charsmap(replacements):
    """A precompiled_charsmap with these replacements (bytes to bytes): a trie in which every node has a block of its own."""
    root, values, pool = {}, {}, b""
    for key, value in replacements.items():
        node = root
        for byte in key:
            node = node.setdefault(byte, {})
        if value not in values:
            values[value] = len(pool)
            pool += value + b"\0"
        node[None] = values[value]
    units, used, block = [0] * 256, {0}, [0]

    def place(node, position, label):
        """Children go to base ^ byte, where base ^ position is a multiple of 256; in the first block with room for them."""
        wanted = [0 if byte is None else byte for byte in node]
        while True:
            base = block[0] * 256 + (position & 0xFF)
            if block[0] and not any(base ^ byte in used for byte in wanted):
                break
            block[0] += 1
        units.extend([0] * ((block[0] + 1) * 256 - len(units)))
        used.update(base ^ byte for byte in wanted)
        units[position] = label | 1 << 9 | (base ^ position) >> 8 << 10 | (1 << 8 if None in node else 0)
        if None in node:
            units[base] = 1 << 31 | node[None]
        for byte, child in node.items():
            if byte is not None:
                place(child, base ^ byte, byte)
        if len(used) < 2000:  # A small map is worth looking for gaps.
            block[0] = 0

    place(root, 0, 0)
    return struct.pack("<I", 4 * len(units)) + struct.pack(f"<{len(units)}I", *units) + pool


def grapheme_breaks():
    """The classes of extended grapheme clusters. A cluster of less than 6 bytes whose first character is in the map is
    replaced as a whole; in one of 6 or more each character is replaced alone."""
    acute = "\u0301"
    print("grapheme clusters", file=sys.stderr)
    every = normalizers.Precompiled(charsmap({**{chr(c).encode(): b"y" for c in CODE_POINTS if c}, acute.encode(): b"Z"}))
    assert every.normalize_str("a" + acute) == "y" and every.normalize_str("aa" + acute) == "yy"

    def apart(text):
        """Whether the last character of `text` (of at most 3 bytes) begins a cluster, so that it makes a short one with a mark."""
        return not every.normalize_str(text + acute).endswith("Z")

    def class_of(char):
        if not every.normalize_str(char + acute + acute).endswith("ZZ") and every.normalize_str(char + acute) != "y":
            return "Control"
        if every.normalize_str("x" + char) == "y" or char == acute:
            if not apart("क" + char + "क"):
                return "Linker"
            if apart("☀" + char + "\u200D☀"):
                return "SpacingMark"
            if char == "\u200D":
                return "Joiner"
            return "NonConjunctExtend" if apart("क" + char + "\u094Dक") else "Extend"
        if every.normalize_str(char + "x") == "y":
            return "Prepend"
        if not apart(char + "\u200D☀"):
            return "Pictographic"
        if not apart(char + "\u094Dक"):
            return "Consonant"
        if not apart(char + "\u1100"):
            return "HangulL"
        if not apart(char + "\u1160"):
            return "HangulLV" if char >= "\uAC00" and char <= "\uD7A3" else "HangulV"
        if not apart(char + "\u11A8"):
            return "HangulLVT" if char >= "\uAC00" and char <= "\uD7A3" else "HangulT"
        return "Other"

    return {c: class_of(chr(c)) if c else "Control" for c in CODE_POINTS}


def old_scripts():
    """The scripts of UnicodeScripts, numbered from 1; 0 joins with everything."""
    print("scripts of UnicodeScripts", file=sys.stderr)
    split = pre_tokenizers.UnicodeScripts()

    def joins(a, b):
        return len(split.pre_tokenize_str(chr(a) + chr(b))) == 1

    found, kinds, last = {}, [], 0
    for c in CODE_POINTS:
        if joins(ord("a"), c) and joins(0x431, c):
            found[c] = 0
            continue
        if not last or not joins(kinds[last - 1], c):
            last = next((i + 1 for i, kind in enumerate(kinds) if joins(kind, c)), 0)
            if not last:
                kinds.append(c)
                last = len(kinds)
        found[c] = last
    return found


def runs(values):
    """[start << 8 | value] of each run of equal values; surrogates go with what is in front of them."""
    result, last = [], 0
    for c in CODE_POINTS:
        if values.get(c, 0) != last:
            last = values.get(c, 0)
            result.append(c << 8 | last)
    return result


def numbered(classes, names):
    number = {name: i for i, name in enumerate(names)}
    return {c: number[name] for c, name in classes.items()}


def written(name, comment, values):
    out = [f"/// {comment}", f"constexpr std::uint32_t {name}[] = {{"]
    for i in range(0, len(values), 12):
        out.append("    " + ", ".join(f"0x{v:X}" for v in values[i : i + 12]) + ",")
    return "\n".join(out + ["};", ""])


def by_name(names, kind):
    print(kind, file=sys.stderr)
    classes, text = {}, ALL
    for name in names:
        found = matched(rf"\p{{{name}}}", text)
        classes.update((c, name) for c in found)
        text = "".join(c for c in text if ord(c) not in classes)
    assert text == ""
    return classes


# The bits of `Flag` in unicode_tables.h, in its order.
def flags():
    print("flags", file=sys.stderr)
    pieces = lambda step: [c for c in CODE_POINTS if len(step.pre_tokenize_str("a" + chr(c) + "a")) == 3]
    letters = set(matched(r"\p{L}") + matched(r"\p{Nl}"))
    bert = dict(clean_text=False, handle_chinese_chars=False, strip_accents=False, lowercase=False)
    sets = [
        pieces(pre_tokenizers.Punctuation()),
        pieces(pre_tokenizers.Digits()),
        [c for c in dropped(normalizers.BertNormalizer(**{**bert, "clean_text": True})) if c not in (0, 0xFFFD)],
        dropped(normalizers.BertNormalizer(**{**bert, "strip_accents": True})),
        dropped(normalizers.StripAccents()),
        [c for c in matched(r"\p{Alphabetic}") if c not in letters],
        matched(r"\p{Other_Uppercase}"),
        matched(r"\p{Other_Lowercase}"),
    ]
    values = {}
    for bit, members in enumerate(sets):
        print("  flag", bit, len(members), file=sys.stderr)
        for c in members:
            values[c] = values.get(c, 0) | 1 << bit
    return values


BREAKS = """Other Control Extend NonConjunctExtend Linker Joiner SpacingMark Prepend Pictographic Consonant
HangulL HangulV HangulT HangulLV HangulLVT""".split()


def main():
    categories = numbered(by_name(CATEGORIES, "category"), CATEGORIES)
    scripts = numbered(by_name(SCRIPTS, "script"), SCRIPTS)
    names = "\n".join("    " + " ".join(f'"{s}",' for s in SCRIPTS[i : i + 5]) for i in range(0, len(SCRIPTS), 5))
    print(
        f"""// Written by make_unicode_tables.py from tokenizers {tokenizers.__version__}: do not edit.
// clang-format off
#include "core/text/unicode/unicode_tables.h"

namespace headlight::unicode {{

namespace {{

// Each number is a code point, from which on a value holds, times 256, and that value.

{written("kCategories", "General categories of the regular expressions (Unicode 16).", runs(categories))}
{written("kScripts", "Scripts of the regular expressions (Unicode 16), as places in kScriptNames.", runs(scripts))}
{written("kOldScripts", "Scripts of UnicodeScripts, with numbers of their own.", runs(old_scripts()))}
{written("kFlags", "Bits of `Flag`.", runs(flags()))}
{written("kGraphemeBreaks", "Classes of grapheme clusters (Unicode 17).", runs(numbered(grapheme_breaks(), BREAKS)))}
constexpr const char* kScriptNames[] = {{
{names}
}};

}}  // namespace

std::span<const std::uint32_t> categoryRuns() {{ return kCategories; }}
std::span<const std::uint32_t> scriptRuns() {{ return kScripts; }}
std::span<const std::uint32_t> oldScriptRuns() {{ return kOldScripts; }}
std::span<const std::uint32_t> flagRuns() {{ return kFlags; }}
std::span<const std::uint32_t> graphemeBreakRuns() {{ return kGraphemeBreaks; }}
std::span<const char* const> scriptNames() {{ return kScriptNames; }}

}}  // namespace headlight::unicode"""
    )


def clusters():
    """Texts that are rewritten cluster by cluster, with what the engine makes of them."""
    chars = "aZ\r\n\t \u00AD\u0301\u0308\u0600\u06DD\u0897\u0903\u0915\u0924\u093C\u094D\u0D4E\u0E33\u1039\u1000\u103F"
    chars += "\u1100\u1160\u11A8\uAC00\uAC01\u200B\u200C\u200D\u2028\u20E3\u231A\u2602\u263A\uFE0F"
    chars += "\U0001F1E6\U0001F1E7\U0001F3FB\U0001F600\U0001F6DC\U000111C2\U00016D63\U0001171E\U00011F02\U000E0020é한"
    mapped = "aé☺☂\u231A\u0915\u0924\u1000\u1100\u1160\u11A8\uAC00\uAC01\u0600\u0301\u0308"
    # Small: one letter for each.
    table = charsmap({c.encode(): bytes([ord("A") + i]) for i, c in enumerate(mapped)})
    engine = normalizers.Precompiled(table)
    chooser = random.Random(16)
    texts = ["".join(chooser.choice(chars) for _ in range(chooser.randint(2, 7))) for _ in range(1500)]
    texts += [a + b + c for a in "\u0915☺\u1100aé" for b in chars for c in "\u0301☺\u0915"]
    texts = sorted({text for text in texts if engine.normalize_str(text) != text})
    json.dump({"charsmap": base64.b64encode(table).decode(), "records": [[t, engine.normalize_str(t)] for t in texts]},
              sys.stdout, separators=(",", ":"))
    print()


if __name__ == "__main__":
    clusters() if "--clusters" in sys.argv else main()
