"""Models of the Transformers library, and of PyTorch alone."""

import os
import pathlib
import warnings

import numpy
import torch

from headlight_export import write
from recording import (FOLDER, GROUPED, IDS, LEFT, PLAIN, RIGHT, TEXT, Cases, T, both, called, compared, difference, each_by_itself,
                       headlight, made, record, refused)

CASES = Cases()


def decoder(name, config, **more):
    config_kind, kind = getattr(T, name + "Config"), getattr(T, more.pop("head", name + "ForCausalLM"))
    CASES[name.lower() + more.pop("label", "")] = lambda: both(kind, config_kind(**config), more.get("inputs", PLAIN))


decoder("Llama", GROUPED)
decoder("Mistral", {**GROUPED, "sliding_window": 5})
decoder("Mixtral", {**GROUPED, "sliding_window": 5, "num_local_experts": 2})
decoder("Qwen2", {**GROUPED, "use_sliding_window": True, "sliding_window": 4, "max_window_layers": 1})
decoder("Qwen3", GROUPED)
decoder("Cohere2", {**GROUPED, "sliding_window": 4, "sliding_window_pattern": 2})
decoder("OPT", {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 4, "ffn_dim": 32, "vocab_size": 50,
                "word_embed_proj_dim": 32, "max_position_embeddings": 64, "pad_token_id": 0})
decoder("GPT2", {"n_embd": 32, "n_layer": 2, "n_head": 4, "vocab_size": 50, "n_positions": 64}, head="GPT2LMHeadModel")
decoder("Falcon", {**TEXT, "multi_query": True, "new_decoder_architecture": False})
CASES["llama padded left"] = lambda: each_by_itself(T.LlamaForCausalLM, T.LlamaConfig(**GROUPED), LEFT)
decoder("Llama", GROUPED, label=" padded right", inputs=RIGHT)
for label, inputs in (("", PLAIN), (" padded", RIGHT)):
    CASES["bert" + label] = lambda inputs=inputs: both(T.BertModel, T.BertConfig(**TEXT), inputs)
    CASES["distilbert" + label] = lambda inputs=inputs: both(
        T.DistilBertModel, T.DistilBertConfig(dim=32, n_layers=2, n_heads=4, hidden_dim=32, vocab_size=50), inputs)
    CASES["modernbert" + label] = lambda inputs=inputs: both(
        T.ModernBertModel, T.ModernBertConfig(**TEXT, global_attn_every_n_layers=2, local_attention=6), inputs)
CASES["albert (one layer, used twice)"] = lambda: both(T.AlbertModel, T.AlbertConfig(**TEXT, embedding_size=16), PLAIN)
CASES["mpnet"] = lambda: compared(made(T.MPNetModel, T.MPNetConfig(**TEXT)), PLAIN)
CASES["deberta v2"] = lambda: compared(made(T.DebertaV2Model, T.DebertaV2Config(**TEXT, relative_attention=True,
                                                                               pos_att_type=["p2c", "c2p"])), PLAIN)
CASES["bloom"] = lambda: compared(made(T.BloomForCausalLM, T.BloomConfig(hidden_size=32, n_layer=2, n_head=4, vocab_size=50)), PLAIN)


@CASES.case
def gemma2():
    config = T.Gemma2Config(**GROUPED, sliding_window=4, query_pre_attn_scalar=8, attn_logit_softcapping=2.0)
    return compared(made(T.Gemma2ForCausalLM, config), PLAIN)


@CASES.case
def gemma3():
    return both(T.Gemma3ForCausalLM, T.Gemma3TextConfig(**GROUPED, sliding_window=4, query_pre_attn_scalar=8,
                                                        layer_types=["sliding_attention", "full_attention"]), PLAIN)


def gpt_oss_model(implementation="eager"):
    return made(T.GptOssForCausalLM, T.GptOssConfig(**GROUPED, sliding_window=4, num_local_experts=2, num_experts_per_tok=1), implementation)


@CASES.case
def gpt_oss_sinks():
    return compared(gpt_oss_model(), PLAIN)


@CASES.case
def llama4_chunks():
    config = T.Llama4TextConfig(**GROUPED, attention_chunk_size=4, num_local_experts=2, intermediate_size_mlp=32,
                                layer_types=["chunked_attention", "full_attention"], moe_layers=[])
    return both(T.Llama4ForCausalLM, config, PLAIN)


