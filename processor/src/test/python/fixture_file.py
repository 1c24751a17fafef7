"""Writes fixtures: JSON whose numbers round-trip, filled to lines of at most 100 columns."""

import json
import platform
from pathlib import Path

import numpy
import sklearn
import torch

WIDTH = 100
DIRECTORY = Path(__file__).resolve().parent.parent / "resources" / "fixtures"


def write(name, about, cases):
    """Writes DIRECTORY/name: what the file is, the versions that computed it, and the cases."""
    versions = {
        "python": platform.python_version(),
        "numpy": numpy.__version__,
        "torch": torch.__version__.split("+")[0],
        "scikit-learn": sklearn.__version__,
    }
    text = _text({"about": about, "versions": versions, "cases": cases}, 0) + "\n"
    DIRECTORY.mkdir(parents=True, exist_ok=True)
    (DIRECTORY / name).write_text(text, encoding="utf-8")


def read(name):
    return json.loads((DIRECTORY / name).read_text(encoding="utf-8"))


def _text(value, indent):
    line = _one_line(value)
    if indent + len(line) <= WIDTH or not isinstance(value, (dict, list)):
        return line
    margin = " " * (indent + 1)
    if isinstance(value, dict):
        items = [f"{margin}{json.dumps(k)}: {_text(v, indent + 1)}" for k, v in value.items()]
    elif isinstance(value[0], (dict, list)):
        items = [margin + _text(v, indent + 1) for v in value]
    else:
        return f"[\n{_filled([_number(v) for v in value], margin)}]"
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    return opening + "\n" + ",\n".join(items) + closing


def _filled(words, margin):
    lines, line = [], margin
    for position, word in enumerate(words):
        word += "," if position + 1 < len(words) else ""
        if len(line) + len(word) > WIDTH:
            lines.append(line.rstrip())
            line = margin
        line += word + " "
    return "\n".join(lines + [line.rstrip()])


def _one_line(value):
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(k)}: {_one_line(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_one_line, value)) + "]"
    return _number(value)


def _number(value):
    """The shortest text that reads back as the same number, of float32 if the value is one."""
    if isinstance(value, numpy.float32):
        return str(value + numpy.float32(0))  # no -0.0
    if isinstance(value, float):
        if not numpy.isfinite(value):
            raise ValueError(f"{value} is not JSON")
        return repr(float(value) + 0.0)
    return json.dumps(value, ensure_ascii=False)
