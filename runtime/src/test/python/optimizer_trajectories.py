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
