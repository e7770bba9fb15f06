"""Align: put the statements of all reports that are about the same thing together.

Candidates are found by concept, never by trying all pairs; pairs join from the likeliest down, and a report gives a
fact one statement, unless it says the same thing on another authority.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import combinations

import msgspec

from twosource.corroborate import claims, events, figures, whens
from twosource.corroborate.chains import named_end
from twosource.corroborate.comparison import AGREE, APART, COMPATIBLE, CONFLICT, JOIN, Comparison
from twosource.corroborate.figures import distinctive
from twosource.corroborate.judging import family, is_crowd, is_disputed, kind_of
from twosource.corroborate.statements import Statement
from twosource.corroborate.windows import window
from twosource.model import Span

MATCHERS: dict[str, Callable[[Statement, Statement], Comparison]] = {
    "figure": figures.compare,
    "when": whens.compare,
    "event": events.compare,
    "claim": claims.compare,
}
RULES = {"figure": figures.RULE, "when": whens.RULE, "event": events.RULE, "claim": claims.RULE}
"""The name and version of the matcher of each kind."""


SURE = 0.6
"""The likeness from which two numbers that one report gives on two authorities count as numbers of one thing."""
DATED = ("when",)
"""Kinds that are alone only where their report gives no other day, even for the same happening."""
TOLD = ("figure", "event", "claim")
"""Kinds that are alone where their report tells of no other such thing."""
FIGURE = "figure"
SCOPE, TWO_EVENTS = "other_scope", "two_events"
"""What could explain that rivals are of two things, though nothing in them says so."""
PARAGRAPH = "paragraph"
PLACE = "place:"
"""How the keys of places begin; those of countries go on with their code."""
OWN = "own"
"""The scope of a number of those alone who count: their patients, their members."""
PARTS = ("part", "place", OWN)
"""Scopes that make a number a part of the largest that its report gives of the same."""
COMMON = 0.33
"""The share of statements from which a party or place says nothing about which of them is meant."""
ENOUGH = 20
"""How many statements there must be to tell what is common."""


class Group(msgspec.Struct, frozen=True):
    """Statements of one thing, with how each pair of them (by place in ``statements``) compares.

    ``parted`` are the comparisons with rivals that are told apart from it only by what others of the group say.
    """

    statements: tuple[Statement, ...]
    pairs: dict[tuple[int, int], Comparison]
    parted: tuple[Comparison, ...] = ()


def compare(left: Statement, right: Statement) -> Comparison:
    """Return how two statements of one kind relate."""
    return MATCHERS[left.kind](left, right)


class Compared:
    """Statements, by their place, with the comparisons of their pairs, each made once."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self.statements = statements
        self._known: dict[tuple[int, int], Comparison] = {}

    def of(self, left: int, right: int) -> Comparison:
        """Return how two of the statements relate."""
        key = (left, right)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = compare(self.statements[left], self.statements[right])
        return found


def align(statements: Iterable[Statement]) -> list[Group]:
    """Return groups of statements that are about the same thing; a statement that stands alone is a group."""
    marked = mark_counts(mark_alone(without_common(list(statements)), DATED))
    kept = sorted(mark_alone(list(drop_repeats(marked)), TOLD), key=_content)
    compared = Compared(kept)
    scored = sorted(_candidates(compared), key=lambda found: (-found[0], found[1], found[2]))
    groups = list(range(len(kept)))
    members = {number: [number] for number in groups}
    for _, first, second in scored:
        a, b = groups[first], groups[second]
        if a != b and _may_join(compared, members[a], members[b]):
            for number in members[b]:
                groups[number] = a
            members[a] += members.pop(b)
    parted = _parted(compared, [(first, second) for _, first, second in scored], groups)
    return [_group(compared, sorted(numbers), parted.get(home, ())) for home, numbers in members.items()]


def _parted(
    compared: Compared, pairs: Iterable[tuple[int, int]], groups: Sequence[int]
) -> dict[int, tuple[Comparison, ...]]:
    """Return, for each group, how its statements compare with rivals of other reports that were left out of it.

    Two that conflict are of one thing by themselves: where a third statement parts them, this is said of both.
    """
    found: dict[int, dict[str, Comparison]] = {}
    for first, second in pairs:
        rivals = compared.statements[first], compared.statements[second]
        told = compared.of(first, second)
        if groups[first] == groups[second] or told.relation != CONFLICT or rivals[0].report == rivals[1].report:
            continue
        readings = (SCOPE if rivals[0].kind == FIGURE else TWO_EVENTS,)
        for home, other in ((groups[first], rivals[1].report), (groups[second], rivals[0].report)):
            why = f"what {other} says may be of the same, and differs: others that agree with it speak against that"
            rival = Comparison(told.likeness, told.relation, readings, (why,))
            found.setdefault(home, {}).setdefault(other, rival)
    return {home: tuple(kept[report] for report in sorted(kept)) for home, kept in found.items()}


