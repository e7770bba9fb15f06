"""A reading as one JSON line: the contract of ``twosource read --format jsonl``."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import msgspec

from twosource.model import Failure, Figure, Link, Name, Quote, Reading, Span, When
from twosource.render.json import number


def write_reading(reading: Reading) -> bytes:
    """Return a reading as one line of JSON without its line feed; offsets count code points of the text."""
    report = reading.report
    line: dict[str, Any] = {
        "id": report.id,
        "language": report.language,
        "published": report.published,
        "blocks": [{"start": b.span.start, "end": b.span.end, "kind": b.kind} for b in reading.blocks],
        "names": [_name(name) for name in reading.names],
        "times": [_time(time) for time in reading.times],
        "figures": [_figure(figure) for figure in reading.figures],
        "quotes": [_quote(quote, report.text) for quote in _attributed(reading)],
        "happenings": [
            {**_piece(h.span, h.text), "concept": h.concept, "polarity": h.polarity, "modality": h.modality}
            for h in reading.happenings
        ],
        "credits": [
            {"start": c.span.start, "end": c.span.end, "name": c.name, "role": c.role} for c in reading.credits
        ],
        "attributions": [
            {**_piece(a.span, report.read(a.span)), "links": _links(a.links)} for a in reading.attributions
        ],
        "unread": reading.unread,
        "failures": reading.failures,
    }
    return msgspec.json.encode(line)


def write_failure(id: str | int, failure: Failure) -> bytes:
    """Return the line of a report that could not be read: the same fields, empty, and why."""
    kinds = ("blocks", "names", "times", "figures", "quotes", "happenings", "credits", "attributions", "unread")
    empty: dict[str, Any] = dict.fromkeys(kinds, ())
    return msgspec.json.encode({"id": id, "language": None, "published": None, **empty, "failures": (failure,)})


def _piece(span: Span, text: str) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": text}


def _name(name: Name) -> dict[str, Any]:
    return {**_piece(name.span, name.text), "kind": name.kind, "name": name.name, "entity": name.entity}


def _time(time: When) -> dict[str, Any]:
    line = {**_piece(time.span, time.text), "edtf": time.edtf, "grain": time.grain, "rule": time.rule}
    if time.timex3 is not None:
        line["timex3"] = time.timex3
    if time.weekday is not None:
        line["weekday"] = time.weekday
    return line


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        **_piece(figure.span, figure.text),
        "low": _decimal(figure.low),
        "high": _decimal(figure.high),
        "unit": figure.unit,
        "approximate": figure.approximate,
        "vague": figure.vague,
        "of": figure.of,
        "concept": figure.concept,
    }


def _decimal(value: Decimal | None) -> msgspec.Raw | None:
    return None if value is None else number(value)


def _attributed(reading: Reading) -> list[Quote]:
    """Return utterances and attitudes in order of position."""
    return sorted([*reading.quotes, *reading.attitudes], key=lambda quote: (quote.span.start, quote.span.end))


def _quote(quote: Quote, text: str) -> dict[str, Any]:
    speaker, cue = quote.speaker, quote.cue
    return {
        **_piece(quote.span, quote.text),
        "direct": quote.direct,
        "form": quote.form,
        "act": quote.act,
        "speaker": speaker and {**_piece(speaker.span, speaker.text), "name": speaker.name, "entity": speaker.entity},
        "cue": cue and _piece(cue, text[cue.start : cue.end]),
        "origin": _links(quote.origin),
    }


def _links(links: Iterable[Link]) -> list[dict[str, Any]]:
    return [{"name": link.name, "role": link.role, "act": link.act, "entity": link.entity} for link in links]
