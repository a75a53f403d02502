"""Modules that people write with PyTorch alone, under names of their own."""

import os

import torch

from recording import FOLDER, GROUPED, IDS, Cases, T, difference, headlight, made, record, refused

import headlight_export  # Where `recording` looks for it.

CASES = Cases()
EARLIER = torch.ones(9, 9, dtype=torch.bool).tril()


class Mixing(torch.nn.Module):
    """Attention of 4 heads; `names` are those of its projections, `how` what it does with them."""

    def __init__(self, names, how, key_heads=4):
        super().__init__()
        for name, heads in zip(names, (4, key_heads, key_heads)):
            self.add_module(name, torch.nn.Linear(32, 8 * heads))
        self.names, self.how = names, how

    def forward(self, x):
        q, k, v = (getattr(self, name)(x).unflatten(-1, (-1, 8)).transpose(1, 2) for name in self.names)
        self.last = q * 3, k * 3
        return self.how(*self.last, v).transpose(1, 2).flatten(-2)


class Net(torch.nn.Module):
    def __init__(self, *arguments, **keywords):
        super().__init__()
        torch.manual_seed(3)
        self.layers = torch.nn.ModuleList(Mixing(*arguments, **keywords) for _ in range(2))

    def forward(self, x):
        for layer in self.layers:
            x = x + layer(x)
        return x


def grouped(q, k, v):
    return torch.nn.functional.scaled_dot_product_attention(q, k, v, is_causal=True, dropout_p=0.0, enable_gqa=True)


def by_hand(q, k, v):
    scores = torch.einsum("bhqd,bhkd->bhqk", q, k) / 8 ** 0.5
    return torch.einsum("bhqk,bhkd->bhqd", scores.masked_fill(~EARLIER, -1e9).softmax(dim=-1), v)


def flat(q, k, v):
    scores = torch.bmm(q.flatten(0, 1), k.flatten(0, 1).transpose(1, 2)) / 8 ** 0.5
    return torch.bmm(torch.softmax(scores.masked_fill(~EARLIER, float("-inf")), -1), v.flatten(0, 1)).unflatten(0, (-1, 4))


