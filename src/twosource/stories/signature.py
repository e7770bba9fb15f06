"""What a report is about, as weighted features that no language owns: who, where, what, how many, and rare words.

Words are kept as short stems without accents, so that names and cognates of neighbouring languages meet; what the
entities, concepts and numbers of the reading say weighs more.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

import msgspec
from anyascii import anyascii

from twosource.language import Token, tokenize
from twosource.link.places import gazetteer_of
from twosource.model import Reading, Span

KINDS = {"name": 0.32, "proper": 0.18, "word": 0.16, "concept": 0.14, "dated": 0.12, "number": 0.08}
"""The kinds of features, and how much the likeness of two reports in each weighs."""
COUNTRY = 0.4
"""How much a country weighs beside another name: many events share one."""
STEM = 6
SHORTEST = 5
MEDIA = ("agency", "outlet", "reporter", "reprint")
"""Roles of those who report, and are not reported on."""
ASIDE = ("credit", "boilerplate", "dateline")
"""Blocks that are not the news itself."""
LOOSE = ("person", "place", "organisation", "org", "other")
"""Kinds of names that may be taken for one another."""
BELONGING = ("adjective", "inhabitant")
DAY = len("2020-08-15")
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
    day = date.fromisoformat(published[:DAY]) if published and len(published) >= DAY else None
    return Signature(reading.report.id, features, day)


def _lead(reading: Reading) -> int:
    """Return the offset at which the first paragraph ends."""
    ends = [block.span.end for block in reading.blocks if block.kind == "paragraph"]
    return ends[0] if ends else 0


def _weight(feature: str) -> float:
    return COUNTRY if feature.startswith("place:") and len(feature) == len("place:") + 2 else 1.0


def _features(reading: Reading) -> Iterator[tuple[str, str, int]]:
    """Yield each feature of a reading as (kind, feature, offset); who reports it is no feature."""
    media = _media(reading)
    for name in reading.names:
        if name.entity and not any(span.overlaps(name.span) for span in media):
            yield "name", _any_kind(name.entity), name.span.start
            if name.entity.startswith("place:") and "/" in name.entity:
                yield "name", name.entity.partition("/")[0], name.span.start
    tokens = tokenize(reading.report.text, reading.report.body)
    yield from _belonging(reading, tokens)
    for happening in reading.happenings:
        yield "concept", happening.concept, happening.span.start
        for time in reading.times:
            if time.span in happening.when and time.earliest and time.earliest[:10] == (time.latest or "")[:10]:
                yield "dated", f"{happening.concept}@{time.earliest[:10]}", happening.span.start
    for figure in reading.figures:
        if figure.low is not None and figure.low > FEW:
            yield "number", f"{figure.low.normalize()}", figure.span.start
    yield from _words(reading, tokens, media)


def _any_kind(entity: str) -> str:
    """Return the key of a name that no table knows without its kind, which two reports may take differently."""
    kind, _, rest = entity.partition(":")
    return f"name:{rest}" if kind in LOOSE and "/" not in rest and rest.islower() else entity


def _belonging(reading: Reading, tokens: Sequence[Token]) -> Iterator[tuple[str, str, int]]:
    """Yield the territories that adjectives and names of inhabitants tell ("the Russian army").

    Also the places that were not found among the names, as happens where the model of names knows a language little.
    """
    placed = [name.span for name in reading.names if (name.entity or "").startswith("place:")]
    for mention in gazetteer_of(reading.report.language).find(tokens):
        if mention.how in BELONGING:
            yield "name", mention.place.key, mention.span.start
        elif not any(span.overlaps(mention.span) for span in placed):
            yield from (("name", key, mention.span.start) for key in _with_country(mention.place.key))


def _with_country(key: str) -> tuple[str, ...]:
    """Return the key of a place and, for a town, that of its country."""
    country, _, town = key.partition("/")
    return (key, country) if town else (key,)


def _words(reading: Reading, tokens: Sequence[Token], media: Sequence[Span]) -> Iterator[tuple[str, str, int]]:
    """Yield the longer words of the news itself, those with a capital inside a sentence apart."""
    openings = {sentence.span.start for sentence in reading.sentences}
    skipped = [*media, *(block.span for block in reading.blocks if block.kind in ASIDE)]
    for token in tokens:
        if token.text.isalpha() and len(token.text) >= SHORTEST:
            here = Span(token.start, token.end)
            if not any(span.overlaps(here) for span in skipped):
                proper = token.text[0].isupper() and token.start not in openings
                yield "proper" if proper else "word", stem(token.fold), token.start


def _media(reading: Reading) -> list[Span]:
    """Return where a report names agencies and outlets as such."""
    links = [link for found in reading.attributions for link in found.links]
    links += [link for quote in reading.quotes for link in quote.origin]
    spans = {link.span for link in links if link.role in MEDIA} | {credit.span for credit in reading.credits}
    return sorted(spans)
