#!/usr/bin/env python3
"""What transformers computes for models of ../families when a router is made to choose otherwise, and how the scores of
their cells are made up. Needs torch and transformers 5.

    reference.py    writes MODEL.safetensors beside itself

MODEL.safetensors: input_ids [n]; where [3], a layer, an expert and the one token of `off_at`; logits [n, vocabulary] after
off, the router's logit of that expert at -infinity; off_at, the same at that token alone; force, the expert first in the
choice with the weight of its own logit. parts.L [heads, n, n, 1 + pairs]: of each product of queries and keys, scaled, what
the numbers add that do not turn, then each pair that turns.
"""
import json, os, struct

import torch
import transformers
from safetensors.torch import load_file, save_file

HERE = os.path.dirname(os.path.abspath(__file__))
MODELS = {"mixtral": (1, 2, 9), "qwen3-moe": (2, 4, 3), "deepseek-v3": (1, 7, 4), "gpt-oss": (1, 3, 5), "deepseek-v2": (2, 3, 4)}


class Rerouted:
    """Changes what the router of one layer chooses."""

    def __init__(self, router, expert, force, token=None):
        self.router, self.expert, self.force, self.token = router, expert, force, token

    def __enter__(self):
        self.linear, self.topk = torch.nn.functional.linear, torch.topk
        self.method = torch.Tensor.topk
        experts, inside = self.router.weight.shape[0], [False]
        rows = slice(None) if self.token is None else slice(self.token, self.token + 1)

        def linear(x, weight, bias=None):
            out = self.linear(x, weight, bias)
            if inside[0] and not self.force and out.shape[-1] == experts:
                out = out.clone()
                out.reshape(-1, experts)[rows, self.expert] = float("-inf")
            return out

        def topk(x, k, dim=-1, sorted=True, **kwargs):
            if not inside[0] or not self.force:
                return self.topk(x, k, dim=dim, sorted=sorted)
            changed = x.clone()
            if x.shape[-1] == experts:
                changed[..., self.expert] = float("inf")
                at = self.topk(changed, k, dim=-1).indices
                return torch.return_types.topk((x.gather(-1, at), at))
            each = x.shape[-1]
            if x.dim() == 3 and experts % each == 0:  # The best of each group.
                changed[:, self.expert // each, self.expert % each] = float("inf")
            return self.topk(changed, k, dim=dim, sorted=sorted)

        forward = self.router.forward

        def marked(*args, **kwargs):
            inside[0] = True
            try:
                return forward(*args, **kwargs)
            finally:
                inside[0] = False

        self.router.forward, self.forward = marked, forward
        torch.nn.functional.linear, torch.topk = linear, topk
        torch.Tensor.topk = lambda x, *args, **kwargs: topk(x, *args, **kwargs)

    def __exit__(self, *_):
        torch.nn.functional.linear, torch.topk, torch.Tensor.topk = self.linear, self.topk, self.method
        self.router.forward = self.forward


def router_of(layer):
    found = [m for name, m in layer.named_modules() if type(m).__name__.lower().endswith("router")]
    assert len(found) == 1, [type(m).__name__ for m in layer.modules()]
    return found[0]


def parts_of(model, ids):
    """The products of rotated queries and keys, pair by pair."""
    module = __import__(type(model).__module__, fromlist=["x"])
    seen, eager = [], module.eager_attention_forward

    def spy(attention, query, key, value, *args, scaling=None, **kwargs):
        seen.append((query.detach(), key.detach(), scaling if scaling is not None else args[1]))
        return eager(attention, query, key, value, *args, scaling=scaling, **kwargs)

    functions = transformers.modeling_utils.ALL_ATTENTION_FUNCTIONS
    module.eager_attention_forward = spy
    try:
        model(ids)
    finally:
        module.eager_attention_forward = eager
    rope = getattr(model.config, "qk_rope_head_dim", None)
    out = {}
    for layer, (query, key, scaling) in enumerate(seen):
        query, key = query[0].double(), key[0].double()
        key = key.repeat_interleave(query.shape[0] // key.shape[0], 0)
        turning = rope or query.shape[-1]
        still = query.shape[-1] - turning
        products = query[:, :, None, :] * key[:, None, :, :] * scaling
        content = products[..., :still].sum(-1, keepdim=True)
        # Either halves of the numbers that turn belong together, or neighbours.
        turned = products[..., still:]
        interleaved = type(model).__name__.startswith("DeepseekV2")
        pairs = (turned[..., 0::2] + turned[..., 1::2] if interleaved
                 else turned[..., : turning // 2] + turned[..., turning // 2 :])
        out[f"parts.{layer}"] = torch.cat([content, pairs], -1).float().contiguous()
    return out


def main():
    for name, (layer, expert, token) in MODELS.items():
        folder = os.path.join(HERE, "..", "families", name)
        model = transformers.AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32, attn_implementation="eager",
            experts_implementation="eager").eval()  # Grouped products want wider rows.
        ids = load_file(os.path.join(folder, "expected.safetensors"))["input_ids.0"].reshape(1, -1)
        router = router_of(model.model.layers[layer])
        out = {"input_ids": ids[0], "where": torch.tensor([layer, expert, token])}
        with torch.no_grad():
            clean = model(ids).logits[0]
            for key, force, at in (("off", False, None), ("off_at", False, token), ("force", True, None)):
                with Rerouted(router, expert, force, at):
                    out[key] = model(ids).logits[0]
                print(name, key, float((out[key] - clean).abs().max()))
            out.update(parts_of(model, ids))
        save_file({k: v.contiguous().clone() for k, v in out.items()}, os.path.join(HERE, name + ".safetensors"))


if __name__ == "__main__":
    main()
