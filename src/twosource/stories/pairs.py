"""Two reports on their own: how probable it is that both tell of the same event.

The likenesses of their words, stems, groups of letters and of what words name are weighed by ``data/stories.toml``,
which ``training/stories.py`` makes.  How rare a feature is comes from the pairs themselves.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain

import msgspec

from twosource.link.skeleton import data_table
from twosource.stories.sketch import sketch

RULE = "pairs-v1"
LETTERS = 4
"""Letters of a group of letters."""
KINDS = ("w", "~", "g", "named")
"""Words, stems in the letters that languages share, groups of letters, and concepts, offices and places."""
LEAD, LOOKED_AT = 150, 800
"""Code points that stand for a title where there is none, and those that are read: news begins with the event."""
BACKGROUND = 200
"""Reports of other things imagined beside those seen, so that rarity means something in one pair."""
HELD = 20_000
"""Pairs that are gathered before rarity is judged; with more, what was learnt so far is used."""


class Side(msgspec.Struct, frozen=True):
    """One report of a pair: its features by kind, its outlet, and whether it is a headline alone."""

    features: Mapping[str, Mapping[str, float]]
    outlet: str
    bare: bool


@lru_cache(maxsize=200_000)
def groups_of_letters(word: str) -> tuple[str, ...]:
    """Return the groups of letters of a word in plain letters, its beginning and end marked."""
    marked = f"^{word}$"
    return tuple(marked[n : n + LETTERS] for n in range(max(1, len(marked) - LETTERS + 1)))


def side(title: str, text: str, language: str, url: str | None = None) -> Side:
    """Return what a pair is judged by of one report; where it has no title, the first words count as one."""
    found = sketch(title or text[:LEAD], text[:LOOKED_AT], language, url=url if text else None)
    by_kind: dict[str, dict[str, float]] = {kind: {} for kind in KINDS}
    for feature, weight in found.features.items():
        by_kind[feature[0] if feature[0] in KINDS else "named"][feature] = weight
    words = ((feature.partition(":")[2], weight) for feature, weight in by_kind["w"].items())
    grams = by_kind["g"]
    for word, weight in words:
        for gram in groups_of_letters(word):
            grams[gram] = grams.get(gram, 0.0) + weight
    return Side(by_kind, (url or "").partition("://")[2].partition("/")[0], found.bare)


class Judge:
    """Learns from pairs how rare features are, and judges pairs."""

    def __init__(self) -> None:
        self.seen = 0
        self.counts: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}

    def learn(self, sides: Iterable[Side]) -> None:
        """Count the features of reports."""
        for one in sides:
            self.seen += 1
            for kind, features in one.features.items():
                self.counts[kind].update(features.keys())

    def likenesses(self, left: Side, right: Side) -> list[float]:
        """Return the roots of the cosines by kind, then 1 where both are of one outlet, then 1."""
        found = [math.sqrt(self._cosine(kind, left.features[kind], right.features[kind])) for kind in KINDS]
        return [*found, float(bool(left.outlet) and left.outlet == right.outlet), 1.0]

    def probability(self, left: Side, right: Side) -> float:
        """Return how probable it is that both tell of the same event, 0 to 1."""
        weights = _weights()["headline" if left.bare and right.bare else "text"]
        value = sum(w * x for w, x in zip(weights, self.likenesses(left, right), strict=True))
        return 1 / (1 + math.exp(-value))

    def _cosine(self, kind: str, left: Mapping[str, float], right: Mapping[str, float]) -> float:
        counts, seen = self.counts[kind], self.seen
        if not left or not right:
            return 0.0
        rarity = {f: math.log((seen + BACKGROUND) / (counts[f] + 1)) for f in chain(left, right)}
        shared = sum(w * right[f] * rarity[f] ** 2 for f, w in left.items() if f in right)
        lengths = (sum((w * rarity[f]) ** 2 for f, w in side.items()) for side in (left, right))
        scale = math.sqrt(math.prod(lengths))
        return min(1.0, shared / scale) if scale else 0.0


@cache
def _weights() -> Mapping[str, Sequence[float]]:
    table: Mapping[str, Sequence[float]] = data_table("stories")["pair"]
    return table
