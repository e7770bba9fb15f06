"""A word is no person because it ends as "man" does; a short clause behind a number is what somebody said."""

from __future__ import annotations

import pytest

from twosource import read
from twosource.ingest import make_report


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        (
            "Human rights groups estimate that 40 farmers died in Lyon.",
            "Human rights groups",
            "that 40 farmers died in Lyon",
        ),
        ("The gunman said that he was angry.", "The gunman", "that he was angry"),
        ("Police said 14 people died.", "Police", "14 people died"),
    ],
)
def test_who_says_it(text: str, speaker: str, words: str):
    report = make_report(text, source="x")
    (quote,) = read(report, language="en").quotes
    assert (quote.speaker and quote.speaker.text, report.read(quote.span)) == (speaker, words)
