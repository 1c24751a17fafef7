"""Optima of scikit-learn's linear models, and losses and gradients of its neural networks."""

import numpy
from sklearn.datasets import load_breast_cancer, load_diabetes, load_iris
from sklearn.linear_model import ElasticNet, Lasso, LogisticRegression, Ridge
from sklearn.neural_network import MLPClassifier, MLPRegressor

from activation_cases import dense, drawn
from reference import evaluate

ABOUT = (
    "Linear models: parameters are scikit-learn's optimum, so that the penalty's gradient cancels "
    "the gradient of the data loss. Networks: parameters are arbitrary. estimator holds "
    "scikit-learn's own numbers and objective; expected.penalty and expected.objective = dataLoss "
    "+ penalty are the same numbers beside a data loss that is a mean over the rows."
)
HALF, MEAN = "HALF_SQUARED_ERROR", "MEAN_SQUARED_ERROR"
EXACT = {"tol": 1e-13, "max_iter": 1_000_000}
ITERATIVE = {"tol": 1e-10, "max_iter": 1_000_000}


def cases():
    yield from ridge()
    yield from elastic_nets()
    yield from logistic()
    yield from neural_networks()


def ridge():
    x, y = diabetes()
    for alpha, loss in [(0.01, HALF), (0.1, HALF), (1.0, HALF), (1.0, MEAN), (10.0, HALF)]:
        yield ridge_case(f"Ridge(alpha={alpha}), {loss}", x, y, alpha, loss)
    two = numpy.stack([y, x[:, 1] - x[:, 3]], axis=1)  # a second target: bmi - s1
    yield ridge_case(f"Ridge(alpha=1.0) with 2 targets, {HALF}", x, two, 1.0, HALF)


def ridge_case(name, x, y, alpha, loss):
    model = Ridge(alpha=alpha, solver="cholesky").fit(x, y)
    squares = alpha * (model.coef_**2).sum()
    objective = ((y - model.predict(x)) ** 2).sum() + squares
    estimator = {"name": "Ridge", "alpha": alpha}
    modifiers = {"l2": {"value": alpha, "scaling": "SKLEARN_RIDGE"}}
    to_mean = 1 / len(x) if loss == MEAN else 1 / (2 * len(x))
    sums = sums_of(objective, squares, to_mean)
    return linear(name, loss, x, {"values": y}, estimator, modifiers, model, sums)


def elastic_nets():
    x, y = diabetes()
    for alpha, loss in [(0.1, HALF), (0.1, MEAN), (0.5, HALF), (1.0, HALF)]:
        model = Lasso(alpha=alpha, **ITERATIVE)
        yield elastic_net(f"Lasso(alpha={alpha}), {loss}", x, y, model, {"alpha": alpha}, 1, loss)
    settings = {"alpha": 0.1, "l1_ratio": 0.5}
    for loss in HALF, MEAN:
        name = f"ElasticNet(alpha=0.1, l1_ratio=0.5), {loss}"
        yield elastic_net(name, x, y, ElasticNet(**settings, **ITERATIVE), settings, 0.5, loss)


def elastic_net(name, x, y, model, settings, l1_ratio, loss):
    model.fit(x, y)
    l1, l2 = settings["alpha"] * l1_ratio, settings["alpha"] * (1 - l1_ratio)
    penalty = l1 * abs(model.coef_).sum() + 0.5 * l2 * (model.coef_**2).sum()
    objective = ((y - model.predict(x)) ** 2).sum() / (2 * len(x)) + penalty
    modifiers = {"l1": {"value": l1, "scaling": "SKLEARN_LASSO", "method": "PROXIMAL"}}
    if l2:
        modifiers["l2"] = {"value": l2, "scaling": "SKLEARN_LASSO"}
    estimator = {"name": type(model).__name__, **settings}
    sums = sums_of(objective, penalty, 2 if loss == MEAN else 1)
    return linear(name, loss, x, {"values": y}, estimator, modifiers, model, sums)


