"""What several reports of a story tell of one body: its sort, and that two names of it are translations of each other.

A union or company bears another name in each language.  Whoever speaks for two bodies of one sort, each named by
reports of another language, speaks for one.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from twosource.link.analysis import Analysis, Cluster
from twosource.link.organisations import Organisation, Register
from twosource.link.records import Party, Role
from twosource.model import Link

VAGUE = "civil"
"""The sort of what is called an organisation or group, whatever it is."""
PARENTS = ("company", "international")
"""Kinds of organisations whose offices and plants bear their name in front of their own."""
OWN = "org:"
"""How the keys of bodies begin that no table knows."""


def one_sort(sorts: Iterable[str]) -> str:
    """Return the sort that several reports tell of one party, "" where they tell two; an organisation may be any."""
    told = {sort for sort in sorts if sort}
    told = told - {VAGUE} or told
    return told.pop() if len(told) == 1 else ""


def translated(spoken: Iterable[Iterable[tuple[str, Party]]]) -> dict[str, str]:
    """Return the keys of bodies that are another's under a name in another language, each with the key of that one.

    Args:
        spoken: For each person the parties that his offices give, each with the language of the report.
    """
    found: dict[str, str] = {}
    for parties in spoken:
        named = [(code, party) for code, party in parties if party.key.startswith(OWN) and party.sort]
        for (left, one), (right, two) in combinations(named, 2):
            if one.key != two.key and one.sort == two.sort and left != right:
                first, second = sorted(found.get(party.key, party.key) for party in (one, two))
                found.update({key: first for key, kept in found.items() if kept == second})
                if first != second:
                    found[second] = first
    return found


def only_company(analysis: Analysis, link: Link) -> Cluster | None:
    """Return the only company that a report names in front of a link, or None where it names none or several."""
    companies = {
        id(c): c
        for c in analysis.clusters
        if (c.organisation is not None and c.organisation.kind == "company")
        or (c.role is not None and c.role.of == "company")
        if c.spans and min(c.spans).start < link.span.start
    }
    return next(iter(companies.values())) if len(companies) == 1 else None


def only_of(analyses: Iterable[Analysis], role: Role) -> tuple[Analysis, Cluster] | None:
    """Return the only organisation of a kind that a story's reports name, with one that does, or None."""
    found: dict[str, tuple[Analysis, Cluster]] = {}
    for analysis in analyses:
        for cluster in analysis.clusters:
            known = cluster.organisation
            if known.kind == role.of if known else cluster.role is not None and cluster.role.id == role.id:
                found.setdefault(cluster.key, (analysis, cluster))
    return next(iter(found.values())) if len(found) == 1 else None


def parent_of(name: str, register: Register) -> Organisation | None:
    """Return the company or union of states whose name another name begins with: "Northvolt Ett"."""
    first = min(name.partition(" ")[0], name.partition("-")[0], key=len)
    found = register.lookup(first) if first != name else None
    return found if found is not None and found.kind in PARENTS else None
