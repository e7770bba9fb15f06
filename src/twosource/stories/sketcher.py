"""Sketches of many reports at once: the same as those of `sketch`, by numbers instead of by name.

Each piece of text between spaces is looked up once, and everything else is done for a batch of reports at once, on
tables of numbers.  A sketcher numbers the features in the order in which it meets them; a `Translator` turns its
numbers into those of a stream, so that sketches made in several processes come together.
"""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.model import Report
from twosource.stories.lookup import Longs, Lookup, Pieces, split
from twosource.stories.rarity import Marks, Numbers
from twosource.stories.sketch import FAMILY, FEATURES, HALF, LOOKED_AT, TITLE, address_words, day_of, is_bare
from twosource.stories.vectors import Floats, Ints
from twosource.stories.vocabulary import KEPT, LONGEST, WORDS, vocabulary

BATCH = 64
"""Reports that are sketched together: what they need stays near the processor."""

TITLE_LINE, BODY, ADDRESS = range(3)
LINES = 3
"""The lines that are looked up of each report: its title, its text, the words of its address."""
ORDER = (BODY, *[TITLE_LINE] * TITLE, ADDRESS)
"""The order in which the lines count, the title more than once."""


class Sketches(NamedTuple):
    """Sketches of some reports, one behind the other: the features by number, and how many each report has."""

    features: Ints
    weights: Floats
    lengths: list[int]
    days: list[float | None]
    bare: list[bool]

    def part(self, begin: int, end: int | None) -> Sketches:
        """Return the sketches of some of the reports."""
        if begin == 0 and end is None:
            return self
        first, last = sum(self.lengths[:begin]), sum(self.lengths[:end])
        part = slice(begin, end)
        return Sketches(
            self.features[first:last], self.weights[first:last], self.lengths[part], self.days[part], self.bare[part]
        )

    def marks(self) -> Iterator[Marks]:
        """Yield each sketch by itself."""
        end = 0
        for length, day, bare in zip(self.lengths, self.days, self.bare, strict=True):
            begin, end = end, end + length
            yield Marks(self.features[begin:end], self.weights[begin:end], day, bare)


class Parcel(NamedTuple):
    """Sketches as they go to a stream, with the names of the features that were not sent before."""

    sketches: Sketches
    maker: tuple[int, int]
    """Which sketcher made them."""
    begin: int
    """The number of the first of the names; from 0 where the sketcher has started anew."""
    names: list[str]


class _Store:
    """The features of the pieces of text met so far: a row each, one behind the other in a list of numbers."""

    def __init__(self) -> None:
        self.numbers = Numbers()
        self.opening: dict[int, Mapping[str, str]] = {}
        self._features, self._starts, self._counts = array("i"), array("q"), array("i")
        self._opens = array("b")

    def __len__(self) -> int:
        return len(self._starts)

    def add(self, features: Sequence[str], opening: Mapping[str, str] | None = None) -> int:
        """Keep the features of a piece of text, and what it names with a second word; return its row."""
        row = len(self._starts)
        self._starts.append(len(self._features))
        self._counts.append(len(features))
        self._opens.append(bool(opening))
        self._features.extend(map(self.numbers.__getitem__, features))
        if opening:
            self.opening[row] = opening
        return row

    def opens(self, rows: Longs) -> Longs:
        """Return the places of the rows that are the first word of a name of two."""
        return np.flatnonzero(np.frombuffer(self._opens, np.int8)[rows])

    def features(self, rows: Longs) -> tuple[Ints, Longs]:
        """Return the features of rows in order, and how many each row has."""
        counts = np.frombuffer(self._counts, np.int32)[rows].astype(np.int64)
        places = ranges(np.frombuffer(self._starts, np.int64)[rows], counts)
        return np.frombuffer(self._features, np.int32)[places] if len(places) else np.zeros(0, np.int32), counts


