"""Edge attribution of encoder-decoder models, by the reference library's autograd.

    make.py MODELS        a folder with the models t5 and mbart

For each model NAME.json has the metric and the names of both axes, as core/circuits/edges.h has them, and NAME.safetensors the texts
(`source_ids.T`, `target_ids.T` of T = A, B) and [sources, targets] `edges.eap`, `edges.eap_ig` and `edges.eap_ig_from_0`:
the sum over tokens of what a source writes in B less what it writes in A, times the derivative of the metric with respect to the
stream as the target alone reads it, before its norm; at A, or the mean over runs whose layer 0 in both stacks reads
B + k/5 (A - B), k from 1 to 5, or from 0 to 4.

What each target reads is made a tensor of its own: x + delta, delta = 0, through its norm and its own rows of the map. Some numbers
of each model are checked by central differences. Computed in double precision. Run with transformers 5.24 and PyTorch.
"""

import json
import pathlib
import sys

import numpy
import torch
import torch.nn.functional as F
from safetensors.numpy import save_file
from transformers import AutoModelForSeq2SeqLM
from transformers.models.t5.modeling_t5 import T5LayerNorm

TEXTS = {"A": ([5, 17, 23, 9, 31, 1], [0, 12, 40, 7, 21]), "B": ([5, 19, 23, 11, 31, 1], [0, 12, 33, 7, 21])}
METRIC = {"position": 4, "target": 14, "against": 27}


def parts_of(model, kind):
    """(name prefix of attention, layers): for each layer its sublayers (norm, attention maps or network, kind)."""
    stacks = {}
    if kind == "t5":
        for name, stack in (("encoder", model.encoder), ("decoder", model.decoder)):
            layers = []
            for block in stack.block:
                own, last = block.layer[0], block.layer[-1]
                of = lambda a: {"q": a.q, "k": a.k, "v": a.v, "o": a.o}
                layer = {"block": block, "self": (own.layer_norm, of(own.SelfAttention)), "mlp": (last.layer_norm, last.DenseReluDense)}
                if name == "decoder":
                    layer["cross"] = (block.layer[1].layer_norm, of(block.layer[1].EncDecAttention))
                layers.append(layer)
            stacks[name] = (layers, stack.final_layer_norm)
        return stacks, model.config.num_heads, model.config.num_heads
    for name, stack in (("encoder", model.model.encoder), ("decoder", model.model.decoder)):
        layers = []
        for block in stack.layers:
            of = lambda a: {"q": a.q_proj, "k": a.k_proj, "v": a.v_proj, "o": a.out_proj}
            layer = {"block": block, "self": (block.self_attn_layer_norm, of(block.self_attn)), "mlp": (block.final_layer_norm, (block.fc1, block.fc2))}
            if name == "decoder":
                layer["cross"] = (block.encoder_attn_layer_norm, of(block.encoder_attn))
            layers.append(layer)
        stacks[name] = (layers, stack.layer_norm)
    return stacks, model.config.encoder_attention_heads, model.config.decoder_attention_heads


def keep_double():
    """Norms and softmaxes in double precision, too, where the library has single."""
    torch.Tensor.float = torch.Tensor.double
    T5LayerNorm.forward = lambda self, x: self.weight * x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + self.variance_epsilon)


class Runs:
    """Runs of a model in which each target reads x + delta and each source is recorded."""

    def __init__(self, model, kind):
        self.model = model
        stacks, encoder_heads, decoder_heads = parts_of(model, kind)
        self.deltas, self.written, self.inputs, self.streams = {}, {}, {}, {}
        self.sources, self.targets = [], []  # (name, stack, place): place orders what comes before what.
        for stack, (layers, final) in stacks.items():
            prefix, heads = ("encoder ", encoder_heads) if stack == "encoder" else ("", decoder_heads)
            first = "input encoder" if stack == "encoder" else "input"
            self.sources.append((first, stack, -1))
            layers[0]["block"].register_forward_pre_hook(self.begin(first), with_kwargs=True)
            self.final(stack, final)
            for l, layer in enumerate(layers):
                for step, (sub, word) in enumerate((("self", prefix), ("cross", "cross "))):
                    if sub not in layer:
                        continue
                    norm, maps = layer[sub]
                    seen = self.normed(norm)
                    for read in "qkv":
                        of_encoder = sub == "cross" and read != "q"
                        for h in range(heads):
                            self.targets.append((f"{read} {word}{l}.{h}", "encoder" if of_encoder else stack, 10 ** 6 if of_encoder else 3 * l + step))
                        self.reads(maps[read], f"{read} {word}{l}.", heads, stacks["encoder"][1].seen if of_encoder else seen)
                    for h in range(heads):
                        self.sources.append((f"head {word}{l}.{h}", stack, 3 * l + step))
                    self.writes(maps["o"], f"head {word}{l}.", heads)
                norm, network = layer["mlp"]
                self.network(norm, network, f"mlp {prefix}{l}")
                self.sources.append((f"mlp {prefix}{l}", stack, 3 * l + 2))
                self.targets.append((f"mlp {prefix}{l}", stack, 3 * l + 2))
        self.targets.append(("logits", "decoder", 10 ** 6))

    def delta(self, name, x):
        if name not in self.deltas:
            self.deltas[name] = torch.zeros_like(x, requires_grad=True)
        return self.deltas[name]

    def begin(self, name):
        def hook(module, args, kwargs):
            x = args[0] if args else kwargs["hidden_states"]
            x = self.inputs.get(name, x)
            self.written[name] = x.detach()
            if args:
                return (x, *args[1:]), kwargs
            return args, {**kwargs, "hidden_states": x}
        return hook

    def normed(self, norm):
        own, seen = norm.forward, {}
        def forward(x):
            seen["x"], seen["norm"] = x, own
            return own(x)
        norm.forward = forward
        return seen

    def final(self, stack, norm):
        own = norm.forward
        norm.seen = {}
        def forward(x):
            norm.seen["x"], norm.seen["norm"] = x, own
            return own(x + self.delta("logits", x)) if stack == "decoder" else own(x)
        norm.forward = forward

    def reads(self, linear, name, heads, seen):
        def forward(_):
            x, rows = seen["x"], linear.weight.shape[0] // heads
            parts = []
            for h in range(heads):
                at = slice(h * rows, (h + 1) * rows)
                parts.append(F.linear(seen["norm"](x + self.delta(f"{name}{h}", x)), linear.weight[at], None if linear.bias is None else linear.bias[at]))
            return torch.cat(parts, -1)
        linear.forward = forward

    def writes(self, linear, name, heads):
        def hook(_, args):
            z, columns = args[0].detach(), linear.weight.shape[1] // heads
            for h in range(heads):
                at = slice(h * columns, (h + 1) * columns)
                self.written[f"{name}{h}"] = z[..., at] @ linear.weight[:, at].detach().T
        linear.register_forward_pre_hook(hook)

    def network(self, norm, network, name):
        own = norm.forward
        norm.forward = lambda x: own(x + self.delta(name, x))
        def hook(_, args, out):
            self.written[name] = out.detach()
        (network[1] if isinstance(network, tuple) else network).register_forward_hook(hook)

    def run(self, text, inputs=None):
        self.inputs = inputs or {}
        source, target = (torch.tensor([ids]) for ids in TEXTS[text])
        logits = self.model(input_ids=source, decoder_input_ids=target, use_cache=False).logits[0, METRIC["position"]]
        return logits[METRIC["target"]] - logits[METRIC["against"]]

    def before(self, source, target):
        return source[1] == target[1] and source[2] < target[2]


