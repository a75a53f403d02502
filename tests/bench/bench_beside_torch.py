#!/usr/bin/python3
"""Headlight beside PyTorch that returns every attention matrix: same random weights, same threads, in turns, in one run.

usage: bench_beside_torch.py BENCH_FORWARD [--rounds N] [--json FILE]

BENCH_FORWARD is the program of that name. PyTorch runs what the reference library calls eager attention: scores, mask,
softmax and mixing as separate operations, all heads' weights and all hidden states kept. Headlight's time includes the
numbers of a picture of every head; PyTorch's includes none. Each side's best round counts. Memory is the most that a
process takes above what it has with the weights read and a short text run. Needs Debian's python3-torch; without it the
script says so and ends well.
"""
import argparse
import json
import math
import mmap
import os
import re
import struct
import subprocess
import sys
import time

try:
    import torch
    import torch.nn.functional as F
except ImportError:
    print("PyTorch is not installed (Debian: python3-torch): nothing is compared.")
    sys.exit(0)

CASES = [("bert", 16), ("bert", 128), ("bert", 512), ("gpt2", 1024)]
LAYERS, HEADS, WIDTH = 12, 12, 768


def load(folder):
    """The tensors of a safetensors file of single-precision numbers, in place."""
    file = open(os.path.join(folder, "model.safetensors"), "rb")
    memory = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_COPY)
    length = struct.unpack("<Q", memory[:8])[0]
    tensors = {}
    for name, about in json.loads(memory[8:8 + length]).items():
        begin, end = about["data_offsets"]
        tensors[name] = torch.frombuffer(memory, dtype=torch.float32, count=(end - begin) // 4,
                                         offset=8 + length + begin).view(about["shape"])
    return tensors


