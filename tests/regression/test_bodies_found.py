"""Bodies that are found are counted as people."""

from __future__ import annotations

import pytest

from twosource import read
from twosource.ingest import make_report


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "Sju lik er funnet i vraket."),
        ("da", "Syv lig er fundet i vraget."),
        ("nn", "Sju lik er funne i vraket."),
    ],
)
def test_they_are_found_dead(language: str, text: str):
    figures = read(make_report(text, source="x"), language=language).figures
    assert [(str(f.low), f.unit, f.concept) for f in figures] == [("7", "person", "find_dead")]


def test_who_went_aboard_was_aboard():
    happenings = read(
        make_report("Las nueve personas que iban a bordo murieron.", source="x"), language="es"
    ).happenings
    assert [(h.concept, h.modality) for h in happenings] == [("aboard", "happened"), ("death", "happened")]


def test_decades_count_nothing_that_stands_behind_them():
    text = "The vote ended two decades in power in elections on Sunday."
    figures = read(make_report(text, source="x"), language="en").figures
    assert [(str(f.low), f.unit, f.concept) for f in figures] == [("20", "a", None)]


def test_an_article_that_a_mark_cuts_off_is_nobody():
    report = make_report('The ministry condemned the "unfair" verdict.', source="x")
    happenings = read(report, language="en").happenings
    assert [report.read(span) for h in happenings for span in h.whom] == []
