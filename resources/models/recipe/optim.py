"""Muon for the matrices of the layers, AdamW for embeddings, gains and biases, in one optimizer.

Muon replaces the momentum of a matrix by the nearest orthogonal matrix, found with a few Newton-Schulz steps; matrices
of one shape are treated as one batch.
"""
import torch


def orthogonal(m, steps=5):
    """The orthogonal factor of each matrix [N, rows <= columns], approximately."""
    x = m / (m.norm(dim=(1, 2), keepdim=True) + 1e-7)
    x = x.to(torch.bfloat16)
    for _ in range(steps):
        a = x @ x.transpose(1, 2)
        b = -4.7750 * a + 2.0315 * (a @ a)
        x = 3.4445 * x + b @ x
    return x.float()


class Optimizer:
    """step(rate) moves every parameter by its own learning rate times `rate`."""

    def __init__(self, model, matrix_lr, embed_lr, rest_lr, beta=0.95, decay=0.01):
        named = [(n, w) for n, w in model.named_parameters()]
        inner = [(n, w) for n, w in named if w.dim() == 2 and "embed" not in n and "lm_head" not in n]
        self.groups = {}
        for _, w in inner:
            self.groups.setdefault(tuple(sorted(w.shape)), []).append(w)
        self.momentum = {s: torch.zeros(len(ws), *s) for s, ws in self.groups.items()}
        self.lr, self.beta, self.decay = matrix_lr, beta, decay
        taken = {id(w) for _, w in inner}
        inputs = [w for n, w in named if "embed_tokens" in n]
        rest = [w for n, w in named if id(w) not in taken and "embed_tokens" not in n]
        self.base = [embed_lr, rest_lr]
        self.adam = torch.optim.AdamW([{"params": ps} for ps in (inputs, rest)], lr=1.0, betas=(0.9, 0.95), eps=1e-10, weight_decay=0.0)

    @torch.no_grad()
    def step(self, rate):
        for group, lr in zip(self.adam.param_groups, self.base):
            group["lr"] = lr * rate
        self.adam.step()
        for shape, ws in self.groups.items():
            grad = torch.stack([w.grad if w.shape == shape else w.grad.t() for w in ws])
            m = self.momentum[shape]
            m.lerp_(grad, 1 - self.beta)
            update = orthogonal(grad.lerp_(m, self.beta))
            for w, u in zip(ws, update):
                step = -self.lr * rate * max(1.0, w.shape[0] / w.shape[1]) ** 0.5
                w.mul_(1 - self.lr * rate * self.decay).add_(u if w.shape == shape else u.t(), alpha=step)
        for w in self.parameters():
            w.grad = None

    def parameters(self):
        return [w for g in self.adam.param_groups for w in g["params"]] + [w for ws in self.groups.values() for w in ws]

    def state_dict(self):
        return {"adam": self.adam.state_dict(), "momentum": self.momentum}

    def load_state_dict(self, state):
        self.adam.load_state_dict(state["adam"])
        for shape, m in state["momentum"].items():
            self.momentum[shape].copy_(m)
