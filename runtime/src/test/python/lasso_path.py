"""The lasso and elastic-net paths of the diabetes data, for RegularizationPathTest.

    python lasso_path.py > ../resources/dev/annette/runtime/selection/lasso-path.json

Columns are scikit-learn's scaled ones, rounded to floats.
"""

import json

import numpy as np
from sklearn.datasets import load_diabetes
from sklearn.linear_model import LassoCV, enet_path, lars_path, lasso_path

x, y = load_diabetes(return_X_y=True)
x = x.astype(np.float32).astype(np.float64)
x = np.asfortranarray(x - x.mean(axis=0))
centred = y - y.mean()
exact = {"tol": 1e-13, "max_iter": 10_000_000}

alphas, coefficients, _ = lasso_path(x, centred, eps=1e-3, alphas=100, **exact)
_, elastic, _ = enet_path(x, centred, l1_ratio=0.998, alphas=alphas[5::10] / 0.998, **exact)
knots, active, _ = lars_path(x, centred, method="lasso")
cv = LassoCV(cv=5, alphas=alphas, **exact).fit(x, y)

print(
    json.dumps(
        {
            "alphas": alphas.tolist(),
            "coefficients": coefficients.T.tolist(),
            "elasticNet": {"lambdas": alphas[5::10].tolist(), "coefficients": elastic.T.tolist()},
            "lars": {"knots": knots.tolist(), "active": [int(i) for i in active]},
            "cv": {
                "alpha": cv.alpha_,
                "mse": cv.mse_path_.tolist(),
                "coefficients": cv.coef_.tolist(),
                "intercept": float(cv.intercept_),
            },
        }
    )
)
