"""What is told as said by nobody."""

from __future__ import annotations

from tests.unit.annotate.quotes.fixtures import said


def test_the_modal_with_a_perfect_is_hearsay():
    assert said("Der Mann soll die Kasse geleert haben.") == [("Der Mann soll die Kasse geleert haben", None)]


def test_hearsay_of_somebody_named_is_his():
    assert [who for _, who in said("Der Mann soll laut Polizei die Kasse geleert haben.")] == ["Polizei"]


def test_hearsay_right_behind_somebodys_words_is_his_too():
    text = "Der Mann sei geflohen, sagte Jens Ahlers. Er soll die Kasse geleert haben."

    assert said(text)[1] == ("Er soll die Kasse geleert haben", "Jens Ahlers")
