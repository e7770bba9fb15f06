"""Fit the weights by which two reports are judged to be of one event: ``data/stories.toml``.

    python -m training.stories FOLDER     the folder with semeval22-train-urls.jsonl, semeval22-text-pairs.jsonl
                                          and ru-0525-urls.jsonl.gz

Nine weights for headlines and nine for texts, by logistic regression (Newton's method, a little ridge), repeatable to
the last digit; then, beside those of headlines as they stand, two for regions on one half of the Russian pairs, since
only Russian has regions.  The sets are for measuring only: nothing but these scalars is taken from them.  The weights
serve the file that they were fitted on; the figures that are printed for it are cross-validated (five parts), and for
the Russian pairs of the other half, which has no report in common with the first.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.stories.pairs import Judge, Side, side

OUT = Path("src/twosource/data/stories.toml")
RIDGE = 1.0
PARTS = 5
HEAD = """\
# How the likenesses of two reports are weighed (stories/pairs.py).  Made by training/stories.py; not to be edited.
# Fitted on the pairs of SemEval-2022 task 8, what regions weigh on half of the Russian pairs of one day (25 May 2020):
# the scalars alone, no words of them.
# In order: words, groups of letters, what words name, senses, short stems, these two with what the nearest reports
# say, neighbours in common, one outlet, one region, two regions, constant.

"""
REGIONS = slice(8, 10)
"""Where among the likenesses stands what is known of regions."""
Matrix = NDArray[np.float64]


class Pairs(NamedTuple):
    """What is known of pairs: their likenesses, how much the same, if in two languages, if of the first half."""

    likenesses: Matrix
    same: Matrix
    across: NDArray[np.bool_]
    half: NDArray[np.bool_]


def read_pairs(path: Path) -> Pairs:
    """Return what is known of the pairs of a file that have two sides to read."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    rows = [r for r in rows if all(r[s].get("title") or r[s].get("text") for s in ("left", "right"))]
    made: dict[str, Side] = {}
    sides = [(_side(r["left"], made), _side(r["right"], made)) for r in rows]
    judge = Judge()
    judge.learn(made.values())
    across = np.array([left.language != right.language for left, right in sides])
    same = np.array([degree(r["overall"]) if "overall" in r else float(r["same"]) for r in rows])
    return Pairs(np.array(list(judge.likenesses(sides))), same, across, _halves(sides))


def _side(row: Mapping[str, str], made: dict[str, Side]) -> Side:
    """Return a report; one that is in several pairs is made once."""
    key = json.dumps([row.get("title"), row.get("text"), row["language"], row.get("url")])
    if key not in made:
        made[key] = side(row.get("title") or "", row.get("text") or "", row["language"], row.get("url"))
    return made[key]


def _halves(sides: Sequence[tuple[Side, Side]]) -> NDArray[np.bool_]:
    """Return which pairs are of the first half: what a chain of pairs ties together is of one half."""
    root = {id(one): id(one) for both in sides for one in both}

    def find(one: int) -> int:
        while root[one] != one:
            one = root[one]
        return one

    for left, right in sides:
        root[find(id(right))] = find(id(left))
    numbers: dict[int, int] = {}
    return np.array([numbers.setdefault(find(id(left)), len(numbers)) % 2 == 0 for left, _ in sides])


def degree(overall: float) -> float:
    """Return how much the same two reports are: 1 for Overall 1, a half between 2 and 2.5, 0 for 4."""
    return (4 - overall) / 3


def fit(x: Matrix, y: Matrix, known: Matrix | float = 0.0) -> Matrix:
    """Return the weights of a logistic regression, beside what is ``known`` of each row."""
    weights = np.zeros(x.shape[1])
    for _ in range(30):
        p = sigmoid(x @ weights + known)
        slope = x.T @ (p - y) + RIDGE * weights
        curve = (x * (p * (1 - p))[:, None]).T @ x + RIDGE * np.eye(x.shape[1])
        weights = weights - np.linalg.solve(curve, slope)
    return weights


def sigmoid(x: Matrix) -> Matrix:
    """Return the probabilities of log odds."""
    found: Matrix = 1 / (1 + np.exp(-x))
    return found


def check(x: Matrix, y: Matrix) -> Matrix:
    """Return what weights say of parts that they were not fitted on."""
    part = np.arange(len(y)) % PARTS
    said = np.zeros(len(y))
    for n in range(PARTS):
        said[part == n] = sigmoid(x[part == n] @ fit(x[part != n], y[part != n]))
    return said


def auc(said: Matrix, same: NDArray[np.bool_]) -> float:
    """Return the chance that a pair of one event is said to be likelier one than a pair of two."""
    order = np.sort(said[~same])
    below, up_to = np.searchsorted(order, said[same], "left"), np.searchsorted(order, said[same], "right")
    return float((below + up_to).mean() / (2 * len(order)))


def main(arguments: Sequence[str]) -> None:
    """Fit all weights and write them."""
    folder = Path(arguments[0])
    found: dict[str, Matrix] = {}
    for name, file in (("headline", "semeval22-train-urls.jsonl"), ("text", "semeval22-text-pairs.jsonl")):
        pairs = read_pairs(folder / file)
        x = np.delete(pairs.likenesses, REGIONS, axis=1)
        found[name] = fit(x, pairs.same)
        said = check(x, pairs.same)
        both = [np.corrcoef(said[at], pairs.same[at])[0, 1] for at in (said >= 0, pairs.across)]
        sys.stdout.write(f"{file}: {len(x)} pairs, Pearson {both[0]:.4f} cross-validated, across {both[1]:.4f}\n")
    regions = fit_regions(read_pairs(folder / "ru-0525-urls.jsonl.gz"), found["headline"])
    lines = [HEAD + "[pair]"]
    for name, weights in found.items():
        row = np.insert(weights, REGIONS.start, regions)
        lines.append(f"{name} = [{', '.join(f'{w:.3f}' for w in row)}]")
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")


def fit_regions(pairs: Pairs, weights: Matrix) -> Matrix:
    """Return what one region and two regions weigh beside the other weights, fitted on the first half of the pairs."""
    known = np.delete(pairs.likenesses, REGIONS, axis=1) @ weights
    x, same = pairs.likenesses[:, REGIONS], pairs.same > 0
    for half in (~pairs.half, pairs.half):  # the first half is the one that counts
        found = fit(x[half], pairs.same[half], known[half])
        before, after = auc(known[~half], same[~half]), auc((known + x @ found)[~half], same[~half])
        sys.stdout.write(
            f"regions {found.round(3)}: AUC of the other {(~half).sum()} pairs {before:.4f}, {after:.4f}\n"
        )
    return found


if __name__ == "__main__":
    main(sys.argv[1:])
