"""Writes ablation.json: the change of ln p of the likeliest class without each head of the built-in sentiment, over the first
texts of the samples, by PyTorch with hooks: the head's output is set to 0, or to its mean over the text, before the
attention's last projection.

    python ablation_reference.py
"""
import json
from pathlib import Path

import torch
from transformers import AutoModelForSequenceClassification, PreTrainedTokenizerFast

torch.set_num_threads(1)
here = Path(__file__).parent
folder = here / "../../../resources/models/sentiment"
texts = (here / "../../../resources/samples/sentences.txt").read_text().splitlines()[:5]
model = AutoModelForSequenceClassification.from_pretrained(folder, attn_implementation="eager", dtype=torch.float32).eval()
tokenizer = PreTrainedTokenizerFast(tokenizer_file=str(folder / "tokenizer.json"))
config = model.config
layers, heads = config.num_hidden_layers, config.num_attention_heads
width = config.hidden_size // heads


@torch.no_grad()
def log_probabilities(ids):
    return torch.log_softmax(model(torch.tensor([ids])).logits[0].double(), -1)


def without(layer, head, by):
    def change(_, inputs):
        values = inputs[0].clone()
        part = values[..., head * width:(head + 1) * width]
        part[:] = 0 if by == "zero" else part.mean(1, keepdim=True)
        return (values,)
    return model.base_model.encoder.layer[layer].attention.output.dense.register_forward_pre_hook(change)


result = {"texts": texts, "clean": [], "zero": [[] for _ in range(layers * heads)], "mean": [[] for _ in range(layers * heads)]}
for text in texts:
    ids = tokenizer(text)["input_ids"]
    clean = log_probabilities(ids)
    best = clean.argmax().item()
    result["clean"].append(clean[best].item())
    for by in ("zero", "mean"):
        for layer in range(layers):
            for head in range(heads):
                hook = without(layer, head, by)
                result[by][layer * heads + head].append((log_probabilities(ids)[best] - clean[best]).item())
                hook.remove()
(here / "ablation.json").write_text(json.dumps(result))
