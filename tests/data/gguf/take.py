"""Writes reference models of ../families as GGUF files, in single precision, so that their expected values stay what
the transformers library computed: models/NAME-f32. Names, orders of rows and metadata are those of llama.cpp's converter;
its package gguf writes the files.

    take.py [NAME…]
"""
import json
import math
import pathlib
import re
import shutil
import sys

import gguf
import numpy as np
from safetensors.numpy import load_file

HERE = pathlib.Path(__file__).parent
NAMES = [("model.embed_tokens", "token_embd"), ("model.norm", "output_norm"), ("lm_head", "output"),
         ("input_layernorm", "attn_norm"), ("self_attn.q_proj", "attn_q"), ("self_attn.k_proj", "attn_k"),
         ("self_attn.v_proj", "attn_v"), ("self_attn.o_proj", "attn_output"), ("self_attn.q_norm", "attn_q_norm"),
         ("self_attn.k_norm", "attn_k_norm"), ("post_attention_layernorm", "ffn_norm"), ("mlp.gate_proj", "ffn_gate"),
         ("mlp.up_proj", "ffn_up"), ("mlp.down_proj", "ffn_down")]
NORMS_AFTER = [("post_attention_layernorm", "post_attention_norm"), ("post_feedforward_layernorm", "post_ffw_norm")]


def paired(rows, heads):
    """Rows of each head in pairs that turn together, as the converter puts Llama's queries and keys."""
    return rows.reshape(heads, 2, len(rows) // heads // 2, -1).swapaxes(1, 2).reshape(rows.shape)


def rope_divisors(config, width):
    """What llama3's scaling divides each frequency by."""
    scaling, theta = config["rope_scaling"], config["rope_theta"]
    wave = [2 * math.pi * theta ** (2 * i / width) for i in range(width // 2)]
    low, high = scaling["low_freq_factor"], scaling["high_freq_factor"]
    size = scaling["original_max_position_embeddings"]
    smooth = np.clip([(size / each - low) / (high - low) for each in wave], 0, 1)
    return (1 / ((1 - smooth) / scaling["factor"] + smooth)).astype(np.float32)


def nemotron(c):
    return {"attention.layer_norm_epsilon": c["norm_eps"], "rope.dimension_count": c["head_dim"] // 2}, NAMES


def arcee(c):
    scaling = c["rope_parameters"]
    return {"attention.layer_norm_rms_epsilon": c["rms_norm_eps"], "rope.dimension_count": c["head_dim"],
            "rope.scaling.type": "yarn", "rope.scaling.factor": scaling["factor"],
            "rope.scaling.original_context_length": scaling["original_max_position_embeddings"]}, NAMES


def exaone4(c):
    return {"attention.layer_norm_rms_epsilon": c["rms_norm_eps"], "attention.sliding_window": c["sliding_window"],
            "attention.sliding_window_pattern": [kind == "sliding_attention" for kind in c["layer_types"]]
            }, NORMS_AFTER + NAMES


MODELS = {"nemotron": nemotron, "arcee": arcee, "exaone4": exaone4}


def take(name):
    folder, out = HERE.parent / "families" / name, HERE / "models" / f"{name}-f32"
    out.mkdir(exist_ok=True)
    shutil.copy(folder / "expected.safetensors", out)
    c = json.loads((folder / "config.json").read_text())
    heads, groups = c["num_attention_heads"], c["num_key_value_heads"]
    more, rules = MODELS[name](c)
    facts = {"block_count": c["num_hidden_layers"], "context_length": c["max_position_embeddings"],
             "embedding_length": c["hidden_size"], "feed_forward_length": c["intermediate_size"],
             "attention.head_count": heads, "attention.head_count_kv": groups,
             "rope.freq_base": c.get("rope_theta") or c["rope_parameters"]["rope_theta"], **more}
    if "head_dim" in c:
        facts |= {"attention.key_length": c["head_dim"], "attention.value_length": c["head_dim"]}
    writer = gguf.GGUFWriter(out / f"{name}-f32.gguf", name)
    add = {str: writer.add_string, int: writer.add_uint32, float: writer.add_float32, list: writer.add_array}
    for key, value in facts.items():
        add[type(value)](f"{name}.{key}", value)
    if "rope_scaling" in c:
        writer.add_tensor("rope_freqs.weight", rope_divisors(c, c["hidden_size"] // heads))
    for key, tensor in load_file(folder / "model.safetensors").items():
        layer = re.match(r"model\.layers\.(\d+)\.(.*)", key)
        stem, _, ending = (layer[2] if layer else key).rpartition(".")
        theirs = next(new for old, new in rules if old == stem)
        if name == "nemotron" and key.endswith("norm.weight"):
            tensor = tensor + 1
        if name == "arcee" and theirs in ("attn_q", "attn_k"):
            tensor = paired(tensor, heads if theirs == "attn_q" else groups)
        writer.add_tensor((f"blk.{layer[1]}." if layer else "") + f"{theirs}.{ending}", np.ascontiguousarray(tensor))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


for each in sys.argv[1:] or MODELS:
    take(each)
