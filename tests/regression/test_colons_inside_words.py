"""A colon inside a word or a time of day ends no clause."""

from __future__ import annotations

import pytest

from twosource import read
from twosource.ingest import make_report


@pytest.mark.parametrize(
    ("language", "text", "clause"),
    [
        ("sv", "Den förra vd:n greps i går kväll.", "Den förra vd:n greps i går kväll."),
        ("en", "At 4:20 the mayor was arrested.", "At 4:20 the mayor was arrested."),
        ("en", "The judge said: four people died.", "four people died."),
    ],
)
def test_the_clause_runs_over_it(language: str, text: str, clause: str):
    report = make_report(text, source="x")
    (happening,) = read(report, language=language).happenings
    assert report.read(happening.clause) == clause
