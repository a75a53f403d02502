"""Muon for the matrices of the layers, AdamW for embeddings, gains and biases, in one optimizer.

Muon (Jordan and others, 2024) replaces the momentum of a matrix by an orthogonal matrix near it, found with a few
Newton-Schulz steps; matrices of one shape go through them together.
"""
import torch


def orthogonal(m, steps=5):
    """The orthogonal factor of each matrix [N, rows <= columns], approximately."""
    x = m / (m.norm(dim=(1, 2), keepdim=True) + 1e-7)
    if x.is_cuda:
        x = x.bfloat16()
    for _ in range(steps):
        a = x @ x.transpose(1, 2)
        x = torch.baddbmm(x, torch.baddbmm(a, a, a, beta=-4.7750, alpha=2.0315), x, beta=3.4445)
    return x.to(m.dtype)


class Optimizer:
    """step(rate) moves every parameter by its own learning rate times `rate`, and forgets the gradients."""

    BETA, DECAY = 0.95, 0.1

    def __init__(self, model, matrix_lr, embed_lr, rest_lr):
        named = list(model.named_parameters())
        inner = [w for n, w in named if w.dim() == 2 and "embed" not in n]
        self.groups, taken = {}, {id(w) for w in inner}
        for w in inner:
            self.groups.setdefault(tuple(sorted(w.shape)), []).append(w)
        self.momentum = {s: torch.zeros(len(ws), *s, device=ws[0].device) for s, ws in self.groups.items()}
        embed = [w for n, w in named if id(w) not in taken and w.dim() == 2]
        rest = [w for n, w in named if id(w) not in taken and w.dim() != 2]
        self.lr, self.base = matrix_lr, [embed_lr, rest_lr]
        self.adam = torch.optim.AdamW([{"params": ps} for ps in (embed, rest)], lr=1.0, betas=(0.9, 0.98), eps=1e-10, weight_decay=0.0)

    @torch.no_grad()
    def step(self, rate):
        for group, lr in zip(self.adam.param_groups, self.base):
            group["lr"] = lr * rate
        self.adam.step()
        for shape, ws in self.groups.items():
            grad = torch.stack([w.grad if w.shape == shape else w.grad.t() for w in ws])
            m = self.momentum[shape]
            m.lerp_(grad, 1 - self.BETA)
            for w, u in zip(ws, orthogonal(grad.lerp_(m, self.BETA))):
                step = self.lr * rate * max(1.0, w.shape[0] / w.shape[1]) ** 0.5
                w.mul_(1 - self.lr * rate * self.DECAY).add_(u if w.shape == shape else u.t(), alpha=-step)
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
