"""Expressions of time as small programs, apart from any calendar, and what they come to on a given day.

A program is a row of steps, each an operation with whole numbers; it works on a stack of periods.  `Expression` holds
it flat: ``kind`` names the operations in order, ``values`` all their numbers.  The operations:

===============  ==============================================================================================
offset n         the day n days from the day of the report
weekday w lean   a weekday (1 Monday); for ``lean`` see `choices.Lean`
weekday_in w     that weekday of the week on the stack
shift n m u d    n units and m thousandths before (d = -1) or after the report, at the precision of the unit
move n u d       n units before or after the period on the stack
unit u k         the calendar unit that holds the report's day, moved by k
year y           a year; ``decade y``, ``century c`` likewise
month m lean     a month without a year; ``month_of m`` that month of the year on the stack
on w             the day on the stack, which is a weekday w; ``following w`` the first weekday w from that day on
day_of d         a day of the month on the stack; ``monthday d lean`` a day of an unnamed month
dated m d w      a day and month that is a weekday; ``hour n d`` the hour n days before or after that of the report
dayed d w        the nearest day d of a month that is a weekday w
date m d lean    a day and month without a year; ``easter n lean`` n days from Easter Sunday
feast n lean eve a feast by its number in the tables; ``feast_of n eve`` of the year on the stack
nth_date n w m lean  the n-th weekday w of month m, without a year
quarter q lean   a quarter; ``quarter_of q``, ``half_of h`` of the year on the stack
season s k       a season (21 to 24) of this year moved by k (8: the latest); ``season_of s`` of the year on the stack
week_no n lean   a week by its ISO number
nth_weekday n w  the n-th weekday w of the period on the stack; ``week_of n`` the week n of its year
weekend lean     the weekend; ``ended u`` the unit that has just ended or is ending; ``named n w`` day n, a weekday w
nth n what       the n-th (-1: last) unit of the period on the stack
part p           a part of the day on the stack; ``clock h m s`` a time on it (s -1: not given, -2: a.m., -3: p.m.,
                 and a hundred less for each second and one more)
compared         a year before the quarter that the text is speaking of (replaced when found), or the year before
context          the day that the text is speaking of (replaced when it is found)
range            from the lower to the upper period on the stack; ``since``, ``until`` leave one side open
span n u d       the n units before or after the report, its own left out
from_event n     n days from an event whose day is not known; ``event n m u d`` any other distance from it
duration n m u   n units and m thousandths of one; ``plus`` the two durations before it together
stage s          the beginning (-1), middle (0) or end (1) of the period on the stack
due              from the instant of the report to the end of the period; ``within n u`` to the end of n units
nearby           from the lower to the upper clock time, on the dial of twelve hours
some unit        an unknown number of units
set n unit       every n units; ``vague r`` -1 past, 0 present, 1 future
===============  ==============================================================================================
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta

from twosource.annotate.times import feasts
from twosource.annotate.times import periods as p
from twosource.annotate.times.choices import (
    dated,
    day_in,
    dayed,
    easter_in,
    feast,
    hour_around,
    month_in,
    monthday,
    nth_date,
    nth_in,
    quarter_in,
    season,
    week_no,
    weekday,
    weekend,
    yearly,
)
from twosource.annotate.times.periods import DAY, Period
from twosource.model import Expression

Step = tuple[str, tuple[int, ...]]
Stack = list[Period]


_FINER = {
    p.YEAR: (12, p.MONTH),
    p.HOUR: (60, p.MINUTE),
    p.DAYS: (24, p.HOUR),
    p.WEEK: (7, p.DAYS),
    p.MONTH: (30, p.DAYS),
}


def _shift(start: datetime, count: int, unit: int, part: int = 0) -> Period:
    """Move an instant by units and thousandths (``part``, of the sign of ``count``'s direction) of one more."""
    if part and unit in _FINER:
        times, finer = _FINER[unit]
        return _shift(start, count * times + round(part * times / 1000), finer)
    if unit <= p.HOUR:
        seconds = (1, 60, 3600)[unit]
        moved = start + timedelta(seconds=count * seconds)
        return Period(moved, moved + timedelta(seconds=1), "second" if start.second or unit == p.SECOND else "minute")
    if unit in (p.DAYS, p.WEEK):
        return p.of_day(start.date() + count * (7 if unit == p.WEEK else 1) * DAY)
    if unit == p.WEEKEND:
        return p.of_unit(p.WEEKEND, start.date(), count)
    return p.of_unit(unit, start.date(), count)


def _move(stack: Stack, count: int, unit: int) -> Period:
    base = stack.pop()
    if unit <= p.HOUR:
        return _shift(base.start, count, unit)
    if unit in (p.DAYS, p.WEEK):
        return _shift(p.midnight(base.first if count < 0 else base.last), count, unit)
    months = _MONTHS[unit] * count
    if base.grain in ("day", "part"):
        return p.of_day(p.add_months(base.first, months))
    start, end = p.add_months(base.first, months), p.add_months(base.end.date(), months)
    return base._replace(start=p.midnight(start), end=p.midnight(end))


def _part(stack: Stack, part: int) -> Period:
    base = stack.pop()
    return p.of_part(base.first, part)


_BEFORE_NOON, _AFTER_NOON = -2, -3
_SECONDS = 100
"""A half of the day less a hundred for each second and one more says both: -2 a.m., -3202 a.m. and 31 seconds."""


def _clock(stack: Stack, hour: int, minute: int, second: int) -> Period:
    base = stack.pop()
    day = base.first
    if second <= _BEFORE_NOON:
        half, second = -(-second % _SECONDS), -second // _SECONDS - 1
        hour = hour % 12 + (12 if half == _AFTER_NOON else 0)
    elif base.grain == "part":
        if base.mark in (p.AFTERNOON, p.EVENING, p.MIDDAY) and hour < (11 if base.mark == p.MIDDAY else 12):
            hour += 12
        elif base.mark == p.NIGHT_BEFORE and hour >= 18:
            day -= DAY
        elif base.mark == p.NIGHT and 6 <= hour < 12:
            hour += 12
        elif base.mark == p.NIGHT and hour < 6:
            day += DAY
    start = p.midnight(day) + timedelta(hours=hour, minutes=minute, seconds=max(second, 0))
    length = timedelta(seconds=1) if second >= 0 else timedelta(minutes=1)
    return Period(start, start + length, "second" if second >= 0 else "minute", day=None)


WEEK = timedelta(days=7)
_RANGES = {"month": "months", "quarter": "months", "half": "months", "year": "years", "decade": "years"}


def _range(stack: Stack, at: datetime | None = None) -> Period:
    upper = stack.pop()
    lower = stack.pop()
    if lower.grain == upper.grain == "day" and timedelta(0) < lower.first - upper.first < WEEK:
        # weekdays that were each placed alone: from the Monday before that Friday, or to the Friday behind that Monday
        if at is not None and lower.start > at:
            upper = upper._replace(start=upper.start + WEEK, end=upper.end + WEEK)
        else:
            lower = lower._replace(start=lower.start - WEEK, end=lower.end - WEEK)
    if "minute" in (lower.grain, upper.grain):
        end = upper.start if upper.grain == "minute" else upper.end
        if end < lower.start and upper.grain == "minute":
            end += DAY
        return Period(lower.start, end, "clocks")
    grain = _RANGES.get(upper.grain, "days") if _RANGES.get(lower.grain) == _RANGES.get(upper.grain) else "days"
    return Period(p.midnight(lower.first), p.midnight(upper.last) + DAY, grain)


def _stage(stack: Stack, stage: int) -> Period:
    """Return a third of a month, half of a week, or three or four months of a year."""
    base = stack.pop()
    first, last = base.first, base.last
    if base.grain in ("month", "week"):
        length = 10 if base.grain == "month" else 3
        if stage > 0:
            begin = first + 20 * DAY if length == 10 else last - 2 * DAY
            return p.of_days(begin, last, "days")
        begin = first + (length * (stage + 1)) * DAY
        return p.of_days(begin, min(begin + (length - 1) * DAY, last), "days")
    if base.grain == "year":
        month, count = {-1: (1, 3), 0: (5, 4), 1: (9, 4)}[stage]
        return p.of_months(first.year, month, count, "months")
    return base


def _due(at: datetime, stack: Stack) -> Period:
    return Period(at, max(at, stack.pop().end), "clocks")


def _within_units(at: datetime, count: int, unit: int) -> Period:
    if unit <= p.HOUR:
        return Period(at, at + count * timedelta(seconds=(1, 60, 3600)[unit]), "clocks")
    last = _shift(at, count, unit)
    return Period(
        at, last.start if last.grain == "day" else p.midnight(p.add_months(at.date(), _MONTHS[unit] * count)), "clocks"
    )


_MONTHS = {p.MONTH: 1, p.QUARTER: 3, p.HALF: 6, p.YEAR: 12, p.DECADE: 120, p.CENTURY: 1200}


def _nearby(stack: Stack) -> Period:
    upper, lower = stack.pop(), stack.pop()
    half = timedelta(hours=12)
    if upper.start <= lower.start < upper.start + half:
        upper = upper._replace(start=upper.start + half, end=upper.end + half)
    elif lower.start + half < upper.start:
        lower = lower._replace(start=lower.start + half, end=lower.end + half)
    return _range([lower, upper])


def _span(at: datetime, count: int, unit: int) -> Period:
    if unit <= p.HOUR:
        step = timedelta(seconds=(1, 60, 3600)[unit])
        base = at.replace(second=0, minute=0 if unit == p.HOUR else at.minute)
        begin, end = (base + count * step, base) if count < 0 else (base + step, base + (count + 1) * step)
        return Period(begin, end, "clocks" if unit else "second")
    first = p.of_unit(unit, at.date(), count if count < 0 else 1)
    last = p.of_unit(unit, at.date(), -1 if count < 0 else count)
    grain = _RANGES.get(first.grain, "days")
    return Period(first.start, last.end, grain)


def _feast_of(stack: Stack, number: int, eve: int) -> Period:
    return feasts.in_year(number, stack.pop().first.year, eve)[0]


def _season_of(stack: Stack, season: int) -> Period:
    return p.of_season(stack.pop().first.year, season)


def _open(stack: Stack, side: int) -> Period:
    base = stack.pop()
    return base._replace(open=side)


def _within(stack: Stack, months: int, index: int, grain: str) -> Period:
    year = stack.pop().first.year
    return p.of_months(year, (index - 1) * months + 1, months, grain)


def _following(stack: Stack, weekday: int) -> Period:
    day = stack.pop().first
    return p.of_day(day + (weekday - day.isoweekday()) % 7 * DAY)


def _week_of(stack: Stack, weekday: int) -> Period:
    return p.of_day(stack.pop().first + (weekday - 1) * DAY)


Operation = Callable[[datetime, Stack, tuple[int, ...]], Period | None]
OPERATIONS: dict[str, tuple[int, Operation]] = {
    "offset": (1, lambda at, _, a: p.of_day(at.date() + a[0] * DAY)),
    "context": (0, lambda at, _, __: p.of_day(at.date())),
    "compared": (0, lambda at, _, __: p.of_unit(p.YEAR, at.date(), -1)),
    "weekday": (2, lambda at, _, a: weekday(at, a[0], a[1])),
    "weekday_in": (1, lambda _, stack, a: _week_of(stack, a[0])),
    "shift": (4, lambda at, _, a: _shift(at, a[0] * a[3], a[2], a[1] * a[3])),
    "move": (3, lambda _, stack, a: _move(stack, a[0] * a[2], a[1])),
    "unit": (2, lambda at, _, a: p.of_unit(a[0], at.date(), a[1])),
    "year": (1, lambda _, __, a: p.of_months(a[0], 1, 12, "year")),
    "decade": (1, lambda _, __, a: p.of_months(a[0] // 10 * 10, 1, 120, "decade")),
    "century": (1, lambda _, __, a: p.of_months(a[0] * 100, 1, 1200, "century")),
    "month": (2, lambda at, _, a: yearly(at, a[1], month_in, a[0])),
    "month_of": (1, lambda _, stack, a: _within(stack, 1, a[0], "month")),
    "day_of": (1, lambda _, stack, a: day_in((m := stack.pop().first).year, m.month, a[0])),
    "on": (1, lambda _, stack, __: stack.pop()),
    "following": (1, lambda _, stack, a: _following(stack, a[0])),
    "monthday": (2, lambda at, _, a: monthday(at, a[0], a[1])),
    "date": (3, lambda at, _, a: yearly(at, a[2], day_in, a[0], a[1])),
    "dayed": (2, lambda at, _, a: dayed(at, a[0], a[1])),
    "dated": (3, lambda at, _, a: dated(at, a[0], a[1], a[2])),
    "hour": (2, lambda at, _, a: hour_around(at, a[0], a[1])),
    "easter": (2, lambda at, _, a: yearly(at, a[1], easter_in, a[0])),
    "easter_of": (1, lambda _, stack, a: easter_in(stack.pop().first.year, a[0])),
    "feast": (3, lambda at, _, a: feast(at, a[0], a[1], a[2])),
    "feast_of": (2, lambda _, stack, a: _feast_of(stack, a[0], a[1])),
    "nth_date": (4, lambda at, _, a: yearly(at, a[3], nth_date, a[0], a[1], a[2])),
    "quarter": (2, lambda at, _, a: yearly(at, a[1], quarter_in, a[0])),
    "quarter_of": (1, lambda _, stack, a: _within(stack, 3, a[0], "quarter")),
    "half_of": (1, lambda _, stack, a: _within(stack, 6, a[0], "half")),
    "season": (2, lambda at, _, a: season(at, a[0], a[1])),
    "season_of": (1, lambda _, stack, a: _season_of(stack, a[0])),
    "week_no": (2, lambda at, _, a: week_no(at, a[0], a[1])),
    "nth_weekday": (2, lambda _, stack, a: nth_in(stack, a[0], 20 + a[1])),
    "week_of": (1, lambda _, stack, a: p.of_unit(p.WEEK, date.fromisocalendar(stack.pop().first.year, a[0], 1))),
    "weekend": (1, lambda at, _, a: weekend(at, a[0])),
    "ended": (1, lambda at, _, a: p.of_unit(a[0], at.date() - 3 * DAY)),
    "named": (2, lambda at, _, a: p.of_day(at.date() + a[0] * DAY)),
    "nth": (2, lambda _, stack, a: nth_in(stack, a[0], a[1])),
    "part": (1, lambda _, stack, a: _part(stack, a[0])),
    "clock": (3, lambda _, stack, a: _clock(stack, a[0], a[1], a[2])),
    "range": (0, lambda at, stack, __: _range(stack, at)),
    "since": (0, lambda _, stack, __: _open(stack, 1)),
    "until": (0, lambda _, stack, __: _open(stack, -1)),
    "span": (3, lambda at, _, a: _span(at, a[0] * a[2], a[1])),
    "from_event": (1, lambda _, __, ___: None),
    "event": (4, lambda _, __, ___: None),
    "plus": (0, lambda _, __, ___: None),
    "stage": (1, lambda _, stack, a: _stage(stack, a[0])),
    "due": (0, lambda at, stack, _: _due(at, stack)),
    "within": (2, lambda at, _, a: _within_units(at, a[0], a[1])),
    "nearby": (0, lambda _, stack, __: _nearby(stack)),
    "duration": (3, lambda _, __, ___: None),
    "set": (2, lambda _, __, ___: None),
    "some": (1, lambda _, __, ___: None),
    "vague": (1, lambda _, __, ___: None),
}


_FIXED = frozenset(
    (
        *("year", "decade", "century", "month_of", "day_of", "quarter_of", "half_of", "season_of", "week_of"),
        *("easter_of", "feast_of", "weekday_in", "nth_weekday", "nth", "part", "clock", "stage"),
        *("on", "following", "move", "range", "nearby", "since", "until"),
    )
)
"""Operations that take nothing from the day of telling, only numbers and what stands on the stack."""


def is_fixed(expression: Expression) -> bool:
    """Tell whether an expression is at one place of the calendar, on whatever day it is told."""
    return _FIXED.issuperset(expression.kind.split())


def steps_of(expression: Expression) -> Iterator[Step]:
    """Yield the steps of an expression's program."""
    at = 0
    for name in expression.kind.split():
        count = OPERATIONS[name][0]
        yield name, expression.values[at : at + count]
        at += count


def expression_of(steps: tuple[Step, ...]) -> Expression:
    """Return the expression that holds a program."""
    return Expression(" ".join(name for name, _ in steps), tuple(v for _, values in steps for v in values))


def run(expression: Expression, at: datetime) -> Period | None:
    """Put an expression on the calendar from the instant ``at``; None where that is impossible.

    Impossible are an event of unknown day, a duration, a set, something vague, and a date that no calendar has.
    """
    return run_steps(compiled(expression), at)


Compiled = tuple[tuple[Operation, tuple[int, ...]], ...]


def compiled(expression: Expression) -> Compiled:
    """Return the operations of an expression with their numbers; none where it has one that is unknown."""
    try:
        return tuple([(OPERATIONS[name][1], values) for name, values in steps_of(expression)])
    except KeyError:
        return ()


def run_steps(steps: Compiled, at: datetime) -> Period | None:
    """Put the operations of an expression on the calendar, as `run` does."""
    stack: Stack = []
    try:
        for operation, values in steps:
            found = operation(at, stack, values)
            if found is None:
                return None
            stack.append(found)
        return stack[-1] if stack else None
    except (ValueError, OverflowError, IndexError, KeyError, StopIteration):
        return None


def place(expression: Expression, day: date) -> tuple[date, date] | None:
    """Return the first and the last day of an expression said on ``day``; None where no day can be known."""
    found = run(expression, day if isinstance(day, datetime) else p.midnight(day))
    return None if found is None else (found.first, found.last)
