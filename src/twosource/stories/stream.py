"""A stream of reports put into stories as they come.

Reports are gathered, and a thousandfold of them put into stories together: among themselves in whatever order they
came, and with the stories told before.  What is settled stays told as it was; what is still gathered can be asked for
at any time.  So the stories depend on the reports alone, not on how many were handed over at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from twosource.stories.corrections import Corrections
from twosource.stories.linkage import Group, Pairs, join, root_of
from twosource.stories.nearness import LENDERS, Index, lend, products
from twosource.stories.rarity import Marks, Rarity, Table
from twosource.stories.shelf import Shelf
from twosource.stories.sketch import Sketch
from twosource.stories.vectors import Desk, Floats, Ints, Vector, trimmed
from twosource.stories.vocabulary import COGNATE

RULE = "stream-v3"
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


class _Gathered(NamedTuple):
    """The reports gathered: their vectors, as a table and each by the report's number, and a desk for them."""

    table: Table
    vectors: dict[int, Vector]
    desk: Desk


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
        self.gathered: list[tuple[str, Marks]] = []
        self.named: dict[str, int] = {}
        """Stories of settled reports that a correction names."""
        self.restore()

    def restore(self) -> None:
        """Make the table of the stories anew; called where a state was read."""
        self._shelf = Shelf(KEPT)
        for number, story in self.stories.items():
            self._shelf.put(number, story.vector, story.count)

    def marks(self, sketch: Sketch) -> Marks:
        """Return a sketch with features by the numbers of this stream."""
        features = [self.rarity.numbers[feature] for feature in sketch.features]
        weights = np.array(list(sketch.features.values()), float)
        return Marks(np.array(features, np.int32), weights, sketch.day, sketch.bare)

    def vector(self, weights: Mapping[str, float]) -> Vector:
        """Return weighed features with the numbers of this stream."""
        features = [self.rarity.numbers[feature] for feature in weights]
        return Vector(np.array(features, np.int32), np.array(list(weights.values()), float))

    def by_name(self, features: Ints, weights: Floats) -> dict[str, float]:
        """Return weighed features by name."""
        names = self.rarity.numbers.names
        return dict(zip([names[feature] for feature in features.tolist()], weights.tolist(), strict=True))

    def add(self, id: str, report: Marks) -> list[Told]:
        """Take a report; return what is told of all those gathered where that settles them, else nothing.

        Args:
            id: What corrections call the report.
            report: Its sketch, by the numbers of this stream's ``rarity``; what is told of reports may change these.
        """
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
        self._shrink()
        return done.told

    def _shrink(self) -> None:
        """Forget features that were seen least, where there are too many."""
        names = self.rarity.numbers.names
        if self.rarity.shrink():
            for story in self.stories.values():
                features = [self.rarity.numbers[names[feature]] for feature in story.vector.features.tolist()]
                story.vector = Vector(np.array(features, np.int32), story.vector.weights)
            self.restore()

    def _keep(self, group: Group) -> None:
        old = self.stories.get(group.first)
        if old is not None and old.count == group.count:
            return
        group.vector, group.settled = trimmed(group.vector, KEPT // 2, self.rarity.numbers.names), True
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
        base, names = self.count, rarity.numbers.names
        reports = rarity.table([report for _, report in self.gathered], FEATURES)
        rarity.learn(reports)
        table = rarity.vectors(reports, FEATURES)
        found = _Gathered(table, dict(enumerate(table.rows(), base)), Desk(len(names)))
        groups = {
            number: Group(found.vectors[number], 1, report.day, number, self.corrections.bars(id), bare=report.bare)
            for number, (id, report) in enumerate(self.gathered, base)
        }
        near, likeness = self._near(found.table, len(names))
        lent = _lend(groups, found, near, likeness)
        sure = self.corrections.pairs(self.named | {id: n for n, (id, _) in enumerate(self.gathered, base)})
        wanted = {*np.unique(near.second[near.second < base]).tolist(), *(number for pair in sure for number in pair)}
        groups |= {number: self.stories[number] for number in sorted(wanted) if number in self.stories}
        pairs = _renewed(groups, self._within(groups, near), lent, found.desk)
        sure = [(a, b) for a, b in sure if a in groups and b in groups]
        went, left = join(groups, pairs, SAME, sure, worth=RELATED * SAME, names=names)
        return Settled(groups, list(_tell(groups, found, went, left, names)))

    def _near(self, table: Table, known: int) -> tuple[Pairs, Floats]:
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
        return Pairs(near.reports + self.count, numbers[near.units], found), near.likeness

    def _within(self, groups: dict[int, Group], near: Pairs) -> Pairs:
        """Return the pairs that are no further apart in time than a story goes on without news."""
        numbers, places = np.unique(np.concatenate((near.first, near.second)), return_inverse=True)
        known = [groups[number].day for number in numbers.tolist()]
        days = np.array([np.nan if day is None else day for day in known], float)[places]
        apart = np.abs(days[: len(near.first)] - days[len(near.first) :])
        within = ~(apart > self.window)
        return Pairs(*(column[within] for column in near))


def missing(stream: Stream) -> int:
    """Return how many reports a stream still gathers before it settles them."""
    return TOGETHER - len(stream.gathered)


def _lend(groups: dict[int, Group], found: _Gathered, near: Pairs, likeness: Floats) -> set[int]:
    """Give headlines what their nearest neighbours say in other words; return those that were given something."""
    bare = [number for number in found.vectors if groups[number].bare]
    lent = set()
    for number, begin in zip(bare, np.searchsorted(near.first, bare).tolist(), strict=True):
        end = begin + int(np.count_nonzero(near.first[begin : begin + LENDERS] == number))
        if end > begin:
            lenders = zip(likeness[begin:end].tolist(), near.second[begin:end].tolist(), strict=True)
            groups[number].vector = lend(found.vectors[number], lenders, found.vectors, found.desk)
            lent.add(number)
    return lent


def _renewed(groups: dict[int, Group], near: Pairs, lent: set[int], desk: Desk) -> Pairs:
    """Return pairs with the products of the vectors that some of the reports have been given."""
    if not lent:
        return near
    product = near.product.copy()
    changed = np.isin(near.first, list(lent)) | np.isin(near.second, list(lent))
    places = np.flatnonzero(changed)
    for some in np.split(places, np.flatnonzero(np.diff(near.first[places])) + 1):
        if len(some):
            others = [groups[number].vector for number in near.second[some].tolist()]
            product[some] = desk.products(groups[int(near.first[some[0]])].vector, others)
    return near._replace(product=product)


def _tell(
    groups: dict[int, Group],
    found: _Gathered,
    went: dict[int, int],
    left: dict[tuple[int, int], float],
    names: Sequence[str],
) -> Iterator[Told]:
    """Yield what is told of each report: its story, what ties it to that, and a related story."""
    relations = dict(_relations(groups, left))
    roots = [root_of(number, went) for number in found.vectors]
    why = _why(groups, found, roots, names)
    for root, ties in zip(roots, why, strict=True):
        relation, related = relations.get(root, ("", None))
        yield Told(groups[root].first, ties, relation, related)


def _why(
    groups: dict[int, Group], found: _Gathered, roots: Sequence[int], names: Sequence[str]
) -> list[tuple[str, ...]]:
    """Return for each report the features that tie it to the others of its story, the strongest first."""
    features, weights = found.table
    ties = np.zeros(features.shape)
    members: dict[int, list[int]] = {}
    for place, root in enumerate(roots):
        members.setdefault(root, []).append(place)
    for root, places in members.items():
        if groups[root].count > 1:
            own = weights[places]
            ties[places] = own * (own - found.desk.lay(groups[root].vector, features[places]))
    stems = np.array([name.startswith(COGNATE) for name in names], bool)
    ties[stems[features]] = 0.0
    best = (ties < 0) & (ties <= np.partition(ties, TIES - 1, axis=1)[:, TIES - 1 : TIES])
    rows, columns = np.nonzero(best)
    tied: list[list[tuple[float, str]]] = [[] for _ in roots]
    for row, tie, feature in zip(rows.tolist(), ties[rows, columns].tolist(), features[best].tolist(), strict=True):
        tied[row].append((tie, names[feature]))
    return [tuple(name for _, name in sorted(some)[:TIES]) for some in tied]


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
