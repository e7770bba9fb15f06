"""What verbs and nouns of saying take in German, and what a clause tells itself."""

from __future__ import annotations

import pytest
from tests.unit.annotate.quotes.fixtures import quotes, said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Die Werft erklärte einem Lieferanten, dass sie im Mai schließt.",
            [("dass sie im Mai schließt", "Die Werft")],
        ),
        (
            "Außerdem fordern die Winzer das Land dazu auf, die Hänge zu schützen.",
            [("die Hänge zu schützen", "die Winzer")],
        ),
        (
            "Im März legte er sein Amt nieder und kündigte an, nach Gera zu ziehen.",
            [("nach Gera zu ziehen", "er")],
        ),
        (
            "Der Stadtrat reagierte am Montag auf die Forderung des Wirts Jens Ahlers, den Platz zu sperren.",
            [("den Platz zu sperren", "des Wirts Jens Ahlers")],
        ),
        (
            "Die Kanzlei bemängelte, es fehle an Richtern, die sich damit auskennen.",
            [("es fehle an Richtern, die sich damit auskennen", "Die Kanzlei")],
        ),
    ],
)
def test_a_clause_goes_to_the_verb_or_noun_that_governs_it(text: str, expected: list[tuple[str, str]]):
    assert said(text) == expected


def test_a_that_clause_in_the_subjunctive_is_said_whatever_its_verb_is():
    assert said("Der Pächter wandte sich dagegen, dass der Hof geräumt werde.") == [
        ("dass der Hof geräumt werde", "Der Pächter")
    ]


def test_words_behind_an_addition_go_on_with_what_is_said():
    (quote,) = quotes("Der Damm sei, so Lohse, an drei Stellen undicht.")

    assert quote.text == "Der Damm sei, so Lohse, an drei Stellen undicht"
    assert len(quote.parts) == 2


def test_an_apposition_behind_the_speaker_ends_what_is_said():
    assert said("Der Damm sei dicht, sagte Jens Ahlers, der Leiter der Behörde.")[0][0] == "Der Damm sei dicht"


def test_what_somebody_demands_is_an_account_of_its_own():
    assert said("Die Winzer fordern von der Stadt mehr Geld für die Hänge.") == [
        ("Die Winzer fordern von der Stadt mehr Geld für die Hänge", "Die Winzer")
    ]


@pytest.mark.parametrize(
    "text",
    ["Der Pfarrer kam um acht nach Hause.", "Im Mai wurde der Wirt verurteilt.", "Der Chor warnt die Nachbarn nicht."],
)
def test_what_nobody_says_is_no_account(text: str):
    assert said(text) == []


def test_a_word_that_somebody_is_quoted_with_is_his():
    (quote,) = quotes("Jens Ahlers nannte den Beschluss „mutlos“.")

    assert (quote.text, quote.form) == ("mutlos", "verbatim")
    assert quote.speaker is not None and quote.speaker.text == "Jens Ahlers"


def test_a_name_in_marks_is_no_quote():
    assert said("Jens Ahlers nannte das Schiff „Seeadler“.") == []
    assert said("Die Werft nannte als Beispiel das „Haus am Fluss“.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Die Überschwemmungen haben hundert Todesopfer gefordert.",
        "Das Sieb soll die Müller vor Steinen warnen.",
        "Weitere Proben sind für Montag angekündigt.",
    ],
)
def test_a_demand_of_lives_and_a_plan_are_no_accounts(text: str):
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ahlers meinte, die Reeder hielten sich an den Vertrag.",
            ("die Reeder hielten sich an den Vertrag", "Ahlers"),
        ),
        ("Der Wirt hat gesagt, der Hafen wird zu klein.", ("der Hafen wird zu klein", "Der Wirt")),
    ],
)
def test_a_main_clause_fills_a_verb_of_saying_that_says_nothing_else(text: str, expected: tuple[str, str]):
    assert said(text) == [expected]


@pytest.mark.parametrize(
    "text",
    ["Ahlers sagte seine Reise ab, der Hafen blieb zu.", "Ahlers klagte, aber der Hafen blieb zu."],
)
def test_a_main_clause_behind_a_full_one_is_nobodys_speech(text: str):
    assert said(text) == []


def test_a_verb_of_two_parts_may_want_a_word_between_them_or_not():
    assert said("Ahlers rief die Stadt auf, den Hafen zu öffnen.") == [("den Hafen zu öffnen", "Ahlers")]
    assert said("Ahlers rief die Stadt dazu auf, den Hafen zu öffnen.") == [("den Hafen zu öffnen", "Ahlers")]


def test_an_inquit_behind_goes_before_a_verb_that_is_itself_told():
    assert said("Der Wirt habe gewusst, dass der Keller nass war, sagte Jens Ahlers.")[0][1] == "Jens Ahlers"
