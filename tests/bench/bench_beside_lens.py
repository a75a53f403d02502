#!/usr/bin/env python3
"""A patching grid beside TransformerLens: the same random weights in the shape of GPT-2 small, the same texts, in turns.

The grid is the output of each of 12 x 12 heads at all tokens, from text B into the run of A, read as the part of the logit
difference that comes back. TransformerLens runs get_act_patch_attn_head_out_all_pos on a HookedTransformer in single
precision without gradients, as its demonstrations do; its time is that of the grid alone, with the model and the cache of B
ready. Headlight's is that of the whole command, `headlight analyse patch --values z`; `headlight analyse attribution` on the
same texts is about what opening the model and reading both takes, and is told apart. Both run on the same processors (one a
thread), by the clock and by processor time, which other work on the machine disturbs less. The numbers of both grids are
compared.

usage: bench_beside_lens.py HEADLIGHT [--rounds N] [--tokens N] [--threads N]

HEADLIGHT is the program. Needs transformer_lens 3 (4 has no HookedTransformer), transformers
and torch.
"""
import argparse
import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

try:
    import torch
    import transformers
    from transformer_lens import HookedTransformer, HookedTransformerConfig, patching
    from transformer_lens.pretrained.weight_conversions import convert_gpt2_weights
except ImportError as missing:
    print(f"{missing}: nothing is compared. This needs transformer_lens 3, which has HookedTransformer.")
    sys.exit(0)

LAYERS, HEADS, WIDTH, WORDS = 12, 12, 768, 50257


def model_folder(folder):
    """GPT-2 small with random weights of the size that trained ones have."""
    torch.manual_seed(7)
    config = transformers.GPT2Config(n_layer=LAYERS, n_head=HEADS, n_embd=WIDTH, vocab_size=WORDS)
    model = transformers.GPT2LMHeadModel(config).eval()
    with torch.no_grad():
        for name, weights in model.named_parameters():
            if weights.dim() == 2 and "wte" not in name:
                weights.normal_(0, 0.12 if "wpe" not in name else 0.02)
    model.save_pretrained(folder)
    return model


def lens_model(hf):
    config = HookedTransformerConfig(n_layers=LAYERS, n_heads=HEADS, d_model=WIDTH, d_head=WIDTH // HEADS, d_mlp=4 * WIDTH,
                                     d_vocab=WORDS, n_ctx=hf.config.n_positions, act_fn="gelu_new", normalization_type="LN",
                                     eps=hf.config.layer_norm_epsilon, device="cpu")
    hooked = HookedTransformer(config)
    hooked.load_and_process_state_dict(convert_gpt2_weights(hf, config), fold_ln=False, center_writing_weights=False,
                                       center_unembed=False, fold_value_biases=False)
    return hooked.eval()


def used():
    """The clock, and the processor time of this process and its ended children, in seconds."""
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.perf_counter(), own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def timed(work):
    """What `work` gives, and its clock and processor time."""
    before = used()
    result = work()
    return result, [after - start for after, start in zip(used(), before)]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("headlight")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--tokens", type=int, default=32)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    a = parser.parse_args()
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:a.threads])
    torch.set_num_threads(a.threads)
    torch.set_grad_enabled(False)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        hf = model_folder(folder)
        generator = torch.Generator().manual_seed(3)
        text = torch.randint(1000, 40000, (1, a.tokens), generator=generator)
        other = text.clone()
        other[0, 4:6] = torch.tensor([2001, 2002])
        answers = [int(hf(ids).logits[0, -1].argmax()) for ids in (text, other)]
        if answers[0] == answers[1]:
            answers[1] = int(hf(other).logits[0, -1].topk(2).indices[1])
        ids = lambda one: ",".join(str(i) for i in one[0].tolist())
        output = folder / "grid.json"
        command = [a.headlight, "analyse", "patch", "--model", str(folder), "--ids", ids(text), "--other-ids", ids(other),
                   "--target", f"id:{answers[0]}", "--against", f"id:{answers[1]}", "--values", "z", "-o", str(output)]
        begin = [a.headlight, "analyse", "attribution", "--model", str(folder), "--ids", ids(text), "--other-ids", ids(other),
                 "--target", f"id:{answers[0]}", "--against", f"id:{answers[1]}", "-o", str(folder / "begin.json")]
        hooked = lens_model(hf)
        _, cache = hooked.run_with_cache(other)
        metric = lambda logits: logits[0, -1, answers[0]] - logits[0, -1, answers[1]]
        clean, lent = metric(hooked(text)).item(), metric(hooked(other)).item()
        times = {"lens": [], "headlight": [], "begin": []}
        for _ in range(a.rounds):
            grid, took = timed(lambda: patching.get_act_patch_attn_head_out_all_pos(hooked, text, cache, metric))
            times["lens"].append(took)
            for which, words in (("headlight", command), ("begin", begin)):
                times[which].append(timed(lambda: subprocess.run(words, check=True))[1])
        theirs = (grid - clean) / (lent - clean)
        found = json.loads(output.read_text())
        tensors = found["tensors"]
        tensor = tensors["patch.z"] if isinstance(tensors, dict) else next(t for t in tensors if t["name"] == "patch.z")
        ours = torch.tensor(tensor["values"])
        worst = (ours - theirs).abs().max().item()
        print(f"{LAYERS} x {HEADS} heads, {a.tokens} tokens, {a.threads} threads, best of {a.rounds}, by the clock and by processor time:")
        for which, kind in enumerate(("clock", "processor")):
            best = {program: min(took[which] for took in all_of) for program, all_of in times.items()}
            alone = max(best["headlight"] - best["begin"], 1e-3)
            print(f"  {kind:9s}  TransformerLens, the grid alone {best['lens']:7.2f} s;"
                  f"  Headlight, the whole command {best['headlight']:6.2f} s, {best['lens'] / best['headlight']:.1f} x;"
                  f"  without opening and reading ({best['begin']:.2f} s) {alone:6.2f} s, {best['lens'] / alone:.1f} x")
        print(f"  largest difference of the two grids     {worst:.1e} (of values up to {theirs.abs().max().item():.2f})")
        return 0 if worst < 5e-3 else 1


if __name__ == "__main__":
    sys.exit(main())
