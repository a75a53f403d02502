"""Measures a finished folder on what no training saw, with transformers and nothing of the training's own code.

    evaluate.py FOLDER HELD_OUT.txt EVERYDAY_DIR [--between newline|end] [--headlight PROGRAM] [--bytes N]

prints JSON. HELD_OUT.txt is what prepare.py wrote, EVERYDAY_DIR what everyday.py wrote.

Causal models: `bits_per_byte` of the held-out text, line ends included. Windows are as long as the model's context and begin with the
first token of every text; each token is predicted once, from at least half a window. `--between` says what a model has between two
paragraphs: a line end, or (the earlier ones) the token that begins a text. `completions`: how often the right end of a beginning is likelier
than the wrong one, by kind; chance is 0.5. `told`: how often the right end of a fact begins with the likeliest token of all.

Masked models: `bits_per_byte` of held-out words: every word has a chance of 15 % to be hidden, the same words for every model, with as many
masks as the model's vocabulary needs pieces; the bytes are those of the hidden words. `nats_per_token` is of the same predictions.

Both: `links`, how often the strongest attention of the word that belongs (special tokens and its own pieces left out) goes to the word it
belongs to. The head is chosen on one half of the list and measured on the other, and so is the baseline, a fixed distance in tokens.
`heads`: what the program says of each head (`headlight heads`) over TEXTS: the label that most texts agree on, the largest mean weight on
the token before, and the largest score of its probe for induction.
"""
import argparse
import json
import math
import os
import subprocess
import tempfile
import zlib
from collections import Counter, defaultdict
from pathlib import Path

import torch
import torch.nn.functional as F
from transformers import AutoModelForCausalLM, AutoModelForMaskedLM, PreTrainedTokenizerFast

TEXTS = ("The old man of the sea came home, and the old man of the sea sat down by the fire.",
         "\"I shall be late,\" said the rabbit. \"I shall be late,\" said the queen.",
         "Harry Potter whistled. Nobody answered Harry Potter.",
         "She bought apples, pears, plums, cherries, nuts, and honey.",
         "The cat that chased the mice was hungry, but the mice were not.",
         "Mary gave John a book because he had asked her for it, and he thanked her.",
         "The report (see page 12) says that sales in Paris grew by 8% last year; sales in Berlin fell.",
         "It was late. The lamps were lit, the streets were empty, and nobody saw the stranger who came over the bridge.")


def read(folder, kind):
    model = kind.from_pretrained(folder, dtype=torch.float32, attn_implementation="eager").eval()
    return model, PreTrainedTokenizerFast(tokenizer_file=os.path.join(folder, "tokenizer.json"))


@torch.no_grad()
def bits_per_byte(model, tokenizer, text, between):
    """Of a text of paragraphs, a line each."""
    first = model.config.bos_token_id
    joint = [first] if between == "end" else tokenizer("\n", add_special_tokens=False).input_ids
    ids = []
    for paragraph in text.rstrip("\n").split("\n"):
        ids += tokenizer(paragraph, add_special_tokens=False).input_ids + joint
    context, nats, at = model.config.max_position_embeddings, 0.0, 0
    batch = []

    def run():
        nonlocal nats
        for size in {len(w) for w, _ in batch}:
            rows = [(w, n) for w, n in batch if len(w) == size]
            logits = model(torch.tensor([w for w, _ in rows])).logits
            for (w, n), row in zip(rows, logits):
                nats += F.cross_entropy(row[-n - 1: -1], torch.tensor(w[-n:]), reduction="sum").item()
        batch.clear()

    while at < len(ids):
        new = context - 1 if at == 0 else context // 2
        begin = max(0, at + new - (context - 1))
        window = ids[begin: at + new]
        batch.append(([first] + window, len(window) - (at - begin)))
        at += new
        if len(batch) == 16:
            run()
    run()
    return nats / math.log(2) / len(text.encode())


@torch.no_grad()
def completions(model, tokenizer, rows):
    hits, told, total, facts = Counter(), 0, Counter(), 0
    for kind, begin, right, wrong in rows:
        kind = kind.split(":")[0]
        ids, scores = tokenizer(begin).input_ids, []
        for end in (right, wrong):
            more = tokenizer(" " + end, add_special_tokens=False).input_ids
            logits = model(torch.tensor([ids + more])).logits[0, len(ids) - 1: -1]
            scores.append(-F.cross_entropy(logits, torch.tensor(more), reduction="sum").item())
            if end is right and kind == "fact":
                told, facts = told + (int(logits[0].argmax()) == more[0]), facts + 1
        hits[kind] += scores[0] > scores[1]
        total[kind] += 1
    result = {k: [hits[k] / total[k], total[k]] for k in total}
    result["all"] = [sum(hits.values()) / sum(total.values()), sum(total.values())]
    return result, told / max(1, facts)


