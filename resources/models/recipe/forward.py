"""Plain float32 forward passes of the three layouts that also return every head's attention; they read a model folder.

They share no code with the training, so a folder that scores well here also loads where nobody knows how it was trained.
"""
import torch
import torch.nn.functional as F

from folder import read_folder


class Folder:
    """A model folder: `config`, and `run(ids, types)` to hidden states or logits and attention [L, B, H, T, T]."""

    def __init__(self, path):
        self.config, arrays = read_folder(path)
        self.w = {n: torch.from_numpy(a) for n, a in arrays.items()}
        self.causal = self.config["model_type"] == "llama"
        self.layers, self.heads = self.config["num_hidden_layers"], self.config.get("num_attention_heads")
        self.vocab, self.context = self.config["vocab_size"], self.config["max_position_embeddings"]

    @torch.no_grad()
    def run(self, ids, types=None):
        return self.llama(ids) if self.causal else self.bert(ids, types)

    def linear(self, x, name):
        return F.linear(x, self.w[name + ".weight"], self.w.get(name + ".bias"))

    def split(self, x):
        return x.view(*x.shape[:2], self.heads, -1).transpose(1, 2)

    def marian(self, source, target):
        """(logits [B, T, V], {"encoder", "decoder", "cross": attention [L, B, H, queries, keys]}); no padding."""
        c, w = self.config, self.w
        norm = lambda x, n: F.layer_norm(x, x.shape[-1:], w[n + ".weight"], w[n + ".bias"], 1e-5)

        def embed(ids):
            half = torch.arange(c["d_model"] // 2).double()
            angle = torch.arange(ids.shape[1]).double()[:, None] / 10000.0 ** (2 * half / c["d_model"])
            return w["model.shared.weight"][ids] * c["d_model"] ** 0.5 + torch.cat((angle.sin(), angle.cos()), 1).float()

        def attend(x, keys, p, heads, mask):
            split = lambda t: t.view(*t.shape[:2], heads, -1).transpose(1, 2)
            q, k, v = (split(self.linear(t, f"{p}.{n}_proj")) for t, n in ((x, "q"), (keys, "k"), (keys, "v")))
            a = (q @ k.transpose(-1, -2) * q.shape[-1] ** -0.5 + mask).softmax(-1)
            return self.linear((a @ v).transpose(1, 2).reshape(x.shape), p + ".out_proj"), a

        maps, x = {"encoder": [], "decoder": [], "cross": []}, embed(source)
        for i in range(c["encoder_layers"]):
            p = f"model.encoder.layers.{i}."
            y, a = attend(x, x, p + "self_attn", c["encoder_attention_heads"], 0)
            maps["encoder"].append(a)
            x = norm(x + y, p + "self_attn_layer_norm")
            x = norm(x + self.linear(F.silu(self.linear(x, p + "fc1")), p + "fc2"), p + "final_layer_norm")
        read, x = x, embed(target)
        future = torch.full((x.shape[1], x.shape[1]), float("-inf")).triu(1)
        for i in range(c["decoder_layers"]):
            p = f"model.decoder.layers.{i}."
            y, a = attend(x, x, p + "self_attn", c["decoder_attention_heads"], future)
            maps["decoder"].append(a)
            x = norm(x + y, p + "self_attn_layer_norm")
            y, a = attend(x, read, p + "encoder_attn", c["decoder_attention_heads"], 0)
            maps["cross"].append(a)
            x = norm(x + y, p + "encoder_attn_layer_norm")
            x = norm(x + self.linear(F.silu(self.linear(x, p + "fc1")), p + "fc2"), p + "final_layer_norm")
        return F.linear(x, w["model.shared.weight"]) + w["final_logits_bias"], {k: torch.stack(a) for k, a in maps.items()}

    def llama(self, ids):
        c, w, t = self.config, self.w, ids.shape[1]
        d = c["hidden_size"] // self.heads
        angle = torch.outer(torch.arange(t).float(), c["rope_theta"] ** (-torch.arange(0, d, 2).float() / d)).repeat(1, 2)
        turn = lambda x: x * angle.cos() + torch.cat((-x[..., d // 2:], x[..., : d // 2]), -1) * angle.sin()
        norm = lambda x, n: x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + c["rms_norm_eps"]) * w[n + ".weight"]
        mask = torch.full((t, t), float("-inf")).triu(1)
        x, maps = w["model.embed_tokens.weight"][ids], []
        for i in range(self.layers):
            p = f"model.layers.{i}."
            h = norm(x, p + "input_layernorm")
            q, k, v = (self.split(self.linear(h, p + f"self_attn.{n}_proj")) for n in "qkv")
            a = (turn(q) @ turn(k).transpose(-1, -2) * d ** -0.5 + mask).softmax(-1)
            maps.append(a)
            x = x + self.linear((a @ v).transpose(1, 2).reshape(x.shape), p + "self_attn.o_proj")
            h = norm(x, p + "post_attention_layernorm")
            x = x + self.linear(F.silu(self.linear(h, p + "mlp.gate_proj")) * self.linear(h, p + "mlp.up_proj"), p + "mlp.down_proj")
        head = w["model.embed_tokens.weight" if c["tie_word_embeddings"] else "lm_head.weight"]
        return F.linear(norm(x, "model.norm"), head), torch.stack(maps)

    def bert(self, ids, types=None):
        c, w = self.config, self.w
        norm = lambda x, n: F.layer_norm(x, x.shape[-1:], w[n + ".weight"], w[n + ".bias"], c["layer_norm_eps"])
        types, e = torch.zeros_like(ids) if types is None else types, "bert.embeddings."
        x = norm(w[e + "word_embeddings.weight"][ids] + w[e + "position_embeddings.weight"][: ids.shape[1]]
                 + w[e + "token_type_embeddings.weight"][types], e + "LayerNorm")
        mask, maps = torch.zeros(ids.shape).masked_fill(ids == c["pad_token_id"], float("-inf"))[:, None, None], []
        for i in range(self.layers):
            p = f"bert.encoder.layer.{i}."
            q, k, v = (self.split(self.linear(x, p + f"attention.self.{n}")) for n in ("query", "key", "value"))
            a = (q @ k.transpose(-1, -2) * q.shape[-1] ** -0.5 + mask).softmax(-1)
            maps.append(a)
            x = norm(x + self.linear((a @ v).transpose(1, 2).reshape(x.shape), p + "attention.output.dense"), p + "attention.output.LayerNorm")
            x = norm(x + self.linear(F.gelu(self.linear(x, p + "intermediate.dense")), p + "output.dense"), p + "output.LayerNorm")
        if "classifier.weight" in w:
            return self.linear(torch.tanh(self.linear(x[:, 0], "bert.pooler.dense")), "classifier"), torch.stack(maps)
        h = norm(F.gelu(self.linear(x, "cls.predictions.transform.dense")), "cls.predictions.transform.LayerNorm")
        return F.linear(h, w[e + "word_embeddings.weight"], w["cls.predictions.bias"]), torch.stack(maps)
