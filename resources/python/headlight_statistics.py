"""What every attention head of a PyTorch model does over many texts, written as `headlight corpus` writes it: for models that need GPUs,
or several. One file, to be copied where the model runs; it needs PyTorch, NumPy and the Transformers library.

    from headlight_statistics import Statistics
    statistics = Statistics(model, tokenizer, source="texts.txt")
    for text in texts:
        statistics.add(text)
    statistics.write("heads.headstats")

Then `headlight heads heads.headstats`, *Explain → Over many texts* in the window, or `headlight merge`. Metrics, labels, histograms, tokens
and exemplars are those of `headlight corpus` without patterns; `add` takes a list of texts as one padded batch, too. A text that cannot be
run costs that text, which is counted and named. Parts of one corpus (a share of the texts in each process) are written with `shard=(1, 8)`
to `(8, 8)` and joined by `headlight merge`.

The model is run with its weights of attention given out (`attn_implementation="eager"`): it may lie on several devices. Refused are models of
an encoder and a decoder, attention that a chunk limits, and rows that do not sum to 1 (attention sinks).
"""

import hashlib
import json
import os
import struct

import numpy
import torch

__all__ = ["Statistics"]

_METRICS = ["entropy", "relative_entropy", "confidence", "diversity", "mean_distance", "local", "long_range", "previous_token",
            "next_token", "same_token", "duplicate_token", "induction", "sink", "first_token", "first_token_rest", "special_tokens",
            "punctuation", "to_system", "to_user", "to_assistant", "to_others", "to_template"]
_NATS, _TOKENS = ["entropy", "diversity"], ["mean_distance"]  # The other metrics are shares.
_LABELS = ["previous", "next", "own", "induction", "duplicate", "punctuation", "broad", "sink"]
_BINS, _WEIGHT_BINS, _REACH, _DISTANCES, _ENDS, _RANGES = 100, 50, 32, 16, 3, 10
_MOST_TOKEN_NUMBERS, _MOST_SKIPPED = 1 << 23, 1000
_ALL = (1 << 64) - 1


def _splitmix(x):
    x = (x + 0x9e3779b97f4a7c15) & _ALL
    x = ((x ^ (x >> 30)) * 0xbf58476d1ce4e5b9) & _ALL
    x = ((x ^ (x >> 27)) * 0x94d049bb133111eb) & _ALL
    return x ^ (x >> 31)


def _mixed(seed, counter):
    return _splitmix((seed + counter * 0x9e3779b97f4a7c15) & _ALL)


def _hash(data, seed=0):
    """FNV-1a, mixed: 64 bits that tell texts apart."""
    number = 0xcbf29ce484222325 ^ seed
    for byte in data:
        number = ((number ^ byte) * 0x100000001b3) & _ALL
    return _mixed(number, len(data))


def _hash_of_files(files):
    """Of each file its name, its size and 64 KiB of either end."""
    number, end = 0, 64 << 10
    for file in files:
        size = os.path.getsize(file)
        with open(file, "rb") as stream:
            data = stream.read(end)
            if size > end:
                stream.seek(max(size - end, end))
                data += stream.read(end)
        number = _hash(data, _hash(os.path.basename(file).encode(), _mixed(number, size)))
    return number


def _identity(model):
    """What tells the model's files from others: that of `headlight corpus` where its folder is here."""
    parameters = sum(each.numel() for each in model.parameters())
    folder = getattr(model.config, "_name_or_path", "")
    if os.path.isdir(folder):
        files = sorted(os.path.join(folder, name) for name in os.listdir(folder)
                       if name.endswith((".safetensors", ".bin", ".json", ".gguf")))
        return _mixed(_hash_of_files(filter(os.path.isfile, files)), parameters)
    names = "\n".join(f"{name} {list(each.shape)}" for name, each in model.named_parameters())
    return _mixed(_hash(f"{folder}\n{names}".encode()), parameters)


def _distance_bins(n):
    """The bin of each distance from 0 to n - 1: 0, 1, 2, 3–4, 5–8 …"""
    return torch.tensor([min(_DISTANCES - 1, d if d <= 1 else 1 + (d - 1).bit_length()) for d in range(n)])


