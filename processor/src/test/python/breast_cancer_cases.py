"""scikit-learn's logistic regressions of the breast cancer data, over C and both penalties."""

import numpy
from sklearn.datasets import load_breast_cancer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

ABOUT = (
    "70 % of 569 rows to learn from, 30 % to test on (train_test_split, stratified, random_state "
    "0); testRows are their numbers. 30 columns, scaled to mean 0 and variance 1 on the rows to "
    "learn from; the target is 1 for benign. accuracy is that on the test rows, norm is the sum "
    "of |w| for L1 and the root of the sum of squares for L2, coefficients those of liblinear's "
    "objective without a penalised intercept (saga and newton-cholesky)."
)


def cases():
    x, y = load_breast_cancer(return_X_y=True)
    rows = numpy.arange(len(x))
    train, test = train_test_split(rows, test_size=0.3, stratify=y, random_state=0)
    scaler = StandardScaler().fit(x[train])
    x = scaler.transform(x)
    yield {"name": "split", "testRows": sorted(test.tolist())}
    for l1_ratio in 0, 1:
        for c in 0.01, 0.1, 1.0, 10.0:
            solver = "saga" if l1_ratio else "newton-cholesky"
            model = LogisticRegression(
                C=c, l1_ratio=l1_ratio, solver=solver, tol=1e-10, max_iter=1_000_000, random_state=0
            ).fit(x[train], y[train])
            w = model.coef_[0]
            yield {
                "name": f"L{2 - l1_ratio}, C = {c}",
                "l1": bool(l1_ratio),
                "c": c,
                "accuracy": float(model.score(x[test], y[test])),
                "norm": float(abs(w).sum() if l1_ratio else numpy.sqrt((w**2).sum())),
                "nonzeros": int((w != 0).sum()),
                "coefficients": w.tolist(),
                "intercept": float(model.intercept_[0]),
            }
