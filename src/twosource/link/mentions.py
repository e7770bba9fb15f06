"""What can be asked about in a report, and the people whom its speakers and authorities name."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.model import Link, Name, Reading, Reason, Span, Speaker

RULE = "link-v1"

Target = Span | Speaker | Link | Name
"""What can be asked about: a stretch of text, a speaker, a link of a chain, a name."""


def span_of(target: Target) -> Span:
    """Return where a target stands in the text."""
    return target if isinstance(target, Span) else target.span


def text_of(target: Target) -> str | None:
    """Return the name that a target gives, or None where it is a mere stretch of text."""
    if isinstance(target, Speaker):
        return target.name or target.text
    if isinstance(target, Link):
        return target.name
    return target.text if isinstance(target, Name) else None


def people_said(reading: Reading) -> frozenset[str]:
    """Return the full names of people whom the quotes and attributions name."""
    return frozenset(text for _, text in _named_people(reading) if like_a_name(text))


def spoken_names(reading: Reading) -> list[Name]:
    """Return the people that speakers and authorities name, where the reading has not just that name there."""
    taken = {n.span for n in reading.names}
    found: list[Name] = []
    for span, text in _named_people(reading):
        at = reading.report.text.find(text, span.start, span.end) if like_a_name(text) else -1
        place = Span(at, at + len(text))
        if at >= 0 and place not in taken:
            taken.add(place)
            found.append(Name(span=place, text=text, kind="person", reason=Reason(rule=f"{RULE}:spoken", score=0.6)))
    return found


def like_a_name(text: str) -> bool:
    """Tell whether words could be a person's full name: several, each with a capital but for small ones."""
    words = text.split()
    return 2 <= len(words) <= 6 and all(w[:1].isupper() or len(w) <= 3 for w in words) and words[0][:1].isupper()


def _named_people(reading: Reading) -> Iterator[tuple[Span, str]]:
    """Yield where and how speakers and links name people."""
    for quote in reading.quotes:
        if quote.speaker is not None:
            yield quote.speaker.span, quote.speaker.name or quote.speaker.text
        yield from ((link.span, link.name) for link in quote.origin if link.role == "person")
    for attribution in reading.attributions:
        yield from ((link.span, link.name) for link in attribution.links if link.role == "person")
