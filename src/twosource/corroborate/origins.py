"""Origins: on how many independent parties a fact stands.

A chain of authorities ends with whoever originates the statement.  An agency or outlet that only passes on adds
nothing; where nobody behind it is named, the origin is unknown: it is shown, and not counted.  Bodies of one state are
one party.  What a copy says is what its original says: its accounts join those of the original, whatever they name, and
a copy never changes how many parties are known.  The two-source rule is met where two known parties are independent of
each other, not met where every origin is known and they are fewer, and otherwise cannot be told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec

from twosource.corroborate.apart import STATE, Voice, most_apart
from twosource.corroborate.chains import RELAYS, end_of, named_end
from twosource.corroborate.familiarity import familiarity
from twosource.corroborate.statements import Statement
from twosource.corroborate.wording import party_label
from twosource.link import SOME_STATE, Cast, Party
from twosource.model import Authority, Link, Origin, Span

RULE = "origins-v3"
AGENCY = "agency"
"""The role of links that the report calls an agency."""
WHOLE = Span(0, 1 << 40)
"""A span that holds any report."""
MET, NOT_MET, CANNOT_TELL = "met", "not_met", "cannot_tell"
MEDIA = (*RELAYS, "reporter")
"""Roles of media: two parties that speak to one of them are two all the same."""
NO_COPIES: Mapping[str, str] = {}

Traced = tuple[Party | None, str | None]
"""The party that an account goes back to, None where unknown, and the name at the end of its chain."""


class Independence(msgspec.Struct, frozen=True):
    """The origins of a fact's accounts, how many are known and independent, and what the two-source rule says."""

    origins: tuple[Origin, ...]
    known: int
    rule: str
    reasons: tuple[str, ...]


def trace(statements: Sequence[Statement], cast: Cast, copies: Mapping[str, str] = NO_COPIES) -> Independence:
    """Return where the accounts of a fact go back to; the order of origins is that of the accounts.

    Args:
        statements: The accounts.
        cast: Who is who in the story.
        copies: For each report that is a copy, the report that it is a copy of.
    """
    repeats = find_repeats(statements, copies)
    own = [number for number in range(len(statements)) if number not in repeats]
    found = _of_one_state([origin_of(statements[number], cast) for number in own])
    traced = dict(zip(own, found, strict=True))
    groups: dict[str, list[int]] = {}
    for number, (party, name) in traced.items():
        groups.setdefault(party.key if party else f"?{name or number}", []).append(number)
    count = _count(groups, statements, traced, cast)
    rule = _by_sides(_two_sources(count), groups, statements, traced, cast)
    home = {number: numbers for numbers in groups.values() for number in numbers}
    for number, repeated in repeats.items():
        traced[number] = traced[repeated][0], origin_of(statements[number], cast)[1]
        home[repeated].append(number)
    origins = tuple(_origin(sorted(numbers), statements, traced, repeats) for numbers in groups.values())
    return Independence(origins, count.known, rule, _reasons(origins, count, repeats))


def _by_sides(
    rule: str,
    groups: Mapping[str, list[int]],
    statements: Sequence[Statement],
    traced: Mapping[int, Traced],
    cast: Cast,
) -> str:
    """Return the rule for what some say happened and others deny: it is met where two parties are on one side."""
    sides = {statement.polarity for statement in statements if statement.kind == "event"}
    if rule != MET or len(sides) < len((MET, NOT_MET)):
        return rule
    counts = []
    for side in sides:
        of_side = {key: [n for n in numbers if statements[n].polarity == side] for key, numbers in groups.items()}
        counts.append(_count({key: numbers for key, numbers in of_side.items() if numbers}, statements, traced, cast))
    told = [_two_sources(count) for count in counts]
    return MET if MET in told else CANNOT_TELL if CANNOT_TELL in told else NOT_MET


