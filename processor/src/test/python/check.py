"""Checks the fixtures by second means: NumPy, finite differences, optimality conditions.

Shares no mathematics with what wrote them: no PyTorch, no scikit-learn, no autograd.
"""

import numpy as np

from fixture_file import DIRECTORY, read
from second_reference import (
    ACTIVATIONS,
    case_features,
    data_loss,
    differences,
    forward,
    softmax,
    target_values,
)


def close(where, actual, expected, tolerance):
    error = np.max(np.abs(np.asarray(actual) - np.asarray(expected)) / (1 + np.abs(expected)))
    if not error <= tolerance:
        raise AssertionError(f"{where}: differs by {error}, allowed {tolerance}")


def close_parameters(where, actual, expected, tolerance):
    if set(actual) != set(expected):
        raise AssertionError(f"{where}: {sorted(actual)} instead of {sorted(expected)}")
    for key in expected:
        close(f"{where}, {key}", actual[key], expected[key], tolerance)


def check_expected(case):
    name, expected = case["name"], case["expected"]
    close(name + ", outputs", forward(case, case["parameters"]).ravel(), expected["outputs"], 1e-12)
    close(name + ", loss", data_loss(case, case["parameters"]), expected["dataLoss"], 1e-12)
    # Steps stay within the distance that the cases keep from kinks.
    numeric = differences(lambda p: data_loss(case, p), case["parameters"], h=1e-4)
    close_parameters(name, numeric, expected["gradients"], 2e-8)


def check_activations(cases):
    for case in cases:
        check_expected(case)
    names = {case["name"] for case in cases}
    losses = {case["loss"] for case in cases}
    wanted = {f"{activation} hidden, {loss}" for activation in ACTIVATIONS for loss in losses}
    assert len(losses) == 6 and len(names) == len(cases) and wanted <= names


def check_optimizers(cases):
    for case in cases:
        check_expected(case)
        parameters = {key: np.array(value) for key, value in case["parameters"].items()}
        l2 = case["layers"][0].get("l2", {"value": 0.0})["value"]
        memory = {key: [0.0 * value, 0.0 * value] for key, value in parameters.items()}
        for step in range(1, case["steps"] + 1):
            where = f"{case['name']}, step {step}"
            close(where, data_loss(case, parameters), case["expected"]["losses"][step - 1], 1e-9)
            for key, g in differences(lambda p: data_loss(case, p), parameters).items():
                w, weight = parameters[key], key.endswith(".weights")
                g = g + l2 * w * weight
                parameters[key] = updated(case["optimizer"], w, g, memory[key], step, weight)
            if str(step) in case["expected"]["after"]:
                after = case["expected"]["after"][str(step)]
                close_parameters(where, parameters, after, 1e-8)
        assert case["expected"]["float32Deviation"] < 1e-6, case["name"]


def updated(o, w, g, memory, step, weight):
    """One step of an optimizer, from the papers' formulas; memory holds its two moments."""
    rate, (first, second) = o["learningRate"], memory
    if o["kind"] in ("SGD", "MOMENTUM", "NESTEROV"):
        momentum = o.get("momentum", 0.0)
        memory[0] = first = momentum * first + g
        return w - rate * (g + momentum * first if o["kind"] == "NESTEROV" else first)
    if o["kind"] == "RMSPROP":
        memory[1] = second = o["alpha"] * second + (1 - o["alpha"]) * g * g
        return w - rate * g / (np.sqrt(second) + o["epsilon"])
    memory[0] = first = o["beta1"] * first + (1 - o["beta1"]) * g
    memory[1] = second = o["beta2"] * second + (1 - o["beta2"]) * g * g
    mean, square = first / (1 - o["beta1"] ** step), second / (1 - o["beta2"] ** step)
    decayed = weight or o.get("decays") == "weights and biases"
    decay = rate * o.get("weightDecay", 0.0) * decayed
    return w - decay * w - rate * mean / (np.sqrt(square) + o["epsilon"])


