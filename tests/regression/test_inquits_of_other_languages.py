"""Inquits that other languages write in their own way: hung pronouns, dashes without a comma, conjunctions in front."""

from __future__ import annotations

import msgspec
import pytest

from twosource.ingest import make_report
from twosource.model import Reading
from twosource.pipeline import annotate


def read(text: str, code: str) -> Reading:
    report = make_report(text, source="x")
    return annotate(msgspec.structs.replace(report, language=code, published="2021-03-04"))


def said(text: str, code: str) -> list[tuple[str, str | None]]:
    return [(q.text, q.speaker.text if q.speaker else None) for q in read(text, code).quotes]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("« Le pont tiendra », a-t-il ajouté.", "il"),
        ("« Le pont tiendra », a-t-elle dit à la presse.", "elle"),
        ("« Le pont tiendra », dit-il.", "il"),
        ("« Le pont tiendra », ajoute-t-elle.", "elle"),
    ],
)
def test_a_french_pronoun_hung_on_the_verb_speaks(text: str, speaker: str):
    assert said(text, "fr") == [("Le pont tiendra", speaker)]


@pytest.mark.parametrize("dash", ["–", "-", "—"])
def test_a_polish_inquit_stands_behind_a_spaced_dash(dash: str):
    assert said(f"{dash} Most będzie zamknięty do maja {dash} dodał rzecznik Jan Kowal.", "pl") == [
        ("Most będzie zamknięty do maja", "rzecznik Jan Kowal")
    ]


def test_polish_agency_copy_has_no_mark_in_front_and_names_the_agency_without_a_preposition():
    (quote,) = read("Most będzie zamknięty do maja - powiedział PAP rzecznik miasta Jan Kowal.", "pl").quotes

    assert quote.text == "Most będzie zamknięty do maja"
    assert quote.speaker is not None and quote.speaker.name == "Jan Kowal"
    assert quote.medium is not None and quote.medium.name == "PAP"


def test_a_verb_alone_behind_a_dash_is_no_speech():
    turns = said("– Most jest gotowy – powiedział burmistrz Adam Lis. – Potem zobaczymy – dodał.", "pl")

    assert [text for text, _ in turns] == ["Most jest gotowy", "Potem zobaczymy"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Silta on heikko, mutta Matti Laine sanoi, että se kestää.", ("että se kestää", "Matti Laine")),
        ("Silta suljetaan, sillä poliisi kertoi, että se on heikko.", ("että se on heikko", "poliisi")),
        ("Joten Matti Laine sanoi, että silta kestää.", ("että silta kestää", "Matti Laine")),
    ],
)
def test_a_conjunction_begins_no_finnish_speaker(text: str, expected: tuple[str, str]):
    assert said(text, "fi") == [expected]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('„De haven blijft dicht", zei Jan Visser in Utrecht.', "nl"),
        ('„Der Hafen bleibt zu", sagte Jan Visser in Kiel.', "de"),
        ('Jan Visser sagte in Kiel: „Der Hafen bleibt zu". Danach ging er.', "de"),
    ],
)
def test_a_straight_mark_closes_a_low_one(text: str, code: str):
    ((words, speaker),) = said(text, code)

    assert words in {"De haven blijft dicht", "Der Hafen bleibt zu"}
    assert speaker is not None and speaker.startswith("Jan Visser")


@pytest.mark.parametrize("head", ["Kiel (AFP) ", "KIEL (dpa) ", "(AFP) ", "Frankfurt am Main (AFP) "])
def test_a_dateline_without_a_dash_is_nobodys_speech(head: str):
    assert said(f"{head}Fünf Menschen sind verletzt worden, teilte die Polizei mit.", "de") == [
        ("Fünf Menschen sind verletzt worden", "die Polizei")
    ]
