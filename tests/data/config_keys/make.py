"""Makes what this folder holds: for each base a file of random weights, for each variant of its config.json the values that
the transformers library computes (5.24; with `make.py old` and 4.57 those that only it knows). `make.py BASE…`: those alone.

BASE.safetensors: the weights. BASE+VARIANT/config.json and expected.safetensors (input_ids.0, attentions.0.L, logits.0 …; the
names of ../models). A config.json that the library refuses has refused.txt instead, with its message."""
import json
import os
import shutil
import sys
import tempfile
from pathlib import Path

os.environ["TRANSFORMERS_VERBOSITY"] = "error"
import torch
import transformers
from safetensors.torch import load_file, save_file
from transformers import AutoConfig

HERE = Path(__file__).parent
OLD = sys.argv[1:] == ["old"]
ONLY = [] if OLD else sys.argv[1:]
IDS = [5, 9, 2, 17, 30, 9, 4, 11, 3, 8, 21, 9, 2, 13, 7, 19, 28, 6, 10, 14, 5, 9]
DECODER = dict(vocab_size=31, hidden_size=16, intermediate_size=20, num_hidden_layers=2, num_attention_heads=2,
               num_key_value_heads=1, max_position_embeddings=32)
ENCODER = dict(vocab_size=31, hidden_size=16, intermediate_size=20, num_hidden_layers=2, num_attention_heads=2,
               max_position_embeddings=32)
BART = dict(vocab_size=31, d_model=16, encoder_layers=1, decoder_layers=1, encoder_ffn_dim=20, decoder_ffn_dim=20,
            encoder_attention_heads=2, decoder_attention_heads=2, max_position_embeddings=32, pad_token_id=1,
            decoder_start_token_id=2, bos_token_id=0, eos_token_id=2)