def strengths(case):
    """The effective a and b of a/2*sum(w^2) + b*sum|w| beside a mean over the rows."""
    penalties = case["layers"][-1]
    m = n = case["rows"]
    c = 2 if case["loss"] == "MEAN_SQUARED_ERROR" else 1
    formulas = {
        "SKLEARN_RIDGE": lambda v: c * v / m,
        "SKLEARN_LASSO": lambda v: c * v,
        "SKLEARN_LOGISTIC": lambda v: 1 / (v * m),
        "SKLEARN_MLP": lambda v: v / n,
    }
    return [
        formulas[penalties[kind]["scaling"]](penalties[kind]["value"]) if kind in penalties else 0.0
        for kind in ("l2", "l1")
    ]


def check_sklearn(cases):
    for case in cases:
        check_expected(case)
        name, expected, (a, b) = case["name"], case["expected"], strengths(case)
        weights = {k: np.array(v) for k, v in case["parameters"].items() if k.endswith(".weights")}
        penalty = sum(a / 2 * (w * w).sum() + b * abs(w).sum() for w in weights.values())
        close(name + ", penalty", penalty, expected["penalty"], 1e-12)
        close(name + ", objective", expected["dataLoss"] + penalty, expected["objective"], 1e-12)
        if case["estimator"]["name"].startswith("MLP"):
            gradients = {k: g + a * weights.get(k, 0.0) for k, g in arrays(expected["gradients"])}
            close_parameters(name, gradients, expected["objectiveGradients"], 1e-12)
        else:
            check_optimum(name, case, a, b)


def arrays(parameters):
    return ((key, np.array(value)) for key, value in parameters.items())


def check_optimum(name, case, a, b):
    """0 is a subgradient of data loss + penalty: scaled by the strength of the penalty, to 1e-8."""
    gradients = dict(arrays(case["expected"]["gradients"]))
    w = np.array(case["parameters"]["output.weights"])
    slope = gradients["output.weights"] + a * w
    residual = np.where(w == 0, np.maximum(abs(slope) - b, 0), slope + b * np.sign(w))
    close(name + ", optimum", residual, 0 * w, 1e-8 * min(1, a + b))
    close(name + ", intercept", gradients["output.bias"], 0.0, 1e-8 * min(1, a + b))


def check_penalties(cases):
    named = {case["name"]: case["expected"] for case in cases}
    for case in cases:
        if case["kind"] in ("L1", "L2"):
            w, expected = np.array(case["weights"]), case["expected"]
            a = expected["effective"]
            value = a / 2 * (w * w).sum() if case["kind"] == "L2" else a * abs(w).sum()
            gradient = a * (w if case["kind"] == "L2" else np.sign(w))
            close(case["name"], value, expected["value"], 1e-15)
            close(case["name"], gradient, expected["gradient"], 1e-15)
            close(case["name"], a, effective(case), 1e-15)
    tail = "HALF_SQUARED_ERROR, m = 4, n = 4"
    for name, golden in (
        ("L1(0.1) KERAS, " + tail, 0.75),
        ("L2(0.1) KERAS, " + tail, 1.525),
        ("L2(0.1) PYTORCH, " + tail, 0.7625),
        ("L2(0.1) TEXTBOOK, " + tail, 0.190625),
        ("L2(0.1) SKLEARN_MLP, " + tail, 0.190625),
        ("Keras L1L2(0.1, 0.2)", 3.8),
    ):
        close(name, named[name]["value"], golden, 1e-15)
    for name, golden in (  # what Keras 3.15 computes, which adds 1e-7 to norms
        ("MaxNorm(2)", [0.99999988, -2, 1.89736652, 0.49999994, 0, -0.63245553]),
        ("UnitNorm", [0.89442706, -1, 0.94868326, 0.44721353, 0, -0.31622776]),
    ):
        close(name, named[name]["weights"], golden, 2e-7)
    third = np.array(named["MinMaxNorm(1, 2, rate 0.5)"]["weights"])[[2, 5]]
    close("MinMaxNorm", third, [2.44868326, -0.81622773], 2e-7)


