"""The intervals of a count fact as a drawing: where on a line each account's number lies."""

from __future__ import annotations

import math
from collections import Counter
from decimal import Decimal
from typing import NamedTuple

from twosource.model import Account, Fact
from twosource.render.wording import amount, number

WIDTH, LEFT, RIGHT, ROW, TOP = 340, 34, 326, 20, 8
"""The drawing's width, the ends of its line, the height of a row, the space above; in pixels."""

_LOGARITHMIC = 25


class Bar(NamedTuple):
    """One account's interval from ``x1`` to ``x2`` at height ``y``; an open end runs to the edge of the drawing."""

    report: str
    words: str
    y: int
    x1: float
    x2: float
    open_low: bool
    open_high: bool
    vague: bool
    place: int


class Tick(NamedTuple):
    """A number on the line below the bars."""

    x: float
    words: str


class NumberLine(NamedTuple):
    """The drawing: its size, its bars and its ticks, and what it shows in words."""

    width: int
    height: int
    base: int
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    words: str


def number_line(fact: Fact) -> NumberLine | None:
    """Return the drawing of a fact's figures, or None where fewer than two accounts give a number in one unit.

    The line is logarithmic where the largest number is more than 25 times the smallest, as the words say.
    """
    drawn = _of_one_unit(fact)
    ends = sorted({end for _, account in drawn for end in _ends(account)})
    if len(drawn) < 2 or not ends:
        return None
    bars = tuple(_bar(row, place, account, ends) for row, (place, account) in enumerate(drawn))
    ticks = _ticks(ends)
    base = TOP + ROW * len(bars)
    words = "; ".join(f"{bar.report}: {bar.words}" for bar in bars)
    words += " (logarithmic)" if _logarithmic(ends) else ""
    return NumberLine(WIDTH, base + 20, base, bars, ticks, words)


def _of_one_unit(fact: Fact) -> list[tuple[int, Account]]:
    told = [(place, account) for place, account in enumerate(fact.accounts) if account.figure and _ends(account)]
    units = Counter(account.figure.unit for _, account in told if account.figure)
    if not units:
        return []
    usual = units.most_common(1)[0][0]
    return [(place, account) for place, account in told if account.figure and account.figure.unit == usual]


def _ends(account: Account) -> list[Decimal]:
    if account.figure is None:
        return []
    ends = (account.figure.low, account.figure.high)
    return [end for end in ends if end is not None and end.is_finite() and abs(end.adjusted()) < 100]


def _logarithmic(ends: list[Decimal]) -> bool:
    return ends[0] > 0 and ends[-1] / ends[0] > _LOGARITHMIC


def _x(value: Decimal, ends: list[Decimal]) -> float:
    low, high = float(ends[0]), float(ends[-1])
    inner_left, inner_right = LEFT + 30, RIGHT - 30
    if low == high:
        return (inner_left + inner_right) / 2
    if _logarithmic(ends):
        share = math.log(float(value) / low) / math.log(high / low)
    else:
        share = (float(value) - low) / (high - low)
    return round(inner_left + share * (inner_right - inner_left), 1)


def _bar(row: int, place: int, account: Account, ends: list[Decimal]) -> Bar:
    figure = account.figure
    low = figure.low if figure else None
    high = figure.high if figure else None
    return Bar(
        report=account.report,
        words=amount(figure) if figure else "",
        y=TOP + ROW * row + ROW // 2,
        x1=LEFT if low is None else _x(low, ends),
        x2=RIGHT if high is None else _x(high, ends),
        open_low=low is None,
        open_high=high is None,
        vague=bool(figure and figure.vague),
        place=place,
    )


def _ticks(ends: list[Decimal]) -> tuple[Tick, ...]:
    """Return a tick for the ends of the bars, those left out that would be written over another."""
    ticks: list[Tick] = []
    for end in (ends[0], ends[-1], *ends[1:-1]):
        tick = Tick(_x(end, ends), number(end))
        if all(abs(tick.x - other.x) > 4 * (len(tick.words) + len(other.words)) for other in ticks):
            ticks.append(tick)
    return tuple(sorted(ticks))