class _Text:
    """The tokens of a text and what is asked of their places."""

    def __init__(self, ids, special, names, device):
        n = len(ids)
        self.n = n
        self.ids = ids
        at = lambda places: torch.tensor(places, dtype=torch.bool, device=device)
        self.special = at(special)
        self.sinks = at([i == 0 or each for i, each in enumerate(special)])
        self.marks = at([not each and not any(c.isalpha() or c.isdecimal() for c in name)
                         for each, name in zip(special, names)])
        same = torch.tensor(ids, device=device)
        same = same[:, None] == same[None, :]
        q, k = torch.arange(n, device=device)[:, None], torch.arange(n, device=device)[None, :]
        self.offset = k - q
        words = ~self.special
        self.earlier = same & (k < q) & words[:, None] & words[None, :]
        others = ~self.sinks
        group = same & others[:, None] & others[None, :]
        self.twins = group & (k != q)
        after = group & (k < q) & (k + 1 != q)  # Keys that follow an earlier twin.
        self.followers = torch.zeros_like(after)
        self.followers[:, 1:] = after[:, :-1]
        self.after_earlier = torch.zeros_like(self.earlier)
        self.after_earlier[:, 1:] = self.earlier[:, :-1]


class Statistics:
    """What the heads of `model` do over texts that are added one after the other.

    max_tokens  Longer texts are cut, before what the tokenizer puts at the end.
    source      What the texts are called: in captions, and where parts are merged.
    shard       (K, N): this is part K of N of the corpus.
    """

    def __init__(self, model, tokenizer, max_tokens=512, source="texts", shard=(1, 1)):
        config = model.config
        if getattr(config, "is_encoder_decoder", False):
            raise ValueError("expected an encoder or a decoder, found a model of both")
        config = config.get_text_config() if hasattr(config, "get_text_config") else config
        if getattr(config, "attention_chunk_size", None):
            raise ValueError("expected attention that no chunk limits")
        if not 1 <= shard[0] <= shard[1]:
            raise ValueError(f"shard: expected (1, N) to (N, N), found {shard}")
        if hasattr(model, "set_attn_implementation"):
            model.set_attn_implementation("eager")
        self.model, self.tokenizer, self.config = model.eval(), tokenizer, config
        positions = getattr(config, "max_position_embeddings", None) or max_tokens
        self.max_tokens = min(max_tokens, positions)
        self.source, self.shard = source, shard
        self.layers, self.heads = config.num_hidden_layers, config.num_attention_heads
        count = self.layers * self.heads
        self.counted = min(config.vocab_size, _MOST_TOKEN_NUMBERS // count)
        whole = lambda *shape: numpy.zeros(shape, numpy.int64)
        real = lambda *shape: numpy.zeros(shape, numpy.float64)
        m = len(_METRICS)
        self.numbers = {
            "bins": whole(count, m, _BINS), "queries": whole(count, m), "sum": real(count, m), "texts": whole(count, m),
            "text_sum": real(count, m), "text_squares": real(count, m), "least": numpy.full((count, m), numpy.inf),
            "most": numpy.full((count, m), -numpy.inf),
            **{f"label_{name}": real(count, len(_LABELS)) for name in ("score", "chance", "squares")},
            "label_queries": whole(count, len(_LABELS)),
            **{f"local_{name}": real(count, 1) for name in ("score", "chance", "squares")}, "local_queries": whole(count, 1),
            **{f"pattern_{name}": real(count, 0) for name in ("score", "chance", "squares")}, "pattern_queries": whole(count, 0),
            "largest": whole(count, _WEIGHT_BINS), "offsets": real(count, 2 * _REACH + 1), "distances": real(count, _DISTANCES),
            "offset_pairs": whole(self.layers, 2 * _REACH + 1), "token_count": whole(self.counted),
            "token_even": real(self.layers, self.counted), "token_received": real(count, self.counted),
            "token_active": real(count, self.counted)}
        self.exemplar_value = real(count, m, 2 * _ENDS + _RANGES)
        self.exemplar_hash = numpy.zeros((count, m, 2 * _ENDS + _RANGES), numpy.uint64)
        self.token_names, self.kept, self.skipped_texts = {}, {}, []
        self.texts = self.tokens = self.cut = self.skipped = self.hash = 0

    def add(self, texts):
        """Runs the model over a text, or over several as one batch."""
        texts = [texts] if isinstance(texts, str) else list(texts)
        places = [f"{self.source} text {self.texts + self.skipped + 1 + i}" for i in range(len(texts))]
        batch = []
        for text, place in zip(texts, places):
            encoding = self.tokenizer(text, return_special_tokens_mask=True)
            ids, special = list(encoding["input_ids"]), [bool(each) for each in encoding["special_tokens_mask"]]
            cut = len(ids) > self.max_tokens
            if cut:
                framed = next((i for i, each in enumerate(reversed(special)) if not each), 0)
                keep = list(range(self.max_tokens - framed)) + list(range(len(ids) - framed, len(ids)))
                ids, special = [ids[i] for i in keep], [special[i] for i in keep]
            if ids:
                batch.append((text, place, ids, special, cut))
            else:
                self._skip(place, "expected at least one token, found none")
        if not batch:
            return
        try:
            attentions = self._run([each[2] for each in batch])
        except (RuntimeError, ValueError, IndexError) as error:
            if len(batch) > 1:  # The others need not pay for one.
                return [self.add(each[0]) for each in batch][0]
            return self._skip(batch[0][1], str(error).splitlines()[0] if str(error) else type(error).__name__)
        for row, (text, place, ids, special, cut) in enumerate(batch):
            self.cut += cut
            self._count(text, place, ids, special, [layer[row, :, :len(ids), :len(ids)] for layer in attentions])

    def _skip(self, place, why):
        self.skipped += 1
        self.skipped_texts = sorted(self.skipped_texts + [(place, why)])[:_MOST_SKIPPED]

    @torch.no_grad()
    def _run(self, batch):
        longest = max(map(len, batch))
        device = self.model.get_input_embeddings().weight.device
        pad = self.tokenizer.pad_token_id or 0
        ids = torch.tensor([each + [pad] * (longest - len(each)) for each in batch], device=device)
        mask = torch.tensor([[1] * len(each) + [0] * (longest - len(each)) for each in batch], device=device)
        attentions = self.model(input_ids=ids, attention_mask=mask, output_attentions=True).attentions
        if not attentions or any(each is None for each in attentions):
            raise TypeError("expected weights from every layer; load the model with attn_implementation='eager'")
        if len(attentions) != self.layers or attentions[0].shape[1] != self.heads:
            raise TypeError(f"expected {self.layers} layers of {self.heads} heads, found {len(attentions)} of "
                            f"{attentions[0].shape[1]}")
        return attentions

    def _visible(self, layer, weights, text):
        """Which keys each query may see, [queries, keys]."""
        seen = torch.ones_like(text.offset, dtype=torch.bool)
        causal = not bool((weights * (text.offset > 0)).any())
        if causal:
            seen = text.offset <= 0
        window = getattr(self.config, "sliding_window", None)
        kinds = getattr(self.config, "layer_types", None)
        slides = kinds[layer] == "sliding_attention" if kinds else getattr(self.config, "use_sliding_window", True)
        if window and slides:
            reach = window - 1 if causal else window // 2
            seen = seen & (text.offset.abs() <= reach)
        farthest = seen & (text.offset == text.offset[seen].min())
        if bool((weights * ~seen).any()) or not bool((weights * farthest).any()):
            raise TypeError(f"layer {layer}: the configuration does not say which keys a query may see")
        return seen

    def _count(self, text, place, ids, special, attentions):
        names = [self._name(each) for each in ids]
        number = max(_hash(text.encode()), 1)
        values = numpy.full((self.layers * self.heads, len(_METRICS)), numpy.nan)
        for layer, weights in enumerate(attentions):
            tokens = _Text(ids, special, names, weights.device)
            rows = slice(layer * self.heads, (layer + 1) * self.heads)
            weights = weights.to(torch.float64)
            if bool(((weights.sum(-1) - 1).abs() > 1e-2).any()):
                raise ValueError(f"layer {layer}: expected rows that sum to 1, found others")
            values[rows] = self._add_layer(layer, rows, weights, tokens)
        self._add_values(values, number)
        self.texts += 1
        self.tokens += len(ids)
        self.hash = (self.hash + number) & _ALL
        sinks = [i == 0 or each for i, each in enumerate(special)]
        for token, sink in zip(ids, sinks):
            if not sink and token < self.counted:
                self.numbers["token_count"][token] += 1
        kept = self.kept.get(number)
        if (self.exemplar_hash == number).any() and (kept is None or place < kept["place"]):
            self.kept[number] = {"place": place, "text": text}
        if len(self.kept) > 20_000:
            self.kept = self._kept()

    def _name(self, token):
        if token not in self.token_names:
            self.token_names[token] = self.tokenizer.decode([token])
        return self.token_names[token]

    def _add_layer(self, layer, rows, w, text):
        """Adds a layer's weights [heads, queries, keys]; the mean of each metric over the queries, [heads, metrics]."""
        n, offset, numbers = text.n, text.offset, self.numbers
        seen = self._visible(layer, w, text)
        total = w.sum(-1)
        on = lambda keys: (w * keys).sum(-1)
        entropy = -torch.special.xlogy(w, w).sum(-1)
        above = (w > 0).sum(-1)
        mean_row = w.mean(-2)
        spread = (-torch.special.xlogy(mean_row, mean_row).sum(-1) - entropy.mean(-1)).clamp(min=0)
        near = offset.abs() <= _REACH
        sink = on(text.sinks)
        # Of each metric its value for every query, and which queries have one.
        all_rows = torch.ones(n, dtype=torch.bool, device=w.device)
        but_first = all_rows.clone()
        but_first[0] = False
        but_last = all_rows.clone()
        but_last[-1] = False
        repeats = text.earlier.any(-1)
        metrics = {
            "entropy": (entropy, all_rows), "relative_entropy": (entropy / above.clamp(min=2).log(), above > 1),
            "confidence": (w.amax(-1), all_rows), "diversity": (spread[:, None].expand(-1, n), all_rows),
            "mean_distance": (on(offset.abs()), all_rows), "local": (on(offset.abs() <= 2), all_rows),
            "long_range": (on(offset.abs() > 8), all_rows), "previous_token": (on(offset == -1), but_first),
            "next_token": (on(offset == 1), but_last), "same_token": (on(offset == 0), all_rows),
            "duplicate_token": (on(text.earlier), repeats), "induction": (on(text.after_earlier), repeats), "sink": (sink, all_rows),
            "first_token": (w[:, :, 0], all_rows), "first_token_rest": (w[:, :, 0], but_first),
            "special_tokens": (on(text.special), all_rows), "punctuation": (on(text.marks), all_rows)}
        means = numpy.full((self.heads, len(_METRICS)), numpy.nan)
        for name, (value, has) in metrics.items():
            at = _METRICS.index(name)
            has = has.expand(self.heads, -1)
            count = has.sum(-1)
            added = (value * has).sum(-1)
            numbers["queries"][rows, at] += count.cpu().numpy()
            numbers["sum"][rows, at] += added.cpu().numpy()
            means[:, at] = torch.where(count > 0, added / count.clamp(min=1), torch.nan).cpu().numpy()

        self._add_labels(rows, w, text, seen)
        largest = (w.amax(-1) * _WEIGHT_BINS).long().clamp(0, _WEIGHT_BINS - 1).cpu()
        for head in range(self.heads):
            numbers["largest"][rows.start + head] += torch.bincount(largest[head], minlength=_WEIGHT_BINS).numpy()
        bins = _distance_bins(n).to(w.device)[offset.abs()].reshape(-1)
        places = (offset + _REACH)[near]
        flat = w.reshape(self.heads, -1)
        adds = lambda size, at, what: torch.zeros(self.heads, size, dtype=w.dtype, device=w.device).index_add_(1, at, what)
        numbers["distances"][rows] += adds(_DISTANCES, bins, flat).cpu().numpy()
        numbers["offsets"][rows] += adds(2 * _REACH + 1, places, w[:, near]).cpu().numpy()
        numbers["offset_pairs"][layer] += torch.bincount((offset + _REACH)[near & seen], minlength=2 * _REACH + 1).cpu().numpy()
        even = (seen / seen.sum(-1, keepdim=True).clamp(min=1)).double().sum(0).cpu().numpy()
        received, active = w.sum(-2).cpu().numpy(), (total - on(text.sinks & seen)).cpu().numpy()
        counted = numpy.array([i for i, token in enumerate(text.ids)
                               if i > 0 and not bool(text.special[i]) and token < self.counted], numpy.int64)
        ids = numpy.array(text.ids)[counted] if len(counted) else counted
        numpy.add.at(numbers["token_even"][layer], ids, even[counted])
        for head in range(self.heads):
            numpy.add.at(numbers["token_received"][rows.start + head], ids, received[head, counted])
            numpy.add.at(numbers["token_active"][rows.start + head], ids, active[head, counted])
        return means

    def _add_labels(self, rows, w, text, seen):
        """The labels' scores and chance levels, the sink taken out and rows brought to sum 1 again."""
        keys = seen & ~text.sinks  # [queries, keys]
        visible, all_seen = keys.sum(-1), seen.sum(-1)
        rest = (w * keys).sum(-1)
        queries = ~text.sinks & (visible >= 2)
        used = queries & (rest > 0)  # [heads, queries]
        safe = torch.where(rest > 0, rest, 1)
        share = lambda found: found / visible.clamp(min=1)

        def add(label, score, chance, has):
            kind, at = ("label", _LABELS.index(label)) if label in _LABELS else (label, 0)
            has = has.expand(self.heads, -1)
            chance = chance.expand(self.heads, -1)
            apart = (score - chance) * has
            for name, number in (("score", score * has), ("chance", chance * has), ("squares", apart * apart), ("queries", has)):
                self.numbers[f"{kind}_{name}"][rows, at] += number.sum(-1).cpu().numpy()

        def add_keys(label, wanted, all_of_them):
            wanted = wanted & keys
            found = wanted.sum(-1)
            has = used & (found > 0) & ((found < visible) | all_of_them)
            add(label, (w * wanted).sum(-1) / safe, share(found).double(), has)

        for label, away in (("previous", -1), ("next", 1), ("own", 0)):
            add_keys(label, text.offset == away, True)
        near = text.offset.abs() <= 2
        add("local", (w * (near & keys)).sum(-1) / safe, share((near & keys).sum(-1)).double(), used)
        add_keys("punctuation", text.marks.expand(text.n, -1), False)
        add_keys("duplicate", text.twins, True)
        add_keys("induction", text.followers, True)
        left = torch.where(keys, w, 0)
        entropy = (rest * safe.log() - torch.special.xlogy(left, left).sum(-1)) / safe
        harmonic = torch.tensor([0.0, 0.0] + [1 / i for i in range(2, text.n + 1)], dtype=w.dtype, device=w.device).cumsum(0)
        most = visible.clamp(min=2).double().log()
        add("broad", entropy / most, harmonic[visible] / most, used)
        add("sink", (w * (seen & text.sinks)).sum(-1), ((all_seen - visible) / all_seen.clamp(min=1)).double(),
            ~text.sinks & (all_seen > 0))

    def _add_values(self, values, number):
        """The mean of each metric on one text, [heads, metrics], NaN for none."""
        numbers, has = self.numbers, ~numpy.isnan(values)
        there = numpy.where(has, values, 0)
        numbers["texts"] += has
        numbers["text_sum"] += there
        numbers["text_squares"] += there * there
        numbers["least"] = numpy.where(has, numpy.minimum(numbers["least"], there), numbers["least"])
        numbers["most"] = numpy.where(has, numpy.maximum(numbers["most"], there), numbers["most"])
        place = there * _BINS
        for name in _NATS:
            place[:, _METRICS.index(name)] = there[:, _METRICS.index(name)] * 10
        for name in _TOKENS:
            place[:, _METRICS.index(name)] = 8 * numpy.log2(1 + numpy.maximum(there[:, _METRICS.index(name)], 0))
        bins = numpy.clip(place, 0, _BINS - 1).astype(numpy.int64)
        heads, metrics = numpy.nonzero(has)
        numbers["bins"][heads, metrics, bins[heads, metrics]] += 1
        for first, sign in ((0, -1.0), (_ENDS, 1.0)):  # The strongest, then the weakest.
            ends = slice(first, first + _ENDS)
            hashes = numpy.concatenate([self.exemplar_hash[..., ends], numpy.full((*values.shape, 1), number, numpy.uint64)], -1)
            theirs = numpy.concatenate([self.exemplar_value[..., ends], there[..., None]], -1)
            empty = hashes == 0
            empty[..., -1] = ~has | (hashes[..., :-1] == number).any(-1)  # A text counts once.
            order = numpy.lexsort((hashes, numpy.where(empty, numpy.inf, sign * theirs)), axis=-1)[..., :_ENDS]
            filled = ~numpy.take_along_axis(empty, order, -1)
            self.exemplar_hash[..., ends] = numpy.where(filled, numpy.take_along_axis(hashes, order, -1), 0)
            self.exemplar_value[..., ends] = numpy.where(filled, numpy.take_along_axis(theirs, order, -1), 0)
        spots = 2 * _ENDS + bins[heads, metrics] * _RANGES // _BINS
        now = self.exemplar_hash[heads, metrics, spots]
        better = (now == 0) | (now > number)
        where = heads[better], metrics[better], spots[better]
        self.exemplar_hash[where] = number
        self.exemplar_value[where] = there[heads[better], metrics[better]]

    def _kept(self):
        used = {int(each) for each in numpy.unique(self.exemplar_hash) if each}
        return {number: text for number, text in self.kept.items() if number in used}

    def write(self, path):
        """Writes a .headstats file, whole or not at all."""
        path = os.fspath(path)
        if not path.endswith(".headstats"):
            raise ValueError(f"expected a name ending in .headstats, found '{path}'")
        kept = dict(sorted(self._kept().items()))
        places = {number: at for at, number in enumerate(kept)}
        seen = numpy.nonzero(self.numbers["token_count"])[0]
        words = {"texts": [{"hash": f"{number:016x}", **text} for number, text in kept.items()],
                 "token_names": [self.token_names[int(token)] for token in seen]}
        tensors = dict(self.numbers)
        for name in ("token_count", "token_even", "token_received", "token_active"):
            tensors[name] = tensors[name][..., seen]
        tensors["exemplar_value"] = self.exemplar_value
        tensors["exemplar_text"] = numpy.vectorize(lambda number: places.get(int(number), -1), otypes=[numpy.int64])(self.exemplar_hash)
        tensors["token_id"] = seen.astype(numpy.int64)
        tensors["words"] = numpy.frombuffer(json.dumps(words, ensure_ascii=False).encode("utf-8", "replace"), numpy.uint8)
        config = self.model.config
        corpus = hashlib.sha256(f"{self.source}\n{self.max_tokens}".encode()).hexdigest()[:16]
        notes = {"version": 1, "headlight": "headlight_statistics.py",
                 "model": {"name": os.path.basename(str(getattr(config, "_name_or_path", "")).rstrip("/")) or config.model_type,
                           "family": config.model_type, "architecture": type(self.model).__name__,
                           "identity": f"{_identity(self.model):016x}", "layers": self.layers, "heads": self.heads,
                           "attention": "decoder"},
                 "max_tokens": self.max_tokens, "counted_tokens": self.counted, "metrics": _METRICS, "patterns": [],
                 "parts": [{"corpus": corpus, "source": self.source, "shard": self.shard[0], "shards": self.shard[1]}],
                 "texts": self.texts, "tokens": self.tokens, "cut": int(self.cut), "replaced": 0, "skipped": self.skipped,
                 "hash": f"{self.hash:016x}", "skipped_texts": [{"place": place, "why": why} for place, why in self.skipped_texts]}
        _write_safetensors(path, tensors, {"headstats": json.dumps(notes, ensure_ascii=False)})


def _write_safetensors(path, tensors, metadata):
    kinds = {"float64": "F64", "int64": "I64", "uint8": "U8"}
    header, at = {"__metadata__": metadata}, 0
    for name, tensor in tensors.items():
        header[name] = {"dtype": kinds[tensor.dtype.name], "shape": list(tensor.shape), "data_offsets": [at, at + tensor.nbytes]}
        at += tensor.nbytes
    text = json.dumps(header, ensure_ascii=False).encode("utf-8", "replace")
    text += b" " * (-len(text) % 8)
    with open(path + ".part", "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text)
        for tensor in tensors.values():
            file.write(numpy.ascontiguousarray(tensor).tobytes())
    os.replace(path + ".part", path)
