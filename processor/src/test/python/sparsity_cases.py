"""The KL sparsity penalty of a layer's mean outputs in PyTorch: value and gradients."""

import torch
import torch.nn.functional as F

from lcg import Lcg

ABOUT = (
    "One hidden layer whose mean outputs over the rows are penalised by lambda times the sum of "
    "kl_div between the target and the mean, both as distributions over yes and no, in float64. "
    "dataLoss is the half squared error, weighted rows divided by their number; penalty is that "
    "of the batch; gradients are those of their sum. Below bound and above 1 - bound the "
    "divergence goes on along its tangent."
)
IN, HIDDEN, OUT, BOUND = 4, 5, 2, 1e-6
NAMES = {
    "hidden.weights": (IN, HIDDEN),
    "hidden.bias": (HIDDEN,),
    "output.weights": (HIDDEN, OUT),
    "output.bias": (OUT,),
}


def cases():
    yield case("SIGMOID", 9, 3.0, 0.05, 1)
    yield case("SIGMOID", 1, 0.25, 0.5, 2)
    yield case("SIGMOID", 6, 2.0, 0.2, 3, weighted=True)
    yield case("HARD_SIGMOID", 8, 1.5, 0.1, 4)
    # One unit is 0 and one is 1 for every row, and then one so small that the tangent holds.
    yield case("HARD_SIGMOID", 7, 0.125, 0.05, 5, bias={0: -32, 1: 32})
    yield case("SIGMOID", 7, 0.125, 0.05, 6, bias={0: -20})


def case(activation, rows, value, target, seed, weighted=False, bias=None):
    lcg = Lcg(seed)
    parameters = {
        name: lcg.grids(torch.Size(shape).numel(), 1, steps=64) for name, shape in NAMES.items()
    }
    for unit, shift in (bias or {}).items():
        parameters["hidden.bias"][unit] = shift
    result = {
        "name": f"{activation}, {rows} rows, {value} towards {target}"
        + (", weighted" if weighted else "")
        + (", biased" if bias else ""),
        "activation": activation,
        "seed": seed,
        "rows": rows,
        "value": value,
        "target": target,
        "bound": BOUND,
        "features": lcg.grids(rows * IN, 2, steps=64),
        "targets": lcg.grids(rows * OUT, 2, steps=64),
        "parameters": parameters,
    }
    if weighted:
        result["weights"] = [(1 + lcg.below(64)) / 32 for _ in range(rows)]
    return result | {"expected": run(result)}


def run(case):
    values = {
        name: torch.tensor(case["parameters"][name], dtype=torch.float64)
        .reshape(shape)
        .requires_grad_()
        for name, shape in NAMES.items()
    }
    rows = case["rows"]
    x = torch.tensor(case["features"], dtype=torch.float64).reshape(rows, IN)
    t = torch.tensor(case["targets"], dtype=torch.float64).reshape(rows, OUT)
    weights = torch.tensor(case.get("weights", [1.0] * rows), dtype=torch.float64)
    activation = {"SIGMOID": torch.sigmoid, "HARD_SIGMOID": F.hardsigmoid}[case["activation"]]
    hidden = activation(x @ values["hidden.weights"] + values["hidden.bias"])
    outputs = hidden @ values["output.weights"] + values["output.bias"]
    data_loss = (weights * 0.5 * ((outputs - t) ** 2).sum(1)).sum() / rows
    penalty = case["value"] * sum(divergence(mean, case["target"]) for mean in hidden.mean(0))
    gradients = torch.autograd.grad(data_loss + penalty, list(values.values()))
    return {
        "dataLoss": data_loss.item(),
        "penalty": penalty.item(),
        "gradients": {name: g.flatten().tolist() for name, g in zip(values, gradients)},
    }


def divergence(mean, target):
    inside = mean.clamp(BOUND, 1 - BOUND)
    if inside.item() == mean.item():
        return kl(mean, target)
    at = inside.detach().requires_grad_()
    value = kl(at, target)
    (slope,) = torch.autograd.grad(value, at)
    return value.detach() + slope * (mean - at.detach())


def kl(mean, target):
    expected = torch.tensor([target, 1 - target], dtype=torch.float64)
    return F.kl_div(torch.stack([mean, 1 - mean]).log(), expected, reduction="sum")