@torch.no_grad()
def masked(model, tokenizer, text):
    """(bits a byte of the hidden words, nats a predicted token)."""
    nats = tokens = size = 0
    for number, paragraph in enumerate(text.rstrip("\n").split("\n")):
        e = tokenizer(paragraph, truncation=True, max_length=model.config.max_position_embeddings, return_offsets_mapping=True)
        ids, words, targets = e.input_ids, e.word_ids(), []
        for i, w in enumerate(words):
            # The words that the tokenizer splits at are the same for every BERT vocabulary.
            if w is not None and zlib.crc32(f"{number} {w}".encode()) % 100 < 15:
                targets.append(i)
        if not targets:
            continue
        x = torch.tensor([ids])
        x[0, targets] = 4
        y = torch.tensor([ids[i] for i in targets])
        nats += F.cross_entropy(model(x).logits[0, targets], y, reduction="sum").item()
        tokens += len(targets)
        size += sum(len(paragraph[a:b].encode()) for a, b in (e.offset_mapping[i] for i in targets))
    return nats / math.log(2) / size, nats / tokens


@torch.no_grad()
def links(model, tokenizer, rows):
    """{kind: {head, right, baseline, distance, sentences}}; `right` and `baseline` are of the half that chose neither."""
    halves = defaultdict(lambda: ([], []))
    for number, (kind, text, *places) in enumerate(rows):
        a, b, c, d = map(int, places)
        e = tokenizer(text, return_offsets_mapping=True, return_special_tokens_mask=True)
        inside = lambda start, end: [i for i, (s, t) in enumerate(e.offset_mapping) if t > s and s < end and t > start]
        query, keys = inside(a, b), inside(c, d)
        maps = torch.stack(model(torch.tensor([e.input_ids]), output_attentions=True).attentions)[:, 0]
        row = maps[:, :, query[-1]].clone()
        row[..., [i for i, special in enumerate(e.special_tokens_mask) if special] + query] = -1
        hit = torch.isin(row.argmax(-1), torch.tensor(keys)).float()
        halves[kind][number // 2 % 2].append((hit, {query[-1] - k for k in keys}))
    out = {}
    for kind, (chosen, measured) in halves.items():
        score = torch.stack([h for h, _ in chosen]).mean(0)
        best = divmod(int(score.argmax()), score.shape[1])
        distance = Counter(d for _, ds in chosen for d in ds).most_common(1)[0][0]
        out[kind] = {"head": f"{best[0]}.{best[1]}", "right": torch.stack([h for h, _ in measured]).mean(0)[best].item(),
                     "baseline": sum(distance in ds for _, ds in measured) / len(measured), "distance": distance, "sentences": len(measured)}
    return out


def heads(folder, program):
    """{head: [label most texts agree on, share of the texts]}, the labels of each layer, and the best probe and previous-token score."""
    labels, previous, probe = defaultdict(Counter), defaultdict(float), {}
    with tempfile.TemporaryDirectory() as there:
        for text in TEXTS:
            file = os.path.join(there, "heads.json")
            subprocess.run([program, "heads", "--model", os.path.abspath(folder), "--text", text, "-o", file], check=True)
            for row in json.loads(Path(file).read_text(encoding="utf-8")):
                head = f"{row['layer']:.0f}.{row['head']:.0f}"
                labels[head][row["label"]] += 1
                previous[head] += row["previous_token"] / len(TEXTS)
                probe[head] = row.get("probe_induction")
    agreed = {h: [c.most_common(1)[0][0], c.most_common(1)[0][1] / len(TEXTS)] for h, c in labels.items()}
    layers = defaultdict(Counter)
    for h, (label, _) in agreed.items():
        layers[h.split(".")[0]][label or "none"] += 1
    best = lambda of: max(([v, h] for h, v in of.items() if v is not None), default=None)
    return {"heads": agreed, "layers": layers, "previous": best(previous), "induction": best(probe)}


def table(path):
    return [line.split("\t") for line in Path(path).read_text(encoding="utf-8").splitlines()]


def main(argv=None):
    p = argparse.ArgumentParser()
    for name in ("folder", "held", "everyday"):
        p.add_argument(name)
    p.add_argument("--between", choices=("newline", "end"), default="newline")
    p.add_argument("--headlight")
    p.add_argument("--bytes", type=int, help="of the held-out text, whole paragraphs up to this size")
    c = p.parse_args(argv)
    torch.set_num_threads(1)
    text = Path(c.held).read_text(encoding="utf-8")
    if c.bytes:
        text = text.encode()[: c.bytes].decode(errors="ignore").rpartition("\n")[0] + "\n"
    causal = json.loads(Path(c.folder, "config.json").read_text(encoding="utf-8"))["model_type"] == "llama"
    model, tokenizer = read(c.folder, AutoModelForCausalLM if causal else AutoModelForMaskedLM)
    out = {"folder": c.folder, "bytes": len(text.encode())}
    if causal:
        out["completions"], out["told"] = completions(model, tokenizer, table(os.path.join(c.everyday, "completions.tsv")))
        out["bits_per_byte"] = bits_per_byte(model, tokenizer, text, c.between)
    else:
        out["bits_per_byte"], out["nats_per_token"] = masked(model, tokenizer, text)
    out["links"] = links(model, tokenizer, table(os.path.join(c.everyday, "links.tsv")))
    if c.headlight:
        out["heads"] = heads(c.folder, c.headlight)
    print(json.dumps(out, indent=1))


if __name__ == "__main__":
    main()
