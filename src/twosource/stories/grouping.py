"""Grouping: which reports tell of the same event.

Two reports are compared where they share a feature that is not everywhere; a report joins a story where it is like its
members on average, and stories join from the likeliest down, so that the order of the reports does not matter.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush, nlargest
from typing import NamedTuple

import msgspec

from twosource.model import Copy, Reading, Report
from twosource.stories.copies import find_copies
from twosource.stories.pairs import side
from twosource.stories.signature import KINDS, Signature, sign
from twosource.stories.sketch import sketch

RULE = "stories-v4"
SAME = 0.32
"""The likeness from which two reports among many count as reports of one event."""
SKETCHED = 0.6
"""The part of the likeness of two reports among many that all their words have; fitted on allsides-train."""
BEGINNING = 1_500
"""Code points of the text that a sketch is made of here: news begins with the event, and ends with what lies behind."""
CROWD, APART = 5, 0.2
"""Of how many reports a report's crowd is, those that are likest to it, and how much it counts that two reports are
liker to one another than to their crowds; fitted on allsides-train."""
WHOLE, CLEARLY = 0.34, 1.2
"""How like a story as a whole a report that stands alone among many must be to be taken in, and how many times as like
as the next story."""
FEW, SAME_OF_FEW = 100, 0.26
"""Among so few reports, as somebody hands them over to be compared, less is asked: most are of one event."""
WINDOW = 14
"""How many days may lie between two reports of one event."""
BACKGROUND = 200
"""How many reports of other things are imagined beside those given, so that rarity means something among two."""


class Grouping(msgspec.Struct, frozen=True):
    """Stories as tuples of report ids, in order; ``copies`` says of each copy, by its id, which report it repeats."""

    stories: tuple[tuple[str, ...], ...]
    copies: Mapping[str, Copy]


def group(readings: Sequence[Reading]) -> Grouping:
    """Return the stories of linked readings; a report that is like no other is a story of its own."""
    signatures = [sign(reading) for reading in readings]
    copies = find_copies(readings)
    numbers = {signature.report: number for number, signature in enumerate(signatures)}
    tied = [(numbers[report], numbers[copy.of]) for report, copy in copies.items()]
    sure = {(min(pair), max(pair)) for pair in tied}
    later = _later(signatures)
    many = len(signatures) > FEW
    sides = [*_signed(signatures)]
    if many:  # how rare a word is can be told by now
        sides = [*(side._replace(weight=(1 - SKETCHED) * side.weight) for side in sides), *_said(readings)]
    likenesses = _likenesses(sides, later)
    if many:
        likenesses = _standing_out(len(signatures), likenesses, sure)
    for pair in sure:
        likenesses[pair] = 1.0
    members = _join(len(signatures), likenesses, SAME if many else SAME_OF_FEW)
    if many:
        members = _taken_in(members, sides, later)
    stories = tuple(tuple(signatures[n].report for n in story) for story in members)
    return Grouping(stories, copies)


class _Aspect(NamedTuple):
    """One kind of features of each report, and how much the likeness of two reports in it weighs."""

    weight: float
    features: Sequence[Mapping[str, float]]


def _likenesses(aspects: Iterable[_Aspect], later: Sequence[frozenset[int]]) -> dict[tuple[int, int], float]:
    """Return the likeness of each pair in all aspects together."""
    found: dict[tuple[int, int], float] = defaultdict(float)
    for weight, features in aspects:
        for pair, cosine in _cosines(features, later):
            found[pair] += weight * math.sqrt(cosine)
    return dict(found)


def _signed(signatures: Sequence[Signature]) -> Iterator[_Aspect]:
    """Yield what the signatures of reports hold, a kind of features at a time."""
    for kind, weight in KINDS.items():
        yield _Aspect(weight, [signature.features[kind] for signature in signatures])


def _said(readings: Sequence[Reading]) -> Iterator[_Aspect]:
    """Yield all words of reports as they stand, and what they mean in whatever language."""
    for features in zip(*(_words(reading.report) for reading in readings), strict=True):
        yield _Aspect(SKETCHED / 2, features)


def _words(report: Report) -> tuple[Mapping[str, float], Mapping[str, float]]:
    """Return what the beginning of a report says, as its sketch has it and across languages."""
    title = report.title or ""
    text = report.text[report.body :].removeprefix(title)
    plain = sketch(title, text[:BEGINNING], report.language, url=report.url)
    return plain.features, side(title, text, report.language, report.url).features["sense"]


def _standing_out(
    count: int, likenesses: Mapping[tuple[int, int], float], copies: Container[tuple[int, int]] = ()
) -> dict[tuple[int, int], float]:
    """Return the likenesses, higher where two reports are liker to one another than to the likest ones of each.

    Reports on what many others are on as well, such as an election, are like all of these without being of one event.
    Copies, which are one story anyway, are not looked at.
    """
    rows: list[list[float]] = [[] for _ in range(count)]
    for pair, likeness in likenesses.items():
        for number in pair if pair not in copies else ():
            rows[number].append(likeness)
    crowd = [sum(nlargest(CROWD, row)) / CROWD for row in rows]
    return {
        (first, second): likeness + APART * (likeness - (crowd[first] + crowd[second]) / 2)
        for (first, second), likeness in likenesses.items()
    }


def _later(signatures: Sequence[Signature]) -> list[frozenset[int]]:
    """Return for each report the numbers of those given after it that may be of the same event by their days."""
    count = len(signatures)
    return [
        frozenset(b for b in range(a + 1, count) if _within(signature, signatures[b]))
        for a, signature in enumerate(signatures)
    ]


def _cosines(
    features: Sequence[Mapping[str, float]], later: Sequence[frozenset[int]]
) -> Iterator[tuple[tuple[int, int], float]]:
    """Yield the cosine of each pair of feature vectors that share one, features weighted by their rarity.

    Args:
        features: The vectors.
        later: With which of the vectors behind it each is compared.
    """
    vectors = _vectors(features)
    order = {feature: number for number, feature in enumerate(dict.fromkeys(f for vector in vectors for f in vector))}
    holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number in range(len(vectors) - 1, -1, -1):
        for feature, weight in vectors[number].items():
            holders[feature].append((number, weight))
    for first, vector in enumerate(vectors):
        products: dict[int, float] = {}
        wanted = later[first]
        for feature in sorted(vector, key=order.__getitem__):
            _, own = holders[feature].pop()
            for second, weight in holders[feature] if wanted else ():
                if second in wanted:
                    products[second] = products.get(second, 0.0) + own * weight
        for second, product in products.items():
            yield (first, second), min(1.0, product)


def _vectors(features: Sequence[Mapping[str, float]]) -> list[dict[str, float]]:
    """Return the features of each report weighted by their rarity, of length 1 together."""
    rarity = _rarity(features)
    return [_of_length_one({f: w * rarity[f] for f, w in found.items()}) for found in features]


def _of_length_one(vector: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(w * w for w in vector.values())) or 1.0
    return {feature: weight / length for feature, weight in vector.items()}


def _rarity(features: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """Return how rare each feature is among the reports and the imagined background."""
    counts = Counter(feature for found in features for feature in found)
    total = len(features) + BACKGROUND
    return {feature: math.log(total / (1 + count)) for feature, count in counts.items()}


def _taken_in(
    stories: Sequence[Sequence[int]], aspects: Iterable[_Aspect], later: Sequence[frozenset[int]]
) -> list[list[int]]:
    """Return the stories with the reports that stood alone in those that they are like as a whole.

    What a long or a side report says is said by one member of a story here and by another there, so that it is not like
    the members on average.  It must be like one story clearly more than like any other.
    """
    alone = {story[0] for story in stories if len(story) == 1}
    told = [list(story) for story in stories if len(story) > 1]
    found: dict[int, dict[int, float]] = {number: defaultdict(float) for number in alone}
    for weight, features in aspects:
        vectors = _vectors(features)
        holders = _holders([_sum([vectors[number] for number in story]) for story in told])
        for number in alone:
            for story, cosine in _products(vectors[number], holders).items():
                found[number][story] += weight * math.sqrt(cosine)
    members = [tuple(story) for story in told]
    for number in sorted(alone):
        near = {
            story: likeness
            for story, likeness in found[number].items()
            if all(max(number, other) in later[min(number, other)] for other in members[story])
        }
        best, second, *_ = [*sorted(near.values(), reverse=True), 0.0, 0.0]
        if best >= WHOLE and best >= CLEARLY * second:
            told[max(near, key=near.__getitem__)].append(number)
        else:
            told.append([number])
    return sorted(sorted(story) for story in told)


def _sum(vectors: Iterable[Mapping[str, float]]) -> dict[str, float]:
    """Return the direction of the sum of vectors."""
    total: dict[str, float] = defaultdict(float)
    for vector in vectors:
        for feature, weight in vector.items():
            total[feature] += weight
    return _of_length_one(total)


def _holders(vectors: Sequence[Mapping[str, float]]) -> dict[str, list[tuple[int, float]]]:
    """Return for each feature which vectors have it, and how much it weighs in each."""
    holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, vector in enumerate(vectors):
        for feature, weight in vector.items():
            holders[feature].append((number, weight))
    return holders


def _products(vector: Mapping[str, float], holders: Mapping[str, Sequence[tuple[int, float]]]) -> dict[int, float]:
    """Return the inner products of a vector with those that share a feature with it."""
    found: dict[int, float] = defaultdict(float)
    for feature, own in vector.items():
        for number, weight in holders.get(feature, ()):
            found[number] += own * weight
    return found


def _within(left: Signature, right: Signature) -> bool:
    """Tell whether two reports may lie close enough in time; an unknown day may be any."""
    return left.day is None or right.day is None or abs((left.day - right.day).days) <= WINDOW


def _join(count: int, likenesses: Mapping[tuple[int, int], float], same: float = SAME) -> list[list[int]]:
    """Return groups of numbers: average linkage within what hangs together at all, from the likeliest pair down."""
    stories = [story for linked in _components(count, likenesses, same) for story in _link(linked, likenesses, same)]
    return sorted(sorted(story) for story in stories)


def _components(count: int, likenesses: Mapping[tuple[int, int], float], same: float) -> list[list[int]]:
    """Return the numbers that a chain of pairs at or above ``same`` ties together."""
    root = list(range(count))

    def find(number: int) -> int:
        while root[number] != number:
            root[number] = root[root[number]]
            number = root[number]
        return number

    for (first, second), likeness in likenesses.items():
        if likeness >= same:
            root[find(second)] = find(first)
    found: dict[int, list[int]] = defaultdict(list)
    for number in range(count):
        found[find(number)].append(number)
    return list(found.values())


def _link(numbers: list[int], likenesses: Mapping[tuple[int, int], float], same: float) -> list[list[int]]:
    """Return the stories of numbers that hang together, by average linkage.

    The likenesses between two groups are kept as sums over the pairs that have one, so that joining two groups costs
    as much as they have neighbours.
    """
    members = {number: [number] for number in numbers}
    sums: dict[int, dict[int, float]] = {number: {} for number in numbers}
    for (first, second), likeness in likenesses.items():
        if first in members and second in members:
            sums[first][second] = sums[second][first] = likeness
    heap = [(-likeness, a, b) for a in numbers for b, likeness in sums[a].items() if a < b and likeness >= same]
    heapify(heap)
    while heap:
        negative, first, second = heappop(heap)
        if first in members and second in members and -negative == _average(first, second, members, sums):
            _merge(first, second, members, sums)
            for other in sums[first]:
                average = _average(first, other, members, sums)
                if average >= same:
                    heappush(heap, (-average, min(first, other), max(first, other)))
    return list(members.values())


def _average(
    first: int, second: int, members: Mapping[int, list[int]], sums: Mapping[int, Mapping[int, float]]
) -> float:
    return sums[first].get(second, 0.0) / (len(members[first]) * len(members[second]))


def _merge(first: int, second: int, members: dict[int, list[int]], sums: dict[int, dict[int, float]]) -> None:
    """Make the second group part of the first."""
    members[first] += members.pop(second)
    for other, likeness in sums.pop(second).items():
        del sums[other][second]
        if other != first:
            sums[first][other] = sums[other][first] = sums[first].get(other, 0.0) + likeness
