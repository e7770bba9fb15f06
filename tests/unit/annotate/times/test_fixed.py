"""Whether the day of telling matters to a time, and that trying fewer days changes nothing."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from twosource.annotate.times.calendars import ReportDay, put
from twosource.annotate.times.programs import is_fixed
from twosource.model import Expression

FIXED = [
    Expression("year month_of day_of", (2019, 4, 3)),
    Expression("year quarter_of since", (2020, 2)),
    Expression("decade", (1980,)),
]
MOVING = [
    Expression("weekday", (5, 8)),
    Expression("offset", (-1,)),
    Expression("month", (4, 8)),
    Expression("unit", (4, -1)),
]


def days(*, dated: bool) -> ReportDay:
    return ReportDay(tuple(datetime(2021, 1, 4) + timedelta(days=n) for n in range(56)), dated=dated)


@pytest.mark.parametrize("expression", FIXED)
def test_a_full_date_takes_nothing_from_the_day(expression):
    assert is_fixed(expression)
    (first,) = {put(expression, ReportDay((at,), dated=True))._replace(from_report=None) for at in days(dated=True)[0]}
    assert put(expression, days(dated=True)) == put(expression, days(dated=False)) == first


@pytest.mark.parametrize("expression", MOVING)
def test_what_counts_from_the_day_does(expression):
    assert not is_fixed(expression)
    places = {put(expression, ReportDay((at,), dated=True)).edtf for at in days(dated=True)[0]}
    assert len(places) > 1
    assert put(expression, days(dated=False)).edtf is None


def test_what_holds_on_any_day_is_told_without_one():
    placed = put(Expression("weekday", (5, 8)), days(dated=False))
    assert (placed.weekday, placed.from_report) == (5, None)
    assert put(Expression("offset", (-1,)), days(dated=False)).from_report == -1
