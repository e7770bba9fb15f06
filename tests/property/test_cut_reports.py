"""A report is read wherever it was cut off, as feeds cut them: our own reports from any place to any other."""

from __future__ import annotations

from pathlib import Path

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from twosource.ingest import make_report
from twosource.language import codes
from twosource.pipeline import annotate

GOLDEN = Path(__file__).parents[1] / "golden"
REPORTS = [(path.stem[:2], path.read_text("utf-8")) for path in sorted(GOLDEN.glob("cases*/*/*.txt"))]
LONGEST = 800


@st.composite
def pieces(draw: st.DrawFn) -> tuple[str, str]:
    """Return a piece of a report, and its language."""
    language, text = draw(st.sampled_from(REPORTS))
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start, min(len(text), start + LONGEST)))
    return language if language in codes() else "en", text[start:end]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(pieces())
def test_a_piece_of_a_report_is_read(piece: tuple[str, str]):
    language, text = piece
    report = msgspec.structs.replace(make_report(text, source="x"), language=language)

    assert annotate(report).report.text == report.text


def test_a_report_that_ends_with_a_comma_is_read():
    text = "A plan in which guards were allegedly paid to lie has been handed to the police,"
    report = msgspec.structs.replace(make_report(text, source="x"), language="en")

    assert annotate(report).report.text == text
