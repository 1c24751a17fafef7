"""Trajectories of PyTorch's optimizers in double precision, for OptimizerTrajectoryTest.

    python optimizer_trajectories.py > ../resources/dev/annette/runtime/train/optimizer-trajectories.json

A linear layer, 3 features to 1 output, half squared error averaged over 6 rows, all rows in every
step. Weight decay acts on the weights, not on the bias.
"""

import json

import torch

FEATURES = [[1, 2, -1], [0.5, -1, 2], [-1.5, 0.25, 1], [2, 1, 0], [0, -0.5, 1.5], [1, -2, -0.75]]
TARGETS = [3, -1, 0.5, 2, -2, 1]
WEIGHTS = [0.5, -0.25, 1.0]
BIAS = 0.125
STEPS = 25



class Lion(torch.optim.Optimizer):
    """Chen et al. 2023, program 1, with coupled weight decay; PyTorch has none."""

    def __init__(self, params, lr, betas=(0.9, 0.99), weight_decay=0.0):
        super().__init__(params, {"lr": lr, "betas": betas, "weight_decay": weight_decay})

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            first, second = group["betas"]
            for p in group["params"]:
                g = p.grad + group["weight_decay"] * p
                m = self.state[p].setdefault("m", torch.zeros_like(p))
                p -= group["lr"] * torch.sign(first * m + (1 - first) * g)
                m.mul_(second).add_((1 - second) * g)


class Ftrl(torch.optim.Optimizer):
    """McMahan et al. 2013, algorithm 1, with lambda1 = 0 and the penalty in the gradient, started
    at the given weights: z = -w * beta / alpha."""

    def __init__(self, params, lr, beta=1.0, weight_decay=0.0):
        super().__init__(params, {"lr": lr, "beta": beta, "weight_decay": weight_decay})

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            alpha, beta = group["lr"], group["beta"]
            for p in group["params"]:
                g = p.grad + group["weight_decay"] * p
                state = self.state[p]
                if not state:
                    state["z"], state["n"] = -p * beta / alpha, torch.zeros_like(p)
                n = state["n"] + g * g
                state["z"] += g - (n.sqrt() - state["n"].sqrt()) / alpha * p
                state["n"] = n
                p.copy_(-state["z"] * alpha / (beta + n.sqrt()))


CASES = {
    "sgd": lambda p: torch.optim.SGD(p, lr=0.05),
    "sgd_l2": lambda p: torch.optim.SGD(p, lr=0.05),
    "momentum": lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9),
    "momentum_l2": lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9),
    "nesterov": lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9, nesterov=True),
    "nesterov_l2": lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9, nesterov=True),
    "rmsprop": lambda p: torch.optim.RMSprop(p, lr=0.01),
    "rmsprop_l2": lambda p: torch.optim.RMSprop(p, lr=0.01),
    "adam": lambda p: torch.optim.Adam(p, lr=0.02),
    "adam_l2": lambda p: torch.optim.Adam(p, lr=0.02),
    "adamw": lambda p: torch.optim.AdamW(p, lr=0.02, weight_decay=0.1),
    "adagrad": lambda p: torch.optim.Adagrad(p, lr=0.1, lr_decay=0.01),
    "adagrad_l2": lambda p: torch.optim.Adagrad(p, lr=0.1),
    "adadelta": lambda p: torch.optim.Adadelta(p),
    "adadelta_l2": lambda p: torch.optim.Adadelta(p, lr=2.0),
    "adamax": lambda p: torch.optim.Adamax(p, lr=0.02),
    "adamax_l2": lambda p: torch.optim.Adamax(p, lr=0.02),
    "nadam": lambda p: torch.optim.NAdam(p, lr=0.02),
    "nadam_l2": lambda p: torch.optim.NAdam(p, lr=0.02),
    "amsgrad": lambda p: torch.optim.Adam(p, lr=0.05, amsgrad=True),
    "amsgrad_l2": lambda p: torch.optim.Adam(p, lr=0.05, amsgrad=True),
    "lion": lambda p: Lion(p, lr=0.01),
    "lion_l2": lambda p: Lion(p, lr=0.01),
    "ftrl": lambda p: Ftrl(p, lr=0.3),
    "ftrl_l2": lambda p: Ftrl(p, lr=0.3),
}


def trajectory(name, make):
    x = torch.tensor(FEATURES, dtype=torch.float64)
    t = torch.tensor(TARGETS, dtype=torch.float64)
    w = torch.tensor(WEIGHTS, dtype=torch.float64, requires_grad=True)
    b = torch.tensor(BIAS, dtype=torch.float64, requires_grad=True)
    groups = [{"params": [w]}, {"params": [b], "weight_decay": 0}]
    if name.endswith("_l2"):
        groups[0]["weight_decay"] = 0.1
    optimizer = make(groups)
    steps = []
    for _ in range(STEPS):
        optimizer.zero_grad()
        loss = (0.5 * (x @ w + b - t) ** 2).mean()
        loss.backward()
        optimizer.step()
        steps.append(w.tolist() + [b.item()])
    return steps


print(json.dumps({name: trajectory(name, make) for name, make in CASES.items()}, indent=1))
