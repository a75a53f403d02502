"""Makes the folders beit and beit-shared: tiny BEiT models with random weights, and what the library computes for a picture.
The first has a bias of each layer, layer scale and a classifier over the mean of the patches, in the Hub's names; the
second one bias for all layers, learned positions and a pooler of [CLS], in the names of the library's own modules.

usage: beit.py FOLDER      (transformers 5.24, torch, safetensors, Pillow; FOLDER holds pictures/)
"""
import json
import os
import sys

import torch
from PIL import Image
from safetensors.torch import save_file
from transformers import BeitConfig, BeitForImageClassification, BeitModel
from transformers.models.beit.image_processing_pil_beit import BeitImageProcessorPil

SIZES = dict(hidden_size=24, num_hidden_layers=2, num_attention_heads=4, intermediate_size=40, image_size=24, patch_size=6,
             layer_norm_eps=1e-3, hidden_dropout_prob=0.0, drop_path_rate=0.0)


def draw(model, seed):
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for name, p in sorted(model.named_parameters()):
            gain = p.dim() == 1 and not name.endswith("bias")
            spread = 0.25 if gain else 0.3 if p.dim() > 1 else 0.2
            p.copy_(torch.randn(p.shape, generator=generator) * spread + (1 if gain else 0))


def make(folder, model, picture, modules):
    os.makedirs(folder, exist_ok=True)
    draw(model, len(folder))
    model.eval()
    processor = BeitImageProcessorPil(size={"height": 24, "width": 24}, do_center_crop=False)
    pixels = processor(Image.open(picture).convert("RGB"), return_tensors="pt")["pixel_values"]
    with torch.no_grad():
        out = model(pixels, output_attentions=True, output_hidden_states=True)
    expected = {"pixel_values.0": pixels[0]}
    expected.update({f"attentions.0.{i}": a[0] for i, a in enumerate(out.attentions)})
    expected.update({f"hidden_states.0.{i}": h[0] for i, h in enumerate(out.hidden_states)})
    if "logits" in out:
        expected["logits.0"] = out.logits[0]
    else:
        expected["pooler_output.0"] = out.pooler_output[0]
    save_file({n: t.contiguous() for n, t in expected.items()}, os.path.join(folder, "expected.safetensors"))
    if modules:
        model.config.save_pretrained(folder)
        config = json.load(open(os.path.join(folder, "config.json")))
        config["architectures"] = [type(model).__name__]
        json.dump(config, open(os.path.join(folder, "config.json"), "w"), indent=2, sort_keys=True)
        save_file({n: t.contiguous() for n, t in model.state_dict().items()}, os.path.join(folder, "model.safetensors"))
    else:
        model.save_pretrained(folder)
    processor.save_pretrained(folder)
    json.dump([{"picture": os.path.basename(picture)}], open(os.path.join(folder, "inputs.json"), "w"))
    print(folder, sorted(model.state_dict())[:3], out.hidden_states[-1].abs().max())


if __name__ == "__main__":
    root = sys.argv[1]
    picture = os.path.join(root, "pictures", "rgb.png")
    own = BeitConfig(use_relative_position_bias=True, use_mask_token=True, num_labels=5, **SIZES)
    own._attn_implementation = "eager"
    make(os.path.join(root, "beit"), BeitForImageClassification(own), picture, False)
    shared = BeitConfig(use_shared_relative_position_bias=True, use_absolute_position_embeddings=True, use_mean_pooling=False,
                        layer_scale_init_value=0.0, **SIZES)
    shared._attn_implementation = "eager"
    make(os.path.join(root, "beit-shared"), BeitModel(shared), picture, True)
