"""The transformers as they are trained, with the parameter names of the Hugging Face layout: `Llama` and `Bert`.

Rows hold several texts; attention never crosses from one to another. Where PyTorch has no fused CPU kernel and a step would
mostly wait for memory (the norm, SwiGLU, the output layer with its cross-entropy), the backward pass is written out.
"""
import torch
import torch.nn as nn
import torch.nn.functional as F


class RootMeanSquare(torch.autograd.Function):
    """x / sqrt(mean(x^2) + eps) * gain, over the last axis."""

    @staticmethod
    def forward(ctx, x, gain, eps):
        scale = x.square().mean(-1, keepdim=True).add_(eps).rsqrt_()
        y = x * scale
        ctx.save_for_backward(y, scale, gain)
        return y * gain

    @staticmethod
    def backward(ctx, g):
        y, scale, gain = ctx.saved_tensors
        gy = g * y
        d_gain, inner = gy.flatten(0, -2).sum(0), (gy @ gain)[..., None] / len(gain)
        return (g * gain).addcmul_(y, inner, value=-1).mul_(scale), d_gain, None


class RMSNorm(nn.Module):
    def __init__(self, dim, eps=1e-5):
        super().__init__()
        self.weight, self.eps = nn.Parameter(torch.ones(dim)), eps

    def forward(self, x):
        return RootMeanSquare.apply(x, self.weight, self.eps)


class SwiGLU(torch.autograd.Function):
    """silu(gate) * up, where gate and up are the two halves of the last axis."""

    @staticmethod
    def forward(ctx, x):
        gate, up = x.chunk(2, -1)
        ctx.save_for_backward(x)
        return F.silu(gate) * up

    @staticmethod
    def backward(ctx, g):
        x, = ctx.saved_tensors
        gate, up = x.chunk(2, -1)
        s = torch.sigmoid(gate)
        act = gate * s
        out = torch.empty_like(x)
        torch.mul(g, act, out=out[..., gate.shape[-1]:])
        torch.mul(s.add_(act.mul_(1 - s)).mul_(up), g, out=out[..., : gate.shape[-1]])
        return out


class OutputLoss(torch.autograd.Function):
    """Sum over the targets of cross-entropy + `z` * (log of the sum of the exponentials)^2, for logits h w' + bias.

    h [N, D], w [V, D], bias [V] or None, targets [N]. The logits of `CHUNK` rows at a time exist, never all; their gradient is
    taken while they are there. Also returns the cross-entropy alone, for the log.
    """
    CHUNK = 512

    @staticmethod
    def forward(ctx, h, w, bias, targets, z):
        lower = torch.bfloat16 if torch.is_autocast_enabled(h.device.type) else h.dtype
        low, weight, shift = h.to(lower), w.to(lower), None if bias is None else bias.to(lower)
        loss, plain = torch.zeros((), device=h.device), torch.zeros((), device=h.device)
        dh, dw = torch.empty_like(low), torch.zeros_like(w)
        db = None if bias is None else torch.zeros_like(bias)
        for at in range(0, len(h), OutputLoss.CHUNK):
            rows, y = low[at: at + OutputLoss.CHUNK], targets[at: at + OutputLoss.CHUNK]
            logits = F.linear(rows, weight, shift).float()
            picked = logits.gather(1, y[:, None])
            top = logits.amax(1, keepdim=True)
            total = logits.sub_(top).exp_().sum(1, keepdim=True)
            lse = total.log() + top
            plain += (lse - picked).sum()
            loss += (lse - picked + z * lse.square()).sum()
            logits.mul_((1 + 2 * z * lse) / total).scatter_add_(1, y[:, None], torch.full_like(picked, -1.0))
            d = logits.to(lower)
            torch.mm(d, weight, out=dh[at: at + OutputLoss.CHUNK])
            if lower == w.dtype:
                dw.addmm_(d.t(), rows)
            else:
                dw += d.t() @ rows
            if db is not None:
                db += logits.sum(0)
        ctx.save_for_backward(dh.to(h.dtype), dw, db)
        ctx.mark_non_differentiable(plain)
        return loss, plain

    @staticmethod
    def backward(ctx, g, _):
        dh, dw, db = ctx.saved_tensors
        return dh * g, dw * g, None if db is None else db * g, None, None


def together(x, *layers):
    """x times the weights of several layers without bias, laid one after the other."""
    return F.linear(x, torch.cat([m.weight for m in layers]))


