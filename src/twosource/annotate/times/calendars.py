"""The day of a report: known, known to a month or a year, or not at all; and where that leaves an expression."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from twosource.annotate.times import periods as p
from twosource.annotate.times.periods import DAY, Period
from twosource.annotate.times.programs import compiled, is_fixed, run_steps
from twosource.model import Expression

_DATED = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d))?)?)?")
_SAMPLE = 56
"""On so many days in a row an expression is tried where nothing of the report's day is known."""


class ReportDay(NamedTuple):
    """What is known of a report's day: the instants that it can be, and whether they are its real days.

    ``instants`` are midnights unless the time of day is known (``timed``); ``dated`` is False where nothing is known
    and the instants only serve to see what holds on any day.
    """

    instants: tuple[datetime, ...]
    dated: bool
    timed: bool = False

    @property
    def known(self) -> bool:
        """Tell whether the day is known."""
        return self.dated and len(self.instants) == 1

    def on(self, weekday: int | None) -> ReportDay:
        """Return what is left where the report is told on a weekday; all of it where no day would be left."""
        if weekday is None:
            return self
        left = tuple(at for at in self.instants if at.isoweekday() == weekday)
        return self._replace(instants=left) if left else self


def _days(first: date, count: int) -> tuple[datetime, ...]:
    return tuple(p.midnight(first + i * DAY) for i in range(count))


@lru_cache(maxsize=1024)
def report_day(published: str | None) -> ReportDay:
    """Read a report's EDTF date; what is no date of the calendar counts as unknown."""
    found = _DATED.match(published or "")
    try:
        if found is not None and found.group(3):
            day = date(*(int(found.group(i)) for i in (1, 2, 3)))
            hour, minute = int(found.group(4) or 0), int(found.group(5) or 0)
            at = p.midnight(day) + timedelta(hours=hour, minutes=minute)
            return ReportDay((at,), dated=True, timed=found.group(4) is not None)
        if found is not None:
            months = (int(found.group(2)), 1) if found.group(2) else (1, 12)
            whole = p.of_months(int(found.group(1)), *months, "month")
            return ReportDay(_days(whole.first, (whole.last - whole.first).days + 1), dated=True)
    except (ValueError, OverflowError):
        pass
    return ReportDay(_days(date(2021, 1, 4), _SAMPLE), dated=False)


class Placed(NamedTuple):
    """Where an expression stands: what `When` says of it.  ``grain`` is None where nothing was placed."""

    grain: str | None = None
    edtf: str | None = None
    earliest: str | None = None
    latest: str | None = None
    weekday: int | None = None
    from_report: int | None = None
    timex3: str | None = None


def _bounds(period: Period) -> tuple[str | None, str | None]:
    """Return the ISO bounds of a period: days, or instants where it is finer than a day."""
    if period.grain in ("second", "minute", "hour", "part", "clocks"):
        first, last = period.start.isoformat(timespec="minutes"), period.end.isoformat(timespec="minutes")
    else:
        first, last = period.first.isoformat(), period.last.isoformat()
    return (None if period.open < 0 else first), (None if period.open > 0 else last)


def _envelope(found: list[Period]) -> str:
    """Return the EDTF interval from the earliest to the latest that a period can be, at the grain of its kind."""
    written = sorted({p.edtf(period) for period in found})
    if len(written) == 1:
        return written[0]
    if all(period.grain in ("month", "year") for period in found):
        return f"{written[0]}/{written[-1]}"
    return f"{min(period.first for period in found)}/{max(period.last for period in found)}"


def _placed(expression: Expression, day: ReportDay) -> list[tuple[datetime, Period]]:
    """Return where an expression stands from each day of telling that makes a difference.

    What takes nothing from the day needs no more than two; where the day is not known and only what holds on any
    is asked for, no more than show that nothing does.
    """
    placed: list[tuple[datetime, Period]] = []
    steps = compiled(expression)
    for at in day.instants[:2] if is_fixed(expression) else day.instants:
        period = run_steps(steps, at)
        if period is None:
            continue
        placed.append((at, period))
        if not day.dated and _differ(*placed[0], at, period):
            break
    return placed


def _differ(at: datetime, one: Period, later: datetime, other: Period) -> bool:
    """Tell whether two days of telling put an expression at two times, on two weekdays, and as many days away."""
    if (one.start, one.end) == (other.start, other.end):
        return False
    begun, ended = one.first, other.first
    return begun.weekday() != ended.weekday() and begun - at.date() != ended - later.date()


@lru_cache(maxsize=4096)
def put(expression: Expression, day: ReportDay) -> Placed:
    """Put an expression on the calendar, as far as the report's day allows.

    From several possible days it gives the envelope; ``weekday`` and ``from_report`` only where they are the same from
    every one of them.  Without a date only what does not depend on the day is given.
    """
    placed = _placed(expression, day)
    if not placed:
        return Placed()
    found = [period for _, period in placed]
    single = found[0].first == found[0].last and found[0].grain != "days"
    weekdays = {period.first.isoweekday() for period in found} if single else set()
    distances = {(period.first - at.date()).days for at, period in placed} if single else set()
    weekday = weekdays.pop() if len(weekdays) == 1 else None
    distance = distances.pop() if len(distances) == 1 else None
    same = len({(period.start, period.end) for period in found}) == 1
    if not day.dated and not same:
        return Placed(grain=found[0].grain, weekday=weekday, from_report=distance)
    if same:
        earliest, latest = _bounds(found[0])
        return Placed(found[0].grain, p.edtf(found[0]), earliest, latest, weekday, distance, p.timex3(found[0]))
    first, last = min(period.first for period in found), max(period.last for period in found)
    return Placed(found[0].grain, _envelope(found), first.isoformat(), last.isoformat(), weekday, distance)