def effective(case):
    """The table of effective strengths: L2 a, L1 b."""
    value, m, n = case["lambda"], case["examples"], case["batchRows"]
    c = {"MEAN_SQUARED_ERROR": 2 / 3, "BINARY_CROSS_ENTROPY": 1 / 3}.get(case["loss"], 1)
    return {
        ("L2", "TEXTBOOK"): value / m,
        ("L1", "TEXTBOOK"): value / (2 * m),
        ("L2", "KERAS"): 2 * value,
        ("L1", "KERAS"): value,
        ("L2", "PYTORCH"): value,
        ("L1", "PYTORCH"): value,
        ("L2", "SKLEARN_RIDGE"): c * value / m,
        ("L2", "SKLEARN_LASSO"): c * value,
        ("L1", "SKLEARN_LASSO"): c * value,
        ("L2", "SKLEARN_MLP"): c * value / n,
        ("L2", "SKLEARN_LOGISTIC"): c / (value * m),
        ("L1", "SKLEARN_LOGISTIC"): c / (value * m),
    }[case["kind"], case["scaling"]]


def check_training(cases):
    for case in cases:
        expected = case["expected"]
        p = dict(arrays(case["parameters"]))
        p["hidden.weights"] = p["hidden.weights"].reshape(64, 16)
        p["output.weights"] = p["output.weights"].reshape(16, 10)
        x, t = case_features(case), target_values(case, 10)
        decay = case["layers"][0]["l2"]["value"] / case["rows"]
        for epoch in range(case["epochs"]):
            total = 0.0
            for rows in slices(case):
                total += data_loss(case, {k: v.ravel() for k, v in p.items()}, rows) * len(x[rows])
                descend(p, x[rows], t[rows], case["optimizer"]["learningRate"], decay)
            close(f"epoch {epoch}", total / case["rows"], expected["epochDataLoss"][epoch], 1e-12)
            penalty = decay / 2 * sum((v * v).sum() for k, v in p.items() if "weights" in k)
            close(f"epoch {epoch}", penalty, expected["epochPenalty"][epoch], 1e-12)
        final = {key: value.ravel() for key, value in p.items()}
        close_parameters("training", final, expected["parameters"], 1e-7)
        predictions = expected["predictions"]
        logits = forward(case, final, x[predictions["rows"]])
        close("logits", logits.ravel(), predictions["logits"], 1e-12)
        close("probabilities", softmax(logits).ravel(), predictions["probabilities"], 1e-12)
        assert logits.argmax(1).tolist() == predictions["classes"]
        assert expected["float32Deviation"] < 1e-5


def slices(case):
    size = case["batchSize"]
    return [slice(start, start + size) for start in range(0, case["rows"], size)]


def descend(p, x, t, rate, decay):
    """One step of gradient descent on a network with one hidden layer of ReLU, by hand."""
    sums = x @ p["hidden.weights"] + p["hidden.bias"]
    hidden = np.maximum(sums, 0)
    d_output = (softmax(hidden @ p["output.weights"] + p["output.bias"]) - t) / len(x)
    d_hidden = d_output @ p["output.weights"].T * (sums > 0)
    gradients = {
        "hidden.weights": x.T @ d_hidden + decay * p["hidden.weights"],
        "hidden.bias": d_hidden.sum(0),
        "output.weights": hidden.T @ d_output + decay * p["output.weights"],
        "output.bias": d_output.sum(0),
    }
    for key, gradient in gradients.items():
        p[key] = p[key] - rate * gradient


