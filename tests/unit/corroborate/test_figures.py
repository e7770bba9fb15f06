"""Figures: which are about the same thing, and which can both hold."""

import pytest
from tests.unit.corroborate.builders import amount, statement, time

from twosource.corroborate.comparison import JOIN
from twosource.corroborate.figures import compare


def test_equal_numbers_agree():
    found = compare(statement(figure=amount("5")), statement("r2", figure=amount("5")))

    assert (found.relation, found.readings) == ("agree", ())
    assert found.likeness >= JOIN


def test_the_same_open_bound_agrees():
    left = statement(concept="vote_share", figure=amount("80+", unit="percent"))
    right = statement("r2", "vote_share", figure=amount("80+", unit="percent"))

    assert compare(left, right).relation == "agree"


def test_a_bound_and_a_number_above_it_can_both_hold():
    found = compare(statement(figure=amount("100+")), statement("r2", figure=amount("135")))

    assert (found.relation, found.readings) == ("compatible", ("vaguer",))


def test_an_order_of_magnitude_apart_is_a_conflict_with_its_readings():
    left = statement(concept="arrest", figure=amount("7000+"))
    right = statement("r2", "arrest", figure=amount("100", "999", vague=True))

    found = compare(left, right)

    assert found.relation == "conflict"
    assert set(found.readings) == {"conflict", "vaguer", "other_scope"}
    assert found.likeness >= JOIN


def test_one_at_a_place_is_a_part_of_all():
    left = statement(figure=amount("1", scope="place"))
    right = statement("r2", figure=amount("2+", scope="cumulative"))

    found = compare(left, right)

    assert (found.relation, found.readings) == ("compatible", ("other_scope",))


FIRST = frozenset({"r1"})


def test_a_toll_that_grew_from_one_day_to_the_next_is_an_update():
    found = compare(statement(figure=amount("2")), statement("r2", figure=amount("3"), earlier=FIRST))

    assert (found.relation, found.readings) == ("compatible", ("later_update",))


def test_a_toll_above_the_bound_of_the_day_before_is_an_update():
    found = compare(statement(figure=amount("9+")), statement("r2", figure=amount("34"), earlier=FIRST))

    assert (found.relation, found.readings) == ("compatible", ("later_update", "vaguer"))


def test_a_bound_of_the_day_after_is_only_vaguer():
    found = compare(statement(figure=amount("34")), statement("r2", figure=amount("9+"), earlier=FIRST))

    assert (found.relation, found.readings) == ("compatible", ("vaguer",))


def test_a_toll_that_fell_from_one_day_to_the_next_is_a_conflict():
    assert (
        compare(statement(figure=amount("3")), statement("r2", figure=amount("2"), earlier=FIRST)).relation
        == "conflict"
    )


def test_missing_may_fall():
    left = statement(concept="missing", figure=amount("26"))

    assert compare(left, statement("r2", "missing", figure=amount("10"), earlier=FIRST)).readings == ("later_update",)


def test_two_tolls_of_one_day_conflict():
    left = statement(figure=amount("2"), published="2021-10-14")

    assert compare(left, statement("r2", figure=amount("3"), published="2021-10-14")).relation == "conflict"


def test_reports_without_a_day_may_be_of_two_days():
    found = compare(statement(figure=amount("2")), statement("r2", figure=amount("3")))

    assert (found.relation, found.readings) == ("compatible", ("later_update", "conflict"))


def test_a_distance_does_not_move_with_time():
    left = statement(concept="distance", figure=amount("200", unit="km"), published="2021-10-14")
    right = statement("r2", "distance", figure=amount("160", unit="km"), published="2021-10-15")

    assert compare(left, right).relation == "conflict"


def test_units_of_one_kind_are_converted():
    left = statement(concept="extent", figure=amount("1+", unit="km"))
    right = statement("r2", "extent", figure=amount("1000+", unit="m"))

    assert compare(left, right).relation == "agree"


def test_a_round_number_is_the_exact_one_rounded():
    left = statement(concept="aboard", figure=amount("1300", approximate=True))
    right = statement("r2", "aboard", figure=amount("1373"))

    found = compare(left, right)

    assert (found.relation, found.readings) == ("compatible", ("vaguer",))


def test_a_round_number_is_not_the_next_round_number():
    left = statement(concept="strike", figure=amount("1400", approximate=True))

    assert compare(left, statement("r2", "strike", figure=amount("1500"))).relation == "conflict"


def test_two_tolls_of_one_place_contradict_each_other():
    here = frozenset({"place:x"})
    left = statement(figure=amount("13", scope="place"), places=here)

    assert compare(left, statement("r2", figure=amount("20+"), places=here)).relation == "conflict"


