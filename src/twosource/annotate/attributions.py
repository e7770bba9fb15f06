"""Read attributions: on whose authority each stretch of a report stands, nearest first.

Needs: quotes, credits.  Gives: attributions.  Language tables: speech.toml, press.toml.  Rule: attributions-v1.

The report's own credit line is not part of any chain here: it stands above all of them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from twosource.annotate.attributions_reach import find_attested, find_relayed, find_seen, reach_back
from twosource.annotate.draft import Draft
from twosource.annotate.presupposed import find_presupposed
from twosource.annotate.quotes.reader import Reader
from twosource.model import Attribution, Link, Quote, Reading, Reason, Span


def find_attributions(draft: Draft) -> Iterator[Attribution]:
    """Yield every stretch that stands on somebody's authority, in order of position.

    Quotes give what they say to their chain; "Det skriver X" reaches back over the statements before it in its
    paragraph; who measures, counts or forbids is the authority for what he measured, counted or forbade.  What a demand
    or a denial takes for granted stands on no authority: its attribution has no links.
    """
    own = _own(draft)
    found = [a for quote in draft.quotes if (a := _of_quote(quote, own)) is not None]
    found = list(reach_back(draft, found))
    reader = Reader.of(draft)
    if reader.grammar.known:
        found.extend(find_attested(reader, found))
        found = list(find_relayed(reader, list(find_seen(reader, found))))
        found.extend(find_presupposed(reader, draft.quotes))
    found.sort(key=lambda a: (a.span.start, a.span.end))
    yield from _same_sources(found, reader.grammar.same_sources)


def _same_sources(found: list[Attribution], same: frozenset[str]) -> Iterator[Attribution]:
    """Yield the attributions, "the same source" and "according to him" taken for who was the authority before."""
    last: Attribution | None = None
    for each in found:
        if last is not None and each.links and each.links[-1].name.casefold() in same:
            why = Reason("attributions-v1:same", 0.8, "", (each.links[-1].span, *_evidence(last.links)))
            yield Attribution(each.span, last.links, why)
            continue
        last = each if each.links else last
        yield each


def _own(draft: Draft) -> frozenset[str]:
    """Return who the whole report is credited to: its first agency, and the outlet that it is reprinted from."""
    agency = [credit.name for credit in draft.credits if credit.role == "agency"][:1]
    outlets = [c.name for c in draft.credits if c.role == "outlet" and c.reason.rule.endswith((":reprint", ":line"))]
    return frozenset(agency + outlets)


def _of_quote(quote: Quote, own: frozenset[str]) -> Attribution | None:
    """Return the authority for what a quote says, None where the text names nobody."""
    if not quote.origin or quote.form == "heading":
        return None
    links = tuple(link for link in quote.origin[:-1] if link.name not in own) + quote.origin[-1:]
    rule = quote.reason.rule.rsplit(":", 1)[-1]
    if rule == "anaphora" and len(links) > 1 and links[-2].role in ("body", "document", "person"):
        links = (*links[:-2], _originator(links[-2]))
    return Attribution(quote.span, links, Reason(f"attributions-v1:{rule}", quote.reason.score, "", _evidence(links)))


def _originator(link: Link) -> Link:
    return Link(link.name, link.role, link.span, link.reason, "originates", link.entity)


def _evidence(links: tuple[Link, ...]) -> tuple[Span, ...]:
    return tuple(link.span for link in links)


def chain_at(reading: Reading, span: Span) -> tuple[Link, ...]:
    """Return who is the authority for the words at ``span``, nearest first; empty where the report says it itself.

    The narrowest attribution that covers the span decides; else the one that shares most with it, if they share at
    least a quarter of the shorter.  The report's own credits are not included.
    """
    best: Attribution | None = None
    shared = 0
    cut = bisect_right(reading.attributions, span.end, key=lambda a: a.span.start)
    for each in reading.attributions[:cut]:
        common = min(each.span.end, span.end) - max(each.span.start, span.start)
        if common <= 0 or common * 4 < min(len(each.span), len(span)):
            continue
        if best is None or common > shared or (common == shared and len(each.span) <= len(best.span)):
            best, shared = each, common
    return best.links if best is not None else ()
