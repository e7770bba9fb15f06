"""What a run of digits and marks can be: a date, a clock time, a year, a number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from twosource.language import tokenize

NUMERIC = re.compile(
    r"(?:19|20)\d{6}(?!\d)"
    r"|\d\d \d\d (?:19|20)\d\d(?! ?\d)|\d\d 0[1-9] \d\d(?! ?\d)|(?:19|20)\d\d \d\d \d\d(?! ?\d)"
    r"|\d{1,2}[hH]\d\d(?!\d)|\d{1,4}(?:[.,:/\-–]\d{1,4}(?!\d)){0,3}(?:[.:]\d\d)?"
)
"""The longest run of digits and marks that can be one date or time."""
_SHAPES = (
    ("ISO", re.compile(r"(\d{4})([-./ ])(\d{1,2})\2(\d{1,2})")),
    ("BASIC", re.compile(r"(\d{4})()(\d\d)(\d\d)")),
    ("LITTLE", re.compile(r"(\d{1,2})([-./ ])(\d{1,2})\2(\d{4}|\d{2})")),
    ("CLOCK", re.compile(r"(\d{1,2})[:hH](\d\d)(?::(\d\d))?")),
    ("DOT", re.compile(r"(\d{1,2})\.(\d\d)(?:\.(\d\d))?")),
    ("PAIR", re.compile(r"(\d{1,2})([-./])(\d{1,2})")),
    ("DEC", re.compile(r"(\d{1,3})[.,](\d{1,2})")),
    ("YEARMONTH", re.compile(r"(\d{4})-(\d\d)")),
    ("YEARDAY", re.compile(r"(\d{4})[-/](\d{1,2})")),
    ("DAYYEAR", re.compile(r"(\d{1,2})[-/](\d{4})")),
    ("INT", re.compile(r"\d{1,4}")),
)
_CHAIN, _CHAINED = 12, 5
"""A number behind more hyphens than this, so many characters back, is part of some code."""
JOINED = frozenset(
    (
        *("ISO", "BIGDATE", "LITTLE", "DASHDATE", "DOTDATE", "SLASHDATE", "SLASHDAY", "SLASHLONE", "DAYPAIR"),
        *("CLOCKTIME", "DOTTIME", "DEC", "YEARMONTH", "YEARDAY", "DAYYEAR"),
    )
)
"""The classes that several numbers can make together."""
JOINTS = frozenset(".,:/-–hH")
"""What can stand between the numbers of a date or clock time."""
_PARTS = (16,)
"""Days of the month that are rather the lower number of a fraction."""
_SEPARATORS = {"-": "DASHDATE", ".": "DOTDATE", "/": "SLASHDATE"}


def _year(written: str) -> int:
    """Return a year of two or four digits; two digits stand for 1940 to 2039, as news looks back further than ahead."""
    year = int(written)
    return year if len(written) > 2 else year + (1900 if year >= 40 else 2000)


class Digits(NamedTuple):
    """What the digits at a place can be: (class, tokens that it takes up, its numbers), the longest first."""

    rows: tuple[tuple[str, int, tuple[int, ...]], ...] = ()


NO_DIGITS = Digits()


def digits_at(text: str, start: int, order: str) -> Digits:
    """Return what the run of digits and marks that begins at ``start`` can be: whole, and its first number alone."""
    if not _free(text, start):
        return NO_DIGITS
    run = NUMERIC.match(text, start)
    if run is None:
        return NO_DIGITS
    whole, end = run.group(), run.end()
    cut = end < len(text) and text[end].isdigit()
    behind = " " in whole and text[start - 1 : start] == " " and text[max(0, start - 2)].isdigit()
    return _digits(whole, order, cut, behind)


@lru_cache(maxsize=4096)
def _digits(whole: str, order: str, cut: bool, behind: bool) -> Digits:
    """Return what a run can be; ``cut``: a digit follows it; ``behind``: its blanks part it from a number before it."""
    pieces = dict.fromkeys((whole, whole.replace("–", "-").split("-")[0], whole.split(" ", maxsplit=1)[0]))
    if behind:
        pieces = {whole.split(" ", maxsplit=1)[0]: None}
    elif cut:
        del pieces[whole]
    found = ((piece, len(tokenize(piece))) for piece in pieces)
    return Digits(tuple((name, size, said) for piece, size in found for name, said in numbers_of(piece, order)))


def _free(text: str, start: int) -> bool:
    """Tell whether a number begins at ``start``: not inside a word or a longer number."""
    if start == 0:
        return True
    before = text[start - 1]
    if before == " ":
        return start < 2 or text[start - 2] not in "$€£"
    if before.isalnum() or before in "_#$€£§":
        return False
    if before == "-" and text.count("-", max(0, start - _CHAIN), start) > _CHAINED:
        return False
    return not (before in ".,:/" and start > 1 and text[start - 2].isdigit())


@lru_cache(maxsize=4096)
def numbers_of(piece: str, order: str) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Return (class, values) for all that a run of digits and marks can be; ``order`` is the language's, dmy or mdy."""
    shapes = ((name, shape.fullmatch(piece)) for name, shape in _SHAPES)
    return tuple(value for name, found in shapes if found is not None for value in _READERS[name](found, order))


