"""Average linkage on vectors: which units belong together, whatever their order.

A unit is a report, or a story told before.  Two groups are as like as the cosines of their members are on average,
which is the product of their mean vectors, so that it is known for any two groups without every pair having been
looked at; what has cooled off between them counts less.  Two groups of headlines alone are as like as the directions of
their sums: two headlines of one event may share no word, and are tied together by what the others say.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heappop, heappush
from typing import Generic, NamedTuple, TypeVar

import msgspec
import numpy as np
from numpy.typing import NDArray

from twosource.stories.vectors import Desk, Floats, Vector, trimmed

HALF_LIFE = 2.0
"""Days after which reports must be twice as like to be of one event."""
BARE_HALF_LIFE = 1.0
"""The same for headlines alone, which seldom say what tells an event from that of the day before."""
WEAK = 0.25
"""The share of the likeness asked for below which two groups are not followed up."""
BREADTH = 96
"""Features that a group keeps."""
BARE = 1.3
"""How many times as like two groups of headlines alone count: they have few words to share."""


V = TypeVar("V")


class Gist(msgspec.Struct, Generic[V]):
    """What is known of units that are one story so far: the sum of their vectors, how many there are, when, and more.

    The vector is of numbers while the stream runs, by the names of features in the file of its state.
    """

    vector: V
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


class Group(Gist[Vector]):
    """Units that are one story so far, as the stream compares them."""

    def bars_out(self, other: Group) -> bool:
        """Tell whether the two must not be one."""
        if self.settled and other.settled:
            return True
        return bool(self.bars) and any(-bar in other.bars for bar in self.bars)


class Pairs(NamedTuple):
    """Pairs of units that may belong together, by number, with the inner product of their vectors."""

    first: NDArray[np.int64]
    second: NDArray[np.int64]
    product: Floats

    def once(self) -> Pairs:
        """Return each pair once, as it stands first."""
        low, high = np.minimum(self.first, self.second), np.maximum(self.first, self.second)
        _, places = np.unique(low * (int(high.max(initial=0)) + 1) + high, return_index=True)
        return Pairs(low[places], high[places], self.product[places])


class _Offer(NamedTuple):
    """Two groups that may be one: how like they are, below zero, and how many units each had when it was said."""

    likeness: float
    first: int
    second: int
    one: int
    other: int


def cooled(one: float | None, other: float | None, half_life: float = HALF_LIFE) -> float:
    """Return what is left of a likeness over the days between two times: 1 where either is unknown."""
    return 1.0 if one is None or other is None else 0.5 ** (abs(one - other) / half_life)


def _length(vector: Vector) -> float:
    """Return the length of a vector, 1 where it has none."""
    return math.sqrt(float(vector.weights @ vector.weights)) or 1.0


def join(
    groups: dict[int, Group],
    near: Pairs,
    same: float,
    sure: Iterable[tuple[int, int]] = (),
    *,
    worth: float = 0.0,
    names: Sequence[str],
) -> tuple[dict[int, int], dict[tuple[int, int], float]]:
    """Join groups from the likeliest pair down until none is as like as ``same``.

    Args:
        groups: The units by number; those that are joined go up in another.
        near: Pairs of units that may belong together.
        same: The likeness from which two groups are one.
        sure: Pairs that are one whatever their likeness, unless something bars them.
        worth: The likeness from which two groups that stay apart are worth telling.
        names: The features by number.

    Returns:
        For each unit that was joined, the group that it went to (follow it to the end), and the likenesses left
        between groups, above ``worth``.
    """
    linkage = _Linkage(groups, near, same, names)
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

    def __init__(self, groups: dict[int, Group], near: Pairs, same: float, names: Sequence[str]) -> None:
        self.groups, self.same, self.names = groups, same, names
        self.desk = Desk(len(names))
        self.heap: list[tuple[_Offer, int, list[_Offer]]] = []
        """The likeliest pair of each group that has others with it, and the other pairs of that group."""
        self.went: dict[int, int] = {}
        self.touched: set[int] = set()
        """Units that went up in others, or have others with them."""
        self.products: dict[int, dict[int, float]] = {number: {} for number in groups}
        self.lengths = {number: _length(group.vector) for number, group in groups.items() if group.bare}
        """How long the sums of headlines alone are."""
        near = near.once()
        for first, second, found in zip(*(column.tolist() for column in near), strict=True):
            self.products[first][second] = self.products[second][first] = found
        self.units = self.fresh(*self.likeliest(near))

    def likeliest(self, near: Pairs) -> tuple[list[float], list[int], list[int]]:
        """Return the pairs of units that are as like as is asked for, the likeliest first, likenesses below zero."""
        units, places = np.unique(np.concatenate((near.first, near.second)), return_inverse=True)
        groups = [self.groups[number] for number in units.tolist()]
        counts = np.array([group.count for group in groups], np.int64)
        bare = np.array([group.bare for group in groups], bool)
        days = np.array([np.nan if group.day is None else group.day for group in groups], float)
        one, other = places[: len(near.first)], places[len(near.first) :]
        lengths = np.array([self.lengths.get(number, 1.0) for number in units.tolist()])
        both = bare[one] & bare[other]
        likeness = np.where(
            both, BARE * near.product / (lengths[one] * lengths[other]), near.product / (counts[one] * counts[other])
        )
        apart = np.abs(days[one] - days[other])
        likeness *= np.where(np.isnan(apart), 1.0, 0.5 ** (apart / np.where(both, BARE_HALF_LIFE, HALF_LIFE)))
        same = np.flatnonzero(likeness >= self.same)
        same = same[np.lexsort((near.second[same], near.first[same], -likeness[same]))]
        return (-likeness[same]).tolist(), near.first[same].tolist(), near.second[same].tolist()

    def fresh(
        self, likeness: Sequence[float], first: Sequence[int], second: Sequence[int]
    ) -> Iterator[tuple[float, int, int]]:
        """Yield the pairs of units that nothing bars, as long as both are as they were."""
        touched = self.touched
        for likely, one, other in zip(likeness, first, second, strict=True):
            if one not in touched and other not in touched and not self.groups[one].bars_out(self.groups[other]):
                yield likely, one, other

    def force(self, first: int, second: int) -> None:
        """Join the groups of two units, where nothing bars it."""
        one, other = sorted((root_of(first, self.went), root_of(second, self.went)))
        if one != other and not self.groups[one].bars_out(self.groups[other]):
            self.merge(one, other)

    def likeness(self, first: int, second: int, least: float) -> float:
        """Return how like two groups are, and 0 where that is sure to be less than ``least``."""
        one, other = self.groups[first], self.groups[second]
        product = self.products[first][second]
        if one.bare and other.bare:
            found, half_life = BARE * product / (self.lengths[first] * self.lengths[second]), BARE_HALF_LIFE
        else:
            found, half_life = product / (one.count * other.count), HALF_LIFE
        return found * cooled(one.day, other.day, half_life) if found >= least else 0.0

    def offers(self, first: int) -> list[_Offer]:
        """Return the pairs of a group with others that are like enough and that nothing bars, the likeliest last."""
        groups, same = self.groups, self.same
        one = groups[first]
        found = []
        for second in self.products[first]:
            likeness = self.likeness(first, second, same)
            if likeness >= same and not one.bars_out(other := groups[second]):
                found.append(
                    _Offer(-likeness, first, second, one.count, other.count)
                    if first < second
                    else _Offer(-likeness, second, first, other.count, one.count)
                )
        found.sort(reverse=True)
        return found

    def alive(self, offer: _Offer) -> bool:
        """Tell whether both groups of a pair are still as they were."""
        one, other = self.groups.get(offer.first), self.groups.get(offer.second)
        return one is not None and other is not None and (one.count, other.count) == offer[3:]

    def run(self) -> None:
        """Join from the likeliest pair down."""
        heap, touched = self.heap, self.touched
        unit = next(self.units, None)
        while unit or heap:
            if unit and (not heap or unit < heap[0][0]):
                _, first, second = unit
                if first not in touched and second not in touched:
                    self.merge(first, second)
                unit = next(self.units, None)
            else:
                offer, group, rest = heappop(heap)
                if self.alive(offer):
                    self.merge(offer.first, offer.second)
                elif group in self.groups and self.groups[group].count == offer[3 if group == offer.first else 4]:
                    self.push(group, rest)

    def push(self, group: int, offers: list[_Offer]) -> None:
        """Put the likeliest pair of a group on the heap, with those that come next while the group stays as it is."""
        while offers:
            offer = offers.pop()
            if self.alive(offer):
                heappush(self.heap, (offer, group, offers))
                return

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
        self.touched.update((first, second))
        one, other = self.groups[first], self.groups.pop(second)
        self.add_up(first, second, one, other)
        group = self.groups[first] = self.united(one, other)
        if group.bare:
            self.lengths[first] = _length(group.vector)
        self.push(first, self.offers(first))

    def add_up(self, first: int, second: int, one: Group, other: Group) -> None:
        """Make the products of two groups those of the one that they become."""
        groups, products = self.groups, self.products
        mine, theirs = products[first], products.pop(second)
        mine.pop(second, None)
        theirs.pop(first, None)
        ours = [number for number in mine if number not in theirs]
        for number in [number for number in ours if self.weak(mine[number], one, groups[number])]:
            del mine[number], products[number][first]
        ours = [number for number in ours if number in mine]
        for number in theirs:
            del products[number][second]
        both = mine.keys() & theirs.keys()
        news = [n for n, found in theirs.items() if n not in both and not self.weak(found, other, groups[n])]
        for number in both:
            mine[number] += theirs[number]
        if ours:
            found = self.desk.products(other.vector, [groups[number].vector for number in ours])
            for number, product in zip(ours, found, strict=True):
                mine[number] += product
        if news:
            found = self.desk.products(one.vector, [groups[number].vector for number in news])
            for number, product in zip(news, found, strict=True):
                mine[number] = product + theirs[number]
        for number, product in mine.items():
            products[number][first] = product

    def united(self, one: Group, other: Group) -> Group:
        """Return two groups as one."""
        count = one.count + other.count
        days = [(g.day, g.count) for g in (one, other) if g.day is not None]
        day = sum(d * n for d, n in days) / sum(n for _, n in days) if days else None
        return Group(
            trimmed(self.desk.sum((one.vector, other.vector)), BREADTH, self.names),
            count,
            day,
            min(one.first, other.first),
            one.bars | other.bars,
            one.settled or other.settled,
            one.bare and other.bare,
        )
