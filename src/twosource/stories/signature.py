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

KINDS = {"name": 0.38, "proper": 0.22, "word": 0.16, "concept": 0.16, "number": 0.08}
"""The kinds of features, and how much the likeness of two reports in each weighs."""
COUNTRY = 0.4
"""How much a country weighs beside another name: many events share one."""
STEM = 6
SHORTEST = 5
FEW = 2
"""Numbers up to this one are in every report."""


class Signature(msgspec.Struct, frozen=True):
    """A report's features with their weights, by kind, and the day on which it was published (None where not known)."""

    report: str
    features: Mapping[str, Mapping[str, float]]
    day: date | None


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return the first letters of a word, in plain ASCII."""
    return str(anyascii(word)).casefold()[:STEM]


def sign(reading: Reading) -> Signature:
    """Return the signature of a linked reading."""
    lead = _lead(reading)
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    for kind, feature, offset in _features(reading):
        counts[kind][feature] += 2 if offset < lead else 1
    features = {kind: {f: _weight(f) * (1 + math.log(n)) for f, n in found.items()} for kind, found in counts.items()}
    published = reading.report.published
    day = date.fromisoformat(published) if published and len(published) == 10 else None
    return Signature(reading.report.id, features, day)


def _lead(reading: Reading) -> int:
    """Return the offset at which the first paragraph ends."""
    ends = [block.span.end for block in reading.blocks if block.kind == "paragraph"]
    return ends[0] if ends else 0


def _weight(feature: str) -> float:
    return COUNTRY if feature.startswith("place:") and len(feature) == len("place:") + 2 else 1.0


def _features(reading: Reading) -> Iterator[tuple[str, str, int]]:
    """Yield each feature of a reading as (kind, feature, offset)."""
    for name in reading.names:
        if name.entity:
            yield "name", name.entity, name.span.start
    for happening in reading.happenings:
        yield "concept", happening.concept, happening.span.start
    for figure in reading.figures:
        if figure.low is not None and figure.low > FEW:
            yield "number", f"{figure.low.normalize()}", figure.span.start
    openings = {sentence.span.start for sentence in reading.sentences}
    for token in tokenize(reading.report.text, reading.report.body):
        if token.text.isalpha() and len(token.text) >= SHORTEST:
            proper = token.text[0].isupper() and token.start not in openings
            yield "proper" if proper else "word", stem(token.fold), token.start
