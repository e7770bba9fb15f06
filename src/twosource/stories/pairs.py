"""Two reports on their own: how probable it is that both tell of the same event.

The likenesses of their words, groups of letters, of what words mean in whatever language, and of that together with
what the reports nearest to each say, are weighed by ``data/stories.toml``, which ``training/stories.py`` makes, and so
is whether both tell of one region or of two.  How rare a feature is comes from the pairs themselves, and so do the
nearest reports.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import zip_longest

import msgspec

from twosource.link.skeleton import data_table
from twosource.stories.glossary import Glossary, glossary
from twosource.stories.lending import Neighbours, Vector
from twosource.stories.sketch import BARE, HALF, TITLE

RULE = "pairs-v3"
LETTERS = 4
"""Letters of a group of letters."""
KINDS = ("word", "letters", "named", "sense", "stem")
"""Words; groups of letters; concepts, offices and places; these with meanings, and stems of what has none; and the same
with shorter stems."""
LONG_STEM, SHORT_STEM = 5, 4
LEAD, LOOKED_AT = 150, 800
"""Code points that stand for a title where there is none, and those that are read: news begins with the event."""
PLACE = 0.7
"""How much a place counts beside another feature: many events share one."""
BACKGROUND = 200
"""Reports of other things imagined beside those seen, so that rarity means something in one pair."""
HELD = 20_000
"""Pairs that are gathered before they are judged."""
_WORD = re.compile(r"[^\W_]+")
_ADDRESS = re.compile(r"[a-z]{4,}")


class Side(msgspec.Struct, frozen=True):
    """One report of a pair: its features by kind, its language, its outlet, and whether it is a headline alone.

    ``regions`` are those that it names of a country whose regions the language's glossary has all of.
    """

    features: Mapping[str, Mapping[str, float]]
    language: str
    outlet: str
    bare: bool
    regions: frozenset[str] = frozenset()


@lru_cache(maxsize=200_000)
def groups_of_letters(word: str) -> tuple[str, ...]:
    """Return the groups of letters of a word in plain letters, its beginning and end marked."""
    marked = f"^{word}$"
    return tuple(marked[n : n + LETTERS] for n in range(max(1, len(marked) - LETTERS + 1)))


def side(title: str, text: str, language: str, url: str | None = None) -> Side:
    """Return what a pair is judged by of one report; where it has no title, the first words count as one."""
    words = _WORD.findall(text, 0, LOOKED_AT)
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    known = glossary(language)
    place, _, path = (url or "").partition("://")[2].partition("/")
    address = _ADDRESS.findall(path.casefold()) if text else []
    for line, weight in ((_WORD.findall(title or text[:LEAD]), TITLE), (words, 1), (address, 1)):
        for kind, feature in _features(known, [word.casefold() for word in line]):
            counts[kind][feature] += weight
    found = {kind: {f: _weight(f, n) for f, n in features.items()} for kind, features in counts.items()}
    return Side(found, language, place, len(words) < BARE, known.regions.intersection(found["named"]))


def _weight(feature: str, count: int) -> float:
    return count / (count + HALF) * (PLACE if feature.startswith("place:") else 1.0)


def _features(known: Glossary, words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the features of a line of casefolded words by kind."""
    for word, following in zip_longest(words, words[1:], fillvalue=""):
        found = known.known(word)
        if found is None:
            continue
        names = found.names
        if both := known.vocabulary.pairs.get(word, {}).get(following):
            names = (*names, both)
        yield "word", found.plain
        yield from (("letters", group) for group in groups_of_letters(found.skeleton))
        yield from (("named", name) for name in names)
        said = (*found.meanings, *names)
        whole = len(word) < LETTERS or not word.isalpha()
        yield from (("sense", one) for one in said or (found.plain if whole else found.skeleton[:LONG_STEM],))
        yield from (("stem", one) for one in found.meanings)
        yield "stem", found.plain if whole else found.skeleton[:SHORT_STEM]


class Judge:
    """Judges pairs by how rare features are among them, and by which of their reports are near each other."""

    def __init__(self) -> None:
        self.seen: Counter[str] = Counter()
        self.counts: dict[str, Counter[tuple[str, str]]] = {kind: Counter() for kind in KINDS}

    def learn(self, sides: Iterable[Side]) -> None:
        """Count the features of reports, each language for itself: a word of a small language is not rare in it."""
        for one in sides:
            self.seen[one.language] += 1
            for kind, features in one.features.items():
                self.counts[kind].update((one.language, feature) for feature in features)

    def probabilities(self, pairs: Sequence[tuple[Side, Side]]) -> Iterator[float]:
        """Yield for each pair how probable it is that both sides tell of the same event, 0 to 1."""
        for pair, likenesses in zip(pairs, self.likenesses(pairs), strict=True):
            weights = _weights()["headline" if all(one.bare for one in pair) else "text"]
            value = sum(w * x for w, x in zip(weights, likenesses, strict=True))
            yield 1 / (1 + math.exp(-value))

    def likenesses(self, pairs: Sequence[tuple[Side, Side]]) -> Iterator[list[float]]:
        """Yield for each pair how like its sides are.

        These are the roots of their cosines by kind and with what is lent; which part of their neighbours they have in
        common; then 1 where one outlet has both, where both name one region, and where each names another; and 1.
        A report that stands in several pairs is one object.
        """
        sides = {id(one): one for pair in pairs for one in pair}
        vectors = {key: {kind: self._vector(kind, one) for kind in KINDS} for key, one in sides.items()}
        neighbours = Neighbours([_together(vector["sense"], vector["stem"]) for vector in vectors.values()])
        numbers = {key: number for number, key in enumerate(vectors)}
        for left, right in pairs:
            one, other = vectors[id(left)], vectors[id(right)]
            mine, theirs = numbers[id(left)], numbers[id(right)]
            found = [_root(one[kind], other[kind]) for kind in KINDS]
            lent = _root(neighbours.lent(mine, theirs), neighbours.lent(theirs, mine))
            same = bool(left.outlet) and left.outlet == right.outlet
            shared = bool(left.regions & right.regions)
            apart = bool(left.regions) and bool(right.regions) and not shared
            yield [*found, lent, neighbours.common(mine, theirs), float(same), float(shared), float(apart), 1.0]

    def _vector(self, kind: str, one: Side) -> Vector:
        """Return the features of one kind by their rarity, of length 1 together."""
        counts, total = self.counts[kind], math.log(self.seen[one.language] + BACKGROUND)
        features = one.features[kind].items()
        weighed = {f: w * (total - math.log(counts[one.language, f] + 1)) for f, w in features}
        length = math.sqrt(sum(w * w for w in weighed.values()))
        return {f: w / length for f, w in weighed.items()} if length else {}


def _root(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Return the root of the cosine of two vectors of length 1."""
    product = sum(weight * other[feature] for feature, weight in one.items() if feature in other)
    return math.sqrt(max(0.0, min(1.0, product)))


def _together(senses: Vector, stems: Vector) -> Vector:
    """Return two kinds of features as one vector of length 1."""
    found = {f"sense {f}": w for f, w in senses.items()} | {f"stem {f}": w for f, w in stems.items()}
    length = math.sqrt(sum(w * w for w in found.values())) or 1.0
    return {f: w / length for f, w in found.items()}


@cache
def _weights() -> Mapping[str, Sequence[float]]:
    table: Mapping[str, Sequence[float]] = data_table("stories")["pair"]
    return table
