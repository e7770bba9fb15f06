"""A dash turn whose inquit names the speaker before the verb ends where the inquit begins."""

from __future__ import annotations

import msgspec
import pytest

from twosource.ingest import make_report
from twosource.pipeline import annotate


@pytest.mark.parametrize(
    ("code", "text", "words", "speaker"),
    [
        ("fi", "– Syy on selvillä, Virtanen sanoo.", "Syy on selvillä", "Virtanen"),
        ("sv", "– Orsaken är klarlagd, Lund vet allt, säger Holm.", "Orsaken är klarlagd, Lund vet allt", "Holm"),
    ],
)
def test_the_turn_ends_before_its_speaker(code: str, text: str, words: str, speaker: str):
    report = msgspec.structs.replace(make_report(text, source="x"), language=code)

    (quote,) = annotate(report).quotes

    assert (report.read(quote.span), quote.form) == (words, "dash")
    assert quote.speaker is not None
    assert quote.speaker.text == speaker
