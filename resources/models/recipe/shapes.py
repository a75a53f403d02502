"""Pictures of coloured shapes with their captions, written by a grammar: what `captioner` reads and says.

A picture shows one shape, or two of which the larger is named first: "a red circle", "a red circle left of a blue square". A caption
follows from its picture alone. Where things stand, how large they are, their exact colours, the ground and its proportions vary.

    shapes.py OUT_DIR COUNT        writes held-out pictures as PNG files, and pictures.jsonl with their captions and things
    shapes.py OUT_DIR samples      writes the pictures of the program's examples, of held-out pairs too
"""
import colorsys
import json
import math
import os
import random
import sys
import zlib

from PIL import Image, ImageDraw

SIDE = 240  # pixels of a drawing; the model reads a third of that

# hue in degrees, saturation and value: from, to
COLOURS = {
    "red": ((-8, 8), (0.75, 1.0), (0.72, 1.0)),
    "orange": ((23, 33), (0.85, 1.0), (0.92, 1.0)),
    "yellow": ((49, 60), (0.75, 1.0), (0.92, 1.0)),
    "green": ((105, 145), (0.55, 1.0), (0.45, 0.8)),
    "blue": ((205, 235), (0.65, 1.0), (0.6, 1.0)),
    "purple": ((270, 292), (0.5, 0.9), (0.42, 0.72)),
    "pink": ((325, 345), (0.35, 0.55), (0.95, 1.0)),
    "black": ((0, 360), (0.0, 0.3), (0.0, 0.14)),
}
RELATIONS = ("left of", "right of", "above", "below")


def star():
    return [((1 if k % 2 == 0 else 0.45) * math.sin(k * math.pi / 5), -(1 if k % 2 == 0 else 0.45) * math.cos(k * math.pi / 5)) for k in range(10)]


def heart():
    around = [k * math.pi / 24 for k in range(48)]
    return [(math.sin(t) ** 3, -(13 * math.cos(t) - 5 * math.cos(2 * t) - 2 * math.cos(3 * t) - math.cos(4 * t) - 2.5) / 14.5) for t in around]


def circle(radius):
    return [(radius * math.cos(k * math.pi / 30), radius * math.sin(k * math.pi / 30)) for k in range(60)]


# Outlines in the square from -1 to 1, y downwards; a ring has a second one that is left out.
SHAPES = {
    "circle": [circle(0.95)],
    "square": [[(-0.84, -0.84), (0.84, -0.84), (0.84, 0.84), (-0.84, 0.84)]],
    "triangle": [[(0, -0.9), (1, 0.82), (-1, 0.82)]],
    "diamond": [[(0, -1), (0.8, 0), (0, 1), (-0.8, 0)]],
    "star": [star()],
    "cross": [[(-0.32, -1), (0.32, -1), (0.32, -0.32), (1, -0.32), (1, 0.32), (0.32, 0.32), (0.32, 1), (-0.32, 1), (-0.32, 0.32), (-1, 0.32), (-1, -0.32), (-0.32, -0.32)]],
    "ring": [circle(0.97), circle(0.52)],
    "heart": [heart()],
}
THINGS = [(colour, shape) for colour in COLOURS for shape in SHAPES]


def colour_in(rng, ranges):
    hue, saturation, value = (rng.uniform(*r) for r in ranges)
    return tuple(round(255 * v) for v in colorsys.hsv_to_rgb(hue / 360 % 1, saturation, value))


def ground(rng):
    kind = rng.random()
    if kind < 0.3:
        return (255, 255, 255)
    return colour_in(rng, ((0, 360), (0, 0.12), (0.86, 1.0)) if kind < 0.8 else ((0, 360), (0, 0.1), (0.5, 0.8)))


def held_out(first, second):
    """Whether no training picture shows the two things together, in whatever order: a tenth of all pairs."""
    return zlib.crc32("|".join(sorted(" ".join(t) for t in (first, second))).encode()) % 10 == 0


def named(thing):
    colour, shape = thing
    return f"{'an' if colour[0] in 'aeiou' else 'a'} {colour} {shape}"


def relation(first, second):
    """Where the first (x, y) is, seen from the second, or None where one could argue."""
    dx, dy = first[0] - second[0], first[1] - second[1]
    if max(abs(dx), abs(dy)) < 1.5 * min(abs(dx), abs(dy)):
        return None
    return ("left of" if dx < 0 else "right of") if abs(dx) > abs(dy) else ("above" if dy < 0 else "below")


