"""Writes a checkpoint as a Hugging Face folder in float16.

    export.py DATA_DIR OUT_DIR CHECKPOINT [CHECKPOINT …] [--weights]

Several checkpoints are averaged. Taken is their running mean, or with --weights the weights of the last step.
"""
import argparse
import json
import os
import shutil
from types import SimpleNamespace

import torch
from safetensors.torch import save_file

from networks import NETWORKS


def main(argv=None):
    p = argparse.ArgumentParser()
    p.add_argument("data")
    p.add_argument("out")
    p.add_argument("checkpoints", nargs="+")
    p.add_argument("--weights", action="store_true")
    c = p.parse_args(argv)
    states = [torch.load(path, map_location="cpu") for path in c.checkpoints]
    for path, state in zip(c.checkpoints, states):
        if state["shape"] != states[0]["shape"]:
            raise SystemExit(f"{path} is a model of another shape: {state['shape']}, not {states[0]['shape']}")
    sets = [s["model" if c.weights else "mean"] for s in states]
    shape = SimpleNamespace(**states[0]["shape"])
    model = NETWORKS[shape.kind](shape)
    model.load_state_dict({n: sum(s[n] for s in sets) / len(sets) for n in sets[0]})
    tensors = {n: w.to(torch.float16).contiguous() for n, w in model.tensors().items()}
    for n, w in tensors.items():
        if not w.isfinite().all():
            raise SystemExit(f"{n} has numbers that float16 cannot hold")
    os.makedirs(c.out, exist_ok=True)
    save_file(tensors, os.path.join(c.out, "model.safetensors"), {"format": "pt"})
    with open(os.path.join(c.out, "config.json"), "w", encoding="utf-8") as f:
        f.write(json.dumps(model.config(), indent=2) + "\n")
    shutil.copy(os.path.join(c.data, "tokenizer.json"), c.out)


if __name__ == "__main__":
    main()
