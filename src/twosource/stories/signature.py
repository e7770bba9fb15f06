"""What a report is about, as weighted features that no language owns: who, where, what, how many, and rare words.

Words are kept as short stems without accents, so that names and cognates of neighbouring languages meet; what the
entities, concepts and numbers of the reading say weighs more.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache

import msgspec
from anyascii import anyascii

from twosource.language import tokenize
from twosource.model import Reading

WEIGHTS = {
    "person": 3.0,
    "organisation": 1.8,
    "place": 2.2,
    "country": 0.8,
    "other": 1.2,
    "concept": 0.7,
    "number": 0.8,
    "word": 0.6,
}
"""How much a feature of each kind weighs before its rarity; chosen by what desks go by, not fitted."""
STEM = 6
SHORTEST = 5
LEAD = 1.5
"""How much more a feature of the headline or the lead weighs."""


class Signature(msgspec.Struct, frozen=True):
    """A report's features with their weights, and the day on which it was published (None where not known)."""

    report: str
    features: Mapping[str, float]
    day: date | None


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return the first letters of a word, in plain ASCII."""
    return str(anyascii(word)).casefold()[:STEM]


def sign(reading: Reading) -> Signature:
    """Return the signature of a linked reading."""
    lead = _lead(reading)
    counts: Counter[str] = Counter()
    for feature, offset in _features(reading):
        counts[feature] += 2 if offset < lead else 1
    features = {feature: _weight(feature) * (1 + math.log(count)) for feature, count in counts.items()}
    published = reading.report.published
    day = date.fromisoformat(published) if published and len(published) == 10 else None
    return Signature(reading.report.id, features, day)


def _lead(reading: Reading) -> int:
    """Return the offset at which the first paragraph ends."""
    ends = [block.span.end for block in reading.blocks if block.kind == "paragraph"]
    return ends[0] if ends else 0


def _weight(feature: str) -> float:
    return WEIGHTS[feature.partition("|")[0]]


def _features(reading: Reading) -> Iterator[tuple[str, int]]:
    """Yield each feature of a reading with the offset where it stands."""
    for name in reading.names:
        kind = "country" if _is_country(name.entity) else name.kind
        yield f"{kind}|{name.entity or stem(name.text)}", name.span.start
    for happening in reading.happenings:
        yield f"concept|{happening.concept}", happening.span.start
    for figure in reading.figures:
        if figure.low is not None and figure.low > 2:
            yield f"number|{figure.low}", figure.span.start
    for token in tokenize(reading.report.text, reading.report.body):
        if len(token.text) >= SHORTEST and token.text.isalpha():
            yield f"word|{stem(token.fold)}", token.start


def _is_country(entity: str | None) -> bool:
    """Tell whether a key is that of a country: its code has two letters."""
    return entity is not None and entity.startswith("place:") and len(entity) == len("place:") + 2