def heads_of(x):
    return x.view(1, -1, HEADS, WIDTH // HEADS).transpose(1, 2)


def attend(query, key, value, mask):
    scores = torch.matmul(query, key.transpose(-1, -2)) / math.sqrt(WIDTH // HEADS)
    if mask is not None:
        scores = torch.where(mask, scores, torch.finfo(torch.float32).min)
    weights = F.softmax(scores, dim=-1)
    mixed = torch.matmul(weights, value).transpose(1, 2).contiguous().view(1, -1, WIDTH)
    return mixed, weights


def bert(w, ids):
    norm = lambda x, at: F.layer_norm(x, (WIDTH,), w[at + ".weight"], w[at + ".bias"], 1e-12)
    linear = lambda x, at: F.linear(x, w[at + ".weight"], w[at + ".bias"])
    x = F.embedding(ids, w["embeddings.word_embeddings.weight"])
    x = x + w["embeddings.token_type_embeddings.weight"][0] + w["embeddings.position_embeddings.weight"][:ids.shape[1]]
    x = norm(x, "embeddings.LayerNorm")
    states, attentions = [x], []
    for i in range(LAYERS):
        at = f"encoder.layer.{i}."
        query, key, value = (heads_of(linear(x, at + "attention.self." + part)) for part in ("query", "key", "value"))
        mixed, weights = attend(query, key, value, None)
        attentions.append(weights)
        x = norm(linear(mixed, at + "attention.output.dense") + x, at + "attention.output.LayerNorm")
        inner = F.gelu(linear(x, at + "intermediate.dense"))
        x = norm(linear(inner, at + "output.dense") + x, at + "output.LayerNorm")
        states.append(x)
    return states, attentions


def gpt2(w, ids):
    norm = lambda x, at: F.layer_norm(x, (WIDTH,), w[at + ".weight"], w[at + ".bias"], 1e-5)
    linear = lambda x, at: torch.addmm(w[at + ".bias"], x.view(-1, x.shape[-1]), w[at + ".weight"]).view(1, x.shape[1], -1)
    n = ids.shape[1]
    x = F.embedding(ids, w["transformer.wte.weight"]) + w["transformer.wpe.weight"][:n]
    mask = torch.tril(torch.ones(n, n, dtype=torch.bool)).view(1, 1, n, n)
    states, attentions = [x], []
    for i in range(LAYERS):
        at = f"transformer.h.{i}."
        query, key, value = (heads_of(part) for part in linear(norm(x, at + "ln_1"), at + "attn.c_attn").split(WIDTH, 2))
        mixed, weights = attend(query, key, value, mask)
        attentions.append(weights)
        x = linear(mixed, at + "attn.c_proj") + x
        inner = linear(norm(x, at + "ln_2"), at + "mlp.c_fc")
        inner = 0.5 * inner * (1.0 + torch.tanh(math.sqrt(2.0 / math.pi) * (inner + 0.044715 * torch.pow(inner, 3.0))))
        x = linear(inner, at + "mlp.c_proj") + x
        states.append(x)
    states[-1] = norm(x, "transformer.ln_f")
    return states, attentions


def memory(key):
    with open("/proc/self/status") as status:
        return int(re.search(key + r":\s+(\d+)", status.read()).group(1)) / 1024


def torch_once(folder, shape, tokens, rounds, threads):
    """What bench_forward's `once` prints, of PyTorch."""
    torch.set_num_threads(threads)
    model, weights = {"bert": bert, "gpt2": gpt2}[shape], load(os.path.join(folder, shape))
    vocabulary = weights["embeddings.word_embeddings.weight" if shape == "bert" else "transformer.wte.weight"].shape[0]
    ids = torch.tensor([[5 + i * 7919 % (vocabulary - 5) for i in range(tokens)]])
    with torch.no_grad():
        model(weights, ids[:, :16])
        for tensor in weights.values():
            tensor.sum()
        before = memory("VmRSS")
        open("/proc/self/clear_refs", "w").write("5")
        best = work = 1e9
        for _ in range(rounds):
            start, cpu = time.perf_counter(), time.process_time()
            states, attentions = model(weights, ids)
            best, work = min(best, time.perf_counter() - start), min(work, time.process_time() - cpu)
        del attentions
    print(json.dumps({"pass": best, "pass_work": work, "mib": memory("VmHWM") - before,
                      "checksum": float(states[-1][0, -1, :8].double().sum())}))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json")
    choice = parser.parse_args()
    folder = os.environ.setdefault("HEADLIGHT_BENCH_FOLDER", "/tmp/headlight-bench")
    subprocess.run([choice.program, "make", folder], check=True)
    results = []
    for shape, tokens in CASES:
        repeats = {16: 20, 128: 8, 512: 3, 1024: 2}[tokens]
        ours, theirs = [], []
        for _ in range(choice.rounds):
            line = subprocess.run([choice.program, "once", shape, str(tokens), str(repeats)], check=True,
                                  capture_output=True, text=True).stdout
            ours.append(json.loads(line))
            line = subprocess.run([sys.executable, __file__, "once", folder, shape, str(tokens), str(repeats),
                                   str(ours[-1]["threads"])], check=True, capture_output=True, text=True).stdout
            theirs.append(json.loads(line))
        least = lambda runs, key: min(run[key] for run in runs)
        result = {
            "model": shape, "tokens": tokens, "threads": ours[0]["threads"],
            "times_as_fast": least(theirs, "pass") / least(ours, "drawn"),
            "times_as_fast_by_work": least(theirs, "pass_work") / least(ours, "drawn_work"),
            "times_as_fast_without_pictures": least(theirs, "pass") / least(ours, "pass"),
            "memory_part": least(ours, "mib") / least(theirs, "mib"),
            "mib": least(ours, "mib"), "torch_mib": least(theirs, "mib"),
            "checksum_difference": abs(ours[0]["checksum"] - theirs[0]["checksum"]),
        }
        if result["checksum_difference"] > 1e-3:
            sys.exit(f"{shape}, {tokens} tokens: the two do not compute the same: {ours[0]['checksum']}, {theirs[0]['checksum']}")
        results.append(result)
        print("{model:5} {tokens:5} tokens, {threads} threads: {times_as_fast:5.2f} times as fast as PyTorch by the clock "
              "({times_as_fast_by_work:.2f} by work of all threads, {times_as_fast_without_pictures:.2f} without pictures), "
              "{memory_part:.3f} of its memory above the weights ({mib:.0f} of {torch_mib:.0f} MiB)".format(**result),
              flush=True)
    if choice.json:
        with open(choice.json, "w") as out:
            json.dump({"torch": torch.__version__, "results": results}, out, indent=1)


if __name__ == "__main__":
    if len(sys.argv) == 7 and sys.argv[1] == "once":
        torch_once(sys.argv[2], sys.argv[3], *(int(argument) for argument in sys.argv[4:]))
    else:
        main()
