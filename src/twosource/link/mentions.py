"""What can be asked about in a report, and the people whom its speakers and authorities name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from twosource.language import Token
from twosource.link.spans import SpanIndex
from twosource.model import Link, Name, Reading, Reason, Span, Speaker

RULE = "link-v1"
SHORTEST = 5
"""Single words of fewer letters are looked up only where the reading has them as names."""

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


def people_said(reading: Reading, is_role: Callable[[str], bool]) -> frozenset[str]:
    """Return the names of people whom the quotes and attributions name; ``is_role`` knows a role's noun."""
    return frozenset(text for _, text in _named_people(reading) if like_a_name(text, is_role))


def spoken_names(reading: Reading, is_role: Callable[[str], bool]) -> list[Name]:
    """Return the people that speakers and authorities name, where the reading has not just that name there."""
    taken = {n.span for n in reading.names}
    found: list[Name] = []
    for span, text in _named_people(reading):
        at = reading.report.text.find(text, span.start, span.end) if like_a_name(text, is_role) else -1
        place = Span(at, at + len(text))
        if at >= 0 and place not in taken:
            taken.add(place)
            found.append(Name(span=place, text=text, kind="person", reason=Reason(rule=f"{RULE}:spoken", score=0.6)))
    return found


def called_bodies(
    reading: Reading, tokens: Sequence[Token], body_at: Callable[[Sequence[Token], int], int | None]
) -> dict[Span, Name]:
    """Return the bodies that links name right behind their kind ("the union Norda"), by their place in the text.

    Args:
        reading: The report.
        tokens: Its tokens.
        body_at: Gives the token behind a body's noun that begins at one of some tokens, None where none does.
    """
    starts = [token.start for token in tokens]
    taken = SpanIndex([n.span for n in reading.names if n.kind in ("person", "organisation")])
    spans = {link.span for each in reading.attributions for link in each.links if link.role in ("body", "person")}
    found: dict[Span, Name] = {}
    for span in sorted(spans, key=lambda each: each.start):
        for index in range(bisect_left(starts, span.start), bisect_left(starts, span.end)):
            first = body_at(tokens, index)
            last = first or index
            while first is not None and last < len(tokens) and _goes_on(tokens, first, last, span.end):
                last += 1
            if first is None or first == last:
                continue
            place = Span(tokens[first].start, tokens[last - 1].end)
            text = reading.report.text[place.start : place.end]
            if not taken.overlapping(place):
                found[place] = Name(place, text, "organisation", Reason(rule=f"{RULE}:called", score=0.7))
            break
    return found


def _goes_on(tokens: Sequence[Token], first: int, index: int, end: int) -> bool:
    """Tell whether a name goes on with a token: a capital, at most three, inside the link."""
    token = tokens[index]
    return index < first + 3 and token.end <= end and token.text[:1].isupper() and token.text.isalnum()


def compound_names(reading: Reading, tokens: Sequence[Token], is_known: Callable[[str], bool]) -> list[Name]:
    """Return the organisations of the tables that begin a compound where the reading has no name: "IAEA-sjef"."""
    names = [name.span for name in reading.names]
    found: list[Name] = []
    taken, whole = SpanIndex(names), set(names)
    for index in [at for at, token in enumerate(tokens[1:-1], 1) if token.text == "-"]:
        token, hyphen, rest = tokens[index - 1 : index + 2]
        if not token.end == hyphen.start < hyphen.end == rest.start or not rest.text[0].islower():
            continue
        span = Span(token.start, token.end)
        free = not taken.overlapping(span) or Span(token.start, rest.end) in whole
        if token.text[0].isupper() and free and is_known(token.text):
            why = Reason(rule=f"{RULE}:compound", score=0.9)
            found.append(Name(span=span, text=token.text, kind="organisation", reason=why))
    return found


def table_names(
    reading: Reading,
    tokens: Sequence[Token],
    longest: Callable[[int, str], str | None],
    is_known: Callable[[str], bool],
) -> list[Name]:
    """Return the organisations of the tables that stand in the text where the reading has no name.

    ``longest`` gives the name of several words that begins at an offset with a word; ``is_known`` tells whether a word
    by itself is the name of a body or company, which short words and words that are written small are not.
    """
    taken = SpanIndex([name.span for name in reading.names])
    found: list[Name] = []
    last = 0
    for token in [token for token in tokens if token.text[0].isupper()]:
        if token.start < last or not (token.text.isalnum() or "-" in token.text):
            continue
        text = longest(token.start, token.text)
        if text is None and len(token.text) >= SHORTEST and is_known(token.text):
            text = token.text
        span = Span(token.start, token.start + len(text or ""))
        if text is not None and not taken.overlapping(span):
            found.append(Name(span, text, "organisation", Reason(rule=f"{RULE}:table", score=0.9)))
            last = span.end
    return found


def like_a_name(text: str, is_role: Callable[[str], bool]) -> bool:
    """Tell whether words could be a person's name: each with a capital but for small ones, none a role's noun."""
    words = text.split()
    if not 1 <= len(words) <= 6 or not words[0][:1].isupper() or words[0].isupper():
        return False
    return all(w[:1].isupper() or len(w) <= 3 for w in words) and not any(is_role(w) for w in words)


def _named_people(reading: Reading) -> Iterator[tuple[Span, str]]:
    """Yield where and how links name people, and speakers by more than one word."""
    for quote in reading.quotes:
        personal = bool(quote.origin) and quote.origin[-1].role == "person"
        if personal and quote.speaker is not None and " " in (quote.speaker.name or quote.speaker.text):
            yield quote.speaker.span, quote.speaker.name or quote.speaker.text
        yield from ((link.span, link.name) for link in quote.origin if link.role == "person")
    for attribution in reading.attributions:
        yield from ((link.span, link.name) for link in attribution.links if link.role == "person")
