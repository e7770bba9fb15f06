"""Who is meant: what the cast says of the people, bodies and places of a stretch of text."""

from __future__ import annotations

from twosource.link import Cast
from twosource.model import Quote, Reading, Span

OFFICE = "office:"
"""How the key of an entity begins that is known by its office alone."""


def keys_in(reading: Reading, span: Span, cast: Cast) -> tuple[frozenset[str], frozenset[str]]:
    """Return the keys of the parties (people, bodies, states) and of the places that a stretch names.

    A person or body stands for its party too, so that a president and his country meet.
    """
    parties: set[str] = set()
    places: set[str] = set()
    for entity in cast.mentioned(reading.report.id, span):
        if entity.key is None:
            continue
        (places if entity.kind == "place" else parties).add(entity.key)
        if entity.party:
            parties.add(entity.party)
    return frozenset(parties), frozenset(places)


def speaker_key(quote: Quote, report: str, cast: Cast) -> str | None:
    """Return the key of the one who speaks, or None where nobody is known."""
    if quote.speaker is None:
        return None
    entity = cast.resolve(report, quote.speaker)
    return entity.key if entity else quote.speaker.entity


def speaker_name(quote: Quote, report: str, cast: Cast) -> str | None:
    """Return how the one who speaks is called: by name where one is known, else in the words of the report."""
    if quote.speaker is None:
        return None
    entity = cast.resolve(report, quote.speaker)
    named = entity is not None and not (entity.key or OFFICE).startswith(OFFICE)
    reporter = bool(quote.origin) and quote.origin[-1].role == "reporter"
    if entity is not None and named and not reporter:
        return entity.name
    return quote.speaker.name or quote.speaker.text


def content_of(quote: Quote, reading: Reading, cast: Cast) -> frozenset[str]:
    """Return what no translation changes in a quotation: its numbers, names and concepts."""
    found: set[str] = set()
    for figure in reading.figures:
        if quote.span.covers(figure.span):
            found.add(f"number:{figure.low}:{figure.high}:{figure.unit}")
    for happening in reading.happenings:
        if quote.span.covers(happening.span):
            found.add(f"concept:{happening.concept}")
    parties, places = keys_in(reading, quote.span, cast)
    return frozenset(found | parties | places)
