"""Mix linear models that learned the same features in several ways into one of the same speed.

The maximum of the likelihood errs differently from averaged perceptrons, these from one another when they went through
the texts in several orders, and a model of one language from one of several; the mean of their weights errs less.  A
perceptron's weights, which have no scale of their own, are first brought to the length of the others.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pycrfsuite

Key = tuple[str, str]


class Linear(NamedTuple):
    """A linear model: the weights of (label, label behind it) and of (attribute, label)."""

    transitions: Mapping[Key, float]
    states: Mapping[Key, float]

    @property
    def labels(self) -> frozenset[str]:
        """Return all labels that have a weight."""
        return frozenset(label for pair in self.transitions for label in pair) | {label for _, label in self.states}

    @property
    def length(self) -> float:
        """Return the Euclidean length of all weights together."""
        return math.hypot(*self.transitions.values(), *self.states.values())


def read_linear(path: Path) -> Linear:
    """Return the weights of a model's file that CRFsuite wrote, to the six digits that it prints."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    info = tagger.info()
    return Linear(dict(info.transitions), dict(info.state_features))


def mix(parts: Sequence[tuple[Linear, float]], least: float = 0.0) -> Linear:
    """Return the sum of models, each brought to the length of the first and weighed by its share.

    Args:
        parts: The models with their shares.
        least: Weights of attributes that come out smaller are left out.
    """
    length = parts[0][0].length
    scaled = [(model, share * length / (model.length or 1.0)) for model, share in parts]
    transitions = _sum((model.transitions, factor) for model, factor in scaled)
    states = _sum((model.states, factor) for model, factor in scaled)
    return Linear(transitions, {key: weight for key, weight in states.items() if abs(weight) >= least})


def _sum(parts: Iterable[tuple[Mapping[Key, float], float]]) -> dict[Key, float]:
    total: dict[Key, float] = {}
    for weights, factor in parts:
        for key, weight in weights.items():
            total[key] = total.get(key, 0.0) + factor * weight
    return total