def written(names, how, texts=1, row=None, **options):
    model, path = Net(names, how, **options).eval(), os.path.join(FOLDER.name, "own.safetensors")
    x = torch.randn(texts, 9, 32, generator=torch.Generator().manual_seed(1))
    with torch.no_grad(), record(model, path=path, row=row):
        model(x)
    expected = []
    for layer in model.layers:
        q, k = (each[row or 0] for each in layer.last)
        scores = q @ k.repeat_interleave(4 // k.shape[0], 0).transpose(-1, -2) / 8 ** 0.5
        expected.append(scores.masked_fill(~EARLIER, float("-inf")).softmax(-1).detach())
    return difference(expected, headlight(path)), False


PROJECTIONS = ("q_proj", "k_proj", "v_proj")
CASES["grouped heads of sdpa"] = lambda: written(PROJECTIONS, grouped, key_heads=2)
CASES["grouped heads of sdpa, row 2 of 3"] = lambda: written(PROJECTIONS, grouped, 3, 2, key_heads=2)
CASES["a softmax of einsum"] = lambda: written(PROJECTIONS, by_hand)
CASES["a softmax of all heads in a row"] = lambda: written(("to_q", "to_k", "to_v"), flat)
CASES["wq and wk"] = lambda: written(("wq", "wk", "wv"), by_hand)
CASES["sdpa in a module of any name"] = lambda: written(("alpha", "beta", "gamma"), grouped)


@CASES.case
def an_exponential_by_hand():
    """Refused: neither sdpa nor a softmax is called."""
    def how(q, k, v):
        scores = (q @ k.transpose(-1, -2)).exp()
        return scores / scores.sum(-1, keepdim=True) @ v

    return refused("no softmax of scores", lambda: written(PROJECTIONS, how))


@CASES.case
def a_softmax_over_channels():
    """Refused: its rows are no tokens (XCiT)."""
    def how(q, k, v):
        return ((q.transpose(-1, -2) @ k).softmax(-1) @ v.transpose(-1, -2)).transpose(-1, -2)

    return refused("for the tokens", lambda: written(PROJECTIONS, how))


class Stack(torch.nn.Module):
    def __init__(self, call, **options):
        super().__init__()
        torch.manual_seed(2)
        self.layers = torch.nn.ModuleList(torch.nn.MultiheadAttention(32, 4, **options) for _ in range(2))
        self.call = call

    def forward(self, x):
        for each in self.layers:
            x = each(x, x, x, **self.call)[0]
        return x


def multihead(texts=1, row=None, call=None, **options):
    """nn.MultiheadAttention as it is by itself: tokens before texts."""
    call = call or {}
    model, path = Stack(call, **options).eval(), os.path.join(FOLDER.name, "mha.safetensors")
    x = torch.randn(9, texts, 32, generator=torch.Generator().manual_seed(4)) * 3
    x = x.transpose(0, 1) if options.get("batch_first") else x
    with torch.no_grad(), record(model, path=path, row=row):
        model(x)
    expected = []
    with torch.no_grad():
        for each in model.layers:
            expected.append(each(x, x, x, **{**call, "need_weights": True, "average_attn_weights": False})[1][row or 0])
            x = each(x, x, x, **call)[0]
    return difference(expected, headlight(path)), False


PADDED = torch.arange(9)[None] >= 7
CAUSAL = torch.nn.Transformer.generate_square_subsequent_mask(9)
CASES["nn.MultiheadAttention"] = multihead
CASES["nn.MultiheadAttention without weights"] = lambda: multihead(call={"need_weights": False})
CASES["nn.MultiheadAttention, row 1 of 2"] = lambda: multihead(2, 1)
CASES["nn.MultiheadAttention without weights, row 1 of 2"] = lambda: multihead(2, 1, {"need_weights": False})
CASES["nn.MultiheadAttention, padded"] = lambda: multihead(call={"key_padding_mask": PADDED})
CASES["nn.MultiheadAttention, padded, texts first"] = lambda: multihead(
    call={"key_padding_mask": PADDED, "need_weights": False}, batch_first=True)
CASES["nn.MultiheadAttention, causal"] = lambda: multihead(call={"attn_mask": CAUSAL, "is_causal": True, "need_weights": False})
CASES["nn.MultiheadAttention with a key of zeros"] = lambda: multihead(add_zero_attn=True)
CASES["nn.MultiheadAttention with a learned key"] = lambda: multihead(call={"need_weights": False}, add_bias_kv=True)


@CASES.case
def a_large_recording():
    """Written once: its header comes into the room before the tensors."""
    torch.manual_seed(5)
    layers, x = [torch.nn.MultiheadAttention(512, 1) for _ in range(5)], torch.randn(1024, 1, 512)
    model, path = torch.nn.ModuleList(layers).eval(), os.path.join(FOLDER.name, "large.safetensors")
    with torch.no_grad(), record(model, path=path):
        for each in layers:
            each(x, x, x, need_weights=False)
    with open(path, "rb") as file:
        assert int.from_bytes(file.read(8), "little") == headlight_export._HEADER_ROOM - 8, "it was copied"
    assert not [name for name in os.listdir(FOLDER.name) if name.startswith("large.") and name != "large.safetensors"]
    with torch.no_grad():
        expected = [each(x, x, x, average_attn_weights=False)[1][0] for each in layers]
    return difference(expected, headlight(path)), False


@CASES.case
def gradient_checkpointing():
    """Layers that run once more for their gradients are not recorded again."""
    config = T.LlamaConfig(**GROUPED)
    model, path = made(T.LlamaForCausalLM, config, "sdpa").train(), os.path.join(FOLDER.name, "grad.safetensors")
    model.gradient_checkpointing_enable()
    with record(model, path=path):
        model(IDS, labels=IDS, use_cache=False).loss.backward()
    with torch.no_grad():
        expected = made(T.LlamaForCausalLM, config)(IDS, output_attentions=True).attentions
    return difference(expected, headlight(path)), False


def trained(implementation, **options):
    model = made(T.LlamaForCausalLM, T.LlamaConfig(**GROUPED, attention_dropout=0.5), implementation).train()
    with torch.no_grad(), record(model, path=os.path.join(FOLDER.name, "drop.safetensors"), **options):
        model(IDS)


CASES["dropout, eagerly"] = lambda: refused("call model.eval()", lambda: trained("eager"))
CASES["dropout of sdpa"] = lambda: refused("call model.eval()", lambda: trained("sdpa"))
CASES["dropout, weights"] = lambda: refused("call model.eval()", lambda: trained("eager", what="weights"))


@CASES.case
def autocast():
    config, path = T.LlamaConfig(**GROUPED), os.path.join(FOLDER.name, "cast.safetensors")
    model = made(T.LlamaForCausalLM, config, "sdpa")
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        with record(model, path=path):
            model(IDS)
        expected = made(T.LlamaForCausalLM, config)(IDS, output_attentions=True).attentions
    largest = difference(expected, headlight(path))
    assert largest < 0.04, f"{largest}"  # The library rounds scores to eight bits.
    return 0, False
