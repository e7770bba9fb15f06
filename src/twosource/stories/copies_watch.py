"""Copies of reports that were told before, in a stream: by their words alone, as long as a story goes on."""

from __future__ import annotations

from collections import deque
from typing import NamedTuple

import msgspec

from twosource.model import Report
from twosource.stories.copies import CopyWatch
from twosource.stories.copies_signature import CopySignature, sign_text
from twosource.stories.sketch import day_of

LATEST = 1 << 17
"""Reports that are remembered at most: the latest ones."""

Id = str | int


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

    def original(self, report: Report, id: Id) -> Id | None:
        """Return the id of the remembered report that this one is a copy of, None where it is none."""
        copy = self._watch.compare(_signature(report, id))
        if copy is None:
            return None
        of: Id = msgspec.json.decode(copy.of, type=Id)
        return of

    def keep(self, report: Report, id: Id) -> None:
        """Remember a report, and forget those that are past the window or more than are remembered."""
        day = day_of(report.published)
        if day is not None:
            self._newest = max(self._newest or day, day)
        self._kept.append(_Kept(self._watch.index.add(_signature(report, id)), day))
        while len(self._kept) > LATEST or self._past(self._kept[0].day):
            self._watch.index.forget(self._kept.popleft().number)

    def _past(self, day: float | None) -> bool:
        return day is not None and self._newest is not None and self._newest - day > self.window


def _signature(report: Report, id: Id) -> CopySignature:
    return sign_text(report, msgspec.json.encode(id).decode())
