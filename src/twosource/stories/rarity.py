"""How rare each feature is, learnt from the stream itself; nothing is shipped that was counted in somebody's texts.

Features have numbers here, so that what is done for every feature of every report is done on whole tables at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

BACKGROUND = 50
"""Reports of other things imagined beside those seen, so that rarity means something among a few."""
LARGEST = 1_000_000
"""Features that are counted; beyond that those seen once are forgotten."""

Ints = NDArray[np.int32]
Floats = NDArray[np.float64]


class Table(NamedTuple):
    """A row of weighed features for each of many reports or stories, by number; 0 is none."""

    features: Ints
    weights: Floats

    def above(self, other: Table) -> Table:
        """Return the rows of both, these first."""
        features, weights = (
            np.concatenate((self.features, other.features)),
            np.concatenate((self.weights, other.weights)),
        )
        return Table(features, weights)


class Numbers(dict[str, int]):
    """The numbers of features, given when first asked for; 0 is none."""

    def __init__(self) -> None:
        super().__init__({"": 0})

    def __missing__(self, feature: str) -> int:
        number = self[feature] = len(self)
        return number


class Rarity:
    """Counts of reports by feature, from which comes the inverse document frequency."""

    def __init__(self, seen: int = 0, counts: Mapping[str, int] | None = None) -> None:
        self.restore(seen, counts or {})

    def restore(self, seen: int, counts: Mapping[str, int]) -> None:
        """Start anew from counts that were kept."""
        self.seen = seen
        self.numbers = Numbers()
        numbers = [self.numbers[feature] for feature in counts]
        self._counts = np.zeros(len(self.numbers))
        self._counts[numbers] = list(counts.values())

    @property
    def counts(self) -> dict[str, int]:
        """Return in how many reports each feature was seen."""
        counts = self._counts.astype(int).tolist()
        return {feature: count for feature, count in zip(self.numbers, counts, strict=False) if count}

    def copy(self) -> Rarity:
        """Return counts of their own, to go on with and throw away; the numbers are shared."""
        other = Rarity(self.seen)
        other.numbers, other._counts = self.numbers, self._counts.copy()
        return other

    def table(self, reports: Sequence[Mapping[str, float]], least: int) -> Table:
        """Return the features of reports as a table that is so wide at least."""
        lengths = np.fromiter(map(len, reports), np.intp, len(reports))
        total, width = int(lengths.sum()), int(lengths.max(initial=least))
        there = np.arange(width) < lengths[:, None]
        features, weights = np.zeros(there.shape, np.int32), np.zeros(there.shape)
        features[there] = np.fromiter(map(self.numbers.__getitem__, chain.from_iterable(reports)), np.int32, total)
        weights[there] = np.fromiter(chain.from_iterable(report.values() for report in reports), float, total)
        return Table(features, weights)

    def learn(self, reports: Table) -> None:
        """Count the features of reports, once a report."""
        self.seen += len(reports.features)
        counts = np.bincount(reports.features.ravel(), minlength=len(self.numbers)).astype(float)
        counts[: len(self._counts)] += self._counts
        counts[0] = 0
        self._counts = counts

    def shrink(self) -> bool:
        """Forget what was seen least where too much is counted; tell whether numbers changed by that."""
        if np.count_nonzero(self._counts) <= LARGEST:
            return False
        counts = self.counts
        while len(counts) > LARGEST:
            counts = {feature: count // 2 for feature, count in counts.items() if count > 1}
            self.seen //= 2
        self.restore(self.seen, counts)
        return True

    def vectors(self, reports: Table, keep: int) -> Table:
        """Return the ``keep`` weightiest features of each report, the weightiest first, of length 1 together."""
        total = np.log(self.seen + BACKGROUND)
        weighed = reports.weights * (total - np.log(self._counts + 1))[reports.features]
        best = np.argsort(-weighed, axis=1, kind="stable")[:, :keep]
        weights = np.take_along_axis(weighed, best, axis=1)
        lengths = np.sqrt(np.square(weights).sum(axis=1, keepdims=True))
        weights /= np.where(lengths > 0, lengths, 1.0)
        return Table(np.where(weights > 0, np.take_along_axis(reports.features, best, axis=1), 0), weights)

    def named(self, vectors: Table) -> Iterator[dict[str, float]]:
        """Yield each row of a table with the features themselves."""
        names = list(self.numbers)
        lengths = np.count_nonzero(vectors.features, axis=1).tolist()
        for length, features, weights in zip(lengths, vectors.features.tolist(), vectors.weights.tolist(), strict=True):
            yield dict(zip(map(names.__getitem__, features[:length]), weights, strict=False))
