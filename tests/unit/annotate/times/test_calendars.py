"""The day of a report, and what is known of a time where that day is not."""

from datetime import date, datetime

import pytest

from twosource.annotate.times import report_day
from twosource.annotate.times.calendars import put
from twosource.annotate.times.periods import Period, easter, edtf, of_part, of_season, of_unit, timex3
from twosource.model import Expression


def test_a_day_is_known_and_a_month_is_all_its_days():
    assert report_day("2021-03-05").known
    assert report_day("2013-02-12T04:30").instants == (datetime(2013, 2, 12, 4, 30),)
    month = report_day("2020-02")
    assert not month.known and len(month.instants) == 29 and month.dated
    assert len(report_day("2021").instants) == 365


@pytest.mark.parametrize("published", [None, "", "yesterday", "2021-02-31", "0000-01-01", "2021-13"])
def test_what_is_no_date_is_unknown(published):
    assert not report_day(published).dated


def test_only_the_days_of_the_weekday_are_left():
    day = report_day("2021-03").on(6)
    assert [at.day for at in day.instants] == [6, 13, 20, 27]
    assert report_day("2021-03-05").on(6) == report_day("2021-03-05")


def test_an_undated_report_gives_what_holds_on_any_day():
    placed = put(Expression("offset", (-1,)), report_day(None))
    assert (placed.edtf, placed.from_report, placed.weekday) == (None, -1, None)
    placed = put(Expression("weekday", (6, 8)), report_day(None))
    assert (placed.edtf, placed.from_report, placed.weekday) == (None, None, 6)
    assert put(Expression("year", (1990,)), report_day(None)).edtf == "1990"


@pytest.mark.parametrize(
    ("period", "written"),
    [
        (of_unit(4, date(2021, 3, 6)), "2021-03-01/2021-03-07"),
        (of_unit(10, date(2021, 3, 6)), "2021-03-06/2021-03-07"),
        (of_unit(7, date(2021, 3, 6)), "2021-01/2021-03"),
        (of_unit(8, date(1993, 3, 6)), "199X"),
        (of_unit(9, date(1993, 3, 6)), "19XX"),
        (of_season(2021, 22), "2021-22"),
        (of_part(date(2021, 3, 6), 7), "2021-03-06"),
        (of_unit(5, date(2021, 3, 6))._replace(open=1), "2021-03/.."),
        (Period(datetime(2021, 3, 6, 9, 30), datetime(2021, 3, 6, 11), "clocks"), "2021-03-06T09:30/2021-03-06T11:00"),
    ],
)
def test_periods_are_written_as_edtf(period, written):
    assert edtf(period) == written


def test_parts_of_the_day_have_a_timex3_value():
    assert timex3(of_part(date(2021, 3, 6), 1)) == "2021-03-06TMO"
    assert timex3(of_unit(4, date(2021, 3, 6))) is None


@pytest.mark.parametrize(
    "day", [date(2019, 4, 21), date(2020, 4, 12), date(2021, 4, 4), date(2024, 3, 31), date(2038, 4, 25)]
)
def test_easter(day):
    assert easter(day.year) == day