BASES = {  # base: (model_type, class, config, more tensors)
    "llama": ("llama", "LlamaForCausalLM", DECODER),
    "llama-tied": ("llama", "LlamaForCausalLM", DECODER),
    "llama-xielu": ("llama", "LlamaForCausalLM", {**DECODER, "hidden_act": "xielu"}),
    "mistral": ("mistral", "MistralForCausalLM", DECODER),
    "qwen2": ("qwen2", "Qwen2ForCausalLM", DECODER),
    "phi": ("phi", "PhiForCausalLM", {**DECODER, "num_key_value_heads": 2}),
    "phi3": ("phi3", "Phi3ForCausalLM", {**DECODER, "pad_token_id": 0}),
    "stablelm": ("stablelm", "StableLmForCausalLM", {**DECODER, "hidden_size": 32}),
    "gemma": ("gemma", "GemmaForCausalLM", {**DECODER, "head_dim": 8}),
    "gemma2": ("gemma2", "Gemma2ForCausalLM", {**DECODER, "head_dim": 8, "sliding_window": 5, "query_pre_attn_scalar": 12}),
    "gemma3": ("gemma3_text", "Gemma3ForCausalLM", {**DECODER, "head_dim": 8, "sliding_window": 6,
                                                   "sliding_window_pattern": 2, "query_pre_attn_scalar": 12}),
    "gpt2": ("gpt2", "GPT2LMHeadModel", dict(vocab_size=31, n_embd=16, n_layer=2, n_head=2, n_positions=32)),
    "gptj": ("gptj", "GPTJForCausalLM", dict(vocab_size=31, n_embd=16, n_layer=2, n_head=2, n_positions=32, rotary_dim=4)),
    "gpt-neo": ("gpt_neo", "GPTNeoForCausalLM", dict(vocab_size=31, hidden_size=16, num_layers=2, num_heads=2, window_size=4,
                                                    max_position_embeddings=32, attention_types=[[["global", "local"], 1]])),
    "gpt-neox": ("gpt_neox", "GPTNeoXForCausalLM", {**ENCODER, "hidden_size": 32}),
    "falcon": ("falcon", "FalconForCausalLM", dict(vocab_size=31, hidden_size=16, num_hidden_layers=2, num_attention_heads=2)),
    "opt": ("opt", "OPTForCausalLM", dict(vocab_size=31, hidden_size=16, ffn_dim=20, num_hidden_layers=2, num_attention_heads=2,
                                          max_position_embeddings=32, word_embed_proj_dim=16, pad_token_id=1)),
    "bloom": ("bloom", "BloomForCausalLM", dict(vocab_size=31, hidden_size=16, n_layer=2, n_head=2)),
    "bert": ("bert", "BertForMaskedLM", ENCODER),
    "roberta": ("roberta", "RobertaForMaskedLM", {**ENCODER, "type_vocab_size": 1}),
    "electra": ("electra", "ElectraForMaskedLM", {**ENCODER, "embedding_size": 8, "num_attention_heads": 4}),
    "albert": ("albert", "AlbertForMaskedLM", {**ENCODER, "embedding_size": 8}),
    "modernbert": ("modernbert", "ModernBertForMaskedLM", {**ENCODER, "local_attention": 8, "pad_token_id": 0,
                                                          "global_attn_every_n_layers": 2}),
    "t5": ("t5", "T5ForConditionalGeneration", dict(vocab_size=31, d_model=16, d_kv=8, d_ff=20, num_layers=1, num_heads=2,
                                                    decoder_start_token_id=0)),
    "t5-gated": ("t5", "T5ForConditionalGeneration", dict(vocab_size=31, d_model=16, d_kv=8, d_ff=20, num_layers=1, num_heads=2,
                                                          decoder_start_token_id=0, feed_forward_proj="gated-gelu")),
    "mt5": ("mt5", "MT5ForConditionalGeneration", dict(vocab_size=31, d_model=16, d_kv=8, d_ff=20, num_layers=1, num_heads=2,
                                                       decoder_start_token_id=0)),
    "bart": ("bart", "BartForConditionalGeneration", BART),
    "bart-tables": ("bart", "BartForConditionalGeneration", {**BART, "tie_word_embeddings": False}),
    "bart-tables-alone": ("bart", "BartForConditionalGeneration", {**BART, "tie_word_embeddings": False}),
    "t5-tables": ("t5", "T5ForConditionalGeneration", dict(vocab_size=31, d_model=16, d_kv=8, d_ff=20, num_layers=1, num_heads=2,
                                                           decoder_start_token_id=0)),
    "bert-untied": ("bert", "BertForMaskedLM", {**ENCODER, "tie_word_embeddings": False}),
    "deberta-v2": ("deberta-v2", "DebertaV2ForMaskedLM", {**ENCODER, "type_vocab_size": 0, "relative_attention": False,
                                                         "pos_att_type": ["c2p", "p2c"]}),
    "esm": ("esm", "EsmForMaskedLM", {**ENCODER, "pad_token_id": 1, "mask_token_id": 3,
                                      "position_embedding_type": "rotary"}),
    "eurobert": ("eurobert", "EuroBertForMaskedLM", {**DECODER, "mlp_bias": True, "pad_token_id": 0, "rope_theta": 10000.0}),
}
LONG = [1.0, 1.5, 2.0, 3.0]
HALF = {"short_factor": [1.0, 1.1, 1.2, 1.3], "long_factor": LONG}
ALONE = {"own lm_head": True}  # The file has an output of its own.
VARIANTS = {  # base: {variant: changes of config.json; None takes a key away}
    "llama": {
        "plain": {},
        "theta-beside-parameters": {"rope_parameters": {"rope_type": "linear", "factor": 3.0}, "rope_theta": 150.0},
        "scaling-beside-parameters": {"rope_scaling": {"type": "linear", "factor": 4.0}, "rope_theta": 77.0,
                                      "rope_parameters": {"rope_type": "dynamic", "factor": 2.0, "rope_theta": 5.0}},
        "empty-scaling-beside-parameters": {"rope_scaling": {}, "rope_parameters": {"rope_type": "linear", "factor": 2.0,
                                                                                     "rope_theta": 50.0}},
        "type-and-rope-type": {"rope_scaling": {"type": "linear", "rope_type": "dynamic", "factor": 4.0},
                               "max_position_embeddings": 8},
        "dynamic": {"rope_scaling": {"type": "dynamic", "factor": 4.0}, "max_position_embeddings": 8},
        "llama3": {"rope_scaling": {"rope_type": "llama3", "factor": 4.0, "low_freq_factor": 1.0, "high_freq_factor": 4.0,
                                    "original_max_position_embeddings": 8}, "rope_theta": 100.0},
        "llama3-no-original": {"rope_scaling": {"rope_type": "llama3", "factor": 4.0, "low_freq_factor": 1.0,
                                                "high_freq_factor": 4.0}, "rope_theta": 100.0},
        "yarn": {"rope_scaling": {"type": "yarn", "factor": 4.0, "original_max_position_embeddings": 8}},
        "yarn-no-original": {"rope_scaling": {"type": "yarn", "factor": 4.0}},
        "yarn-original-beside": {"rope_scaling": {"type": "yarn", "factor": 4.0}, "original_max_position_embeddings": 8},
        "yarn-null-factor": {"rope_scaling": {"type": "yarn", "factor": None, "original_max_position_embeddings": 8}},
        "yarn-all": {"rope_scaling": {"type": "yarn", "factor": 4.0, "original_max_position_embeddings": 8, "beta_fast": 8,
                                      "beta_slow": 2, "mscale": 0.7, "mscale_all_dim": 0.5, "truncate": False}},
        "yarn-attention-factor": {"rope_scaling": {"type": "yarn", "factor": 4.0, "attention_factor": 1.4,
                                                   "original_max_position_embeddings": 8}},
        "longrope": {"rope_scaling": {"type": "longrope", "factor": 4.0, "original_max_position_embeddings": 8, **HALF}},
        "longrope-no-factor": {"rope_scaling": {"type": "longrope", "original_max_position_embeddings": 8, **HALF}},
        "longrope-no-original": {"rope_scaling": {"type": "longrope", "factor": 4.0, **HALF}},
        "longrope-attention-factor": {"rope_scaling": {"type": "longrope", "factor": 4.0, "attention_factor": 1.3,
                                                       "original_max_position_embeddings": 8, **HALF}},
        "partial": {"partial_rotary_factor": 0.5},
        "not-causal": {"is_causal": False},
        "no-kv-heads": {"num_key_value_heads": 1, "head_dim": None},
        "integer-epsilon": {"rms_norm_eps": 1e-1},
        "tied-by-config": {"tie_word_embeddings": True},
        "linear-no-factor": {"rope_scaling": {"type": "linear"}},
        "dynamic-no-factor": {"rope_scaling": {"type": "dynamic"}},
        "yarn-no-factor": {"rope_scaling": {"type": "yarn", "original_max_position_embeddings": 8}},
        "llama3-no-low": {"rope_scaling": {"rope_type": "llama3", "factor": 4.0, "high_freq_factor": 4.0}},
        "llama3-no-high": {"rope_parameters": {"rope_type": "llama3", "factor": 4.0, "low_freq_factor": 4.0}},
        "longrope-no-short": {"rope_scaling": {"type": "longrope", "factor": 4.0, "long_factor": LONG}},
        "unknown-rope": {"rope_scaling": {"type": "spiral", "factor": 4.0}},
    },
    "llama-tied": {"tied": {"tie_word_embeddings": True}},
    "llama-xielu": {"gated": {}},
    "mistral": {"window": {"sliding_window": 4}, "null-window": {"sliding_window": None},
                "not-causal": {"is_causal": False, "sliding_window": 4}},
    "qwen2": {"window-off": {"sliding_window": 4, "use_sliding_window": False, "max_window_layers": 0},
              "window-on": {"sliding_window": 4, "use_sliding_window": True, "max_window_layers": 1},
              "layer-types": {"sliding_window": 4, "use_sliding_window": True,
                              "layer_types": ["sliding_attention", "full_attention"]}},
    "phi": {"plain": {}, "partial": {"partial_rotary_factor": 0.25},
            "partial-in-parameters": {"rope_parameters": {"rope_type": "default", "rope_theta": 100.0,
                                                          "partial_rotary_factor": 0.75}}},
    "phi3": {
        "yarn": {"rope_scaling": {"type": "yarn", **HALF}, "original_max_position_embeddings": 8},
        "longrope": {"rope_scaling": {"type": "longrope", **HALF}, "original_max_position_embeddings": 8},
        "longrope-original-inside": {"rope_scaling": {"type": "longrope", "original_max_position_embeddings": 4, **HALF},
                                     "original_max_position_embeddings": 8},
        "window": {"sliding_window": 4},
        "partial": {"partial_rotary_factor": 0.5},
        "linear": {"rope_scaling": {"type": "linear", "factor": 2.0}},
    },
    "stablelm": {"plain": {}, "parallel": {"use_parallel_residual": True}},
    "gemma": {"plain": {}, "gelu": {"hidden_act": "gelu"}, "silu": {"hidden_act": "silu"},
              "hidden-activation": {"hidden_act": "gelu", "hidden_activation": "silu"}},
    "gemma2": {"plain": {}, "no-caps": {"attn_logit_softcapping": None, "final_logit_softcapping": None}},
    "gemma3": {
        "plain": {},
        "bidirectional": {"use_bidirectional_attention": True},
        "bidirectional-odd": {"use_bidirectional_attention": True, "sliding_window": 5},
        "not-causal": {"is_causal": False},
        "local-theta": {"rope_theta": 300.0, "rope_local_base_freq": 20.0},
        "scaling": {"rope_theta": 300.0, "rope_scaling": {"rope_type": "linear", "factor": 8.0}},
        "parameters": {"rope_parameters": {"full_attention": {"rope_type": "linear", "factor": 8.0, "rope_theta": 300.0},
                                           "sliding_attention": {"rope_type": "default", "rope_theta": 20.0}}},
        "scaling-beside-parameters": {
            "rope_scaling": {"rope_type": "linear", "factor": 4.0},
            "rope_parameters": {"full_attention": {"rope_type": "default", "rope_theta": 300.0},
                                "sliding_attention": {"rope_type": "default", "rope_theta": 20.0}}},
        "theta-beside-parameters": {"rope_theta": 300.0, "rope_local_base_freq": 20.0,
                                    "rope_parameters": {"full_attention": {"rope_type": "linear", "factor": 8.0},
                                                        "sliding_attention": {"rope_type": "default"}}},
        "caps": {"attn_logit_softcapping": 2.0, "final_logit_softcapping": 3.0},
        "layer-types": {"layer_types": ["full_attention", "sliding_attention"]},
        "unknown-layer-type": {"layer_types": ["full_attention", "chunked_attention"]},
    },
    "gpt2": {"plain": {}, "not-causal": {"is_causal": False},
             "aliases": {"n_embd": None, "hidden_size": 16, "n_layer": None, "num_hidden_layers": 2, "n_head": None,
                         "num_attention_heads": 2, "n_positions": None, "max_position_embeddings": 32},
             "alias-wins": {"n_layer": 3, "num_hidden_layers": 2},
             "inverse-layer": {"scale_attn_by_inverse_layer_idx": True}, "unscaled": {"scale_attn_weights": False}},
    "gptj": {"plain": {}, "not-causal": {"is_causal": False}},
    "gpt-neo": {"plain": {}, "not-causal": {"is_causal": False}},
    "gpt-neox": {"plain": {}, "not-causal": {"is_causal": False}, "percent": {"rotary_pct": 0.5, "rotary_emb_base": 100},
                 "theta-beside": {"rope_theta": 7.0},
                 "parameters": {"rope_parameters": {"rope_type": "linear", "factor": 3.0, "rope_theta": 50.0,
                                                    "partial_rotary_factor": 0.5}},
                 "percent-beside-parameters": {"rope_parameters": {"rope_type": "linear", "factor": 3.0},
                                               "rotary_pct": 0.5, "rotary_emb_base": 100},
                 "sequential": {"use_parallel_residual": False}},
    "falcon": {"plain": {}, "not-causal": {"is_causal": False}, "aliases": {"hidden_size": None, "n_embed": 16},
               "scaling": {"rope_scaling": {"type": "dynamic", "factor": 4.0}, "max_position_embeddings": 8}},
    "opt": {"plain": {}, "not-causal": {"is_causal": False}},
    "bloom": {"plain": {}, "not-causal": {"is_causal": False}, "aliases": {"hidden_size": 8, "n_embed": 16}},
    "bert": {"plain": {}, "decoder": {"is_decoder": True}, "no-pad": {"pad_token_id": -1}},
    "roberta": {"plain": {}, "no-pad": {"pad_token_id": -1}, "other-pad": {"pad_token_id": 4}},
    "modernbert": {"plain": {}, "window": {"sliding_window": 2},
                   "scaling": {"global_rope_theta": 200.0, "local_rope_theta": 30.0,
                               "rope_scaling": {"rope_type": "linear", "factor": 3.0}},
                   "parameters": {"rope_parameters": {"full_attention": {"rope_type": "default", "rope_theta": 200.0},
                                                      "sliding_attention": {"rope_type": "linear", "factor": 2.0,
                                                                            "rope_theta": 30.0}}},
                   "layer-types": {"layer_types": ["sliding_attention", "full_attention"]}},
    "t5": {"plain": {}, "unscaled": {"tie_word_embeddings": True, "scale_decoder_outputs": False},
           "untied": {"tie_word_embeddings": False}, "scaled": {"tie_word_embeddings": True, "scale_decoder_outputs": True},
           "aliases": {"d_model": None, "hidden_size": 16, "num_heads": None, "num_attention_heads": 2, "d_kv": None,
                       "head_dim": 8, "num_layers": None, "num_hidden_layers": 1}},
    "t5-gated": {"no-proj": {"feed_forward_proj": None, "is_gated_act": True, "dense_act_fn": "gelu_new"},
                 "contradictory": {"feed_forward_proj": "relu", "is_gated_act": True, "dense_act_fn": "silu"},
                 "gated-silu": {"feed_forward_proj": "gated-silu"}},
    "mt5": {"plain": {}, "untied": {"tie_word_embeddings": False}, "tied": {"tie_word_embeddings": True}},
    "bert-untied": {"plain": {}, "tied-said": {"tie_word_embeddings": True}},
    "deberta-v2": {"no-positions": {}},
    "esm": {"decoder": {"is_decoder": True}},
    "eurobert": {"bias": {}},
    "bart": {"plain": {}, "scaled": {"scale_embedding": True},
             "aliases": {"d_model": None, "hidden_size": 16, "encoder_layers": None, "num_hidden_layers": 1}},
    "bart-tables": {"plain": {}, "tied-said": {"tie_word_embeddings": True}},
    "bart-tables-alone": {"tied-said": {"tie_word_embeddings": True}},
    "t5-tables": {"plain": {}, "untied": {"tie_word_embeddings": False}},
}
KEYS = {"position_embedding_type": "relative_key"}, {"position_embedding_type": "relative_key_query"}
OLD_VARIANTS = {base: {"relative-key": KEYS[0], "relative-key-query": KEYS[1]} for base in ["bert", "roberta", "electra", "albert"]}


