"""Average linkage on vectors: which units belong together, whatever their order.

A unit is a report, or a story told before.  Two groups are as like as the cosines of their members are on average,
which is the product of their mean vectors, so that it is known for any two groups without every pair having been
looked at; what has cooled off between them counts less.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush

import msgspec

HALF_LIFE = 2.0
"""Days after which reports must be twice as like to be of one event."""
WEAK = 0.25
"""The share of the likeness asked for below which two groups are not followed up."""
BREADTH = 96
"""Features that a group keeps."""
BARE = 2.0
"""How many times as like two groups of headlines alone count: they have few words to share."""


class Group(msgspec.Struct):
    """Units that are one story so far: the sum of their vectors, how many there are, when, and what bars them."""

    vector: dict[str, float]
    count: int
    day: float | None
    first: int
    """The number of the earliest report: what the story is called by."""
    bars: frozenset[int] = frozenset()
    """Corrections that keep it from another group: +n on one side, -n on the other."""
    settled: bool = False
    """Told before: two such stories stay two."""
    bare: bool = False
    """Headlines alone, which share fewer words where they tell of one event."""

    def bars_out(self, other: Group) -> bool:
        """Tell whether the two must not be one."""
        return (self.settled and other.settled) or any(-bar in other.bars for bar in self.bars)


def product(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Return the inner product of two vectors."""
    if len(one) > len(other):
        one, other = other, one
    return sum([weight * other[feature] for feature, weight in one.items() if feature in other])


def cooled(one: float | None, other: float | None) -> float:
    """Return what is left of a likeness over the days between two times: 1 where either is unknown."""
    return 1.0 if one is None or other is None else 0.5 ** (abs(one - other) / HALF_LIFE)


def join(
    groups: dict[int, Group],
    near: Iterable[tuple[int, int, float]],
    same: float,
    sure: Iterable[tuple[int, int]] = (),
    *,
    worth: float = 0.0,
) -> tuple[dict[int, int], dict[tuple[int, int], float]]:
    """Join groups from the likeliest pair down until none is as like as ``same``.

    Args:
        groups: The units by number; those that are joined go up in another.
        near: Pairs of units that may belong together, with the `product` of their vectors.
        same: The likeness from which two groups are one.
        sure: Pairs that are one whatever their likeness, unless something bars them.
        worth: The likeness from which two groups that stay apart are worth telling.

    Returns:
        For each unit that was joined, the group that it went to (follow it to the end), and the likenesses left
        between groups, above ``worth``.
    """
    linkage = _Linkage(groups, near, same)
    for first, second in sure:
        linkage.force(first, second)
    linkage.run()
    return linkage.went, linkage.left(worth)


def root_of(number: int, went: Mapping[int, int]) -> int:
    """Return the group that a unit is in at the end."""
    while number in went:
        number = went[number]
    return number


class _Linkage:
    """One run of `join`."""

    def __init__(self, groups: dict[int, Group], near: Iterable[tuple[int, int, float]], same: float) -> None:
        self.groups, self.same = groups, same
        self.products: dict[int, dict[int, float]] = {number: {} for number in groups}
        self.heap: list[tuple[float, int, int, int, int]] = []
        for first, second, found in near:
            if second not in self.products[first]:
                self.products[first][second] = self.products[second][first] = found
                self.offer(first, second)
        heapify(self.heap)
        self.went: dict[int, int] = {}

    def force(self, first: int, second: int) -> None:
        """Join the groups of two units, where nothing bars it."""
        one, other = sorted((root_of(first, self.went), root_of(second, self.went)))
        if one != other and not self.groups[one].bars_out(self.groups[other]):
            self.merge(one, other)

    def likeness(self, first: int, second: int, least: float) -> float:
        """Return how like two groups are, and 0 where that is sure to be less than ``least``."""
        one, other = self.groups[first], self.groups[second]
        average = self.products[first][second] / (one.count * other.count)
        if one.bare and other.bare:
            average *= BARE
        return average * cooled(one.day, other.day) if average >= least else 0.0

    def offer(self, first: int, second: int, *, push: bool = False) -> None:
        likeness = self.likeness(first, second, self.same)
        if likeness < self.same:
            return
        one, other = self.groups[first], self.groups[second]
        if one.bars_out(other):
            return
        item = (-likeness, *((first, second) if first < second else (second, first)), one.count, other.count)
        if first > second:
            item = (-likeness, second, first, other.count, one.count)
        if push:
            heappush(self.heap, item)
        else:
            self.heap.append(item)

    def run(self) -> None:
        """Join from the likeliest pair down."""
        while self.heap:
            _, first, second, one, other = heappop(self.heap)
            alive = first in self.groups and second in self.groups
            if alive and self.groups[first].count == one and self.groups[second].count == other:
                self.merge(first, second)

    def left(self, worth: float) -> dict[tuple[int, int], float]:
        """Return the likenesses of the groups that stay apart."""
        return {
            (first, second): likeness
            for first, row in self.products.items()
            for second in row
            if first < second and (likeness := self.likeness(first, second, worth)) > worth
        }

    def weak(self, found: float | None, one: Group, other: Group) -> bool:
        """Tell whether two groups are so little alike that what joins one of them need not be looked at."""
        return found is None or found < WEAK * self.same * one.count * other.count

    def merge(self, first: int, second: int) -> None:
        """Make the second group part of the first, and look again at who is near either."""
        self.went[second] = first
        groups = self.groups
        one, other = groups[first], groups.pop(second)
        mine, theirs = self.products[first], self.products.pop(second)
        near = (mine.keys() | theirs.keys()) - {first, second}
        for number in near:
            row = self.products[number]
            a, b, third = mine.get(number), theirs.get(number), groups[number]
            row.pop(second, None)
            if (a is None and self.weak(b, other, third)) or (b is None and self.weak(a, one, third)):
                mine.pop(number, None)
                row.pop(first, None)
                continue
            a = product(one.vector, third.vector) if a is None else a
            b = product(other.vector, third.vector) if b is None else b
            mine[number] = row[first] = a + b
        mine.pop(second, None)
        groups[first] = united(one, other)
        for number in mine:
            self.offer(first, number, push=True)


def united(one: Group, other: Group) -> Group:
    """Return two groups as one."""
    vector = dict(one.vector)
    for feature, weight in other.vector.items():
        vector[feature] = vector.get(feature, 0.0) + weight
    count = one.count + other.count
    days = [(g.day, g.count) for g in (one, other) if g.day is not None]
    day = sum(d * n for d, n in days) / sum(n for _, n in days) if days else None
    return Group(
        trimmed(vector, BREADTH),
        count,
        day,
        min(one.first, other.first),
        one.bars | other.bars,
        one.settled or other.settled,
        one.bare and other.bare,
    )


def trimmed(vector: dict[str, float], keep: int) -> dict[str, float]:
    """Return the weightiest features of a vector; twice as many are let stand before it is cut."""
    if len(vector) <= 2 * keep:
        return vector
    return {f: vector[f] for f in sorted(vector, key=lambda f: (-vector[f], f))[:keep]}