def check_labels(cases):
    for case in cases:
        outputs = case["layers"][-1]["units"]
        t, weights = target_values(case, outputs), np.array(case.get("weights", [1] * case["rows"]))
        if "labelSmoothing" in case:
            share = case["labelSmoothing"]
            base = 1 / outputs if case["loss"] == "CROSS_ENTROPY" else 0.5
            smoothed = case | {"targets": {"values": (t * (1 - share) + share * base).ravel()}}
            check_expected(smoothed | {"expected": case["expected"] | outputs_of(case)})
            continue
        shares = t if outputs > 1 else np.hstack([1 - t, t])
        counts = weights @ shares
        balanced = weights.sum() / (len(counts) * counts)
        by_class = np.array(case.get("classWeights", balanced))
        close(case["name"], by_class, np.array(case["expected"]["classWeights"]), 1e-12)
        rows = weights * (shares @ by_class)
        close(case["name"] + ", mean", rows.mean(), case["expected"]["meanWeight"], 1e-12)
        weighted = case | {"weights": (rows / rows.mean()).tolist()}
        gradients = differences(lambda p: data_loss(weighted, p), case["parameters"])
        (a, _), w = strengths(case), np.array(case["parameters"]["output.weights"])
        close(case["name"], gradients["output.weights"] + a * w, 0 * w, 1e-8)
        close(case["name"], gradients["output.bias"], 0 * gradients["output.bias"], 1e-8)


def outputs_of(case):
    return {"outputs": forward(case, case["parameters"]).ravel()}


def check_embedding(cases):
    """An embedding is a product with ones and zeros; gradients by differences."""
    for case in cases:
        expected, rows = case["expected"], case["rows"]
        kinds, ports = ["LOW", "MIDDLE", "HIGH"], ["S", "C", "Q", "T"]
        kind = np.array([[row["kind"] == k for k in kinds] for row in rows], float)
        port = np.array([[row["port"] == p for p in ports] for row in rows], float)
        rest = np.array([[row["port"] is None, row["x"]] for row in rows], float)
        y = np.array([[row["y"]] for row in rows])

        def outputs(p):
            v = {key: np.array(value) for key, value in p.items()}
            blocks = [kind @ v["kind.weights"].reshape(3, 2), port @ v["port.weights"].reshape(4, 3)]
            hidden = np.hstack(blocks + [rest]) @ v["hidden.weights"].reshape(7, 4)
            hidden = np.tanh(hidden + v["hidden.bias"])
            return hidden @ v["output.weights"].reshape(4, 1) + v["output.bias"]

        def loss(p):
            return 0.5 * ((outputs(p) - y) ** 2).mean()

        parameters = case["parameters"]
        close(case["name"], outputs(parameters).ravel(), expected["outputs"], 1e-12)
        close(case["name"], loss(parameters), expected["dataLoss"], 1e-12)
        close_parameters(case["name"], differences(loss, parameters), expected["gradients"], 1e-7)


def check_drop_connect(cases):
    """Sums over kept weights alone, of the masks that the file shows; gradients by differences."""
    for case in cases:
        rows, expected = case["rows"], case["expected"]
        x = np.reshape(case["features"], (rows, -1))
        t = np.reshape(case["targets"], (rows, -1))

        def connected(p, layer, inputs):
            units, rate = len(p[layer + ".bias"]), case["rates"][layer]
            w = np.reshape(p[layer + ".weights"], (-1, units)) / (1 - rate)
            kept = np.reshape(case["masks"][layer], (-1,) + w.shape) == 1
            kept = np.broadcast_to(kept, (rows,) + w.shape)
            sums = [
                [inputs[r, kept[r, :, j]] @ w[kept[r, :, j], j] for j in range(units)]
                for r in range(rows)
            ]
            return np.array(sums) + p[layer + ".bias"]

        def loss(p):
            y = connected(p, "output", np.tanh(connected(p, "hidden", x)))
            return 0.5 * ((y - t) ** 2).sum() / rows

        parameters = case["parameters"]
        close(case["name"], loss(parameters), expected["dataLoss"][0], 1e-12)
        gradients = expected["firstGradients"]
        close_parameters(case["name"], differences(loss, parameters), gradients, 1e-7)
        shares = [1 - np.mean(case["masks"][layer]) for layer in case["rates"]]
        if not all(0 < share < 1 for share in shares):
            raise AssertionError(f"{case['name']}: shares {shares} are left out")


