"""What every training here does alike: the course of its learning rate, its running mean, its checkpoints, and how it is stopped."""
import os
import signal

import torch


def rate(c, step):
    """The share of the learning rate at a step: it rises over `warm` steps, is level, and falls to zero over the last `decay` of them (0: none)."""
    return min(1.0, (step + 1) / c.warm, (c.steps - step) / c.decay if c.decay else 1.0)


@torch.no_grad()
def move_mean(mean, model, step, keep):
    """Moves the mean towards the weights; at the start it is a plain mean of what there was."""
    keep = min(keep, (step + 1) / (step + 10))
    for n, w in model.state_dict().items():
        mean[n].lerp_(w, 1 - keep)


def save(state, path):
    """Writes a checkpoint whole or not at all."""
    part = f"{path}.{os.getpid()}"
    with open(part, "wb") as f:
        torch.save(state, f)
        f.flush()
        os.fsync(f.fileno())
    os.replace(part, path)


def stop_signals():
    """A list that is empty until SIGTERM or Ctrl+C asks for an end."""
    stop = []
    for s in (signal.SIGTERM, signal.SIGINT):
        signal.signal(s, lambda *_: stop.append(True))
    return stop
