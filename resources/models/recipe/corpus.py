"""The texts a model is trained and measured on, as paragraphs.

The corpus BOOKS is one file of public-domain books: a paragraph a line, an empty line between books. EVERYDAY has the form that
everyday.py writes. The first paragraphs of BOOKS are held out.
"""
import re
from pathlib import Path

#: Paragraphs of the corpus that no training sees: the first 2 % of what either earlier vocabulary made of it.
HELD_OUT = 2722
#: Of these, the ones that no earlier built-in model saw either: what bits per byte are measured on.
MEASURED = 2705


def books(path):
    """A list of books; a book is a list of paragraphs."""
    text = Path(path).read_text(encoding="utf-8")
    return [[p for p in book.split("\n") if p.strip()] for book in text.split("\n\n") if book.strip()]


def documents(path):
    """The documents of an everyday.txt; each a list with one text whose line ends are part of it."""
    return [[d.strip("\n")] for d in Path(path).read_text(encoding="utf-8").split("\n\n") if d.strip()]


def split(path):
    """(the held-out paragraphs, the books without them)."""
    held, rest = [], []
    for book in books(path):
        take = min(len(book), HELD_OUT - len(held))
        held += book[:take]
        if book[take:]:
            rest.append(book[take:])
    return held, rest


def contains(text, begin):
    """Whether `begin` is in `text` as whole words."""
    return begin in text and re.search(re.escape(begin) + r"\b", text) is not None


def without(parts, begins):
    """`parts` without the paragraphs that contain one of `begins`, and how many those were."""
    everything = "\n".join(p for part in parts for p in part)
    met = [b for b in begins if b in everything]
    kept, dropped = [], 0
    for part in parts:
        clean = [p for p in part if not any(contains(p, b) for b in met)]
        dropped += len(part) - len(clean)
        if clean:
            kept.append(clean)
    return kept, dropped
