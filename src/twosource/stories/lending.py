"""What reports near each other say in other words: a short report borrows it, and so meets others of its event."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from heapq import nlargest

Vector = dict[str, float]

LOOKED_UP = 24
"""Features of a report by which others are looked for, the weightiest first."""
CROWDED = 400
"""Reports under one feature from which on it leads nowhere in particular."""
FAINT = 0.05
"""Likeness, by the features looked up, below which a report is not near."""
LENT, LENDERS = 0.7, 8
"""How much a report is given of what the nearest say, and from how many it is."""


def enriched(vectors: Sequence[Vector]) -> list[Vector]:
    """Return each report's vector with what the nearest reports say, of length 1.

    Args:
        vectors: Of length 1 each; the two sides of a pair follow each other, and do not lend to one another.
    """
    index: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, vector in enumerate(vectors):
        for feature, weight in vector.items():
            index[feature].append((number, weight))
    return [_lent(vectors, number, _nearest(vector, index, number)) for number, vector in enumerate(vectors)]


def _nearest(vector: Vector, index: dict[str, list[tuple[int, float]]], number: int) -> list[tuple[float, int]]:
    """Return the likeness and the number of the nearest reports."""
    found: dict[int, float] = defaultdict(float)
    looked_up = 0
    for feature, weight in sorted(vector.items(), key=lambda item: (-item[1], item[0])):
        row = index[feature]
        if 1 < len(row) <= CROWDED:
            for other, theirs in row:
                found[other] += weight * theirs
            looked_up += 1
            if looked_up == LOOKED_UP:
                break
    near = ((likeness, -other) for other, likeness in found.items() if likeness >= FAINT and other // 2 != number // 2)
    return [(likeness, -other) for likeness, other in nlargest(LENDERS, near)]


def _lent(vectors: Sequence[Vector], number: int, near: list[tuple[float, int]]) -> Vector:
    total = sum(likeness for likeness, _ in near)
    richer = dict(vectors[number])
    for likeness, other in near:
        share = LENT * likeness / total
        for feature, weight in vectors[other].items():
            richer[feature] = richer.get(feature, 0.0) + share * weight
    length = math.sqrt(sum(weight * weight for weight in richer.values())) or 1.0
    return {feature: weight / length for feature, weight in richer.items()}