def _content(s: Statement) -> tuple[int, int, str, tuple[str, ...]]:
    """Return where a statement comes among all: by what it says, so that the order of the reports settles no tie."""
    return s.span.start, s.span.end, s.language, tuple(sorted(s.words))


def _candidates(compared: Compared) -> Iterator[tuple[float, int, int]]:
    """Yield (likeness, first, second) for the pairs that may be about the same thing."""
    buckets: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, statement in enumerate(compared.statements):
        for key in family(statement.concept) | _value(statement):
            buckets[statement.kind, key].append(number)
    seen: set[tuple[int, int]] = set()
    for numbers in buckets.values():
        for pair in combinations(numbers, 2):
            if pair not in seen:
                seen.add(pair)
                found = compared.of(*pair)
                if found.relation != APART and found.likeness >= JOIN:
                    yield round(found.likeness, 6), *pair


def _value(statement: Statement) -> frozenset[str]:
    """Return keys under which figures meet whatever happened: what they count, and their value where it is rare."""
    figure = statement.figure
    if figure is None:
        return frozenset()
    counted = {f"#{figure.counted}"} if figure.counted else set()
    if kind := kind_of(figure.unit):
        counted.add(f"@{kind}")
    return frozenset(counted | ({f"={figure.low}:{figure.high}"} if distinctive(figure) else set()))


def _may_join(compared: Compared, left: Sequence[int], right: Sequence[int]) -> bool:
    """Tell whether two groups may become one: a report is in only one of them, or tells it twice."""
    for a in left:
        for b in right:
            found = compared.of(a, b)
            if found.relation == APART:
                return False
            one, other = compared.statements[a], compared.statements[b]
            if one.report == other.report and not _told_twice(one, other, found):
                return False
    return True


def _told_twice(a: Statement, b: Statement, found: Comparison) -> bool:
    """Tell whether one report gives one count twice, on two authorities: the same number, or two that differ.

    Two numbers that differ are of one thing only where nothing tells them apart: no other place, people or part.
    """
    if not _other_authority(a, b):
        return False
    if found.relation == AGREE:
        return True
    strangers = bool(a.parties and b.parties) and not a.parties & b.parties
    first, second = sorted((a, b), key=lambda s: s.span)
    elsewhere = bool(_spots(second) - _spots(first)) or (bool(a.places and b.places) and a.places != b.places)
    own = (a.figure is not None and a.figure.scope == OWN) != (b.figure is not None and b.figure.scope == OWN)
    alike = not elsewhere and not strangers and not own and a.modality == b.modality and not (a.partial or b.partial)
    return found.likeness >= SURE and alike and is_disputed(a.concept) and is_disputed(b.concept)


def _spots(s: Statement) -> frozenset[str]:
    """Return the places of a statement that are no whole country: who names another one counts what is there."""
    return frozenset(place for place in s.places if not place.removeprefix(PLACE).isupper())


def _other_authority(a: Statement, b: Statement) -> bool:
    """Tell whether two counts of one report stand on two authorities that it names for them."""
    one, other = named_end(a.chain), named_end(b.chain)
    return a.kind == "figure" and one is not None and other is not None and one.name != other.name


def _group(compared: Compared, numbers: list[int], parted: tuple[Comparison, ...]) -> Group:
    numbers.sort(key=lambda n: _place(compared.statements[n]))
    pairs = {(i, j): compared.of(numbers[i], numbers[j]) for i, j in combinations(range(len(numbers)), 2)}
    return Group(tuple(compared.statements[n] for n in numbers), pairs, parted)


def _place(s: Statement) -> tuple[int, str, Span]:
    """Return where a statement stands: r2 before r10."""
    return len(s.report), s.report, s.span


def mark_alone(statements: list[Statement], kinds: tuple[str, ...]) -> list[Statement]:
    """Return the statements; those of ``kinds`` that are the only one of their concept in their report are alone.

    A quotation is alone as the only one of its speaker.
    """
    counts = Counter(_topic(s) for s in statements)
    return [msgspec.structs.replace(s, alone=counts[_topic(s)] == 1) if s.kind in kinds else s for s in statements]


