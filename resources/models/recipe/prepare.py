"""Makes a tokenizer and encodes the texts with it.

    prepare.py {gpt|bert} BOOKS EVERYDAY_DIR OUT_DIR [--vocabulary N]

EVERYDAY_DIR is what everyday.py wrote. OUT_DIR gets `tokenizer.json`, `tokens.npz` and `held_out.txt`. In tokens.npz, `ids` holds
the paragraphs one after the other without any special token, `ends` the end of each paragraph, `parts` the end of each book
or document (counted in paragraphs), `books` how many of the parts are books.
"""
import argparse
import os
import re
import string
from collections import Counter
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers

import corpus

#: How often a word of words.txt counts, so that its pieces are joined before rarer ones.
WEIGHT = 400
COMMON = 5000
END = "<|endoftext|>"
WORD = re.compile(r"[A-Za-z]+")


def words(folder=os.path.dirname(os.path.abspath(__file__))):
    lines = Path(folder, "words.txt").read_text(encoding="utf-8").splitlines()
    return " ".join(line for line in lines if not line.startswith("#")).split()


def common_words(texts, count=COMMON):
    """The `count` commonest words, as they are written inside a sentence."""
    seen = Counter()
    for text in texts:
        seen.update(WORD.findall(text))
    return [w for w, _ in seen.most_common(count)]


def byte_level(texts, size):
    """Byte-level BPE; a text begins with the one special token, id 0, at which heads without work can rest."""
    t = Tokenizer(models.BPE())
    t.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=True)
    t.decoder = decoders.ByteLevel()
    t.train_from_iterator(texts, trainers.BpeTrainer(vocab_size=size, special_tokens=[END], show_progress=False,
                                                     initial_alphabet=pre_tokenizers.ByteLevel.alphabet()))
    t.post_processor = processors.TemplateProcessing(single=f"{END} $A", pair=f"{END} $A {END} $B:1", special_tokens=[(END, 0)])
    return t


def word_piece(texts, size):
    """WordPiece over lower-cased text, [CLS] A [SEP] B [SEP]."""
    t = Tokenizer(models.WordPiece(unk_token="[UNK]", max_input_chars_per_word=100))
    t.normalizer = normalizers.BertNormalizer(lowercase=True)
    t.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    t.decoder = decoders.WordPiece()
    t.train_from_iterator(texts, trainers.WordPieceTrainer(vocab_size=size, show_progress=False, initial_alphabet=list(string.printable[:94]),
                                                           special_tokens=["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]))
    t.post_processor = processors.TemplateProcessing(single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B:1 [SEP]:1", special_tokens=[("[CLS]", 2), ("[SEP]", 3)])
    return t


def weighted(books, everyday):
    """What a vocabulary is learned from: all texts once, and the words that are wanted whole."""
    for part in books + everyday:
        yield from part
    for w in words():
        for _ in range(WEIGHT // 50):
            yield f" {w}" * 50
    for w in common_words(p for part in books + everyday for p in part):
        yield f" {w}" * 100


def encode(tokenizer, parts):
    """(ids, ends, part ends) of a list of lists of paragraphs."""
    flat = [p for part in parts for p in part]
    ids, lengths = [], []
    for i in range(0, len(flat), 4000):
        for e in tokenizer.encode_batch(flat[i: i + 4000], add_special_tokens=False):
            ids.append(np.array(e.ids, np.uint16))
            lengths.append(len(e.ids))
    return np.concatenate(ids), np.cumsum(lengths), np.cumsum([len(part) for part in parts])


def main(argv=None):
    p = argparse.ArgumentParser()
    p.add_argument("kind", choices=("gpt", "bert"))
    for name in ("books", "everyday", "out"):
        p.add_argument(name)
    p.add_argument("--vocabulary", type=int, default=12288)
    c = p.parse_args(argv)
    held, books = corpus.split(c.books)
    begins = [line.split("\t")[1] for line in Path(c.everyday, "completions.tsv").read_text(encoding="utf-8").splitlines()]
    books, dropped = corpus.without(books, begins)
    everyday = corpus.documents(os.path.join(c.everyday, "everyday.txt"))
    os.makedirs(c.out, exist_ok=True)
    tokenizer = {"gpt": byte_level, "bert": word_piece}[c.kind](weighted(books, everyday), c.vocabulary)
    tokenizer.save(os.path.join(c.out, "tokenizer.json"))
    ids, ends, parts = encode(tokenizer, books + everyday)
    np.savez(os.path.join(c.out, "tokens.npz"), ids=ids, ends=ends, parts=parts, books=len(books))
    with open(os.path.join(c.out, "held_out.txt"), "w", encoding="utf-8") as f:
        f.write("\n".join(held[: corpus.MEASURED]) + "\n")
    whole = sum(len(tokenizer.encode(" " + w, add_special_tokens=False).ids) == 1 for w in common_words(q for b in books for q in b))
    print(f"{c.kind}: {tokenizer.get_vocab_size()} pieces; {len(ids):,} tokens in {len(ends):,} paragraphs; {whole} of the {COMMON} commonest words of the books are one piece; "
          f"{dropped} paragraphs dropped for a held-out beginning")


if __name__ == "__main__":
    main()