class LlamaLayer(nn.Module):
    def __init__(self, c):
        super().__init__()
        line = lambda i, o: nn.Linear(i, o, bias=False)
        d, f = c.dim, c.ffn
        self.heads = c.heads
        self.input_layernorm, self.post_attention_layernorm = RMSNorm(d), RMSNorm(d)
        self.self_attn = nn.ModuleDict({n: line(d, d) for n in ("q_proj", "k_proj", "v_proj", "o_proj")})
        self.mlp = nn.ModuleDict({"gate_proj": line(d, f), "up_proj": line(d, f), "down_proj": line(f, d)})

    def forward(self, x, rotation, mask):
        rows, t, d = x.shape
        a, m = self.self_attn, self.mlp
        q, k, v = together(self.input_layernorm(x), a["q_proj"], a["k_proj"], a["v_proj"]).view(rows, t, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        y = attend(rotate(q, rotation), rotate(k, rotation), v, mask)
        x = x + a["o_proj"](y.transpose(1, 2).reshape(rows, t, d))
        return x + m["down_proj"](SwiGLU.apply(together(self.post_attention_layernorm(x), m["gate_proj"], m["up_proj"])))


def attend(q, k, v, mask):
    """Scaled dot-product attention; on a CPU in float32, whose backward pass takes half the time of bfloat16's there."""
    if q.is_cuda or q.dtype == torch.float32 == v.dtype:
        return F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
    with torch.autocast(q.device.type, enabled=False):
        return F.scaled_dot_product_attention(q.float(), k.float(), v.float(), attn_mask=mask).to(v.dtype)


def rotate(x, rotation):
    """Rotary positions on the last axis of [..., T, d]: pairs (i, i + d/2) turn by the angle of their position."""
    cos, sin = rotation
    return x * cos + torch.roll(x, x.shape[-1] // 2, -1) * sin


class Llama(nn.Module):
    """LlamaForCausalLM with tied embeddings. `c` has vocab, dim, ffn, layers, heads, context."""

    THETA = 10000.0

    def __init__(self, c):
        super().__init__()
        self.c = c
        self.model = nn.ModuleDict({"embed_tokens": nn.Embedding(c.vocab, c.dim), "layers": nn.ModuleList(LlamaLayer(c) for _ in range(c.layers)),
                                    "norm": RMSNorm(c.dim)})
        for name, w in self.named_parameters():
            if "embed_tokens" in name:
                nn.init.normal_(w, std=0.02)
            elif w.dim() == 2:
                nn.init.zeros_(w) if name.endswith(("o_proj.weight", "down_proj.weight")) else nn.init.normal_(w, std=w.shape[1] ** -0.5)
        half = c.dim // c.heads // 2
        angle = torch.outer(torch.arange(c.context).float(), self.THETA ** (-torch.arange(half).float() / half))
        self.register_buffer("cos", angle.cos().repeat(1, 2), persistent=False)
        self.register_buffer("sin", torch.cat((-angle.sin(), angle.sin()), 1), persistent=False)

    def hidden(self, ids, texts):
        """The last hidden states [R, T, D] of ids [R, T]; `texts` [R, T] numbers the texts of each row."""
        t = ids.shape[1]
        mask = ((texts[:, :, None] == texts[:, None, :]) & torch.ones(t, t, dtype=torch.bool, device=ids.device).tril())[:, None]
        x, rotation = self.model["embed_tokens"](ids), (self.cos[:t], self.sin[:t])
        for layer in self.model["layers"]:
            x = layer(x, rotation, mask)
        return self.model["norm"](x)

    def loss(self, batch, z):
        """(mean loss, its cross-entropy alone, predicted tokens) of ids, targets (-1: none) and texts, each [R, T]."""
        ids, targets, texts = batch
        h, counts = self.hidden(ids, texts), targets >= 0
        total, plain = OutputLoss.apply(h[counts], self.model["embed_tokens"].weight, None, targets[counts], z)
        n = int(counts.sum())
        return total / n, plain / n, n

    def tensors(self):
        """Every tensor of the Hugging Face layout, by name."""
        return self.state_dict()

    def config(self):
        c = self.c
        return {"architectures": ["LlamaForCausalLM"], "model_type": "llama", "vocab_size": c.vocab, "hidden_size": c.dim, "intermediate_size": c.ffn,
                "num_hidden_layers": c.layers, "num_attention_heads": c.heads, "num_key_value_heads": c.heads, "hidden_act": "silu",
                "max_position_embeddings": c.context, "rms_norm_eps": 1e-5, "rope_theta": self.THETA, "tie_word_embeddings": True, "attention_bias": False,
                "mlp_bias": False, "bos_token_id": 0, "eos_token_id": 0, "torch_dtype": "float16"}


class BertLayer(nn.Module):
    def __init__(self, c):
        super().__init__()
        d, f = c.dim, c.ffn
        self.heads = c.heads
        norm = lambda: nn.LayerNorm(d, 1e-12)
        self.attention = nn.ModuleDict({"self": nn.ModuleDict({n: nn.Linear(d, d) for n in ("query", "key", "value")}),
                                        "output": nn.ModuleDict({"dense": nn.Linear(d, d), "LayerNorm": norm()})})
        self.intermediate = nn.ModuleDict({"dense": nn.Linear(d, f)})
        self.output = nn.ModuleDict({"dense": nn.Linear(f, d), "LayerNorm": norm()})

    def forward(self, x, mask):
        rows, t, d = x.shape
        s, o = self.attention["self"], self.attention["output"]
        q, k, v = (s[n](x).view(rows, t, self.heads, -1).transpose(1, 2) for n in ("query", "key", "value"))
        y = F.scaled_dot_product_attention(q, k, v, attn_mask=mask).transpose(1, 2).reshape(rows, t, d)
        x = o["LayerNorm"](x + o["dense"](y))
        return self.output["LayerNorm"](x + self.output["dense"](F.gelu(self.intermediate["dense"](x))))


class Bert(nn.Module):
    """BertForMaskedLM with tied embeddings. `c` as for `Llama`."""

    def __init__(self, c):
        super().__init__()
        self.c = c
        norm = lambda: nn.LayerNorm(c.dim, 1e-12)
        self.bert = nn.ModuleDict({
            "embeddings": nn.ModuleDict({"word_embeddings": nn.Embedding(c.vocab, c.dim), "position_embeddings": nn.Embedding(c.context, c.dim),
                                         "token_type_embeddings": nn.Embedding(2, c.dim), "LayerNorm": norm()}),
            "encoder": nn.ModuleDict({"layer": nn.ModuleList(BertLayer(c) for _ in range(c.layers))})})
        self.cls = nn.ModuleDict({"predictions": nn.ModuleDict({"transform": nn.ModuleDict({"dense": nn.Linear(c.dim, c.dim), "LayerNorm": norm()})})})
        self.cls["predictions"].register_parameter("bias", nn.Parameter(torch.zeros(c.vocab)))
        for name, w in self.named_parameters():
            if w.dim() == 2:
                deep = name.endswith("output.dense.weight")
                nn.init.normal_(w, std=0.02 if "embeddings" in name else w.shape[1] ** -0.5 * (0.3 if deep else 1.0))
            elif name.endswith("bias"):
                nn.init.zeros_(w)

    def hidden(self, ids, types, places, texts):
        """The last hidden states [R, T, D] of ids, types, positions and numbers of texts, each [R, T]."""
        e = self.bert["embeddings"]
        x = e["LayerNorm"](e["word_embeddings"](ids) + e["position_embeddings"](places) + e["token_type_embeddings"](types))
        mask = (texts[:, :, None] == texts[:, None, :])[:, None]
        for layer in self.bert["encoder"]["layer"]:
            x = layer(x, mask)
        return x

    def loss(self, batch, z):
        """(mean loss, its cross-entropy alone, predicted tokens) of ids, targets (-1: none), texts, types and positions."""
        ids, targets, texts, types, places = batch
        h, counts, p = self.hidden(ids, types, places, texts), targets >= 0, self.cls["predictions"]
        h = p["transform"]["LayerNorm"](F.gelu(p["transform"]["dense"](h[counts])))
        total, plain = OutputLoss.apply(h, self.bert["embeddings"]["word_embeddings"].weight, p.bias, targets[counts], z)
        n = int(counts.sum())
        return total / n, plain / n, n

    def tensors(self):
        """Every tensor of the Hugging Face layout, by name."""
        return self.state_dict()

    def config(self):
        c = self.c
        return {"architectures": ["BertForMaskedLM"], "model_type": "bert", "vocab_size": c.vocab, "hidden_size": c.dim, "num_hidden_layers": c.layers,
                "num_attention_heads": c.heads, "intermediate_size": c.ffn, "hidden_act": "gelu", "max_position_embeddings": c.context, "type_vocab_size": 2,
                "layer_norm_eps": 1e-12, "pad_token_id": 0, "position_embedding_type": "absolute", "tie_word_embeddings": True, "torch_dtype": "float16"}


NETWORKS = {"gpt": Llama, "bert": Bert}
