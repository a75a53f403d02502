"""What the reference library computes when values inside its layers are changed by hooks.

For each model NAME.json lists the texts (token ids) and the changes, in the grammar of interventions, and NAME.safetensors
has `logits.I` [n, V] of the change I. Text "B" has as many tokens as the text itself, text "C" another number.

tracing-NAME.safetensors is causal tracing (Meng et al. 2022) by hooks: `noise` [draws, subject tokens, width] on the token
vectors of `subject`, `window`, position and `target`, and the probabilities `clean` [1], `corrupted` [draws] and `stream`, `attn_out`,
`mlp_out` [draws, L, n] with one value put back (of sublayers in range(max(0, l - w // 2), min(L, l + ceil(w / 2)))).

steering-NAME.safetensors: `direction.L.T` [width], the mean stream before layer L of texts C and A backwards minus that of A and B,
of the last token or the mean of all (T), and `steered.L.T` [n, V], the logits of A with twice the direction added there.

    make.py MODELS        a folder with the reference models gpt2, llama-gqa and bert-mlm

Computed in double precision. Run with transformers 5.24 and PyTorch.
"""

import json
import pathlib
import sys

import numpy
import torch
from safetensors.numpy import load_file, save_file
from transformers import AutoModelForCausalLM, AutoModelForMaskedLM

MASK = (1 << 64) - 1


