"""Measures what the heads of a model folder do and prints the tables of its card.

usage: probe.py FOLDER [--ids TOKENS.bin]      with the encoded corpus also the held-out losses

On 16 sequences of m random tokens said twice (m = 12 and m = 30), framed by the special tokens the tokenizer adds.
With q a query inside the text and A its row of attention, a score is the mean over q of
    previous  A[q, q-1]          next  A[q, q+1]          self  A[q, q]
    same      the other occurrence of the same token (decoder: the earlier one, q in the second half)
    induction the token after the earlier occurrence, A[q, q-m+1], q in the second half (decoder)
    special   the special tokens of the frame ([CLS], [SEP], end of text)
The held-out losses are on the first 2 % of the ids, which training never sees.
"""
import argparse
import math

import numpy as np
import torch
import torch.nn.functional as F

from data import BertData, GptData
from forward import Folder


def repeats(model, m, count=16, frame=True, seed=7):
    """ids [count, T] and the position of the first random token."""
    first = 1 if model.causal else 5
    half = torch.from_numpy(np.random.default_rng(seed).permuted(np.tile(np.arange(first, model.vocab), (count, 1)), axis=1)[:, :m])
    ids = torch.cat((half, half), 1)
    if not frame:
        return ids, 0
    column = lambda i: torch.full((count, 1), i)
    return (torch.cat((column(0), ids), 1), 1) if model.causal else (torch.cat((column(2), ids, column(3)), 1), 1)


def scores(maps, start, m, causal):
    """{score: [L, H]} of attention [L, B, H, T, T] on m tokens said twice from position `start`."""
    maps = maps.mean(1)
    text, second = torch.arange(start, start + 2 * m), torch.arange(start + m, start + 2 * m)
    at = lambda q, k: maps[:, :, q, k].mean(-1)
    out = {"previous": at(text[1:], text[1:] - 1)}
    if not causal:
        out["next"] = at(text[:-1], text[:-1] + 1)
    out["self"] = at(text, text)
    out["same"] = at(second, second - m) if causal else (at(second, second - m) + at(second - m, second)) / 2
    if causal:
        out["induction"] = at(second, second - m + 1)
    frame = [i for i in range(maps.shape[-1]) if i < start or i >= start + 2 * m]
    out["special"] = maps[:, :, text][..., frame].sum(-1).mean(-1)
    return out


def measure(model, frame=True):
    """Scores averaged over both lengths, and the losses of both halves (decoder)."""
    total, losses = {}, []
    for m in (12, 30):
        ids, start = repeats(model, m, frame=frame)
        logits, maps = model.run(ids)
        for k, v in scores(maps, start, m, model.causal).items():
            total[k] = total.get(k, 0) + v / 2
        if model.causal:
            nll = F.cross_entropy(logits[:, :-1].transpose(1, 2), ids[:, 1:], reduction="none")
            losses.append([nll[:, : start + m - 1].mean().item(), nll[:, start + m:].mean().item()])
    return total, np.mean(losses, 0) if losses else None


def name(row):
    """What a head does, in words, from its scores."""
    words = {"previous": "previous token", "next": "next token", "self": "itself", "same": "same token elsewhere",
             "induction": "what followed last time", "special": "rests on a special token"}
    ranked = sorted((k for k in row if k != "special"), key=lambda k: -row[k])
    named = [words[k] for k in ranked if row[k] >= 0.25]
    if not named:
        return words["special"] if row["special"] >= 0.5 else "spread wide"
    return ", ".join(named) + ("" if row[ranked[0]] >= 0.5 else " (weak)")


def held_out(model, path):
    """Held-out losses a predicted token, by name."""
    ids = np.fromfile(path, np.uint16)
    ids, rng, out = ids[: len(ids) // 50], np.random.default_rng(1), {}
    size = min(128, model.context)
    data = (GptData if model.causal else BertData)(ids, model.vocab, rng)
    if model.causal:
        for size in sorted({size, model.context}):
            losses = []
            for _ in range(20 * 128 // size):
                x, _, y = (torch.from_numpy(a) for a in data.batch(16, size, 0.0))
                losses.append(F.cross_entropy(model.run(x)[0].reshape(-1, model.vocab), y).item())
            out[f"prose, {size} tokens a window"] = np.mean(losses)
        return out
    for label, share in (("prose, 25 % of tokens predicted", 0.25), ("prose, 15 % of tokens predicted", 0.15)):
        total = count = 0
        for n in range(24):
            length = (24, 48, 96, 128)[n % 4]
            x, types, picked, y = (torch.from_numpy(a) for a in data.batch(2048 // length, length, 0.0, filled=0.0, share=share))
            total += F.cross_entropy(model.run(x, types)[0][picked], y, reduction="sum").item()
            count += len(y)
        out[label] = total / count
    return out


def main():
    p = argparse.ArgumentParser()
    p.add_argument("folder")
    p.add_argument("--ids")
    c = p.parse_args()
    torch.set_num_threads(1)
    model = Folder(c.folder)
    table, losses = measure(model)
    keys = list(table)
    bare, _ = measure(model, frame=False)
    print("| best head for |", " | ".join(k for k in keys if k != "special"), "|\n|---|" + "---|" * (len(keys) - 1))
    for label, t in (("in its frame", table), ("bare", bare)):
        cells = []
        for k in keys:
            if k != "special":
                i = int(t[k].argmax())
                cells.append(f"{t[k].max():.2f} ({i // model.heads}.{i % model.heads})")
        print(f"| {label} |", " | ".join(cells), "|")
    print("\n| head |", " | ".join(keys), "| what it does on repeats |\n|---|" + "---|" * (len(keys) + 1))
    for layer in range(model.layers):
        for head in range(model.heads):
            row = {k: table[k][layer, head].item() for k in keys}
            print(f"| {layer}.{head} |", " | ".join(f"{row[k]:.2f}" for k in keys), "|", name(row), "|")
    if losses is not None or c.ids:
        print("\n| loss | nats a token |\n|---|---|")
    if losses is not None:
        print(f"| random tokens, first time | {losses[0]:.2f} |\n| random tokens, second time | {losses[1]:.2f} |")
        print(f"| chance | {math.log(model.vocab):.2f} |")
    for label, loss in (held_out(model, c.ids) if c.ids else {}).items():
        print(f"| {label} | {loss:.3f} |")


if __name__ == "__main__":
    main()
