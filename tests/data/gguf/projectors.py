"""Writes reference models of ../../multimodal that read pictures as pairs of GGUF files, in single precision, so that their
expected values stay what the transformers library computed: projectors/NAME/NAME.gguf and mmproj-NAME.gguf. Names, orders of rows
and metadata are those of llama.cpp's converter; its package gguf writes the files.

    projectors.py REFERENCE [NAME…]
"""
import json
import pathlib
import re
import shutil
import sys

import gguf
import numpy as np
from safetensors.numpy import load_file, save_file

HERE = pathlib.Path(__file__).parent
TEXT = [("embed_tokens", "token_embd"), ("lm_head", "output"), ("input_layernorm", "attn_norm"),
        ("self_attn.q_proj", "attn_q"), ("self_attn.k_proj", "attn_k"), ("self_attn.v_proj", "attn_v"),
        ("self_attn.o_proj", "attn_output"), ("self_attn.q_norm", "attn_q_norm"), ("self_attn.k_norm", "attn_k_norm"),
        ("post_feedforward_layernorm", "post_ffw_norm"), ("mlp.gate_proj", "ffn_gate"), ("mlp.up_proj", "ffn_up"),
        ("mlp.down_proj", "ffn_down")]
TOWER = [("embeddings.class_embedding", "class_embd"), ("embeddings.patch_embedding", "patch_embd"),
         ("embeddings.position_embedding", "position_embd"), ("pre_layrnorm", "pre_ln"), ("post_layernorm", "post_ln"),
         ("self_attn.q_proj", "attn_q"), ("self_attn.k_proj", "attn_k"), ("self_attn.v_proj", "attn_v"),
         ("self_attn.out_proj", "attn_out"), ("layer_norm1", "ln1"), ("layer_norm2", "ln2"), ("mlp.fc1", "ffn_up"),
         ("mlp.fc2", "ffn_down")]
MERGING_TOWER = [("patch_embed.proj", "patch_embd"), ("merger.ln_q", "post_ln"), ("attn.q", "attn_q"), ("attn.k", "attn_k"),
                 ("attn.v", "attn_v"), ("attn.proj", "attn_out"), ("norm1", "ln1"), ("norm2", "ln2"), ("mlp.fc1", "ffn_up"),
                 ("mlp.fc2", "ffn_down"), ("mlp.gate_proj", "ffn_gate"), ("mlp.up_proj", "ffn_up"), ("mlp.down_proj", "ffn_down")]
PROJECTOR = {"multi_modal_projector.linear_1": "mm.0", "multi_modal_projector.linear_2": "mm.2",
             "multi_modal_projector.mm_input_projection_weight": "mm.input_projection.weight",
             "multi_modal_projector.mm_soft_emb_norm": "mm.soft_emb_norm",
             "model.connector.modality_projection.proj": "mm.model.fc", "visual.merger.mlp.0": "mm.0", "visual.merger.mlp.2": "mm.2"}
MARKS = {"<|vision_start|>": "vision_start_token_id", "<|vision_end|>": "vision_end_token_id", "<|image_pad|>": "image_token_id"}
TOKENS = {"llava": {"<image>": "image_token_index"}, "smolvlm": {"<image>": "image_token_id"},
          "gemma3": {"<image_soft_token>": "image_token_index", "<start_of_image>": "boi_token_index",
                     "<end_of_image>": "eoi_token_index"}, "qwen2-vl": MARKS, "qwen2.5-vl": MARKS}
KEPT = ("attentions", "vision_attentions", "logits", "input_ids", "token_type_ids", "pixel_values", "pixel_attention_mask", "image_grid_thw")
TYPES = {"llava": "mlp", "gemma3": "gemma3", "smolvlm": "idefics3", "qwen2-vl": "qwen2vl_merger", "qwen2.5-vl": "qwen2.5vl_merger"}


def text_name(name, gemma):
    """A tensor of the text under llama.cpp's name, or None."""
    name = re.sub(r"^(language_model\.model\.|language_model\.|model\.text_model\.|model\.language_model\.|model\.)", "", name)
    if name == "norm.weight":
        return "output_norm.weight"
    layer = re.match(r"layers\.(\d+)\.(.*)", name)
    rest = layer.group(2) if layer else name
    after = {"post_attention_layernorm": "post_attention_norm" if gemma else "ffn_norm", "pre_feedforward_layernorm": "ffn_norm"}
    for ours, theirs in list(after.items()) + TEXT:
        if rest.startswith(ours + "."):
            return (f"blk.{layer.group(1)}." if layer else "") + theirs + rest[len(ours):]
    return None


def tower_name(name):
    name = name.split("vision_model.", 1)[1]
    layer = re.match(r"encoder\.layers\.(\d+)\.(.*)", name)
    rest = layer.group(2) if layer else name
    for ours, theirs in TOWER:
        if rest == ours or rest.startswith(ours + "."):
            return "v." + (f"blk.{layer.group(1)}." if layer else "") + theirs + rest[len(ours):]
    raise ValueError(name)


