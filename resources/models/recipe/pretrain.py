"""Trains `gpt` or `bert`: from nothing, or from where it was interrupted.

    pretrain.py {gpt|bert} DATA_DIR RUN_DIR --steps N [--decay D] [--from CHECKPOINT] …

DATA_DIR is what prepare.py wrote. The learning rate rises for `--warm` steps, is level, and falls to zero over the last `--decay`
steps (none when 0), so a level run can go on as long as one likes, and a fall can begin at any of its checkpoints:

    pretrain.py gpt gpt-data level --steps 100000              # stopped when time was up; the same command goes on
    pretrain.py gpt gpt-data final --from level/last.pt --steps 6000 --decay 1200

RUN_DIR/last.pt is written every `--save` minutes, whole or not at all, and when the run is stopped with SIGTERM or Ctrl+C. Every
step depends on the step before and its number alone: an interrupted run gives the same weights as one that was not
(on one machine, with one number of threads). The weights' running mean is kept beside them; it is what is measured. `--snapshots`
lists steps whose weights are kept for good as RUN_DIR/step-N.pt. `--again SHARE` gives a part of gpt's rows to passages that are said
several times, `--quotes SHARE` a part of those to passages from which pieces are quoted in any order.
"""
import argparse
import os
import time
from types import SimpleNamespace

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer

from muon import Optimizer
from networks import NETWORKS
from packing import MaskedRows, Rows, Texts
from running import move_mean, rate, save, stop_signals


def arguments(argv=None):
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("kind", choices=sorted(NETWORKS))
    p.add_argument("data")
    p.add_argument("run")
    p.add_argument("--from", dest="start", help="the checkpoint to begin with when RUN_DIR has none, or an exported folder, of which only the weights are taken")
    p.add_argument("--device", default="cpu", help="cpu, or cuda")
    p.add_argument("--bfloat16", action="store_true", help="bfloat16 products: always on a GPU, worth it on a CPU that has instructions for them")
    p.add_argument("--snapshots", default="", help="steps, as 100,200,400")
    for name, default in (("steps", None), ("decay", 0), ("warm", 100), ("rows", 24), ("context", 256), ("layers", 6), ("heads", 8), ("dim", 256), ("ffn", 480), ("seed", 0), ("threads", 1)):
        p.add_argument("--" + name, type=int, default=default, required=default is None)
    for name, default in (("lr", 0.02), ("embed-lr", 0.006), ("rest-lr", 0.006), ("z", 1e-4), ("mean", 0.995), ("save", 5.0), ("again", 0.0), ("quotes", 0.0)):
        p.add_argument("--" + name, type=float, default=default)
    return p.parse_args(argv)


def shape(c, vocab):
    return SimpleNamespace(vocab=vocab, **{n: getattr(c, n) for n in ("kind", "layers", "heads", "dim", "ffn", "context")})


class Run:
    """Model, optimizer, running mean and step number: what a checkpoint holds."""

    def __init__(self, c, vocab):
        torch.manual_seed(c.seed)
        self.c, self.step, self.seen = shape(c, vocab), 0, 0
        self.model = NETWORKS[c.kind](self.c).to(c.device)
        self.optimizer = Optimizer(self.model, c.lr, c.embed_lr, c.rest_lr)
        self.mean = {n: w.clone() for n, w in self.model.state_dict().items()}

    def state(self):
        return {"shape": vars(self.c), "model": self.model.state_dict(), "optimizer": self.optimizer.state_dict(), "mean": self.mean, "step": self.step, "seen": self.seen}

    def snapshot(self):
        return {k: v for k, v in self.state().items() if k != "optimizer"}

    def load(self, path, device):
        state = torch.load(path, map_location=device)
        if state["shape"] != vars(self.c):
            raise SystemExit(f"{path} is a model of another shape: {state['shape']}, not {vars(self.c)}")
        self.model.load_state_dict(state["model"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.mean, self.step, self.seen = state["mean"], state["step"], state["seen"]

    def load_folder(self, path, device):
        """Takes the weights of an exported folder; step, optimizer and mean begin anew."""
        weights = load_file(os.path.join(path, "model.safetensors"), device=str(device))
        shapes, own = ({n: tuple(w.shape) for n, w in tensors.items()} for tensors in (weights, self.model.state_dict()))
        if shapes != own:
            name = min(n for n in shapes.keys() | own.keys() if shapes.get(n) != own.get(n))
            raise SystemExit(f"{path} is a model of another shape: {name} {shapes.get(name)}, not {own.get(name)}")
        self.model.load_state_dict({n: w.float() for n, w in weights.items()})
        self.mean = {n: w.clone() for n, w in self.model.state_dict().items()}

    def average(self, keep):
        move_mean(self.mean, self.model, self.step, keep)


def main(argv=None):
    c = arguments(argv)
    torch.set_num_threads(c.threads)
    torch.set_float32_matmul_precision("high")  # on a GPU, where autocast does not reach
    tokenizer = Tokenizer.from_file(os.path.join(c.data, "tokenizer.json"))
    run = Run(c, tokenizer.get_vocab_size())
    os.makedirs(c.run, exist_ok=True)
    last = os.path.join(c.run, "last.pt")
    begin = last if os.path.exists(last) else c.start
    if begin and os.path.isdir(begin):
        run.load_folder(begin, c.device)
    elif begin:
        run.load(begin, c.device)
    texts = Texts(os.path.join(c.data, "tokens.npz"), tokenizer.encode("\n", add_special_tokens=False).ids)
    rows = Rows(texts, c.rows, c.context, c.seed, c.again, c.quotes) if c.kind == "gpt" else MaskedRows(texts, c.rows, c.context, c.seed, tokenizer)
    snapshots = {int(s) for s in c.snapshots.split(",") if s}
    if run.step in snapshots:
        save(run.snapshot(), os.path.join(c.run, f"step-{run.step}.pt"))
    stop = stop_signals()
    print(f"{sum(w.numel() for w in run.model.parameters()) / 1e6:.2f} M parameters, step {run.step}", vars(c), flush=True)
    autocast = torch.autocast(torch.device(c.device).type, torch.bfloat16, enabled=c.bfloat16 or c.device != "cpu")
    saved = clock = time.time()
    spent, shown, total, count = time.process_time(), run.seen, 0.0, 0
    while run.step < c.steps and not stop:
        now_rate = rate(c, run.step)
        batch = [torch.from_numpy(a).to(c.device) for a in rows.batch(run.step)]
        with autocast:
            loss, plain, n = run.model.loss(batch, c.z)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(run.optimizer.parameters(), 1.0)
        run.optimizer.step(now_rate)
        run.average(c.mean)
        run.step += 1
        run.seen += n
        total, count = total + plain.item(), count + 1
        if run.step % 10 == 0:
            now, cpu = time.time(), time.process_time()
            print(f"step {run.step}, {run.seen / 1e6:.2f} M tokens, epoch {rows.epoch}, rate {now_rate:.2f}, loss {total / count:.4f}, {(run.seen - shown) / (now - clock):.0f} tokens/s, "
                  f"{(run.seen - shown) / (cpu - spent):.0f} a CPU second", flush=True)
            clock, spent, shown, total, count = now, cpu, run.seen, 0.0, 0
        if run.step in snapshots:
            save(run.snapshot(), os.path.join(c.run, f"step-{run.step}.pt"))
        if time.time() - saved > 60 * c.save:
            save(run.state(), last)
            saved = time.time()
    save(run.state(), last)


if __name__ == "__main__":
    main()