def random_weights(model, seed):
    generator = torch.Generator().manual_seed(seed)
    return {name: (torch.randn(t.shape, generator=generator) * (0.3 if t.dim() > 1 else 0.2) +
                   (1 if t.dim() == 1 and "norm" in name.lower() and name.endswith("weight") else 0)).contiguous()
            for name, t in model.state_dict().items() if t.is_floating_point() and "inv_freq" not in name}


def compute(model, config):
    ids = torch.tensor([IDS])
    if config.is_encoder_decoder:
        target = torch.tensor([IDS[3:9]])
        out = model(input_ids=ids[:, :12], decoder_input_ids=target, output_attentions=True, output_hidden_states=True, use_cache=False)
        values = {"input_ids.0": ids[0, :12], "decoder_input_ids.0": target[0]}
        kinds = ["encoder_attentions", "decoder_attentions", "cross_attentions", "encoder_hidden_states", "decoder_hidden_states"]
    else:
        out = model(input_ids=ids, output_attentions=True, output_hidden_states=True, use_cache=False)
        values = {"input_ids.0": ids[0]}
        kinds = ["attentions", "hidden_states"]
    for kind in kinds:
        for layer, value in enumerate(getattr(out, kind)):
            values[f"{kind}.0.{layer}"] = value[0]
    values["logits.0"] = out.logits[0]
    return {name: value.contiguous().clone() for name, value in values.items()}


