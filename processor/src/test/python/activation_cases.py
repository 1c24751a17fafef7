"""Every activation with every loss, and the corners of the two."""

import zlib

import torch

from lcg import Lcg
from reference import ACTIVATIONS, LOSSES, evaluate, features, forward, parameters, shapes, targets

ABOUT = (
    "Outputs, data loss and its gradients by PyTorch in float64; features and parameters are "
    "exact in float32, and no number lies within 1e-3 of a kink of its activation or loss."
)
KINKS = {"RELU": [0], "LEAKY_RELU": [0], "ELU": [0], "SELU": [0], "HARD_SIGMOID": [-3, 3]}
MARGIN = 1e-3
DELTA = 0.75


def cases():
    yield from every_activation_with_every_loss()
    yield from every_output_activation()
    yield from weighted_rows()
    yield from soft_labels()
    yield from shapes_of_networks()
    yield from extreme_logits()


def every_activation_with_every_loss():
    for activation in ACTIVATIONS:
        for loss in LOSSES:
            yield drawn(f"{activation} hidden, {loss}", loss, hidden_and_output(activation, loss))


def every_output_activation():
    for activation in ACTIVATIONS:
        layers = [dense("hidden", 4, "TANH"), dense("output", 3, activation)]
        loss = "MEAN_SQUARED_ERROR"
        yield drawn(f"{activation} output, {loss}", loss, layers, both_sides=False)
    for activation, loss in ("SIGMOID", "BINARY_CROSS_ENTROPY"), ("SOFTMAX", "CROSS_ENTROPY"):
        layers = [dense("hidden", 4, "TANH"), dense("output", 3, activation)]
        yield drawn(f"{activation} output, {loss}", loss, layers)


def weighted_rows():
    for loss in LOSSES:
        case = drawn(f"weighted rows, {loss}", loss, hidden_and_output("TANH", loss))
        yield finished(case | {"weights": [0.5, 2.0, 0.0, 1.0, 1.25]})


def soft_labels():
    labels = [0.5, 0.25, 0.25, 1.0, 0.0, 0.0, 0.125, 0.75, 0.125, 0.0, 0.5, 0.5, 0.25, 0.0, 0.75]
    layers = hidden_and_output("SILU", "CROSS_ENTROPY")
    plain = drawn("soft labels, CROSS_ENTROPY", "CROSS_ENTROPY", layers)
    plain = finished(plain | {"targets": {"values": labels}})
    yield plain
    weighted = {"name": "weighted soft labels, CROSS_ENTROPY", "weights": [2.0, 0.0, 1.0, 0.5, 1.5]}
    yield finished(plain | weighted)


def shapes_of_networks():
    loss = "CROSS_ENTROPY"
    yield drawn("no hidden layer", loss, [dense("output", 3, "LINEAR")])
    no_bias = [dense("hidden", 4, "GELU", False), dense("output", 3, "LINEAR", False)]
    yield drawn("no bias", loss, no_bias)
    deep = [dense("first", 5, "GELU"), dense("second", 4, "RELU", False), dense("third", 3, "SILU")]
    yield drawn("four layers", loss, deep + [dense("output", 3, "LINEAR")])
    one = [dense("hidden", 1, "SOFTSIGN"), dense("output", 1, "LINEAR")]
    yield drawn("one of everything", "HUBER", one, rows=1, width=1, both_sides=False)
    wide = [dense("hidden", 33, "ELU"), dense("output", 9, "LINEAR")]
    yield drawn("no size divides by a vector's", loss, wide, rows=13, width=17, limit=0.5)


def extreme_logits():
    """Logits at which exp overflows float32, or 1 + exp(-z) rounds to 1."""
    shared = {
        "input": 1,
        "layers": [dense("output", 3, "LINEAR")],
        "rows": 4,
        "features": [1.0, -1.0, 2.0, -0.5],
        "parameters": {"output.weights": [100.0, -50.0, 0.25], "output.bias": [0.0, 10.0, -20.0]},
    }
    ones_and_zeros = [1.0, 0.0, 1.0, 1.0, 0.0, 0.0, 0.0, 1.0, 1.0, 0.0, 1.0, 0.0]
    for loss, target in (
        ("BINARY_CROSS_ENTROPY", {"values": ones_and_zeros}),
        ("CROSS_ENTROPY", {"classes": [1, 1, 0, 2]}),
    ):
        named = {"name": f"extreme logits, {loss}", "loss": loss}
        yield finished(named | shared | {"targets": target})


def dense(name, units, activation, bias=True):
    layer = {"name": name, "units": units, "activation": activation, "bias": bias}
    return layer | {"LEAKY_RELU": {"slope": 0.125}, "ELU": {"alpha": 0.75}}.get(activation, {})


def hidden_and_output(activation, loss):
    outputs = 3 if loss == "CROSS_ENTROPY" else 2
    return [dense("hidden", 4, activation), dense("output", outputs, "LINEAR")]


def drawn(name, loss, layers, rows=5, width=3, limit=2, both_sides=True):
    """The case of the first seed, counted from the checksum of the name, whose numbers keep clear
    of kinks and (if both_sides) lie on every side of each."""
    first = zlib.crc32(name.encode())
    for seed in range(first, first + 1000):
        case = draw(name, loss, layers, rows, width, limit, seed)
        if keeps_clear(case, both_sides):
            return finished(case)
    raise ValueError(f"no seed suits {name}")


def draw(name, loss, layers, rows, width, limit, seed):
    lcg = Lcg(seed)
    case = {"name": name, "seed": seed, "input": width, "loss": loss}
    if loss == "HUBER":
        case["delta"] = DELTA
    case |= {"layers": layers, "rows": rows, "features": lcg.grids(rows * width, 2)}
    outputs = layers[-1]["units"]
    if loss == "CROSS_ENTROPY":
        case["targets"] = {"classes": [lcg.below(outputs) for _ in range(rows)]}
    elif loss == "BINARY_CROSS_ENTROPY":
        case["targets"] = {"values": [lcg.below(5) / 4 for _ in range(rows * outputs)]}
    else:
        case["targets"] = {"values": lcg.grids(rows * outputs, 2)}
    case["parameters"] = {
        key: lcg.grids(torch.Size(shape).numel(), limit if len(shape) == 2 else 0.5)
        for key, shape in shapes(case).items()
    }
    return case


def finished(case):
    rest = {key: value for key, value in case.items() if key not in ("parameters", "expected")}
    return rest | {"parameters": case["parameters"], "expected": evaluate(case)}


def keeps_clear(case, both_sides):
    outputs, inputs = forward(case, parameters(case), features(case))
    places = [(x, KINKS.get(layer["activation"], [])) for x, layer in zip(inputs, case["layers"])]
    if case["loss"] == "MEAN_ABSOLUTE_ERROR":
        places.append((outputs - targets(case), [0]))
    if case["loss"] == "HUBER":
        places.append((outputs - targets(case), [-DELTA, DELTA]))
    return all(clear_of(x, kinks, both_sides) for x, kinks in places)


def clear_of(x, kinks, both_sides):
    sides = {int(side) for side in sum(x.flatten() > kink for kink in kinks)} if kinks else {0}
    complete = len(sides) == len(kinks) + 1 or not both_sides
    return complete and all(((x - kink).abs() > MARGIN).all() for kink in kinks)
