"""Times of a happening: the same day, or not, with or without a calendar."""

from tests.unit.corroborate.builders import statement, time

from twosource.corroborate.comparison import JOIN
from twosource.corroborate.whens import compare
from twosource.corroborate.windows import Window, distance


def call(report, when, **more):
    return statement(report, "call", kind="when", when=when, **{"alone": True, **more})


def test_one_day_in_both_agrees():
    assert compare(call("r1", time("2020-08-15")), call("r2", time("2020-08-15"))).relation == "agree"


def test_two_days_conflict_or_are_two_events():
    found = compare(call("r1", time("2020-08-15")), call("r2", time("2020-08-16")))

    assert (found.relation, found.readings) == ("conflict", ("conflict", "two_events"))


def test_two_weekdays_differ_without_any_calendar():
    left = call("r1", time("2020-08-01", latest="2020-08-29", weekday=6))
    right = call("r2", time("2020-08-02", latest="2020-08-30", weekday=7))

    assert compare(left, right).readings == ("conflict", "two_events")


def test_one_of_several_calls_on_other_days_is_another_call():
    left = call("r1", time("2020-08-15"), alone=False)

    assert compare(left, call("r2", time("2020-08-16"))).relation == "apart"


def test_one_weekday_in_overlapping_weeks_agrees():
    left = call("r1", time("2020-07-26", latest="2020-08-23", weekday=7))
    right = call("r2", time("2020-08-02", latest="2020-08-30", weekday=7))

    assert compare(left, right).relation == "agree"


def test_a_week_and_a_day_in_it_are_compatible():
    left = call("r1", time("2020-08-10", latest="2020-08-16"))

    assert compare(left, call("r2", time("2020-08-14"))).relation == "compatible"


def test_different_people_speak_against_one_happening():
    left = call("r1", time("2020-08-15"), parties=frozenset({"person:a"}))
    right = call("r2", time("2020-08-16"), parties=frozenset({"person:b"}))

    assert compare(left, right).likeness < JOIN


def test_a_year_apart_is_another_happening():
    left = statement("r1", "election", kind="when", when=time("2020-08-09"), alone=True)
    right = statement("r2", "election", kind="when", when=time("2015-10-11"), alone=True)

    assert compare(left, right).likeness < JOIN


def test_distance_of_open_windows_is_unknown_and_counts_as_none():
    assert distance(Window(None, None), Window(None, None)) == 0


def test_two_days_need_more_than_the_concept_in_common():
    left, right = call("r1", time("2020-08-15")), call("r2", time("2020-08-16"))

    assert compare(left, right).likeness < JOIN
