"""Measures a captioner on pictures that no training saw: what it says, and with the program where its heads look as it says it.

    captions.py FOLDER [--pictures N]
    captions.py FOLDER --headlight PROGRAM [--pictures N]

Right is a caption that is the grammar's letter for letter, each time with the likeliest word. Without the program the library counts these
alone, a hundred pictures at a time. The share of a head is the part of a row's whole
attention that lies on the patches which a thing touches, in the rows that say its colour and its shape; `touched` is what a row would give
that looked at all patches alike.
"""
import argparse
import json
import os
import random
import subprocess
import tempfile
from collections import defaultdict

import numpy as np
from safetensors.numpy import load_file

import shapes


def counted(folder, count):
    """How many captions are right. Words are judged after the right ones, which are a right caption's own."""
    import torch
    from transformers import LlavaForConditionalGeneration

    import train_captioner

    run = object.__new__(train_captioner.Run)
    run.model = LlavaForConditionalGeneration.from_pretrained(folder, dtype=torch.float32)
    right = 0
    with torch.no_grad():
        for first in range(0, count, 100):
            pictures, ids, answers = train_captioner.batch(f"captions {first}", min(100, count - first), unseen=True)
            said = run.logits(pictures, ids).argmax(-1)
            right += ((said == answers) | (answers == -100)).all(1).sum().item()
    return {"pictures": count, "right": right}


def called(program, *words):
    return subprocess.run([program, *words], check=True, capture_output=True, text=True).stdout


def touched(part, size, boxes):
    """Which of the patches [k, 4] show a bit of the thing."""
    there = np.asarray(shapes.draw([{**part, "paint": (255, 255, 255)}], (0, 0, 0), size))[..., 0] > 0
    edges = np.rint(boxes * np.array([size[0], size[1], size[0], size[1]])).astype(int)
    return np.array([there[y0:y1, x0:x1].any() for x0, y0, x1, y1 in edges])


def sayings(caption):
    """For the first thing and the second, which words of the caption say its colour and its shape."""
    words = caption.split()
    return [[i, i + 1] for i, word in enumerate(words) if word in shapes.COLOURS]


def measured(folder, program, count, there):
    right, wrong, shares, alike = 0, [], defaultdict(list), []
    rng = random.Random("captions")
    file, out = os.path.join(there, "picture.png"), os.path.join(there, "maps.safetensors")
    for _ in range(count):
        image, caption, parts = shapes.sample(rng, unseen=True)
        image.save(file)
        said = json.loads(called(program, "predict", "--model", folder, "--image", file, "--text=", "--generate", "12"))["text"].replace("</s>", "").strip()
        right += said == caption
        if said != caption:
            wrong.append([caption, said])
        called(program, "attention", "--model", folder, "--image", file, "--text", caption, "--with", "places", "-o", out)
        maps = load_file(out)
        places, boxes = maps["image_positions"], maps["boxes"]
        before = len(maps["input_ids"]) - len(caption.split()) - 1  # The row that says the first word.
        for part, words in zip(parts, sayings(caption)):
            own = places[touched(part, image.size, boxes)]
            alike.append(len(own) / len(places))
            for layer in range(len([name for name in maps if name.startswith("attentions.")])):
                rows = maps[f"attentions.{layer}"][:, [before + i for i in words]]
                for head, share in enumerate(rows[..., own].sum(-1)):
                    shares[f"{layer}.{head}"].append(share)
    return {"pictures": count, "right": right / count, "wrong": wrong[:10], "touched": float(np.mean(alike)),
            "heads": {head: {"colour": float(np.mean([s[0] for s in each])), "shape": float(np.mean([s[1] for s in each]))} for head, each in shares.items()}}


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("folder")
    p.add_argument("--headlight", help="the program")
    p.add_argument("--pictures", type=int, default=300)
    c = p.parse_args()
    if not c.headlight:
        return print(json.dumps(counted(os.path.abspath(c.folder), c.pictures)))
    with tempfile.TemporaryDirectory() as there:
        print(json.dumps(measured(os.path.abspath(c.folder), c.headlight, c.pictures, there), indent=1))


if __name__ == "__main__":
    main()
