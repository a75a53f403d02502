#!/usr/bin/python3
"""`headlight corpus` beside PyTorch that collects the same numbers: a random model of MiniLM's shape (6 layers of 12 heads, width 384),
the same texts of random tokens, the same threads, in turns, in one run.

usage: bench_corpus_beside_torch.py BENCH_CORPUS [--texts N] [--rounds N]

BENCH_CORPUS is the program of that name. PyTorch runs eager attention of the Transformers library in batches of 16 texts with weights
given out, and headlight_statistics.py adds up what `headlight corpus` adds up. Each side's best round counts, on the clock and in
processor time of all threads; the load of the machine is printed with them. Without PyTorch and Transformers the script says so and ends
well.
"""

import argparse
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

try:
    import torch
    import transformers
except ImportError:
    print("PyTorch and Transformers are not installed: nothing is compared.")
    sys.exit(0)

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "resources" / "python"))
from headlight_statistics import Statistics  # noqa: E402

TOKENS, BATCH, THREADS = 64, 16, 2


class Ids:
    """A tokenizer of texts that are their ids."""

    pad_token_id = 0

    def __call__(self, text, return_special_tokens_mask):
        ids = [int(each) for each in text.split()]
        return {"input_ids": ids, "special_tokens_mask": [0] * len(ids)}

    def decode(self, ids):
        return str(ids[0])


def timed(work):
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - clock, time.process_time() - processor


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bench")
    parser.add_argument("--texts", type=int, default=160)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    torch.set_num_threads(THREADS)
    config = transformers.BertConfig(hidden_size=384, num_hidden_layers=6, num_attention_heads=12, intermediate_size=1536)
    config._attn_implementation = "eager"
    model = transformers.BertModel(config).eval()
    draw = random.Random(1)
    texts = [" ".join(str(draw.randrange(1000, config.vocab_size)) for _ in range(TOKENS)) for _ in range(options.texts)]
    batches = [texts[at:at + BATCH] for at in range(0, len(texts), BATCH)]

    def collect():
        statistics = Statistics(model, Ids(), source="random tokens")
        for batch in batches:
            statistics.add(batch)
        assert statistics.texts == options.texts

    @torch.no_grad()
    def forward():
        for batch in batches:
            model(input_ids=torch.tensor([[int(each) for each in text.split()] for text in batch]))

    rounds = {"headlight": [], "torch": [], "torch_forward": []}
    with tempfile.TemporaryDirectory() as folder:
        model.save_pretrained(folder)
        forward()
        for _ in range(options.rounds):
            run = subprocess.run([options.bench, folder, str(TOKENS), str(options.texts), "1"], check=True, capture_output=True,
                                 text=True, env={**os.environ, "OMP_NUM_THREADS": str(THREADS)})
            ours = json.loads(run.stdout)
            rounds["headlight"].append((options.texts / ours["texts_per_s"], options.texts * ours["processor_ms"] / 1e3))
            rounds["torch"].append(timed(collect))
            rounds["torch_forward"].append(timed(forward))
    clock = {side: min(each[0] for each in all) for side, all in rounds.items()}
    work = {side: min(each[1] for each in all) for side, all in rounds.items()}
    print(json.dumps({**{f"{side}_texts_per_s": round(options.texts / seconds, 1) for side, seconds in clock.items()},
                      "ratio": round(clock["torch"] / clock["headlight"], 2),
                      "ratio_by_processor": round(work["torch"] / work["headlight"], 2),
                      "ratio_to_torch_forward_by_processor": round(work["torch_forward"] / work["headlight"], 2),
                      "load": os.getloadavg()[0]}))


main()