def logistic():
    x, y = breast_cancer()
    for l1_ratio in 0, 1:
        for c in 0.1, 1.0, 10.0:
            solver = "saga" if l1_ratio else "newton-cholesky"  # both leave the intercept alone
            settings = {"C": c, "l1_ratio": l1_ratio, "solver": solver, "random_state": 0}
            model = LogisticRegression(**settings, **EXACT)
            name = f"LogisticRegression(C={c}, l1_ratio={l1_ratio})"
            yield logistic_case(name, "BINARY_CROSS_ENTROPY", x, y, model)
    x, y = iris()
    model = LogisticRegression(C=1.0, solver="newton-cholesky", **EXACT)
    yield logistic_case("LogisticRegression(C=1.0) of 3 classes", "CROSS_ENTROPY", x, y, model)


def logistic_case(name, loss, x, y, model):
    model.fit(x, y)
    c, l1 = model.C, bool(model.l1_ratio)
    penalty = abs(model.coef_).sum() if l1 else 0.5 * (model.coef_**2).sum()
    log_probabilities = model.predict_log_proba(x)[numpy.arange(len(x)), y]
    objective = -c * log_probabilities.sum() + penalty
    modifier = {"value": c, "scaling": "SKLEARN_LOGISTIC"}
    modifiers = {"l1": modifier | {"method": "PROXIMAL"}} if l1 else {"l2": modifier}
    estimator = {"name": "LogisticRegression", "C": c, "l1_ratio": int(l1), "solver": model.solver}
    targets = {"values": y.astype(float)} if loss == "BINARY_CROSS_ENTROPY" else {"classes": y}
    sums = sums_of(objective, penalty, 1 / (c * len(x)))
    return linear(name, loss, x, targets, estimator, modifiers, model, sums)


def sums_of(objective, penalty, to_mean):
    """scikit-learn's objective, and what it is beside a mean over the rows: times to_mean."""
    scaled = {"penalty": float(penalty * to_mean), "objective": float(objective * to_mean)}
    return float(objective), scaled


def linear(name, loss, x, targets, estimator, modifiers, model, sums):
    """The case of a fitted linear model."""
    objective, scaled = sums
    coefficients = numpy.atleast_2d(model.coef_)  # [outputs, features]
    case = {
        "name": name,
        "input": x.shape[1],
        "loss": loss,
        "layers": [dense("output", len(coefficients), "LINEAR") | modifiers],
        "rows": len(x),
        "features": flat(x),
        "targets": {key: flat(value) for key, value in targets.items()},
        "estimator": estimator
        | {
            "coefficients": flat(model.coef_),
            "intercept": flat(numpy.atleast_1d(model.intercept_)),
            "objective": objective,
        },
        "parameters": {
            "output.weights": flat(coefficients.T),
            "output.bias": flat(numpy.atleast_1d(model.intercept_)),
        },
    }
    return case | {"expected": evaluate(case) | scaled}


def neural_networks():
    """One output for the regressor: with more, scikit-learn's loss averages them while its
    gradient sums them."""
    activations = {"RELU": "relu", "TANH": "tanh", "SIGMOID": "logistic"}
    for loss, outputs in (HALF, 1), ("BINARY_CROSS_ENTROPY", 1), ("CROSS_ENTROPY", 3):
        for activation, theirs in activations.items():
            for rows in 8, 3:  # the last batch of an epoch is penalised more
                name = f"MLP, {activation}, {loss}, {rows} rows"
                yield network(name, loss, outputs, activation, theirs, rows)
    weights = [0.5, 2.0, 0.25, 1.25, 1.0, 1.5, 0.5, 1.0]  # scikit-learn divides by their sum: 8
    yield network("MLP, weighted rows", "CROSS_ENTROPY", 3, "TANH", "tanh", 8, weights)


