#!/usr/bin/env python3
"""Writes expected.safetensors: the vectors that sentence-transformers pools of the reference models' last hidden states.

Needs torch and safetensors. The states are those that the library left in the models' expected.safetensors; each way of pooling is written out here, as sentence-transformers 5 defines it.
  vector.MODEL.POOLING.TEXT       [width], before normalisation
  dense.MODEL.TEXT                tanh(W mean + b), with W and b of the folder dense/
  prompt.MODEL.POOLING            text 1 with its first three tokens as a prompt that is not pooled
"""
import json
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file

HERE = Path(__file__).parent
MODELS = ["bert-base", "mpnet-mlm", "qwen2", "t5"]
POOLINGS = ["cls", "max", "mean", "mean_sqrt_len_tokens", "weightedmean", "lasttoken"]


def pooled(how, states, mask):
    n = states.shape[0]
    weight = mask.float()[:, None]
    if how == "cls":
        return states[0]
    if how == "max":
        return states.masked_fill(mask[:, None] == 0, -1e9).max(dim=0).values
    if how == "mean":
        return (states * weight).sum(0) / weight.sum()
    if how == "mean_sqrt_len_tokens":
        return (states * weight).sum(0) / weight.sum().sqrt()
    if how == "weightedmean":
        place = torch.arange(1, n + 1, dtype=torch.float32)[:, None] * weight
        return (states * place).sum(0) / place.sum()
    return states[int(mask.nonzero().max())]


def main():
    expected = {}
    torch.manual_seed(3)
    for name in MODELS:
        folder = HERE.parent / "models" / name
        reference = load_file(folder / "expected.safetensors")
        prefix = "encoder_" if name == "t5" else ""
        for text in (0, 1):
            layers = [key for key in reference if key.startswith(f"{prefix}hidden_states.{text}.")]
            states = reference[max(layers, key=lambda key: int(key.rsplit(".", 1)[1]))]
            mask = torch.ones(states.shape[0], dtype=torch.long)
            for how in POOLINGS:
                expected[f"vector.{name}.{how}.{text}"] = pooled(how, states, mask).clone()
            if text == 1:
                mask[:3] = 0
                for how in POOLINGS:
                    expected[f"prompt.{name}.{how}"] = pooled(how, states, mask).clone()
            if name == "bert-base":
                dense = HERE / "dense"
                dense.mkdir(exist_ok=True)
                if text == 0:
                    width = states.shape[1]
                    layer = torch.nn.Linear(width, 6)
                    save_file({"linear.weight": layer.weight.data, "linear.bias": layer.bias.data}, dense / "model.safetensors")
                    (dense / "config.json").write_text(json.dumps(
                        {"in_features": width, "out_features": 6, "bias": True,
                         "activation_function": "torch.nn.modules.activation.Tanh"}) + "\n")
                expected[f"dense.{name}.{text}"] = torch.tanh(layer(pooled("mean", states, torch.ones(states.shape[0])))).detach()
    save_file(expected, HERE / "expected.safetensors")


if __name__ == "__main__":
    main()
