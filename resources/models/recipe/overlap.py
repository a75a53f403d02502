"""BLEU and chrF of many sentences at once, from 0 to 100.

BLEU (Papineni et al. 2002): up to four words in a row, words as spaces cut them. chrF (Popović 2015): up to six characters in a row without
spaces, recall counting four times as precision. Both as sacreBLEU 2 computes them (`tokenize="none"`, no smoothing needed; `chrF2`).
"""
import math
from collections import Counter


def runs(units, n):
    return Counter(tuple(units[i: i + n]) for i in range(len(units) - n + 1))


def matches(said, right, n):
    """(runs of n that both have, runs of what was said, runs of what is right)."""
    a, b = runs(said, n), runs(right, n)
    return sum((a & b).values()), sum(a.values()), sum(b.values())


def bleu(pairs):
    """Of [(said, right)]; 0 where no run of four words is right."""
    pairs = [(said.split(), right.split()) for said, right in pairs]
    logs = []
    for n in range(1, 5):
        hits, said, _ = map(sum, zip(*(matches(s, r, n) for s, r in pairs)))
        if not hits:
            return 0.0
        logs.append(math.log(hits / said))
    said, right = sum(len(s) for s, _ in pairs), sum(len(r) for _, r in pairs)
    return 100 * min(1.0, math.exp(1 - right / said)) * math.exp(sum(logs) / 4)


def chrf(pairs):
    """Of [(said, right)]."""
    pairs = [(said.replace(" ", ""), right.replace(" ", "")) for said, right in pairs]
    precision, recall, orders = 0.0, 0.0, 0
    for n in range(1, 7):
        hits, said, right = map(sum, zip(*(matches(s, r, n) for s, r in pairs)))
        if said and right:
            precision, recall, orders = precision + hits / said, recall + hits / right, orders + 1
    if not orders or not precision + recall:
        return 0.0
    precision, recall = precision / orders, recall / orders
    return 100 * 5 * precision * recall / (4 * precision + recall)
