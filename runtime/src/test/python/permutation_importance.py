"""scikit-learn's permutation importances and the permutations they are from, for
PermutationImportanceTest.

    python permutation_importance.py > ../resources/dev/annette/runtime/importance/importance.json
"""

import json

import numpy as np
from sklearn.base import BaseEstimator
from sklearn.inspection import permutation_importance

ROWS, FEATURES, REPEATS, SEED = 70, 4, 5, 3
WEIGHTS = np.array([2, -0.5, 0, 0.25])


class WeightedSum(BaseEstimator):
    """A model that has nothing to learn."""

    def __init__(self, classifies):
        self.classifies = classifies
        if classifies:
            self._estimator_type = "classifier"

    def fit(self, x, y):
        return self

    def __sklearn_tags__(self):
        tags = super().__sklearn_tags__()
        tags.estimator_type = "classifier" if self.classifies else "regressor"
        return tags

    def decision_function(self, x):
        return x @ WEIGHTS

    def predict(self, x):
        return (x @ WEIGHTS >= 0).astype(int) if self.classifies else x @ WEIGHTS


def permutations():
    """What _calculate_permutation_scores does, to the numbers of the rows."""
    seed = np.random.RandomState(SEED).randint(np.iinfo(np.int32).max + 1)
    random = np.random.RandomState(seed)
    shuffle, lenders, all_lenders = np.arange(ROWS), np.arange(ROWS), []
    for _ in range(REPEATS):
        random.shuffle(shuffle)
        lenders = lenders[shuffle]
        all_lenders.append(lenders.tolist())
    return all_lenders


def case(name, scoring, x, y, weights=None):
    model = WeightedSum(classifies=scoring in ("accuracy", "roc_auc"))
    model.classes_ = np.array([0, 1])
    result = permutation_importance(
        model,
        x,
        y,
        scoring=scoring,
        n_repeats=REPEATS,
        random_state=SEED,
        sample_weight=weights,
    )
    return {
        "name": name,
        "scoring": scoring,
        "targets": [float(v) for v in y],
        "weights": None if weights is None else [float(w) for w in weights],
        "importances": result.importances.tolist(),
        "means": result.importances_mean.tolist(),
        "deviations": result.importances_std.tolist(),
    }


random = np.random.default_rng(5)
features = np.round(random.normal(size=(ROWS, FEATURES)) * 64) / 64
numbers = np.round((features @ WEIGHTS + random.normal(size=ROWS)) * 64) / 64
answers = (numbers > 0).astype(int)
row_weights = random.integers(0, 5, ROWS) / 2
print(
    json.dumps(
        {
            "features": features.ravel().tolist(),
            "permutations": permutations(),
            "cases": [
                case("R2", "r2", features, numbers),
                case("weighted R2", "r2", features, numbers, row_weights),
                case("squared error", "neg_mean_squared_error", features, numbers),
                case("accuracy", "accuracy", features, answers),
                case("weighted accuracy", "accuracy", features, answers, row_weights),
                case("area", "roc_auc", features, answers),
                case("weighted area", "roc_auc", features, answers, row_weights),
            ],
        }
    )
)
