"""Authorities that an according-to stands behind."""

from __future__ import annotations

import pytest
from tests.unit.annotate.quotes.fixtures import said


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Der Hafen bleibt Angaben der Reederei zufolge zu.", "der Reederei"),
        ("Der Reederei zufolge bleibt der Hafen zu.", "Der Reederei"),
        ("Seiner Meinung nach bleibt der Hafen zu.", "Seiner Meinung"),
    ],
)
def test_the_authority_stands_in_front(text: str, speaker: str):
    ((_, who),) = said(text)

    assert who == speaker


def test_after_is_no_according_to():
    assert said("Zwei Monate nach der Flut liegt der Hafen still.") == []
    assert said("Der Weg nach Gera ist gesperrt.") == []


def test_a_noun_with_a_capital_is_no_verb_of_the_same_form():
    assert said("Angaben zufolge brannte der Schuppen nieder.") == [("brannte der Schuppen nieder", "Angaben")]


def test_a_noun_in_front_of_a_time_is_no_authority():
    assert said("Im Archiv liegen Studien nach der Flut.") == []


def test_what_is_unconfirmed_stays_hearsay():
    assert said("Unbestätigten Berichten zufolge brannte der Hafen nieder.")[0][1] is None
