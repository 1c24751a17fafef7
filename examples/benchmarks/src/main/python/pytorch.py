"""PyTorch as a contender. Arguments: task folder, threads, and how: plain, fused, jit or compile."""

import sys

import torch
from torch import nn

from contender import serve

THREADS = int(sys.argv[2])
HOW = sys.argv[3]


def network(task, dropout):
    modules = []
    for layer, (weights, biases) in enumerate(task.layers):
        linear = nn.Linear(*weights.shape)
        with torch.no_grad():
            linear.weight.copy_(torch.from_numpy(weights.T.copy()))
            linear.bias.copy_(torch.from_numpy(biases))
        modules.append(linear)
        if layer + 1 < len(task.layers):
            modules.append(nn.ReLU())
            if dropout > 0:
                modules.append(nn.Dropout(dropout))
    return nn.Sequential(*modules)


def half_squared_error(outputs, targets):
    return 0.5 * nn.functional.mse_loss(outputs, targets)


class Objective(nn.Module):
    """The loss of a batch."""

    def __init__(self, net, classes):
        super().__init__()
        self.net = net
        self.loss = nn.CrossEntropyLoss() if classes else half_squared_error

    def forward(self, features, targets):
        return self.loss(self.net(features), targets)


def optimizer(task, net):
    fused = None if HOW == "plain" else True
    parameters = list(net.named_parameters())
    groups = [
        {"params": [p for name, p in parameters if name.endswith("weight")], "weight_decay": task.l2},
        {"params": [p for name, p in parameters if name.endswith("bias")]},
    ]
    if task.l2 == 0:
        groups = [p for _, p in parameters]
    if task.adam:
        return torch.optim.Adam(groups, lr=task.rate, fused=fused)
    return torch.optim.SGD(groups, lr=task.rate, momentum=task.momentum, fused=fused)


class Training:
    def __init__(self, task, dropout):
        self.features = [torch.from_numpy(batch.copy()) for batch in task.features]
        targets = [torch.from_numpy(batch.copy()) for batch in task.targets]
        self.targets = [t.long() if task.classes else t.unsqueeze(1) for t in targets]
        self.net = network(task, dropout)
        self.optimizer = optimizer(task, self.net)
        self.objective = Objective(self.net, task.classes)
        if HOW == "jit":
            example = (self.features[0], self.targets[0])
            self.objective = torch.jit.trace(self.objective, example, check_trace=False)
        elif HOW == "compile":
            self.objective = torch.compile(self.objective)

    def step(self, batch):
        self.optimizer.zero_grad(set_to_none=True)
        loss = self.objective(self.features[batch], self.targets[batch])
        loss.backward()
        self.optimizer.step()
        return loss

    run = step

    def loss(self, batch):
        return self.step(batch).item()

    def predict(self, features):
        self.net.eval()
        with torch.inference_mode():
            outputs = self.net(torch.from_numpy(features)).numpy()
        self.net.train()
        return outputs


class Prediction:
    def __init__(self, task):
        self.features = [torch.from_numpy(batch.copy()) for batch in task.features]
        net = network(task, 0)
        self.net = (nn.Sequential(net, nn.Softmax(dim=1)) if task.classes else net).eval()
        for parameter in self.net.parameters():
            parameter.requires_grad_(False)
        if HOW == "jit":
            traced = torch.jit.trace(self.net, self.features[0])
            self.net = torch.jit.optimize_for_inference(torch.jit.freeze(traced))
        elif HOW == "compile":
            self.net = torch.compile(self.net)

    @torch.inference_mode()
    def run(self, batch):
        return self.net(self.features[batch])

    @torch.inference_mode()
    def predict(self, features):
        return self.net(torch.from_numpy(features.copy())).numpy()


torch.set_num_threads(THREADS)
torch.set_num_interop_threads(1)
serve(
    f"PyTorch {torch.__version__}, {HOW}, {torch.backends.cpu.get_cpu_capability()},"
    f" MKL {torch.backends.mkl.is_available()}, {torch.get_num_threads()} threads",
    lambda task, dropout: Training(task, dropout) if task.training else Prediction(task),
)
