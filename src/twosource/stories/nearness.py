"""Who is near whom: candidates by an index of features, bounded for each report; what neighbours add to a report."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from heapq import nlargest

from twosource.stories.linkage import product

LOOKED_UP = 24
"""Features of a report by which others are looked for, the weightiest first."""
CROWDED = 400
"""Units under one feature from which on it leads nowhere in particular."""
NEAR = 16
"""Units that a report is compared with at most."""
FAINT = 0.04
"""Likeness, by the features looked up, below which a unit is not near."""
LENT, LENDERS = 0.6, 4
"""How much a report is given of its nearest neighbours' features, and from how many: other words for the same event."""

Index = dict[str, dict[int, float]]
"""Units by feature, with the weight that it has in each."""
Vector = dict[str, float]


def enter(index: Index, number: int, vector: Mapping[str, float]) -> None:
    """Put a unit under each of its features."""
    for feature, weight in vector.items():
        if (row := index.get(feature)) is None:
            index[feature] = {number: weight}
        else:
            row[number] = weight


def remove(index: Index, number: int, vector: Iterable[str]) -> None:
    """Take a unit out again."""
    for feature in vector:
        if (row := index.get(feature)) is not None:
            row.pop(number, None)
            if not row:
                del index[feature]


def neighbours(vector: Mapping[str, float], indexes: Iterable[Index], number: int) -> list[tuple[float, int]]:
    """Return the nearest units by the features looked up, the nearest first, with that likeness."""
    found: dict[int, float] = {}
    get = found.get
    wanted = sorted(vector.items(), key=lambda item: (-item[1], item[0]))
    for index in indexes:
        looked_up = 0
        for feature, weight in wanted:
            row = index.get(feature)
            if row is None or (len(row) == 1 and number in row):
                continue
            if len(row) <= CROWDED:
                for other, theirs in row.items():
                    found[other] = get(other, 0.0) + weight * theirs
                looked_up += 1
                if looked_up == LOOKED_UP:
                    break
    found.pop(number, None)
    near = [(likeness, -other) for other, likeness in found.items() if likeness >= FAINT]
    return [(likeness, -other) for likeness, other in nlargest(NEAR, near)]


def lend(vector: Vector, near: list[tuple[float, int]], vectors: Mapping[int, Vector]) -> Vector:
    """Return a report's vector with what its nearest neighbours say in other words, of length 1."""
    lenders = [(likeness, vectors[other]) for likeness, other in near[:LENDERS] if other in vectors]
    total = sum(likeness for likeness, _ in lenders)
    if not total:
        return vector
    richer = dict(vector)
    for likeness, theirs in lenders:
        share = LENT * likeness / total
        for feature, weight in theirs.items():
            richer[feature] = richer.get(feature, 0.0) + share * weight
    length = math.sqrt(product(richer, richer))
    return {feature: weight / length for feature, weight in richer.items()}
