"""Vectors of a few features among very many, as two short rows: the features by number, and their weights."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]
Floats = NDArray[np.float64]


class Vector(NamedTuple):
    """Weighed features; each stands once."""

    features: Ints
    weights: Floats


class Desk:
    """A place for each feature, where one vector at a time is laid out so that others can be held against it."""

    def __init__(self, known: int) -> None:
        """Make a place for so many features."""
        self._row = np.zeros(known)

    def products(self, vector: Vector, others: Sequence[Vector]) -> list[float]:
        """Return the inner products of a vector with others."""
        if not others:
            return []
        row = self._row
        row[vector.features] = vector.weights
        if len(others) == 1:
            features, weights = others[0]
            found = [float(row[features] @ weights)]
        else:
            lengths = [len(other.features) for other in others]
            each = row[np.concatenate([other.features for other in others])]
            each *= np.concatenate([other.weights for other in others])
            if all(lengths):
                found = np.add.reduceat(each, list(accumulate(lengths[:-1], initial=0))).tolist()
            else:
                found = np.bincount(np.repeat(np.arange(len(others)), lengths), each, len(others)).tolist()
        row[vector.features] = 0.0
        return found

    def sum(self, vectors: Sequence[Vector]) -> Vector:
        """Return the sum of vectors, its features in the order in which they come."""
        row = self._row
        features = [vectors[0].features]
        row[vectors[0].features] = vectors[0].weights
        for vector in vectors[1:]:
            before = row[vector.features]
            features.append(vector.features[before == 0.0])
            row[vector.features] = before + vector.weights
        every = np.concatenate(features)
        found = Vector(every, row[every])
        row[every] = 0.0
        return found

    def lay(self, vector: Vector, table: Ints) -> Floats:
        """Return a table of features with what each weighs in a vector."""
        self._row[vector.features] = vector.weights
        found = self._row[table]
        self._row[vector.features] = 0.0
        return found


def trimmed(vector: Vector, keep: int, names: Sequence[str]) -> Vector:
    """Return the weightiest features of a vector, of equal ones the first by name.

    Twice as many are let stand before a vector is cut.
    """
    features, weights = vector
    if len(features) <= 2 * keep:
        return vector
    least = np.partition(weights, len(weights) - keep)[len(weights) - keep]
    best = np.flatnonzero(weights >= least)
    if len(best) > keep:
        equal = sorted(best[weights[best] == least].tolist(), key=lambda place: names[int(features[place])])
        best = np.concatenate((np.flatnonzero(weights > least), equal))[:keep]
        best.sort()
    return Vector(features[best], weights[best])