def find_repeats(statements: Sequence[Statement], copies: Mapping[str, str]) -> dict[int, int]:
    """Return, for each account of a copy, the account of another report of the same text that it repeats.

    Of the reports of one text that give accounts of the fact, the original is the one that is repeated, else the one
    that comes first; of its accounts the one with the same value and the likest words.  A number that only the copy
    gives is no repetition: whoever wrote it had it from somewhere else.
    """
    if not copies:
        return {}
    families: dict[str, dict[str, list[int]]] = {}
    for number, statement in enumerate(statements):
        families.setdefault(_root(statement.report, copies), {}).setdefault(statement.report, []).append(number)
    found = {}
    for root, reports in families.items():
        first = root if root in reports else next(iter(reports))
        for report, numbers in reports.items():
            if report != first:
                likest = {n: _likest(statements[n], reports[first], statements) for n in numbers}
                found.update({n: other for n, other in likest.items() if _alike(statements[n], statements[other])})
    return found


def _root(report: str, copies: Mapping[str, str]) -> str:
    """Return the report at the end of a line of copies."""
    seen = {report}
    while (other := copies.get(report)) is not None and other not in seen:
        report = other
        seen.add(report)
    return report


def _likest(statement: Statement, numbers: Sequence[int], statements: Sequence[Statement]) -> int:
    def likeness(number: int) -> tuple[bool, float]:
        other = statements[number]
        return _alike(statement, other), familiarity(statement, other)[0]

    return max(numbers, key=likeness)


def _alike(one: Statement, other: Statement) -> bool:
    """Tell whether two statements give the same number, or none."""
    values = [(s.figure.low, s.figure.high) if s.figure else None for s in (one, other)]
    return values[0] == values[1]


def _of_one_state(traced: Sequence[Traced]) -> list[Traced]:
    """Take bodies of which nothing tells the country for those of the only state that the other chains end with."""
    known = {p.key: p for p, _ in traced if p is not None and p.kind == STATE and p.key != SOME_STATE}
    only = next(iter(known.values())) if len(known) == 1 else None
    return [
        (msgspec.structs.replace(only, reason=p.reason, score=p.score), name)
        if p is not None and p.key == SOME_STATE and only is not None
        else (p, name)
        for p, name in traced
    ]


class _Count(NamedTuple):
    """How many parties are known and independent, how many may be others, and how many origins are unknown."""

    known: int
    doubtful: int
    unknown: int


def _count(
    groups: Mapping[str, list[int]],
    statements: Sequence[Statement],
    traced: Mapping[int, Traced],
    cast: Cast,
) -> _Count:
    """Count the parties of a fact's origins: as many as are known to be apart from each other."""
    voices = [
        Voice(
            max(parties, key=lambda party: party.score),
            frozenset(statements[n].language for n in numbers),
            frozenset.intersection(*(_through(statements[n], cast) for n in numbers)),
        )
        for numbers in groups.values()
        if (parties := [p for n in numbers if (p := traced[n][0])])
    ]
    reports = sorted({statements[number].report for numbers in groups.values() for number in numbers})
    known = most_apart(voices, lambda a, b: _both_named(a, b, reports, cast))
    return _Count(known, len(voices) - known, len(groups) - len(voices))


def _through(statement: Statement, cast: Cast) -> frozenset[str]:
    """Return the parties, media apart, that passed on what the last of a statement's chain says."""
    links = [link for link in statement.chain[:-1] if link.role not in MEDIA]
    parties = [cast.party(link, statement.report) for link in links]
    return frozenset(party.key for party in parties if party is not None)


def _both_named(a: Voice, b: Voice, reports: Sequence[str], cast: Cast) -> bool:
    """Tell whether one report names both parties."""
    keys = {a.party.key, b.party.key}
    return any(keys <= {entity.key for entity in cast.mentioned(report, WHOLE)} for report in reports)


