"""Measures a finished translator and prints the tables of its card.

usage: alignment.py FOLDER [--count N]

Every thing measured is held out. Right: greedy decoding says exactly what the grammar says. A cross-attention head aligns as
far as its largest weight, of the row that says a piece, lies on a source piece that means the same: for pieces of the target
that are a digit, a number word, a month, a noun or an adjective, and whose counterpart can be told (`counterparts`). Crossing are nouns and
colours of sentences in which they change places. BLEU and chrF are of all sentences of a direction together.
"""
import argparse

import numpy as np
import torch

from forward import Folder
from overlap import bleu, chrf
from numerals import (COLOURS, DE, DE_TENS, EN, EN_TENS, FR, FR_TENS, KINDS, MONTHS, NOUNS, SIZES, Maker, Pieces, text)


def meanings():
    """What a piece can mean: {piece: set of names}. Pieces that only bind (and, und, et, -) mean nothing."""
    means = {}
    def add(piece, name):
        for p in (piece, "▁" + piece):
            means.setdefault(p, set()).add(name)
    for words, tens in ((EN, EN_TENS), (DE, DE_TENS)):
        for n, word in enumerate(words):
            add(word, n)
        for n, word in enumerate(tens):
            add(word, 10 * n)
    for word, n in (("eins", 1), ("une", 1), ("un", 1), ("hundred", 100), ("hundert", 100), ("cent", 100), ("cents", 100),
                    ("thousand", 1000), ("tausend", 1000), ("mille", 1000), ("vingts", 20)):
        add(word, n)
    for n, word in enumerate(FR[:17]):
        add(word, n)
    for n, word in enumerate(FR_TENS[:7]):
        add(word, 10 * n)
    for d in range(10):
        add(str(d), d)
    for i in range(12):
        for language in MONTHS.values():
            add(language[i], f"month {i}")
    for i, noun in enumerate(NOUNS):
        for word in (noun[0], noun[1], noun[3]):
            add(word, f"noun {i}")
    for name, table in (("size", SIZES), ("colour", COLOURS)):
        for i, entry in enumerate(table):
            for word in entry:
                add(word, f"{name} {i}")
    means.pop("_", None), means.pop("▁_", None)
    return means


def counterparts(source, target, means):
    """For each target piece the source places that share a meaning with it and with no other piece of either side; else
    none. A digit counts for its number word (4 for four), tens and hundreds not, so only clear cases are measured."""
    pairs = []
    for i, piece in enumerate(target):
        mine = means.get(piece, set())
        places = [j for j, other in enumerate(source) if mine & means.get(other, set())]
        rivals = [k for k, other in enumerate(target) if k != i and mine & means.get(other, set())]
        pairs.append(places if len(places) == 1 and not rivals else [])
    return pairs


def crossing(source, target, means, pairs):
    """The places of the target that hold the noun or the colour, where both stand in the other order than in the source."""
    found = {}
    for i, places in enumerate(pairs):
        name = next(iter(means.get(target[i], ())), "") if places else ""
        kind = str(name).split()[0] if name else ""
        if kind in ("noun", "colour"):
            found[kind] = i, places[0]
    if len(found) < 2:
        return []
    (noun, noun_from), (colour, colour_from) = found["noun"], found["colour"]
    return [noun, colour] if (noun < colour) != (noun_from < colour_from) else []


def translate(model, pieces, sources, most=48):
    """For each marked source (target ids with their end, cross-attention [L, H, said pieces, source pieces]), by greedy decoding;
    sources of one length together, since the forward pass knows no padding."""
    ids, results = [pieces.ids(s) for s in sources], [None] * len(sources)
    for length in set(map(len, ids)):
        which = [i for i, row in enumerate(ids) if len(row) == length]
        source, out = torch.tensor([ids[i] for i in which]), torch.full((len(which), 1), Pieces.PAD)
        while out.shape[1] < most and not (out == Pieces.END).any(1).all():
            logits, maps = model.run(source, out)
            logits[:, -1, Pieces.PAD] = -np.inf
            out = torch.cat((out, logits[:, -1].argmax(-1, keepdim=True)), 1)
        for row, i in enumerate(which):
            said = out[row, 1:].tolist()
            said = said[: said.index(Pieces.END) + 1] if Pieces.END in said else said
            results[i] = said, maps["cross"][:, row, :, : len(said)]
    return results


