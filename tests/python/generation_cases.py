"""Texts that models write: all steps of generate() as one text, against one call with the whole text."""

import os

import numpy
import torch

from recording import FOLDER, GROUPED, IDS, LEFT, Cases, T, difference, headlight, made, record, refused

CASES = Cases()
LLAMA = T.LlamaConfig(**GROUPED)
GPT2 = T.GPT2Config(n_embd=32, n_layer=2, n_head=4, vocab_size=50, n_positions=64)


def recorded(model, arguments, row=None, name="g.safetensors", **options):
    """(what generate() gave, the file)"""
    path = os.path.join(FOLDER.name, name)
    options = {"max_new_tokens": 4, "min_new_tokens": 4, "do_sample": False, "pad_token_id": 0, **options}
    with torch.no_grad(), record(model, path=path, row=row):
        ids = model.generate(**arguments, **options)
    return ids, path


def generated(kind, config, implementation="eager", batch=IDS, row=None, **options):
    ids, path = recorded(made(kind, config, implementation), {"input_ids": batch}, row, **options)
    with torch.no_grad():
        expected = made(kind, config)(ids[row or 0:][:1, :-1], output_attentions=True).attentions
    return difference(expected, headlight(path)), False


CASES["generate llama"] = lambda: generated(T.LlamaForCausalLM, LLAMA)
CASES["generate llama sdpa"] = lambda: generated(T.LlamaForCausalLM, LLAMA, "sdpa")
CASES["generate llama sdpa from one token"] = lambda: generated(T.LlamaForCausalLM, LLAMA, "sdpa", IDS[:, :1])
CASES["generate llama without a cache"] = lambda: generated(T.LlamaForCausalLM, LLAMA, use_cache=False)
CASES["generate llama static cache"] = lambda: generated(T.LlamaForCausalLM, LLAMA, cache_implementation="static")
MISTRAL = T.MistralConfig(**{**GROUPED, "sliding_window": 5})
CASES["generate mistral windows"] = lambda: generated(T.MistralForCausalLM, MISTRAL)
CASES["generate mistral windows sdpa"] = lambda: generated(T.MistralForCausalLM, MISTRAL, "sdpa")
TWO = torch.cat([IDS, IDS.flip(1)])
CASES["generate gpt2, row 1 of 2"] = lambda: generated(T.GPT2LMHeadModel, GPT2, "sdpa", TWO, row=1, attention_mask=torch.ones(2, 12))
CASES["generate llama, 3 beams"] = lambda: generated(T.LlamaForCausalLM, LLAMA, "sdpa", num_beams=3)
CASES["generate llama, 3 beams, row 1 of 2"] = lambda: generated(
    T.LlamaForCausalLM, LLAMA, "sdpa", TWO, row=1, num_beams=3, attention_mask=torch.ones(2, 12, dtype=torch.int64))
CASES["generate llama, row 3 of 2 texts with 2 beams each"] = lambda: generated(
    T.LlamaForCausalLM, LLAMA, "sdpa", TWO, row=3, num_beams=2, num_return_sequences=2)
CASES["generate llama, beams of which none is chosen"] = lambda: refused(
    "row=0", lambda: generated(T.LlamaForCausalLM, LLAMA, batch=TWO, num_beams=2))


CASES["generate llama with an assistant"] = lambda: generated(
    T.LlamaForCausalLM, LLAMA, "sdpa", assistant_model=made(T.LlamaForCausalLM, LLAMA, spread=3), max_new_tokens=8,
    min_new_tokens=None)  # Which 4.57 refuses beside an assistant.
CASES["generate llama with guesses from the prompt"] = lambda: generated(
    T.LlamaForCausalLM, LLAMA, prompt_lookup_num_tokens=3, max_new_tokens=8, min_new_tokens=8)
CASES["generate llama, the prompt in pieces"] = lambda: generated(T.LlamaForCausalLM, LLAMA, "sdpa", prefill_chunk_size=5)
CASES["generate llama, drawn"] = lambda: generated(T.LlamaForCausalLM, LLAMA, "sdpa", do_sample=True, temperature=2.0)


@CASES.case
def a_cache_that_is_given():
    """Of a text that was read before: its keys are named, and those that are read are its last."""
    import json
    model, path = made(T.LlamaForCausalLM, LLAMA, "sdpa"), os.path.join(FOLDER.name, "prefix.npz")
    with torch.no_grad():
        cache = model(IDS[:, :7]).past_key_values
        with record(model, path=path):
            model(IDS[:, 7:], past_key_values=cache)
        expected = made(T.LlamaForCausalLM, LLAMA)(IDS, output_attentions=True).attentions
    tokens = json.loads(bytes(numpy.load(path)["headlight"]))["tokens"]
    assert tokens == [f"prefix {number}" for number in range(7)] + [str(number) for number in IDS[0, 7:].tolist()], tokens
    return difference([each[:, :, 7:] for each in expected], headlight(path)), False