Class = tuple[str, tuple[int, ...]]


def _big(found: re.Match[str], _: str) -> Iterator[Class]:
    year, month, day = (int(found.group(i)) for i in (1, 3, 4))
    if 1 <= month <= 12 and 1 <= day <= 31:
        yield ("BIGDATE" if found.group(2) in ("/", ".") else "ISO"), (year, month, day)


def _day_and_month(found: re.Match[str], order: str) -> tuple[int, int] | None:
    one, two = int(found.group(1)), int(found.group(3))
    day, month = (two, one) if order == "mdy" else (one, two)
    if month > 12 >= day:
        day, month = month, day
    return (day, month) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _little(found: re.Match[str], order: str) -> Iterator[Class]:
    if (date := _day_and_month(found, order)) is not None:
        yield "LITTLE", (_year(found.group(4)), date[1], date[0])


def _pair(found: re.Match[str], order: str) -> Iterator[Class]:
    if (date := _day_and_month(found, order)) is not None:
        yield _SEPARATORS[found.group(2)], (date[1], date[0])
        if order == "dmy" and found.group(2) == "/" and int(found.group(1)) > 12:
            yield "SLASHDAY", (date[1], date[0])
        if order == "mdy" and found.group(2) == "/" and date[0] > 12 and date[0] not in _PARTS:
            yield "SLASHLONE", (date[1], date[0])
    if found.group(2) == "-" and int(found.group(1)) < int(found.group(3)) <= 31:
        yield "DAYPAIR", (int(found.group(1)), int(found.group(3)))


def _clock(found: re.Match[str], _: str) -> Iterator[Class]:
    hour, minute = int(found.group(1)), int(found.group(2))
    if hour <= 24 and minute < 60:
        yield ("DOTTIME" if "." in found.group() else "CLOCKTIME"), (hour, minute, int(found.group(3) or -1))


def _decimal(found: re.Match[str], _: str) -> Iterator[Class]:
    yield "DEC", (int(found.group(1)), int(found.group(2).ljust(3, "0")))


def _year_month(found: re.Match[str], _: str) -> Iterator[Class]:
    if 1 <= int(found.group(2)) <= 12 and 1800 <= int(found.group(1)) <= 2199:
        yield "YEARMONTH", (int(found.group(1)), int(found.group(2)))


def _year_day(found: re.Match[str], _: str) -> Iterator[Class]:
    if 1 <= int(found.group(2)) <= 31:
        yield "YEARDAY", (int(found.group(1)), int(found.group(2)))


def _day_year(found: re.Match[str], _: str) -> Iterator[Class]:
    if 1 <= int(found.group(1)) <= 31:
        yield "DAYYEAR", (int(found.group(1)), int(found.group(2)))


def _integers(found: re.Match[str], _: str) -> Iterator[Class]:
    piece = found.group()
    value = int(piece)
    if len(piece) == 4 and 1400 <= value <= 2199:
        yield "YEAR", (value,)
        if value % 10 == 0:
            yield ("TENS", (value,)) if value % 100 else ("HUNDREDS", (value // 100,))
    if len(piece) == 4 and value // 100 <= 24 and value % 100 < 60:
        yield "MILITARY", (value // 100, value % 100, -1)
    if len(piece) <= 2:
        yield "D", (value,)
        yield "TWO", (_year(piece.zfill(2)),)
        if value <= 24:
            yield "HOUR", (value,)
        if len(piece) == 2 and value < 60:
            yield "MINUTE", (value,)
    if len(piece) < 4 or value < 1000:
        yield "N", (value,)


_READERS = {
    "ISO": _big,
    "BASIC": _big,
    "YEARDAY": _year_day,
    "DAYYEAR": _day_year,
    "LITTLE": _little,
    "CLOCK": _clock,
    "DOT": _clock,
    "PAIR": _pair,
    "DEC": _decimal,
    "YEARMONTH": _year_month,
    "INT": _integers,
}