def main():
    a = argparse.ArgumentParser()
    a.add_argument("folder")
    a.add_argument("--count", type=int, default=200)
    a.add_argument("--show", nargs="*", default=())
    c = a.parse_args()
    torch.set_num_threads(1)
    model, pieces, means = Folder(c.folder), Pieces(), meanings()
    model.run = torch.no_grad()(model.marian)
    names = list(pieces.vocab)
    layers, heads = model.config["decoder_layers"], model.config["decoder_attention_heads"]
    hits, counted, wrong = np.zeros((layers, heads)), 0, []
    crossed, crossings, overlaps, every = np.zeros((layers, heads)), 0, [], []
    print("| from \\ to | " + " | ".join(f"{k}: {n}" for k, ns in KINDS.items() for n in ns) + " |")
    print("|---|" + "---:|" * sum(map(len, KINDS.values())))
    for frm in KINDS["number"]:
        row = []
        for kind, notations in KINDS.items():
            for to in notations:
                if frm == to or frm not in notations:
                    row.append("")
                    continue
                maker, right, pairs = Maker(np.random.default_rng((7, len(row))), held=True), 0, []
                examples = [maker.example(kind, frm, to) for _ in range(c.count)]
                for (source, target), (said, cross) in zip(examples, translate(model, pieces, [s for s, _ in examples])):
                    pairs.append((pieces.words(said), text(target)))
                    good = pairs[-1][0] == pairs[-1][1]
                    right += good
                    if not good:
                        wrong.append(f"{text(source)} → {pieces.words(said)} (should be {text(target)})")
                        continue
                    at, pieces_said = pieces.cut(source), [names[p] for p in said]
                    counterpart = counterparts(at, pieces_said, means)
                    changed = crossing(at, pieces_said, means, counterpart)
                    for i, places in enumerate(counterpart):
                        if places:
                            hit = cross[:, :, i, :].argmax(-1).numpy() == places[0]
                            hits, counted = hits + hit, counted + 1
                            if i in changed:
                                crossed, crossings = crossed + hit, crossings + 1
                overlaps.append((frm, to, kind, bleu(pairs), chrf(pairs)))
                every += pairs
                row.append(f"{100 * right / c.count:.0f} %")
        print(f"| {frm} | " + " | ".join(row) + " |", flush=True)
    print(f"\nAll {len(every)} sentences: BLEU {bleu(every):.2f}, chrF {chrf(every):.2f}; the lowest direction: "
          + "{0} to {1}, {2}, BLEU {3:.1f}, chrF {4:.1f}".format(*min(overlaps, key=lambda o: o[4])))
    print(f"\n| cross-attention head | its largest weight is on the counterpart ({counted} pieces) | of nouns and colours that change places ({crossings}) |\n|---|---:|---:|")
    for layer in range(layers):
        for head in range(heads):
            print(f"| {layer}.{head} | {100 * hits[layer, head] / counted:.0f} % | {100 * crossed[layer, head] / max(1, crossings):.0f} % |")
    print(f"\n{len(wrong)} wrong, the first ones:\n" + "\n".join("- " + w for w in wrong[:12]))
    for marked, (said, cross) in zip(c.show, translate(model, pieces, c.show)):
        best = np.unravel_index(hits.argmax(), hits.shape)
        print(f"\n{text(marked)} → {pieces.words(said)}, head {best[0]}.{best[1]}")
        for i, p in enumerate(said):
            row = cross[best[0], best[1], i].numpy()
            print(f"  {names[p]:12} {(pieces.cut(marked) + ['</s>'])[row.argmax()]:12} {row.max():.2f}")


if __name__ == "__main__":
    main()
