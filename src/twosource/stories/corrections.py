"""What a person said of two reports: that they are of one event, or that they are not.  It holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec


class Correction(msgspec.Struct, frozen=True, omit_defaults=True):
    """A line of a file of corrections: two reports by their ids, and who said so and when.

    A later line about the same two goes before an earlier one; ``undone`` takes back what was said.
    """

    reports: tuple[str, str]
    say: Literal["same", "apart", "undone"]
    author: str = ""
    time: str = ""


class Corrections:
    """The corrections that hold."""

    def __init__(self, lines: Iterable[Correction] = ()) -> None:
        said: dict[frozenset[str], str] = {}
        for line in lines:
            said[frozenset(line.reports)] = line.say
        self._same = sorted(tuple(sorted(two)) for two, say in said.items() if say == "same")
        self._bars: dict[str, set[int]] = {}
        for number, two in enumerate(sorted(sorted(two) for two, say in said.items() if say == "apart"), 1):
            for id, bar in zip(two, (number, -number), strict=False):
                self._bars.setdefault(id, set()).add(bar)
        self.named = frozenset(id for two in said for id in two)
        """The ids that a correction names."""

    def bars(self, id: str) -> frozenset[int]:
        """Return what keeps a report from others: +n and -n must not be in one story."""
        return frozenset(self._bars.get(id, ()))

    def pairs(self, numbers: Mapping[str, int]) -> list[tuple[int, int]]:
        """Return the pairs that are one story, by the numbers of the reports that are known."""
        known = [[numbers[id] for id in two] for two in self._same if all(id in numbers for id in two)]
        return [(first, second) for first, second in known if first != second]
