"""Feasts whose day moves from year to year: by Easter, by the Islamic and Hebrew calendars, or from a table.

Islamic days follow the new moon from 1949 to 2053, and the tabular calendar before and after; sighting the moon can
move a feast by a day.  Hebrew days are reckoned by the fixed rules; months count from Tishri, with the second Adar as
month 7.  ``data/holidays.toml`` says which feast is when, ``data/festivals.toml`` holds the computed tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from twosource.annotate.times.periods import DAY, Period, easter, of_day, of_days
from twosource.language.tables import read_toml

DATA = Path(__file__).parents[2] / "data"


@cache
def _tables() -> tuple[dict[str, Any], ...]:
    return tuple(read_toml(DATA / f"{name}.toml") for name in ("holidays", "festivals"))


@cache
def feasts() -> dict[int, dict[str, Any]]:
    """Return the feasts of the data tables by number."""
    return {row["number"]: row for table in _tables() for row in table["feast"]}


@cache
def _months() -> dict[tuple[int, int], int]:
    """Return the first days of the Islamic months that are in the table."""
    table = _tables()[1]["islamic"]
    day = date.fromisoformat(table["start"]).toordinal()
    found = {}
    for year, months in enumerate(table["months"], table["first"]):
        for month, long in enumerate(months, 1):
            found[year, month] = day
            day += 29 + int(long)
    return found


def islamic(year: int, month: int, day: int) -> date:
    """Return a day of the Islamic calendar: of the table, or where it ends of the tabular calendar."""
    start = _months().get((year, month))
    if start is None:
        days = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2
        start = date(622, 7, 19).toordinal() + days
    return date.fromordinal(start + day - 1)


def _new_year(year: int) -> int:
    """Return the first of Tishri as days from the calendar's epoch."""
    months = (235 * year - 234) // 19
    parts = 12084 + 13753 * months
    day = 29 * months + parts // 25920
    return day + 1 if 3 * (day + 1) % 7 < 3 else day


def _tishri(year: int) -> int:
    before, this, after = (_new_year(year + i) for i in (-1, 0, 1))
    return this + (2 if after - this == 356 else 1 if this - before == 382 else 0)


def hebrew(year: int, month: int, day: int) -> date:
    """Return a day of the Hebrew calendar; months from 1 Tishri, 6 Adar (the first in leap years), 7 the second Adar.

    Nisan is month 8 of every year; in a common year months 6 and 7 are the same.
    """
    first = _tishri(year)
    length = _tishri(year + 1) - first
    leap = length > 360
    rest = length % 10
    months = [30, 30 if rest == 5 else 29, 29 if rest == 3 else 30, 29, 30, 30 if leap else 0, 29]
    months += [30, 29, 30, 29, 30, 29]
    if not leap and month == 6:
        month = 7
    return date.fromordinal(first + sum(months[: month - 1]) + day - 1 - 1373427)


def _orthodox_easter(year: int) -> date:
    """Return Easter Sunday of the Julian reckoning as a day of the Gregorian calendar (Meeus)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    shift = year // 100 - year // 400 - 2
    return date(year, month, day + 1) + shift * DAY


def _firsts(row: dict[str, Any], year: int) -> Iterator[date]:
    """Yield the first days of a feast in a year of the common calendar."""
    kind = row["calendar"]
    if kind == "islamic":
        for other in range((year - 622) * 33 // 32 - 1, (year - 622) * 33 // 32 + 3):
            yield islamic(other, row["month"], row["day"])
    elif kind == "hebrew":
        for other in (year + 3760, year + 3761):
            yield _observed(row, hebrew(other, row["month"], row["day"]))
    elif kind == "table":
        place = year - row["first"]
        if 0 <= place < len(row["dates"]):
            yield date.fromisoformat(f"{year:04d}-{row['dates'][place]}") + row.get("after", 0) * DAY
    elif kind == "of":
        for first in _firsts(feasts()[row["of"]], year):
            yield first + row["after"] * DAY
    elif kind == "date":
        yield _observed(row, date(year, row["month"], row["day"]))
    elif kind == "nth":
        first = date(year, row["month"], 1)
        week = (row["count"] - 1) * 7
        yield first + ((row["of_weekday"] - first.isoweekday()) % 7 + week + row.get("after", 0)) * DAY
    elif kind == "rotating":
        cycles = (date(year, 12, 31) - date.fromisoformat(row["anchor"])).days // 365
        yield date.fromisoformat(row["anchor"]) + 365 * cycles * DAY
    else:
        yield (easter(year) if kind == "easter" else _orthodox_easter(year)) + row["offset"] * DAY


def _observed(row: dict[str, Any], day: date) -> date:
    """Move a feast that gives way to the sabbath, or to another weekday (``moved``: rows of weekday and days)."""
    for weekday, days in row.get("moved", ()):
        if day.isoweekday() == weekday:
            return day + int(days) * DAY
    return day


def in_year(number: int, year: int, eve: int) -> list[Period]:
    """Return when a feast is in a year, none, one or two times.

    Args:
        number: The feast's number in the tables.
        year: A year of the common calendar.
        eve: 1 for the day on whose evening it begins, where it is reckoned from sunset.
    """
    row = feasts()[number]
    found = []
    for first in _firsts(row, year):
        begin = first - DAY if eve and row.get("sunset") else first
        if row.get("weekday"):
            begin = first - (first.isoweekday() - row["weekday"]) % 7 * DAY
        days = row.get("days", 1)
        if begin.year == year:
            last = first + (days - 1) * DAY
            found.append(of_day(begin) if days == 1 else of_days(begin, last, "days"))
    return found