def check_diabetes(cases):
    """Optimality of every model, and of the Lasso path on both sides of every knot."""
    table = np.loadtxt(DIRECTORY.parent / "data" / "diabetes.csv", delimiter=",", skiprows=1)
    x, y = table[:, :-1] - table[:, :-1].mean(0), table[:, -1] - table[:, -1].mean()
    x /= np.sqrt((x**2).sum(0))
    *models, path = cases
    for case in models:
        w = np.array(case["coefficients"])
        rows = len(x) if case["estimator"] != "Ridge" else 1  # Ridge sums the squared errors
        slopes = x.T @ (y - x @ w) / rows - case["l2"] * w
        close(case["name"], slopes[w != 0], case["l1"] * np.sign(w[w != 0]), 1e-6)
        assert (abs(slopes) <= case["l1"] + 1e-6).all(), case["name"]
    for knot in path["knots"]:
        for side in 1, -1:
            w = lasso(x, y, knot["alpha"] * (1 + 1e-3 * side))
            assert (w[knot["coefficient"]] == 0) == (knot["enters"] == (side > 0)), (knot, side)


def lasso(x, y, alpha):
    """Cyclic coordinate descent on columns of length 1."""
    w, gram, products = np.zeros(x.shape[1]), x.T @ x, x.T @ y
    for _ in range(20_000):
        before = w.copy()
        for j in range(len(w)):
            rho = products[j] - gram[j] @ w + w[j]
            w[j] = np.sign(rho) * max(0, abs(rho) - len(x) * alpha)
        if abs(w - before).max() < 1e-12:
            break
    return w


def check_breast_cancer(cases):
    """Optimality of every logistic regression."""
    text = (DIRECTORY.parent / "data" / "breast_cancer.csv").read_text().splitlines()[1:]
    cells = [line.split(",") for line in text]
    x, y = np.array([row[:-1] for row in cells], float), np.array([row[-1] for row in cells])
    seen = np.setdiff1d(np.arange(len(x)), cases[0]["testRows"])
    x, y = (x - x[seen].mean(0)) / x[seen].std(0), y == "benign"
    for case in cases[1:]:
        w = np.array(case["coefficients"])
        errors = 1 / (1 + np.exp(-x @ w - case["intercept"])) - y
        slopes = -case["c"] * x[seen].T @ errors[seen]
        pull = np.sign(w) if case["l1"] else w
        close(case["name"], slopes[w != 0], pull[w != 0], 1e-5)
        assert (abs(slopes[w == 0]) <= 1 + 1e-5).all(), case["name"]
        close(case["name"] + ", intercept", errors[seen].sum(), 0, 1e-5)
        unseen = np.setdiff1d(np.arange(len(x)), seen)
        right = (abs(errors) < 0.5)[unseen].mean()
        close(case["name"] + ", accuracy", right, case["accuracy"], 1e-12)


CHECKS = {
    "activations.json": check_activations,
    "optimizers.json": check_optimizers,
    "sklearn.json": check_sklearn,
    "diabetes.json": check_diabetes,
    "breast-cancer.json": check_breast_cancer,
    "penalties.json": check_penalties,
    "training.json": check_training,
    "labels.json": check_labels,
    "embedding.json": check_embedding,
    "drop-connect.json": check_drop_connect,
}

if __name__ == "__main__":
    for name, check in CHECKS.items():
        assert (DIRECTORY / name).stat().st_size < 300_000, name
        cases = read(name)["cases"]
        check(cases)
        print(f"{name}: {len(cases)} cases agree")
