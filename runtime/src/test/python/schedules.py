"""Learning rates of PyTorch's schedulers, for ScheduleTest.

    python schedules.py > ../resources/dev/annette/runtime/train/schedules.json
"""

import json

import torch
from torch.optim import lr_scheduler as lr

BASE = 0.1
STEPS = 40


def rates(make):
    optimizer = torch.optim.SGD([torch.zeros(1, dtype=torch.float64, requires_grad=True)], lr=BASE)
    scheduler = make(optimizer)
    values = []
    for _ in range(STEPS):
        values.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()
    return values


def one_cycle(optimizer, **options):
    return lr.OneCycleLR(optimizer, max_lr=BASE, total_steps=STEPS + 1, cycle_momentum=False, **options)


CASES = {
    "constant": lambda o: lr.ConstantLR(o, factor=0.25, total_iters=7),
    "step": lambda o: lr.StepLR(o, step_size=9, gamma=0.5),
    "exponential": lambda o: lr.ExponentialLR(o, gamma=0.9),
    "linear": lambda o: lr.PolynomialLR(o, total_iters=25, power=1),
    "polynomial": lambda o: lr.PolynomialLR(o, total_iters=30, power=1.5),
    "cosine": lambda o: lr.CosineAnnealingLR(o, T_max=STEPS, eta_min=0.1 * BASE),
    "restarts": lambda o: lr.CosineAnnealingWarmRestarts(o, T_0=7),
    "growing_restarts": lambda o: lr.CosineAnnealingWarmRestarts(o, T_0=4, T_mult=2, eta_min=0.05 * BASE),
    "one_cycle": one_cycle,
    "one_cycle_ends": lambda o: one_cycle(o, pct_start=0.2, div_factor=10, final_div_factor=50),
    "warm_up": lambda o: lr.LinearLR(o, start_factor=0.2, total_iters=6),
    "warm_up_then_cosine": lambda o: lr.SequentialLR(
        o, [lr.LinearLR(o, start_factor=0.2, total_iters=6), lr.CosineAnnealingLR(o, T_max=34)], [6]
    ),
    "product": lambda o: lr.ChainedScheduler(
        [lr.LinearLR(o, start_factor=0.2, total_iters=6), lr.ExponentialLR(o, gamma=0.9)]
    ),
}

print(json.dumps({"torch": torch.__version__, **{name: rates(make) for name, make in CASES.items()}}, indent=1))
