"""Samples and what NumPy says of them, for MonteCarloPredictionTest.

    python uncertainty.py > ../resources/dev/annette/runtime/uncertainty/samples.json

Samples are [rows, samples, outputs], exact in float32; entropies are in nats.
"""

import json

import numpy

SHARES = [0, 0.025, 0.1, 0.25, 0.5, 0.731, 0.975, 1]


def entropy(p, axis):
    return -(p * numpy.log(numpy.where(p > 0, p, 1))).sum(axis)


def statistics(samples):
    return {
        "shape": list(samples.shape),
        "samples": samples.flatten().tolist(),
        "mean": samples.mean(1).tolist(),
        "deviation": samples.std(1, ddof=1).tolist(),
        "quantiles": numpy.quantile(samples, SHARES, axis=1).tolist(),
    }


def classes(samples):
    return {
        "predictive": entropy(samples.mean(1), 1).tolist(),
        "expected": entropy(samples, 2).mean(1).tolist(),
    }


def answers(samples):
    both = numpy.stack([samples, 1 - samples], 3)
    return {
        "predictive": entropy(both.mean(1), 2).tolist(),
        "expected": entropy(both, 3).mean(1).tolist(),
    }


def main():
    random = numpy.random.default_rng(5)
    numbers = random.normal(size=(3, 7, 2)).astype(numpy.float32).astype(float)
    logits = random.normal(size=(4, 10, 3)) * 4
    shares = numpy.exp(logits) / numpy.exp(logits).sum(2, keepdims=True)
    shares[0] = [0, 1, 0]
    shares[1, ::2] = [1, 0, 0]
    shares[1, 1::2] = [0, 0, 1]
    shares = shares.astype(numpy.float32).astype(float)
    print(
        json.dumps(
            {
                "versions": {"numpy": numpy.__version__},
                "shares": SHARES,
                "numbers": statistics(numbers),
                "probabilities": statistics(shares) | {"classes": classes(shares)} | {"answers": answers(shares)},
            },
            indent=1,
        )
    )


main()
