"""How rare each feature is, learnt from the stream itself; nothing is shipped that was counted in somebody's texts.

Features have numbers here, so that what is done for every feature of every report is done on whole tables at once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.stories.vectors import Floats, Ints, Vector

BACKGROUND = 50
"""Reports of other things imagined beside those seen, so that rarity means something among a few."""
LARGEST = 1_000_000
"""Features that are counted; beyond that those seen once are forgotten."""


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

    def rows(self) -> list[Vector]:
        """Return each row as a vector."""
        lengths = np.count_nonzero(self.features, axis=1).tolist()
        return [Vector(f[:n], w[:n]) for f, w, n in zip(self.features, self.weights, lengths, strict=True)]


class Marks(NamedTuple):
    """The sketch of a report: its features by number, how much they weigh but for their rarity, and its day."""

    features: Ints
    weights: Floats
    day: float | None = None
    bare: bool = False
    """Hardly more than a headline."""


class Numbers(dict[str, int]):
    """The numbers of features, given when first asked for; 0 is none.  ``names`` are the features by number."""

    def __init__(self) -> None:
        super().__init__({"": 0})
        self.names = [""]
        self._letters = bytearray(1)

    def __missing__(self, feature: str) -> int:
        number = self[feature] = len(self.names)
        self.names.append(feature)
        self._letters.append(min(ord(feature[0]), 255))
        return number

    def letters(self) -> NDArray[np.uint8]:
        """Return the letters that the features begin with, by number."""
        return np.frombuffer(bytes(self._letters), np.uint8)


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

    def table(self, reports: Sequence[Marks], least: int) -> Table:
        """Return the features of reports as a table that is so wide at least."""
        lengths = np.fromiter((len(report.features) for report in reports), np.intp, len(reports))
        there = np.arange(int(lengths.max(initial=least))) < lengths[:, None]
        features, weights = np.zeros(there.shape, np.int32), np.zeros(there.shape)
        if reports:
            features[there] = np.concatenate([report.features for report in reports])
            weights[there] = np.concatenate([report.weights for report in reports])
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
