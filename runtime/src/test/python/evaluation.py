"""What scikit-learn measures, for EvaluationFixtureTest.

    python evaluation.py > ../resources/dev/annette/runtime/metric/evaluation.json
"""

import json

import numpy as np
from sklearn import metrics
from sklearn.calibration import calibration_curve

RANDOM = np.random.default_rng(11)
BINS = 10


def softmax(logits):
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def sigmoid(logits):
    return 1 / (1 + np.exp(-logits))


def numbers(values):
    return [None if not np.isfinite(v) else float(v) for v in np.asarray(values).ravel()]


def number(value):
    return float(value) if np.isfinite(value) else None


def scores(answers):
    precision, recall, f1, _ = answers
    return numbers([precision, recall, f1])


def calibration(probabilities, shares, weights):
    """Bins as calibration_curve has them; the error by the formula of Guo et al. (2017)."""
    edges = np.linspace(0, 1, BINS + 1)
    bin_of = np.searchsorted(edges[1:-1], probabilities)
    bins, error = [], 0.0
    for i in range(BINS):
        chosen = (bin_of == i) & (weights > 0)
        if chosen.any():
            w = weights[chosen]
            p = np.average(probabilities[chosen], weights=w)
            y = np.average(shares[chosen], weights=w)
            bins.append(numbers([p, y, w.sum()]))
            error += w.sum() * abs(y - p)
    if (weights == 1).all():
        y, p = calibration_curve(shares, probabilities, n_bins=BINS)
        assert np.allclose(p, [b[0] for b in bins]) and np.allclose(y, [b[1] for b in bins])
    return {"bins": bins, "error": error / weights.sum()}


def ranking(actual, logits, weights):
    """Curves by falling thresholds, as probabilities."""
    if len(np.unique(actual)) < 2:
        return None
    fpr, tpr, roc = metrics.roc_curve(actual, logits, sample_weight=weights)
    precision, recall, thresholds = metrics.precision_recall_curve(
        actual, logits, sample_weight=weights
    )
    falling = slice(None, None, -1)
    return {
        "roc_auc": metrics.roc_auc_score(actual, logits, sample_weight=weights),
        "roc": [numbers(p) for p in zip(fpr[1:], tpr[1:], sigmoid(roc[1:]))],
        "average_precision": metrics.average_precision_score(
            actual, logits, sample_weight=weights
        ),
        "precision_recall": [
            numbers(p)
            for p in zip(
                recall[falling][1:], precision[falling][1:], sigmoid(thresholds[falling])
            )
        ],
    }


def averages(actual, answers, weights, names):
    return {
        name: scores(
            metrics.precision_recall_fscore_support(
                actual, answers, average=name, sample_weight=weights, zero_division=0
            )
        )
        for name in names
    }


def per_class(actual, answers, weights, count):
    precision, recall, f1, support = metrics.precision_recall_fscore_support(
        actual, answers, labels=range(count), sample_weight=weights, zero_division=0
    )
    return [numbers(line) for line in zip(precision, recall, f1, support)]


def brier(actual, probabilities, weights):
    return metrics.brier_score_loss(
        actual, probabilities, sample_weight=weights, labels=range(probabilities.shape[1])
    )


def class_case(name, logits, actual, weights=None):
    logits = np.asarray(logits, dtype=np.float32)
    actual = np.asarray(actual)
    given = np.ones(len(actual)) if weights is None else np.asarray(weights, dtype=np.float64)
    wide = logits.astype(np.float64)
    count = logits.shape[1]
    p = softmax(wide)
    answers = wide.argmax(axis=1)
    tops = [
        metrics.top_k_accuracy_score(
            actual, wide, k=k, labels=range(count), sample_weight=given
        )
        for k in range(1, count if count > 2 else 1)
    ]
    areas = []
    for label in range(count):
        with_it = actual == label
        others = np.delete(wide, label, axis=1)
        odds = wide[:, label] - others[:, 0] if count == 2 else p[:, label]
        both = with_it[given > 0].any() and not with_it[given > 0].all()
        areas.append(
            metrics.roc_auc_score(with_it, odds, sample_weight=given) if both else np.nan
        )
    if count > 2 and not np.isnan(areas).any():
        macro = metrics.roc_auc_score(actual, p, multi_class="ovr", sample_weight=given)
        assert abs(macro - np.mean(areas)) < 1e-12
    sure = p[np.arange(len(p)), answers]
    case = {
        "name": name,
        "outputs": count,
        "logits": [float(x) for x in logits.ravel()],
        "actual": [int(a) for a in actual],
        "weights": None if weights is None else numbers(weights),
        "accuracy": metrics.accuracy_score(actual, answers, sample_weight=given),
        "top": numbers(tops),
        "log_loss": metrics.log_loss(actual, p, sample_weight=given, labels=range(count)),
        "brier": brier(actual, p, given),
        "per_class": per_class(actual, answers, given, count),
        **averages(actual, answers, given, ["macro", "weighted"]),
        "roc_aucs": numbers(areas),
        "confusion": numbers(
            metrics.confusion_matrix(actual, answers, labels=range(count), sample_weight=given)
        ),
    }
    if count == 2:
        case["calibration"] = calibration(p[:, 1], (actual == 1).astype(float), given)
        case["ranking"] = ranking(actual, wide[:, 1] - wide[:, 0], given)
    else:
        case["calibration"] = calibration(sure, (actual == answers).astype(float), given)
    return case


