#!/usr/bin/env python3
"""A patching grid beside TransformerLens: the same random weights in the shape of GPT-2 small, the same texts, in turns.

The grid is the output of each of 12 x 12 heads at all tokens, from text B into the run of A, read as the part of the logit
difference that comes back. TransformerLens runs get_act_patch_attn_head_out_all_pos on a HookedTransformer in single
precision without gradients, as its demonstrations do; its time is that of the grid alone, with the model and the cache of B
ready. Headlight's is that of the whole command, `headlight analyse patch --values z`, and of that the same command with one
texts (`headlight analyse attribution`) is about what opening the model and reading both texts take. Both use as many threads. The
numbers of both grids are compared.

usage: bench_beside_lens.py HEADLIGHT [--rounds N] [--tokens N] [--threads N]

HEADLIGHT is the program. Needs transformer_lens 3 (4 has no HookedTransformer), transformers
and torch.
"""
import argparse
import json
import os
import pathlib
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


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("headlight")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--tokens", type=int, default=32)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    a = parser.parse_args()
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
            start = time.perf_counter()
            grid = patching.get_act_patch_attn_head_out_all_pos(hooked, text, cache, metric)
            times["lens"].append(time.perf_counter() - start)
            for which, words in (("headlight", command), ("begin", begin)):
                start = time.perf_counter()
                subprocess.run(words, check=True)
                times[which].append(time.perf_counter() - start)
        theirs = (grid - clean) / (lent - clean)
        found = json.loads(output.read_text())
        tensors = found["tensors"]
        tensor = tensors["patch.z"] if isinstance(tensors, dict) else next(t for t in tensors if t["name"] == "patch.z")
        ours = torch.tensor(tensor["values"])
        worst = (ours - theirs).abs().max().item()
        best = {which: min(all_of) for which, all_of in times.items()}
        print(f"{LAYERS} x {HEADS} heads, {a.tokens} tokens, {a.threads} threads, best of {a.rounds}:")
        print(f"  TransformerLens, the grid alone         {best['lens']:7.2f} s")
        print(f"  Headlight, the whole command            {best['headlight']:7.2f} s   {best['lens'] / best['headlight']:.1f} x")
        alone = max(best["headlight"] - best["begin"], 1e-3)
        print(f"  without opening and reading ({best['begin']:.2f} s)    {alone:7.2f} s   {best['lens'] / alone:.1f} x")
        print(f"  largest difference of the two grids     {worst:.1e} (of values up to {theirs.abs().max().item():.2f})")
        return 0 if worst < 5e-3 else 1


if __name__ == "__main__":
    sys.exit(main())
