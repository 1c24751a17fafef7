"""scikit-learn as a contender, which knows no dropout. Arguments: task folder, threads."""

import sys
import warnings

import numpy as np
import sklearn
import threadpoolctl
from sklearn.neural_network import MLPClassifier, MLPRegressor

from contender import serve

THREADS = int(sys.argv[2])


class Session:
    def __init__(self, task, dropout):
        if dropout > 0:
            sys.exit("scikit-learn has no dropout")
        self.features = [batch.copy() for batch in task.features]
        self.targets = [t.astype(int) if task.classes else t.copy() for t in task.targets]
        kind = MLPClassifier if task.classes else MLPRegressor
        self.mlp = kind(
            hidden_layer_sizes=task.widths[1:-1],
            solver="adam" if task.adam else "sgd",
            # its penalty is divided by the rows of a batch, and added to the loss
            alpha=task.l2 * task.rows,
            batch_size=task.rows,
            learning_rate_init=task.rate,
            momentum=task.momentum,
            nesterovs_momentum=False,
            shuffle=False,
        )
        self.classes = np.arange(task.widths[-1]) if task.classes else None
        self.begin(task)

    def begin(self, task):
        """Makes the arrays with a step that is undone."""
        self.step(0)
        for layer, (weights, biases) in enumerate(task.layers):
            self.mlp.coefs_[layer][...] = weights
            self.mlp.intercepts_[layer][...] = biases
        # made anew by the next step
        del self.mlp._optimizer
        self.mlp.t_ = 0
        self.mlp._optimizer = self.optimizer(task)

    def optimizer(self, task):
        from sklearn.neural_network._stochastic_optimizers import AdamOptimizer, SGDOptimizer

        parameters = self.mlp.coefs_ + self.mlp.intercepts_
        if task.adam:
            return AdamOptimizer(parameters, task.rate)
        return SGDOptimizer(parameters, task.rate, "constant", task.momentum, False)

    def step(self, batch):
        if self.classes is None:
            self.mlp.partial_fit(self.features[batch], self.targets[batch])
        else:
            self.mlp.partial_fit(self.features[batch], self.targets[batch], classes=self.classes)
        return self.mlp.loss_

    def loss(self, batch):
        weights = sum(float((w * w).sum()) for w in self.mlp.coefs_)
        penalty = 0.5 * self.mlp.alpha * weights / len(self.features[batch])
        return float(self.step(batch)) - penalty

    def run(self, batch):
        self.step(batch)

    def predict(self, features):
        if self.classes is None:
            return self.mlp.predict(features).reshape(len(features), -1)
        return self.mlp.predict_proba(features)


class Prediction(Session):
    def run(self, batch):
        self.predict(self.features[batch])


warnings.filterwarnings("ignore")
with threadpoolctl.threadpool_limits(THREADS):
    serve(
        f"scikit-learn {sklearn.__version__}, NumPy {np.__version__}, {THREADS} threads",
        lambda task, dropout: Session(task, dropout)
        if task.training
        else Prediction(task, 0),
    )
