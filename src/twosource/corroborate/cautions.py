"""Cautions: what a desk should look at twice before it uses a fact.  Rule cautions-v1.

A number that stands for another thing elsewhere in the story; a count that jumps by more than half within a day;
sources without a name where one party at most is known; a report that corrects or withdraws what others carry.
They warn of a fact and change nothing of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import permutations
from typing import NamedTuple

import msgspec

from twosource.annotate.notices import Notice
from twosource.corroborate.judging import PLAIN, counted_alike, grows
from twosource.corroborate.tolls import find_tolls
from twosource.model import Account, Count, Fact, StoryReport

JUMP = Decimal("1.5")
"""More than half as much again."""
RARE = 20
"""Smaller numbers stand for many things in every story."""
UNNAMED = "unnamed"


class _Use(NamedTuple):
    """Where a number stands: in which fact and report."""

    fact: Fact
    report: str


def with_cautions(
    facts: Sequence[Fact], reports: Mapping[str, StoryReport], notices: Sequence[Notice] = ()
) -> tuple[Fact, ...]:
    """Return the facts of a story, each with what to look at twice.

    Args:
        facts: Those of one story, numbered.
        reports: Its reports by id.
        notices: Those of its reports that say that they correct or withdraw something.
    """
    elsewhere = _elsewhere(facts)
    jumps = _jumps(facts, {name: report.published for name, report in reports.items()})
    found = []
    for fact in facts:
        words = [
            *elsewhere.get(fact.id, ()),
            *jumps.get(fact.id, ()),
            *_unnamed(fact),
            *(word for notice in notices for word in _noticed(fact, notice, reports)),
        ]
        found.append(msgspec.structs.replace(fact, warnings=(*fact.warnings, *dict.fromkeys(words))))
    return tuple(found)


def _elsewhere(facts: Sequence[Fact]) -> dict[str, list[str]]:
    """Return, by fact, that its number stands for another thing in another report."""
    uses: dict[tuple[Decimal, str | None], list[_Use]] = defaultdict(list)
    for fact in facts:
        for account in fact.accounts:
            if fact.kind == "figure" and fact.concept not in PLAIN and (known := _rare(account)) is not None:
                uses[known].append(_Use(fact, account.report))
    words: dict[str, list[str]] = defaultdict(list)
    for (value, _), found in uses.items():
        for one, other in permutations(found, 2):
            if one.report != other.report and not counted_alike(one.fact.concept, other.fact.concept):
                asked = other.fact.question
                words[one.fact.id].append(f"{other.report} gives the number {value:,f} for another thing: {asked}")
    return words


def _rare(account: Account) -> tuple[Decimal, str | None] | None:
    """Return the number of an account with its unit where it is exact and rare enough to be known again."""
    figure = account.figure
    if figure is None or figure.low is None or figure.low != figure.high or figure.low < RARE:
        return None
    return figure.low.normalize(), figure.unit


def _jumps(facts: Sequence[Fact], published: Mapping[str, str | None]) -> dict[str, list[str]]:
    """Return, by fact, that its count jumps by more than half within a day."""
    found: dict[str, list[str]] = {}
    for toll in find_tolls([fact for fact in facts if grows(fact.concept)], published):
        dated = [(day, count) for count in toll.counts if (day := _day(count.as_of)) is not None]
        pairs = ((a, b) for a, b in permutations(dated, 2) if 0 <= (b[0] - a[0]).days <= 1)
        words = [_jump(a, b) for (_, a), (_, b) in pairs if _jumped(a, b)]
        if words:
            found[toll.fact] = words[:1]
    return found


def _jumped(earlier: Count, later: Count) -> bool:
    return earlier.high is not None and later.low is not None and 0 < earlier.high * JUMP < later.low


def _jump(earlier: Count, later: Count) -> str:
    return (
        f"the count jumps by more than half within a day: {earlier.high:,f} ({earlier.report}) "
        f"to {later.low:,f} ({later.report})"
    )


def _day(edtf: str | None) -> date | None:
    """Return the day of an EDTF date that is known to the day, or None."""
    try:
        return date.fromisoformat((edtf or "")[:10])
    except ValueError:
        return None


def _unnamed(fact: Fact) -> Iterator[str]:
    """Yield for each report that rests a fact on sources without a name, where no second party is known."""
    if fact.independent_origins > 1:
        return
    for account in fact.accounts:
        for link in account.origin:
            if link.role == UNNAMED:
                yield f"{account.report} rests on “{link.name}”: who they are and how many is not said; counted as none"


def _noticed(fact: Fact, notice: Notice, reports: Mapping[str, StoryReport]) -> Iterator[str]:
    """Yield that a notice touches a fact: its own report gives it, or one with the same credit does."""
    inside = {account.report for account in fact.accounts}
    others = sorted(name for name in inside if name != notice.report and _of_one_source(name, notice.report, reports))
    if notice.report in inside and others:
        yield f"{notice.report} is a {notice.kind} (“{notice.text}”): see whether what {_and(others)} says still stands"
    elif notice.report in inside:
        yield f"{notice.report} is a {notice.kind} (“{notice.text}”)"
    elif others and notice.kind == "withdrawal":
        yield f"{notice.report} is a {notice.kind} (“{notice.text}”) of the same source as {_and(others)}"


def _and(names: Sequence[str]) -> str:
    return " and ".join(names)


def _of_one_source(one: str, other: str, reports: Mapping[str, StoryReport]) -> bool:
    """Tell whether two reports name one agency or outlet as whose text they are."""
    names = [{n.casefold() for n in (reports[r].outlet, *reports[r].credits) if n} for r in (one, other)]
    return bool(names[0] & names[1])