def main():
    keep_double()
    for kind in ("t5", "mbart"):
        folder = pathlib.Path(sys.argv[1]) / kind
        plain = AutoModelForSeq2SeqLM.from_pretrained(folder, attn_implementation="eager").double().eval()
        with torch.no_grad():
            expected = plain(input_ids=torch.tensor([TEXTS["A"][0]]), decoder_input_ids=torch.tensor([TEXTS["A"][1]]), use_cache=False).logits[0, METRIC["position"]]
        expected = expected[METRIC["target"]] - expected[METRIC["against"]]
        runs = Runs(plain, kind)
        written = {}
        for text in "BA":
            metric = runs.run(text)
            written[text] = dict(runs.written)
        assert abs(metric.item() - expected.item()) < 1e-9, (metric, expected)
        difference = {name: written["B"][name] - written["A"][name] for name, _, _ in runs.sources}

        def effects(parts):
            sums = numpy.zeros((len(runs.sources), len(runs.targets)))
            for part in parts:
                begin = {name: written["B"][name] + part * (written["A"][name] - written["B"][name]) for name in ("input", "input encoder")}
                for delta in runs.deltas.values():
                    delta.grad = None
                runs.run("A", begin).backward()
                for s, source in enumerate(runs.sources):
                    for t, target in enumerate(runs.targets):
                        if runs.before(source, target):
                            sums[s, t] += (difference[source[0]] * runs.deltas[target[0]].grad).sum().item() / len(parts)
            return sums

        found = {"edges.eap": effects([1]), "edges.eap_ig": effects([k / 5 for k in range(1, 6)]), "edges.eap_ig_from_0": effects([k / 5 for k in range(5)])}
        worst, step, some = 0, 1e-4, numpy.random.default_rng(1)
        pairs = [(s, t) for s, source in enumerate(runs.sources) for t, target in enumerate(runs.targets) if runs.before(source, target)]
        with torch.no_grad():
            for s, t in [pairs[i] for i in some.choice(len(pairs), 150, replace=False)]:
                own, delta = difference[runs.sources[s][0]], runs.deltas[runs.targets[t][0]]
                values = []
                for sign in (1, -1):
                    delta.copy_(sign * step * own)
                    values.append(runs.run("A").item())
                delta.zero_()
                worst = max(worst, abs((values[0] - values[1]) / (2 * step) - found["edges.eap"][s, t]))
        largest = abs(found["edges.eap"]).max()
        assert worst < 1e-6 * largest, worst
        crossing = [abs(found["edges.eap"][:, t]).max() for t, target in enumerate(runs.targets) if target[0].startswith("k cross")]
        print(f"{kind}: {len(runs.sources)} x {len(runs.targets)}, {len(pairs)} edges, largest {largest:.3g}, into cross keys {max(crossing):.3g}, central differences {worst:.1e}")
        tensors = {name: values.astype(numpy.float32) for name, values in found.items()}
        for text, (source, target) in TEXTS.items():
            tensors[f"source_ids.{text}"], tensors[f"target_ids.{text}"] = numpy.array(source), numpy.array(target)
        here = pathlib.Path(__file__).parent
        save_file(tensors, here / f"{kind}.safetensors")
        names = {"metric": METRIC, "metric_A": expected.item(), "sources": [s[0] for s in runs.sources], "targets": [t[0] for t in runs.targets]}
        (here / f"{kind}.json").write_text(json.dumps(names) + "\n")


if __name__ == "__main__":
    sys.exit(main())
