"""How scikit-learn cuts datasets into folds, for FoldsTest.

    python folds.py > ../resources/dev/annette/runtime/data/folds.json
"""

import json

import numpy as np
from sklearn.model_selection import GroupKFold, KFold, StratifiedKFold, TimeSeriesSplit


def sizes(cutter, rows, **given):
    return [len(test) for _, test in cutter.split(np.zeros((rows, 1)), **given)]


def random_cases():
    return [
        {"rows": rows, "k": k, "sizes": sizes(KFold(k), rows)}
        for rows, k in [(10, 2), (10, 3), (10, 10), (442, 5), (1437, 10), (7, 4)]
    ]


def stratified_cases():
    cases = []
    for counts, k in [([50, 50, 50], 5), ([17, 5, 31], 4), ([3, 3], 3), ([101, 13, 44, 9], 7)]:
        labels = np.repeat(np.arange(len(counts)), counts)
        cutter = StratifiedKFold(k)
        folds = [
            np.bincount(labels[test], minlength=len(counts)).tolist()
            for _, test in cutter.split(np.zeros((len(labels), 1)), labels)
        ]
        cases.append({"classes": counts, "k": k, "folds": folds})
    return cases


def grouped_cases():
    cases = []
    random = np.random.default_rng(5)
    for rows, groups, k in [(60, 12, 4), (100, 7, 3), (37, 37, 5), (200, 30, 6)]:
        of_rows = random.integers(0, groups, rows) * 3 - 4
        folds = sizes(GroupKFold(k), rows, groups=of_rows)
        cases.append({"groups": of_rows.tolist(), "k": k, "sizes": sorted(folds)})
    return cases


def time_cases():
    cases = []
    for rows, k in [(12, 3), (13, 3), (100, 5), (7, 6), (442, 10)]:
        folds = [
            [len(train), int(test[0]), int(test[-1]) + 1]
            for train, test in TimeSeriesSplit(k).split(np.zeros((rows, 1)))
        ]
        cases.append({"rows": rows, "k": k, "folds": folds})
    return cases


print(
    json.dumps(
        {
            "random": random_cases(),
            "stratified": stratified_cases(),
            "grouped": grouped_cases(),
            "time": time_cases(),
        }
    )
)
