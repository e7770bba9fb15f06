"""A stretch of time in front of "to" begins no range of amounts: "27% in the quarter to $254 million"."""

from __future__ import annotations

from decimal import Decimal

from twosource import read
from twosource.ingest import make_report


def test_the_amount_behind_a_quarter_is_read():
    figures = read(make_report("Net income sank 27% in the quarter to $254 million.", source="x")).figures
    assert [(f.low, f.unit) for f in figures] == [(Decimal(27), "percent"), (Decimal(254_000_000), "USD")]