def build(base, number, variants):
    model_type, class_name, config = BASES[base]
    kind = getattr(transformers, class_name)
    weights_file = HERE / f"{base}{'-distances' if OLD else ''}.safetensors"
    written = {"model_type": model_type, "architectures": [class_name], **config}
    own = {**written, **(KEYS[1] if OLD else {})}
    if base in ("t5", "t5-gated", "mt5", "llama"):
        own["tie_word_embeddings"] = base not in ("llama",)
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "config.json").write_text(json.dumps(own))
        weights = random_weights(kind(AutoConfig.from_pretrained(folder)), number)
    if base in ("t5", "mt5", "t5-gated", "llama"):
        weights["lm_head.weight"] = torch.randn(31, 16, generator=torch.Generator().manual_seed(99)) * 0.3
    tied = {id(t) for t in ()}
    seen = {}
    model = kind(AutoConfig.for_model(model_type, **{k: v for k, v in own.items() if k not in ("model_type", "architectures")}))
    for name, tensor in model.state_dict().items():  # Tied tensors once, but for the own outputs.
        if name in weights and tensor.data_ptr() in seen and name != "lm_head.weight":
            weights.pop(name)
        elif name == "lm_head.weight" and tensor.data_ptr() in seen and base not in ("t5", "mt5", "t5-gated", "llama"):
            weights.pop(name)
        seen[tensor.data_ptr()] = name
    if base == "t5-tables":  # Each stack has its own embeddings, the output is that which both share.
        for side, seed in ("encoder", 97), ("decoder", 98):
            weights[side + ".embed_tokens.weight"] = torch.randn(31, 16, generator=torch.Generator().manual_seed(seed)) * 0.3
    if base == "bart-tables-alone":
        weights.pop("lm_head.weight")
    save_file(weights, weights_file)
    for variant, changes in variants.items():
        place = HERE / f"{base}+{variant}"
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        with tempfile.TemporaryDirectory() as folder:
            shutil.copy(weights_file, Path(folder, "model.safetensors"))
            full = {**written, **changes}
            for key, value in changes.items():
                if value is None and key not in ("sliding_window", "attn_logit_softcapping", "final_logit_softcapping", "head_dim"):
                    full.pop(key)
            text = json.dumps(full, indent=1)
            (place / "config.json").write_text(text + "\n")
            Path(folder, "config.json").write_text(text)
            try:
                model = kind.from_pretrained(folder, attn_implementation="eager", dtype=torch.float32).eval()
                with torch.no_grad():
                    save_file(compute(model, model.config), place / "expected.safetensors")
                print(f"{base}+{variant}: ok")
            except Exception as error:
                message = str(error).strip().splitlines()
                (place / "refused.txt").write_text(f"{type(error).__name__}: {message[-1] if message else ''}\n")
                print(f"{base}+{variant}: {type(error).__name__}: {message[-1][:150] if message else ''}")


for number, (base, variants) in enumerate((OLD_VARIANTS if OLD else VARIANTS).items()):
    if not ONLY or base in ONLY:
        build(base, number, variants)
