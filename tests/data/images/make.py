"""Makes a picture and what Pillow and NumPy make of it: the resized bytes, and values prepared as preprocessor_config.json says.

usage: make.py FOLDER      (Debian: python3-pil, python3-numpy)

picture.png (picture.bin: its bytes, 83 x 61 pixels) has smooth parts, sharp edges and single bright pixels; resized.bin holds one byte picture after the other in the
order of resized.txt, whose lines are: number of the filter, width, height. NAME.json is a preprocessor_config.json and
NAME.bin the values [3, H, W] in float32 that the steps it names give.
"""
import json
import os
import sys

import numpy as np
from PIL import Image

folder = sys.argv[1]
rng = np.random.default_rng(3)
h, w = 61, 83
y, x = np.mgrid[0:h, 0:w]
a = np.stack((120 + 100 * np.sin(x / 9 + y / 17), 255 * ((x // 7 + y // 5) % 2), 3.1 * x), -1)
a[rng.random((h, w)) < 0.03] = 255
a[20:40, 30:60] = rng.integers(0, 256, (20, 30, 3))
image = Image.fromarray(np.clip(a, 0, 255).astype(np.uint8))
image.save(os.path.join(folder, "picture.png"))
open(os.path.join(folder, "picture.bin"), "wb").write(image.tobytes())

sizes = [(0, 29, 40), (1, 20, 31), (1, 100, 70), (2, 32, 32), (2, 7, 61), (2, 83, 19), (2, 120, 90), (3, 32, 32), (3, 28, 21),
         (3, 160, 100), (4, 30, 22), (5, 33, 20)]
with open(os.path.join(folder, "resized.txt"), "w") as f, open(os.path.join(folder, "resized.bin"), "wb") as data:
    for kind, width, height in sizes:
        f.write(f"{kind} {width} {height}\n")
        data.write(np.asarray(image.resize((width, height), resample=kind)).tobytes())


def shorter(edge):
    short = min(image.size)
    return tuple(edge if side == short else int(edge * side / short) for side in image.size)


def crop(a, height, width):
    """The middle, black where the picture ends; halves round down."""
    out = np.zeros((height, width, 3), np.uint8)
    top, left = (a.shape[0] - height) // 2, (a.shape[1] - width) // 2
    for row in range(height):
        for col in range(width):
            if 0 <= row + top < a.shape[0] and 0 <= col + left < a.shape[1]:
                out[row, col] = a[row + top, col + left]
    return out


def prepared(name, config, size, kind, cut, mean, std):
    now = image if size is None else image.resize(size, resample=kind)
    a = np.asarray(now)
    if cut:
        a = crop(a, *cut)
    values = (a * (1 / 255)).astype(np.float32)
    values = (values - np.array(mean, np.float32)) / np.array(std, np.float32)
    values.transpose(2, 0, 1).astype(np.float32).tofile(os.path.join(folder, name + ".bin"))
    json.dump(config, open(os.path.join(folder, name + ".json"), "w"), indent=1)


half = [0.5] * 3
prepared("vit", {"image_processor_type": "ViTImageProcessor", "size": {"height": 24, "width": 32}, "resample": 2}, (32, 24), 2, None, half, half)
prepared("vit-old", {"feature_extractor_type": "ViTFeatureExtractor", "do_normalize": True, "do_resize": True, "size": 30,
                     "image_mean": [0.4, 0.5, 0.6], "image_std": [0.2, 0.25, 0.3]}, (30, 30), 2, None, [0.4, 0.5, 0.6], [0.2, 0.25, 0.3])
prepared("deit", {"image_processor_type": "DeiTImageProcessor", "size": {"height": 33, "width": 33}, "crop_size": {"height": 28, "width": 26}},
         (33, 33), 3, (28, 26), half, half)
prepared("clip", {"image_processor_type": "CLIPImageProcessor", "size": {"shortest_edge": 25}, "crop_size": 25}, shorter(25), 3, (25, 25),
         [0.48145466, 0.4578275, 0.40821073], [0.26862954, 0.26130258, 0.27577711])
prepared("padded", {"image_processor_type": "ViTImageProcessor", "do_resize": False, "do_center_crop": True, "do_normalize": False,
                    "crop_size": {"height": 70, "width": 40}}, None, 0, (70, 40), [0, 0, 0], [1, 1, 1])
