"""Who speaks next by the words in front of a colon, and whom a sentence is about."""

from __future__ import annotations

import pytest
from tests.unit.annotate.quotes.fixtures import said


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Dazu erklärte Ahlers: „Der Hafen bleibt zu.“", "Ahlers"),
        ("2019 sagte sie zu einem Plan für den Damm: „Er hält.“", "sie"),
        ("Die Beschwerden lobte Jens Ahlers mit den Worten: „Gut gebrüllt.“", "Jens Ahlers"),
    ],
)
def test_the_subject_of_the_last_verb_of_saying_is_introduced(text: str, speaker: str):
    assert said(text)[0][1] == speaker


def test_so_in_front_of_a_colon_is_no_verb():
    assert said("Den Ausfall erklärte die Reederei so: „Der Hafen ist zu.“")[0][1] == "die Reederei"