def network(name, loss, outputs, activation, theirs, rows, weights=None):
    alpha = 0.5
    penalty = {"l2": {"value": alpha, "scaling": "SKLEARN_MLP"}}
    layers = [dense("hidden", 4, activation), dense("output", outputs, "LINEAR")]
    layers = [layer | penalty for layer in layers]
    case = drawn(name, loss, layers, rows=rows, both_sides=False)
    if loss == "BINARY_CROSS_ENTROPY":
        case["targets"]["values"] = [float(value > 0.5) for value in case["targets"]["values"]]
    if weights:
        case["weights"] = weights
    estimator = "MLPRegressor" if loss == HALF else "MLPClassifier"
    case["estimator"] = {"name": estimator, "alpha": alpha}
    model, x, y = mlp(case, theirs)
    objective, objective_gradients = loss_and_gradients(model, x, y, weights)
    model.alpha = 0.0
    data_loss, _ = loss_and_gradients(model, x, y, weights)
    case["estimator"]["objective"] = objective
    sums = {
        "penalty": objective - data_loss,
        "objective": objective,
        "objectiveGradients": objective_gradients,
    }
    expected = evaluate(case) | sums
    parameters = case.pop("parameters")
    del case["expected"]
    return case | {"parameters": parameters, "expected": expected}


def mlp(case, activation):
    """Returns scikit-learn's network with the parameters of a case, the features, the targets."""
    x = numpy.array(case["features"]).reshape(case["rows"], -1)
    settings = {
        "hidden_layer_sizes": (case["layers"][0]["units"],),
        "activation": activation,
        "alpha": case["estimator"]["alpha"],
        "max_iter": 1,
    }
    if case["loss"] == HALF:
        y = numpy.array(case["targets"]["values"])
        model, targets = MLPRegressor(**settings).partial_fit(x, y), y.reshape(-1, 1)
    else:
        y = numpy.array(next(iter(case["targets"].values()))).astype(int)
        classes = numpy.arange(max(2, case["layers"][-1]["units"]))
        model = MLPClassifier(**settings).partial_fit(x, y, classes=classes)
        targets = y.reshape(-1, 1) if len(classes) == 2 else numpy.eye(len(classes))[y]
    names = [layer["name"] for layer in case["layers"]]
    values = case["parameters"]
    model.coefs_ = [
        numpy.array(values[name + ".weights"]).reshape(old.shape)
        for name, old in zip(names, model.coefs_)
    ]
    model.intercepts_ = [numpy.array(values[name + ".bias"]) for name in names]
    return model, x, targets.astype(float)


def loss_and_gradients(model, x, y, weights):
    activations = [x] + [None] * len(model.coefs_)
    deltas = [None] * len(model.coefs_)
    gradients = [numpy.empty_like(w) for w in model.coefs_]
    bias_gradients = [numpy.empty_like(b) for b in model.intercepts_]
    row_weights = None if weights is None else numpy.array(weights)
    loss, gradients, bias_gradients = model._backprop(
        x, y, row_weights, activations, deltas, gradients, bias_gradients
    )
    named = {}
    for name, gradient, bias in zip(("hidden", "output"), gradients, bias_gradients):
        named |= {name + ".weights": flat(gradient), name + ".bias": flat(bias)}
    return float(loss), named


def diabetes():
    """60 rows of age, bmi, bp, s1, s3, s5, and the progression divided by 16."""
    data = load_diabetes(scaled=False)
    return standardised(data.data[:60, [0, 2, 3, 4, 6, 8]]), data.target[:60] / 16


def breast_cancer():
    """80 rows of mean radius, texture, smoothness, symmetry, fractal dimension; 1 is benign."""
    data = load_breast_cancer()
    return standardised(data.data[100:180, [0, 1, 4, 8, 9]]), data.target[100:180]


def iris():
    """60 rows, 20 of every species."""
    data = load_iris()
    rows = numpy.arange(150) % 50 < 20
    return standardised(data.data[rows]), data.target[rows]


def standardised(x):
    """Mean 0, variance 1, then rounded to multiples of 1/256, which are exact in float32."""
    return numpy.round((x - x.mean(0)) / x.std(0) * 256) / 256


def flat(array):
    return numpy.asarray(array).ravel().tolist()
