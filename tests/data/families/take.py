#!/usr/bin/env python3
"""Takes reference models into this folder: config.json, the weights, and of the expected values those of one input.

    take.py REFERENCE NAME…    REFERENCE/NAME holds config.json, model.safetensors, expected.safetensors, or the folders
                               base and adapter and expected.safetensors
"""
import json, os, re, shutil, struct, sys

HERE = os.path.dirname(os.path.abspath(__file__))
TAKEN = 2  # Twelve tokens: longer than the windows, short enough to be kept.


def cut(source, target):
    """Keeps the tensors of input TAKEN, as those of input 0."""
    with open(source, "rb") as file:
        size = struct.unpack("<Q", file.read(8))[0]
        header = json.loads(file.read(size))
        numbers = file.read()
    kept, data = {}, b""
    for name, tensor in sorted(header.items()):
        found = re.fullmatch(r"(\w+)\.(\d+)(\.\d+)?", name)
        if not found or int(found[2]) != TAKEN:
            continue
        begin, end = tensor["data_offsets"]
        kept[found[1] + ".0" + (found[3] or "")] = dict(tensor, data_offsets=[len(data), len(data) + end - begin])
        data += numbers[begin:end]
    text = json.dumps(kept, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    with open(target, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + data)


def take(reference, name):
    source, target = os.path.join(reference, name), os.path.join(HERE, name)
    for file in ("config.json", "model.safetensors", "base/config.json", "base/model.safetensors",
                 "adapter/adapter_config.json", "adapter/adapter_model.safetensors"):
        if os.path.exists(os.path.join(source, file)):
            os.makedirs(os.path.dirname(os.path.join(target, file)), exist_ok=True)
            shutil.copyfile(os.path.join(source, file), os.path.join(target, file))
    cut(os.path.join(source, "expected.safetensors"), os.path.join(target, "expected.safetensors"))


for each in sys.argv[2:]:
    take(sys.argv[1], each)
