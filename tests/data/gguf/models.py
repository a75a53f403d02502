"""Makes small GGUF models of random weights with what the transformers library computes of the same numbers, for
architectures that the larger reference data does not have: models/NAME/NAME.gguf and expected.safetensors. Names,
orders of rows and metadata are those of llama.cpp's converter; its package gguf writes the files.

    models.py [NAME…]
"""
import pathlib
import re
import sys

import gguf
import torch
import transformers
from safetensors.torch import save_file

HERE = pathlib.Path(__file__).parent
IDS = [[5, 17, 3, 42, 8, 8, 29, 51, 11, 36, 20, 7], [31]]
SIZES = dict(vocab_size=57, hidden_size=32, intermediate_size=40, num_hidden_layers=2, num_attention_heads=4,
             max_position_embeddings=64, pad_token_id=None)
DECODER = [("model.embed_tokens", "token_embd"), ("model.norm", "output_norm"), ("lm_head", "output"),
           ("input_layernorm", "attn_norm"), ("self_attn.q_proj", "attn_q"), ("self_attn.k_proj", "attn_k"),
           ("self_attn.v_proj", "attn_v"), ("self_attn.o_proj", "attn_output"), ("self_attn.q_norm", "attn_q_norm"),
           ("self_attn.k_norm", "attn_k_norm"), ("post_attention_layernorm", "ffn_norm"),
           ("mlp.gate_proj", "ffn_gate"), ("mlp.up_proj", "ffn_up"), ("mlp.down_proj", "ffn_down"),
           ("mlp.gate", "ffn_gate_inp"), ("mlp.shared_expert_gate", "ffn_gate_inp_shexp"),
           ("mlp.shared_expert.gate_proj", "ffn_gate_shexp"), ("mlp.shared_expert.up_proj", "ffn_up_shexp"),
           ("mlp.shared_expert.down_proj", "ffn_down_shexp")]
PHI = [("self_attn.dense", "attn_output"), ("mlp.fc1", "ffn_up"), ("mlp.fc2", "ffn_down"),
       ("model.final_layernorm", "output_norm")]


def phi2():
    config = transformers.PhiConfig(**SIZES, partial_rotary_factor=0.5)
    more = {"attention.layer_norm_epsilon": config.layer_norm_eps, "feed_forward_length": 40, "rope.dimension_count": 4}
    return transformers.PhiForCausalLM(config), "phi2", more, PHI + DECODER, {}


def gemma():
    config = transformers.GemmaConfig(**SIZES, num_key_value_heads=1, head_dim=16)
    more = {"attention.head_count_kv": 1, "attention.key_length": 16, "attention.value_length": 16}
    return transformers.GemmaForCausalLM(config), "gemma", more, DECODER, {"plus_one": True}


def qwen2moe():
    config = transformers.Qwen2MoeConfig(**SIZES, num_key_value_heads=2, num_experts=6, num_experts_per_tok=2,
                                         moe_intermediate_size=24, shared_expert_intermediate_size=48)
    more = {"attention.head_count_kv": 2, "expert_count": 6, "expert_used_count": 2, "expert_feed_forward_length": 24,
            "expert_shared_feed_forward_length": 48}
    return transformers.Qwen2MoeForCausalLM(config), "qwen2moe", more, DECODER, {}


def olmoe():
    config = transformers.OlmoeConfig(**SIZES, num_key_value_heads=2, num_experts=6, num_experts_per_tok=2)
    more = {"attention.head_count_kv": 2, "expert_count": 6, "expert_used_count": 2}
    return transformers.OlmoeForCausalLM(config), "olmoe", more, DECODER, {}


def cohere2():
    sizes = {**SIZES, "num_hidden_layers": 4}
    config = transformers.Cohere2Config(**sizes, num_key_value_heads=2, sliding_window=5, logit_scale=0.25)
    more = {"attention.head_count_kv": 2, "attention.layer_norm_epsilon": config.layer_norm_eps,
            "attention.sliding_window": 5, "logit_scale": 0.25, "rope.dimension_count": 8, "rope.scaling.type": "none"}
    return transformers.Cohere2ForCausalLM(config), "cohere2", more, DECODER, {}


def t5(gated):
    config = transformers.T5Config(vocab_size=57, d_model=32, d_kv=8, d_ff=40, num_layers=2, num_decoder_layers=3,
                                   num_heads=4, relative_attention_num_buckets=8, decoder_start_token_id=0,
                                   feed_forward_proj="gated-gelu" if gated else "relu", tie_word_embeddings=not gated)
    more = {"attention.key_length": 8, "attention.value_length": 8, "attention.layer_norm_epsilon": 1e-6,
            "attention.layer_norm_rms_epsilon": 1e-6, "attention.relative_buckets_count": 8,
            "decoder_start_token_id": 0, "decoder_block_count": 3, "block_count": 2, "context_length": 512,
            "embedding_length": 32, "feed_forward_length": 40, "attention.head_count": 4}
    rules = [("shared", "token_embd"), ("lm_head", "output"), ("encoder.final_layer_norm", "enc.output_norm"),
             ("decoder.final_layer_norm", "dec.output_norm")]
    how = {"stacks": True, "own_output": gated}  # As in T5 1.1.
    return transformers.T5ForConditionalGeneration(config), "t5", more, rules, how