class _Weights:
    """How much a feature weighs by its family and by how often it stands in a report, as a table."""

    def __init__(self) -> None:
        self._families = np.zeros(256, np.int64)
        self._families[[ord(letter) for letter in FAMILY]] = np.arange(len(FAMILY))
        self._table = np.zeros((len(FAMILY), 0))

    def of(self, letters: NDArray[np.uint8], counts: Longs) -> Floats:
        """Return the weights of features by the letters that they begin with."""
        most = int(counts.max(initial=1))
        if most >= self._table.shape[1]:
            several = range(2 * most)
            self._table = np.array([[round(f * n / (n + HALF), 4) for n in several] for f in FAMILY.values()])
        return self._table[self._families[letters], counts]


class Sketcher:
    """Makes the sketches of reports, a batch at a time."""

    def __init__(self) -> None:
        self._weights = _Weights()
        self.forget()

    def forget(self) -> None:
        """Start anew with the numbers of features."""
        self._store, self._lookup = _Store(), Lookup()
        self._languages: dict[str, int] = {}
        self._sent = 0

    @property
    def full(self) -> bool:
        """Whether so many pieces of text were met that it is time to `forget` them, as the next parcel does."""
        return len(self._store) >= KEPT

    @property
    def names(self) -> list[str]:
        """The features by number."""
        return self._store.numbers.names

    def parcel(self, reports: Sequence[Report]) -> Parcel:
        """Return the sketches of some reports, for a `Receiver` that gets all parcels of this sketcher in order."""
        if self.full:
            self.forget()
        sketches, begin = self.sketch(reports), self._sent
        self._sent = len(self.names)
        return Parcel(sketches, (os.getpid(), id(self)), begin, self.names[begin:])

    def sketch(self, reports: Sequence[Report]) -> Sketches:
        """Return the sketches of some reports, `BATCH` at most, with features by the numbers of this sketcher."""
        pieces, each = self._read(reports)
        counts = np.bincount(pieces.texts, minlength=LINES * len(reports))
        lines = (np.arange(len(reports))[:, None] * LINES + np.array(ORDER)).ravel()
        counts, begins = counts[lines], (np.cumsum(counts) - counts)[lines]
        owners = np.repeat(np.arange(len(reports)), counts.reshape(-1, len(ORDER)).sum(axis=1))
        rows = each[ranges(begins, counts)]
        named = list(self._names(pieces, each))
        if named:
            rows = np.concatenate((rows, [row for _, row in named]))
            owners = np.concatenate((owners, [owner for owner, _ in named]))
        features, counts = self._store.features(rows)
        found, numbers, lengths = _commonest(features, np.repeat(owners, counts), len(reports), len(self.names))
        weights = self._weights.of(self._store.numbers.letters()[found], numbers)
        days = [day_of(report.published) for report in reports]
        return Sketches(found, weights, lengths.tolist(), days, [is_bare(_body(report)) for report in reports])

    def _read(self, reports: Sequence[Report]) -> tuple[Pieces, Longs]:
        """Return the pieces of the `LINES` of reports, and the row of each."""
        known = [vocabulary(report.language) for report in reports]
        salts = [self._languages.setdefault(words.code, len(self._languages)) for words in known for _ in range(LINES)]
        pieces = split([line for report in reports for line in _lines(report)], salts)

        def make(place: int) -> tuple[int, bool]:
            piece = pieces.read(place)
            row = self._store.add(*known[pieces.texts[place] // LINES].piece(piece))
            return row, len(piece) <= LONGEST

        return pieces, self._lookup.find(pieces.keys, make)

    def _names(self, pieces: Pieces, rows: Longs) -> Iterator[tuple[int, int]]:
        """Yield what names of two words name that stand in two pieces of a text: (report, row), the title's first."""
        found = []
        for place in self._store.opens(rows[:-1]).tolist():
            owner, line = divmod(int(pieces.texts[place]), LINES)
            if line != ADDRESS and pieces.texts[place + 1] == pieces.texts[place]:
                second = WORDS.search(pieces.read(place + 1))
                key = second and self._store.opening[int(rows[place])].get(second[0].casefold())
                if key:
                    found.append((owner, line, place, key))
        for owner, _, _, key in sorted(found):
            yield owner, self._store.add((key,))


def _lines(report: Report) -> tuple[str, str, str]:
    title = report.title or ""
    return title[:LOOKED_AT], _body(report)[:LOOKED_AT], " ".join(address_words(report.url))


def ranges(begins: Longs, counts: Longs) -> Longs:
    """Return the numbers of ranges one behind the other, each so many from where it begins on."""
    places: Longs = np.arange(int(counts.sum())) + np.repeat(begins - (np.cumsum(counts) - counts), counts)
    return places


def _body(report: Report) -> str:
    return report.text[report.body :] if report.body else report.text


def _commonest(features: Ints, owners: Longs, reports: int, known: int) -> tuple[Ints, Longs, Longs]:
    """Return the features that the sketches keep, how often each stands in its report, and how many each report has.

    A report's commonest features are kept, of equally common ones those that come first; where all are kept they are
    in the order in which they come.
    """
    total = len(features)
    if not total:
        return np.zeros(0, np.int32), np.zeros(0, np.int64), np.zeros(reports, np.int64)
    by_place, by_feature = total.bit_length(), known.bit_length()
    keys = (owners << (by_feature + by_place)) | (features.astype(np.int64) << by_place) | np.arange(total)
    keys.sort()
    which = keys >> by_place
    first = np.flatnonzero(np.concatenate(([True], which[1:] != which[:-1])))
    numbers = np.diff(np.append(first, total))
    place, which = keys[first] & ((1 << by_place) - 1), which[first]
    owner, feature = which >> by_feature, which & ((1 << by_feature) - 1)
    distinct = np.bincount(owner, minlength=reports)
    rarity = np.where(distinct[owner] > FEATURES, total - numbers, 0)
    keys = (((owner << by_place) | rarity) << by_place) | place
    keys.sort()
    at = np.zeros(total, np.int64)
    at[place] = np.arange(len(place))
    order = at[keys & ((1 << by_place) - 1)]
    rank = np.arange(len(order)) - np.repeat(np.cumsum(distinct) - distinct, distinct)
    order = order[rank < FEATURES]
    return feature[order].astype(np.int32), numbers[order], np.minimum(distinct, FEATURES)


class Translator:
    """Turns the numbers that a sketcher gives features into those of a stream."""

    def __init__(self, numbers: Numbers) -> None:
        self._numbers = numbers
        self._known = np.zeros(1, np.int32)

    def translate(self, features: Ints, names: Sequence[str]) -> Ints:
        """Return the stream's numbers of a sketcher's features.

        Args:
            features: The sketcher's numbers.
            names: The features of the sketcher by number; it may have grown since.
        """
        if len(names) > len(self._known):
            self._known = np.concatenate((self._known, np.zeros(2 * len(names) - len(self._known), np.int32)))
        found = self._known[features]
        for feature in features[found == 0].tolist():
            self._known[feature] = self._numbers[names[feature]]
        return self._known[features]


class Receiver:
    """Takes the parcels of several sketchers, each one's in order, and gives their sketches the stream's numbers."""

    def __init__(self, numbers: Numbers) -> None:
        self._names: dict[tuple[int, int], list[str]] = {}
        self.renumber(numbers)

    def renumber(self, numbers: Numbers) -> None:
        """Give other numbers from now on, as where the stream has forgotten some."""
        self._numbers = numbers
        self._translators: dict[tuple[int, int], Translator] = {}

    def receive(self, parcel: Parcel, begin: int = 0, end: int | None = None) -> Iterator[Marks]:
        """Return the sketches of a parcel from one of its reports to another, by the numbers that hold now."""
        maker = parcel.maker
        names = self._names.setdefault(maker, [])
        names[parcel.begin :] = parcel.names
        if parcel.begin == 0 or maker not in self._translators:
            self._translators[maker] = Translator(self._numbers)
        some = parcel.sketches.part(begin, end)
        return some._replace(features=self._translators[maker].translate(some.features, names)).marks()
