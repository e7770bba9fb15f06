"""Words in marks: which are speech, and who is named for them."""

from __future__ import annotations

import pytest
from tests.unit.annotate.quotes.fixtures import quotes, said


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Der Verband der Hafenarbeiter (kurz: „Hafenbund“) tagte am Montag.", "de"),
        ("Die Stadt hat ein neues Museum eröffnet: „Haus am Fluss“.", "de"),
        ("Foreningen (på dansk: »Havnens venner«) holdt møde.", "da"),
    ],
)
def test_a_gloss_in_brackets_and_a_title_behind_a_colon_are_no_speech(text: str, code: str):
    assert said(text, code) == []


def test_an_inquit_behind_the_words_goes_before_what_stands_in_front_of_the_colon():
    text = "Die Gäste waren mit dem Fest zufrieden: „Das war ein guter Abend“, sagte Jens Ahlers."
    assert said(text) == [("Das war ein guter Abend", "Jens Ahlers")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Jens Ahlers wird mit den Worten zitiert: „Wir bauen um.“", "Jens Ahlers"),
        ("Die Zeitung zitierte den Minister Jens Ahlers mit den Worten: „Wir bauen um.“", "den Minister Jens Ahlers"),
        ("Der örtlichen Zeitung sagte Jens Ahlers: „Wir bauen um.“", "Jens Ahlers"),
        ("Den Umbau bezweifelt der Landrat Jens Ahlers: „Wir sind zu arm.“", "der Landrat Jens Ahlers"),
        ("Ein Sprecher der Polizei: „Wir sind zu wenige.“", "Ein Sprecher"),
        ("In dem Bericht heißt es, weil man wartet: „Es fehlt an Geld.“", "dem Bericht"),
    ],
)
def test_who_is_introduced_by_the_words_in_front_of_a_colon(text: str, speaker: str):
    assert [who for _, who in said(text)] == [speaker]


def test_a_medium_that_quotes_somebody_passes_it_on():
    (quote,) = quotes("Die Nachrichtenagentur dpa zitiert Jens Ahlers mit den Worten: „Wir bauen um.“")

    assert [link.name for link in quote.origin] == ["dpa", "Jens Ahlers"]
