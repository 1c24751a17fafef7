"""When Keras' EarlyStopping and ReduceLROnPlateau act on sequences of numbers, for EarlyStoppingTest.

    KERAS_BACKEND=torch python early_stopping.py > ../resources/dev/annette/runtime/train/early-stopping.json

The callbacks themselves run, on a model that counts epochs instead of learning.
"""

import json

import keras

SEQUENCES = {
    "valley": [5, 4, 3, 2.5, 2.6, 2.4, 2.7, 2.8, 2.9, 2.3, 3, 3, 3, 3, 3],
    "slow": [1, 0.99, 0.98, 0.97, 0.96, 0.95, 0.94, 0.93, 0.92, 0.91, 0.90],
    "flat": [1, 1, 1, 1, 1, 1, 1, 1],
    "rising": [1, 2, 3, 4, 5, 6, 7, 8],
    "zigzag": [3, 1, 3, 1, 3, 0.5, 3, 0.5, 3, 0.25, 3, 3, 3, 3],
    "plateaus": [5, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3, 2.99995, 2.99995, 2, 2, 2, 2, 2, 2, 2, 2],
}

STOPPING = [
    {"patience": 0},
    {"patience": 1},
    {"patience": 2},
    {"patience": 3},
    {"patience": 10},
    {"patience": 2, "min_delta": 0.015},
    {"patience": 3, "min_delta": 0.5},
    {"patience": 2, "baseline": 2.55},
    {"patience": 4, "baseline": 0.1},
    {"patience": 3, "baseline": 0.95, "min_delta": 0.015},
    {"patience": 2, "start_from_epoch": 3},
    {"patience": 0, "start_from_epoch": 5},
    {"patience": 2, "mode": "max"},
    {"patience": 3, "mode": "max", "min_delta": 0.5, "start_from_epoch": 1},
]

PLATEAU = [
    {"patience": 1},
    {"patience": 2, "factor": 0.5},
    {"patience": 3, "factor": 0.5, "min_delta": 0.6},
    {"patience": 1, "factor": 0.5, "cooldown": 1},
    {"patience": 2, "factor": 0.5, "cooldown": 2},
    {"patience": 1, "factor": 0.5, "min_lr": 0.02},
    {"patience": 2, "factor": 0.5, "mode": "max"},
]


class Optimizer:
    learning_rate = 0.1


class Model:
    """Its weights are the number of the epoch they are from."""

    def __init__(self):
        self.weights = 0
        self.stop_training = False
        self.optimizer = Optimizer()

    def get_weights(self):
        return self.weights

    def set_weights(self, weights):
        self.weights = weights


def run(callback, values):
    model = Model()
    callback.set_model(model)
    callback.on_train_begin()
    epochs, rates = 0, []
    for epoch, value in enumerate(values):
        epochs = model.weights = epoch + 1
        callback.on_epoch_end(epoch, {"val_loss": value})
        rates.append(model.optimizer.learning_rate)
        if model.stop_training:
            break
    callback.on_train_end()
    return {"epochs": epochs, "stopped": model.stop_training, "weights": model.weights, "rates": rates}


def stopping(options, values):
    options = {"mode": "min", **options}
    return run(keras.callbacks.EarlyStopping(restore_best_weights=True, **options), values)


def plateau(options, values):
    options = {"mode": "min", **options}
    return run(keras.callbacks.ReduceLROnPlateau(**options), values)


def cases(names, of):
    for options in names:
        for name, values in SEQUENCES.items():
            yield {"options": options, "name": name, "values": values, **of(options, values)}


stops = [{k: v for k, v in case.items() if k != "rates"} for case in cases(STOPPING, stopping)]
reductions = list(cases(PLATEAU, plateau))
print(f'{{"keras": "{keras.__version__}",')
print('"stopping": [\n' + ",\n".join(json.dumps(case) for case in stops) + "\n],")
print('"plateau": [\n' + ",\n".join(json.dumps(case) for case in reductions) + "\n]}")