def merging_tower(name, tensor):
    """The tensors of the file that the tower's `name` becomes: queries, keys and values apart, and the frames of a patch."""
    name = name.split("visual.", 1)[1]
    layer = re.match(r"blocks\.(\d+)\.(.*)", name)
    rest = layer.group(2) if layer else name
    if rest.startswith("attn.qkv."):
        for part, rows in zip("qkv", np.split(tensor, 3)):
            yield f"v.blk.{layer.group(1)}.attn_{part}.{rest.rpartition('.')[2]}", rows
    elif rest == "patch_embed.proj.weight":
        yield "v.patch_embd.weight", tensor[:, :, 0]
        yield "v.patch_embd.weight.1", tensor[:, :, 1]
    else:
        ours, theirs = next(each for each in MERGING_TOWER if rest.startswith(each[0] + "."))
        yield "v." + (f"blk.{layer.group(1)}." if layer else "") + theirs + rest[len(ours):], tensor


def tower_facts(p, vision, layers, old):
    for key, value in {"image_size": vision["image_size"], "patch_size": vision["patch_size"],
                       "embedding_length": vision["hidden_size"], "feed_forward_length": vision["intermediate_size"],
                       "projection_dim": 16, "attention.head_count": vision["num_attention_heads"], "block_count": layers}.items():
        p.add_uint32(f"clip.vision.{key}", value)
    p.add_float32("clip.vision.attention.layer_norm_epsilon", vision.get("layer_norm_eps", 1e-5 if old else 1e-6))
    p.add_bool("clip.use_gelu", not old)


def merging_facts(p, config, vision, text, prepared):
    """What is said of Qwen's towers. Of the first one the text's width stands where the feed-forward width is expected, and of both
    the text's epsilon, which is not theirs."""
    second = config["model_type"] == "qwen2_vl"
    for key, value in {"image_size": 560, "patch_size": vision["patch_size"], "projection_dim": text["hidden_size"],
                       "embedding_length": vision["embed_dim" if second else "hidden_size"],
                       "feed_forward_length": vision["hidden_size" if second else "intermediate_size"],
                       "attention.head_count": vision["num_heads"], "block_count": vision["depth"],
                       "image_min_pixels": prepared["min_pixels"], "image_max_pixels": prepared["max_pixels"]}.items():
        p.add_uint32(f"clip.vision.{key}", value)
    p.add_float32("clip.vision.attention.layer_norm_epsilon", text["rms_norm_eps"])
    if not second:
        p.add_bool("clip.use_silu", True)
        p.add_uint32("clip.vision.n_wa_pattern", vision["fullatt_block_indexes"][0] + 1)
        p.add_uint32("clip.vision.window_size", vision["window_size"])


