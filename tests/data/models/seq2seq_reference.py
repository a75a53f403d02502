#!/usr/bin/env python3
"""An independent forward pass of the encoder-decoder models here, in PyTorch and double precision.

    seq2seq_reference.py check    compares it with every expected.safetensors of the transformers library
    seq2seq_reference.py make     writes mbart and pegasus, of which there are no values of that library, and
                                  generated.json of all: what greedy and beam search write for every input

Written from the papers and the documented meaning of config.json, with no look at core/.
"""
import json, math, os, random, struct, sys
import torch

HERE = os.path.dirname(os.path.abspath(__file__))
FORMATS = {"F32": ("f", 4, torch.float32), "I64": ("q", 8, torch.int64)}


def read(path):
    with open(path, "rb") as file:
        size = struct.unpack("<Q", file.read(8))[0]
        header = json.loads(file.read(size))
        body = file.read()
    out = {}
    for name, entry in header.items():
        if name == "__metadata__":
            continue
        code, width, kind = FORMATS[entry["dtype"]]
        begin, end = entry["data_offsets"]
        values = struct.unpack("<%d%s" % ((end - begin) // width, code), body[begin:end])
        out[name] = torch.tensor(values, dtype=kind).reshape(entry["shape"])
    return out


def write(path, tensors):
    header, body = {}, b""
    for name, tensor in tensors.items():
        integers = tensor.dtype == torch.int64
        flat = tensor.flatten().tolist()
        data = struct.pack("<%d%s" % (len(flat), "q" if integers else "f"), *flat)
        header[name] = {"dtype": "I64" if integers else "F32", "shape": list(tensor.shape),
                        "data_offsets": [len(body), len(body) + len(data)]}
        body += data
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + body)


def layer_norm(x, w, name):
    mean = x.mean(-1, keepdim=True)
    spread = ((x - mean) ** 2).mean(-1, keepdim=True)
    return (x - mean) / torch.sqrt(spread + 1e-5) * w[name + ".weight"] + w[name + ".bias"]


ACTIVATIONS = {
    "relu": lambda x: x.clamp(min=0),
    "gelu": lambda x: 0.5 * x * (1 + torch.erf(x / math.sqrt(2))),
    "gelu_new": lambda x: 0.5 * x * (1 + torch.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x ** 3))),
    "swish": lambda x: x * torch.sigmoid(x),
}


def attend(x, source, w, names, heads, scale, bias, causal):
    q, k, v, o = names
    linear = lambda y, name: y @ w[name + ".weight"].T + w.get(name + ".bias", 0)
    cut = lambda y: y.reshape(y.shape[0], heads, -1).transpose(0, 1)
    scores = cut(linear(x, q)) @ cut(linear(source, k)).transpose(1, 2) * scale
    if bias is not None:
        scores = scores + bias
    if causal:
        scores = scores.masked_fill(torch.ones(scores.shape[1:]).triu(1).bool(), float("-inf"))
    weights = torch.softmax(scores, -1)
    mixed = (weights @ cut(linear(source, v))).transpose(0, 1).reshape(x.shape[0], -1)
    return linear(mixed, o), weights


