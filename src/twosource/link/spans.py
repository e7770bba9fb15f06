"""Looking up what stands where: spans sorted once, asked many times."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from twosource.model import Span


class SpanIndex:
    """Spans by their place in the text; what overlaps a stretch is found without looking at all of them."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._order = sorted(range(len(spans)), key=lambda i: (spans[i].start, spans[i].end))
        self._spans = [spans[i] for i in self._order]
        self._starts = [span.start for span in self._spans]
        self._reach: list[int] = []
        furthest = 0
        for span in self._spans:
            furthest = max(furthest, span.end)
            self._reach.append(furthest)

    def overlapping(self, span: Span) -> list[int]:
        """Return the numbers of the spans that overlap ``span``, in order of position."""
        found: list[int] = []
        index = bisect_left(self._starts, span.end) - 1
        while index >= 0 and self._reach[index] > span.start:
            if self._spans[index].overlaps(span):
                found.append(self._order[index])
            index -= 1
        found.reverse()
        return found

    def holding(self, offset: int) -> int | None:
        """Return the number of the last span that holds ``offset``, or None."""
        found = self.overlapping(Span(offset, offset + 1))
        return found[-1] if found else None
