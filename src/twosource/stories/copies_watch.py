"""Copies of reports that were told before, in a stream: by their words alone, as long as a story goes on."""

from __future__ import annotations

from collections import deque
from typing import NamedTuple

from twosource.stories.copies import CopyWatch
from twosource.stories.copies_signature import CopySignature
from twosource.stories.sketch import day_of

LATEST = 1 << 17
"""Reports that are remembered at most: the latest ones."""


class _Kept(NamedTuple):
    """A report that is remembered: the number that it is forgotten by, and its day."""

    number: int
    day: float | None


class Memory:
    """Remembers the words of the reports that were told within the window of days, and finds copies of them."""

    def __init__(self, window: float) -> None:
        self.window = window
        self._watch = CopyWatch()
        self._kept: deque[_Kept] = deque()
        self._newest: float | None = None

    def __len__(self) -> int:
        return len(self._kept)

    def original(self, signature: CopySignature) -> str | None:
        """Return the name of the remembered report that this one is a copy of, None where it is none."""
        copy = self._watch.compare(signature)
        return None if copy is None else copy.of

    def keep(self, signature: CopySignature) -> None:
        """Remember a report, and forget those that are past the window or more than are remembered."""
        day = day_of(signature.published)
        if day is not None:
            self._newest = max(self._newest or day, day)
        self._kept.append(_Kept(self._watch.index.add(signature), day))
        while len(self._kept) > LATEST or self._past(self._kept[0].day):
            self._watch.index.forget(self._kept.popleft().number)

    def _past(self, day: float | None) -> bool:
        return day is not None and self._newest is not None and self._newest - day > self.window
