"""What a penalty's strength means under every convention, and norm constraints, in plain Python."""

from fractions import Fraction
from math import sqrt

ABOUT = (
    "Penalties of a [2, 3] weight matrix beside a data loss that is a mean over the rows. "
    "effective is a of a/2*sum(w^2) (L2) or b of b*sum|w| (L1); value and gradient are the "
    "penalty's; m is the number of training examples, n that of the rows in the batch. Every "
    "value is the library's own formula, divided by what turns its data loss into a mean."
)
WEIGHTS = [[1.0, -2.0, 3.0], [0.5, 0.0, -1.0]]
FLAT = [w for row in WEIGHTS for w in row]
SQUARES = sum(Fraction(w) ** 2 for w in FLAT)  # 15.25
MAGNITUDES = sum(abs(Fraction(w)) for w in FLAT)  # 7.5
LOSSES = ("HALF_SQUARED_ERROR", "MEAN_SQUARED_ERROR", "BINARY_CROSS_ENTROPY", "CROSS_ENTROPY")
SQUARED = LOSSES[:2]

# The penalty in the library's objective times what turns the objective's data loss into the mean
# over the rows. scikit-learn sums half squared errors and log losses over the outputs of a row;
# beside a mean over the 3 outputs the penalty is c times as strong.
L2_VALUES = {
    "TEXTBOOK": lambda l, m, n, loss: l * SQUARES / (2 * m),
    "KERAS": lambda l, m, n, loss: l * SQUARES,
    "PYTORCH": lambda l, m, n, loss: l * SQUARES / 2,
    "SKLEARN_RIDGE": lambda l, m, n, loss: c(loss) * l * SQUARES / (2 * m),
    "SKLEARN_LASSO": lambda l, m, n, loss: c(loss) * l * SQUARES / 2,
    "SKLEARN_MLP": lambda l, m, n, loss: c(loss) * l * SQUARES / 2 / n,
    "SKLEARN_LOGISTIC": lambda l, m, n, loss: c(loss) * SQUARES / 2 / (l * m),
}
L1_VALUES = {
    "TEXTBOOK": lambda l, m, n, loss: l * MAGNITUDES / (2 * m),
    "KERAS": lambda l, m, n, loss: l * MAGNITUDES,
    "PYTORCH": lambda l, m, n, loss: l * MAGNITUDES,
    "SKLEARN_LASSO": lambda l, m, n, loss: c(loss) * l * MAGNITUDES,
    "SKLEARN_LOGISTIC": lambda l, m, n, loss: c(loss) * MAGNITUDES / (l * m),
}
OUTPUTS = 3


def c(loss):
    return {
        "MEAN_SQUARED_ERROR": Fraction(2, OUTPUTS),
        "BINARY_CROSS_ENTROPY": Fraction(1, OUTPUTS),
    }.get(loss, Fraction(1))


def fits(scaling, loss):
    if scaling in ("SKLEARN_RIDGE", "SKLEARN_LASSO"):
        return loss in SQUARED
    return scaling != "SKLEARN_LOGISTIC" or loss not in SQUARED


def cases():
    for kind, values in ("L2", L2_VALUES), ("L1", L1_VALUES):
        for scaling in values:
            for loss in LOSSES:
                if fits(scaling, loss):
                    for strength, m, n in (("0.1", 4, 4), ("0.1", 200, 32), ("2.5", 150, 8)):
                        yield penalty_case(kind, scaling, loss, Fraction(strength), m, n)
    yield elastic_net_of_keras()
    yield from constraints()


def penalty_case(kind, scaling, loss, strength, m, n):
    value = (L2_VALUES if kind == "L2" else L1_VALUES)[scaling](strength, m, n, loss)
    effective = 2 * value / SQUARES if kind == "L2" else value / MAGNITUDES
    slopes = [Fraction(w) if kind == "L2" else Fraction((w > 0) - (w < 0)) for w in FLAT]
    return {
        "name": f"{kind}({float(strength)}) {scaling}, {loss}, m = {m}, n = {n}",
        "kind": kind,
        "scaling": scaling,
        "loss": loss,
        "lambda": float(strength),
        "examples": m,
        "batchRows": n,
        "weights": FLAT,
        "expected": {
            "effective": float(effective),
            "value": float(value),
            "gradient": [float(effective * slope) for slope in slopes],
        },
    }


def elastic_net_of_keras():
    l1, l2 = Fraction("0.1"), Fraction("0.2")
    return {
        "name": "Keras L1L2(0.1, 0.2)",
        "kind": "L1L2",
        "scaling": "KERAS",
        "l1": float(l1),
        "l2": float(l2),
        "weights": FLAT,
        "expected": {
            "value": float(l1 * MAGNITUDES + l2 * SQUARES),
            "gradient": [float(l1 * ((w > 0) - (w < 0)) + 2 * l2 * Fraction(w)) for w in FLAT],
        },
    }


def constraints():
    """Constraints on the columns (the weights into one unit), without the 1e-7 that Keras adds to
    norms: so a column within the limit stays exactly as it is."""
    for name, attributes, target in (
        ("MaxNorm(2)", {"max": 2.0}, lambda norm: min(norm, 2)),
        ("UnitNorm", {}, lambda norm: 1),
        (
            "MinMaxNorm(1, 2, rate 0.5)",
            {"min": 1.0, "max": 2.0, "rate": 0.5},
            lambda norm: 0.5 * min(max(norm, 1), 2) + 0.5 * norm,
        ),
    ):
        norms = [sqrt(sum(row[j] ** 2 for row in WEIGHTS)) for j in range(3)]
        scales = [target(norm) / norm for norm in norms]
        constrained = [w * scale for row in WEIGHTS for w, scale in zip(row, scales)]
        yield {
            "name": name,
            "kind": "CONSTRAINT",
            **attributes,
            "weights": FLAT,
            "expected": {"weights": constrained},
        }
