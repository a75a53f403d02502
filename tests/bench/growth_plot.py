#!/usr/bin/env python3
"""Draws how memory and time grow with the length of the text, from bench_forward's JSON; prints the table for the README.

usage: bench_forward --benchmark_filter=growth --benchmark_out=growth.json --benchmark_out_format=json
       growth_plot.py growth.json growth.svg
"""
import json
import math
import sys

INK, MUTED, LINE, BLUE, ORANGE = "#1f2430", "#6b7280", "#d9dce3", "#3556b8", "#d9691e"
WIDTH, HEIGHT, LEFT, TOP, ROOM_X, ROOM_Y, GAP = 760, 300, 56, 40, 280, 196, 104


def text(x, y, words, size=12, anchor="middle", colour=INK):
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}" fill="{colour}">{words}</text>'


def panel(left, title, points, colour, marks, name):
    """One curve over the tokens, both axes logarithmic, and a dashed line of slope 1 through its last point."""
    xs = [math.log2(n) for n, _ in points]
    low, high = math.log10(marks[0]), math.log10(marks[-1])
    at_x = lambda n: left + (math.log2(n) - xs[0]) / (xs[-1] - xs[0]) * ROOM_X
    at_y = lambda v: TOP + ROOM_Y - (math.log10(v) - low) / (high - low) * ROOM_Y
    out = [text(left, TOP - 16, title, 13, "start")]
    for mark in marks:
        out.append(f'<path d="M{left} {at_y(mark):.1f}h{ROOM_X}" stroke="{LINE}"/>')
        out.append(text(left - 8, at_y(mark) + 4, name(mark), 11, "end", MUTED))
    for n, _ in points:
        out.append(text(at_x(n), TOP + ROOM_Y + 18, f"{n // 1024}k", 11, "middle", MUTED))
    out.append(text(left + ROOM_X / 2, TOP + ROOM_Y + 38, "tokens", 11, "middle", MUTED))
    last_n, last = points[-1]
    first = max(marks[0], last * points[0][0] / last_n)
    begin = last_n * first / last
    out.append(f'<path d="M{at_x(begin):.1f} {at_y(first):.1f}L{at_x(last_n):.1f} {at_y(last):.1f}" stroke="{MUTED}" '
               'stroke-dasharray="4 4"/>')
    path = "L".join(f"{at_x(n):.1f} {at_y(v):.1f}" for n, v in points)
    out.append(f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
    out += [f'<circle cx="{at_x(n):.1f}" cy="{at_y(v):.1f}" r="3.5" fill="{colour}"/>' for n, v in points]
    return out


def main():
    with open(sys.argv[1]) as file:
        runs = [b for b in json.load(file)["benchmarks"] if b["name"].startswith("growth/")]
    rows = [(int(b["name"].split("/")[1]), b["whole_process_MiB"], b["us_per_token"]) for b in runs]
    print("| tokens | " + " | ".join(f"{n:,}" for n, _, _ in rows) + " |")
    print("|---" * (len(rows) + 1) + "|")
    print("| memory of the whole process, MiB | " + " | ".join(f"{m:.0f}" for _, m, _ in rows) + " |")
    print("| time, s | " + " | ".join(f"{n * t / 1e6:.2f}" for n, _, t in rows) + " |")
    memory = [(n, m) for n, m, _ in rows]
    time = [(n, n * t / 1e6) for n, _, t in rows]
    svg = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
           'font-family="Noto Sans, DejaVu Sans, sans-serif">', f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>']
    svg += panel(LEFT, "Memory of the whole process", memory, BLUE, [30, 100, 300, 1000, 3000],
                 lambda mark: f"{mark:,} MiB")
    svg += panel(LEFT + ROOM_X + GAP, "Time of one run", time, ORANGE, [0.01, 0.1, 1, 10, 100], lambda mark: f"{mark:g} s")
    svg += [text(LEFT, HEIGHT - 8, "Dashed: twice the tokens, twice as much.", 11, "start", MUTED), "</svg>"]
    with open(sys.argv[2], "w") as file:
        file.write("\n".join(svg) + "\n")


if __name__ == "__main__":
    main()
