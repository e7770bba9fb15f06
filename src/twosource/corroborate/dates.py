"""Dates solved together: reports of one story that share happenings give each other's days.  Rule dates-v1.

Each report's day is one of those that its date allows (one day, the days of a month, or any), less those that its
narration rules out.  Where two reports date the same happening, only those pairs of days remain on which both give
it the same day; what is left after all pairs is what follows.  Times are then placed from the days that are left, and
stay uncertain where those differ; where no day would be left the reports contradict each other: nothing is changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta

import msgspec

from twosource.annotate.times import ReportDay, place_when, report_day
from twosource.corroborate.align import Group
from twosource.corroborate.comparison import AGREE
from twosource.corroborate.windows import window
from twosource.model import Reading, When

RULE = "dates-v1"
SURE = 0.6
"""The likeness from which a shared happening counts as evidence of a day."""
REACH = timedelta(days=14)
"""How far the reports of one story lie apart at the most."""

Days = dict[str, ReportDay]


class Shared(msgspec.Struct, frozen=True):
    """A happening that two reports date: their ids, and the times that they give it."""

    left: str
    right: str
    one: When
    other: When


class Solved(msgspec.Struct, frozen=True):
    """The readings with the days that follow, and for each report whose days were narrowed, why.

    ``earlier`` gives, for a report, those that were surely told on an earlier day.
    """

    readings: tuple[Reading, ...]
    inferred: Mapping[str, str]
    earlier: Mapping[str, frozenset[str]] = {}


def solve(readings: Sequence[Reading], groups: Sequence[Group]) -> Solved:
    """Return the readings with every time placed that follows from the happenings that they share."""
    before = {r.report.id: report_day(r.report.published).on(r.narrated) for r in readings}
    shared = list(_shared(groups))
    after = _narrow(_bounded(before, shared), shared)
    found = {name: day for name, day in after.items() if day.dated and day != before[name]}
    placed = tuple(_placed(reading, found.get(reading.report.id)) for reading in readings)
    return Solved(placed, {name: _why(name, shared) for name in found}, order_of(after, shared))


def order_of(days: Days, shared: Sequence[Shared]) -> dict[str, frozenset[str]]:
    """Return, for each report, those that were surely told on an earlier day than it.

    That is so where every day that one can be lies before every day of the other, or where a shared happening allows
    only such pairs of days.
    """
    earlier: dict[str, set[str]] = {name: set() for name in days}
    names = [name for name in days if days[name].dated]
    for one in names:
        for other in names:
            if max(days[one].instants).date() < min(days[other].instants).date():
                earlier[other].add(one)
    for tie in shared:
        one_day, other_day = days[tie.left], days[tie.right]
        pairs = [(a, b) for a in one_day.instants for b in other_day.instants if _together(tie, a, b)]
        if pairs and all(a < b for a, b in pairs):
            earlier[tie.right].add(tie.left)
        elif pairs and all(b < a for a, b in pairs):
            earlier[tie.left].add(tie.right)
    return {name: frozenset(others) for name, others in earlier.items()}


def _shared(groups: Sequence[Group]) -> Iterator[Shared]:
    """Yield the happenings that two reports date and agree on."""
    for group in groups:
        for (i, j), found in group.pairs.items():
            one, other = group.statements[i], group.statements[j]
            sure = found.relation == AGREE and found.likeness >= SURE and one.report != other.report
            if sure and one.kind == "when" and one.when is not None and other.when is not None:
                yield Shared(one.report, other.report, one.when, other.when)


def _bounded(days: Days, shared: Sequence[Shared]) -> Days:
    """Return the days with an undated report put within reach of a dated one that it shares a happening with."""
    bounded = dict(days)
    for tie in shared:
        for name, other in ((tie.left, tie.right), (tie.right, tie.left)):
            if not days[name].dated and days[other].dated:
                near = days[other].instants
                first, count = min(near) - REACH, (max(near) - min(near) + 2 * REACH).days
                instants = tuple(first + timedelta(days=n) for n in range(count + 1))
                bounded[name] = ReportDay(instants, dated=True)
    return bounded


def _narrow(days: Days, shared: Sequence[Shared]) -> Days:
    """Return what is left of each report's days when all shared happenings hold together."""
    left = dict(days)
    changed = True
    while changed:
        changed = False
        for tie in shared:
            one, other = left[tie.left], left[tie.right]
            pairs = [(a, b) for a in one.instants for b in other.instants if _together(tie, a, b)]
            if not pairs or not (one.dated and other.dated):
                continue
            for name, kept in ((tie.left, {a for a, _ in pairs}), (tie.right, {b for _, b in pairs})):
                if len(kept) < len(left[name].instants):
                    left[name] = left[name]._replace(instants=tuple(sorted(kept)))
                    changed = True
    return left


def _together(tie: Shared, one: datetime, other: datetime) -> bool:
    """Tell whether the happening can have one day when the reports were told on these days."""
    a = window(place_when(tie.one, ReportDay((one,), dated=True)))
    b = window(place_when(tie.other, ReportDay((other,), dated=True)))
    return abs(one - other) <= REACH and a.known and b.known and a.overlaps(b)


def _placed(reading: Reading, day: ReportDay | None) -> Reading:
    if day is None:
        return reading
    return msgspec.structs.replace(reading, times=tuple(place_when(time, day) for time in reading.times))


def _why(name: str, shared: Sequence[Shared]) -> str:
    """Return from which happenings a report's day follows, in words."""
    ties = [tie for tie in shared if name in (tie.left, tie.right)]
    told = [f"“{tie.one.text}” in {tie.left} is “{tie.other.text}” in {tie.right}" for tie in ties]
    return "; ".join(dict.fromkeys(told))
