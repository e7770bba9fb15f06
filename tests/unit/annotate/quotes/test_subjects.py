"""Whose verb it is: in front of it, behind it, or parted from it."""

from __future__ import annotations

import pytest
from tests.unit.annotate.quotes.fixtures import said


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Offiziell geht die Reederei davon aus, dass der Hafen öffnet.", "die Reederei"),
        ("Am 19. August hat die Reederei erklärt, dass der Hafen öffnet.", "die Reederei"),
        ("Dem Wirt teilte die Stadt mit, dass er schließen muss.", "die Stadt"),
        ("Ursprünglich hatte Ahlers gehofft, dass der Hafen öffnet.", "Ahlers"),
        ("Jens Ahlers, der die Werft leitet, sagte, dass der Hafen öffnet.", "Jens Ahlers"),
        ("Da die Brücke gesperrt ist, hat die Stadt entschieden, dass der Markt ausfällt.", "die Stadt"),
        ("Den Bericht wies er zurück und betonte, dass der Hafen öffnet.", "er"),
    ],
)
def test_the_subject_is_found_on_either_side_of_the_verb(text: str, speaker: str):
    assert [who for what, who in said(text) if what.startswith("dass")] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ihm wird vorgeworfen, die Kasse geleert zu haben.", None),
        ("Von der Kammer wurde er aufgefordert, die Kasse zu öffnen.", "der Kammer"),
    ],
)
def test_in_the_passive_the_subject_says_nothing(text: str, speaker: str | None):
    assert [who for _, who in said(text)] == [speaker]


def test_a_bare_word_in_front_of_a_verb_in_the_singular_is_no_subject_where_another_follows():
    assert said("Immerfort forderte der Wirt mehr Geld für den Hafen.")[0][1] == "der Wirt"


def test_a_bare_noun_in_front_of_a_verb_in_the_plural_may_be_the_subject():
    assert said("Schlepper fordern den Umbau des Hafens.")[0][1] == "Schlepper"


def test_a_day_with_an_ending_is_a_time():
    assert said("Montagmittag forderte Ahlers den Umbau des Hafens.")[0][1] == "Ahlers"
