"""The sketch of a report: what a large stream is grouped by, read straight from the words.

The full reading costs some 20 ms a report; the sketch costs a thirtieth of that or less, since each piece of text
between spaces is looked up once (`Pieces`).  It holds words, their stems in the letters that languages share, numbers,
and the concepts, offices and places that words name in the tables of the languages.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import chain, compress, count, islice
from operator import itemgetter

import msgspec

from twosource.stories.vocabulary import WORDS, Vocabulary, vocabulary

LOOKED_AT = 4_000
"""Code points of the text that are read: news tells first what matters most, and hostile length costs nothing."""
FEATURES = 160
"""Features that a sketch keeps, the commonest in the report first."""
BARE = 12
"""Words of a text below which a report is its headline alone."""
TITLE = 2
"""How often a word of the title counts."""
FAMILY = {"w": 1.0, "~": 0.5, "c": 0.5, "r": 0.3, "p": 0.7}
"""How much the families weigh: words, stems, concepts, roles, places (by the first letter of a feature)."""
HALF = 1.2
"""Times that a word must stand in a report to count half of what it can count at most (as in BM25)."""
_ADDRESS = re.compile(r"[a-z]{4,}")
_EPOCH = datetime(1970, 1, 1)
_HOUR, _DAY = len("2020-08-15T10:00"), len("2020-08-15")


class Sketch(msgspec.Struct, frozen=True, array_like=True):
    """The features of a report, weighed but for their rarity, and the day it was published on (None: unknown)."""

    features: dict[str, float]
    day: float | None = None
    bare: bool = False
    """Hardly more than a headline."""


def sketch(title: str, text: str, language: str, published: str | None = None, url: str | None = None) -> Sketch:
    """Return the sketch of a report; the words of its address count as those of its text."""
    known = vocabulary(language)
    body, head = text[:LOOKED_AT].split(), title[:LOOKED_AT].split()
    pieces = body + head * TITLE
    pieces += address_words(url)
    found = Counter(chain.from_iterable(map(known.pieces.__getitem__, pieces)))
    for line in (head, body):
        found.update(_names(line, known))
    features = {feature: _WEIGHTS[feature[0]][number] for feature, number in _commonest(found)}
    return Sketch(features, day_of(published), is_bare(text))


def _names(line: Sequence[str], known: Vocabulary) -> Iterator[str]:
    """Yield what names of two words name that stand in two pieces of a text."""
    opening = known.pieces.opening
    for place in compress(count(), map(opening.__contains__, line[:-1])):
        second = WORDS.search(line[place + 1])
        if second and (key := opening[line[place]].get(second[0].casefold())):
            yield key


def _commonest(found: Counter[str]) -> Iterable[tuple[str, int]]:
    """Return the features that a sketch keeps: of equally common ones those that come first."""
    if len(found) <= FEATURES:
        return found.items()
    return sorted(found.items(), key=itemgetter(1), reverse=True)[:FEATURES]


def address_words(url: str | None) -> list[str]:
    """Return the words of an address, but for the site's."""
    return _ADDRESS.findall(url.partition("://")[2].partition("/")[2][:LOOKED_AT].casefold()) if url else []


def is_bare(text: str) -> bool:
    """Tell whether a text has hardly more words than a headline."""
    words = WORDS.finditer(text, 0, LOOKED_AT)
    return next(islice(words, BARE - 1, None), None) is None


class _Weights(dict[int, float]):
    """The weights of the features of a family by how often they stand in a report, made when first asked for."""

    def __init__(self, family: float) -> None:
        super().__init__()
        self.family = family

    def __missing__(self, count: int) -> float:
        weight = self[count] = round(self.family * count / (count + HALF), 4)
        return weight


_WEIGHTS = {letter: _Weights(family) for letter, family in FAMILY.items()}


def day_of(published: str | None) -> float | None:
    """Return a date, or a date with its hour, as days since 1970; None where the day is not known."""
    if not published or len(published) < _DAY:
        return None
    try:
        moment = datetime.fromisoformat(published[: _HOUR if len(published) >= _HOUR else _DAY])
    except ValueError:
        return None
    return round((moment.replace(tzinfo=None) - _EPOCH).total_seconds() / 86_400, 3)
