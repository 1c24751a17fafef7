"""Computes a case with PyTorch: outputs, data loss and gradients of a stack of dense layers."""

import torch
import torch.nn.functional as F

torch.set_num_threads(1)

ACTIVATIONS = {
    "LINEAR": lambda x, layer: x,
    "RELU": lambda x, layer: F.relu(x),
    "LEAKY_RELU": lambda x, layer: F.leaky_relu(x, layer["slope"]),
    "ELU": lambda x, layer: F.elu(x, layer["alpha"]),
    "SELU": lambda x, layer: F.selu(x),
    "GELU": lambda x, layer: F.gelu(x),
    "GELU_TANH": lambda x, layer: F.gelu(x, approximate="tanh"),
    "SILU": lambda x, layer: F.silu(x),
    "MISH": lambda x, layer: F.mish(x),
    "SIGMOID": lambda x, layer: torch.sigmoid(x),
    "HARD_SIGMOID": lambda x, layer: F.hardsigmoid(x),
    "TANH": lambda x, layer: torch.tanh(x),
    "SOFTPLUS": lambda x, layer: F.softplus(x, threshold=1e9),
    "SOFTSIGN": lambda x, layer: F.softsign(x),
    "SOFTMAX": lambda x, layer: F.softmax(x, dim=1),
}

# A row's loss: the mean over its outputs, or their sum for the half squared error.
ROW_LOSSES = {
    "HALF_SQUARED_ERROR": lambda y, t, case: 0.5 * F.mse_loss(y, t, reduction="none").sum(1),
    "MEAN_SQUARED_ERROR": lambda y, t, case: F.mse_loss(y, t, reduction="none").mean(1),
    "MEAN_ABSOLUTE_ERROR": lambda y, t, case: F.l1_loss(y, t, reduction="none").mean(1),
    "HUBER": lambda y, t, case: F.huber_loss(
        y, t, reduction="none", delta=case["delta"]
    ).mean(1),
    "BINARY_CROSS_ENTROPY": lambda y, t, case: F.binary_cross_entropy_with_logits(
        y, t, reduction="none"
    ).mean(1),
    "CROSS_ENTROPY": lambda y, t, case: F.cross_entropy(y, t, reduction="none"),
}

LOSSES = list(ROW_LOSSES)

# An output activation that is part of the loss: the loss is computed from what goes into it.
FUSED = {("SIGMOID", "BINARY_CROSS_ENTROPY"), ("SOFTMAX", "CROSS_ENTROPY")}


def shapes(case):
    """The shape of every parameter by name, in order."""
    result, width = {}, case["input"]
    for layer in case["layers"]:
        result[layer["name"] + ".weights"] = (width, layer["units"])
        if layer["bias"]:
            result[layer["name"] + ".bias"] = (layer["units"],)
        width = layer["units"]
    return result


def parameters(case, dtype=torch.float64):
    """The parameters of a case as tensors that collect gradients."""
    return {
        name: torch.tensor(case["parameters"][name], dtype=dtype).reshape(shape).requires_grad_()
        for name, shape in shapes(case).items()
    }


def features(case, dtype=torch.float64):
    x = torch.tensor(case["features"], dtype=dtype).reshape(case["rows"], case["input"])
    return x / case.get("featureDivisor", 1)


def targets(case, dtype=torch.float64):
    if "classes" in case["targets"]:
        return torch.tensor(case["targets"]["classes"])
    return torch.tensor(case["targets"]["values"], dtype=dtype).reshape(case["rows"], -1)


def forward(case, values, x):
    """Returns what the loss takes (logits where it is a cross-entropy), and what went into every
    layer's activation."""
    inputs = []
    for layer in case["layers"]:
        x = x @ values[layer["name"] + ".weights"]
        if layer["bias"]:
            x = x + values[layer["name"] + ".bias"]
        inputs.append(x)
        last = layer is case["layers"][-1]
        if not (last and (layer["activation"], case["loss"]) in FUSED):
            x = ACTIVATIONS[layer["activation"]](x, layer)
    return x, inputs


def data_loss(case, outputs, target, weights=None):
    """The sum of weight times loss over the rows, divided by the number of rows."""
    rows = ROW_LOSSES[case["loss"]](outputs, target, case)
    return (rows if weights is None else rows * weights).sum() / len(rows)


def evaluate(case):
    """The `expected` entry of a case."""
    values = parameters(case)
    outputs, _ = forward(case, values, features(case))
    weights = torch.tensor(case["weights"]).double() if "weights" in case else None
    loss = data_loss(case, outputs, targets(case), weights)
    loss.backward()
    return {
        "outputs": flat(outputs),
        "dataLoss": loss.item(),
        "gradients": {name: flat(value.grad) for name, value in values.items()},
    }


def flat(tensor):
    return tensor.detach().flatten().tolist()