@CASES.case
def deepseek_v3():
    config = T.DeepseekV3Config(**{**TEXT, "num_key_value_heads": 4}, q_lora_rank=16, kv_lora_rank=16, qk_rope_head_dim=8,
                                qk_nope_head_dim=8, v_head_dim=8, n_routed_experts=2, first_k_dense_replace=2)
    return both(T.DeepseekV3ForCausalLM, config, PLAIN)


@CASES.case
def falcon_alibi():
    config = T.FalconConfig(**TEXT, alibi=True, multi_query=False, new_decoder_architecture=False)
    return each_by_itself(T.FalconForCausalLM, config, PLAIN)


@CASES.case
def a_mask_of_ones_own():
    mask = torch.ones(1, 1, 12, 12, dtype=torch.bool).tril()
    mask[..., 6:, :6] = False  # Two texts in one row.
    config = T.LlamaConfig(**GROUPED)
    floats = torch.zeros(mask.shape).masked_fill(~mask, torch.finfo(torch.float32).min)
    eager = compared(made(T.LlamaForCausalLM, config), {"input_ids": IDS, "attention_mask": floats})
    fast = made(T.LlamaForCausalLM, config, "sdpa")
    expected = made(T.LlamaForCausalLM, config)(input_ids=IDS, attention_mask=floats, output_attentions=True).attentions
    other = compared(fast, {"input_ids": IDS, "attention_mask": mask}, eager=False, expected=expected)
    return max(eager[0], other[0]), eager[1] or other[1]


@CASES.case
def gemma3_image_tokens_see_each_other():
    text = T.Gemma3TextConfig(**GROUPED, sliding_window=4, query_pre_attn_scalar=8, layer_types=["sliding_attention", "full_attention"])
    model = made(T.Gemma3ForCausalLM, text)
    mask = torch.ones(12, 12, dtype=torch.bool).tril()
    mask[3:7, 3:7] = True
    floats = torch.zeros(1, 1, 12, 12).masked_fill(~mask, torch.finfo(torch.float32).min)
    return compared(model, {"input_ids": IDS, "attention_mask": {"sliding_attention": floats, "full_attention": floats}})


def pair(kind, config, part, inputs=None):
    inputs = inputs or {"input_ids": IDS, "decoder_input_ids": IDS[:, :7]}
    return lambda: both(kind, config, inputs, part=part)


for part in ("encoder", "decoder", "cross"):
    CASES["t5 " + part] = pair(T.T5ForConditionalGeneration, T.T5Config(
        d_model=32, d_kv=8, d_ff=32, num_layers=2, num_heads=4, vocab_size=50, decoder_start_token_id=0), part)
    for name in ("Bart", "Marian"):
        config = getattr(T, name + "Config")(d_model=32, encoder_layers=2, decoder_layers=2, encoder_attention_heads=4,
                                             decoder_attention_heads=4, encoder_ffn_dim=32, decoder_ffn_dim=32, vocab_size=50,
                                             max_position_embeddings=64, pad_token_id=0, decoder_start_token_id=0)
        kind = getattr(T, {"Bart": "BartForConditionalGeneration", "Marian": "MarianMTModel"}[name])
        CASES[f"{name.lower()} {part}"] = pair(kind, config, part)
        CASES[f"{name.lower()} {part} of equal lengths"] = pair(kind, config, part, {"input_ids": IDS, "decoder_input_ids": IDS})
    whisper = T.WhisperConfig(d_model=32, encoder_layers=2, decoder_layers=2, encoder_attention_heads=4, decoder_attention_heads=4,
                              encoder_ffn_dim=32, decoder_ffn_dim=32, vocab_size=50, num_mel_bins=8, max_source_positions=10,
                              max_target_positions=20, pad_token_id=0, bos_token_id=1, eos_token_id=2, decoder_start_token_id=1)
    CASES["whisper " + part] = pair(T.WhisperForConditionalGeneration, whisper, part, {
        "input_features": torch.arange(160).reshape(1, 8, 20).sin(), "decoder_input_ids": IDS[:, :7]})


@CASES.case
def weights_of_sdpa():
    config = T.LlamaConfig(**GROUPED)
    model = made(T.LlamaForCausalLM, config, "sdpa")
    return compared(model, PLAIN, what="weights", eager=made(T.LlamaForCausalLM, config))[0], False


