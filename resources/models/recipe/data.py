"""Training windows: prose from the corpus, and made-up repeats that teach a model to look back.

Every repeat comes with the positions that can be known from what stands elsewhere in the window; only those count in the
loss, so no step is spent on guessing random tokens.

    period     a block of random tokens, again and again
    scattered  a block of random tokens that comes back between random fillers
    pairs      random pairs (key, value) that come back in a new order: the value follows from the key
    passage    a passage of prose, again and again
    echo       a passage, other prose, the first passage again
    bag        random tokens and the same ones again in another order (masked model only)
"""
import numpy as np

KINDS = ("period", "scattered", "pairs", "passage", "echo")


class Repeats:
    """Makes one window of `size` ids that repeat; `first` is the first id that is not a special token."""

    def __init__(self, ids, vocab, first, rng):
        self.ids, self.vocab, self.first, self.rng = ids, vocab, first, rng

    def random_ids(self, n):
        """Ids drawn evenly, or as often as the corpus has them, or from a small set."""
        rng, source = self.rng, self.rng.random()
        if source < 0.45:
            return rng.integers(self.first, self.vocab, n)
        drawn = self.ids[rng.integers(0, len(self.ids), n + 200)].astype(np.int64)
        drawn = drawn[drawn >= self.first]
        if source < 0.75:
            return drawn[:n]
        few = rng.integers(self.first, self.vocab, int(rng.integers(12, 96)))
        return few[rng.integers(0, len(few), n)]

    def prose(self, n):
        at = self.rng.integers(0, len(self.ids) - 2 * n - 50)
        drawn = self.ids[at: at + 2 * n + 50].astype(np.int64)
        return drawn[drawn >= self.first][:n]

    def window(self, size, kind=None):
        """ids [size] and, per id, whether an earlier part of the window gives it away."""
        kind = kind or KINDS[self.rng.choice(5, p=(0.3, 0.25, 0.15, 0.15, 0.15))]
        return getattr(self, kind)(size)

    def period(self, size, block=None):
        block = self.random_ids(int(self.rng.integers(3, max(4, size // 2)))) if block is None else block
        return np.resize(block, size), np.arange(size) >= len(block)

    def passage(self, size):
        return self.period(size, self.prose(int(self.rng.integers(6, max(7, size // 2)))))

    def scattered(self, size):
        rng = self.rng
        block = self.random_ids(int(rng.integers(3, max(4, size // 3))))
        parts, known, total = [], [], 0
        while total < size:
            filler = self.random_ids(int(rng.integers(0, 13)))
            seen = np.arange(len(block)) > 0 if parts else np.zeros(len(block), bool)
            parts += [filler, block]
            known += [np.zeros(len(filler), bool), seen]
            total += len(filler) + len(block)
        return np.concatenate(parts)[:size], np.concatenate(known)[:size]

    def pairs(self, size):
        rng = self.rng
        n = int(rng.integers(2, max(3, size // 5)))
        keys = rng.permutation(np.arange(self.first, self.vocab))[:n]
        values, order = self.random_ids(n), []
        while len(order) * 2 < size:
            order.extend(rng.permutation(n))
        order = np.array(order)
        row = np.stack((keys[order], values[order]), 1).reshape(-1)[:size]
        known = np.arange(size) % 2 == 1
        return row, known & (np.arange(size) >= 2 * n)

    def echo(self, size):
        n = int(self.rng.integers(5, max(6, size // 2 - 2)))
        text = self.prose(size - n)
        return np.concatenate((text, text[:n])), np.arange(size) > size - n


    def bag(self, size):
        block = self.random_ids(size // 2)
        return np.concatenate((block, self.rng.permutation(block))), np.ones(2 * len(block), bool)


class GptData:
    """Windows of consecutive ids; the first token is mostly the end-of-text token that stands before every text."""

    def __init__(self, ids, vocab, rng):
        self.ids, self.rng = ids, rng
        self.repeats = Repeats(ids, vocab, 1, rng)

    def batch(self, rows, size, repeats):
        """x [rows, size], the positions that count, and their next tokens."""
        rng, windows, counts = self.rng, [], []
        for _ in range(rows):
            if rng.random() < repeats:
                row, known = self.repeats.window(size)
                if rng.random() < 0.6:
                    row, known = np.append(0, row), np.append(False, known)
                else:
                    row, known = self.longer(row, known)
            else:
                at = rng.integers(0, len(self.ids) - size - 1)
                row, known = self.ids[at: at + size + 1].astype(np.int64), np.ones(size + 1, bool)
                if rng.random() < 0.8:
                    row[0] = 0
            windows.append(row)
            counts.append(known)
        rows, counts = np.stack(windows), np.stack(counts)[:, 1:]
        counts[0, -1] |= not counts.any()
        return (rows[:, :-1], counts, rows[:, 1:][counts])

    def longer(self, row, known):
        return np.append(row, self.repeats.random_ids(1)), np.append(known, False)


class BertData:
    """Paragraphs and runs of paragraphs, some cut into a pair; a quarter of the tokens is predicted.

    Of the predicted tokens some are masked, some replaced by a random one and the rest kept: 80, 10 and 10 % in prose. In
    repeats fewer are masked, so that a model must look for a token's other occurrence to know whether to trust it.
    """
    PAD, UNK, CLS, SEP, MASK = range(5)
    MASKED = {"prose": (0.8, 0.9), "repeat": (0.6, 0.8), "bag": (0.3, 0.65)}

    def __init__(self, ids, vocab, rng):
        self.ids, self.vocab, self.rng = ids, vocab, rng
        self.starts = np.flatnonzero(ids == self.CLS)
        self.ends = np.append(self.starts[1:], len(ids))
        self.repeats = Repeats(ids, vocab, 5, rng)

    def body(self, room, filled):
        """One paragraph, cut to `room`; when `filled`, paragraphs that fill the room."""
        rng, p = self.rng, self.rng.integers(0, len(self.starts))
        if filled:
            at = self.starts[p]
            drawn = self.ids[at: at + 2 * room + 20].astype(np.int64)
            return drawn[drawn > self.MASK][:room]
        body = self.ids[self.starts[p] + 1: self.ends[p] - 1].astype(np.int64)
        at = int(rng.integers(0, max(1, len(body) - room))) if len(body) > room and rng.random() < 0.5 else 0
        return body[at: at + room]

    def batch(self, rows, size, repeats, filled=0.7, share=0.25):
        """ids, types, the predicted positions [rows, size] and their true ids."""
        rng = self.rng
        x, types, counts = np.zeros((rows, size), np.int64), np.zeros((rows, size), np.int64), np.ones((rows, size), bool)
        cuts = np.zeros((rows, 2))
        for i in range(rows):
            pair = rng.random() < 0.3
            room = size - (3 if pair else 2)
            if rng.random() < repeats:
                kind = "bag" if rng.random() < 0.25 else "repeat"
                body, known = self.repeats.bag(room) if kind == "bag" else self.repeats.window(room)
                known = self.either_side(body, known)
            else:
                kind = "prose"
                body = self.body(room, rng.random() < filled)
                known = np.ones(len(body), bool)
            cuts[i] = self.MASKED[kind]
            full = np.append(body, self.SEP)
            known = np.append(known, False)
            if pair and len(body) > 12:
                cut = int(rng.integers(2, len(body) - 1))
                full, known = np.insert(full, cut, self.SEP), np.insert(known, cut, False)
                types[i, 2 + cut: 1 + len(full)] = 1
            x[i, 0] = self.CLS
            x[i, 1: 1 + len(full)] = full
            counts[i, 1: 1 + len(full)] = known
        picked = (rng.random(x.shape) < share) & (x > self.MASK) & counts
        picked[0, 1] |= not picked.any()
        y = x[picked]
        noise = rng.random(x.shape)
        x = np.where(picked & (noise < cuts[:, :1]), self.MASK, x)
        x = np.where(picked & (noise >= cuts[:, :1]) & (noise < cuts[:, 1:]), rng.integers(5, self.vocab, x.shape), x)
        return x, types, picked, y

    def either_side(self, body, known):
        """A model that reads both ways can fill a gap in any copy: the first copy counts as well."""
        if self.rng.random() < 0.5:
            return known
        return np.isin(body, body[known])
