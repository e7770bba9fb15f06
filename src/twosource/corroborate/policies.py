"""Policies: which low, best and high estimate a fact's accounts give (``data/policies.toml``)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path

import msgspec

from twosource.corroborate.comparison import AGREE, COMPATIBLE
from twosource.corroborate.judging import conversion
from twosource.corroborate.statements import Statement
from twosource.errors import TableError, UsageError
from twosource.language.tables import read_toml

PATH = Path(__file__).parent.parent / "data" / "policies.toml"
DEFAULT = "range"


class VagueWord(msgspec.Struct, frozen=True, rename={"least": "from"}):
    """What a word for a magnitude counts as: ``least`` is the lowest number that the word stands for."""

    least: int
    counts: int


class Policy(msgspec.Struct, frozen=True):
    """A way to draw a low, a best and a high estimate from accounts.

    ``best`` is agreed (only what all give), supported (what most origins give, the lower when in doubt), lowest, or
    none.
    """

    id: str
    low: str
    high: str
    best: str
    vague: tuple[VagueWord, ...] = ()


class Estimate(msgspec.Struct, frozen=True):
    """Low, best and high, each None where open; ``set_by`` names the report behind each that is known."""

    low: Decimal | None = None
    best: Decimal | None = None
    high: Decimal | None = None
    set_by: dict[str, str] = {}


@cache
def policies() -> dict[str, Policy]:
    """Return every policy by its name.

    Raises:
        TableError: The table is broken.
    """
    try:
        rows = msgspec.convert(read_toml(PATH)["policy"], list[Policy])
    except (msgspec.ValidationError, KeyError) as error:
        raise TableError(f"{PATH}: {error}") from error
    return {row.id: row for row in rows}


def policy(name: str) -> Policy:
    """Return the policy of that name.

    Raises:
        UsageError: There is none; the message lists those that there are.
    """
    try:
        return policies()[name]
    except KeyError as error:
        raise UsageError(f"no policy {name!r}; there are: {', '.join(policies())}") from error


def estimate(statements: Sequence[Statement], verdict: str, chosen: Policy, weights: Sequence[int]) -> Estimate:
    """Return the estimate of a fact's figures in the unit of the first.

    Args:
        statements: Those of one fact, all with figures.
        verdict: The fact's verdict.
        chosen: The policy.
        weights: For each statement, how many statements share its origin and value; the more, the better supported.
    """
    values = [_interval(statement, statements[0], chosen) for statement in statements]
    lows = [(low, s.report) for (low, _), s in zip(values, statements, strict=True) if low is not None]
    highs = [(high, s.report) for (_, high), s in zip(values, statements, strict=True) if high is not None]
    low = min(lows, default=None)
    high = max(highs, default=None) if len(highs) == len(statements) else None
    best = _best(values, statements, verdict, chosen, weights)
    set_by = {name: found[1] for name, found in (("low", low), ("best", best), ("high", high)) if found}
    return Estimate(low and low[0], best and best[0], high and high[0], set_by)


def _interval(statement: Statement, first: Statement, chosen: Policy) -> tuple[Decimal | None, Decimal | None]:
    """Return a statement's bounds in the unit of the first, a vague word as the policy counts it."""
    figure = statement.figure
    if figure is None or first.figure is None:
        return None, None
    if figure.vague:
        for word in chosen.vague:
            if figure.low == word.least:
                return Decimal(word.counts), Decimal(word.counts)
    scale = conversion(figure.unit, first.figure.unit) or Decimal(1)
    low, high = figure.low, figure.high
    return None if low is None else low * scale, None if high is None else high * scale


def _best(
    values: Sequence[tuple[Decimal | None, Decimal | None]],
    statements: Sequence[Statement],
    verdict: str,
    chosen: Policy,
    weights: Sequence[int],
) -> tuple[Decimal, str] | None:
    """Return the best estimate with the report that set it, or None where the policy gives none."""
    points = [
        (low, s.report, weight)
        for (low, high), s, weight in zip(values, statements, weights, strict=True)
        if low is not None and low == high
    ]
    if not points or chosen.best == "none":
        return None
    if chosen.best == "agreed" and (len({p[0] for p in points}) > 1 or verdict not in (AGREE, COMPATIBLE, "single")):
        return None
    found = min(points, key=lambda p: (-p[2] if chosen.best == "supported" else 0, p[0]))
    return found[0], found[1]
