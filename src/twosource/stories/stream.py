"""A stream of reports put into stories as they come.

Reports are gathered, and a thousandfold of them put into stories together: among themselves in whatever order they
came, and with the stories told before.  What is settled stays told as it was; what is still gathered can be asked for
at any time.  So the stories depend on the reports alone, not on how many were handed over at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import nsmallest
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

import numpy as np

from twosource.stories.corrections import Corrections
from twosource.stories.linkage import Group, join, product, root_of, trimmed
from twosource.stories.nearness import LENDERS, Index, Vector, lend, products
from twosource.stories.rarity import Rarity, Table
from twosource.stories.shelf import Shelf
from twosource.stories.sketch import Sketch

RULE = "stream-v2"
TOGETHER = 8_192
"""Reports that are settled together."""
SAME = 0.16
"""The likeness from which groups of reports are one story."""
RELATED = 0.5
"""The share of that from which stories are related."""
WINDOW = 14.0
"""Days for which a story goes on without news."""
PATIENCE = 16 * TOGETHER
"""Reports for which a story without a date goes on."""
FEATURES = 48
"""Features of a report that are compared."""
KEPT = 48
"""Features of a story that are kept."""
APART = 0.75
"""Days between two related stories from which on the later follows the earlier."""
PART = 3
"""How many times as many reports a story has that another may be a part of."""
TIES = 5
"""Features at most that are told as what ties a report to its story."""


class Told(NamedTuple):
    """The story of a report: by the number of its first report; the features that it shares; a related story."""

    story: int
    why: tuple[str, ...]
    relation: str
    related: int | None


class Settled(NamedTuple):
    """What comes of the reports gathered: the groups by number, and for each report what is told of it."""

    groups: dict[int, Group]
    told: list[Told]


class _Pair(NamedTuple):
    """Two units that are near each other, how near, and the inner product of their vectors."""

    report: int
    other: int
    likeness: float
    product: float


class Stream:
    """Stories as they are told so far, the reports gathered since, and the index of both."""

    def __init__(self, *, window: float = WINDOW, corrections: Corrections | None = None) -> None:
        self.window = window
        self.corrections = corrections or Corrections()
        self.rarity = Rarity()
        self.stories: dict[int, Group] = {}
        self.latest: dict[int, int] = {}
        """The number of the last report of each story."""
        self.count = 0
        self.newest: float | None = None
        self.gathered: list[tuple[str, Sketch]] = []
        self.named: dict[str, int] = {}
        """Stories of settled reports that a correction names."""
        self.restore()

    def restore(self) -> None:
        """Make the table of the stories anew; called where a state was read."""
        self._shelf = Shelf(KEPT, self.rarity.numbers)
        for number, story in self.stories.items():
            self._shelf.put(number, story.vector, story.count)

    def add(self, id: str, report: Sketch) -> list[Told]:
        """Take a report; return what is told of all those gathered where that settles them, else nothing."""
        self.gathered.append((id, report))
        return self.settle() if len(self.gathered) >= TOGETHER else []

    def view(self) -> list[Told]:
        """Return what would be told of the reports gathered if no more came; changes nothing."""
        return self._group(self.rarity.copy()).told if self.gathered else []

    def settle(self) -> list[Told]:
        """Put the gathered reports into stories for good."""
        done = self._group(self.rarity)
        for number, (id, report) in enumerate(self.gathered, self.count):
            story = done.told[number - self.count].story
            self.latest[story] = number
            if id in self.corrections.named:
                self.named[id] = story
            if report.day is not None:
                self.newest = max(self.newest or report.day, report.day)
        self.count += len(self.gathered)
        self.gathered = []
        for group in done.groups.values():
            self._keep(group)
        self._forget()
        if self.rarity.shrink():
            self.restore()
        return done.told

    def _keep(self, group: Group) -> None:
        old = self.stories.get(group.first)
        if old is not None and old.count == group.count:
            return
        group.vector, group.settled = trimmed(group.vector, KEPT // 2), True
        self.stories[group.first] = group
        self._shelf.put(group.first, group.vector, group.count)

    def _forget(self) -> None:
        """Let go of stories that are past the window."""
        for number in [n for n in self.stories if self._past(n)]:
            self._shelf.drop(number)
            del self.stories[number], self.latest[number]

    def _past(self, number: int) -> bool:
        day = self.stories[number].day
        if day is None or self.newest is None:
            return self.count - self.latest[number] > PATIENCE
        return self.newest - day > self.window

    def _group(self, rarity: Rarity) -> Settled:
        """Group what was gathered, with the stories told before."""
        base = self.count
        reports = rarity.table([report.features for _, report in self.gathered], FEATURES)
        rarity.learn(reports)
        table = rarity.vectors(reports, FEATURES)
        vectors = dict(enumerate(rarity.named(table), base))
        pairs = self._pairs(table, len(rarity.numbers))
        groups = {
            number: Group(vectors[number], 1, report.day, number, self.corrections.bars(id), bare=report.bare)
            for number, (id, report) in enumerate(self.gathered, base)
        }
        lent = self._lend(groups, vectors, pairs)
        for pair in pairs:
            if pair.other < base:
                groups.setdefault(pair.other, self.stories[pair.other])
        sure = self.corrections.pairs(self.named | {id: n for n, (id, _) in enumerate(self.gathered, base)})
        for number in (number for pair in sure for number in pair if number in self.stories):
            groups.setdefault(number, self.stories[number])
        within = [
            (a, b, product(groups[a].vector, groups[b].vector) if a in lent or b in lent else found)
            for a, b, _, found in pairs
            if self._within(groups[a], groups[b])
        ]
        sure = [(a, b) for a, b in sure if a in groups and b in groups]
        went, left = join(groups, within, SAME, sure, worth=RELATED * SAME)
        return Settled(groups, list(_tell(groups, vectors, went, left)))

    def _pairs(self, table: Table, known: int) -> list[_Pair]:
        """Return the units that are near each report, the nearest first: stories told, and other reports."""
        stories = sorted(self.stories)
        shelf = self._shelf.table(stories)
        told = Index(shelf, known).find(table)
        own = Index(table, known, fewest=2).find(table, themselves=True)
        near = told.along(own._replace(units=own.units + len(stories))).best()
        units = shelf.above(table)
        counts = [*(self.stories[story].count for story in stories), *[1] * len(table.features)]
        found = products(near, table, units, known) * np.array(counts)[near.units]
        numbers = np.array([*stories, *range(self.count, self.count + len(table.features))])
        columns = (near.reports + self.count, numbers[near.units], near.likeness, found)
        return list(map(_Pair, *(column.tolist() for column in columns)))

    def _lend(self, groups: dict[int, Group], vectors: dict[int, Vector], pairs: Sequence[_Pair]) -> set[int]:
        """Give headlines what their nearest neighbours say in other words; return those that were given something."""
        lent = set()
        for number, near in groupby(pairs, itemgetter(0)):
            if groups[number].bare:
                lenders = [(pair.likeness, pair.other) for pair in near][:LENDERS]
                groups[number].vector = lend(vectors[number], lenders, vectors)
                lent.add(number)
        return lent

    def _within(self, one: Group, other: Group) -> bool:
        return one.day is None or other.day is None or abs(one.day - other.day) <= self.window


def _tell(
    groups: dict[int, Group], vectors: dict[int, Vector], went: dict[int, int], left: dict[tuple[int, int], float]
) -> Iterator[Told]:
    """Yield what is told of each report: its story, what ties it to that, and a related story."""
    relations = dict(_relations(groups, left))
    for number, vector in vectors.items():
        root = root_of(number, went)
        relation, related = relations.get(root, ("", None))
        yield Told(groups[root].first, _why(vector, groups[root]), relation, related)


def _why(vector: Vector, group: Group) -> tuple[str, ...]:
    """Return the features that tie a report to the others of its story, the strongest first."""
    if group.count == 1:
        return ()
    others = group.vector.get
    ties = [(w * (w - others(f, 0.0)), f) for f, w in vector.items() if f[0] != "~"]
    return tuple(f for _, f in nsmallest(TIES, [tie for tie in ties if tie[0] < 0]))


def _relations(groups: dict[int, Group], left: dict[tuple[int, int], float]) -> Iterator[tuple[int, tuple[str, int]]]:
    """Yield for each group what it is to the story nearest to it, where they are near enough."""
    best: dict[int, tuple[float, int]] = {}
    for (first, second), likeness in left.items():
        if likeness >= RELATED * SAME:
            for one, other in ((first, second), (second, first)):
                best[one] = max(best.get(one, (0.0, 0)), (likeness, other))
    for one, (_, other) in best.items():
        mine, theirs = groups[one], groups[other]
        if mine.day is not None and theirs.day is not None and mine.day - theirs.day >= APART:
            yield one, ("follows", theirs.first)
        elif theirs.count >= PART * mine.count:
            yield one, ("part_of", theirs.first)
