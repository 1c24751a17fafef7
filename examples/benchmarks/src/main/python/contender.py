"""A Python library as a contender: the counterpart of Contender.java, which says what the lines mean."""

import gzip
import sys
import time
from pathlib import Path

import numpy as np


class Task:
    """A network with its data and initial weights, read from a folder."""

    def __init__(self, folder):
        folder = Path(folder)
        lines = (folder / "task.properties").read_text().splitlines()
        texts = dict(line.split("=", 1) for line in lines if "=" in line)
        self.widths = [int(width) for width in texts["widths"].split(",")]
        self.classes = texts["classes"] == "true"
        self.dropout = float(texts["dropout"])
        self.l2 = float(texts["l2"])
        self.adam = texts["adam"] == "true"
        self.rate = float(texts["rate"])
        self.momentum = float(texts["momentum"])
        self.training = texts["training"] == "true"
        self.rows = int(texts["rows"])
        self.take(
            np.fromfile(folder / "features.f32", "<f4"), np.fromfile(folder / "targets.f32", "<f4")
        )
        self.layers = []
        rest = np.fromfile(folder / "weights.f32", "<f4")
        for width, units in zip(self.widths, self.widths[1:]):
            weights, biases, rest = np.split(rest, [width * units, (width + 1) * units])
            self.layers.append((weights.reshape(width, units), biases))

    def take(self, features, targets):
        """Takes whole batches of other rows."""
        batches = len(targets) // self.rows
        count = batches * self.rows
        self.features = features[: count * self.widths[0]].reshape(batches, self.rows, -1)
        self.targets = targets[:count].reshape(batches, self.rows)


def mnist(folder, part):
    """Returns pixels from 0 to 1 and digits."""

    def numbers(name, header):
        with gzip.open(Path(folder) / f"{part}-{name}-ubyte.gz") as file:
            return np.frombuffer(file.read(), np.uint8, offset=4 * header)

    pixels = numbers("images-idx3", 4).astype(np.float32) / np.float32(255)
    return pixels.reshape(-1, 784), numbers("labels-idx1", 2).astype(np.float32)


def race(begin, task, wanted, folder):
    pixels, digits = mnist(folder, "t10k")
    learned = mnist(folder, "train")
    task.take(learned[0].reshape(-1), learned[1])
    session = begin(task, task.dropout)
    accuracy = 0.0
    epoch = 0
    while accuracy < wanted and epoch < 30:
        for batch in range(len(task.features)):
            session.run(batch)
        accuracy = float((session.predict(pixels).argmax(axis=1) == digits).mean())
        epoch += 1
    return f"{epoch} {accuracy}"


def window(session, batches, first, nanos):
    batch = first
    count = 0
    start = time.perf_counter_ns()
    end = start
    while end - start < nanos:
        session.run(batch)
        batch = batch + 1 if batch + 1 < batches else 0
        count += 1
        end = time.perf_counter_ns()
    return batch, f"{count} {end - start}"


def serve(description, begin):
    """Answers lines; begin(task, dropout) returns a session with run, loss and predict."""
    task = Task(sys.argv[1])
    batches = len(task.features)
    print("ready", description, flush=True)
    timed = None
    batch = 0
    for line in sys.stdin:
        question, *words = line.rstrip("\n").split(" ", 2)
        if question == "losses":
            session = begin(task, 0.0)
            losses = (session.loss(step % batches) for step in range(int(words[0])))
            answer = " ".join(map(repr, losses))
        elif question == "noisy":
            session = begin(task, task.dropout)
            answer = repr(np.mean([session.loss(step % batches) for step in range(int(words[0]))]).item())
        elif question == "outputs":
            outputs = begin(task, task.dropout).predict(task.features[0])[0]
            answer = " ".join(repr(float(output)) for output in outputs)
        elif question == "window":
            timed = timed or begin(task, task.dropout)
            batch, answer = window(timed, batches, batch, int(words[0]) * 1_000_000)
        elif question == "race":
            answer = race(begin, task, float(words[0]), words[1])
        elif question == "quit":
            return
        else:
            raise ValueError("not a question: " + line)
        print(question, answer, flush=True)