def t5_name(stack, layer, part, rest):
    """The converter's name of a tensor in sublayer `part` of a layer."""
    cross = stack == "decoder" and part == "1"
    last = part == ("2" if stack == "decoder" else "1")
    if rest == "layer_norm":
        name = "ffn_norm" if last else "cross_attn_norm" if cross else "attn_norm"
    elif last:
        name = {"wi": "ffn_up", "wi_0": "ffn_gate", "wi_1": "ffn_up", "wo": "ffn_down"}[rest.split(".")[1]]
    else:
        what = rest.split(".")[1]
        name = ("cross_attn_" if cross else "attn_") + ("rel_b" if what == "relative_attention_bias" else what)
    return f"{stack[:3]}.blk.{layer}.{name}"


MODELS = {"phi2-f16": phi2, "gemma-f16": gemma, "qwen2moe-f16": qwen2moe, "olmoe-f16": olmoe, "cohere2-f16": cohere2,
          "t5-f16": lambda: t5(False), "t5-gated-f16": lambda: t5(True)}


def names(tensors):
    """The library's fused experts as gate, up and down, [experts, out, in]."""
    for name, tensor in tensors.items():
        if name.endswith("mlp.experts.gate_up_proj"):
            half = tensor.shape[1] // 2
            yield name.replace("gate_up_proj", "gate_exps"), tensor[:, :half]
            yield name.replace("gate_up_proj", "up_exps"), tensor[:, half:]
        elif name.endswith("mlp.experts.down_proj"):
            yield name.replace("down_proj", "down_exps"), tensor
        else:
            yield name, tensor


def make(name):
    torch.manual_seed(11)
    model, architecture, more, rules, how = MODELS[name]()
    model = model.eval()
    model.set_attn_implementation("eager")
    with torch.no_grad():
        for key, tensor in model.named_parameters():
            norm = tensor.dim() == 1 and key.endswith("norm.weight")
            centre = 1 if norm and not how.get("plus_one") else 0
            tensor.copy_(torch.randn_like(tensor) * (0.2 if tensor.dim() == 1 else 0.3) + centre)
            if tensor.dim() > 1:
                tensor.copy_(tensor.half().float())  # As the file has them.
        if how.get("own_output"):  # Tied until here: the same rows, the last one first.
            model.lm_head.weight = torch.nn.Parameter(model.get_input_embeddings().weight.flip(0).clone())
    expected = {}
    given = {"decoder_input_ids": torch.tensor([[0, 9, 30, 12]])} if how.get("stacks") else {}
    for number, ids in enumerate(IDS):
        with torch.no_grad():
            out = model(input_ids=torch.tensor([ids]), output_attentions=True, output_hidden_states=True,
                        use_cache=False, **given)
        expected[f"input_ids.{number}"] = torch.tensor(ids)
        expected[f"logits.{number}"] = out.logits[0]
        kinds = ["attentions", "hidden_states"]
        if given:
            expected[f"decoder_input_ids.{number}"] = given["decoder_input_ids"][0]
            kinds = [f"{stack}_{kind}" for stack in ("encoder", "decoder") for kind in kinds] + ["cross_attentions"]
        for kind in kinds:
            for i, layer in enumerate(getattr(out, kind)):
                expected[f"{kind}.{number}.{i}"] = layer[0]
    folder = HERE / "models" / name
    folder.mkdir(exist_ok=True)
    save_file({key: value.contiguous().clone() for key, value in expected.items()}, folder / "expected.safetensors")

    config = model.config
    writer = gguf.GGUFWriter(folder / f"{name}.gguf", architecture)
    facts = dict(more)
    if not how.get("stacks"):
        facts = {"block_count": config.num_hidden_layers, "context_length": config.max_position_embeddings,
                 "embedding_length": config.hidden_size, "feed_forward_length": config.intermediate_size,
                 "attention.head_count": config.num_attention_heads, "rope.freq_base": 10000.0, **more}
    if theta := getattr(config, "rope_parameters", None):
        facts["rope.freq_base"] = float(theta.get("rope_theta", 10000.0))
    if "attention.layer_norm_epsilon" not in facts:
        facts["attention.layer_norm_rms_epsilon"] = config.rms_norm_eps
    add = {str: writer.add_string, bool: writer.add_bool, int: writer.add_uint32, float: writer.add_float32}
    for key, value in facts.items():
        add[type(value)](f"{architecture}.{key}", value)
    for key, tensor in names(dict(model.named_parameters())):  # Those that are tied once.
        layer = re.match(r"model\.layers\.(\d+)\.(.*)", key)
        stem, _, ending = (layer[2] if layer else key).rpartition(".")
        if of := re.match(r"(encoder|decoder)\.block\.(\d+)\.layer\.(\d)\.(.*)", stem):
            theirs = t5_name(*of.groups())
        elif experts := re.match(r"mlp\.experts\.(\w+_exps)", layer[2] if layer else ""):
            theirs, ending = "ffn_" + experts[1], "weight"
        else:
            theirs = next(new for old, new in rules if old == stem)
        tensor = tensor.detach()
        if how.get("plus_one") and key.endswith("norm.weight"):
            tensor = tensor + 1
        tensor = tensor.squeeze()
        data = tensor.half().numpy() if tensor.dim() > 1 else tensor.numpy()
        writer.add_tensor((f"blk.{layer[1]}." if layer else "") + f"{theirs}.{ending}", data)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


if __name__ == "__main__":
    for each in sys.argv[1:] or MODELS:
        make(each)
