"""Rows of whole texts, as a function of the seed and the step alone: a run that was interrupted sees the same.

An epoch cuts every book into texts: runs of paragraphs up to a length drawn for each (two thirds fill a row, the others are
shorter), so a row is one long text or several short ones. For the causal model the first token of each text is the special one, and the last
predicts it, unless the text was cut inside a paragraph.
"""
import numpy as np

END = 0


class Texts:
    """The paragraphs of a tokens.npz; `newline` are the ids that a line end has between two of them."""

    def __init__(self, path, newline):
        a = np.load(path)
        self.ids, self.ends, self.parts, self.books = a["ids"], a["ends"], a["parts"], int(a["books"])
        self.newline = np.array(newline, np.uint16)

    def cut(self, rng, room):
        """The texts of one epoch, each (ids, whether its end is the end of a paragraph), at most `room` ids, in order."""
        out, first = [], 0
        for part, last in enumerate(self.parts):
            pieces, length, target = [], 0, self.draw(rng, room)
            for p in range(first, last):
                ids = self.ids[self.ends[p - 1] if p else 0: self.ends[p]]
                if pieces and length + 1 + len(ids) > target:
                    out.append((np.concatenate(pieces), True))
                    pieces, length, target = [], 0, self.draw(rng, room)
                while len(ids) > room:
                    out.append((ids[:room], False))
                    ids = ids[room:]
                if pieces:
                    pieces.append(self.newline)
                pieces.append(ids)
                length += len(ids) + len(self.newline) * (len(pieces) > 1)
            if pieces:
                out.append((np.concatenate(pieces), True))
            first = last
        return out

    @staticmethod
    def draw(rng, room):
        return room if rng.random() < 2 / 3 else int(rng.integers(room // 16, room))


class Rows:
    """`batch(step)`: `rows` rows of `size` ids, their targets (-1: none) and the number of the text each id belongs to."""

    OPEN = 64
    FRAME = 1  #: special tokens that each text has

    def __init__(self, texts, rows, size, seed, again=0.0, quotes=0.0):
        self.texts, self.rows, self.size, self.seed, self.again, self.quotes = texts, rows, size, seed, again, quotes
        self.starts, self.epoch = [0], -1

    def pack(self, epoch):
        """The rows of an epoch, as lists of texts: a text goes into the fullest open row that has room for it."""
        rng = np.random.default_rng((self.seed, epoch))
        texts = self.texts.cut(rng, self.size - self.FRAME)
        open_rows, done = [], []
        for i in rng.permutation(len(texts)):
            need = len(texts[i][0]) + self.FRAME
            fits = [r for r in open_rows if r[0] + need <= self.size]
            row = max(fits, key=lambda r: r[0]) if fits else [0, []]
            if not fits:
                open_rows.append(row)
            row[0] += need
            row[1].append(texts[i])
            if row[0] > self.size - 4 or len(open_rows) > self.OPEN:
                full = max(range(len(open_rows)), key=lambda k: open_rows[k][0])
                done.append(open_rows.pop(full)[1])
        done += [r[1] for r in open_rows]
        return [done[i] for i in rng.permutation(len(done))]

    @staticmethod
    def repeated(text, rng):
        """A passage of a text, said again and again until it is as long as the text: from twice to about six times."""
        length = int(rng.integers(max(len(text) // 6, 1), len(text) // 2 + 2))
        start = int(rng.integers(0, len(text) - length + 1))
        return np.resize(text[start: start + length], len(text))

    @staticmethod
    def quoted(text, rng):
        """A text's beginning, a fifth to a half of it, and then pieces of 4 to 24 ids from anywhere in that, until it is as long as the text."""
        whole = text[: int(rng.integers(len(text) // 5, len(text) // 2 + 1))]
        pieces, length = [whole], len(whole)
        while length < len(text):
            start = int(rng.integers(0, len(whole) - 2))
            pieces.append(whole[start: start + int(rng.integers(4, 25))])
            length += len(pieces[-1])
        return np.concatenate(pieces)[: len(text)]

    def row(self, texts, rng):
        if rng.random() < self.again:
            change = self.quoted if self.quotes and rng.random() < self.quotes else self.repeated
            texts = [(change(text, rng), False) if len(text) > 15 else (text, whole) for text, whole in texts]
        ids, targets, numbers = np.zeros(self.size, np.int64), np.full(self.size, -1, np.int64), np.zeros(self.size, np.int64)
        at = 0
        for number, (text, whole) in enumerate(texts, 1):
            n = len(text)
            ids[at + 1: at + 1 + n] = text
            targets[at: at + n] = text
            if whole:
                targets[at + n] = END
            numbers[at: at + 1 + n] = number
            at += n + 1
        return ids, targets, numbers

    def batch(self, step):
        """Three int64 arrays [rows, size]."""
        want = step * self.rows
        while self.starts[-1] <= want or self.epoch < 0:
            self.epoch = len(self.starts) - 1
            self.packed = self.pack(self.epoch)
            self.starts.append(self.starts[-1] + len(self.packed) // self.rows * self.rows)
        if not self.starts[self.epoch] <= want < self.starts[self.epoch + 1]:
            self.epoch = max(e for e in range(len(self.starts)) if self.starts[e] <= want)
            self.packed = self.pack(self.epoch)
        at = want - self.starts[self.epoch]
        return tuple(np.stack(a) for a in zip(*(self.row(t, np.random.default_rng((self.seed, want + i, 1))) for i, t in enumerate(self.packed[at: at + self.rows]))))


class MaskedRows(Rows):
    """For the masked model: also the type and the position of each id. Some texts are cut into a pair.

    A fifth of the words is predicted, all pieces of a word together: 80 % of them masked, 10 % replaced, 10 % kept.
    """

    FRAME = 3
    CLS, SEP, MASK = 2, 3, 4
    SHARE, PAIRS = 0.2, 0.3

    def __init__(self, texts, rows, size, seed, tokenizer):
        super().__init__(texts, rows, size, seed)
        self.vocab = tokenizer.get_vocab_size()
        self.inside = np.array([tokenizer.id_to_token(i).startswith("##") for i in range(self.vocab)])

    def row(self, texts, rng):
        ids, numbers, types, places = (np.zeros(self.size, np.int64) for _ in range(4))
        at = 0
        for number, (text, _) in enumerate(texts, 1):
            text = text.astype(np.int64)
            cut = int(rng.integers(4, len(text) - 4)) if len(text) > 12 and rng.random() < self.PAIRS else len(text)
            whole = np.concatenate([[self.CLS], text[:cut], [self.SEP]] + ([text[cut:], [self.SEP]] if cut < len(text) else []))
            n = len(whole)
            ids[at: at + n], numbers[at: at + n], places[at: at + n] = whole, number, np.arange(n)
            types[at + cut + 2: at + n] = 1
            at += n
        targets = np.full(self.size, -1, np.int64)
        # A word begins where no "##" stands, and has the fate that was drawn for its beginning.
        word = np.cumsum(~self.inside[ids])
        drawn, fate = rng.random(self.size + 1), rng.random(self.size + 1)
        picked = (drawn[word] < self.SHARE) & (ids > self.MASK)
        targets[picked] = ids[picked]
        ids = np.where(picked & (fate[word] < 0.8), self.MASK, ids)
        ids = np.where(picked & (fate[word] >= 0.9), rng.integers(self.MASK + 1, self.vocab, self.size), ids)
        return ids, targets, numbers, types, places