class Bart:
    """BART, mBART, Marian, Pegasus."""

    def __init__(self, config, weights):
        self.c, self.w = config, weights
        kind = config["model_type"]
        self.before = kind in ("mbart", "pegasus")
        self.waves = kind in ("marian", "pegasus")
        self.embedding_norm = kind in ("bart", "mbart")

    def embed(self, ids, side):
        width = self.c["d_model"]
        x = self.w["model.shared.weight"][ids]
        if self.c.get("scale_embedding"):
            x = x * math.sqrt(width)
        if self.waves:
            places = torch.arange(len(ids), dtype=torch.float64)[:, None]
            half = width // 2
            angles = places / 10000 ** (2 * torch.arange(half, dtype=torch.float64) / width)
            x = x + torch.cat([torch.sin(angles), torch.cos(angles)], 1)
        else:
            x = x + self.w["model.%s.embed_positions.weight" % side][torch.arange(len(ids)) + 2]
        return layer_norm(x, self.w, "model.%s.layernorm_embedding" % side) if self.embedding_norm else x

    def stack(self, ids, side, encoded=None):
        x = self.embed(ids, side)
        states, own, cross = [x], [], []
        heads = self.c[side + "_attention_heads"]
        scale = 1 / math.sqrt(self.c["d_model"] // heads)

        def sublayer(x, norm, f):
            if self.before:
                return x + f(layer_norm(x, self.w, norm))
            return layer_norm(x + f(x), self.w, norm)

        for i in range(self.c[side + "_layers"]):
            at = "model.%s.layers.%d." % (side, i)

            def self_attention(y):
                names = [at + "self_attn." + n for n in ("q_proj", "k_proj", "v_proj", "out_proj")]
                out, weights = attend(y, y, self.w, names, heads, scale, None, side == "decoder")
                own.append(weights)
                return out

            def cross_attention(y):
                names = [at + "encoder_attn." + n for n in ("q_proj", "k_proj", "v_proj", "out_proj")]
                out, weights = attend(y, encoded, self.w, names, heads, scale, None, False)
                cross.append(weights)
                return out

            def feed_forward(y):
                inner = ACTIVATIONS[self.c["activation_function"]](y @ self.w[at + "fc1.weight"].T + self.w[at + "fc1.bias"])
                return inner @ self.w[at + "fc2.weight"].T + self.w[at + "fc2.bias"]

            x = sublayer(x, at + "self_attn_layer_norm", self_attention)
            if side == "decoder":
                x = sublayer(x, at + "encoder_attn_layer_norm", cross_attention)
            x = sublayer(x, at + "final_layer_norm", feed_forward)
            states.append(x)
        if self.before:
            states[-1] = layer_norm(x, self.w, "model.%s.layer_norm" % side)
        return states, own, cross

    def logits(self, x):
        return x @ self.w["model.shared.weight"].T + self.w["final_logits_bias"][0]


class T5:
    def __init__(self, config, weights):
        self.c, self.w = config, weights

    def norm(self, x, name):
        return x / torch.sqrt((x ** 2).mean(-1, keepdim=True) + self.c["layer_norm_epsilon"]) * self.w[name]

    def bias(self, n, side):
        table = self.w[side + ".block.0.layer.0.SelfAttention.relative_attention_bias.weight"]
        buckets, most = self.c["relative_attention_num_buckets"], self.c["relative_attention_max_distance"]
        distance = torch.arange(n)[None, :] - torch.arange(n)[:, None]  # key - query
        first = torch.zeros_like(distance)
        if side == "encoder":
            buckets //= 2
            first = (distance > 0).long() * buckets
            far = distance.abs()
        else:
            far = (-distance).clamp(min=0)
        exact = buckets // 2
        steps = torch.log(far.clamp(min=1).float() / exact) / math.log(most / exact) * (buckets - exact)
        large = (exact + steps.long()).clamp(max=buckets - 1)
        return table[first + torch.where(far < exact, far, large)].permute(2, 0, 1)

    def stack(self, ids, side, encoded=None):
        x = self.w["shared.weight"][ids]
        bias = self.bias(len(ids), side)
        states, own, cross = [x], [], []
        heads = self.c["num_heads"]
        kind = self.c["feed_forward_proj"]
        for i in range(self.c["num_layers" if side == "encoder" else "num_decoder_layers"]):
            at = "%s.block.%d.layer." % (side, i)
            names = [at + "0.SelfAttention." + n for n in "qkvo"]
            y = self.norm(x, at + "0.layer_norm.weight")
            out, weights = attend(y, y, self.w, names, heads, 1, bias, side == "decoder")
            own.append(weights)
            x = x + out
            last = 1
            if side == "decoder":
                names = [at + "1.EncDecAttention." + n for n in "qkvo"]
                out, weights = attend(self.norm(x, at + "1.layer_norm.weight"), encoded, self.w, names, heads, 1, None, False)
                cross.append(weights)
                x = x + out
                last = 2
            dense = at + "%d.DenseReluDense." % last
            y = self.norm(x, at + "%d.layer_norm.weight" % last)
            if kind == "gated-gelu":
                inner = ACTIVATIONS["gelu_new"](y @ self.w[dense + "wi_0.weight"].T) * (y @ self.w[dense + "wi_1.weight"].T)
            else:
                inner = ACTIVATIONS[kind](y @ self.w[dense + "wi.weight"].T)
            x = x + inner @ self.w[dense + "wo.weight"].T
            states.append(x)
        states[-1] = self.norm(x, side + ".final_layer_norm.weight")
        return states, own, cross

    def logits(self, x):
        if self.c.get("tie_word_embeddings", True):
            return x * self.c["d_model"] ** -0.5 @ self.w["shared.weight"].T
        return x @ self.w["lm_head.weight"].T


def open_model(name):
    folder = os.path.join(HERE, name)
    config = json.load(open(os.path.join(folder, "config.json")))
    weights = {k: v.double() for k, v in read(os.path.join(folder, "model.safetensors")).items()}
    return (T5 if config["model_type"] == "t5" else Bart)(config, weights)


def run(model, source, target, i, out):
    states, own, _ = model.stack(source, "encoder")
    for l, x in enumerate(states):
        out["encoder_hidden_states.%d.%d" % (i, l)] = x
    for l, x in enumerate(own):
        out["encoder_attentions.%d.%d" % (i, l)] = x
    encoded = states[-1]
    states, own, cross = model.stack(target, "decoder", encoded)
    for l, x in enumerate(states):
        out["decoder_hidden_states.%d.%d" % (i, l)] = x
    for l, x in enumerate(own):
        out["decoder_attentions.%d.%d" % (i, l)] = x
    for l, x in enumerate(cross):
        out["cross_attentions.%d.%d" % (i, l)] = x
    out["logits.%d" % i] = model.logits(states[-1])


def next_log_p(model, encoded, ids, last):
    """ln p of every token behind ids; in the last place only forced_eos_token_id, where there is one."""
    states, _, _ = model.stack(torch.tensor(ids), "decoder", encoded)
    log_p = torch.log_softmax(model.logits(states[-1])[-1], -1)
    forced = model.c.get("forced_eos_token_id") if last else None
    if forced is not None:
        log_p[torch.arange(len(log_p)) != forced] = float("-inf")
        log_p[forced] = 0  # What is no choice counts nothing, as the library has it.
    return log_p


def greedy(model, encoded, ids, end, most):
    out, margin = [], 1e9
    for step in range(most):
        log_p = next_log_p(model, encoded, ids + out, step + 1 == most)
        best = torch.topk(log_p, 2).values
        margin = min(margin, float(best[0] - best[1]))
        out.append(int(log_p.argmax()))
        if out[-1] == end:
            break
    print("least margin of greedy choices %.1e" % margin)
    return out


def beam(model, encoded, ids, end, most, beams):
    """Hypotheses compare by their mean ln p; as many as there are beams must have ended."""
    live, ended = [([], 0.0)], []
    for step in range(most):
        choices = []
        for tokens, score in live:
            log_p = next_log_p(model, encoded, ids + tokens, step + 1 == most)
            choices += [(score + float(log_p[t]), tokens + [t]) for t in range(len(log_p))]
        choices.sort(key=lambda c: -c[0])
        live = []
        for rank, (score, tokens) in enumerate(choices[:2 * beams]):
            if tokens[-1] == end:
                if rank < beams:
                    ended.append((score / len(tokens), tokens))
            elif score > float("-inf") and len(live) < beams:
                live.append((tokens, score))
        ended = sorted(ended, key=lambda e: -e[0])[:beams]
        if not live or len(ended) == beams and ended[-1][0] >= live[0][1] / len(live[0][0]):
            break
        if step + 1 == most:
            ended.append((live[0][1] / most, live[0][0]))
    return max(ended, key=lambda e: e[0])[1]


MODELS = ["bart", "marian", "mbart", "pegasus", "t5", "t5-gated-untied"]


def make_model(kind, seed):
    """Random weights as the other models here have them."""
    random.seed(seed)
    torch.manual_seed(seed)
    width, vocabulary = 32, 59
    config = {
        "architectures": ["MBartForConditionalGeneration" if kind == "mbart" else "PegasusForConditionalGeneration"],
        "model_type": kind, "is_encoder_decoder": True, "vocab_size": vocabulary, "d_model": width,
        "encoder_layers": 2, "decoder_layers": 2, "encoder_attention_heads": 2, "decoder_attention_heads": 4,
        "encoder_ffn_dim": 40, "decoder_ffn_dim": 44, "max_position_embeddings": 40, "scale_embedding": True,
        "activation_function": "gelu" if kind == "mbart" else "relu", "bos_token_id": 0, "eos_token_id": 2 if kind == "mbart" else 1,
        "pad_token_id": 1 if kind == "mbart" else 0, "decoder_start_token_id": 2 if kind == "mbart" else 0,
        "tie_word_embeddings": True,
    }
    w = {}
    matrix = lambda name, rows, cols: w.__setitem__(name, torch.randn(rows, cols) * 0.3)

    def linear(name, rows, cols):
        matrix(name + ".weight", rows, cols)
        w[name + ".bias"] = torch.randn(rows) * 0.2

    def norm(name):
        w[name + ".weight"] = 1 + torch.randn(width) * 0.25
        w[name + ".bias"] = torch.randn(width) * 0.2

    matrix("model.shared.weight", vocabulary, width)
    w["final_logits_bias"] = torch.randn(1, vocabulary) * 0.2
    for side in ("encoder", "decoder"):
        if kind == "mbart":
            matrix("model.%s.embed_positions.weight" % side, 42, width)
            norm("model.%s.layernorm_embedding" % side)
        for i in range(2):
            at = "model.%s.layers.%d." % (side, i)
            for part in ["self_attn"] + (["encoder_attn"] if side == "decoder" else []):
                for map_ in ("q_proj", "k_proj", "v_proj", "out_proj"):
                    linear(at + part + "." + map_, width, width)
                norm(at + part + "_layer_norm")
            linear(at + "fc1", config[side + "_ffn_dim"], width)
            linear(at + "fc2", width, config[side + "_ffn_dim"])
            norm(at + "final_layer_norm")
        norm("model.%s.layer_norm" % side)
    folder = os.path.join(HERE, kind)
    os.makedirs(folder, exist_ok=True)
    json.dump(config, open(os.path.join(folder, "config.json"), "w"), indent=2, sort_keys=True)
    write(os.path.join(folder, "model.safetensors"), w)
    model, out = open_model(kind), {}
    for i, (n, m) in enumerate([(7, 5), (33, 21), (12, 12), (1, 1)]):
        source = torch.randint(3, vocabulary, (n,))
        target = torch.randint(3, vocabulary, (m,))
        target[0] = config["decoder_start_token_id"]
        out["input_ids.%d" % i], out["decoder_input_ids.%d" % i] = source, target
        run(model, source, target, i, out)
    write(os.path.join(folder, "expected.safetensors"), out)


def check():
    for name in MODELS:
        model, worst = open_model(name), 0
        expected = read(os.path.join(HERE, name, "expected.safetensors"))
        for i in range(4):
            out = {}
            run(model, expected["input_ids.%d" % i], expected["decoder_input_ids.%d" % i], i, out)
            for key, value in out.items():
                worst = max(worst, float((value - expected[key]).abs().max() / max(1, float(expected[key].abs().max()))))
        print("%-16s largest difference %.1e" % (name, worst))


def make():
    for seed, kind in enumerate(("mbart", "pegasus"), 11):
        make_model(kind, seed)
    for name in MODELS:
        model = open_model(name)
        expected = read(os.path.join(HERE, name, "expected.safetensors"))
        start, end = model.c["decoder_start_token_id"], model.c["eos_token_id"]
        lines = []
        for i in range(4):
            encoded = model.stack(expected["input_ids.%d" % i], "encoder")[0][-1]
            lines.append({"greedy": greedy(model, encoded, [start], end, 24),
                          "beams 3": beam(model, encoded, [start], end, 24, 3)})
        json.dump(lines, open(os.path.join(HERE, name, "generated.json"), "w"))


if __name__ == "__main__":
    with torch.no_grad():
        {"check": check, "make": make}[sys.argv[1]]()
