"""Decoding: the best labels of the words of a report, and how probable each kind is where a name begins.

Most words of a text are in no name beyond doubt: beginning one there costs so much that it does not pay.  Only runs of
words are decoded that begin where a name might, and go on where one might go on, also behind a word or two where that
would cost something; between such runs every word is outside.  A run of one word is decided by its weights alone.
CRFsuite decodes the others of a report at once, with a word between them that can be nothing but outside; its model
knows the transitions alone, the words bring their sums of weights.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from math import exp
from struct import Struct

import pycrfsuite

from twosource.annotate.names_document import KINDS, Mention
from twosource.annotate.names_features import labels_to_spans
from twosource.annotate.names_weights import LANE, OUTSIDE, UNIT, Weights

_BEGINNING, _BEFORE = 2 * UNIT, 5 * UNIT
"""No run begins where beginning a name costs more than the first, against being outside; but the word in front of the
first one is taken in where it costs no more than the second, and the first one goes on by what that costs at least."""
_GOING_ON, _BRIDGED = 1 * UNIT, 5 * UNIT
"""A run ends with a word where going on costs no more than the first, and holds none where it costs more than the
second."""
_MOST_BRIDGED = 2
"""So many words in a row may cost more than a run ends with."""
_WALL = {OUTSIDE.encode(): 50 * UNIT}
"""An item that is outside, whatever stands beside it."""
_BEGINS = tuple("B-" + kind for kind in KINDS)
_Found = tuple[int, int, tuple[float, ...], str]
"""First word and end of a name in a row, its votes and its kind."""


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
        self._names = names
        self._begins = [names.index(label) if label in names else None for label in _BEGINS]
        lanes = range(len(names))
        self._keys = [label.encode() for label in names]
        self._lanes = Struct(f"<{len(names)}h")
        self._signs = sum(1 << LANE * lane + LANE - 1 for lane in lanes)
        self._edge = -sum(50 * UNIT << LANE * lane for lane in lanes)
        self._whole = (1 << LANE * len(names)) - 1
        self._beginning = sum(1 << LANE * lane + LANE - 1 for lane in lanes if names[lane][0] == "B")
        stay = rows[0][0]
        least = [
            rows[0][number] - stay if label[0] == "B" else max(row[number] for row in rows) - stay
            for number, label in enumerate(names, 1)
        ]

        def limits(beginning: int, going_on: int) -> int:
            costs = [
                cost + (beginning if name[0] == "B" else going_on) for cost, name in zip(least, names, strict=True)
            ]
            return self._signs + sum(cost << LANE * lane for lane, cost in zip(lanes, costs, strict=True))

        self._bridged, self._going_on = limits(_BEGINNING, _BRIDGED), limits(_BEGINNING, _GOING_ON)
        self._joined, self._before = limits(0, -_BEGINNING), limits(_BEFORE, 0)
        self._begin = sum(stay - rows[0][lane + 1] << LANE * lane for lane in lanes)
        self._end = sum(stay - rows[lane + 1][0] << LANE * lane for lane in lanes)

    def decode(self, sequences: Sequence[Sequence[int]]) -> list[list[Mention]]:
        """Return the names of each sequence of a report, from the packed scores of its words (`Weights.slot`)."""
        row, spans = [0], []
        for scores in sequences:
            spans.append((len(row), len(row) + len(scores)))
            row += [*scores, 0]
        found: list[list[Mention]] = [[] for _ in sequences]
        for mention in self.in_row(row, spans):
            found[mention.sequence].append(mention)
        return found

    def in_row(self, scores: list[int], spans: Sequence[tuple[int, int]]) -> list[Mention]:
        """Return the names of a report in their order.

        Args:
            scores: The packed scores of the words of all sequences, with an item or more in front, between and behind,
                which are changed.
            spans: Where each sequence begins and ends.
        """
        done = 0
        for start, end in (*spans, (len(scores), 0)):
            scores[done:start] = [self._edge] * (start - done)
            done = end
        starts, ends = [start for start, _ in spans], {end for _, end in spans}
        items, places, found = [_WALL], [0], []
        keys, first_words = self._keys, set(starts)
        for first, end in self._runs(scores):
            run = scores[first:end]
            if first in first_words:
                run[0] += self._begin
            if end in ends:
                run[-1] += self._end
            if end - first == 1:
                found += self._alone(first, run[0])
                continue
            items += [dict(zip(keys, weights, strict=False)) for weights in self._apart(run)]
            items.append(_WALL)
            places += range(first, end + 1)
        if len(items) > 1:
            found += self._together(items, places)
        return [_placed(name, starts) for name in sorted(found)]

    def _runs(self, scores: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Yield (first, end) of the runs of words that are to be decoded; edges end each."""
        signs, beginning, going_on, bridged = self._signs, self._beginning, self._going_on, self._bridged
        end = 0
        for first in [index for index, score in enumerate(scores) if score + going_on & beginning]:
            if first < end:
                continue
            before = max(first - 1, end)
            end = last = first + 1
            while last - end <= _MOST_BRIDGED and scores[last] + bridged & signs:
                last += 1
                if scores[last - 1] + going_on & signs:
                    end = last
            yield before if self._joins(scores[before], scores[first]) else first, end

    def _joins(self, before: int, score: int) -> bool:
        """Tell whether a name might begin at a word in front of one that might go on."""
        goes_on = score + self._joined & (self._signs ^ self._beginning)
        return bool(goes_on and before + self._before & self._beginning)

    def _apart(self, scores: Iterable[int]) -> list[tuple[int, ...]]:
        """Return the weights of the labels that each of packed scores holds."""
        signs, whole, size, unpack = self._signs, self._whole, self._lanes.size, self._lanes.unpack
        return [unpack((score + signs & whole ^ signs).to_bytes(size, "little")) for score in scores]

    def _alone(self, index: int, score: int) -> list[_Found]:
        """Return the name that a word is whose neighbours are outside; none where it is outside too."""
        score -= self._begin + self._end
        if not score + self._signs & self._signs:
            return []
        chances = [exp(weight / UNIT) for weight in self._apart([score])[0]]
        whole = 1.0 + sum(chances)
        votes = tuple([0.0 if lane is None else chances[lane] / whole for lane in self._begins])
        kind = self._names[chances.index(max(chances))][2:]
        return [(index, index + 1, votes, kind)]

    def _together(self, items: Sequence[dict[bytes, int]], places: Sequence[int]) -> Iterator[_Found]:
        """Yield the names that CRFsuite finds among items, which stand at places in the row."""
        for first, end, kind in labels_to_spans(self._tagger.tag(items)):
            votes = tuple(
                [0.0 if lane is None else self._tagger.marginal(self._names[lane], first) for lane in self._begins]
            )
            yield places[first], places[first] + end - first, votes, kind


def _placed(found: _Found, starts: Sequence[int]) -> Mention:
    """Return a name at its place in its sequence."""
    first, end, votes, kind = found
    number = bisect_right(starts, first) - 1
    return Mention(number, first - starts[number], end - starts[number], votes, kind)
