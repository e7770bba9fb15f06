"""Grouping: which reports tell of the same event.

Two reports are compared where they share a feature that is not everywhere; a report joins a story where it is like its
members on average, and stories join from the likeliest down, so that the order of the reports does not matter.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush, nlargest

import msgspec

from twosource.model import Copy, Reading, Report
from twosource.stories.copies import find_copies
from twosource.stories.pairs import side
from twosource.stories.signature import KINDS, Signature, sign
from twosource.stories.sketch import sketch

RULE = "stories-v3"
SAME = 0.32
"""The likeness from which two reports among many count as reports of one event."""
SKETCHED = 0.6
"""The part of the likeness of two reports among many that all their words have; fitted on allsides-train."""
BEGINNING = 1_500
"""Code points of the text that a sketch is made of here: news begins with the event, and ends with what lies behind."""
CROWD, APART = 5, 0.2
"""Of how many reports a report's crowd is, those that are likest to it, and how much it counts that two reports are
liker to one another than to their crowds; fitted on allsides-train."""
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
    likenesses = pair_likenesses(signatures)
    numbers = {signature.report: number for number, signature in enumerate(signatures)}
    sure = {tuple(sorted((numbers[report], numbers[copy.of]))) for report, copy in copies.items()}
    many = len(signatures) > FEW
    if many:  # how rare a word is can be told by now
        likenesses = _standing_out(len(signatures), _sketched(likenesses, readings, signatures), sure)
    for first, second in sure:
        likenesses[first, second] = 1.0
    members = _join(len(signatures), likenesses, SAME if many else SAME_OF_FEW)
    stories = tuple(tuple(signatures[n].report for n in story) for story in members)
    return Grouping(stories, copies)


def pair_likenesses(signatures: Sequence[Signature]) -> dict[tuple[int, int], float]:
    """Return the likeness (0 to 1) of each pair (first < second) that shares a feature and lies within the window."""
    found: dict[tuple[int, int], float] = defaultdict(float)
    later = _later(signatures)
    for kind, weight in KINDS.items():
        for pair, cosine in _cosines([s.features[kind] for s in signatures], later):
            found[pair] += weight * math.sqrt(cosine)
    return dict(found)


def _sketched(
    likenesses: Mapping[tuple[int, int], float], readings: Sequence[Reading], signatures: Sequence[Signature]
) -> dict[tuple[int, int], float]:
    """Return the likenesses with those of all words by how rare they are here: as they stand, and by what they mean."""
    later = _later(signatures)
    found: dict[tuple[int, int], float] = defaultdict(float)
    for pair, likeness in likenesses.items():
        found[pair] = (1 - SKETCHED) * likeness
    for features in zip(*(_words(reading.report) for reading in readings), strict=True):
        for pair, cosine in _cosines(features, later):
            found[pair] += SKETCHED / 2 * math.sqrt(cosine)
    return dict(found)


def _words(report: Report) -> tuple[Mapping[str, float], Mapping[str, float]]:
    """Return what the beginning of a report says, as its sketch has it and across languages."""
    title = report.title or ""
    text = report.text[report.body :].removeprefix(title)
    plain = sketch(title, text[:BEGINNING], report.language, url=report.url)
    return plain.features, side(title, text, report.language, report.url).features["sense"]


def _standing_out(
    count: int, likenesses: Mapping[tuple[int, int], float], copies: Container[tuple[int, ...]] = ()
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
    rarity = _rarity(features)
    vectors = [{f: w * rarity[f] for f, w in found.items()} for found in features]
    norms = [math.sqrt(sum(w * w for w in vector.values())) or 1.0 for vector in vectors]
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
            yield (first, second), min(1.0, product / (norms[first] * norms[second]))


def _rarity(features: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """Return how rare each feature is among the reports and the imagined background."""
    counts = Counter(feature for found in features for feature in found)
    total = len(features) + BACKGROUND
    return {feature: math.log(total / (1 + count)) for feature, count in counts.items()}


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
