"""Normalised networks in PyTorch: gradients, a few steps, running statistics, evaluation."""

import torch
import torch.nn.functional as F

from lcg import Lcg

ABOUT = (
    "One hidden layer without bias, normalised before its activation (TANH), trained by plain SGD "
    "on the whole batch with the half squared error, in float64. firstGradients are those of the "
    "first step; parameters are those after the last, with BatchNorm1d's running mean and "
    "variance; outputs are those of the features after the last step in evaluation mode. momentum "
    "is the share of the old: 1 less PyTorch's."
)
IN, HIDDEN, OUT, STEPS, RATE = 3, 5, 2, 6, 0.25


def cases():
    yield case("batchNorm", 7, 0.9, 1e-5, 1)
    yield case("batchNorm", 2, 0.75, 1e-3, 2)
    yield case("layerNorm", 7, None, 1e-5, 3)
    yield case("layerNorm", 1, None, 1e-2, 4)
    yield case("rmsNorm", 7, None, 1e-5, 5)
    yield case("rmsNorm", 1, None, 1e-2, 6)


def case(kind, rows, momentum, epsilon, seed):
    lcg = Lcg(seed)
    names = {"hidden.weights": (IN, HIDDEN), "hidden.gain": (HIDDEN,)}
    if kind != "rmsNorm":
        names["hidden.shift"] = (HIDDEN,)
    names |= {"output.weights": (HIDDEN, OUT), "output.bias": (OUT,)}
    parameters = {
        name: lcg.grids(torch.Size(shape).numel(), 1, steps=64) for name, shape in names.items()
    }
    parameters["hidden.gain"] = [1 + g / 2 for g in parameters["hidden.gain"]]
    result = {
        "name": f"{kind}, {rows} rows, epsilon {epsilon}",
        "kind": kind,
        "seed": seed,
        "rows": rows,
        "epsilon": epsilon,
        "steps": STEPS,
        "learningRate": RATE,
        "features": lcg.grids(rows * IN, 2, steps=64),
        "targets": lcg.grids(rows * OUT, 2, steps=64),
        "parameters": parameters,
    }
    if momentum is not None:
        result["momentum"] = momentum
    return result | {"expected": run(result, names)}


def run(case, names):
    values = {
        name: torch.tensor(case["parameters"][name], dtype=torch.float64)
        .reshape(shape)
        .requires_grad_()
        for name, shape in names.items()
    }
    x = torch.tensor(case["features"], dtype=torch.float64).reshape(case["rows"], IN)
    t = torch.tensor(case["targets"], dtype=torch.float64).reshape(case["rows"], OUT)
    running = {
        "hidden.mean": torch.zeros(HIDDEN, dtype=torch.float64),
        "hidden.variance": torch.ones(HIDDEN, dtype=torch.float64),
    }
    losses, first = [], None
    for _ in range(STEPS):
        loss = 0.5 * F.mse_loss(forward(case, values, running, x, True), t, reduction="sum")
        loss = loss / case["rows"]
        gradients = torch.autograd.grad(loss, list(values.values()))
        first = first or {name: flat(g) for name, g in zip(values, gradients)}
        losses.append(loss.item())
        with torch.no_grad():
            for value, gradient in zip(values.values(), gradients):
                value -= RATE * gradient
    outputs = forward(case, values, running, x, False)
    final = values | (running if case["kind"] == "batchNorm" else {})
    return {
        "dataLoss": losses,
        "firstGradients": first,
        "parameters": {name: flat(value) for name, value in final.items()},
        "outputs": flat(outputs),
    }


def forward(case, values, running, x, training):
    z = x @ values["hidden.weights"]
    gain, epsilon = values["hidden.gain"], case["epsilon"]
    if case["kind"] == "batchNorm":
        z = F.batch_norm(
            z,
            running["hidden.mean"],
            running["hidden.variance"],
            gain,
            values["hidden.shift"],
            training,
            1 - case["momentum"],
            epsilon,
        )
    elif case["kind"] == "layerNorm":
        z = F.layer_norm(z, (HIDDEN,), gain, values["hidden.shift"], epsilon)
    else:
        z = F.rms_norm(z, (HIDDEN,), gain, epsilon)
    return torch.tanh(z) @ values["output.weights"] + values["output.bias"]


def flat(tensor):
    return tensor.detach().flatten().tolist()
