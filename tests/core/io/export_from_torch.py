"""Runs resources/python/headlight_export.py over a tiny decoder whose modules have the names and calls of Transformers'
Llama (which is not needed for it): rotated queries, grouped keys, and a function `eager_attention_forward` of the module's
file. usage: export_from_torch.py FOLDER"""

import pathlib
import sys
import types

import torch

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[3] / "resources" / "python"))
from headlight_export import record  # noqa: E402

HEADS, KEY_HEADS, SIZE, WIDTH, WORDS = 4, 2, 8, 32, 40


def rotate(x):
    angles = torch.arange(x.shape[-2])[:, None] * 10000 ** (-torch.arange(0, SIZE, 2) / SIZE)
    cos, sin = angles.cos().repeat(1, 2), angles.sin().repeat(1, 2)
    half = torch.cat((-x[..., SIZE // 2:], x[..., :SIZE // 2]), -1)
    return x * cos + half * sin


def eager_attention_forward(module, query, key, value, attention_mask, scaling, dropout=0.0, **keywords):
    key, value = (x.repeat_interleave(HEADS // KEY_HEADS, 1) for x in (key, value))
    weights = torch.softmax(query @ key.transpose(2, 3) * scaling + attention_mask, -1)
    return (weights @ value).transpose(1, 2).contiguous(), weights


class Attention(torch.nn.Module):
    is_causal = True

    def __init__(self):
        super().__init__()
        self.q_proj = torch.nn.Linear(WIDTH, HEADS * SIZE, bias=False)
        self.k_proj = torch.nn.Linear(WIDTH, KEY_HEADS * SIZE, bias=False)
        self.v_proj = torch.nn.Linear(WIDTH, KEY_HEADS * SIZE, bias=False)
        self.o_proj = torch.nn.Linear(HEADS * SIZE, WIDTH, bias=False)

    def forward(self, hidden, attention_mask=None):
        split = lambda x: x.view(*x.shape[:2], -1, SIZE).transpose(1, 2)
        query, key = rotate(split(self.q_proj(hidden))), rotate(split(self.k_proj(hidden)))
        out, weights = eager_attention_forward(self, query, key, split(self.v_proj(hidden)), attention_mask,
                                               scaling=SIZE ** -0.5)
        return self.o_proj(out.reshape(*hidden.shape[:2], -1)), weights


class Model(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.config = types.SimpleNamespace(_name_or_path="tiny")
        self.embed = torch.nn.Embedding(WORDS, WIDTH)
        self.layers = torch.nn.ModuleList(torch.nn.ModuleDict({"self_attn": Attention()}) for _ in range(2))
        self.head = torch.nn.Linear(WIDTH, WORDS)

    def forward(self, input_ids):
        hidden = self.embed(input_ids)
        mask = torch.full((1, 1, input_ids.shape[1], input_ids.shape[1]), torch.finfo(torch.float32).min).triu(1)
        for layer in self.layers:
            hidden = hidden + layer["self_attn"](hidden, attention_mask=mask)[0]
        return types.SimpleNamespace(logits=self.head(hidden))


class Tokenizer:
    all_special_ids = [1]

    def decode(self, ids):
        return "<s>" if ids == [1] else f" t{ids[0]}"


torch.manual_seed(3)
model = Model().eval()
ids = torch.tensor([[1, 5, 9, 5, 9, 30, 2, 5]])
for what in ("qk", "weights"):
    for suffix in (".safetensors", ".npz"):
        with torch.no_grad(), record(model, Tokenizer(), "a small text", f"{sys.argv[1]}/{what}{suffix}", what):
            model(ids)
before = torch.nn.functional.__dict__.get("scaled_dot_product_attention")
assert eager_attention_forward.__name__ == "eager_attention_forward", "the function is put back"
try:
    with record(model, path=f"{sys.argv[1]}/batch.npz"):
        model(ids.repeat(2, 1))
except ValueError as error:
    assert "batch of one" in str(error), error
else:
    raise AssertionError("a batch of two was taken")
