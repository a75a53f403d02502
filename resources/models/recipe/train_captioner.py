"""Trains `captioner`, a small LLaVA that says what a picture of `shapes.py` shows, and writes it as a Hugging Face folder.

    train_captioner.py RUN_DIR --steps N [--decay D] [--from CHECKPOINT] …
    train_captioner.py RUN_DIR --export OUT_DIR

The learning rate rises, is level, and falls to zero over the last `--decay` steps (none when 0). RUN_DIR/last.pt is written every `--save`
minutes, whole or not at all, and when the run is stopped with SIGTERM or Ctrl+C; the same command goes on from there, and every step
depends on the one before and its number alone. The weights' running mean is kept beside them: it is what is measured and exported.
Nothing but the next word is asked for.
"""
import argparse
import json
import os
import random
import time

import numpy as np
import torch
from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, processors
from transformers import AttentionInterface, AttentionMaskInterface, CLIPVisionConfig, LlamaConfig, LlavaConfig, LlavaForConditionalGeneration
from transformers.integrations.sdpa_attention import sdpa_attention_forward
from transformers.masking_utils import ALL_MASK_ATTENTION_FUNCTIONS

import shapes
from muon import Optimizer
from running import move_mean, rate, save, stop_signals

SIDE, PATCH = 80, 10
SPECIAL = ["<s>", "</s>", "<unk>", "<image>"]
WORDS = ["a", "an", *shapes.COLOURS, *shapes.SHAPES, "left", "right", "of", "above", "below"]
VOCABULARY = {w: i for i, w in enumerate(SPECIAL + WORDS)}
PATCHES = (SIDE // PATCH) ** 2
LONGEST = 9  # "a red circle left of a blue square" and its end
CLIP_MEAN, CLIP_STD = [0.48145466, 0.4578275, 0.40821073], [0.26862954, 0.26130258, 0.27577711]


def arguments(argv=None):
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("run")
    p.add_argument("--from", dest="start", help="the checkpoint to begin with when RUN_DIR has none; it may have fewer layers in its tower")
    p.add_argument("--export", help="writes the folder in place of training")
    p.add_argument("--bfloat16", action="store_true", help="bfloat16 products: worth it on a CPU that has instructions for them")
    for name, default in (("steps", 0), ("decay", 0), ("warm", 100), ("rows", 32), ("tower", 3), ("layers", 2), ("dim", 128), ("heads", 4), ("seed", 0), ("threads", 1)):
        p.add_argument("--" + name, type=int, default=default)
    for name, default in (("lr", 0.02), ("embed-lr", 0.006), ("rest-lr", 0.003), ("mean", 0.995), ("save", 5.0)):
        p.add_argument("--" + name, type=float, default=default)
    return p.parse_args(argv)


def attention(module, query, key, value, mask, **rest):
    """Attention in float32 also where products are bfloat16, in which its backward pass takes five times as long."""
    with torch.autocast("cpu", enabled=False):
        return sdpa_attention_forward(module, query.float(), key.float(), value.float(), mask, **rest)


AttentionInterface.register("float32", attention)
AttentionMaskInterface.register("float32", ALL_MASK_ATTENTION_FUNCTIONS["sdpa"])


def configuration(c):
    vision = CLIPVisionConfig(hidden_size=c.dim, intermediate_size=4 * c.dim, num_hidden_layers=c.tower, num_attention_heads=c.heads, image_size=SIDE, patch_size=PATCH,
                              projection_dim=c.dim, hidden_act="gelu")
    text = LlamaConfig(vocab_size=len(VOCABULARY), hidden_size=c.dim, intermediate_size=3 * c.dim, num_hidden_layers=c.layers, num_attention_heads=c.heads,
                       num_key_value_heads=c.heads, max_position_embeddings=256, rms_norm_eps=1e-5, bos_token_id=0, eos_token_id=1, pad_token_id=1, tie_word_embeddings=True)
    return LlavaConfig(vision_config=vision, text_config=text, image_token_index=VOCABULARY["<image>"], vision_feature_layer=-1, vision_feature_select_strategy="default", image_seq_length=PATCHES,
                       tie_word_embeddings=True)


def pixels(image):
    """Values [3, SIDE, SIDE] as the picture's processor makes them."""
    values = np.asarray(image.resize((SIDE, SIDE), 3), dtype=np.float32) / 255
    return torch.from_numpy((values - np.float32(CLIP_MEAN)) / np.float32(CLIP_STD)).permute(2, 0, 1)


def batch(seed, rows, unseen=False):
    """Pictures [rows, 3, SIDE, SIDE], ids [rows, 1 + PATCHES + LONGEST - 1], and what each of the last LONGEST rows should say (-100: nothing)."""
    rng = random.Random(seed)
    pictures, ids, answers = [], [], torch.full((rows, LONGEST), -100)
    for r in range(rows):
        image, caption, _ = shapes.sample(rng, unseen)
        words = [VOCABULARY[w] for w in caption.split()] + [1]
        answers[r, :len(words)] = torch.tensor(words)
        ids.append([0] + [3] * PATCHES + words + [1] * (LONGEST - len(words)))
        pictures.append(pixels(image))
    return torch.stack(pictures), torch.tensor(ids)[:, :-1], answers


class Run:
    """Model, optimizer, running mean and step number: what a checkpoint holds."""

    def __init__(self, c):
        torch.manual_seed(c.seed)
        self.shape = {n: getattr(c, n) for n in ("tower", "layers", "dim", "heads")}
        self.model = LlavaForConditionalGeneration._from_config(configuration(c), attn_implementation="float32")
        self.optimizer = Optimizer(self.model, c.lr, c.embed_lr, c.rest_lr)
        self.mean = {n: w.clone() for n, w in self.model.state_dict().items()}
        self.step = 0

    def state(self):
        return {"shape": self.shape, "model": self.model.state_dict(), "optimizer": self.optimizer.state_dict(), "mean": self.mean, "step": self.step}

    def load(self, path):
        state = torch.load(path)
        grown = range(state["shape"]["tower"], self.shape["tower"])
        if state["shape"] | {"tower": self.shape["tower"]} != self.shape or state["shape"]["tower"] > self.shape["tower"]:
            raise SystemExit(f"{path} is a model of another shape: {state['shape']}, not {self.shape}")
        self.step = state["step"]
        for layer in grown:  # It begins as one that does nothing.
            state["model"] |= {n: torch.zeros_like(w) if "out_proj" in n or "fc2" in n else w for n, w in self.model.state_dict().items() if f"encoder.layers.{layer}." in n}
        self.model.load_state_dict(state["model"])
        self.mean = {n: w.clone() for n, w in state["model"].items()} if grown else state["mean"]
        if not grown:
            self.optimizer.load_state_dict(state["optimizer"])

    def average(self, keep):
        move_mean(self.mean, self.model, self.step, keep)

    def logits(self, pictures, ids):
        """Of the last LONGEST rows, as LlavaForConditionalGeneration computes them, without its search for the image tokens."""
        parts = self.model.model
        seen = parts.multi_modal_projector(parts.vision_tower(pixel_values=pictures).last_hidden_state[:, 1:])
        words = parts.language_model.embed_tokens(ids)
        rows = torch.cat([words[:, :1], seen, words[:, 1 + PATCHES:]], 1)
        return self.model.lm_head(parts.language_model(inputs_embeds=rows, use_cache=False).last_hidden_state[:, -LONGEST:])

    @torch.no_grad()
    def right(self, pictures, ids, answers):
        """The share of captions in which every word is right: with each the likeliest one, what the mean of the weights writes."""
        now = {n: w.clone() for n, w in self.model.state_dict().items()}
        self.model.load_state_dict(self.mean)
        said = self.logits(pictures, ids).argmax(-1)
        self.model.load_state_dict(now)
        return ((said == answers) | (answers == -100)).all(1).float().mean().item()


def tokenizer():
    t = Tokenizer(models.WordLevel(VOCABULARY, unk_token="<unk>"))
    t.normalizer = normalizers.Lowercase()
    t.pre_tokenizer = pre_tokenizers.Whitespace()
    t.decoder = decoders.WordPiece(prefix="##", cleanup=False)
    t.add_special_tokens(SPECIAL)
    t.post_processor = processors.TemplateProcessing("<s> $A", special_tokens=[("<s>", 0)])
    return t


def export(run, folder):
    run.model.load_state_dict(run.mean)
    if not all(w.half().isfinite().all() for w in run.mean.values()):
        raise SystemExit("a weight does not fit into float16")
    run.model.half().save_pretrained(folder)
    tokenizer().save(os.path.join(folder, "tokenizer.json"))
    files = {
        "tokenizer_config.json": {"tokenizer_class": "PreTrainedTokenizerFast", "bos_token": "<s>", "eos_token": "</s>", "unk_token": "<unk>", "pad_token": "</s>", "image_token": "<image>",
                                  "extra_special_tokens": {"image_token": "<image>"}},
        "preprocessor_config.json": {"image_processor_type": "CLIPImageProcessor", "do_resize": True, "size": {"height": SIDE, "width": SIDE}, "resample": 3, "do_center_crop": False,
                                     "do_rescale": True, "rescale_factor": 1 / 255, "do_normalize": True, "image_mean": CLIP_MEAN, "image_std": CLIP_STD, "do_convert_rgb": True},
        "processor_config.json": {"processor_class": "LlavaProcessor", "patch_size": PATCH, "vision_feature_select_strategy": "default", "num_additional_image_tokens": 1},
    }
    for name, value in files.items():
        with open(os.path.join(folder, name), "w", encoding="utf-8") as f:
            f.write(json.dumps(value, indent=2) + "\n")


def main(argv=None):
    c = arguments(argv)
    torch.set_num_threads(c.threads)
    os.makedirs(c.run, exist_ok=True)
    run, last = Run(c), os.path.join(c.run, "last.pt")
    begin = last if os.path.exists(last) else c.start
    if begin:
        run.load(begin)
    if c.export:
        return export(run, c.export)
    stop = stop_signals()
    print(f"{sum(w.numel() for w in run.model.parameters()) / 1e6:.2f} M parameters, step {run.step}", vars(c), flush=True)
    unseen = batch("unseen", 200, unseen=True)
    saved = clock = time.time()
    spent, total, count = time.process_time(), 0.0, 0
    while run.step < c.steps and not stop:
        now_rate = rate(c, run.step)
        pictures, ids, answers = batch(f"{c.seed} {run.step}", c.rows)
        with torch.autocast("cpu", torch.bfloat16, enabled=c.bfloat16):
            logits = run.logits(pictures, ids)
        loss = torch.nn.functional.cross_entropy(logits.float().flatten(0, 1), answers.flatten(), ignore_index=-100)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(run.optimizer.parameters(), 1.0)
        run.optimizer.step(now_rate)
        run.average(c.mean)
        run.step += 1
        total, count = total + loss.item(), count + 1
        if run.step % 50 == 0:
            now, cpu = time.time(), time.process_time()
            print(f"step {run.step}, rate {now_rate:.2f}, loss {total / count:.4f}, {count * c.rows / (now - clock):.0f} pictures/s, {count * c.rows / (cpu - spent):.0f} a CPU second", flush=True)
            if run.step % 250 == 0:
                print(f"step {run.step}, held-out captions right: {run.right(*unseen):.3f}", flush=True)
            clock, spent, total, count = time.time(), time.process_time(), 0.0, 0
        if time.time() - saved > 60 * c.save:
            save(run.state(), last)
            saved = time.time()
    save(run.state(), last)


if __name__ == "__main__":
    main()
