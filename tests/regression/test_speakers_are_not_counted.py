"""Those who speak are no count of what they speak of: "two people familiar with the matter said"."""

from __future__ import annotations

from twosource import compare
from twosource.ingest import make_report


def test_the_number_of_unnamed_speakers_is_no_fact():
    text = "The tax office will cut 400 jobs this year, two people familiar with the matter said on Wednesday."
    (story,) = compare(make_report(text, source="a.txt")).stories
    assert [a.figure.low for f in story.facts if f.kind == "figure" for a in f.accounts] == [400]
