#!/usr/bin/env python3
"""Makes the reference models of this folder that the larger reference data does not have, with the transformers library.

    make.py [NAME…]
"""
import os, sys
import torch
from safetensors.torch import save_file
import transformers

HERE = os.path.dirname(os.path.abspath(__file__))
SIZES = dict(vocab_size=57, hidden_size=32, intermediate_size=40, num_hidden_layers=2, num_attention_heads=4,
             max_position_embeddings=64)
KEPT = ("attentions", "hidden_states", "encoder_attentions", "encoder_hidden_states", "decoder_attentions",
        "decoder_hidden_states", "cross_attentions")
TARGET = [2, 9, 33, 14, 40, 6]
IDS = [5, 17, 3, 42, 8, 8, 29, 51, 11, 36, 20, 7]


def rembert():
    config = transformers.RemBertConfig(**SIZES, input_embedding_size=12, output_embedding_size=20, type_vocab_size=2, bos_token_id=1, eos_token_id=2)
    return transformers.RemBertForMaskedLM(config)


def glm4_moe():
    config = transformers.Glm4MoeConfig(
        **SIZES, num_key_value_heads=2, head_dim=8, attention_bias=True, use_qk_norm=True, moe_intermediate_size=16,
        n_routed_experts=8, n_shared_experts=1, num_experts_per_tok=3, n_group=2, topk_group=1,
        routed_scaling_factor=1.5, first_k_dense_replace=1, pad_token_id=None)
    return transformers.Glm4MoeForCausalLM(config)


def helium():
    config = transformers.HeliumConfig(**SIZES, num_key_value_heads=2, head_dim=8, attention_bias=True,
                                       rope_theta=10000.0, pad_token_id=None)
    return transformers.HeliumForCausalLM(config)


def stablelm():
    config = transformers.StableLmConfig(**SIZES, num_key_value_heads=2, use_qkv_bias=True, partial_rotary_factor=0.25,
                                         use_parallel_residual=True, pad_token_id=None)
    return transformers.StableLmForCausalLM(config)


def plbart():
    config = transformers.PLBartConfig(
        vocab_size=57, d_model=32, encoder_layers=2, decoder_layers=2, encoder_attention_heads=4,
        decoder_attention_heads=2, encoder_ffn_dim=40, decoder_ffn_dim=24, max_position_embeddings=64)
    return transformers.PLBartForConditionalGeneration(config)


MODELS = {"rembert": rembert, "glm4-moe": glm4_moe, "helium": helium, "stablelm": stablelm, "plbart": plbart}


def make(name):
    torch.manual_seed(7)
    model = MODELS[name]().eval()
    model.set_attn_implementation("eager")
    with torch.no_grad():
        for key, tensor in [*model.named_parameters(), *model.named_buffers()]:
            if tensor.is_floating_point() and "inv_freq" not in key:
                norm = "norm" in key.lower() and tensor.dim() == 1 and key.endswith("weight")
                tensor.copy_(torch.randn_like(tensor) * (0.2 if tensor.dim() == 1 else 0.3) + (1 if norm else 0))
    logits, chosen = {}, {}

    def routed(layer):
        def hook(module, read, given):
            logits[layer], weights, experts = given
            chosen[layer] = experts, weights
        return hook

    for i, layer in enumerate(getattr(getattr(model, "model", None), "layers", [])):
        if hasattr(layer.mlp, "gate") and hasattr(layer.mlp, "experts"):
            layer.mlp.gate.register_forward_hook(routed(i))
    ids = torch.tensor([IDS])
    types = torch.tensor([[0] * 6 + [1] * 6])
    more = {"token_type_ids": types} if name == "rembert" else {}
    if model.config.is_encoder_decoder:
        more = {"decoder_input_ids": torch.tensor([TARGET])}
    with torch.no_grad():
        out = model(input_ids=ids, output_attentions=True, output_hidden_states=True, use_cache=False, **more)
    expected = {"input_ids.0": ids[0], "logits.0": out.logits[0]}
    for key, numbers in more.items():
        expected[key + ".0"] = numbers[0]
    for key in KEPT:
        for i, numbers in enumerate(getattr(out, key, None) or ()):
            expected[f"{key}.0.{i}"] = numbers[0]
    for i, numbers in logits.items():
        expected[f"router_logits.0.{i}"] = numbers
        expected[f"experts.0.{i}"], expected[f"expert_weights.0.{i}"] = chosen[i]
    folder = os.path.join(HERE, name)
    model.save_pretrained(folder)
    for extra in ("generation_config.json",):
        if os.path.exists(os.path.join(folder, extra)):
            os.remove(os.path.join(folder, extra))
    save_file({key: value.contiguous().clone() for key, value in expected.items()},
              os.path.join(folder, "expected.safetensors"))


for each in sys.argv[1:] or MODELS:
    make(each)