def origin_of(statement: Statement, cast: Cast) -> tuple[Party | None, str | None]:
    """Return the party that a statement goes back to, None where unknown, and the name at the end of its chain."""
    end, party = _end(statement, cast)
    if end is None:
        last = statement.chain[-1].name if statement.chain else None
        return None, last
    return party, end.name


def _end(statement: Statement, cast: Cast) -> tuple[Link | None, Party | None]:
    """Return the link that a statement goes back to, with its party; None where that is but who passes it on.

    What a report calls an agency may be a body of another kind, and then says it itself.
    """
    end = end_of(statement.chain)
    if end is not None:
        return end, cast.party(end, statement.report)
    last = named_end(statement.chain)
    body = cast.body_behind(last, statement.report) if last is not None and last.role == AGENCY else None
    return (last, body) if body is not None else (None, None)


def _origin(
    numbers: list[int], statements: Sequence[Statement], traced: Mapping[int, Traced], repeats: Mapping[int, int]
) -> Origin:
    """Return the origin that the accounts of these numbers share."""
    party = traced[numbers[0]][0]
    names = tuple(dict.fromkeys(name for number in numbers if (name := traced[number][1])))
    own = [number for number in numbers if number not in repeats]
    why = "; ".join([_why(own, statements, traced), *_copied(numbers, statements, repeats)])
    return Origin(
        party=party.key if party else None,
        names=names,
        accounts=tuple(numbers),
        label=party_label(party) if party else None,
        why=why,
    )


def _copied(numbers: list[int], statements: Sequence[Statement], repeats: Mapping[int, int]) -> list[str]:
    """Return which reports of these accounts repeat another, in words."""
    pairs = {statements[n].report: statements[repeats[n]].report for n in numbers if n in repeats}
    return [f"{copy} has the text of {original}" for copy, original in pairs.items()]


def _why(numbers: list[int], statements: Sequence[Statement], traced: Mapping[int, Traced]) -> str:
    """Return why these accounts are of one origin, or why their origin is unknown, in words."""
    party = traced[numbers[0]][0]
    if party is None:
        chain = statements[numbers[0]].chain
        if not chain:
            return "the report names no authority"
        if chain[-1].role == "unnamed":
            return f"{chain[-1].name}: a source without a name"
        if chain[-1].role in RELAYS:
            return f"{chain[-1].name} names no authority"
        return f"whose {chain[-1].name} is cannot be told"
    names = list(dict.fromkeys(traced[n][1] or "" for n in numbers))
    if len(names) > 1:
        return f"{' and '.join(names)} are one party: {party_label(party)}"
    if len(numbers) > 1:
        return f"{len(numbers)} accounts go back to {party_label(party)}"
    return party.reason


def _two_sources(count: _Count) -> str:
    if count.known >= 2:
        return MET
    return CANNOT_TELL if count.doubtful or count.unknown else NOT_MET


def _reasons(origins: Sequence[Origin], count: _Count, repeats: Mapping[int, int]) -> tuple[str, ...]:
    """Return what the count of origins rests on, in words."""
    joined = [
        o for o in origins if len(o.accounts) > 1 and (o.party is not None or any(n in repeats for n in o.accounts))
    ]
    merged = [o.why for o in joined if o.why]
    if count.unknown:
        merged.append(f"{count.unknown} of the origins {'is' if count.unknown == 1 else 'are'} unknown and not counted")
    if count.doubtful:
        merged.append("not all parties are known well enough to count them apart")
    return tuple(merged)


def authorities(statement: Statement, cast: Cast) -> tuple[Authority, ...]:
    """Return a statement's chain as the dossier shows it, nearest first."""
    end, origin = _end(statement, cast)
    shown = []
    for link in statement.chain:
        party = origin if link is end else None
        shown.append(
            Authority(
                name=link.name,
                role=link.role,
                entity=entity.id if (entity := cast.resolve(statement.report, link)) else None,
                start=link.span.start,
                end=link.span.end,
                act=link.act,
                party=party.key if party else None,
            )
        )
    return tuple(shown)