def splitmix(x):
    x = (x + 0x9E3779B97F4A7C15) & MASK
    x = ((x ^ (x >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    x = ((x ^ (x >> 27)) * 0x94D049BB133111EB) & MASK
    return x ^ (x >> 31)


class Sites:
    """The values of a model by (site, layer): each [n, numbers]. `change(site, layer, rows)` returns what stands for them."""

    def __init__(self, model, kind):
        self.model, self.kind, self.change = model, kind, None
        self.output(model.get_input_embeddings(), "vectors", 0)
        if kind == "gpt2":
            for i, block in enumerate(model.transformer.h):
                self.input(block, "stream", i)
                self.output(block.attn, "attention", i)
                self.output(block.mlp, "mlp", i)
                self.input(block.attn.c_proj, "output", i)
                block.attn.c_attn.register_forward_hook(self.fused(i))
            self.input(model.transformer.ln_f, "stream", len(model.transformer.h))
        elif kind == "llama":
            import transformers.models.llama.modeling_llama as code

            original = code.apply_rotary_pos_emb
            self.layer = 0

            def rotated(q, k, *rest, **others):
                q, k = original(q, k, *rest, **others)
                flat = lambda x: x[0].transpose(0, 1).reshape(x.shape[2], -1)
                back = lambda rows, x: rows.reshape(x.shape[2], x.shape[1], -1).transpose(0, 1)[None]
                layer = self.layer
                self.layer += 1
                return back(self.change("q", layer, flat(q)), q), back(self.change("k", layer, flat(k)), k)

            code.apply_rotary_pos_emb = rotated
            for i, block in enumerate(model.model.layers):
                self.input(block, "stream", i)
                self.output(block.self_attn, "attention", i)
                self.output(block.mlp, "mlp", i)
                self.input(block.self_attn.o_proj, "output", i)
                self.output(block.self_attn.v_proj, "v", i)
            self.input(model.model.norm, "stream", len(model.model.layers))
        else:
            for i, block in enumerate(model.bert.encoder.layer):
                self.input(block, "stream", i)
                for name, part in (("q", "query"), ("k", "key"), ("v", "value")):
                    self.output(getattr(block.attention.self, part), name, i)
                self.input(block.attention.output.dense, "output", i)
                self.output(block.attention.output.dense, "attention", i)
                self.output(block.output.dense, "mlp", i)
            self.input(model.cls.predictions.transform.dense, "stream", len(model.bert.encoder.layer))

    def input(self, module, site, layer):
        def hook(_, args, kwargs):
            if args:
                return (self.change(site, layer, args[0][0])[None], *args[1:]), kwargs
            kwargs["hidden_states"] = self.change(site, layer, kwargs["hidden_states"][0])[None]
            return args, kwargs

        module.register_forward_pre_hook(hook, with_kwargs=True)

    def output(self, module, site, layer):
        def hook(_, args, out):
            if isinstance(out, tuple):
                return (self.change(site, layer, out[0][0])[None], *out[1:])
            return self.change(site, layer, out[0])[None]

        module.register_forward_hook(hook)

    def fused(self, layer):
        def hook(_, args, out):
            q, k, v = out[0].chunk(3, dim=-1)
            return torch.cat([self.change(s, layer, x) for s, x in (("q", q), ("k", k), ("v", v))], dim=-1)[None]

        return hook

    def run(self, ids, change):
        self.change, self.layer = change, 0
        with torch.no_grad():
            return self.model(torch.tensor([ids])).logits[0]


def changes(layers, heads, kv_heads):
    """(grammar, site, layer, head or None, tokens or None, how, other, number)"""
    last = layers - 1
    yield "ablate stream 1 at 2", "stream", 1, None, [2], "zero", None, 0
    yield "ablate stream 0 at 1,3-4 mean", "stream", 0, None, [1, 3, 4], "mean", None, 0
    yield f'patch stream {layers} at last from "B"', "stream", layers, None, [-1], "patch", "B", 0
    yield 'patch stream 1 at 1 from "B"', "stream", 1, None, [1], "patch", "B", 0
    yield "scale stream 2 by 1.5", "stream", 2, None, None, "scale", None, 1.5
    yield "ablate attention 1", "attention", 1, None, None, "zero", None, 0
    yield 'ablate attention 0 at 2-5 mean of "C"', "attention", 0, None, [2, 3, 4, 5], "mean", "C", 0
    yield 'patch attention 1 from "B"', "attention", 1, None, None, "patch", "B", 0
    yield "ablate mlp 0 mean", "mlp", 0, None, None, "mean", None, 0
    yield 'ablate mlp 1 resample of "C" seed 5', "mlp", 1, None, None, "resample", "C", 5
    yield f"scale mlp {last} at first by -0.5", "mlp", last, None, [0], "scale", None, -0.5
    yield "ablate q 1.2 at 4", "q", 1, 2, [4], "zero", None, 0
    yield 'patch q 0.3 from "B"', "q", 0, 3, None, "patch", "B", 0
    yield f"scale k {last}.1 by 0.25", "k", last, 1, None, "scale", None, 0.25
    yield 'patch k 1.0 at 1-4 from "B"', "k", 1, 0, [1, 2, 3, 4], "patch", "B", 0
    yield f"ablate v 0.{kv_heads - 1} mean", "v", 0, kv_heads - 1, None, "mean", None, 0
    yield 'ablate v 1.1 resample of "C"', "v", 1, 1, None, "resample", "C", 0
    yield "ablate output 1.3 at 2,5", "output", 1, 3, [2, 5], "zero", None, 0
    yield f'patch output {last}.0 at last from "B"', "output", last, 0, [-1], "patch", "B", 0
    yield "scale output 0.1 by 3", "output", 0, 1, None, "scale", None, 3
    yield 'ablate output 1.2 at 0-3 mean of "C"', "output", 1, 2, [0, 1, 2, 3], "mean", "C", 0


def traces(sites, ids, layers, position, generator):
    kept = {}

    def keep(site, layer, rows):
        kept[site, layer] = rows.clone()
        return rows

    logits = sites.run(ids, keep)
    n, draws, window, subject = len(ids), 3, 2, [1, 2]
    target = int(logits[position].argmax())
    chance = lambda found: float(found[position].softmax(-1)[target])
    vectors = kept["vectors", 0]
    noise = torch.tensor(generator.normal(size=(draws, len(subject), vectors.shape[1]))) * 3 * vectors.std(correction=0)

    def run(draw, site=None, where=(), token=0):
        def change(at, layer, rows):
            if at == "vectors":
                rows = rows.clone()
                rows[subject] += noise[draw]
            elif at == site and layer in where:
                rows = rows.clone()
                rows[token] = kept[at, layer][token]
            return rows

        return chance(sites.run(ids, change))

    found = {"noise": noise.numpy(), "clean": numpy.array([chance(logits)]),
             "corrupted": numpy.array([run(d) for d in range(draws)]),
             "subject": numpy.array(subject), "window": numpy.array([window]),
             "position": numpy.array([position]), "target": numpy.array([target])}
    for name, site in (("stream", "stream"), ("attn_out", "attention"), ("mlp_out", "mlp")):
        grid = numpy.zeros((draws, layers, n))
        for draw in range(draws):
            for layer in range(layers):
                where = [layer] if site == "stream" else range(max(0, layer - window // 2), min(layers, layer - (-window // 2)))
                for token in range(n):
                    grid[draw, layer, token] = run(draw, site, where, token)
        found[name] = grid
    return found


def directions(sites, texts, layers):
    """Mean difference of the stream between texts (A, B) and (C, A backwards), and the logits of A steered by twice of it."""
    found = {}
    sets = [texts["A"], texts["B"]], [texts["C"], texts["A"][::-1]]
    for layer in (1, layers):
        for tokens in ("last", "all"):
            means = []
            for some in sets:
                states = []
                for ids in some:

                    def keep(site, at, rows):
                        if (site, at) == ("stream", layer):
                            states.append(rows[-1] if tokens == "last" else rows.mean(0))
                        return rows

                    sites.run(ids, keep)
                means.append(torch.stack(states).mean(0))
            direction = means[1] - means[0]
            found[f"direction.{layer}.{tokens}"] = direction.numpy()
            steered = sites.run(texts["A"], lambda s, at, rows: rows + 2 * direction if (s, at) == ("stream", layer) else rows)
            found[f"steered.{layer}.{tokens}"] = steered.numpy()
    return {key: value.astype(numpy.float32) for key, value in found.items()}


def main(models):
    here = pathlib.Path(__file__).parent
    for name, kind in (("gpt2", "gpt2"), ("llama-gqa", "llama"), ("bert-mlm", "bert")):
        folder = models / name
        kind_of = AutoModelForMaskedLM if kind == "bert" else AutoModelForCausalLM
        model = kind_of.from_pretrained(folder, dtype=torch.float64, attn_implementation="eager").eval()
        config = model.config
        layers, heads = config.num_hidden_layers, config.num_attention_heads
        kv_heads = getattr(config, "num_key_value_heads", heads)
        stored = load_file(folder / "expected.safetensors")
        text = stored["input_ids.0"].tolist()
        other = list(text)
        for at in (1, 4):
            other[at] = (text[at] + 11) % 50 + 4
        texts = {"A": text, "B": other, "C": stored["input_ids.2"].tolist()}
        sites = Sites(model, kind)
        values = {}
        for key in texts:
            kept = values[key] = {}

            def keep(site, layer, rows, kept=kept):
                kept[site, layer] = rows.clone()
                return rows

            clean = sites.run(texts[key], keep)
            if key == "A":
                plain = clean
        found, written = {}, []
        for grammar, site, layer, head, tokens, how, text_of, number in changes(layers, heads, kv_heads):

            def change(at_site, at_layer, rows):
                if (at_site, at_layer) != (site, layer):
                    return rows
                rows = rows.clone()
                count = kv_heads if site in "kv" else heads
                width = rows.shape[1] // count
                columns = slice(None) if head is None else slice(head * width, (head + 1) * width)
                own = rows[:, columns]
                given = values[text_of][site, layer][:, columns] if text_of else own
                n = len(rows)
                if how == "zero":
                    new = torch.zeros_like(own)
                elif how == "mean":
                    new = given.mean(0, keepdim=True).expand(n, -1)
                elif how == "patch":
                    new = given
                elif how == "resample":
                    new = torch.stack([given[splitmix(splitmix(number) ^ i) % len(given)] for i in range(n)])
                else:
                    new = own * number
                where = list(range(n)) if tokens is None else [t % n for t in tokens]
                own = own.clone()
                own[where] = new[where]
                rows[:, columns] = own
                return rows

            logits = sites.run(texts["A"], change)
            assert (logits - plain).abs().max() > 1e-4, (name, grammar)
            found[f"logits.{len(written)}"] = logits.numpy().astype(numpy.float32)
            written.append(grammar)
        save_file(found, here / f"{name}.safetensors")
        (here / f"{name}.json").write_text(json.dumps({"texts": texts, "changes": written}, indent=1) + "\n")
        save_file(directions(sites, texts, layers), here / f"steering-{name}.safetensors")
        position = 3 if kind == "bert" else len(text) - 1
        traced = traces(sites, text, layers, position, numpy.random.default_rng(7))
        save_file(traced, here / f"tracing-{name}.safetensors")
        print(name, len(written), "changes")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