def _topic(s: Statement) -> tuple[str, str, str]:
    return s.report, s.kind, s.speaker or s.concept


def mark_counts(statements: list[Statement]) -> list[Statement]:
    """Return the statements; figures know how they stand to the others of their report.

    Whether they are sole of what they count, a part of a larger number, the sum of more days than one, or of a day
    before the last one that is counted.
    """
    bodies = [s for s in statements if s.figure is not None and s.block == PARAGRAPH]
    kinds = Counter((s.report, s.figure.counted) for s in bodies if s.figure)
    concepts = Counter((s.report, s.concept) for s in bodies)
    statements = [msgspec.structs.replace(s, only=concepts[s.report, s.concept] == 1) for s in statements]
    days: dict[tuple[str, str], date | None] = {}
    for s in sorted((s for s in bodies if s.dated), key=lambda s: str(window(s.when).day or "")):
        days[s.report, s.concept] = window(s.when).day
    most: dict[tuple[str, str], Decimal] = {}
    for s in bodies:
        key, low = (s.report, s.concept), s.figure.low if s.figure else None
        if low is not None:
            most[key] = max(low, most.get(key, low))
    home = _home(statements)
    return [_marked(s, kinds, most, days, home) for s in statements]


def _home(statements: Sequence[Statement]) -> frozenset[str]:
    """Return the country that is named more than all others: what two parties count there differently is no part."""
    countries = Counter(p for s in statements for p in s.places if p.removeprefix(PLACE).isupper())
    return frozenset(name for name, count in countries.items() if count > countries.total() - count)


def _marked(
    s: Statement,
    kinds: Counter[tuple[str, str | None]],
    most: dict[tuple[str, str], Decimal],
    days: Mapping[tuple[str, str], date | None],
    home: frozenset[str],
) -> Statement:
    if s.figure is None or s.figure.low is None:
        return s
    total = s.figure.scope == "cumulative" and not s.dated and (s.report, s.concept) in days
    last, day = days.get((s.report, s.concept)), window(s.when).day
    bygone = s.dated and last is not None and day is not None and day < last
    larger = most.get((s.report, s.concept), s.figure.low) > s.figure.low
    larger = larger and not (is_crowd(s.concept) and named_end(s.chain) is not None and s.figure.scope not in PARTS)
    sole = kinds[s.report, s.figure.counted] == 1
    elsewhere = s.places - home if is_disputed(s.concept) else s.places
    partial = larger and (s.figure.scope in PARTS or bool(elsewhere))
    return msgspec.structs.replace(s, sole=sole, total=total, bygone=bygone, partial=partial)


def without_common(statements: list[Statement]) -> list[Statement]:
    """Return the statements without the parties and places that every third of them names: they tell nothing apart.

    Where somebody names such a place beside another, both stay: the number is of both together.
    """
    counts = Counter(key for s in statements for key in s.parties | s.context | s.places)
    common = {key for key, count in counts.items() if len(statements) >= ENOUGH and count > len(statements) * COMMON}
    return [
        msgspec.structs.replace(
            s,
            parties=s.parties - common,
            context=s.context - common,
            places=frozenset() if s.places <= common else s.places,
        )
        for s in statements
    ]


def drop_repeats(statements: Sequence[Statement]) -> Iterator[Statement]:
    """Yield the statements without those that their own report says again, with more behind it, elsewhere."""
    by_report: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for statement in statements:
        by_report[statement.report, statement.kind].append(statement)
    for statement in statements:
        others = by_report[statement.report, statement.kind]
        if not any(other is not statement and _repeats(statement, other) for other in others):
            yield statement


def _repeats(one: Statement, other: Statement) -> bool:
    """Tell whether ``one`` only repeats ``other`` of the same report, which says it better."""
    found = compare(one, other)
    if found.likeness < JOIN or found.relation not in (AGREE, COMPATIBLE) or one.concept != other.concept:
        return False
    if found.relation == COMPATIBLE and one.kind == "figure" and one.block == PARAGRAPH:
        return False
    if _other_authority(one, other) and len(one.chain) >= len(other.chain):
        return False
    return _weight(one) < _weight(other)


def _weight(statement: Statement) -> tuple[bool, int, int, int]:
    """Return how well a statement speaks for its report: body before head, closer dated, more authority, earlier."""
    lies = window(statement.when)
    days = (lies.latest - lies.earliest).days if lies.earliest and lies.latest else 10_000
    closeness = -days if statement.kind == "when" else 0
    return (statement.block == PARAGRAPH, closeness, len(statement.chain), -statement.span.start)
