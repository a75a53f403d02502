#!/usr/bin/env python3
"""How long each grid of the circuits takes on a model, and how it grows with the text: the whole command, by the clock and by processor time.

usage: bench_circuits.py HEADLIGHT [--model FOLDER] [--tokens 20,40,80] [--only patch,lens]

HEADLIGHT is the program. Text A is a stretch of the model's own kind of text in ids 50 to 2050, text B has two of its tokens replaced. Without
--model it is the built-in one. A line that ends in a message is a method that refused the model or the length.
"""
import argparse
import random
import resource
import subprocess
import sys
import tempfile
import time

# Method, --values, and what it reads: two texts, a metric, a cell, a subject.
GRIDS = [("lens", "", ""), ("attribution", "", "m"), ("score", "", "c"),
         *(("patch", value, "bm") for value in ("stream", "attn_out", "mlp_out", "z", "q", "k", "v", "pattern", "z_by_token")),
         *(("ablate-parts", value, "m") for value in ("zero", "mean")), ("remove", "hide", "t"),
         *(("causal-trace", value, "ts") for value in ("stream", "attn_out", "mlp_out")),
         ("head-tests", "", ""), ("flow", "", ""), ("token-gradients", "", "m"), ("integrated-gradients", "", "m"),
         ("gradient-attention", "", "m"), ("head-importance", "", "m"), ("relevance", "", "m"), ("attribution-patching", "", "bm"),
         ("edge-attribution", "eap", "bm"), ("edge-attribution", "eap_ig", "bm"), ("path", "", "bm"), ("edges", "exact", "bm"),
         ("circuit", "", "bm")]


def command(a, method, values, reads, tokens, output):
    draw = random.Random(tokens)
    ids = [draw.randrange(50, 2050) for _ in range(tokens)]
    other = list(ids)
    other[tokens // 4], other[tokens // 4 + 1] = 60, 61
    line = [a.headlight, "analyse", method, "--ids", ",".join(map(str, ids)), "-o", output]
    if a.model:
        line += ["--model", a.model]
    if values:
        line += ["--values", values]
    if "b" in reads:
        line += ["--other-ids", ",".join(map(str, other))]
    if "m" in reads:
        line += ["--target", "id:100", "--against", "id:101"]
    if "t" in reads:
        line += ["--target", "id:100"]
    if "c" in reads:
        line += ["--cell", f"2.0:{tokens - 1},{tokens // 2}"]
    if "s" in reads:
        line += ["--subject", f"{tokens // 4}-{tokens // 4 + 1}"]
    return line


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("headlight")
    parser.add_argument("--model")
    parser.add_argument("--tokens", default="20,40,80")
    parser.add_argument("--only", default="")
    a = parser.parse_args()
    lengths = [int(each) for each in a.tokens.split(",")]
    only = [each for each in a.only.split(",") if each]
    print("| grid |" + "".join(f" {n} tokens |" for n in lengths) + "\n|---|" + "---|" * len(lengths))
    with tempfile.TemporaryDirectory() as folder:
        for method, values, reads in GRIDS:
            if only and method not in only:
                continue
            cells = []
            for n in lengths:
                before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
                done = subprocess.run(command(a, method, values, reads, n, folder + "/out.safetensors"), capture_output=True, text=True)
                clock, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
                used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
                problem = next((each for each in done.stderr.splitlines() if each.strip()), "failed")
                cells.append(f"{clock:.2f} ({used:.2f})" if done.returncode == 0 else problem[:60])
            print(f"| {method} {values} |" + "".join(f" {cell} |" for cell in cells), flush=True)


if __name__ == "__main__":
    sys.exit(main())
