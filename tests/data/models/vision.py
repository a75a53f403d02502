"""Makes the folders deit-teacher and clip-vision: tiny vision models with random weights, and what a plain forward pass in
PyTorch computes for them. It is written from the papers and from the library's names, and shares no code with the program.

usage: vision.py FOLDER      (Debian: python3-torch, python3-numpy)
"""
import json
import os
import struct
import sys

import numpy as np
import torch
import torch.nn.functional as F


def write(path, tensors):
    header, offset = {}, 0
    arrays = {n: t.detach().numpy().astype(np.float32) for n, t in tensors.items()}
    for name, a in arrays.items():
        header[name] = {"dtype": "F32", "shape": list(a.shape), "data_offsets": [offset, offset + a.nbytes]}
        offset += a.nbytes
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as f:
        f.write(struct.pack("<Q", len(text)) + text)
        for a in arrays.values():
            f.write(a.tobytes())


class Weights(dict):
    """Drawn when they are first asked for: matrices N(0, 0.3), gains N(1, 0.25), the rest N(0, 0.2)."""

    def draw(self, name, *shape):
        if name not in self:
            gain = len(shape) == 1 and name.endswith("weight")
            spread = 0.3 if len(shape) > 1 else 0.25 if gain else 0.2
            self[name] = torch.randn(shape) * spread + (1 if gain else 0)
        return self[name]

    def linear(self, x, name, out, bias=True):
        return F.linear(x, self.draw(name + ".weight", out, x.shape[-1]), self.draw(name + ".bias", out) if bias else None)

    def norm(self, x, name, eps):
        return F.layer_norm(x, x.shape[-1:], self.draw(name + ".weight", x.shape[-1]), self.draw(name + ".bias", x.shape[-1]), eps)


def layers(w, x, c, prefix, names, act):
    """Pre-norm layers; (hidden states, attentions)."""
    before, q, k, v, out, after, up, down = names
    states, maps = [x], []
    for i in range(c["num_hidden_layers"]):
        p = f"{prefix}.{i}."
        h = w.norm(x, p + before, c["layer_norm_eps"])
        heads = lambda t: t.view(len(t), c["num_attention_heads"], -1).transpose(0, 1)
        query, key, value = (heads(w.linear(h, p + n, x.shape[1])) for n in (q, k, v))
        a = (query @ key.transpose(1, 2) / query.shape[-1] ** 0.5).softmax(-1)
        x = x + w.linear((a @ value).transpose(0, 1).reshape(x.shape), p + out, x.shape[1])
        h = w.norm(x, p + after, c["layer_norm_eps"])
        x = x + w.linear(act(w.linear(h, p + up, c["intermediate_size"])), p + down, x.shape[1])
        states.append(x)
        maps.append(a)
    return states, maps


def deit(w, c, pixels):
    d, p = c["hidden_size"], c["patch_size"]
    e = "deit.embeddings."
    x = F.conv2d(pixels[None], w.draw(e + "patch_embeddings.projection.weight", d, 3, p, p),
                 w.draw(e + "patch_embeddings.projection.bias", d), stride=p).flatten(2).transpose(1, 2)
    x = torch.cat((w.draw(e + "cls_token", 1, 1, d), w.draw(e + "distillation_token", 1, 1, d), x), 1)
    x = (x + w.draw(e + "position_embeddings", 1, x.shape[1], d))[0]
    names = ("layernorm_before", "attention.attention.query", "attention.attention.key", "attention.attention.value",
             "attention.output.dense", "layernorm_after", "intermediate.dense", "output.dense")
    states, maps = layers(w, x, c, "deit.encoder.layer", names, F.gelu)
    last = w.norm(states[-1], "deit.layernorm", c["layer_norm_eps"])
    logits = (w.linear(last[0], "cls_classifier", 4) + w.linear(last[1], "distillation_classifier", 4)) / 2
    return {"hidden_states": states, "attentions": maps, "logits": logits}


def clip(w, c, pixels):
    d, p = c["hidden_size"], c["patch_size"]
    e = "vision_model.embeddings."
    x = F.conv2d(pixels[None], w.draw(e + "patch_embedding.weight", d, 3, p, p), stride=p).flatten(2).transpose(1, 2)[0]
    x = torch.cat((w.draw(e + "class_embedding", d)[None], x))
    x = x + w.draw(e + "position_embedding.weight", len(x), d)
    x = w.norm(x, "vision_model.pre_layrnorm", c["layer_norm_eps"])
    names = ("layer_norm1", "self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj", "self_attn.out_proj", "layer_norm2",
             "mlp.fc1", "mlp.fc2")
    states, maps = layers(w, x, c, "vision_model.encoder.layers", names, lambda t: t * torch.sigmoid(1.702 * t))
    w.norm(states[-1][0], "vision_model.post_layernorm", c["layer_norm_eps"])
    return {"hidden_states": states, "attentions": maps}


def make(folder, forward, config, height, width, seed):
    torch.manual_seed(seed)
    os.makedirs(folder, exist_ok=True)
    w, expected = Weights(), {}
    for i in range(2):
        pixels = torch.randn(3, height, width)
        expected[f"pixel_values.{i}"] = pixels
        for name, value in forward(w, config, pixels).items():
            if torch.is_tensor(value):
                expected[f"{name}.{i}"] = value
            else:
                expected.update({f"{name}.{i}.{n}": t for n, t in enumerate(value)})
    write(os.path.join(folder, "model.safetensors"), w)
    write(os.path.join(folder, "expected.safetensors"), expected)
    with open(os.path.join(folder, "config.json"), "w") as f:
        f.write(json.dumps(config, indent=2, sort_keys=True) + "\n")


if __name__ == "__main__":
    root = sys.argv[1]
    sizes = {"num_hidden_layers": 2, "num_attention_heads": 4, "hidden_size": 24, "intermediate_size": 40, "patch_size": 6}
    make(os.path.join(root, "deit-teacher"), deit,
         {"architectures": ["DeiTForImageClassificationWithTeacher"], "model_type": "deit", "image_size": [18, 24],
          "layer_norm_eps": 1e-3, "id2label": {str(i): n for i, n in enumerate(("cat", "dog", "fish", "bird"))}, **sizes}, 18, 24, 5)
    make(os.path.join(root, "clip-vision"), clip,
         {"architectures": ["CLIPVisionModel"], "model_type": "clip_vision_model", "image_size": 20, "layer_norm_eps": 1e-2,
          "hidden_act": "quick_gelu", **sizes}, 20, 20, 6)
