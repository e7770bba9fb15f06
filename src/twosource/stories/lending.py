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
NEAR = 2 * LENDERS
"""Reports that count as the neighbours of one."""


class Neighbours:
    """The reports nearest to each of many; the two sides of a pair are no neighbours of one another."""

    def __init__(self, vectors: Sequence[Vector]) -> None:
        """Find them, by vectors of length 1 each."""
        self._vectors = vectors
        index: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, vector in enumerate(vectors):
            for feature, weight in vector.items():
                index[feature].append((number, weight))
        self._near = [_nearest(vector, index, number) for number, vector in enumerate(vectors)]

    def common(self, one: int, other: int) -> float:
        """Return which part of the neighbours of either are neighbours of both."""
        mine = {number for _, number in self._near[one]} - {other}
        theirs = {number for _, number in self._near[other]} - {one}
        return len(mine & theirs) / (len(mine | theirs) or 1)

    def lent(self, number: int, partner: int) -> Vector:
        """Return a report's vector with what the nearest reports but its partner say, of length 1."""
        near = [(likeness, other) for likeness, other in self._near[number] if other != partner][:LENDERS]
        total = sum(likeness for likeness, _ in near)
        richer = dict(self._vectors[number])
        for likeness, other in near:
            share = LENT * likeness / total
            for feature, weight in self._vectors[other].items():
                richer[feature] = richer.get(feature, 0.0) + share * weight
        length = math.sqrt(sum(weight * weight for weight in richer.values())) or 1.0
        return {feature: weight / length for feature, weight in richer.items()}


def _nearest(vector: Vector, index: dict[str, list[tuple[int, float]]], number: int) -> list[tuple[float, int]]:
    """Return the likeness and the number of the nearest reports, the nearest first."""
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
    near = ((likeness, -other) for other, likeness in found.items() if likeness >= FAINT and other != number)
    return [(likeness, -other) for likeness, other in nlargest(NEAR, near)]
