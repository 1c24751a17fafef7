"""Networks with DropConnect in PyTorch, whose masks are those of the counter-based numbers."""

import torch

import threefry
from lcg import Lcg

ABOUT = (
    "A hidden layer (TANH) and an output, both with DropConnect, trained by plain SGD on the whole "
    "batch with the half squared error, in float64. masks are those of the first step, 1 for a "
    "weight that is kept: [in, out] where all rows share one, else [rows, in, out]; kept weights "
    "are multiplied by 1/(1 - rate). firstGradients are those of the first step; parameters are "
    "those after the last. The seed is that of the trainer and of lcg.py."
)
IN, HIDDEN, OUT, STEPS, RATE = 5, 7, 2, 4, 0.125
DROP_CONNECT = 9
LAYERS = {"hidden": (IN, HIDDEN, 0.25), "output": (HIDDEN, OUT, 0.5)}


def cases():
    yield case("PER_ROW", 9, 1)
    yield case("PER_BATCH", 9, 2)
    yield case("PER_ROW", 1, 3)


def case(mask, rows, seed):
    lcg = Lcg(seed)
    parameters = {}
    for name, (width, units, _) in LAYERS.items():
        parameters[name + ".weights"] = lcg.grids(width * units, 1)
        parameters[name + ".bias"] = lcg.grids(units, 1)
    result = {
        "name": f"{mask}, {rows} rows",
        "mask": mask,
        "seed": seed,
        "rows": rows,
        "rates": {name: rate for name, (_, _, rate) in LAYERS.items()},
        "steps": STEPS,
        "learningRate": RATE,
        "features": lcg.grids(rows * IN, 2),
        "targets": lcg.grids(rows * OUT, 2),
        "parameters": parameters,
        "masks": {name: flat(masks(mask, rows, seed, name, 0), int) for name in LAYERS},
    }
    return result | {"expected": run(result)}


def masks(mask, rows, seed, layer, step):
    """Returns 1 for the weights that a step keeps, [rows or 1, in, out]."""
    width, units, rate = LAYERS[layer]
    key = threefry.key_at(threefry.key(seed, DROP_CONNECT, layer), step)
    keys = [key] if mask == "PER_BATCH" else [threefry.key_at(key, row) for row in range(rows)]
    kept = [
        [threefry.sixteen_bits(k, i) >= rate * 2**16 for i in range(width * units)] for k in keys
    ]
    return torch.tensor(kept, dtype=torch.float64).reshape(len(keys), width, units)


def run(case):
    values = {
        name: torch.tensor(numbers, dtype=torch.float64).requires_grad_()
        for name, numbers in case["parameters"].items()
    }
    x = torch.tensor(case["features"], dtype=torch.float64).reshape(case["rows"], IN)
    t = torch.tensor(case["targets"], dtype=torch.float64).reshape(case["rows"], OUT)
    losses, first = [], None
    for step in range(STEPS):
        h = torch.tanh(connected(case, values, "hidden", step, x))
        y = connected(case, values, "output", step, h)
        loss = 0.5 * (y - t).square().sum() / case["rows"]
        gradients = torch.autograd.grad(loss, list(values.values()))
        first = first or {name: flat(g) for name, g in zip(values, gradients)}
        losses.append(loss.item())
        with torch.no_grad():
            for value, gradient in zip(values.values(), gradients):
                value -= RATE * gradient
    return {
        "dataLoss": losses,
        "firstGradients": first,
        "parameters": {name: flat(value) for name, value in values.items()},
    }


def connected(case, values, layer, step, x):
    width, units, rate = LAYERS[layer]
    kept = masks(case["mask"], case["rows"], case["seed"], layer, step)
    w = values[layer + ".weights"].reshape(width, units) * kept / (1 - rate)
    return (x.unsqueeze(1) @ w).squeeze(1) + values[layer + ".bias"]


def flat(tensor, kind=float):
    return [kind(number) for number in tensor.detach().flatten().tolist()]
