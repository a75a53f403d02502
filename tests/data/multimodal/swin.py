"""Makes the Swin models beside this file with the transformers library (5.24): swin.py [FOLDER [NAME…]].

Attention weights are laid back over the grid of each stage, those that fill it up to whole windows included, and are 0
outside of a window; hidden states have rows of 0 there.
"""
import json
import pathlib
import sys

import numpy as np
import torch
from PIL import Image
from safetensors.torch import load_file, save_file
from transformers import SwinConfig, SwinForImageClassification, SwinModel
from transformers.models.vit.image_processing_pil_vit import ViTImageProcessorPil

HERE = pathlib.Path(__file__).parent
# Both sides of the pictures, patches and windows are chosen so that nothing fits: pixels are filled up to patches,
# patches to windows, and an odd row to a merged one.
MODELS = {
    "swin": (SwinForImageClassification,
             dict(image_size=32, patch_size=4, embed_dim=8, depths=[2, 2], num_heads=[2, 4], window_size=3, num_labels=5),
             dict(height=34, width=25), ["photo.jpg"], "older"),
    "swin-model": (SwinModel,
                   dict(image_size=[24, 18], patch_size=[2, 2], embed_dim=8, depths=[2, 3, 2], num_heads=[1, 2, 2],
                        window_size=3, qkv_bias=False, use_absolute_embeddings=True, mlp_ratio=1.5, hidden_act="relu",
                        layer_norm_eps=1e-3),
                   dict(height=24, width=18), ["rgb.png"], "newer"),
    "swin-larger": (SwinForImageClassification,
                    dict(image_size=64, patch_size=2, embed_dim=16, depths=[2, 2, 4, 2], num_heads=[2, 4, 4, 8],
                         window_size=4, num_labels=7),
                    dict(height=64, width=80), ["rgb.png", "gray.png", "photo.jpg"], "older"),
}
OLDER = [("attention.q_proj", "attention.self.query"), ("attention.k_proj", "attention.self.key"),
         ("attention.v_proj", "attention.self.value"), ("attention.o_proj", "attention.output.dense"),
         ("attention.relative_position_bias.", "attention.self."), ("mlp.fc1", "intermediate.dense"),
         ("mlp.fc2", "output.dense")]


def laid_back(weights, rows, cols, shift):
    """[windows, heads, w², w²] → [heads, rows · cols, rows · cols]"""
    side = int(weights.shape[-1] ** 0.5)
    cells = torch.arange(rows * cols).view(rows, cols).roll((-shift, -shift), (0, 1))
    cells = cells.view(rows // side, side, cols // side, side).transpose(1, 2).reshape(-1, side * side)
    whole = torch.zeros(weights.shape[1], rows * cols, rows * cols)
    for window, own in zip(weights, cells):
        whole[:, own[:, None], own[None, :]] = window
    whole[whole < 1e-30] = 0  # What the mask of -100 leaves.
    return whole


def filled(states, grid, all_):
    """[rows · cols, width] with rows of 0 where the grid is filled up."""
    out = torch.zeros(*all_, states.shape[-1])
    out[: grid[0], : grid[1]] = states.view(*grid, -1)
    return out.view(-1, states.shape[-1])


def make(name, folder):
    kind, settings, size, pictures, spelling = MODELS[name]
    torch.manual_seed(7)
    model = kind(SwinConfig(**settings, attn_implementation="eager")).eval()
    with torch.no_grad():
        for key, value in model.named_parameters():
            if "norm" in key and key.endswith("weight"):
                value.normal_(1, 0.2)
            elif value.dim() > 1 and "table" not in key and "position_embeddings" not in key:
                value.normal_(0, 1.5 / value[0].numel() ** 0.5)
            else:
                value.normal_(0, 0.5)
            value.copy_(value.to(torch.float16))
    to = folder / name
    to.mkdir(parents=True, exist_ok=True)
    tensors = {key: value.contiguous() for key, value in model.state_dict().items()}
    if spelling == "older":
        for now, then in OLDER:
            tensors = {key.replace(now, then): value for key, value in tensors.items()}
    save_file({key: value.to(torch.float16) for key, value in tensors.items()}, to / "model.safetensors")
    config = json.loads(model.config.to_json_string())
    config["architectures"] = [kind.__name__]
    (to / "config.json").write_text(json.dumps(config, indent=1) + "\n")
    (to / "preprocessor_config.json").write_text(json.dumps({
        "do_normalize": True, "do_resize": True, "image_mean": [0.485, 0.456, 0.406],
        "image_processor_type": "ViTImageProcessor", "image_std": [0.229, 0.224, 0.225], "resample": 3, "size": size},
        indent=1) + "\n")
    (to / "inputs.json").write_text(json.dumps([{"picture": picture} for picture in pictures]) + "\n")
    processor = ViTImageProcessorPil.from_pretrained(to)
    swin = getattr(model, "swin", model)
    expected = {}
    for i, picture in enumerate(pictures):
        pixels = load_file(HERE / "pictures.safetensors")[picture].numpy()
        image = Image.fromarray(pixels if pixels.ndim == 3 else np.repeat(pixels[..., None], 3, 2))
        values = processor(images=image, return_tensors="pt")["pixel_values"]
        seen = []
        hooks = [block.register_forward_hook(lambda _, given, kept, at=(s, b): seen.append((at, given, kept)))
                 for s, stage in enumerate(swin.encoder.layers) for b, block in enumerate(stage.blocks)]
        with torch.no_grad():
            answer = model(values, output_attentions=True)
        for hook in hooks:
            hook.remove()
        patches = swin.embeddings.patch_embeddings
        expected[f"pixel_values.{i}"] = patches.maybe_pad(values, *values.shape[2:])[0]
        box = None
        for (stage, layer), given, (states, weights) in seen:
            grid, block = given[1], swin.encoder.layers[stage].blocks[layer]
            side = block.window_size
            all_ = [-(-length // side) * side for length in grid]
            expected[f"stage{stage + 1}_attentions.{i}.{layer}"] = laid_back(weights, *all_, block.shift_size)
            if layer == 0:
                expected[f"stage{stage + 1}_hidden_states.{i}.0"] = filled(given[0][0], grid, all_)
                patch = [int(side) * 2**stage for side in patches.patch_size]
                rows, cols = np.meshgrid(range(all_[0]), range(all_[1]), indexing="ij")
                box = np.stack([cols * patch[1] / size["width"], rows * patch[0] / size["height"],
                                (cols + 1) * patch[1] / size["width"], (rows + 1) * patch[0] / size["height"]], -1)
                expected[f"stage{stage + 1}_boxes.{i}"] = torch.tensor(box.reshape(-1, 4), dtype=torch.float32)
                expected[f"stage{stage + 1}_grid.{i}"] = torch.tensor(grid)
            expected[f"stage{stage + 1}_hidden_states.{i}.{layer + 1}"] = filled(states[0], grid, all_)
        if kind is SwinModel:
            expected[f"pooler_output.{i}"] = answer.pooler_output[0]
        else:
            expected[f"logits.{i}"] = answer.logits[0]
    save_file({key: value.contiguous() for key, value in expected.items()}, to / "expected.safetensors")
    print(name, sum(value.numel() for value in expected.values()) * 4, "bytes expected")


folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
for name in sys.argv[2:] or ["swin", "swin-model"]:
    make(name, folder)
