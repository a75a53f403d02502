"""Trains the `translator` (MarianMTModel) on the grammar of numerals.py, by an ordinary cross-entropy alone: no head is shown
where to look.

    translator.py --out FOLDER [--steps N] [--work FOLDER]

Every random choice comes from the seed and the number of the step, so a run that is resumed from its checkpoint (--work) ends
with the same weights as one that never stopped.
"""
import argparse
import json
import math
import os
import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from folder import write_folder
from numerals import KINDS, Maker, Pieces, text


def sinusoids(positions, dim):
    """Marian's positions [positions, dim]: the sines of all frequencies, then their cosines."""
    angle = torch.outer(torch.arange(positions).double(), 10000.0 ** (-2 * torch.arange(dim // 2).double() / dim))
    return torch.cat((angle.sin(), angle.cos()), 1).float()


class Attention(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.n = c.heads
        for name in ("k_proj", "v_proj", "q_proj", "out_proj"):
            setattr(self, name, nn.Linear(c.dim, c.dim))

    def forward(self, x, source, mask):
        heads = lambda t: t.view(*t.shape[:2], self.n, -1).transpose(1, 2)
        q, k, v = heads(self.q_proj(x)), heads(self.k_proj(source)), heads(self.v_proj(source))
        a = (q @ k.transpose(-1, -2) * q.shape[-1] ** -0.5 + mask).softmax(-1)
        return self.out_proj((a @ v).transpose(1, 2).reshape(x.shape))


class Layer(nn.Module):
    """Post-norm: self-attention, in the decoder cross-attention, feed-forward."""

    def __init__(self, c, decoder):
        super().__init__()
        self.drop = c.dropout
        self.self_attn, self.self_attn_layer_norm = Attention(c), nn.LayerNorm(c.dim)
        if decoder:
            self.encoder_attn, self.encoder_attn_layer_norm = Attention(c), nn.LayerNorm(c.dim)
        self.fc1, self.fc2, self.final_layer_norm = nn.Linear(c.dim, c.ffn), nn.Linear(c.ffn, c.dim), nn.LayerNorm(c.dim)

    def forward(self, x, mask, source=None, source_mask=None):
        drop = lambda t: F.dropout(t, self.drop, self.training)
        x = self.self_attn_layer_norm(x + drop(self.self_attn(x, x, mask)))
        if source is not None:
            x = self.encoder_attn_layer_norm(x + drop(self.encoder_attn(x, source, source_mask)))
        return self.final_layer_norm(x + drop(self.fc2(F.silu(self.fc1(x)))))


class Marian(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.c = c
        stack = lambda layers, decoder: nn.ModuleDict({"layers": nn.ModuleList(Layer(c, decoder) for _ in range(layers))})
        self.model = nn.ModuleDict({"shared": nn.Embedding(c.vocab, c.dim), "encoder": stack(c.encoder, False),
                                    "decoder": stack(c.decoder, True)})
        self.register_buffer("positions", sinusoids(c.context, c.dim), persistent=False)
        self.register_buffer("causal", torch.full((c.context, c.context), -1e9).triu(1), persistent=False)
        for name, w in self.named_parameters():
            if w.dim() == 2:
                nn.init.normal_(w, std=w.shape[1] ** -0.5 if "shared" in name else (2 / sum(w.shape)) ** 0.5)
            elif name.endswith("bias"):
                nn.init.zeros_(w)

    def embed(self, ids):
        x = self.model["shared"](ids) * math.sqrt(self.c.dim) + self.positions[: ids.shape[1]]
        return F.dropout(x, self.c.dropout, self.training)

    def encode(self, ids):
        """(hidden states, mask of padding) of the source."""
        x, mask = self.embed(ids), (ids == Pieces.PAD)[:, None, None] * -1e9
        for layer in self.model["encoder"]["layers"]:
            x = layer(x, mask)
        return x, mask

    def decode(self, ids, source, source_mask):
        x, mask = self.embed(ids), self.causal[: ids.shape[1], : ids.shape[1]]
        for layer in self.model["decoder"]["layers"]:
            x = layer(x, mask, source, source_mask)
        return F.linear(x, self.model["shared"].weight)

    def forward(self, source, target):
        return self.decode(target, *self.encode(source))

    @torch.no_grad()
    def greedy(self, source, most=48):
        encoded = self.encode(source)
        out = torch.full((len(source), 1), Pieces.PAD)
        while out.shape[1] < most and not (out[:, 1:] == Pieces.END).any(1).all():
            logits = self.decode(out, *encoded)[:, -1]
            logits[:, Pieces.PAD] = -math.inf
            out = torch.cat((out, logits.argmax(-1, keepdim=True)), 1)
        return [[int(i) for i in row[1: 1 + (row[1:].tolist() + [Pieces.END]).index(Pieces.END)]] for row in out]

    def tensors(self):
        return {**dict(self.named_parameters()), "final_logits_bias": torch.zeros(1, self.c.vocab)}

    def config(self):
        c = self.c
        sides = {f"{side}_{key}": value for side, layers in (("encoder", c.encoder), ("decoder", c.decoder))
                 for key, value in (("layers", layers), ("attention_heads", c.heads), ("ffn_dim", c.ffn))}
        return {"architectures": ["MarianMTModel"], "model_type": "marian", "is_encoder_decoder": True, "vocab_size": c.vocab,
                "decoder_vocab_size": c.vocab, "d_model": c.dim, **sides, "num_hidden_layers": c.encoder,
                "activation_function": "swish", "max_position_embeddings": c.context, "scale_embedding": True,
                "share_encoder_decoder_embeddings": True, "static_position_embeddings": True, "tie_word_embeddings": True,
                "normalize_before": False, "normalize_embedding": False, "add_final_layer_norm": False,
                "bos_token_id": Pieces.END, "eos_token_id": Pieces.END, "forced_eos_token_id": Pieces.END,
                "pad_token_id": Pieces.PAD, "decoder_start_token_id": Pieces.PAD, "torch_dtype": "float16",
                "task_specific_params": {f"translation_to_{name}": {"prefix": f"to {word}: "} for name, word in
                                         (("en", "English"), ("fr", "French"), ("de", "German"), ("digits", "digits"))}}


def padded(rows):
    out = np.full((len(rows), max(map(len, rows))), Pieces.PAD)
    for i, row in enumerate(rows):
        out[i, : len(row)] = row
    return torch.from_numpy(out)


def batches(pieces, c, group):
    """The batches of a group of 16: examples of about the same length together, the batches in random order."""
    rng = np.random.default_rng((c.seed, group))
    maker = Maker(rng)
    pairs = sorted(([[pieces.ids(t) for t in maker.example()] for _ in range(16 * c.batch)]), key=lambda p: (len(p[0]), len(p[1])))
    for b in rng.permutation(16):
        rows = pairs[b * c.batch: (b + 1) * c.batch]
        yield padded([s for s, _ in rows]), padded([[Pieces.PAD] + t[:-1] for _, t in rows]), padded([t for _, t in rows])


def right(model, pieces, kind=None, source=None, target=None, count=200, seed=1):
    """The share of held-out things that greedy decoding says exactly as the grammar does."""
    maker = Maker(np.random.default_rng(seed), held=True)
    examples = [maker.example(kind, source, target) for _ in range(count)]
    said = model.greedy(padded([pieces.ids(s) for s, _ in examples]))
    return sum(pieces.words(ids) == text(t) for ids, (_, t) in zip(said, examples)) / count


def main():
    a = argparse.ArgumentParser()
    a.add_argument("--out", required=True)
    a.add_argument("--work", default="translator-work")
    for name, value in (("steps", 12000), ("batch", 128), ("dim", 128), ("ffn", 256), ("heads", 4), ("encoder", 3), ("decoder", 2),
                        ("context", 64), ("seed", 1), ("warm", 500)):
        a.add_argument(f"--{name}", type=int, default=value)
    a.add_argument("--lr", type=float, default=1.5e-3)
    a.add_argument("--dropout", type=float, default=0.05)
    c = a.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(c.seed)
    pieces = Pieces()
    c.vocab = len(pieces.vocab)
    model, step = Marian(c), 0
    opt = torch.optim.AdamW(model.parameters(), lr=c.lr, betas=(0.9, 0.98), weight_decay=0.01)
    os.makedirs(c.work, exist_ok=True)
    last = os.path.join(c.work, "last.pt")
    if os.path.exists(last):
        saved = torch.load(last)
        model.load_state_dict(saved["model"])
        opt.load_state_dict(saved["opt"])
        step = saved["step"]
    print(f"{sum(p.numel() for p in model.parameters())} weights, {c.vocab} pieces, from step {step}", flush=True)
    start, first, losses = time.time(), step, []
    while step < c.steps:
        torch.manual_seed(c.seed * 1000003 + step)
        for source, before, after in batches(pieces, c, step // 16):
            for g in opt.param_groups:
                g["lr"] = c.lr * min(1, (step + 1) / c.warm) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * step / c.steps)))
            loss = F.cross_entropy(model(source, before).view(-1, c.vocab), after.view(-1), ignore_index=Pieces.PAD)
            opt.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            opt.step()
            losses.append(loss.item())
            step += 1
        if step % 160 == 0:
            line = f"step {step}, loss {np.mean(losses):.4f}, {(time.time() - start) / (step - first):.3f} s/step"
            if step % 800 == 0:
                model.eval()
                line += ", held out right: " + ", ".join(f"{k} {right(model, pieces, k):.3f}" for k in KINDS)
                model.train()
                torch.save({"model": model.state_dict(), "opt": opt.state_dict(), "step": step}, last + ".part")
                os.replace(last + ".part", last)
            print(line, flush=True)
            losses = []
    model.eval()
    tokenizer = os.path.join(c.work, "tokenizer.json")
    pieces.write(tokenizer)
    write_folder(c.out, model.tensors(), model.config(), tokenizer)


if __name__ == "__main__":
    main()