@CASES.case
def multihead_attention_of_pytorch():
    torch.manual_seed(1)
    layer = torch.nn.TransformerEncoderLayer(32, 4, 32, batch_first=True)
    model = torch.nn.TransformerEncoder(layer, 2).eval()
    hidden = torch.randn(1, 9, 32) * 3
    path = os.path.join(FOLDER.name, "m.safetensors")
    expected, x = [], hidden
    with torch.no_grad(), record(model, path=path):
        model(hidden)
    with torch.no_grad():
        for each in model.layers:
            expected.append(each.self_attn(x, x, x, average_attn_weights=False)[1])
            x = each(x)
    return difference(expected, headlight(path)), False


@CASES.case
def a_compiled_model():
    config = T.LlamaConfig(**GROUPED)
    model = made(T.LlamaForCausalLM, config, "sdpa")
    path = os.path.join(FOLDER.name, "c.safetensors")
    with torch.no_grad(), record(torch.compile(model), path=path) as _:
        model(IDS)
    expected = made(T.LlamaForCausalLM, config)(IDS, output_attentions=True).attentions
    return difference([each.detach() for each in expected], headlight(path)), False


@CASES.case
def written_outputs():
    model = made(T.LlamaForCausalLM, T.LlamaConfig(**GROUPED))
    path = os.path.join(FOLDER.name, "w.npz")
    with torch.no_grad():
        expected = model(IDS, output_attentions=True).attentions
        largest = 0
        for attention in (expected, list(expected), torch.stack(expected), torch.stack(expected).numpy(),
                          [each[0].numpy() for each in expected]):
            write(path, attention, [f"t{i}" for i in range(12)])
            largest = max(largest, difference(expected, headlight(path)))
        steps = model.generate(IDS, max_new_tokens=4, min_new_tokens=4, do_sample=False, pad_token_id=0, output_attentions=True,
                               return_dict_in_generate=True)
        write(path, steps.attentions)
        whole = model(steps.sequences[:, :-1], output_attentions=True).attentions
    return max(largest, difference(whole, headlight(path))), False


@CASES.case
def gpt2_with_cross_attention():
    config = T.GPT2Config(n_embd=32, n_layer=2, n_head=4, vocab_size=50, n_positions=64, add_cross_attention=True)
    inputs = {"input_ids": IDS, "encoder_hidden_states": torch.arange(160).reshape(1, 5, 32).sin()}
    return max(compared(made(T.GPT2LMHeadModel, config), inputs, expected=None, part=part, read=read)[0]
               for part, read in (("decoder", "attentions"), ("cross", "cross_attentions"))), False


CASES["gpt neo"] = lambda: compared(made(T.GPTNeoForCausalLM, T.GPTNeoConfig(
    hidden_size=32, num_layers=2, num_heads=4, vocab_size=50, attention_types=[[["global", "local"], 1]], window_size=4,
    max_position_embeddings=64, intermediate_size=32)), PLAIN)
CASES["mpt"] = lambda: compared(made(T.MptForCausalLM, T.MptConfig(d_model=32, n_heads=4, n_layers=2, vocab_size=50, max_seq_len=64)), PLAIN)
CASES["half precision"] = lambda: halves(torch.bfloat16)


def halves(kind):
    model = made(T.LlamaForCausalLM, T.LlamaConfig(**GROUPED)).to(kind)
    largest, weights = compared(model, PLAIN)
    assert largest < 0.03 and not weights, f"{largest}"  # The library rounds scores and weights to eight bits.
    return 0, False


CASES["a batch of two"] = lambda: refused("row=0", lambda: called([{"input_ids": IDS.repeat(2, 1)}]))
CASES["a folder that is not there"] = lambda: refused("expected a folder", lambda: called([PLAIN], path="none/a.npz"))
CASES["two texts in one block"] = lambda: refused("one text", lambda: called([PLAIN, {"input_ids": IDS.flip(1)}]))
CASES["no call"] = lambda: refused("was not called", lambda: called([]))