def test_a_part_of_another_count_is_no_part_of_this_one():
    part = statement(figure=amount("2", scope="part"), partial=False)

    assert compare(part, statement("r2", figure=amount("3"))).likeness >= JOIN


def test_plain_numbers_of_one_kind_of_people_meet_where_each_is_the_only_one():
    left = statement(concept="number", figure=amount("150", counted="pilot"), sole=True)
    right = statement("r2", "strike", figure=amount("140", counted="pilot"), sole=True)

    assert compare(left, right).relation == "conflict"


def test_plain_numbers_of_several_such_people_stay_apart():
    left = statement(concept="number", figure=amount("150", counted="pilot"), sole=False)
    right = statement("r2", "strike", figure=amount("140", counted="pilot"), sole=True)

    assert compare(left, right).relation == "apart"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (statement(figure=amount("5")), statement("r2", "missing", figure=amount("5"))),
        (statement(figure=amount("5")), statement("r2", figure=amount("5", unit="EUR"))),
        (
            statement(figure=amount("4", counted="woman")),
            statement("r2", figure=amount("4", counted="man")),
        ),
    ],
    ids=["another concept", "another unit", "women and men"],
)
def test_different_things_stay_apart(left, right):
    assert compare(left, right).relation == "apart"


def test_an_event_of_years_ago_is_not_joined():
    left = statement(figure=amount("116"), when=time("1893-01-01", latest="1893-12-31"))
    right = statement("r2", figure=amount("7"), when=time("2020-12-30"))

    assert compare(left, right).likeness < JOIN


def test_numbers_of_different_places_are_not_joined_unless_equal():
    left = statement(figure=amount("43"), places=frozenset({"place:a"}))
    right = statement("r2", figure=amount("90+"), places=frozenset({"place:b"}))

    assert compare(left, right).likeness < JOIN


def test_a_number_given_as_exact_is_not_rounded_to_meet_another():
    left = statement(concept="distance", figure=amount("200", unit="km"))
    right = statement("r2", "distance", figure=amount("160", unit="km", approximate=True))

    assert compare(left, right).relation == "conflict"


def test_a_rare_amount_is_the_same_whatever_its_verb():
    left = statement(concept="mass", figure=amount("2750", unit="t"))

    assert compare(left, statement("r2", "fire", figure=amount("2750", unit="t"))).relation == "agree"


def test_as_many_killed_as_arrested_are_two_things():
    left = statement(concept="death", figure=amount("120"))

    assert compare(left, statement("r2", "arrest", figure=amount("120"))).relation == "apart"


def test_millions_are_round_to_half_their_last_digit():
    left = statement(concept="profit", figure=amount("1840000000", unit="DKK"))

    assert compare(left, statement("r2", "profit", figure=amount("1800000000", unit="DKK"))).relation == "compatible"
    assert compare(left, statement("r2", "profit", figure=amount("1900000000", unit="DKK"))).relation == "conflict"


def test_percent_and_percentage_points_are_two_things():
    left = statement(concept="turnout", figure=amount("3", unit="percent"))
    right = statement("r2", "turnout", figure=amount("3", unit="percent", counted="percentage_point"))

    assert compare(left, right).relation == "apart"


def test_years_and_months_of_a_sentence_are_compared():
    left = statement(concept="sentence", figure=amount("2", unit="a"))

    assert compare(left, statement("r2", "sentence", figure=amount("24", unit="mo"))).relation == "agree"


def test_counts_of_days_of_their_own_are_of_two_happenings():
    sunday, wednesday = time("2021-05-02"), time("2021-05-05")
    left = statement(figure=amount("18"), when=sunday, dated=True)
    right = statement("r2", figure=amount("38"), when=wednesday, dated=True)

    assert compare(left, right).relation == "apart"


def test_a_sum_of_many_days_is_not_the_count_of_one():
    left = statement(figure=amount("18"), when=time("2021-05-02"), dated=True)

    assert compare(left, statement("r2", figure=amount("50+"), total=True)).relation == "apart"


def test_dwellings_and_buildings_are_one_thing_where_neither_report_counts_both():
    left = statement(concept="destroy", figure=amount("100", unit="item", counted="dwelling"), only=True)
    right = statement("r2", "destroy", figure=amount("180", unit="item", counted="building"), only=True)

    assert compare(left, right).relation != "apart"
    assert compare(left, statement("r2", "destroy", figure=right.figure)).relation == "apart"


def test_what_rises_and_falls_may_have_changed_where_no_dates_tell():
    found = compare(
        statement(concept="speed", figure=amount("120", unit="m/h")),
        statement("r2", "speed", figure=amount("700", unit="m/h")),
    )

    assert (found.relation, found.readings[0]) == ("compatible", "later_update")


