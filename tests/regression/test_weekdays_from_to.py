"""Two weekdays of one stretch lie in order, though each alone is the latest such day."""

from __future__ import annotations

import msgspec
import pytest

from twosource.ingest import make_report
from twosource.pipeline import annotate


@pytest.mark.parametrize(
    ("language", "text", "prefer", "edtf"),
    [
        ("en", "The strike lasted from Monday to Friday.", "past", "2022-08-08/2022-08-12"),
        ("nb", "Mellom mandag og fredag regnet det.", "past", "2022-08-08/2022-08-12"),
        ("en", "The strike lasted from Monday to Wednesday.", "past", "2022-08-15/2022-08-17"),
        ("en", "The fair runs from Friday to Tuesday.", "future", "2022-08-19/2022-08-23"),
    ],
)
def test_the_later_weekday_is_not_before_the_earlier(language: str, text: str, prefer: str, edtf: str):
    report = msgspec.structs.replace(make_report(text, source="x"), language=language, published="2022-08-17")
    assert [time.edtf for time in annotate(report, prefer=prefer).times] == [edtf]
