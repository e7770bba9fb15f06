"""Fit the weights by which two reports are judged to be of one event: ``data/stories.toml``.

    python -m training.stories FOLDER     the folder with semeval22-train-urls.jsonl and semeval22-text-pairs.jsonl

Eight weights for headlines and eight for texts, by logistic regression (Newton's method, a little ridge), repeatable to
the last digit.  The sets are for measuring only: nothing but these scalars is taken from them.  The weights for texts
serve the file that they were fitted on; the figure that is printed for it is cross-validated (five parts).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from twosource.stories.pairs import Judge, Side, side

OUT = Path("src/twosource/data/stories.toml")
RIDGE = 1.0
PARTS = 5
HEAD = """\
# How the likenesses of two reports are weighed (stories/pairs.py).  Made by training/stories.py; not to be edited.
# Fitted on the pairs of SemEval-2022 task 8: the scalars alone, no words of it.
# In order: words, groups of letters, what words name, senses, short stems, these two with what the nearest reports
# say, one outlet, constant.

"""
Matrix = NDArray[np.float64]


def read_pairs(path: Path) -> tuple[Matrix, Matrix, NDArray[np.bool_]]:
    """Return the likenesses of each pair with two sides to read, how much the same they are, if in two languages."""
    rows = [json.loads(line) for line in path.open(encoding="utf-8")]
    rows = [r for r in rows if all(r[s].get("title") or r[s].get("text") for s in ("left", "right"))]
    sides = [(_side(r["left"]), _side(r["right"])) for r in rows]
    judge = Judge()
    judge.learn(one for both in sides for one in both)
    across = np.array([left.language != right.language for left, right in sides])
    return np.array(list(judge.likenesses(sides))), np.array([degree(r["overall"]) for r in rows]), across


def _side(row: Mapping[str, str]) -> Side:
    return side(row.get("title") or "", row.get("text") or "", row["language"], row.get("url"))


def degree(overall: float) -> float:
    """Return how much the same two reports are: 1 for Overall 1, a half between 2 and 2.5, 0 for 4."""
    return (4 - overall) / 3


def fit(x: Matrix, y: Matrix) -> Matrix:
    """Return the weights of a logistic regression."""
    weights = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (p - y) + RIDGE * weights
        curve = (x * (p * (1 - p))[:, None]).T @ x + RIDGE * np.eye(x.shape[1])
        weights = weights - np.linalg.solve(curve, slope)
    return weights


def check(x: Matrix, y: Matrix) -> Matrix:
    """Return what weights say of parts that they were not fitted on."""
    part = np.arange(len(y)) % PARTS
    said = np.zeros(len(y))
    for n in range(PARTS):
        said[part == n] = 1 / (1 + np.exp(-x[part == n] @ fit(x[part != n], y[part != n])))
    return said


def main(arguments: Sequence[str]) -> None:
    """Fit both sets of weights and write them."""
    folder = Path(arguments[0])
    lines = [HEAD + "[pair]"]
    for name, file in (("headline", "semeval22-train-urls.jsonl"), ("text", "semeval22-text-pairs.jsonl")):
        x, y, across = read_pairs(folder / file)
        lines.append(f"{name} = [{', '.join(f'{w:.3f}' for w in fit(x, y))}]")
        said = check(x, y)
        both = [float(np.corrcoef(said[at], y[at])[0, 1]) for at in (across | ~across, across)]
        sys.stdout.write(f"{file}: {len(y)} pairs, Pearson {both[0]:.3f} cross-validated, across {both[1]:.3f}\n")
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
