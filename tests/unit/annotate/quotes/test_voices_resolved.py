"""Whom nouns and pronouns without a name of their own mean: "I" outside of marks, "the party leader", "the channel"."""

from __future__ import annotations

import pytest
from tests.unit.annotate.quotes.fixtures import quotes


def names(text: str, code: str) -> list[str | None]:
    return [q.speaker.name if q.speaker else None for q in quotes(text, code)]


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        (
            "nb",
            "KrF-leder Nora Vik møtte pressen i går. Frp-leder Odd Lie kom senere. "
            "– Vi venter til våren, sier KrF-lederen.",
            "Nora Vik",
        ),
        ("nn", "Bømlo-trenar Odd Lie er ikkje nøgd. – Vi spelte for dårleg, seier Bømlo-trenaren.", "Odd Lie"),
    ],
)
def test_role_tied_to_a_body_means_who_had_it_there(code: str, text: str, name: str):
    assert names(text, code)[-1] == name


def test_role_of_another_body_is_somebody_else():
    text = "KrF-leder Nora Vik møtte pressen i går. – Vi venter til våren, sier Frp-lederen."

    assert names(text, "nb") != ["Nora Vik"]


def test_bare_noun_of_a_medium_means_the_one_named_last():
    text = "CNN har talt opp alle stemmene i Ohio. Ifølge TV-kanalen er valget avgjort."

    assert names(text, "nb") == ["CNN"]


def test_i_behind_own_words_means_who_spoke_them():
    text = "– Båten var jo ødelagt, sier Nora Vik.\n\nJeg sier at vi burde ha ventet på hjelp."

    assert names(text, "nb") == ["Nora Vik", "Nora Vik"]


def test_i_without_own_words_before_means_nobody_known():
    text = "Nora Vik kom til Bergen i går.\n\nJeg sier at vi burde ha ventet på hjelp."

    assert names(text, "nb") == [None]
