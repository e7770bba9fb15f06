"""Dates of reports: the header in front of a text, and what users and records give."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import NamedTuple

from twosource.errors import UsageError

HEADER = re.compile(r"[ \t]*date[ \t]+(?P<date>\d{4}-\d{2}(?:-\d{2})?)(?=\s|\Z)\s*")
"""`` date YYYY-MM `` or `` date YYYY-MM-DD `` in front of a text, with the white space behind it."""

_GIVEN = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2})(?P<clock>T.{2,30})?)?)?", re.ASCII)


class Header(NamedTuple):
    """What stands in front of a text: where the news begins, its date, and what is odd about it."""

    body: int
    published: str | None
    note: str | None


def is_date(text: str) -> bool:
    """Tell whether ``text`` is a year, a month, a day, or a day with a clock time of the calendar, in ISO form."""
    match = _GIVEN.fullmatch(text)
    if match is None:
        return False
    try:
        date(int(match["year"]), int(match["month"] or 1), int(match["day"] or 1))
        if match["clock"]:
            datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def read_header(text: str) -> Header:
    """Return where the body of ``text`` begins and the date that its header gives.

    A header whose date is not of the calendar (2020-13) is still no part of the body; the note says so.
    """
    match = HEADER.match(text)
    if match is None:
        return Header(0, None, None)
    if not is_date(match["date"]):
        return Header(match.end(), None, f"the header's date {match['date']} is not of the calendar; date unknown")
    return Header(match.end(), match["date"], None)


def check_published(given: str) -> str:
    """Return ``given`` when it is a date that a report can have.

    Raises:
        UsageError: It is not; the message says which forms there are.
    """
    if not is_date(given):
        raise UsageError(f"no date: {given!r}; forms are YYYY, YYYY-MM, YYYY-MM-DD and YYYY-MM-DDTHH:MM")
    return given
