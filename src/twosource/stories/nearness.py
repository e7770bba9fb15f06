"""Who is near whom: candidates by an index of features, bounded for each report; what neighbours add to a report."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.stories.rarity import Table
from twosource.stories.vectors import Desk, Floats, Ints, Vector

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
CELLS = 1 << 19
"""Cells of a report and a unit each that are summed up at a time: what the processor keeps near."""

Numbers = NDArray[np.int64]


class Near(NamedTuple):
    """Which units are near which reports, and how like they are by the features looked up."""

    reports: Numbers
    units: Numbers
    likeness: Floats

    def along(self, other: Near) -> Near:
        """Return what is near by either."""
        return Near(
            np.concatenate((self.reports, other.reports)),
            np.concatenate((self.units, other.units)),
            np.concatenate((self.likeness, other.likeness)),
        )

    def best(self) -> Near:
        """Return the nearest units of each report, the nearest first and of those as near the earliest."""
        order = np.lexsort((self.units, -self.likeness, self.reports))
        reports = self.reports[order]
        rank = np.arange(len(order)) - np.searchsorted(reports, reports)
        order = order[rank < NEAR]
        return Near(self.reports[order], self.units[order], self.likeness[order])


class Index:
    """Units by feature, with the weight that it has in each."""

    def __init__(self, units: Table, known: int, fewest: int = 1) -> None:
        """Make the index of a table of units.

        Args:
            units: The features of each unit.
            known: How many numbers there are for features.
            fewest: Units that a feature must have to be looked up.
        """
        self.count, width = units.features.shape
        flat = units.features.ravel()
        counts = np.bincount(flat, minlength=known)
        counts[0] = 0
        counts[(counts > CROWDED) | (counts < fewest)] = 0
        used = np.flatnonzero(counts[flat])
        used = used[np.argsort(flat[used], kind="stable")]
        self._units, self._weights = used // width, units.weights.ravel()[used]
        self._counts, self._starts = counts, np.cumsum(counts) - counts

    def find(self, vectors: Table, *, themselves: bool = False) -> Near:
        """Return the units that are near reports.

        Args:
            vectors: The features of the reports, the weightiest first.
            themselves: Whether the reports are the units, and so each is nearest to itself, which is left out.
        """
        step = max(1, CELLS // max(1, self.count))
        sums = np.zeros(step * max(1, self.count))
        found = [
            self._some(vectors.features[n : n + step], vectors.weights[n : n + step], sums, n, themselves)
            for n in range(0, len(vectors.features), step)
        ]
        return Near(*(np.concatenate(part) for part in zip(*found, strict=True)))

    def _some(self, features: Ints, weights: Floats, sums: Floats, first: int, themselves: bool) -> Near:
        """Return what is near a few reports, of which the first has this number."""
        there = self._counts[features] > 0
        rows, columns = np.nonzero(there & (np.cumsum(there, axis=1) <= LOOKED_UP))
        looked_up = features[rows, columns]
        counts = self._counts[looked_up]
        steps = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        places = np.repeat(self._starts[looked_up], counts) + steps
        cells = np.repeat(rows * self.count, counts) + self._units[places]
        np.add.at(sums, cells, np.repeat(weights[rows, columns], counts) * self._weights[places])
        near = cells[sums[cells] >= FAINT]
        near.sort()
        near = near[np.diff(near, prepend=-1) > 0]
        likeness = sums[near]
        sums[cells] = 0.0
        reports, units = near // max(1, self.count) + first, near % max(1, self.count)
        other = reports != units if themselves else np.ones(len(near), bool)
        return Near(reports[other], units[other], likeness[other])


def products(near: Near, vectors: Table, units: Table, known: int) -> Floats:
    """Return the inner product of each report with the units near it.

    Args:
        near: What is near what, the reports in order.
        vectors: The features of the reports.
        units: The features of the units.
        known: How many numbers there are for features.
    """
    wide = np.zeros(known)
    found = np.zeros(len(near.reports))
    reports, starts = np.unique(near.reports, return_index=True)
    ends = np.append(starts[1:], len(found))
    for report, start, end in zip(reports.tolist(), starts.tolist(), ends.tolist(), strict=False):
        features = vectors.features[report]
        others = near.units[start:end]
        wide[features] = vectors.weights[report]
        found[start:end] = np.einsum("ij,ij->i", wide[units.features[others]], units.weights[others])
        wide[features] = 0.0
    return found


def lend(vector: Vector, near: Iterable[tuple[float, int]], vectors: Mapping[int, Vector], desk: Desk) -> Vector:
    """Return a report's vector with what its nearest neighbours say in other words, of length 1."""
    lenders = [(likeness, vectors[other]) for likeness, other in near if other in vectors]
    total = sum(likeness for likeness, _ in lenders)
    if not total:
        return vector
    shares = [Vector(theirs.features, theirs.weights * (LENT * likeness / total)) for likeness, theirs in lenders]
    features, weights = desk.sum((vector, *shares))
    return Vector(features, weights / math.sqrt(sum((weights * weights).tolist())))
