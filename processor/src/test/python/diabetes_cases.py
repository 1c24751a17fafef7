"""scikit-learn's linear models of the diabetes data, and the knots of their Lasso path."""

import numpy
from sklearn.datasets import load_diabetes
from sklearn.linear_model import ElasticNet, Lasso, LinearRegression, Ridge, lars_path

ABOUT = (
    "442 rows of ten columns, each centred and of length 1. Coefficients of the linear models, "
    "their intercept and R2 on the same rows. Knots of the Lasso path: alphas at which a "
    "coefficient leaves 0 or returns to it as alpha falls; there are no others above the last."
)
TIGHT = {"tol": 1e-12, "max_iter": 10_000_000}


def cases():
    x, y = load_diabetes(return_X_y=True)
    yield model("OLS", LinearRegression(), x, y)
    for alpha in 0.01, 0.1, 1.0, 10.0:
        yield model("Ridge", Ridge(alpha=alpha, solver="cholesky"), x, y, l2=alpha)
    for alpha in 0.01, 0.1, 0.5, 1.0:
        yield model("Lasso", Lasso(alpha=alpha, **TIGHT), x, y, l1=alpha)
    for alpha in 0.1, 0.01:
        estimator = ElasticNet(alpha=alpha, l1_ratio=0.5, **TIGHT)
        yield model("ElasticNet", estimator, x, y, l1=0.5 * alpha, l2=0.5 * alpha)
    yield path(x, y)


def model(name, estimator, x, y, l1=0.0, l2=0.0):
    """l1 and l2 are what multiplies |w| and half of w squared in scikit-learn's own objective."""
    estimator.fit(x, y)
    strengths = "".join(f", {key} {value}" for key, value in (("l1", l1), ("l2", l2)) if value)
    return {
        "name": name + strengths,
        "estimator": name,
        "l1": l1,
        "l2": l2,
        "coefficients": estimator.coef_.tolist(),
        "intercept": float(estimator.intercept_),
        "rSquared": float(estimator.score(x, y)),
    }


def path(x, y):
    alphas, _, coefficients = lars_path(x, y - y.mean(), method="lasso")
    assert numpy.isclose(alphas[0], abs(x.T @ (y - y.mean())).max() / len(x))
    knots = []
    for i in range(len(alphas) - 1):
        # a coefficient that is 0 at a knot is not on one of its sides
        (changes,) = numpy.nonzero(
            (coefficients[:, i] == 0)
            & ((coefficients[:, i + 1] != 0) | (coefficients[:, max(i - 1, 0)] != 0))
        )
        for j in changes:
            enters = bool(coefficients[j, i + 1] != 0)
            knots.append({"alpha": float(alphas[i]), "coefficient": int(j), "enters": enters})
    return {"name": "Lasso path", "knots": knots}