@CASES.case
def a_text_in_pieces():
    def call():
        cache = None
        for some in (IDS[:, :4], IDS[:, 4:9], IDS[:, 9:]):
            cache = model(some, past_key_values=cache, use_cache=True).past_key_values

    model, path = made(T.LlamaForCausalLM, LLAMA, "sdpa"), os.path.join(FOLDER.name, "pieces.safetensors")
    with torch.no_grad():
        with record(model, path=path):
            call()
        expected = made(T.LlamaForCausalLM, LLAMA)(IDS, output_attentions=True).attentions
    return difference(expected, headlight(path)), False


def pair(model, arguments, **options):
    ids, path = recorded(model, arguments, **options)
    with torch.no_grad():
        whole = model(**arguments, decoder_input_ids=ids[:, :-1], output_attentions=True)
    return max(difference(getattr(whole, part + "_attentions"), headlight(path, part)) for part in ("encoder", "decoder", "cross")), False


def t5():
    return made(T.T5ForConditionalGeneration, T.T5Config(d_model=32, d_kv=8, d_ff=32, num_layers=2, num_heads=4, vocab_size=50,
                                                         decoder_start_token_id=0, pad_token_id=0, eos_token_id=None))


def bart(way):
    return made(T.BartForConditionalGeneration, T.BartConfig(
        d_model=32, encoder_layers=2, decoder_layers=2, encoder_attention_heads=4, decoder_attention_heads=4, encoder_ffn_dim=32,
        decoder_ffn_dim=32, vocab_size=50, max_position_embeddings=64, pad_token_id=0, decoder_start_token_id=0,
        forced_eos_token_id=None), way)


def whisper():
    return made(T.WhisperForConditionalGeneration, T.WhisperConfig(
        d_model=32, encoder_layers=2, decoder_layers=2, encoder_attention_heads=4, decoder_attention_heads=4, encoder_ffn_dim=32,
        decoder_ffn_dim=32, vocab_size=50, num_mel_bins=8, max_source_positions=10, max_target_positions=20, pad_token_id=0,
        bos_token_id=1, eos_token_id=2, decoder_start_token_id=1, suppress_tokens=None, begin_suppress_tokens=None))


CASES["generate t5"] = lambda: pair(t5(), {"input_ids": IDS})
CASES["generate t5, 3 beams"] = lambda: pair(t5(), {"input_ids": IDS}, num_beams=3)


def fast_and_slow(**options):
    """Eager weights of what the library computes by itself."""
    ids, path = recorded(bart("sdpa"), {"input_ids": IDS}, **options)
    with torch.no_grad():
        whole = bart("eager")(input_ids=IDS, decoder_input_ids=ids[:, :-1], output_attentions=True)
    return max(difference(getattr(whole, part + "_attentions"), headlight(path, part)) for part in ("encoder", "decoder", "cross")), False


CASES["generate bart sdpa"] = fast_and_slow
CASES["generate bart sdpa, 2 beams"] = lambda: fast_and_slow(num_beams=2)


@CASES.case
def generate_with_padding_on_the_left():
    largest = 0
    for beams in (1, 2):
        ids, path = recorded(made(T.LlamaForCausalLM, LLAMA, "sdpa"), LEFT, max_new_tokens=3, min_new_tokens=3, num_beams=beams)
        attended = torch.cat([LEFT["attention_mask"], torch.ones(1, 2, dtype=torch.int64)], 1)
        places = (attended.cumsum(1) - 1).clamp(min=0)
        with torch.no_grad():
            expected = made(T.LlamaForCausalLM, LLAMA)(ids[:, :-1], attention_mask=attended, position_ids=places,
                                                       output_attentions=True).attentions
        largest = max(largest, difference([each[:, :, 3:] for each in expected], [each[:, 3:] for each in headlight(path)]))
    return largest, False


@CASES.case
def the_generated_part_is_marked():
    import json
    marks = []
    for beams in (1, 2):
        _, path = recorded(made(T.LlamaForCausalLM, LLAMA), {"input_ids": IDS}, name="mark.npz", num_beams=beams)
        marks.append(json.loads(bytes(numpy.load(path)["headlight"]))["generated"])
    assert marks == [12, 12], marks
    return 0, False
