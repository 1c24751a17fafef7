"""Smoothed labels by PyTorch, and optima of scikit-learn's logistic regression with class weights."""

import numpy
import torch
import torch.nn.functional as F
from sklearn.linear_model import LogisticRegression
from sklearn.utils.class_weight import compute_class_weight

from activation_cases import dense, drawn
from reference import features, flat, forward, parameters, targets
from sklearn_cases import breast_cancer, iris

ABOUT = (
    "labelSmoothing: data loss and gradients of smoothed labels by PyTorch in float64 (for a binary "
    "cross-entropy, which it has none for, on the targets that Keras makes). classWeights: what "
    "every class counts, absent for balanced ones; parameters are scikit-learn's optimum, "
    "expected.classWeights are its numbers before they are scaled to a mean of 1 over the rows."
)
SOFT = [0.5, 0.25, 0.25, 1.0, 0.0, 0.0, 0.125, 0.75, 0.125, 0.0, 0.5, 0.5, 0.25, 0.0, 0.75]
WEIGHTS = [0.5, 2.0, 0.0, 1.0, 1.25]
EXACT = {"tol": 1e-13, "max_iter": 1_000_000, "solver": "newton-cholesky"}


def cases():
    for share in 0.1, 0.5:
        plain = network(f"labelSmoothing={share}, classes", "CROSS_ENTROPY")
        yield smoothed(plain, share)
        yield smoothed(plain | {"name": plain["name"] + ", weighted", "weights": WEIGHTS}, share)
    soft = network("labelSmoothing=0.3, soft labels", "CROSS_ENTROPY")
    yield smoothed(soft | {"targets": {"values": SOFT}}, 0.3)
    yield smoothed(network("labelSmoothing=0.2, 2 outputs", "BINARY_CROSS_ENTROPY"), 0.2)
    x, y = breast_cancer()
    yield from weighted_by_class("2 classes", "BINARY_CROSS_ENTROPY", x, y, [2.0, 0.5])
    x, y = iris()
    kept = numpy.concatenate([numpy.arange(20), numpy.arange(20, 32), numpy.arange(40, 46)])
    yield from weighted_by_class("3 classes", "CROSS_ENTROPY", x[kept], y[kept], [1.0, 3.0, 0.25])


def network(name, loss):
    outputs = 3 if loss == "CROSS_ENTROPY" else 2
    return drawn(name, loss, [dense("hidden", 4, "TANH"), dense("output", outputs, "LINEAR")])


def smoothed(case, share):
    values, target = parameters(case), targets(case)
    outputs, _ = forward(case, values, features(case))
    if case["loss"] == "CROSS_ENTROPY":
        rows = F.cross_entropy(outputs, target, reduction="none", label_smoothing=share)
    else:
        target = target * (1 - share) + share / 2
        rows = F.binary_cross_entropy_with_logits(outputs, target, reduction="none").mean(1)
    weights = torch.tensor(case.get("weights", [1.0] * case["rows"])).double()
    loss = (rows * weights).sum() / len(rows)
    loss.backward()
    expected = {
        "dataLoss": loss.item(),
        "gradients": {name: flat(value.grad) for name, value in values.items()},
    }
    rest = {key: value for key, value in case.items() if key not in ("parameters", "expected")}
    return rest | {
        "labelSmoothing": share,
        "parameters": case["parameters"],
        "expected": expected,
    }


def weighted_by_class(name, loss, x, y, by_class):
    rows = numpy.round(numpy.linspace(0.25, 2, len(y)) * 64) / 64  # exact in float32
    for weights in None, rows:
        suffix = "" if weights is None else ", weighted rows"
        yield optimum(f"{name}, balanced{suffix}", loss, x, y, "balanced", weights)
        given = {label: weight for label, weight in enumerate(by_class)}
        yield optimum(f"{name}, {by_class}{suffix}", loss, x, y, given, weights)


def optimum(name, loss, x, y, class_weight, weights, c=1.0):
    """The penalty of a mean over n rows that count 1 on average is 1/(C n) w^2/2, while
    scikit-learn's beside a sum of rows that count s on average is that of C s."""
    classes = numpy.unique(y)
    by_class = compute_class_weight(class_weight, classes=classes, y=y, sample_weight=weights)
    counts = by_class[y] * (1 if weights is None else weights)
    model = LogisticRegression(C=c / counts.mean(), class_weight=class_weight, **EXACT)
    model.fit(x, y, sample_weight=weights)
    coefficients = numpy.atleast_2d(model.coef_)
    binary = loss == "BINARY_CROSS_ENTROPY"
    case = {
        "name": name,
        "input": x.shape[1],
        "loss": loss,
        "layers": [
            dense("output", len(coefficients), "LINEAR")
            | {"l2": {"value": c, "scaling": "SKLEARN_LOGISTIC"}}
        ],
        "rows": len(y),
        "features": x.ravel().tolist(),
        "targets": {"values": y.astype(float).tolist()} if binary else {"classes": y.tolist()},
    }
    if weights is not None:
        case["weights"] = weights.tolist()
    if class_weight != "balanced":
        case["classWeights"] = list(class_weight.values())
    return case | {
        "parameters": {
            "output.weights": coefficients.T.ravel().tolist(),
            "output.bias": numpy.atleast_1d(model.intercept_).tolist(),
        },
        "expected": {"classWeights": by_class.tolist(), "meanWeight": float(counts.mean())},
    }