def paired(rows, heads):
    """Rows of each head as llama.cpp lays them: those that turn together side by side."""
    return rows.reshape(heads, 2, rows.shape[0] // heads // 2, *rows.shape[1:]).swapaxes(1, 2).reshape(rows.shape)


def vocabulary(writer, size, marks):
    writer.add_tokenizer_model("llama")
    tokens = ["<unk>", "<s>", "</s>"] + [f"\u2581w{i}" for i in range(3, size)]
    types = [2, 3, 3] + [1] * (size - 3)
    for token, at in marks.items():
        tokens[at], types[at] = token, 3
    writer.add_token_list(tokens)
    writer.add_token_scores([-float(i) for i in range(size)])
    writer.add_token_types(types)


def make(name, reference):
    folder = reference / name
    config = json.loads((folder / "config.json").read_text())
    text, vision = config.get("text_config", config), config["vision_config"]
    tensors = load_file(folder / "model.safetensors")
    gemma, old, merging = name == "gemma3", name == "llava", name.startswith("qwen")
    arch = "gemma3" if gemma else "qwen2vl" if merging else "llama"
    out = HERE / "projectors" / name
    out.mkdir(parents=True, exist_ok=True)
    w = gguf.GGUFWriter(out / f"{name}.gguf", arch)
    heads, kv = text["num_attention_heads"], text["num_key_value_heads"]
    dim = text.get("head_dim", text["hidden_size"] // heads)
    for key, value in {"block_count": text["num_hidden_layers"], "context_length": text["max_position_embeddings"],
                       "embedding_length": text["hidden_size"], "feed_forward_length": text["intermediate_size"],
                       "attention.head_count": heads, "attention.head_count_kv": kv, "attention.key_length": dim,
                       "attention.value_length": dim, "rope.dimension_count": dim}.items():
        w.add_uint32(f"{arch}.{key}", value)
    w.add_float32(f"{arch}.attention.layer_norm_rms_epsilon", text.get("rms_norm_eps", 1e-6))
    w.add_float32(f"{arch}.rope.freq_base", (text.get("rope_parameters") or text).get("rope_theta", 1e6 if gemma else 1e4))
    if merging:
        sections = (text.get("rope_parameters") or text["rope_scaling"])["mrope_section"]
        w.add_array("qwen2vl.rope.dimension_sections", sections + [0])
    if gemma:
        w.add_uint32("gemma3.attention.sliding_window", text["sliding_window"])
        pattern = text.get("sliding_window_pattern", 6)
        w.add_array("gemma3.attention.sliding_window_pattern", [(i + 1) % pattern != 0 for i in range(text["num_hidden_layers"])])
        w.add_float32("gemma3.rope.freq_base_swa", text.get("rope_local_base_freq", 1e4))
        if text.get("rope_scaling"):
            w.add_string("gemma3.rope.scaling.type", text["rope_scaling"]["rope_type"])
            w.add_float32("gemma3.rope.scaling.factor", text["rope_scaling"]["factor"])
    vocabulary(w, text["vocab_size"], {t: config[k] for t, k in TOKENS[name].items()})
    p = gguf.GGUFWriter(out / f"mmproj-{name}.gguf", "clip")
    if not old:
        p.add_string("general.type", "mmproj")
    p.add_bool("clip.has_vision_encoder", True)
    p.add_string("clip.projector_type", TYPES[name])
    if old:
        p.add_bool("clip.has_text_encoder", False)
        p.add_bool("clip.has_llava_projector", True)
    prepared = json.loads((folder / ("preprocessor_config.json" if name != "qwen2.5-vl" else "processor_config.json")).read_text())
    prepared = prepared.get("image_processor", prepared)
    layers = vision["depth" if merging else "num_hidden_layers"]
    if old:  # The last layer, which is not needed, is left out, and the norm behind it.
        layers += 1 + config["vision_feature_layer"]
        p.add_array("clip.vision.feature_layer", [layers])
    if merging:
        merging_facts(p, config, vision, text, prepared)
    else:
        tower_facts(p, vision, layers, old)
    p.add_array("clip.vision.image_mean", [float(x) for x in prepared["image_mean"]])
    p.add_array("clip.vision.image_std", [float(x) for x in prepared["image_std"]])
    if name == "smolvlm":
        p.add_uint32("clip.vision.projector.scale_factor", config["scale_factor"])
        p.add_uint32("clip.vision.preproc_image_size", prepared["size"]["longest_edge"])
    if gemma:
        side = vision["image_size"] // vision["patch_size"]
        p.add_uint32("clip.vision.projector.scale_factor", side // round(config["mm_tokens_per_image"] ** 0.5))
    for key, tensor in sorted(tensors.items()):
        stem, _, ending = key.replace("model.visual.", "visual.").rpartition(".")
        if key in PROJECTOR or stem in PROJECTOR:
            tensor = tensor + 1 if "soft_emb_norm" in key else tensor
            p.add_tensor(PROJECTOR.get(key) or f"{PROJECTOR[stem]}.{ending}", tensor)
        elif merging and "visual." in key:
            for theirs, part in merging_tower(key, tensor):
                p.add_tensor(theirs, np.ascontiguousarray(part))
        elif "vision_model." in key:
            theirs = tower_name(key)
            if old and (f"v.blk.{layers}." in theirs or "post_ln" in theirs):
                continue
            if old and "ffn_" in theirs:  # As its first converters called them.
                theirs = theirs.replace("ffn_up", "ffn_x").replace("ffn_down", "ffn_up").replace("ffn_x", "ffn_down")
            p.add_tensor(theirs, tensor)
        else:
            theirs = text_name(key, gemma)
            if arch == "llama" and "attn_q." in theirs:
                tensor = paired(tensor, heads)
            if arch == "llama" and "attn_k." in theirs:
                tensor = paired(tensor, kv)
            if gemma and theirs.endswith("norm.weight"):
                tensor = tensor + 1
            if "attn_q_norm" in theirs:  # Files say no other scale of scores than that of a head's width.
                tensor = tensor * np.float32((dim / text["query_pre_attn_scalar"]) ** 0.5)
            w.add_tensor(theirs, np.ascontiguousarray(tensor))
    for writer in (w, p):
        writer.write_header_to_file()
        writer.write_kv_data_to_file()
        writer.write_tensors_to_file()
        writer.close()
    # The first input alone, of Qwen's also the one without a picture, and of its places none: the folder's own test has them.
    kept = ["0", "2"] if merging else ["0"]
    keep = {}
    for n, t in load_file(folder / "expected.safetensors").items():
        what, i, *layer = n.split(".")
        if i in kept and what in KEPT and not (what == "vision_attentions" and int(layer[0]) >= layers):
            keep[".".join([what, str(kept.index(i)), *layer])] = t
    save_file(keep, out / "expected.safetensors")
    inputs = json.loads((folder / "inputs.json").read_text())
    (out / "inputs.json").write_text(json.dumps([inputs[int(i)] for i in kept]))


if __name__ == "__main__":
    for each in sys.argv[2:] or TYPES:
        make(each, pathlib.Path(sys.argv[1]))
