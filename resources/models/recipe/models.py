"""The two transformers as they are trained: Llama and BERT, with the parameter names of the Hugging Face layout.

Weights and the residual stream are float32, the products and the attention are bfloat16. What PyTorch has no fused
kernel for on a CPU (root mean square norm, SwiGLU, rotation, attention, cross-entropy) is written with its own backward
pass, so that a step costs little more than its matrix products.
"""
import math

import torch
import torch.nn as nn
import torch.nn.functional as F

HALF = torch.bfloat16


class Norm(torch.autograd.Function):
    """Root mean square norm without a gain; float32 in, bfloat16 out."""

    @staticmethod
    def forward(ctx, x, eps=1e-5):
        scale = torch.linalg.vector_norm(x, dim=-1, keepdim=True).square_().div_(x.shape[-1]).add_(eps).rsqrt_()
        y = (x * scale).to(HALF)
        ctx.save_for_backward(y, scale)
        return y

    @staticmethod
    def backward(ctx, g):
        y, scale = ctx.saved_tensors
        g, y = g.float(), y.float()
        along = (g * y).mean(-1, keepdim=True)
        return g.addcmul_(y, along, value=-1).mul_(scale), None


class SwiGLU(torch.autograd.Function):
    """silu(gate) * up, where gate and up are the two halves of the last axis."""

    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        gate, up = x.float().chunk(2, -1)
        return (F.silu(gate) * up).to(HALF)

    @staticmethod
    def backward(ctx, g):
        gate, up = ctx.saved_tensors[0].float().chunk(2, -1)
        g, s = g.float(), torch.sigmoid(gate)
        out = torch.empty(ctx.saved_tensors[0].shape, dtype=HALF)
        act = gate * s
        out[..., gate.shape[-1]:] = g * act
        out[..., : gate.shape[-1]] = s.add_(act.mul_(1 - s)).mul_(up).mul_(g)
        return out


class Gelu(torch.autograd.Function):
    """The exact GELU, x Phi(x)."""

    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return F.gelu(x.float()).to(HALF)

    @staticmethod
    def backward(ctx, g):
        x = ctx.saved_tensors[0].float()
        density = (x * x).mul_(-0.5).exp_().mul_(x).mul_((2 * math.pi) ** -0.5)
        return x.mul_(0.5 ** 0.5).erf_().add_(1).mul_(0.5).add_(density).mul_(g.float()).to(HALF)


class Rotate(torch.autograd.Function):
    """Rotary positions on the last axis of [..., T, d]: pairs (i, i + d/2) turn by the angle of their position."""

    @staticmethod
    def turn(x, cos, sin, sign):
        a, b = x.float().chunk(2, -1)
        return torch.cat((torch.addcmul(a * cos, b, sin, value=-sign), torch.addcmul(b * cos, a, sin, value=sign)), -1).to(HALF)

    @staticmethod
    def forward(ctx, x, cos, sin):
        ctx.save_for_backward(cos, sin)
        return Rotate.turn(x, cos, sin, 1)

    @staticmethod
    def backward(ctx, g):
        return Rotate.turn(g, *ctx.saved_tensors, -1), None, None


class Attention(torch.autograd.Function):
    """softmax(q k' / sqrt(d) + mask) v for [B H, T, d]; the mask broadcasts to [B H, T, T].

    `shown` lists (head, targets [B, T], weight): the head is pulled towards attending from each position to its target, as
    by a cross-entropy of that weight a position; positions with target -1 are left alone.
    """

    @staticmethod
    def forward(ctx, q, k, v, mask, shown=()):
        p = torch.baddbmm(mask, q, k.transpose(1, 2), alpha=q.shape[-1] ** -0.5).softmax(-1)
        ctx.save_for_backward(q, k, v, p)
        ctx.shown = shown
        return torch.bmm(p, v)

    @staticmethod
    def backward(ctx, g):
        q, k, v, p = ctx.saved_tensors
        scale = q.shape[-1] ** -0.5
        ds = torch._softmax_backward_data(torch.bmm(g, v.transpose(1, 2)), p, -1, p.dtype)
        for head, targets, weight in ctx.shown:
            rows, t = targets.shape
            row, query = (targets >= 0).nonzero(as_tuple=True)
            pull = p.view(rows, -1, t, t)[row, head, query]
            pull[torch.arange(len(row)), targets[row, query]] -= 1
            ds.view(rows, -1, t, t)[row, head, query] += weight * pull
        return torch.bmm(ds, k).mul_(scale), torch.bmm(ds.transpose(1, 2), q).mul_(scale), torch.bmm(p.transpose(1, 2), g), None, None


