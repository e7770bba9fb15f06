"""Which of the days, months and years of one name is meant, seen from the day of a report."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from twosource.annotate.times import feasts
from twosource.annotate.times import periods as p
from twosource.annotate.times.periods import DAY, Period


class Lean(IntEnum):
    """Which of the days of one name is meant."""

    BARE = 0  # decided by the text around it
    COMING = 1  # the coming one, unless the text around it is of the past
    BEFORE = 2  # the last one before the day of the report
    LAST_WEEK = 3  # the one of the calendar week before
    THIS_WEEK = 4
    NEXT_WEEK = 5
    AFTER = 6  # the first one after the day of the report
    AFTER_NEXT = 7  # the one after that
    LATEST = 8  # the latest one up to and including the day of the report
    FROM_NOW = 9  # the first one from the day of the report on
    SECOND_LAST = 10  # the one before the last one


_WEEKS = frozenset((int(Lean.LAST_WEEK), int(Lean.THIS_WEEK), int(Lean.NEXT_WEEK)))
_AHEAD = frozenset((int(Lean.AFTER), int(Lean.COMING), int(Lean.AFTER_NEXT)))


def weekday(at: datetime, weekday: int, lean: int) -> Period:
    """Return the day of a weekday."""
    today = at.date()
    if lean in _WEEKS:
        monday = today - today.weekday() * DAY
        return p.of_day(monday + (weekday - 1 + 7 * (lean - Lean.THIS_WEEK)) * DAY)
    forward = (weekday - today.isoweekday()) % 7
    if lean in _AHEAD:
        days = (forward or 7) + (7 if lean == Lean.AFTER_NEXT else 0)
    elif lean == Lean.FROM_NOW:
        days = forward
    else:
        back = (today.isoweekday() - weekday) % 7
        days = -back if lean in (Lean.LATEST, Lean.BARE) else -(back or 7) - (7 if lean == Lean.SECOND_LAST else 0)
    return p.of_day(today + days * DAY)


class Recurring(NamedTuple):
    """The times, in order, at which something comes again and again, with their first and last days."""

    periods: tuple[Period, ...]
    firsts: tuple[date, ...]
    lasts: tuple[date, ...]


def _recurring(periods: Iterable[Period]) -> Recurring:
    found = tuple(periods)
    return Recurring(found, tuple([period.first for period in found]), tuple([period.last for period in found]))


@lru_cache(maxsize=4096)
def _years(make: Callable[..., Period | None], year: int, numbers: tuple[int, ...]) -> Recurring:
    found = (make(other, *numbers) for other in range(year - 4, year + 5))
    return _recurring(period for period in found if period is not None)


def yearly(at: datetime, lean: int, make: Callable[..., Period | None], *numbers: int) -> Period:
    """Choose the year of something that comes once a year: ``make`` tells it for a year and numbers."""
    today = at.date()
    return _choose(today, lean, _years(make, today.year, numbers))


def _choose(today: date, lean: int, found: Recurring) -> Period:
    """Choose one of the times at which something comes again and again."""
    coming = bisect_left(found.lasts, today)
    if lean in (Lean.COMING, Lean.FROM_NOW):
        return found.periods[coming]
    begun = bisect_right(found.firsts, today)
    if lean in (Lean.AFTER, Lean.AFTER_NEXT):
        return found.periods[begun + (lean == Lean.AFTER_NEXT)]
    if lean == Lean.BEFORE:
        return found.periods[:coming][-1]
    if lean in _WEEKS:
        year = today.year + lean - Lean.THIS_WEEK
        return found.periods[[first.year for first in found.firsts].index(year)]
    if not begun:
        raise IndexError("nothing in the past")
    soon = coming < len(found.lasts) and (found.firsts[coming] - today).days <= 75
    return found.periods[coming if soon and (today - found.lasts[begun - 1]).days >= 200 else begun - 1]


def month_in(year: int, month: int) -> Period:
    """Return a month of a year."""
    return p.of_months(year, month, 1, "month")


def quarter_in(year: int, quarter: int) -> Period:
    """Return a quarter of a year."""
    return p.of_months(year, 3 * quarter - 2, 3, "quarter")


def easter_in(year: int, days: int) -> Period:
    """Return the day so many days after Easter Sunday of a year."""
    return p.of_day(p.easter(year) + days * DAY)


def dated(at: datetime, month: int, day: int, weekday: int) -> Period:
    """Choose the year nearest to the report in which a date falls on a weekday."""
    today = at.date()
    days = (day_in(year, month, day) for year in range(today.year - 6, today.year + 7))
    right = [period for period in days if period is not None and period.first.isoweekday() == weekday]
    return min(right, key=lambda period: abs(period.first - today))


def dayed(at: datetime, day: int, weekday: int) -> Period:
    """Return the day d of a month, nearest to the report, that is a weekday."""
    first = at.date().replace(day=1)
    months = [p.add_months(first, shift) for shift in range(-15, 16)]
    found = [period for m in months if (period := day_in(m.year, m.month, day)) is not None]
    return min((period for period in found if period.first.isoweekday() == weekday), key=lambda x: abs(x.start - at))


def hour_around(at: datetime, count: int, direction: int) -> Period:
    """Return the hour that is whole days before (-1) or after (1) that of the report."""
    start = (at + count * direction * DAY).replace(minute=0, second=0, microsecond=0)
    return Period(start, start + timedelta(hours=1), "hour")


@lru_cache(maxsize=4096)
def day_in(year: int, month: int, day: int) -> Period | None:
    """Return a day of the calendar, None where there is none."""
    try:
        return p.of_day(date(year, month, day))
    except ValueError:
        return None


def monthday(at: datetime, day: int, lean: int) -> Period:
    """Return a day of an unnamed month."""
    today = at.date()
    found = [
        period
        for shift in range(-3, 5)
        if (period := day_in((m := p.add_months(today.replace(day=1), shift)).year, m.month, day)) is not None
    ]
    if lean in (Lean.COMING, Lean.FROM_NOW, Lean.AFTER):
        return next(period for period in found if period.first >= today)
    return [period for period in found if period.first <= today][-1]


def _week_in(year: int, number: int) -> Period | None:
    try:
        return p.of_unit(p.WEEK, date.fromisocalendar(year, number, 1))
    except ValueError:
        return None


def week_no(at: datetime, number: int, lean: int) -> Period:
    """Return a week by its ISO number."""
    return yearly(at, lean, _week_in, number)


def nth_date(year: int, count: int, weekday: int, month: int) -> Period:
    """Return the n-th (-1: last) weekday of a month."""
    return nth_in([p.of_months(year, month, 1, "month")], count, 20 + weekday)


def weekend(at: datetime, lean: int) -> Period:
    """Return the weekend that has begun last, or the one of this week where the text looks ahead."""
    ahead = lean in (Lean.COMING, Lean.FROM_NOW, Lean.AFTER)
    return p.of_unit(p.WEEKEND, at.date(), 0 if ahead or at.isoweekday() >= 6 else -1)


def season(at: datetime, season: int, shift: int) -> Period:
    """Return a season (21 to 24) of this year, moved by years; `Lean.LATEST` for the latest that has begun."""
    today = at.date()
    if shift == Lean.LATEST:
        begun = (p.of_season(year, season) for year in range(today.year, today.year - 3, -1))
        return next(period for period in begun if period.first <= today)
    year = today.year + shift
    if season == 24 and today.month < 9:
        year -= 1
    return p.of_season(year, season)


@lru_cache(maxsize=4096)
def _feasts(number: int, year: int, eve: int) -> Recurring:
    years = range(year - 2, year + 5)
    return _recurring(period for other in years for period in feasts.in_year(number, other, eve))


def feast(at: datetime, number: int, lean: int, eve: int) -> Period:
    """Return a feast by its number in the tables; ``eve`` as in `feasts.in_year`."""
    return _choose(at.date(), lean, _feasts(number, at.year, eve))


def nth_in(stack: list[Period], count: int, what: int) -> Period:
    """Return the n-th (-1: last) unit, or weekday (21 to 27), of the period on the stack."""
    base = stack.pop()
    if what > 20:
        all_days = (base.first + i * DAY for i in range((base.last - base.first).days + 1))
        days = [day for day in all_days if day.isoweekday() == what - 20]
        return p.of_day(days[count - 1 if count > 0 else count])
    if what == p.DAYS:
        return p.of_day(base.first + (count - 1) * DAY if count > 0 else base.last + (count + 1) * DAY)
    if what in (p.WEEK, p.WEEKEND):
        first = p.of_unit(p.WEEK, base.first)
        skip = 0 if first.first >= base.first else 1
        week = p.of_unit(p.WEEK, base.first, skip + count - 1)
        if count < 0:
            week = p.of_unit(p.WEEK, base.last, count + (1 if (base.last.isoweekday() == 7) else 0))
        return week if what == p.WEEK else p.of_unit(p.WEEKEND, week.first)
    found = p.of_unit(what, base.first, count - 1) if count > 0 else p.of_unit(what, base.last, count + 1)
    return found if found.start < base.end else base
