"""Reads and writes Hugging Face model folders: config.json, model.safetensors in float16, tokenizer.json."""
import json
import os
import shutil
import struct

import numpy as np


def write_folder(folder, tensors, config, tokenizer):
    os.makedirs(folder, exist_ok=True)
    arrays = {n: t.detach().numpy().astype(np.float16) for n, t in sorted(tensors.items())}
    header, offset = {"__metadata__": {"format": "pt"}}, 0
    for name, a in arrays.items():
        header[name] = {"dtype": "F16", "shape": list(a.shape), "data_offsets": [offset, offset + a.nbytes]}
        offset += a.nbytes
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(os.path.join(folder, "model.safetensors"), "wb") as f:
        f.write(struct.pack("<Q", len(text)) + text)
        for a in arrays.values():
            f.write(a.tobytes())
    with open(os.path.join(folder, "config.json"), "w") as f:
        f.write(json.dumps(config, indent=2) + "\n")
    target = os.path.join(folder, "tokenizer.json")
    if os.path.abspath(tokenizer) != os.path.abspath(target):
        shutil.copy(tokenizer, target)


def read_folder(folder):
    """(config, {name: float32 array})."""
    config = json.load(open(os.path.join(folder, "config.json")))
    blob = open(os.path.join(folder, "model.safetensors"), "rb").read()
    size, = struct.unpack("<Q", blob[:8])
    header, arrays = json.loads(blob[8: 8 + size]), {}
    kinds = {"F16": np.float16, "F32": np.float32}
    for name, entry in header.items():
        if name != "__metadata__":
            a, b = entry["data_offsets"]
            arrays[name] = np.frombuffer(blob[8 + size + a: 8 + size + b], kinds[entry["dtype"]]).reshape(entry["shape"]).astype(np.float32)
    return config, arrays
