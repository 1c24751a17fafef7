"""Clipped and averaged trajectories of PyTorch in double precision, for ClippingTest, AveragingTest.

    python clipping_and_averaging.py > ../resources/dev/annette/runtime/train/clipping-and-averaging.json

The same layer, rows and start as in optimizer_trajectories.py.
"""

import json

import torch
from torch.nn.utils import clip_grad_norm_, clip_grad_value_
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

FEATURES = [[1, 2, -1], [0.5, -1, 2], [-1.5, 0.25, 1], [2, 1, 0], [0, -0.5, 1.5], [1, -2, -0.75]]
TARGETS = [3, -1, 0.5, 2, -2, 1]
WEIGHTS = [0.5, -0.25, 1.0]
BIAS = 0.125
STEPS = 25
CLIPS = {
    "value": lambda parameters: clip_grad_value_(parameters, 0.25),
    "norm": lambda parameters: [clip_grad_norm_([p], 0.5) for p in parameters],
    "global_norm": lambda parameters: clip_grad_norm_(parameters, 0.5),
    "loose_norm": lambda parameters: clip_grad_norm_(parameters, 100.0),
    "none": lambda parameters: None,
}
OPTIMIZERS = {
    "momentum": lambda groups: torch.optim.SGD(groups, lr=0.05, momentum=0.9),
    "adam": lambda groups: torch.optim.Adam(groups, lr=0.02),
}


class Layer(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.w = torch.nn.Parameter(torch.tensor(WEIGHTS, dtype=torch.float64))
        self.b = torch.nn.Parameter(torch.tensor(BIAS, dtype=torch.float64))

    def numbers(self):
        return [*self.w.tolist(), self.b.item()]


def train(optimizer, clip, after_step, l2=0.1):
    x = torch.tensor(FEATURES, dtype=torch.float64)
    t = torch.tensor(TARGETS, dtype=torch.float64)
    layer = Layer()
    groups = [{"params": [layer.w], "weight_decay": l2}, {"params": [layer.b], "weight_decay": 0}]
    rule = OPTIMIZERS[optimizer](groups)
    for step in range(STEPS):
        rule.zero_grad()
        (0.5 * (x @ layer.w + layer.b - t) ** 2).mean().backward()
        CLIPS[clip](list(layer.parameters()))
        rule.step()
        after_step(step, layer)


def clipped(optimizer, clip):
    path = []
    train(optimizer, clip, lambda step, layer: path.append(layer.numbers()))
    return path


def averaged(make, first):
    path, average = [], []

    def after_step(step, layer):
        if not average:
            average.append(make(layer))
        if step + 1 >= first:
            average[0].update_parameters(layer)
            path.append(average[0].module.numbers())
        else:
            path.append(layer.numbers())

    train("momentum", "none", after_step)
    return path


result = {f"{o}_{c}": clipped(o, c) for o in OPTIMIZERS for c in CLIPS if c != "none"}
result["ema"] = averaged(lambda m: AveragedModel(m, multi_avg_fn=get_ema_multi_avg_fn(0.9)), 1)
result["swa"] = averaged(lambda m: AveragedModel(m), 10)
print("{\n" + ",\n".join(f'"{name}": {json.dumps(path)}' for name, path in result.items()) + "\n}")
