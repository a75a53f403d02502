#!/usr/bin/python3
"""What a reading costs from Python above the same run in C++, and whether readings leak.

usage: bench_python.py HEADLIGHT BENCH_MODEL [--readings N]

HEADLIGHT and BENCH_MODEL are the programs of those names. A sentence of about 40 tokens, another each time, is read by the built-in gpt
through the package, and one head's attention taken as an array; BENCH_MODEL runs as many tokens. Seconds are medians of all readings,
and the best run of BENCH_MODEL. The memory of the program that the package keeps is printed after 100 readings and at the end.
"""

import argparse
import json
import os
import pathlib
import random
import re
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "resources" / "python"))

WORDS = "the king of the house was not at home when rain began to fall and people went away from this old garden with all their books".split()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("headlight")
    parser.add_argument("bench_model")
    parser.add_argument("--readings", type=int, default=1000)
    options = parser.parse_args()
    os.environ["HEADLIGHT_PROGRAM"] = options.headlight
    import headlight
    from headlight import _program

    def resident():
        status = pathlib.Path(f"/proc/{_program.shared().pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024

    model, draw = headlight.open("gpt"), random.Random(1)
    reading, attention, memory, tokens = [], [], {}, 0
    for number in range(1, options.readings + 1):
        text = " ".join(draw.choice(WORDS) for _ in range(38))
        start = time.perf_counter()
        read = model.read(text)
        between = time.perf_counter()
        read.attention(3, 1)
        reading.append(between - start)
        attention.append(time.perf_counter() - between)
        tokens = len(read.tokens)
        if number in (100, options.readings):
            memory[number] = round(resident(), 1)
    bare = subprocess.run([options.bench_model, str(ROOT / "resources/models/gpt"), str(tokens), "100"], check=True, capture_output=True,
                          text=True).stdout
    run = float(re.search(r"best run: ([\d.e-]+)", bare)[1])
    print(json.dumps({"tokens": tokens, "read_ms": round(statistics.median(reading) * 1e3, 2), "best_read_ms": round(min(reading) * 1e3, 2),
                      "run_ms": round(run * 1e3, 2), "attention_ms": round(statistics.median(attention) * 1e3, 2), "MiB": memory,
                      "load": os.getloadavg()[0]}))


main()