def yes_no_case(name, logits, actual, weights=None):
    """One output; yes from a logit of 0 on."""
    logits = np.asarray(logits, dtype=np.float32)
    actual = np.asarray(actual)
    given = np.ones(len(actual)) if weights is None else np.asarray(weights, dtype=np.float64)
    wide = logits.astype(np.float64)
    p = sigmoid(wide)
    answers = (wide >= 0).astype(int)
    return {
        "name": name,
        "outputs": 1,
        "logits": [float(x) for x in logits],
        "actual": [int(a) for a in actual],
        "weights": None if weights is None else numbers(weights),
        "accuracy": metrics.accuracy_score(actual, answers, sample_weight=given),
        "log_loss": metrics.log_loss(actual, p, sample_weight=given, labels=[0, 1]),
        "brier": metrics.brier_score_loss(actual, p, sample_weight=given, labels=[0, 1]),
        "per_class": per_class(actual, answers, given, 2),
        **averages(actual, answers, given, ["macro", "weighted"]),
        "confusion": numbers(
            metrics.confusion_matrix(actual, answers, labels=[0, 1], sample_weight=given)
        ),
        "calibration": calibration(p, actual.astype(float), given),
        "ranking": ranking(actual, wide, given),
    }


def label_case(name, logits, actual, weights=None):
    logits = np.asarray(logits, dtype=np.float32)
    actual = np.asarray(actual)
    given = np.ones(len(actual)) if weights is None else np.asarray(weights, dtype=np.float64)
    wide = logits.astype(np.float64)
    answers = (wide >= 0).astype(int)
    precision, recall, f1, support = metrics.precision_recall_fscore_support(
        actual, answers, average=None, sample_weight=given, zero_division=0
    )
    return {
        "name": name,
        "outputs": logits.shape[1],
        "logits": [float(x) for x in logits.ravel()],
        "actual": [int(a) for a in actual.ravel()],
        "weights": None if weights is None else numbers(weights),
        "subset_accuracy": metrics.accuracy_score(actual, answers, sample_weight=given),
        "hamming_loss": metrics.hamming_loss(actual, answers, sample_weight=given),
        "per_label": [numbers(line) for line in zip(precision, recall, f1, support)],
        **averages(actual, answers, given, ["macro", "micro", "weighted"]),
        "roc_auc": metrics.roc_auc_score(actual, wide, average="macro", sample_weight=given),
        "average_precision": metrics.average_precision_score(
            actual, wide, average="macro", sample_weight=given
        ),
    }


def number_case(name, outputs, actual, weights=None):
    outputs = np.asarray(outputs, dtype=np.float32)
    actual = np.asarray(actual, dtype=np.float32)
    wide, target = outputs.astype(np.float64), actual.astype(np.float64)
    given = {"sample_weight": weights}
    each = {**given, "multioutput": "raw_values"}
    return {
        "name": name,
        "outputs": outputs.shape[1],
        "logits": [float(x) for x in outputs.ravel()],
        "actual": [float(a) for a in actual.ravel()],
        "weights": None if weights is None else numbers(weights),
        "mse": numbers(metrics.mean_squared_error(target, wide, **each)),
        "mae": numbers(metrics.mean_absolute_error(target, wide, **each)),
        "r2": numbers(metrics.r2_score(target, wide, **each)),
        "rmse": numbers(metrics.root_mean_squared_error(target, wide, **each)),
        "means": numbers(
            [
                metrics.mean_squared_error(target, wide, **given),
                metrics.mean_absolute_error(target, wide, **given),
                metrics.r2_score(target, wide, **given),
                metrics.root_mean_squared_error(target, wide, **given),
            ]
        ),
    }


