"""A flash: one sentence over an agency's credit line is what the agency passes on, by whom nobody knows."""

from __future__ import annotations

import pytest
from tests.unit.annotate.quotes.fixtures import quotes

from twosource.annotate.stages import read_report
from twosource.model import Quote, Report


def attitudes(text: str, code: str) -> tuple[Quote, ...]:
    return read_report(Report("r1", "test", text, language=code)).attitudes


@pytest.mark.parametrize(
    ("code", "text", "said"),
    [
        ("en", "Two boats sank in the strait.\n\n(Reuters)", "Two boats sank in the strait."),
        ("nb", "To båter sank i sundet.\n\n(NTB)", "To båter sank i sundet."),
        ("da", "To både sank i sundet.\n\n/ritzau/", "To både sank i sundet."),
    ],
)
def test_flash_is_relayed_by_its_agency(code: str, text: str, said: str):
    (flash,) = attitudes(text, code)

    assert (flash.text, flash.act, flash.speaker, flash.origin) == (said, "relays", None, ())


@pytest.mark.parametrize(
    "text",
    [
        "Two boats sank in the strait.",
        "Two boats sank in the strait.\n\nNobody was hurt.\n\n(Reuters)",
        "Two boats sank in the strait, police said.\n\n(Reuters)",
    ],
)
def test_longer_reports_and_those_with_a_speaker_are_no_flash(text: str):
    assert [q for q in attitudes(text, "en") if q.act == "relays"] == []


def test_who_adds_something_behind_his_words_is_who_spoke_them():
    text = "Der Forscher Jan Kempf erklärt es so: „Es gibt zwei Arten von Eis“, und fügt hinzu: „Wir suchen weiter.“"

    assert [q.speaker.name if q.speaker else None for q in quotes(text)] == ["Jan Kempf", "Jan Kempf"]


def test_bare_words_behind_a_sentence_about_a_body_are_its_own():
    text = "Die Polizei will am Sonntag wieder suchen. „Wir brauchen mehr Boote auf dem See.“"

    assert [q.speaker.text if q.speaker else None for q in quotes(text) if q.direct] == ["Die Polizei"]
