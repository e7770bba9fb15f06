"""The toll over time: how a count moved from report to report, and on whose authority."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from twosource.corroborate.judging import PLAIN
from twosource.model import Count, Fact, Toll

COUNTED = ("person", "item")
"""The units of what is counted."""
LATE = "9999"
"""What an unknown date sorts as: behind all others."""


def find_tolls(facts: Sequence[Fact], published: Mapping[str, str | None]) -> tuple[Toll, ...]:
    """Return a toll for every count of people or things that several reports give.

    Args:
        facts: Those of one story.
        published: The date of each report, EDTF, by its id; None where it is not known.
    """
    return tuple(_toll(fact, published) for fact in facts if _counted_by_several(fact))


def _counted_by_several(fact: Fact) -> bool:
    counting = {a.report for a in fact.accounts if a.figure is not None and a.figure.unit in COUNTED}
    return fact.kind == "figure" and fact.concept not in PLAIN and len(counting) > 1


def _toll(fact: Fact, published: Mapping[str, str | None]) -> Toll:
    """Return the accounts of a count in order of their reports' dates, those of one date as in the fact."""
    origin = {number: o.label or o.party for o in fact.origins if o.party is not None for number in o.accounts}
    counts = [
        Count(published.get(a.report), a.report, number, a.figure.low, a.figure.high, origin.get(number))
        for number, a in enumerate(fact.accounts)
        if a.figure is not None
    ]
    counts.sort(key=lambda count: (count.as_of or LATE, count.account))
    unit = next((a.figure.unit for a in fact.accounts if a.figure is not None), None)
    return Toll(fact.id, fact.concept, fact.question, unit, tuple(counts))
