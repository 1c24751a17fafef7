"""Twenty full-batch steps of every optimizer, with and without a coupled L2 penalty."""

import torch

from activation_cases import dense, draw
from reference import data_loss, evaluate, features, flat, forward, parameters, targets

ABOUT = (
    "PyTorch's optimizers in float64. losses: the data loss before each step. after: the "
    "parameters after so many steps. l2 is PyTorch's coupled weight_decay on the weights; "
    "weightDecay is AdamW's own, on what decays says. float32Deviation: how far the same run in "
    "float32 ends from this one, over all parameters and the steps listed."
)
STEPS = 20
LISTED = (1, 2, 5, 20)
L2 = 0.05
LAYERS = [dense("hidden", 4, "TANH"), dense("output", 2, "LINEAR")]

MOMENTS = {"beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8}
ADAMW = {"kind": "ADAMW", "learningRate": 0.01, **MOMENTS, "weightDecay": 0.01}
OPTIMIZERS = {
    "SGD": {"kind": "SGD", "learningRate": 0.1},
    "momentum": {"kind": "MOMENTUM", "learningRate": 0.05, "momentum": 0.9},
    "Nesterov": {"kind": "NESTEROV", "learningRate": 0.05, "momentum": 0.9},
    "RMSprop": {"kind": "RMSPROP", "learningRate": 0.01, "alpha": 0.99, "epsilon": 1e-8},
    "Adam": {"kind": "ADAM", "learningRate": 0.01, **MOMENTS},
    "AdamW": ADAMW | {"decays": "weights"},
    "AdamW that decays biases": ADAMW | {"decays": "weights and biases"},
}


def cases():
    for name, settings in OPTIMIZERS.items():
        for l2 in (0, L2):
            yield case_of(name + (", L2" if l2 else ""), settings, l2)


def case_of(name, settings, l2):
    modifiers = {"l2": {"value": l2, "scaling": "PYTORCH"}} if l2 else {}
    layers = [layer | modifiers for layer in LAYERS]
    case = draw(name, "HALF_SQUARED_ERROR", layers, rows=12, width=3, limit=0.75, seed=20)
    initial = case.pop("parameters")
    case |= {"optimizer": settings, "steps": STEPS, "parameters": initial}
    losses, after = run(case, l2, torch.float64)
    _, rough = run(case, l2, torch.float32)
    case["expected"] = evaluate(case) | {
        "losses": losses,
        "after": after,
        "float32Deviation": max(
            abs(exact - near)
            for step in after
            for key in after[step]
            for exact, near in zip(after[step][key], rough[step][key])
        ),
    }
    return case


def run(case, l2, dtype):
    """Returns the data loss before each step, and the parameters after the steps listed."""
    values = parameters(case, dtype)
    optimizer = torch_optimizer(case["optimizer"], values, l2)
    losses, after = [], {}
    for step in range(1, STEPS + 1):
        outputs, _ = forward(case, values, features(case, dtype))
        loss = data_loss(case, outputs, targets(case, dtype))
        losses.append(loss.item())
        optimizer.zero_grad()
        if case["optimizer"]["kind"] == "ADAMW":
            loss = loss + penalty(values, l2)  # AdamW's weight_decay is the decoupled one
        loss.backward()
        optimizer.step()
        if step in LISTED:
            after[str(step)] = {key: flat(value) for key, value in values.items()}
    return losses, after


def penalty(values, l2):
    return 0.5 * l2 * sum((w * w).sum() for key, w in values.items() if key.endswith(".weights"))


def torch_optimizer(settings, values, l2):
    adamw = settings["kind"] == "ADAMW"
    weight_decay = settings["weightDecay"] if adamw else l2
    bias_decay = weight_decay if settings.get("decays") == "weights and biases" else 0.0
    decays = {"weights": weight_decay, "bias": bias_decay}
    groups = [
        {"params": [value], "weight_decay": decays[key.split(".")[1]]}
        for key, value in values.items()
    ]
    rate, momentum = settings["learningRate"], settings.get("momentum", 0)
    epsilon, betas = settings.get("epsilon"), (settings.get("beta1"), settings.get("beta2"))
    match settings["kind"]:
        case "SGD" | "MOMENTUM":
            return torch.optim.SGD(groups, lr=rate, momentum=momentum)
        case "NESTEROV":
            return torch.optim.SGD(groups, lr=rate, momentum=momentum, nesterov=True)
        case "RMSPROP":
            return torch.optim.RMSprop(groups, lr=rate, alpha=settings["alpha"], eps=epsilon)
        case "ADAM":
            return torch.optim.Adam(groups, lr=rate, betas=betas, eps=epsilon)
        case "ADAMW":
            return torch.optim.AdamW(groups, lr=rate, betas=betas, eps=epsilon)
