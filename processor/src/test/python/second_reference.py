"""Computes a case with NumPy from the formulas, and gradients by finite differences.

Shares nothing with reference.py but the case.
"""

import math

import numpy as np

erf = np.vectorize(math.erf)


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


SELU_ALPHA, SELU_SCALE = 1.6732632423543772, 1.0507009873554805
ACTIVATIONS = {
    "LINEAR": lambda z, layer: z,
    "RELU": lambda z, layer: z * (z > 0),
    "LEAKY_RELU": lambda z, layer: np.where(z > 0, z, layer["slope"] * z),
    "ELU": lambda z, layer: np.where(z > 0, z, layer["alpha"] * np.expm1(z)),
    "SELU": lambda z, layer: SELU_SCALE * np.where(z > 0, z, SELU_ALPHA * np.expm1(z)),
    "GELU": lambda z, layer: z * 0.5 * (1 + erf(z / np.sqrt(2))),
    "GELU_TANH": lambda z, layer: z * sigmoid(2 * np.sqrt(2 / np.pi) * (z + 0.044715 * z**3)),
    "SILU": lambda z, layer: z * sigmoid(z),
    "MISH": lambda z, layer: z * np.tanh(np.logaddexp(0, z)),
    "SIGMOID": lambda z, layer: sigmoid(z),
    "HARD_SIGMOID": lambda z, layer: np.clip(z / 6 + 0.5, 0, 1),
    "TANH": lambda z, layer: 2 * sigmoid(2 * z) - 1,
    "SOFTPLUS": lambda z, layer: np.logaddexp(0, z),
    "SOFTSIGN": lambda z, layer: z / (1 + np.abs(z)),
    "SOFTMAX": lambda z, layer: softmax(z),
}


def logits_wanted(case):
    return case["loss"].endswith("CROSS_ENTROPY")


def forward(case, parameters, x=None):
    x = case_features(case) if x is None else x
    for layer in case["layers"]:
        weights = np.asarray(parameters[layer["name"] + ".weights"]).reshape(x.shape[1], -1)
        x = x @ weights + np.asarray(parameters.get(layer["name"] + ".bias", 0.0))
        if not (layer is case["layers"][-1] and logits_wanted(case)):
            x = ACTIVATIONS[layer["activation"]](x, layer)
    return x


def case_features(case):
    x = np.array(case["features"], dtype=float).reshape(case["rows"], case["input"])
    return x / case.get("featureDivisor", 1)


def target_values(case, width):
    if "classes" in case["targets"]:
        return np.eye(width)[case["targets"]["classes"]]
    return np.array(case["targets"]["values"]).reshape(-1, width)


def data_loss(case, parameters, rows=slice(None)):
    y = forward(case, parameters, case_features(case)[rows])
    t = target_values(case, y.shape[1])[rows]
    row_losses = {
        "HALF_SQUARED_ERROR": lambda: ((y - t) ** 2).sum(1) / 2,
        "MEAN_SQUARED_ERROR": lambda: ((y - t) ** 2).mean(1),
        "MEAN_ABSOLUTE_ERROR": lambda: abs(y - t).mean(1),
        "HUBER": lambda: huber(y - t, case["delta"]).mean(1),
        "BINARY_CROSS_ENTROPY": lambda: (
            t * np.logaddexp(0, -y) + (1 - t) * np.logaddexp(0, y)
        ).mean(1),
        "CROSS_ENTROPY": lambda: (t * (np.logaddexp.reduce(y, 1)[:, None] - y)).sum(1),
    }[case["loss"]]()
    return (row_losses * np.array(case.get("weights", 1.0))).sum() / len(y)


def huber(e, delta):
    return np.where(abs(e) <= delta, e * e / 2, delta * (abs(e) - delta / 2))


def differences(function, parameters, h=1e-3):
    """The gradient of function by central differences of fourth order."""
    parameters = {key: np.array(value, dtype=float) for key, value in parameters.items()}
    gradients = {}
    for key, values in parameters.items():
        gradients[key] = np.zeros_like(values)
        for i in range(values.size):
            original = values[i]
            total = 0.0
            for offset, factor in ((1, 8), (-1, -8), (2, -1), (-2, 1)):
                values[i] = original + offset * h
                total += factor * function(parameters)
            values[i] = original
            gradients[key][i] = total / (12 * h)
    return gradients
