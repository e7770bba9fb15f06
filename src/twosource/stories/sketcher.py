"""Sketches of many reports at once: the same as those of `sketch`, by numbers instead of by name.

Each piece of text between spaces is looked up once, and everything else is done for a batch of reports at once, on
tables of numbers.  A sketcher numbers the features in the order in which it meets them; a `Translator` turns its
numbers into those of a stream, so that sketches made in several processes come together.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.model import Report
from twosource.stories.rarity import Marks, Numbers
from twosource.stories.sketch import FAMILY, FEATURES, HALF, LOOKED_AT, TITLE, address_words, day_of, is_bare
from twosource.stories.vectors import Floats, Ints
from twosource.stories.vocabulary import KEPT, LONGEST, WORDS, Vocabulary, vocabulary

BATCH = 64
"""Reports that are sketched together: what they need stays near the processor."""

Longs = NDArray[np.int64]


class _Line(NamedTuple):
    """Where the pieces of a report begin among those of the batch, and the lines that names of two words stand in."""

    begin: int
    body: list[str]
    head: list[str]


class _Rows(dict[str, int]):
    """The rows of a language's pieces of text, made when first asked for."""

    def __init__(self, known: Vocabulary, store: _Store) -> None:
        super().__init__()
        self.known, self.store = known, store

    def __missing__(self, piece: str) -> int:
        features, opening = self.known.piece(piece)
        row = self.store.add(features, opening)
        if len(piece) <= LONGEST:
            self[piece] = row
        return row


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
        ends = np.cumsum(counts)
        shifts = np.frombuffer(self._starts, np.int64)[rows] - (ends - counts)
        total = int(ends[-1]) if len(ends) else 0
        places = np.arange(total) + np.repeat(shifts, counts)
        return np.frombuffer(self._features, np.int32)[places] if total else np.zeros(0, np.int32), counts


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
        self._store = _Store()
        self._rows: dict[str, _Rows] = {}

    @property
    def full(self) -> bool:
        """Whether so many pieces of text were met that it is time to `forget` them."""
        return len(self._store) >= KEPT

    @property
    def names(self) -> list[str]:
        """The features by number."""
        return self._store.numbers.names

    def sketch(self, reports: Sequence[Report]) -> list[Marks]:
        """Return the sketches of some reports, `BATCH` at most, with features by the numbers of this sketcher."""
        rows = array("q")
        lines = [self._read(report, rows) for report in reports]
        begins = np.array([line.begin for line in lines] + [len(rows)])
        owners = np.repeat(np.arange(len(reports)), np.diff(begins))
        all_rows = np.frombuffer(rows, np.int64) if rows else np.zeros(0, np.int64)
        named = list(self._names(lines, all_rows, owners))
        if named:
            all_rows = np.concatenate((all_rows, [row for _, row in named]))
            owners = np.concatenate((owners, [owner for owner, _ in named]))
        features, counts = self._store.features(all_rows)
        found, numbers, lengths = _commonest(features, np.repeat(owners, counts), len(reports), len(self.names))
        weights = self._weights.of(self._store.numbers.letters()[found], numbers)
        ends = np.cumsum(lengths).tolist()
        return [
            Marks(found[begin:end], weights[begin:end], day_of(report.published), is_bare(_body(report)))
            for report, begin, end in zip(reports, [0, *ends], ends, strict=False)
        ]

    def _read(self, report: Report, rows: array[int]) -> _Line:
        """Add the rows of a report's pieces to those of the batch."""
        known = self._rows.get(report.language)
        if known is None:
            known = self._rows[report.language] = _Rows(vocabulary(report.language), self._store)
        body, head = _body(report)[:LOOKED_AT].split(), (report.title or "")[:LOOKED_AT].split()
        line = _Line(len(rows), body, head)
        rows.extend(map(known.__getitem__, chain(body, head * TITLE, address_words(report.url))))
        return line

    def _names(self, lines: Sequence[_Line], rows: Longs, owners: Longs) -> Iterator[tuple[int, int]]:
        """Yield what names of two words name that stand in two pieces of a text: (report, row), the title's first."""
        found = []
        for place in self._store.opens(rows).tolist():
            owner = int(owners[place])
            begin, body, head = lines[owner]
            number = place - begin
            in_title = number >= len(body)
            line = head if in_title else body
            number -= len(body) if in_title else 0
            if number < len(line) - 1 and (second := WORDS.search(line[number + 1])):
                key = self._store.opening[int(rows[place])].get(second[0].casefold())
                if key:
                    found.append((owner, not in_title, number, key))
        for owner, _, _, key in sorted(found):
            yield owner, self._store.add((key,))


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
    order = np.argsort((((owner << by_place) | rarity) << by_place) | place)
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
