"""Feasts are on the days that the calendars of their people say."""

import pytest

from twosource.annotate.times.feasts import feasts, hebrew, in_year, islamic

NUMBERS = {row["id"]: number for number, row in feasts().items()}


def days(name, year, eve=0):
    return [(str(period.first), str(period.last)) for period in in_year(NUMBERS[name], year, eve)]


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("rosh_hashanah", "2023-09-16"),
        ("yom_kippur", "1973-10-06"),
        ("passover", "2021-03-28"),
        ("purim", "2024-03-24"),
        ("hanukkah", "2024-12-26"),
        ("tisha_bav", "2018-07-22"),
        ("yom_haatzmaut", "2018-04-19"),
        ("ramadan", "2021-04-13"),
        ("eid_al_fitr", "2024-04-10"),
        ("eid_al_adha", "2022-07-09"),
        ("diwali", "2020-11-14"),
        ("holi", "2019-03-21"),
        ("chinese_new_year", "2024-02-10"),
        ("mid_autumn_festival", "2020-10-01"),
        ("qingming", "2021-04-04"),
        ("orthodox_easter", "2021-05-02"),
        ("orthodox_good_friday", "2024-05-03"),
        ("black_friday", "2019-11-29"),
        ("kings_day_of_the_netherlands", "2014-04-26"),
        ("kings_day_of_the_netherlands", "2021-04-27"),
        ("parsi_new_year", "2022-08-16"),
    ],
)
def test_the_first_day_of_a_feast(name, day):
    assert day in [first for first, _ in days(name, int(day[:4]))]


def test_an_islamic_feast_can_come_twice_a_year_or_not_at_all():
    assert len(days("eid_al_fitr", 2000)) == 2
    assert all(0 < len(days("ramadan", year)) < 3 for year in range(1950, 2050))


def test_a_feast_reckoned_from_sunset_begins_on_its_eve():
    assert days("yom_kippur", 2018, eve=1) == [("2018-09-18", "2018-09-18")]
    assert days("hanukkah", 2018, eve=1) == [("2018-12-02", "2018-12-10")]
    assert days("diwali", 2019, eve=1) == days("diwali", 2019)


def test_a_table_says_nothing_beyond_its_years():
    assert days("diwali", 1950) == []


def test_outside_the_table_islamic_days_are_of_the_tabular_calendar():
    assert str(islamic(1, 1, 1)) == "0622-07-19"
    assert str(islamic(1300, 1, 1)) == "1882-11-12"


def test_hebrew_years_have_their_lengths():
    lengths = {(hebrew(year + 1, 1, 1) - hebrew(year, 1, 1)).days for year in range(5600, 5900)}
    assert lengths == {353, 354, 355, 383, 384, 385}
    assert {hebrew(year, 1, 1).isoweekday() for year in range(5600, 5900)} == {1, 2, 4, 6}


def test_numbers_and_names_are_unique():
    assert len(NUMBERS) == len(feasts())


def test_feasts_in_the_news(read):
    (when,) = read("The attack came on Yom Kippur 1973.", "en").times
    assert (when.text, when.edtf) == ("Yom Kippur 1973", "1973-10-06")
    (when,) = read("Under ramadan ble det roligere.", "nb", "2021-05-20").times
    assert when.edtf == "2021-04-13/2021-05-12"
