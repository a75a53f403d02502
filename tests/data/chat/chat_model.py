#!/usr/bin/env python3
"""Gives chatml/ the weights of a tiny Llama, random and always the same, so that its conversations can be read by a model."""
import json
import pathlib

import numpy
from safetensors.numpy import save_file

folder = pathlib.Path(__file__).parent / "chatml"
VOCABULARY, WIDTH, INNER, LAYERS, HEADS = 424, 32, 48, 2, 4
config = {
    "architectures": ["LlamaForCausalLM"], "model_type": "llama", "vocab_size": VOCABULARY, "hidden_size": WIDTH,
    "intermediate_size": INNER, "num_hidden_layers": LAYERS, "num_attention_heads": HEADS,
    "num_key_value_heads": HEADS, "max_position_embeddings": 512, "rms_norm_eps": 1e-6, "rope_theta": 10000.0,
    "hidden_act": "silu", "tie_word_embeddings": True, "eos_token_id": 420, "bos_token_id": 421, "torch_dtype": "float16",
}
random = numpy.random.default_rng(7)


def matrix(rows, columns, size):
    return (random.standard_normal((rows, columns)) * size).astype(numpy.float16)


tensors = {"model.embed_tokens.weight": matrix(VOCABULARY, WIDTH, 1.0),
           "model.norm.weight": numpy.ones(WIDTH, numpy.float16)}
for layer in range(LAYERS):
    at = f"model.layers.{layer}."
    for name in ("input_layernorm", "post_attention_layernorm"):
        tensors[f"{at}{name}.weight"] = numpy.ones(WIDTH, numpy.float16)
    for name, size in (("q", 0.35), ("k", 0.35), ("v", 0.2), ("o", 0.2)):
        tensors[f"{at}self_attn.{name}_proj.weight"] = matrix(WIDTH, WIDTH, size)
    tensors[f"{at}mlp.gate_proj.weight"] = matrix(INNER, WIDTH, 0.2)
    tensors[f"{at}mlp.up_proj.weight"] = matrix(INNER, WIDTH, 0.2)
    tensors[f"{at}mlp.down_proj.weight"] = matrix(WIDTH, INNER, 0.2)
save_file(tensors, folder / "model.safetensors")
(folder / "config.json").write_text(json.dumps(config, indent=1) + "\n")
