"""Inquits behind what was said."""

from __future__ import annotations

import pytest
from tests.unit.annotate.quotes.fixtures import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "„Der Hafen von Hamburg bleibt zu“, gab ein Sprecher der Reederei bekannt.",
            ("Der Hafen von Hamburg bleibt zu", "ein Sprecher der Reederei"),
        ),
        ("Der Hafen bleibe zu, so die Reederei.", ("Der Hafen bleibe zu", "die Reederei")),
        ("Der Hafen bleibt zu, hat Ahlers gesagt.", ("Der Hafen bleibt zu", "Ahlers")),
    ],
)
def test_the_speaker_stands_behind_his_words(text: str, expected: tuple[str, str]):
    assert said(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Jens Ahlers, der Chef der Werft, begrüßte die Gäste.",
        "Falls der Hafen schließt, droht der Stadt ein Verlust.",
        "Es kamen 300 Leute, so viele wie nie.",
    ],
)
def test_a_verb_behind_a_phrase_or_condition_is_no_inquit(text: str):
    assert said(text) == []