def apart(first, second):
    return max(abs(first["x"] - second["x"]), abs(first["y"] - second["y"])) > first["radius"] + second["radius"] + 0.02


def placed(rng, things, asked=None):
    """Two things somewhere in the picture as the grammar wants them, in the relation that is asked for."""
    while True:
        large = rng.uniform(0.17, 0.25)
        small = rng.uniform(0.105, min(0.15, large / 1.5))
        parts = []
        for (colour, shape), radius in zip(things, (large, small)):
            parts.append({"colour": colour, "shape": shape, "radius": radius, "x": rng.uniform(radius + 0.01, 0.99 - radius), "y": rng.uniform(radius + 0.01, 0.99 - radius)})
        said = relation(*((p["x"], p["y"]) for p in parts))
        if said and apart(*parts) and asked in (None, said):
            return parts, said


def draw(parts, ground_colour, size=(SIDE, SIDE)):
    """The picture; radius, x and y are fractions of its sides."""
    image = Image.new("RGB", size, ground_colour)
    pen = ImageDraw.Draw(image)
    for p in parts:
        outlines = [[((p["x"] + p["radius"] * x) * size[0], (p["y"] + p["radius"] * y) * size[1]) for x, y in outline] for outline in SHAPES[p["shape"]]]
        pen.polygon(outlines[0], fill=p["paint"])
        for hole in outlines[1:]:
            pen.polygon(hole, fill=ground_colour)
    return image


def paint(rng, parts):
    for p in parts:
        p["paint"] = colour_in(rng, COLOURS[p["colour"]])


def sample(rng, unseen=False):
    """A picture, its caption and its parts: of the pairs kept for training, or of those held out."""
    if not unseen and rng.random() < 0.15:
        (colour, shape), radius = rng.choice(THINGS), rng.uniform(0.105, 0.25)
        parts = [{"colour": colour, "shape": shape, "radius": radius, "x": rng.uniform(radius + 0.01, 0.99 - radius), "y": rng.uniform(radius + 0.01, 0.99 - radius)}]
        caption = named((colour, shape))
    else:
        while True:
            things = rng.sample(THINGS, 2)
            if held_out(*things) == unseen:
                break
        parts, said = placed(rng, things, rng.choice(RELATIONS))
        caption = f"{named(things[0])} {said} {named(things[1])}"
    paint(rng, parts)
    width = round(SIDE * rng.uniform(0.85, 1.18))
    return draw(parts, ground(rng), (width, SIDE)), caption, parts


def thing(colour, shape, radius, x, y, paint):
    return {"colour": colour, "shape": shape, "radius": radius, "x": x, "y": y, "paint": paint}


SAMPLES = {  # The ground, the larger thing, the smaller one.
    "circle_star.png": [(255, 255, 255), thing("red", "circle", 0.21, 0.30, 0.44, (214, 40, 40)), thing("purple", "star", 0.115, 0.76, 0.58, (112, 48, 160))],
    "heart_triangle.png": [(250, 244, 232), thing("green", "heart", 0.22, 0.56, 0.32, (34, 139, 70)), thing("blue", "triangle", 0.115, 0.44, 0.78, (38, 92, 214))],
    "star_square.png": [(214, 220, 228), thing("yellow", "star", 0.23, 0.68, 0.55, (250, 208, 30)), thing("orange", "square", 0.105, 0.22, 0.42, (245, 130, 32))],
}


def main():
    out = sys.argv[1]
    os.makedirs(out, exist_ok=True)
    if sys.argv[2] == "samples":
        for name, (ground_colour, *parts) in SAMPLES.items():
            draw(parts, ground_colour, (480, 480)).save(os.path.join(out, name), optimize=True)
        return
    count = int(sys.argv[2])
    rng = random.Random(20260)
    with open(os.path.join(out, "pictures.jsonl"), "w", encoding="utf-8") as lines:
        for k in range(count):
            image, caption, parts = sample(rng, unseen=True)
            image.save(os.path.join(out, f"{k:04d}.png"))
            lines.write(json.dumps({"picture": f"{k:04d}.png", "caption": caption, "parts": parts}) + "\n")


if __name__ == "__main__":
    main()
