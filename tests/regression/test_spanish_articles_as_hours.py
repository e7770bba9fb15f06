"""The words "las diez" are an hour behind "a", and ten of what stands behind it elsewhere."""

from __future__ import annotations

import pytest

from twosource import read
from twosource.ingest import make_report


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("En el choque murieron las diez personas del autobús.", []),
        ("La reunión acabó a las diez de la noche.", ["a las diez de la noche"]),
        ("Empezó antes de las ocho.", ["antes de las ocho"]),
    ],
)
def test_the_hour_stands_behind_its_preposition(text: str, times: list[str]):
    report = make_report(text, source="x")
    assert [report.read(time.span) for time in read(report, language="es").times] == times
