"""Writes reference.safetensors: metrics of every head over 200 texts, by plain NumPy over attentions that were saved
with `headlight attention`, one file a text.

    python reference.py path/to/headlight
"""
import json, struct, subprocess, sys, tempfile
from pathlib import Path
import numpy as np

here = Path(__file__).parent
texts = (here / "../../../resources/samples/sentences.txt").read_text().splitlines()[:200]
models = ["gpt", "bert", "sentiment"]
names = ["entropy", "relative_entropy", "confidence", "mean_distance", "local", "long_range", "previous_token", "next_token",
         "same_token", "duplicate_token", "induction", "sink", "first_token", "special_tokens", "punctuation"]


def read(file):
    data = file.read_bytes()
    size = struct.unpack("<Q", data[:8])[0]
    header = json.loads(data[8:8 + size])
    kinds = {"F32": np.float32, "I64": np.int64}
    return header["__metadata__"], {
        name: np.frombuffer(data[8 + size + at["data_offsets"][0]:8 + size + at["data_offsets"][1]],
                            kinds[at["dtype"]]).reshape(at["shape"])
        for name, at in header.items() if name != "__metadata__"}


def rows(weights, ids, special, marks, sinks):
    """For each metric its values for the queries that have one."""
    n = len(ids)
    q, k = np.indices((n, n))
    w = weights.astype(np.float64)
    log = np.where(w > 0, w * np.log(np.where(w > 0, w, 1)), 0)
    entropy, seen = -log.sum(1), (w > 0).sum(1)
    on = lambda keys: w[:, sorted(keys)].sum(1)
    earlier = [[j for j in range(i) if ids[j] == ids[i] and j not in special] if i not in special else [] for i in range(n)]
    have = [i for i in range(n) if earlier[i]]
    return {
        "entropy": entropy, "relative_entropy": entropy[seen > 1] / np.log(seen[seen > 1]), "confidence": w.max(1),
        "mean_distance": (w * abs(q - k)).sum(1), "local": (w * (abs(q - k) <= 2)).sum(1),
        "long_range": (w * (abs(q - k) > 8)).sum(1), "previous_token": np.diagonal(w, -1),
        "next_token": np.diagonal(w, 1), "same_token": np.diagonal(w),
        "duplicate_token": np.array([w[i, earlier[i]].sum() for i in have]),
        "induction": np.array([w[i, [j + 1 for j in earlier[i]]].sum() for i in have]),
        "sink": on(sinks), "first_token": w[:, 0], "special_tokens": on(special), "punctuation": on(marks)}


tensors = {}
for model in models:
    values, per_text, largest, distances, offsets = {}, {}, 0, 0, 0
    for text in texts:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "a.safetensors"
            subprocess.run([sys.argv[1], "attention", "--model", model, "--text", text, "-o", file], check=True,
                           stderr=subprocess.DEVNULL)
            notes, saved = read(file)
        notes, ids = json.loads(notes["headlight"]), saved["input_ids"].tolist()
        special = set(notes.get("special", []))
        tokens = notes["tokens"]
        marks = {i for i, t in enumerate(tokens) if i not in special and not any(c.isalpha() or c.isdecimal() for c in t)}
        sinks = special | {0}
        maps = [saved[f"attentions.{layer}"] for layer in range(sum(i.startswith("attentions.") for i in saved))]
        weights = np.concatenate(maps)
        n = len(ids)
        q, k = np.indices((n, n))
        bins = np.where(abs(q - k) <= 1, abs(q - k), 1 + np.ceil(np.log2(np.maximum(abs(q - k), 1)))).astype(int)
        largest = largest + np.array([np.bincount(np.minimum((w.max(1).astype(np.float64) * 50).astype(int), 49), minlength=50)
                                      for w in weights])
        distances = distances + np.array([np.bincount(bins.ravel(), w.ravel(), 16) for w in weights])
        near = abs(k - q) <= 32
        offsets = offsets + np.array([np.bincount((k - q + 32)[near], w[near], 65) for w in weights])
        for head, w in enumerate(weights):
            for metric, row in rows(w, ids, special, marks, sinks).items():
                if len(row) == 0: continue
                values.setdefault((head, metric), []).append(row)
                per_text.setdefault((head, metric), []).append(row.mean())
    heads = len(weights)
    table = np.zeros((heads, len(names), 7))
    for head in range(heads):
        for i, metric in enumerate(names):
            if (head, metric) not in values: continue
            all_rows, means = np.concatenate(values[head, metric]), np.array(per_text[head, metric])
            table[head, i] = [len(all_rows), all_rows.mean(), len(means), means.mean(), means.std(ddof=1), means.min(), means.max()]
    tensors |= {f"{model}.metrics": table, f"{model}.largest": largest.astype(np.float64), f"{model}.distances": distances,
                f"{model}.offsets": offsets}

header, data = {"__metadata__": {"metrics": ",".join(names)}}, b""
for name, tensor in tensors.items():
    piece = np.ascontiguousarray(tensor, np.float64).tobytes()
    header[name] = {"dtype": "F64", "shape": list(tensor.shape), "data_offsets": [len(data), len(data) + len(piece)]}
    data += piece
text = json.dumps(header).encode()
text += b" " * (-len(text) % 8)
(here / "reference.safetensors").write_bytes(struct.pack("<Q", len(text)) + text + data)
