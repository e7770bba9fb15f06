"""The verdict on a fact: how its accounts compare, taken together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from twosource.corroborate.align import Group
from twosource.corroborate.comparison import CONFLICT, SEVERITY, Comparison

SINGLE = "single"


class Verdict(msgspec.Struct, frozen=True):
    """agree, compatible, conflict or single; what could explain a difference; and why, in words."""

    verdict: str
    readings: tuple[str, ...]
    reasons: tuple[str, ...]


def judge(group: Group) -> Verdict:
    """Return the verdict on a group: the gravest of its pairs, with the readings of such pairs.

    Where one report alone tells it, the verdict is single, unless that report gives two accounts that conflict.  Rivals
    that were left out of the group change no verdict, but are told.
    """
    pairs = [found for _, found in sorted(group.pairs.items()) if found.relation in SEVERITY]
    gravest = max((SEVERITY[found.relation] for found in pairs), default=0)
    if len({statement.report for statement in group.statements}) < 2 and gravest < SEVERITY[CONFLICT]:
        readings, reasons = _distinct(r.readings for r in group.parted), _words(group.parted)
        return Verdict(SINGLE, readings, ("only one report says so", *reasons))
    deciding = [found for found in pairs if SEVERITY[found.relation] == gravest]
    told = (*deciding, *group.parted)
    return Verdict(deciding[0].relation, _distinct(r.readings for r in told), _words(told))


def _words(comparisons: Sequence[Comparison]) -> tuple[str, ...]:
    return _distinct(found.reasons for found in comparisons)


def _distinct(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the items of all groups, each once, in order."""
    return tuple(dict.fromkeys(item for group in groups for item in group))
