"""A weekday beside a verb in the present is one to come."""

from __future__ import annotations

import pytest

from twosource import read
from twosource.ingest import make_report


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("nb", "Fra fredag trappes aksjonen opp med 900 medlemmer.", "2022-08-19"),
        ("da", "Fra fredag bliver billetterne dyrere.", "2022-08-19"),
        ("sv", "På fredag införs nya regler.", "2022-08-19"),
        ("nb", "Fredag ble to menn pågrepet.", "2022-08-12"),
    ],
)
def test_the_present_looks_ahead(language: str, text: str, day: str):
    report = make_report(text, source="x")
    assert [time.edtf for time in read(report, language=language, published="2022-08-17").times] == [day]
