"""Decoding: the best labels of the words of a report, and how probable each kind is where a name begins.

Most words of a text are in no name beyond doubt.  A word is *quiet* where its own weights speak so clearly against a
name that neither beginning nor continuing one there pays.  Only the other words and those beside them are decoded;
between such stretches every word is outside.  CRFsuite decodes all stretches of a report at once, with a word between
them that can be nothing but outside; its model knows the transitions alone, the words bring their sums of weights.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from struct import Struct

import pycrfsuite

from twosource.annotate.names_document import KINDS, Mention
from twosource.annotate.names_features import labels_to_spans
from twosource.annotate.names_weights import LANE, OUTSIDE, UNIT, Weights

_BEGINNING = 2 * UNIT
"""A word is quiet where beginning a name costs more than this, and ..."""
_CONTINUING = UNIT // 2
"""... continuing one costs more than this, each against being outside."""
_WALL = {OUTSIDE.encode(): 50 * UNIT}
"""An item that is outside, whatever stands beside it."""
_NOWHERE = (-1, -1)
_BEGINS = tuple("B-" + kind for kind in KINDS)


class Decoder:
    """Finds the best labels under the weights of a model.

    Args:
        weights: The weights, read from their file.

    Raises:
        ValueError: CRFsuite cannot read the transitions, or they are those of other labels.
    """

    def __init__(self, weights: Weights) -> None:
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open_inmemory(weights.chain)
        if sorted(self._tagger.labels()) != sorted(weights.labels):
            raise ValueError("its transitions are those of other labels")
        names, rows = weights.labels[1:], weights.transitions
        self._begins = [label if label in names else None for label in _BEGINS]
        lanes = range(len(names))
        self._keys = [label.encode() for label in names]
        self._signs = sum(1 << LANE * lane + LANE - 1 for lane in lanes)
        self._lanes = Struct(f"<{len(names)}i")
        stay = rows[0][0]
        costs = [
            rows[0][number] - stay + _BEGINNING
            if label[0] == "B"
            else max(row[number] for row in rows) - stay + _CONTINUING
            for number, label in enumerate(names, 1)
        ]
        self._limits = self._signs + sum(cost << LANE * lane for lane, cost in zip(lanes, costs, strict=True))
        self._begin = sum(stay - rows[0][lane + 1] << LANE * lane for lane in lanes)
        self._end = sum(stay - rows[lane + 1][0] << LANE * lane for lane in lanes)

    def decode(self, sequences: Sequence[Sequence[int]]) -> list[list[Mention]]:
        """Return the names of each sequence of a report, from the packed scores of its words (`Weights.total`)."""
        found: list[list[Mention]] = [[] for _ in sequences]
        items, places = self._items(sequences)
        if not places:
            return found
        for first, end, kind in labels_to_spans(self._tagger.tag(items)):
            votes = tuple([self._tagger.marginal(label, first) if label else 0.0 for label in self._begins])
            number, index = places[first]
            found[number].append(Mention(number, index, index + end - first, votes, kind))
        return found

    def _items(self, sequences: Sequence[Sequence[int]]) -> tuple[list[dict[bytes, int]], list[tuple[int, int]]]:
        """Return what CRFsuite decodes, and to which sequence and word each item belongs; to none where none does."""
        signs, keys, size, unpack = self._signs, self._keys, self._lanes.size, self._lanes.unpack
        items: list[dict[bytes, int]] = []
        places: list[tuple[int, int]] = []
        for number, scores in enumerate(sequences):
            for first, end in self._stretches(scores):
                stretch = list(scores[first:end])
                if first == 0:
                    stretch[0] += self._begin
                if end == len(scores):
                    stretch[-1] += self._end
                items.append(_WALL)
                for score in stretch:
                    weights = unpack((score + signs ^ signs).to_bytes(size, "little"))
                    items.append(dict(zip(keys, weights, strict=True)))
                places.append(_NOWHERE)
                places += [(number, index) for index in range(first, end)]
        items.append(_WALL)
        return items, places

    def _stretches(self, scores: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Yield (first, end) of the words that are not quiet, each with the words beside it."""
        limits, signs = self._limits, self._signs
        first = end = 0
        for index in [index for index, score in enumerate(scores) if score + limits & signs]:
            if index > end + 1:
                if end:
                    yield first, end
                first = index - 1
            end = index + 2
        if end:
            yield first, min(end, len(scores))
