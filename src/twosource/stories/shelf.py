"""The stories told, as a table of their features: a row each, used again when the story is let go."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from twosource.stories.rarity import Table
from twosource.stories.vectors import Vector

ROWS = 64
"""Rows of the smallest table; it doubles where it is full."""


class Shelf:
    """The mean vectors of stories by the number of the story."""

    def __init__(self, width: int) -> None:
        self._rows: dict[int, int] = {}
        self._free: list[int] = []
        self._table = Table(np.zeros((ROWS, width), np.int32), np.zeros((ROWS, width)))

    def put(self, story: int, vector: Vector, count: int) -> None:
        """Keep the features of a story of so many reports, in place of those that were kept of it."""
        row = self._rows.get(story)
        if row is None:
            row = self._rows[story] = self._free.pop() if self._free else len(self._rows)
            if row == len(self._table.features):
                self._table = self._table.above(Table(*map(np.zeros_like, self._table)))
        features, weights = self._table
        features[row] = 0
        weights[row] = 0.0
        features[row, : len(vector.features)] = vector.features
        weights[row, : len(vector.features)] = vector.weights / count

    def drop(self, story: int) -> None:
        """Let a story go."""
        self._free.append(self._rows.pop(story))

    def table(self, stories: Sequence[int]) -> Table:
        """Return the features of stories, a row each."""
        rows = [self._rows[story] for story in stories]
        return Table(self._table.features[rows], self._table.weights[rows])
