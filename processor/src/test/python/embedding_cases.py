"""Embedded columns of typed rows, by PyTorch's Embedding before two linear layers."""

import torch
import torch.nn.functional as F

from lcg import Lcg

ABOUT = (
    "Rows are objects with null where a value is missing. kind and port are embedded: torch's "
    "Embedding with a row for each category, and with one more, its padding_idx, for a missing port. "
    "What comes next reads kind, port, whether port is missing, and x. Outputs, half squared error "
    "and its gradients by PyTorch in float64; rows and parameters are exact in float32."
)
KINDS, PORTS = ["LOW", "MIDDLE", "HIGH"], ["S", "C", "Q", "T"]
SHAPES = {
    "kind.weights": (3, 2),
    "port.weights": (4, 3),
    "hidden.weights": (7, 4),
    "hidden.bias": (4,),
    "output.weights": (4, 1),
    "output.bias": (1,),
}


def cases():
    yield case("every category, some rows alike", Lcg(83), 24, len(PORTS))
    yield case("a category without a row", Lcg(89), 9, len(PORTS) - 1)


def case(name, lcg, count, ports):
    rows = [
        {
            "kind": KINDS[lcg.below(3)],
            "port": None if i % 4 == 2 else PORTS[lcg.below(ports)],
            "x": lcg.grid(2),
            "y": lcg.grid(2),
        }
        for i in range(count)
    ]
    values = {
        key: torch.tensor(lcg.grids(torch.Size(shape).numel(), 1.5)).double().reshape(shape)
        for key, shape in SHAPES.items()
    }
    return {
        "name": name,
        "rows": rows,
        "parameters": {key: value.flatten().tolist() for key, value in values.items()},
        "expected": expected(rows, values),
    }


def expected(rows, values):
    kind = torch.nn.Embedding.from_pretrained(values["kind.weights"], freeze=False)
    padded = torch.cat([torch.zeros(1, 3).double(), values["port.weights"]])
    port = torch.nn.Embedding.from_pretrained(padded, freeze=False, padding_idx=0)
    hidden, output = linear("hidden", values), linear("output", values)
    ports = [0 if row["port"] is None else 1 + PORTS.index(row["port"]) for row in rows]
    missing = torch.tensor([[float(index == 0)] for index in ports]).double()
    x = torch.tensor([[row["x"]] for row in rows]).double()
    numbers = [kind(torch.tensor([KINDS.index(row["kind"]) for row in rows]))]
    numbers += [port(torch.tensor(ports)), missing, x]
    outputs = output(torch.tanh(hidden(torch.cat(numbers, dim=1))))
    y = torch.tensor([[row["y"]] for row in rows]).double()
    loss = 0.5 * F.mse_loss(outputs, y)
    loss.backward()
    gradients = {
        "kind.weights": kind.weight.grad,
        "port.weights": port.weight.grad[1:],
        "hidden.weights": hidden.weight.grad.T,
        "hidden.bias": hidden.bias.grad,
        "output.weights": output.weight.grad.T,
        "output.bias": output.bias.grad,
    }
    return {
        "outputs": outputs.flatten().tolist(),
        "dataLoss": loss.item(),
        "gradients": {key: value.flatten().tolist() for key, value in gradients.items()},
    }


def linear(name, values):
    weights, bias = values[name + ".weights"], values[name + ".bias"]
    layer = torch.nn.Linear(*weights.shape).double()
    layer.weight.data, layer.bias.data = weights.T.clone(), bias.clone()
    return layer