class CrossEntropy(torch.autograd.Function):
    """Mean cross-entropy of logits [N, V] in bfloat16."""

    @staticmethod
    def forward(ctx, logits, y):
        z = logits.float()
        z -= z.amax(-1, keepdim=True)
        picked = z.gather(1, y[:, None])
        z.exp_()
        total = z.sum(-1, keepdim=True)
        loss = (total.log() - picked).mean()
        z.div_(total)
        z.scatter_add_(1, y[:, None], torch.full_like(picked, -1.0))
        ctx.save_for_backward(z.div_(len(y)).to(HALF))
        return loss

    @staticmethod
    def backward(ctx, g):
        return ctx.saved_tensors[0] * g.to(HALF), None


def linear(x, *layers):
    """x times the weights of several layers, laid one after the other."""
    w = torch.cat([m.weight.to(HALF) for m in layers]) if len(layers) > 1 else layers[0].weight.to(HALF)
    bias = None if layers[0].bias is None else torch.cat([m.bias.to(HALF) for m in layers])
    return F.linear(x, w, bias)


def split_heads(x, rows, n, parts):
    """[B T, parts D] to `parts` tensors [B n, T, d]."""
    x = x.view(rows, -1, parts, n, x.shape[-1] // (parts * n)).permute(2, 0, 3, 1, 4).contiguous()
    return x.view(parts, rows * n, x.shape[3], x.shape[4])


def join_heads(x, n):
    """[B n, T, d] to [B T, D]."""
    return x.view(-1, n, *x.shape[1:]).transpose(1, 2).reshape(-1, n * x.shape[2])


def start_alike(query, key, value, output, copy=0.3):
    """Every head starts by looking at what resembles the query and by copying what it sees."""
    key.weight.data = query.weight.data.clone()
    output.weight.data = copy * value.weight.data.t().contiguous()


class LlamaLayer(nn.Module):
    def __init__(self, c):
        super().__init__()
        d, f = c.dim, c.ffn
        self.self_attn = nn.ModuleDict({k: nn.Linear(d, d, bias=False) for k in ("q_proj", "k_proj", "v_proj", "o_proj")})
        self.mlp = nn.ModuleDict({"gate_proj": nn.Linear(d, f, bias=False), "up_proj": nn.Linear(d, f, bias=False),
                                  "down_proj": nn.Linear(f, d, bias=False)})
        self.n = c.heads

    def forward(self, x, rows, cos, sin, mask, shown=()):
        a, m = self.self_attn, self.mlp
        qkv = split_heads(linear(Norm.apply(x), a["q_proj"], a["k_proj"], a["v_proj"]), rows, self.n, 3)
        q, k = Rotate.apply(qkv[:2], cos, sin)
        x = x + linear(join_heads(Attention.apply(q, k, qkv[2], mask, shown), self.n), a["o_proj"]).float()
        return x + linear(SwiGLU.apply(linear(Norm.apply(x), m["gate_proj"], m["up_proj"])), m["down_proj"]).float()


class Llama(nn.Module):
    """LlamaForCausalLM. The norms keep a gain of one: the matrix after a norm can hold any gain itself."""

    def __init__(self, c):
        super().__init__()
        self.c = c
        self.model = nn.ModuleDict({"embed_tokens": nn.Embedding(c.vocab, c.dim),
                                    "layers": nn.ModuleList(LlamaLayer(c) for _ in range(c.layers))})
        self.lm_head = nn.Linear(c.dim, c.vocab, bias=False)
        d = c.dim // c.heads
        angle = torch.outer(torch.arange(c.context).float(), c.theta ** (-torch.arange(0, d, 2).float() / d))
        self.cos, self.sin = angle.cos(), angle.sin()
        self.mask = torch.full((c.context, c.context), -1e9).triu(1).to(HALF)
        for name, w in self.named_parameters():
            deep = name.endswith(("o_proj.weight", "down_proj.weight"))
            nn.init.normal_(w, std=0.0 if deep else 0.5 if "embed" in name else w.shape[1] ** -0.5)
        embedding = self.model["embed_tokens"].weight.data
        self.lm_head.weight.data = 0.04 * embedding                     # predicting a token that is present is easy to find
        embedding += 0.25 * torch.randn(c.dim)                          # what all tokens share lets a head look by position alone
        for layer in self.model["layers"]:
            a = layer.self_attn
            start_alike(a["q_proj"], a["k_proj"], a["v_proj"], a["o_proj"])

    def load_folder(self, arrays):
        """The weights of a model folder; the gain of each norm goes into the matrices that read it."""
        own = self.state_dict()
        gain = lambda name: torch.from_numpy(arrays[name + ".weight"])
        for n in own:
            w = torch.from_numpy(arrays[n if n in arrays else "model.embed_tokens.weight"])
            layer = n.rsplit(".", 3)[0] + "."
            if ".q_proj" in n or ".k_proj" in n or ".v_proj" in n:
                w = w * gain(layer + "input_layernorm")
            elif ".gate_proj" in n or ".up_proj" in n:
                w = w * gain(layer + "post_attention_layernorm")
            elif n == "lm_head.weight":
                w = w * gain("model.norm")
            own[n] = w
        self.load_state_dict(own)

    def forward(self, ids, picked=None, shown={}):
        """Logits [B T, V], or [N, V] of the picked positions."""
        rows, t = ids.shape
        x = self.model["embed_tokens"](ids.reshape(-1))
        for i, layer in enumerate(self.model["layers"]):
            x = layer(x, rows, self.cos[:t], self.sin[:t], self.mask[:t, :t], shown.get(i, ()))
        return linear(Norm.apply(x if picked is None else x[picked.reshape(-1)]), self.lm_head)

    def tensors(self):
        """Every tensor of the Hugging Face layout."""
        gains = [f"model.layers.{i}.{n}.weight" for i in range(self.c.layers) for n in ("input_layernorm", "post_attention_layernorm")]
        return {**self.state_dict(), **{n: torch.ones(self.c.dim) for n in [*gains, "model.norm.weight"]}}

    def config(self):
        c = self.c
        return {"architectures": ["LlamaForCausalLM"], "model_type": "llama", "vocab_size": c.vocab, "hidden_size": c.dim,
                "intermediate_size": c.ffn, "num_hidden_layers": c.layers, "num_attention_heads": c.heads,
                "num_key_value_heads": c.heads, "hidden_act": "silu", "max_position_embeddings": c.context,
                "rms_norm_eps": 1e-5, "rope_theta": c.theta, "tie_word_embeddings": False, "attention_bias": False,
                "mlp_bias": False, "bos_token_id": 0, "eos_token_id": 0, "torch_dtype": "float16"}


class BertLayer(nn.Module):
    def __init__(self, c):
        super().__init__()
        norm = lambda: nn.LayerNorm(c.dim, 1e-12)
        self.attention = nn.ModuleDict({
            "self": nn.ModuleDict({k: nn.Linear(c.dim, c.dim) for k in ("query", "key", "value")}),
            "output": nn.ModuleDict({"dense": nn.Linear(c.dim, c.dim), "LayerNorm": norm()})})
        self.intermediate = nn.ModuleDict({"dense": nn.Linear(c.dim, c.ffn)})
        self.output = nn.ModuleDict({"dense": nn.Linear(c.ffn, c.dim), "LayerNorm": norm()})
        self.n = c.heads

    def forward(self, x, rows, mask, shown=()):
        s, o = self.attention["self"], self.attention["output"]
        q, k, v = split_heads(linear(x.to(HALF), s["query"], s["key"], s["value"]), rows, self.n, 3)
        a = join_heads(Attention.apply(q, k, v, mask, shown), self.n)
        x = o["LayerNorm"](x + linear(a, o["dense"]).float())
        h = Gelu.apply(linear(x.to(HALF), self.intermediate["dense"]))
        return self.output["LayerNorm"](x + linear(h, self.output["dense"]).float())


class Bert(nn.Module):
    """BertForMaskedLM."""

    def __init__(self, c):
        super().__init__()
        self.c = c
        norm = lambda: nn.LayerNorm(c.dim, 1e-12)
        self.bert = nn.ModuleDict({
            "embeddings": nn.ModuleDict({"word_embeddings": nn.Embedding(c.vocab, c.dim),
                                         "position_embeddings": nn.Embedding(c.context, c.dim),
                                         "token_type_embeddings": nn.Embedding(2, c.dim), "LayerNorm": norm()}),
            "encoder": nn.ModuleDict({"layer": nn.ModuleList(BertLayer(c) for _ in range(c.layers))})})
        self.cls = nn.ModuleDict({"predictions": nn.ModuleDict({
            "transform": nn.ModuleDict({"dense": nn.Linear(c.dim, c.dim), "LayerNorm": norm()})})})
        self.decoder_bias = nn.Parameter(torch.zeros(c.vocab))
        for name, w in self.named_parameters():
            if w.dim() == 2:
                deep = name.endswith("output.dense.weight")
                nn.init.normal_(w, std=0.05 if "embeddings" in name else w.shape[1] ** -0.5 * (0.3 if deep else 1.0))
            elif name.endswith("bias"):
                nn.init.zeros_(w)
        for layer in self.bert["encoder"]["layer"]:
            a = layer.attention["self"]
            start_alike(a["query"], a["key"], a["value"], layer.attention["output"]["dense"])

    def load_folder(self, arrays):
        """The weights of a model folder, as far as this model has them."""
        own = self.state_dict()
        names = {"cls.predictions.bias": "decoder_bias"}
        own.update({names.get(n, n): torch.from_numpy(a) for n, a in arrays.items() if names.get(n, n) in own})
        self.load_state_dict(own)

    def encode(self, ids, types, shown={}):
        """Hidden states [B T, D]."""
        e, rows = self.bert["embeddings"], len(ids)
        x = e["LayerNorm"](e["word_embeddings"](ids) + e["position_embeddings"].weight[: ids.shape[1]] + e["token_type_embeddings"](types))
        mask = ((ids == 0).float() * -1e9).to(HALF).repeat_interleave(self.c.heads, 0)[:, None, :]
        x = x.view(-1, self.c.dim)
        for i, layer in enumerate(self.bert["encoder"]["layer"]):
            x = layer(x, rows, mask, shown.get(i, ()))
        return x

    def forward(self, ids, types, picked, shown={}):
        """Logits [N, V] of the picked positions."""
        t = self.cls["predictions"]["transform"]
        h = t["LayerNorm"](F.gelu(t["dense"](self.encode(ids, types, shown)[picked.reshape(-1)])))
        return F.linear(h.to(HALF), self.bert["embeddings"]["word_embeddings"].weight.to(HALF), self.decoder_bias.to(HALF))

    def tensors(self):
        """Every tensor of the Hugging Face layout."""
        return {("cls.predictions.bias" if k == "decoder_bias" else k): v for k, v in self.state_dict().items()}

    def config(self):
        c = self.c
        return {"architectures": ["BertForMaskedLM"], "model_type": "bert", "vocab_size": c.vocab, "hidden_size": c.dim,
                "num_hidden_layers": c.layers, "num_attention_heads": c.heads, "intermediate_size": c.ffn, "hidden_act": "gelu",
                "max_position_embeddings": c.context, "type_vocab_size": 2, "layer_norm_eps": 1e-12, "pad_token_id": 0,
                "position_embedding_type": "absolute", "tie_word_embeddings": True, "torch_dtype": "float16"}