@CASES.case
def an_attention_that_nothing_explains():
    """Weights that no mask explains and that are given: written as weights. Not given: refused."""
    from transformers.models.llama import modeling_llama
    model = made(T.LlamaForCausalLM, T.LlamaConfig(**GROUPED))
    before = modeling_llama.eager_attention_forward

    def squared(module, query, key, value, mask, scaling, **keywords):
        _, weights = before(module, query, key, value, mask, scaling=scaling, **keywords)
        weights = weights ** 2 / (weights ** 2).sum(-1, keepdim=True)
        out = weights @ value.repeat_interleave(2, 1)
        return out.transpose(1, 2), weights if keywords.get("output_attentions") or module.shown else None

    modeling_llama.eager_attention_forward = squared
    try:
        for layer in model.model.layers:
            layer.self_attn.shown = True
        found = compared(model, PLAIN)
        assert found[1], "expected a warning that weights were written"
        for layer in model.model.layers:
            layer.self_attn.shown = False
        path = os.path.join(FOLDER.name, "s.npz")
        with warnings.catch_warnings(), torch.no_grad():
            warnings.simplefilter("ignore")
            with record(model, path=path):
                model(IDS)
        return found[0], True
    finally:
        modeling_llama.eager_attention_forward = before


class Words:
    """A tokenizer of byte-level names, of which 7 and 8 are two halves of a character."""
    names = {1: "<s>", 5: "\u0120cat", 9: "s", 7: "\u00c3", 8: "\u00a9"}
    all_special_ids, mask_token_id = [1], None

    def convert_ids_to_tokens(self, ids):
        return [self.names.get(number, f"w{number}") for number in ids]

    def decode(self, ids):
        return {5: "cat", 7: "\ufffd", 8: "\ufffd"}.get(ids[0], self.names.get(ids[0], f"w{ids[0]}"))


@CASES.case
def tokens_with_their_spaces():
    import json
    path = os.path.join(FOLDER.name, "t.npz")
    model = made(T.LlamaForCausalLM, T.LlamaConfig(**GROUPED))
    with torch.no_grad(), record(model, Words(), "a text", path):
        model(IDS)
    notes = json.loads(bytes(numpy.load(path)["headlight"]))
    found = notes["tokens"]
    assert [found[i] for i in (0, 1, 2, 5, 9, 10)] == ["<s>", " cat", "s", "w30", "<0xC3>", "<0xA9>"], found
    assert notes["special"] == [0] and notes["predictions"][0]["title"] == "Next token", notes
    return 0, False


@CASES.case
def answers_of_classifiers_and_masked_tokens():
    import json
    path = os.path.join(FOLDER.name, "k.npz")
    titles = []
    words = Words()
    words.mask_token_id = 30
    for kind, config in ((T.BertForSequenceClassification, T.BertConfig(**TEXT, id2label={0: "bad", 1: "good"}, label2id={"bad": 0, "good": 1})),
                         (T.BertForMaskedLM, T.BertConfig(**TEXT)), (T.BertModel, T.BertConfig(**TEXT))):
        model = made(kind, config)
        with torch.no_grad(), record(model, words, path=path):
            model(IDS)
        titles.append([(each["title"], len(each["answers"])) for each in
                       json.loads(bytes(numpy.load(path)["headlight"])).get("predictions", [])])
    assert titles == [[("Class", 2)], [("Token 5", 10)], []], titles
    return 0, False


@CASES.case
def no_folders_of_this_computer():
    model = made(T.LlamaForCausalLM, T.LlamaConfig(**GROUPED))
    model.config._name_or_path = "/home/someone/models/llama-x"
    path = os.path.join(FOLDER.name, "n.safetensors")
    with torch.no_grad(), record(model, path=path):
        model(IDS)
    data = pathlib.Path(path).read_bytes()
    assert b"someone" not in data and b"llama-x" in data, "expected the model's name alone"
    return 0, False


CASES["two texts packed in a row"] = lambda: both(T.LlamaForCausalLM, T.LlamaConfig(**GROUPED), {
    "input_ids": IDS, "position_ids": torch.tensor([[*range(5), *range(7)]]), "use_cache": False})
CASES["granite scales"] = lambda: both(T.GraniteForCausalLM, T.GraniteConfig(
    **{name: value for name, value in GROUPED.items() if name != "head_dim"}, attention_multiplier=0.3), PLAIN)
CASES["a compiled layer"] = lambda: compiled_layers()


def compiled_layers():
    """Layers compiled in place, as model.compile() and regional compilation do."""
    model = made(T.LlamaForCausalLM, T.LlamaConfig(**GROUPED), "sdpa")
    for layer in model.model.layers:
        layer.compile()
    return compared(model, PLAIN, eager=made(T.LlamaForCausalLM, T.LlamaConfig(**GROUPED)))


