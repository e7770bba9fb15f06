"""A time that stands before a comma and a conjunction is not that of what stands behind them with its own."""

from __future__ import annotations

import pytest

from twosource import read
from twosource.ingest import make_report


@pytest.mark.parametrize(
    ("language", "text", "times"),
    [
        (
            "nb",
            "Vekteren fikk telefonen klokken 02.10, og naboen var pågrepet ti minutter senere.",
            ["ti minutter senere"],
        ),
        ("nb", "Naboen ble pågrepet klokken 02.10.", ["klokken 02.10"]),
    ],
)
def test_each_half_has_its_time(language: str, text: str, times: list[str]):
    report = make_report(text, source="x")
    (happening,) = (h for h in read(report, language=language).happenings if h.concept == "arrest")
    assert [report.read(span) for span in happening.when] == times
