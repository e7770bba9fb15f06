"""Stretches of the calendar: what an expression of time comes to once a day is given.

A `Period` runs from an instant to another, the end not included, and knows its grain; `edtf` and `timex3` write it.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

DAY = timedelta(days=1)
SECOND, MINUTE, HOUR, DAYS, WEEK, MONTH, YEAR, QUARTER, DECADE, CENTURY, WEEKEND, HALF = range(12)
GRAINS = (
    "second",
    "minute",
    "hour",
    "day",
    "week",
    "month",
    "year",
    "quarter",
    "decade",
    "century",
    "weekend",
    "half",
)
MORNING, FORENOON, MIDDAY, AFTERNOON, EVENING, NIGHT, NIGHT_BEFORE, MIDNIGHT = range(1, 9)
HOURS = {
    MORNING: (4, 12),
    FORENOON: (8, 12),
    MIDDAY: (11, 14),
    AFTERNOON: (12, 19),
    EVENING: (17, 24),
    NIGHT: (18, 30),
    NIGHT_BEFORE: (-3, 7),
    MIDNIGHT: (23, 25),
}
"""The hours that a part of the day can take up, counted from the midnight before the named day."""
_CODES = {MORNING: "MO", FORENOON: "MO", MIDDAY: "MI", AFTERNOON: "AF", EVENING: "EV", NIGHT: "NI", NIGHT_BEFORE: "NI"}


class Period(NamedTuple):
    """From ``start`` to ``end`` (not included); ``mark`` is the part of the day or the season (21 to 24).

    ``day`` is the named day of a part of the day, which a night may leave; ``open`` is -1 where nothing bounds the
    start, 1 where nothing bounds the end.
    """

    start: datetime
    end: datetime
    grain: str
    mark: int = 0
    day: date | None = None
    open: int = 0

    @property
    def first(self) -> date:
        """Return the day on which it begins; a part of the day belongs to the day that it is named after."""
        return self.day or self.start.date()

    @property
    def last(self) -> date:
        """Return the last day that it touches."""
        return self.day or max(self.start, self.end - timedelta(microseconds=1)).date()


def midnight(day: date) -> datetime:
    """Return the instant at which ``day`` begins."""
    return datetime(day.year, day.month, day.day)


def of_day(day: date) -> Period:
    """Return one day."""
    start = midnight(day)
    return Period(start, start + DAY, "day")


def of_days(first: date, last: date, grain: str) -> Period:
    """Return the days from ``first`` to ``last``, both included."""
    return Period(midnight(first), midnight(last) + DAY, grain)


def add_months(day: date, count: int) -> date:
    """Return ``day`` moved by months, on the last day of a shorter month where it must be."""
    index = day.year * 12 + day.month - 1 + count
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


@lru_cache(maxsize=4096)
def of_months(year: int, month: int, count: int, grain: str) -> Period:
    """Return ``count`` months from a month on; the same few are asked for again and again."""
    first = date(year, month, 1)
    return Period(midnight(first), midnight(add_months(first, count)), grain)


def of_unit(unit: int, around: date, shift: int = 0) -> Period:
    """Return the calendar unit that holds ``around``, moved by ``shift`` units."""
    if unit == WEEK:
        monday = around - (around.weekday() - 7 * shift) * DAY
        return of_days(monday, monday + 6 * DAY, "week")
    if unit == WEEKEND:
        monday = around - (around.weekday() - 7 * shift) * DAY
        return of_days(monday + 5 * DAY, monday + 6 * DAY, "weekend")
    months = {MONTH: 1, QUARTER: 3, HALF: 6, YEAR: 12, DECADE: 120, CENTURY: 1200}.get(unit)
    if months is None:
        return of_day(around + shift * DAY)
    index = (around.year * 12 + around.month - 1) // months * months + shift * months
    return of_months(index // 12, index % 12 + 1, months, GRAINS[unit])


def of_season(year: int, season: int) -> Period:
    """Return a season by its EDTF number; a winter begins in December of ``year``."""
    found = of_months(year, {21: 3, 22: 6, 23: 9, 24: 12}[season], 3, "season")
    return found._replace(mark=season)


def of_part(day: date, part: int) -> Period:
    """Return a part of ``day``; the night before it and the night after it are both named after it."""
    first, last = HOURS[part]
    start = midnight(day)
    return Period(start + timedelta(hours=first), start + timedelta(hours=last), "part", part, day)


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    g = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * g) // 451
    month, day = divmod(h + g - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _clock(instant: datetime, grain: str) -> str:
    if grain == "second":
        return instant.isoformat(timespec="seconds")
    return instant.isoformat(timespec="minutes")


def edtf(period: Period) -> str:
    """Write a period as EDTF, with the clock times and day intervals of the bench's contract."""
    begin, end = period.start, period.last
    if period.grain in ("second", "minute", "hour"):
        plain = _clock(begin, period.grain)
    elif period.grain in ("day", "part"):
        plain = period.first.isoformat()
    elif period.grain == "month":
        plain = f"{begin.year:04d}-{begin.month:02d}"
    elif period.grain == "year":
        plain = f"{begin.year:04d}"
    elif period.grain == "season":
        plain = f"{begin.year:04d}-{period.mark}"
    elif period.grain == "decade":
        plain = f"{begin.year // 10:03d}X"
    elif period.grain == "century":
        plain = f"{begin.year // 100:02d}XX"
    elif period.grain in ("quarter", "half", "months"):
        plain = f"{begin.year:04d}-{begin.month:02d}/{end.year:04d}-{end.month:02d}"
    elif period.grain == "years":
        plain = f"{begin.year:04d}/{end.year:04d}"
    elif period.grain == "clocks":
        plain = f"{_clock(begin, 'minute')}/{_clock(period.end, 'minute')}"
    else:
        plain = f"{begin.date().isoformat()}/{end.isoformat()}"
    if period.open:
        left, _, right = plain.partition("/")
        return f"../{right or left}" if period.open < 0 else f"{left}/.."
    return plain


def timex3(period: Period) -> str | None:
    """Write the TIMEX3 value of what EDTF cannot say: a part of the day.  None for everything else."""
    if period.grain == "part" and period.mark in _CODES:
        return f"{period.first.isoformat()}T{_CODES[period.mark]}"
    return None
