"""What a demand, a denial or a call takes for granted stands on nobody's authority."""

from __future__ import annotations

import pytest

from twosource.annotate.attributions import chain_at
from twosource.annotate.stages import read_report
from twosource.model import Report, Span


def chain(code: str, text: str, words: str) -> list[str]:
    start = text.index(words)
    reading = read_report(Report("r1", "test", text, language=code))
    return [link.name for link in chain_at(reading, Span(start, start + len(words)))]


@pytest.mark.parametrize(
    ("code", "text", "wish", "granted"),
    [
        ("en", "The union demanded a probe of the leak that injured nine people.", "a probe", "injured nine"),
        ("en", "The union demanded a probe after nine people were injured.", "a probe", "nine people"),
        ("da", "Fagforeningen kræver en undersøgelse af udslippet, der sårede ni.", "en undersøgelse", "sårede ni"),
        ("nb", "Fagforeningen krever granskning av utslippet som skadde ni.", "granskning", "skadde ni"),
        ("sv", "Facket kräver en utredning av utsläppet där nio skadades.", "en utredning", "nio skadades"),
        (
            "de",
            "Die Gewerkschaft fordert eine Prüfung des Unfalls, bei dem neun starben.",
            "eine Prüfung",
            "neun starben",
        ),
    ],
)
def test_what_is_demanded_has_its_speaker_and_what_happened_has_none(code: str, text: str, wish: str, granted: str):
    assert chain(code, text, wish) != []
    assert chain(code, text, granted) == []


def test_what_somebody_tells_is_his_with_its_relative_clauses():
    text = "Police say the fire, which killed six people, was set on purpose."

    assert chain("en", text, "killed six people") == ["Police"]


@pytest.mark.parametrize(
    ("code", "text", "words"),
    [
        ("da", "Borgmesteren opfordrer til ro efter optøjerne, hvor 40 blev anholdt.", "40 blev anholdt"),
        ("nb", "Ordføreren ber om hjelp etter flommen der seks mennesker døde.", "seks mennesker døde"),
    ],
)
def test_a_relative_clause_is_nobody_who_is_asked(code: str, text: str, words: str):
    assert chain(code, text, words) == []