@CASES.case
def hybrids_keep_the_numbers_of_their_layers():
    config = T.Lfm2Config(**{name: value for name, value in GROUPED.items() if name not in ("head_dim", "num_hidden_layers")},
                          num_hidden_layers=4, layer_types=["conv", "full_attention", "conv", "full_attention"], block_ff_dim=32,
                          block_multiple_of=8)
    model = made(T.Lfm2ForCausalLM, config)
    path = os.path.join(FOLDER.name, "h.safetensors")
    with torch.no_grad(), record(model, path=path):
        output = model(IDS, output_attentions=True)
    expected = [each for each in output.attentions if each is not None]
    return difference(expected, headlight(path, numbers=[1, 3])), False


@CASES.case
def multihead_attention_by_itself():
    torch.manual_seed(1)
    largest = 0
    for needs in (True, False):
        class Reader(torch.nn.Module):
            def __init__(self):
                super().__init__()
                self.layers = torch.nn.ModuleList(torch.nn.MultiheadAttention(32, 4, batch_first=True) for _ in range(2))

            def forward(self, x, needs=needs):
                for each in self.layers:
                    x = each(x, x, x, need_weights=needs)[0]
                return x

        model, x = Reader().eval(), torch.randn(1, 9, 32) * 3
        path = os.path.join(FOLDER.name, "mha.safetensors")
        with torch.no_grad(), record(model, path=path):
            model(x)
        expected = []
        with torch.no_grad():
            for each in model.layers:
                expected.append(each(x, x, x, average_attn_weights=False)[1])
                x = each(x, x, x)[0]
        largest = max(largest, difference(expected, headlight(path)))
    return largest, False


@CASES.case
def transformer_decoder_of_pytorch():
    torch.manual_seed(1)
    model = torch.nn.TransformerDecoder(torch.nn.TransformerDecoderLayer(32, 4, 32, batch_first=True), 2).eval()
    x, memory = torch.randn(1, 9, 32) * 3, torch.randn(1, 5, 32) * 3
    mask = torch.nn.Transformer.generate_square_subsequent_mask(9)
    path = os.path.join(FOLDER.name, "dec.safetensors")
    with torch.no_grad(), record(model, path=path):
        model(x, memory, tgt_mask=mask)
    expected = {"decoder": [], "cross": []}
    with torch.no_grad():
        for each in model.layers:
            one = each.self_attn(x, x, x, attn_mask=mask, average_attn_weights=False)
            expected["decoder"].append(one[1])
            between = each.norm1(x + one[0])
            expected["cross"].append(each.multihead_attn(between, memory, memory, average_attn_weights=False)[1])
            x = each(x, memory, tgt_mask=mask)
    return max(difference(expected[part], headlight(path, part)) for part in expected), False


@CASES.case
def encoder_and_decoder_of_pytorch():
    torch.manual_seed(1)
    model = torch.nn.Transformer(32, 4, 2, 2, 32, batch_first=True).eval()
    x, y = torch.randn(1, 9, 32) * 3, torch.randn(1, 9, 32) * 3
    mask = torch.nn.Transformer.generate_square_subsequent_mask(9)
    path = os.path.join(FOLDER.name, "pair.safetensors")
    with torch.no_grad(), record(model, path=path):
        model(x, y, tgt_mask=mask)
    expected = []
    with torch.no_grad():
        for each in model.encoder.layers:
            expected.append(each.self_attn(x, x, x, average_attn_weights=False)[1])
            x = each(x)
    ahead = numpy.triu(headlight(path, "decoder")[0][0], 1)
    assert len(headlight(path, "cross")) == 2 and abs(ahead).max() == 0, "expected a decoder that sees nothing later"
    return difference(expected, headlight(path, "encoder")), False


@CASES.case
def two_attentions_in_one_module():
    """Refused, since they are not parts of one map."""
    class Attention(torch.nn.Module):
        def forward(self, x, y):
            attend = torch.nn.functional.scaled_dot_product_attention
            return attend(x, x, x) + attend(x, y, y)

    class Model(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.attention = Attention()

        def forward(self, x, y):
            return self.attention(x, y)

    return refused("2 times", lambda: record_two(Model()))


def record_two(model):
    with torch.no_grad(), record(model, path=os.path.join(FOLDER.name, "two.safetensors")):
        model(torch.randn(1, 4, 9, 8), torch.randn(1, 4, 5, 8))