def weights(rows):
    """Sums of these are exact, so that equal steps of a curve are found equal."""
    return RANDOM.integers(0, 9, rows) / 4


def class_logits(actual, count, sharpness):
    logits = RANDOM.normal(size=(len(actual), count))
    logits[np.arange(len(actual)), actual] += sharpness
    return logits


def class_cases():
    actual = RANDOM.integers(0, 4, 90)
    logits = class_logits(actual, 4, 1.5)
    yield class_case("four classes", logits, actual)
    yield class_case("four weighted classes", logits, actual, weights(90))
    many = RANDOM.integers(0, 7, 120)
    yield class_case("seven classes", class_logits(many, 7, 1.0), many)
    repeated = np.repeat(class_logits(actual[:20], 4, 1.0), 3, axis=0)
    yield class_case("tied rows", repeated, actual[:60])
    never = class_logits(actual, 4, 1.0)
    never[:, 2] -= 20
    yield class_case("a class that is never answered", never, actual)
    rare = actual[actual != 3]
    yield class_case("a class without rows", class_logits(rare, 4, 1.0), rare)
    far = class_logits(rare, 4, 1.0)
    far[:, 3] -= 20
    yield class_case("a class that does not occur", far, rare)
    two = RANDOM.integers(0, 2, 70)
    yield class_case("two classes", class_logits(two, 2, 1.0), two)
    yield class_case("two weighted classes", class_logits(two, 2, 1.0), two, weights(70))
    yield class_case("one class only", class_logits(two[two == 1], 2, 1.0), two[two == 1])


def yes_no_cases():
    actual = RANDOM.integers(0, 2, 80)
    logits = RANDOM.normal(size=80) * 2 + 2 * actual - 1
    yield yes_no_case("yes or no", logits, actual)
    yield yes_no_case("weighted yes or no", logits, actual, weights(80))
    steps = np.round(logits * 2) / 2
    yield yes_no_case("tied scores", steps, actual)
    yield yes_no_case("weighted tied scores", steps, actual, weights(80))
    yield yes_no_case("all tied", np.zeros(10), actual[:10])
    yield yes_no_case("perfect", np.where(actual == 1, 3.0, -3.0) + logits / 100, actual)
    yield yes_no_case("upside down", np.where(actual == 1, -3.0, 3.0) + logits / 100, actual)
    yield yes_no_case("never yes", np.minimum(logits, -0.5), actual)
    yield yes_no_case("only no", logits[actual == 0], actual[actual == 0])
    yield yes_no_case("only yes", logits[actual == 1], actual[actual == 1])


def label_cases():
    actual = (RANDOM.random((60, 3)) < [0.2, 0.5, 0.8]).astype(int)
    logits = RANDOM.normal(size=(60, 3)) + 2 * actual - 1
    yield label_case("three labels", logits, actual)
    yield label_case("three weighted labels", logits, actual, weights(60))
    never = logits.copy()
    never[:, 1] = np.minimum(never[:, 1], -0.25)
    yield label_case("a label that is never answered yes", never, actual)


def number_cases():
    actual = RANDOM.normal(size=(50, 2)) * [3, 100] + [5, -700]
    outputs = actual + RANDOM.normal(size=(50, 2)) * [1, 30]
    yield number_case("two numbers", outputs, actual)
    yield number_case("two weighted numbers", outputs, actual, weights(50))
    yield number_case("one number", outputs[:, :1], actual[:, :1])
    worse = outputs.copy()
    worse[:, 0] = -worse[:, 0]
    yield number_case("worse than the mean", worse, actual)
    constant = actual.copy()
    constant[:, 0] = 2
    yield number_case("a target that never varies", outputs, constant)


print(
    json.dumps(
        {
            "classes": list(class_cases()),
            "yes_no": list(yes_no_cases()),
            "labels": list(label_cases()),
            "numbers": list(number_cases()),
        }
    )
)
