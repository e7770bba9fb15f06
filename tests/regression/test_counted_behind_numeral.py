"""A year is not counted by the noun that a number word behind it counts."""

from __future__ import annotations

import msgspec
import pytest

from twosource.ingest import make_report
from twosource.pipeline import annotate


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("nl", "In 2013 kwamen op dat traject zes mensen om."),
        ("de", "Im Jahr 2013 kamen dort sechs Menschen um."),
    ],
)
def test_a_year_is_no_count_of_those_counted_behind_it(code: str, text: str):
    report = msgspec.structs.replace(make_report(text, source="x"), language=code)

    figures = annotate(report).figures

    assert [(str(f.low), f.unit) for f in figures] == [("6", "person")]