def test_measures_of_nothing_named_meet_only_where_they_are_equal():
    near = statement(concept="measure", figure=amount("40", unit="km"))

    assert compare(near, statement("r2", "distance", figure=amount("40", unit="km"))).likeness >= JOIN
    assert compare(near, statement("r2", "measure", figure=amount("90", unit="km"))).relation == "apart"


def test_a_round_number_in_another_unit_may_be_the_same():
    miles = statement(concept="distance", figure=amount("5", unit="[nmi_i]"))
    kilometres = statement("r2", "measure", figure=amount("9+", unit="km"))

    assert compare(miles, kilometres).relation == "compatible"


def test_a_part_of_one_report_is_not_the_whole_of_another():
    part = statement(figure=amount("3"), partial=True, places=frozenset({"place:a"}))

    assert compare(part, statement("r2", figure=amount("50+"))).likeness < JOIN


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [("1000", "1500", "conflict"), ("1000", "1080", "compatible"), ("300000", "260000", "compatible")],
)
def test_a_round_number_is_exact_to_half_of_its_last_digit(a: str, b: str, relation: str):
    left = statement(concept="attendance", figure=amount(a, approximate=True))

    assert compare(left, statement("r2", "attendance", figure=amount(b))).relation == relation


def test_neighbouring_days_speak_against_one_count():
    left = statement(figure=amount("40"), when=time("2021-05-02"), dated=True)
    right = statement("r2", figure=amount("55"), when=time("2021-05-03"), dated=True)

    assert compare(left, right).likeness < JOIN <= compare(left, statement("r2", figure=amount("55"))).likeness


def test_the_toll_of_one_of_two_countries_is_not_held_against_that_of_both():
    both = statement(figure=amount("5000+"), places=frozenset({"place:X", "place:Y"}))
    one = statement("r2", figure=amount("800"), places=frozenset({"place:X"}))
    other = statement("r2", figure=amount("800"), places=frozenset({"place:X", "place:Y"}))

    assert compare(both, one).likeness < JOIN <= compare(both, other).likeness


def test_a_day_that_only_stands_in_the_sentence_weighs_less_than_one_of_the_count():
    april, may = time("2021-04-16"), time("2021-05-05")
    beside = [statement(r, figure=amount("8"), when=w) for r, w in (("r1", april), ("r2", may))]
    own = [statement(r, figure=amount("8"), when=w, dated=True) for r, w in (("r1", april), ("r2", may))]

    assert compare(*beside).likeness >= JOIN > compare(*own).likeness


@pytest.mark.parametrize(("low", "high"), [("40", "95"), ("40+", "95+")])
def test_a_count_of_one_country_is_not_held_against_that_of_two(low: str, high: str):
    one, two = frozenset({"place:XA"}), frozenset({"place:XA", "place:XB"})
    found = compare(statement(figure=amount(low), places=one), statement("r2", figure=amount(high), places=two))

    assert found.likeness < JOIN


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("52.14", "52.1", "compatible"),
        ("47.86", "47.9", "compatible"),
        ("52.16", "52.1", "conflict"),
        ("7.8", "7.7", "conflict"),
    ],
)
def test_a_number_with_fewer_decimals_is_the_same_rounded(one: str, other: str, relation: str):
    left = statement(concept="vote_share", figure=amount(one, unit="percent"))
    found = compare(left, statement("r2", "vote_share", figure=amount(other, unit="percent")))

    assert found.relation == relation


def test_cases_of_a_disease_are_compared_with_the_people_who_have_it():
    people = statement(concept="infection", figure=amount("1150", counted="person"))
    cases = statement("r2", "infection", figure=amount("1150", unit="item", counted="illness"))

    assert compare(people, cases).relation == "agree"


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("34", "34.2", "compatible"),
        ("34", "34.6", "conflict"),
        ("3", "3.2", "conflict"),
        ("34.2", "34.18", "compatible"),
    ],
)
def test_a_share_in_whole_percent_is_the_one_with_decimals_that_rounds_to_it(one: str, other: str, verdict: str):
    left, right = (
        statement(report, "vote_share", figure=amount(value, unit="percent"), published="2024-05-02")
        for report, value in (("r1", one), ("r2", other))
    )

    assert compare(left, right).relation == verdict


@pytest.mark.parametrize(("one", "other"), [("km", "[mi_i]"), ("[mi_i]", "km"), ("kg", "t"), ("t", "kg")])
def test_units_are_compared_in_the_smaller_one_from_either_side(one: str, other: str):
    left = statement(concept="distance", figure=amount("1", unit=one))
    right = statement("r2", "distance", figure=amount("1", unit=other))

    assert compare(left, right).relation == compare(right, left).relation == "conflict"
