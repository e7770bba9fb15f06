"""EDTF dates in words, and their place on a timeline.  What is not known stays not known."""

from __future__ import annotations

import datetime
import re

from twosource.render.labels import calendar

_DATE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d|XX))?(?:-(?P<day>\d\d|XX))?"
    r"(?:T(?P<clock>\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?P<zone>Z|[+-]\d\d:?\d\d)?)?(?P<mark>[~?%])?\Z",
    re.ASCII,
)
_DURATION = re.compile(r"P(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T.+)?\Z", re.ASCII)
_DECADE = re.compile(r"(\d{3})X\Z", re.ASCII)
_OPEN = ("", "..")
_MARKS = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}


def moment(edtf: str | None, weekday: int | None) -> str:
    """Return a time in words: ``Sunday 9 August 2020``, ``a Sunday in August 2020``, ``a Sunday, date not known``.

    Args:
        edtf: An EDTF date, interval or instant, an ISO duration, or None where nothing of the calendar is known.  A
            string that is none of these is given back as it is.
        weekday: 1 Monday to 7 Sunday where that is sure; it is named where the date itself is not known to the day.
    """
    day = calendar("days")[weekday - 1] if weekday is not None and 1 <= weekday <= 7 else None
    if edtf is None:
        return f"a {day}, date not known" if day else "date not known"
    if "/" in edtf:
        return _interval(edtf, day)
    words = _single(edtf)
    if day and not (is_day(edtf) or edtf.startswith("P")):
        return f"a {day} in {words}"
    return words


def _interval(edtf: str, day: str | None) -> str:
    first, _, last = edtf.partition("/")
    if first in _OPEN and last in _OPEN:
        return f"a {day}, date not known" if day else "date not known"
    if first in _OPEN:
        words = f"until {_single(last)}"
    elif last in _OPEN:
        words = f"from {_single(first)}"
    else:
        words = _range(first, last)
    return f"a {day}, {words}" if day else words


def _range(first: str, last: str) -> str:
    """Return a closed interval without names of days, the year and month of the first end left out where shared."""
    low, high = _DATE.match(first), _DATE.match(last)
    if low is None or high is None or any(end["clock"] or end["mark"] or "X" in end[0] for end in (low, high)):
        return f"{_single(first)} – {_single(last)}"
    shared_year = low["year"] == high["year"]
    shared_month = shared_year and low["month"] == high["month"]
    if shared_month and low["day"] and high["day"]:
        return f"{int(low['day'])}–{_plain_day(high)}"
    begin = _plain_day(low)
    return f"{begin.removesuffix(low['year']).rstrip() if shared_year else begin} – {_plain_day(high)}"


def _plain_day(found: re.Match[str]) -> str:
    day = f"{int(found['day'])} " if found["day"] else ""
    return f"{day}{_month(found['month'])} {found['year']}".lstrip()


def _single(edtf: str) -> str:
    if (found := _DATE.match(edtf)) is not None:
        return _date(found)
    if (found := _DURATION.match(edtf)) is not None and any(found.groups()):
        return _duration(found)
    if (found := _DECADE.match(edtf)) is not None:
        return f"the {found[1]}0s"
    return edtf


def _date(found: re.Match[str]) -> str:
    year, month, day = found["year"], found["month"], found["day"]
    clock = f", {found['clock']}{' UTC' if found['zone'] == 'Z' else ' ' + (found['zone'] or '')}".rstrip()
    words = year
    if month == "XX" or day == "XX":
        words = f"{_month(month)} {year}".lstrip()
        words += ", day not known"
    elif month is not None:
        words = f"{_month(month)} {year}"
        if day is not None:
            words = f"{_weekday(year, month, day)} {int(day)} {words}".lstrip()
    return _MARKS.get(found["mark"] or "", "") + words + (clock if found["clock"] else "")


def _month(month: str | None) -> str:
    if month is None or month == "XX":
        return ""
    if 1 <= int(month) <= 12:
        return calendar("months")[int(month) - 1]
    if 21 <= int(month) <= 24:
        return calendar("seasons")[int(month) - 21]
    return month


def _weekday(year: str, month: str, day: str) -> str:
    try:
        return calendar("days")[datetime.date(int(year), int(month), int(day)).weekday()]
    except ValueError:
        return ""


def _duration(found: re.Match[str]) -> str:
    units = ("year", "month", "week", "day")
    return ", ".join(
        f"{int(n)} {unit}{'' if int(n) == 1 else 's'}" for n, unit in zip(found.groups(), units, strict=True) if n
    )


def is_day(edtf: str | None) -> bool:
    """Tell whether a time is known to the day (or nearer)."""
    found = _DATE.match(edtf or "")
    return found is not None and found["day"] not in (None, "XX")


def place(edtf: str | None) -> tuple[str, str]:
    """Return where a time stands on a timeline: its first and last day as sortable strings, unknown ones last."""
    first, _, last = (edtf or "").partition("/")
    if _DATE.match(first) is None and _DATE.match(last) is None:
        return "~", "~"
    low = "" if _DATE.match(first) is None else _pad(first, "-00-00")
    return low, low if not last else _pad(last, "-99-99")


def _pad(edtf: str, fill: str) -> str:
    found = _DATE.match(edtf)
    if found is None:
        return "~"
    month = found["month"] if found["month"] not in (None, "XX") else fill[1:3]
    day = found["day"] if found["day"] not in (None, "XX") else fill[4:6]
    return f"{found['year']}-{month}-{day}T{found['clock'] or ''}"
