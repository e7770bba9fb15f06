"""The acronym of a body in brackets behind a place is no other word for the place."""

from __future__ import annotations

import msgspec

from twosource.annotate import read_report
from twosource.ingest import make_report
from twosource.link import identify
from twosource.model import Name, Reason, Span


def kinds(text: str, names: dict[str, str]) -> dict[str, str]:
    """Return the kind of each name of a text, where the model found those of ``names``."""
    report = msgspec.structs.replace(make_report(text, source="x"), language="en")
    found = []
    for surface, kind in names.items():
        span = Span(text.index(surface), text.index(surface) + len(surface))
        found.append(Name(span=span, text=surface, kind=kind, reason=Reason(rule="test", score=0.5, spans=(span,))))
    linked = identify(msgspec.structs.replace(read_report(report), names=tuple(found)))
    return {name.text: name.kind for name in linked.names}


def test_an_acronym_of_other_letters_stays_a_body() -> None:
    text = "The Transport Authority of Tarvos (HUTA) closed the bridge."
    assert kinds(text, {"Tarvos": "place", "HUTA": "organisation"})["HUTA"] == "organisation"
