"""Writes comparison.json: how two quantisations of one model differ, by NumPy and the package gguf from what the
reference library computed of both (expected.safetensors).
usage: comparison.py [MODELS] [OUT]  (MODELS: a folder with NAME/NAME.gguf and NAME/expected.safetensors)"""
import json
import pathlib
import sys

import gguf
import numpy as np
from safetensors.numpy import load_file

PAIRS = [("llama-q80", "llama-q40"), ("llama-f32", "llama-q40"), ("gpt2-f16", "gpt2-q40"), ("bert-f16", "bert-q80"),
         ("llama-wide-q4km", "llama-wide-q3km")]
INPUT = 1
here = pathlib.Path(__file__).parent
models = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else here / "models"
out = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else here / "comparison.json"


def x_log_x(x):
    return np.where(x > 0, x * np.log(np.where(x > 0, x, 1)), 0)


def rows_apart(p, q):
    """Mean over rows: Jensen-Shannon divergence in nats and total variation."""
    p, q = (m.astype(np.float64) / m.sum(-1, keepdims=True, dtype=np.float64) for m in (p, q))
    js = (0.5 * (x_log_x(p) + x_log_x(q)) - x_log_x(0.5 * (p + q))).sum(-1)
    return float(js.mean()), float(0.5 * np.abs(p - q).sum(-1).mean())


def log_softmax(x):
    x = x.astype(np.float64)
    x = x - x.max(-1, keepdims=True)
    return x - np.log(np.exp(x).sum(-1, keepdims=True))


def tensors_of(name):
    reader = gguf.GGUFReader(models / name / f"{name}.gguf")
    return {t.name: (t.tensor_type.name, gguf.quants.dequantize(t.data, t.tensor_type)) for t in reader.tensors}


pairs = []
for one, other in PAIRS:
    a, b = (load_file(models / name / "expected.safetensors") for name in (one, other))
    heads = []
    layer = 0
    while f"attentions.{INPUT}.{layer}" in a:
        x, y = a[f"attentions.{INPUT}.{layer}"], b[f"attentions.{INPUT}.{layer}"]
        for head in range(len(x)):
            js, tv = rows_apart(x[head], y[head])
            heads.append({"layer": layer, "head": head, "divergence": js, "total_variation": tv,
                          "largest": float(np.abs(x[head] - y[head]).max())})
        layer += 1
    none = np.zeros((0, 1), np.float32)
    p, q = (log_softmax(side.get(f"logits.{INPUT}", none)) for side in (a, b))
    answers = [{"divergence": float((np.exp(p[i]) * (p[i] - q[i])).sum()), "one": int(p[i].argmax()),
                "other": int(q[i].argmax()), "one_probability": float(np.exp(p[i].max())),
                "other_probability": float(np.exp(q[i].max()))} for i in range(len(p))]
    finer, coarser = tensors_of(one), tensors_of(other)
    tensors = {name: {"finer": kind, "other": coarser[name][0],
                      "relative": float(np.linalg.norm((coarser[name][1] - x).astype(np.float64)) /
                                        np.linalg.norm(x.astype(np.float64))),
                      "largest": float(np.abs(coarser[name][1] - x).max())} for name, (kind, x) in finer.items()}
    pairs.append({"one": one, "other": other, "input": INPUT, "ids": a[f"input_ids.{INPUT}"].tolist(), "heads": heads,
                  "answers": answers, "tensors": tensors})
out.write_text("[" + ",\n".join(json.dumps(pair) for pair in pairs) + "]\n")
