"""Alignment: what is put together, what is kept apart, what is only said again."""

import pytest
from tests.unit.corroborate.builders import amount, link, statement, time

from twosource.corroborate.align import align, mark_counts
from twosource.corroborate.verdict import judge


def sizes(groups):
    return sorted(len(group.statements) for group in groups)


def test_equal_numbers_find_each_other_among_several():
    found = align(
        [
            statement("r1", figure=amount("133+")),
            statement("r1", figure=amount("43"), start=50),
            statement("r2", figure=amount("43")),
            statement("r2", figure=amount("106+"), start=50),
        ]
    )

    pairs = {tuple(str(s.figure.low) for s in group.statements) for group in found}

    assert pairs == {("133", "106"), ("43", "43")}


def test_a_report_gives_a_fact_one_statement():
    found = align([statement("r1", figure=amount("5")), statement("r1", figure=amount("9"), start=50)])

    assert sizes(found) == [1, 1]


def test_the_headline_is_not_counted_beside_the_body():
    headline = statement("r1", figure=amount("5"), block="headline")
    body = statement("r1", figure=amount("5"), start=50, chain=(link("police"),))

    found = align([headline, body])

    assert [group.statements[0].span.start for group in found] == [50]


def test_one_report_may_say_the_same_on_two_authorities():
    police = statement("r1", figure=amount("6"), chain=(link("police"),))
    cross = statement("r1", figure=amount("6"), start=50, chain=(link("Red Cross"),))

    assert sizes(align([police, cross])) == [2]


def test_one_report_may_give_two_numbers_on_two_authorities():
    police = statement("r1", figure=amount("50"), chain=(link("police"),))
    organisers = statement("r1", figure=amount("100"), start=50, chain=(link("organisers"),))

    (group,) = align([police, organisers])

    assert judge(group).verdict == "conflict"


def test_those_dismissed_and_those_at_risk_are_two_counts():
    company = statement("r1", "layoff", figure=amount("240"), chain=(link("company"),))
    union = statement("r1", "layoff", figure=amount("500"), start=50, chain=(link("union"),), modality="possible")

    assert sizes(align([company, union])) == [1, 1]


def test_two_numbers_of_one_report_without_an_authority_each_stay_apart():
    found = align([statement("r1", figure=amount("50")), statement("r1", figure=amount("100"), start=50)])

    assert sizes(found) == [1, 1]


def test_the_order_of_the_reports_does_not_matter():
    statements = [
        statement("r1", figure=amount("5")),
        statement("r2", figure=amount("6")),
        statement("r3", figure=amount("6")),
    ]

    def told(found):
        return sorted(sorted(s.report for s in group.statements) for group in found)

    assert told(align(statements)) == told(align(statements[::-1]))


def test_what_is_counted_in_one_town_is_not_what_another_authority_counts_elsewhere():
    ministry = statement("r1", figure=amount("2"), chain=(link("ministry"),))
    prosecutor = statement(
        "r1", figure=amount("5"), start=50, chain=(link("prosecutor"),), places=frozenset({"place:nortown"})
    )

    assert sizes(align([ministry, prosecutor])) == [1, 1]


def test_the_smaller_count_of_a_crowd_is_no_part_of_what_others_count():
    town = frozenset({"place:GB/london"})
    police = statement("r1", "protest", figure=amount("300000"), chain=(link("police"),), places=town)
    organisers = statement("r1", "protest", figure=amount("800000"), start=50, chain=(link("organisers"),))

    (group,) = align([police, organisers])

    assert not any(s.partial for s in group.statements)


def test_a_rival_that_a_third_report_parts_is_told_on_both_sides():
    ours = statement("r1", figure=amount("40"), published="2024-05-02")
    rival = statement("r2", figure=amount("60", counted="building"), published="2024-05-02")
    third = statement("r3", figure=amount("40", counted="vehicle"), published="2024-05-02")

    assert [judge(group).verdict for group in align([ours, rival])] == ["conflict"]
    parted = align([ours, rival, third])

    assert len(parted) == 2
    assert all("other_scope" in judge(group).readings for group in parted)
    assert all(any("may be of the same" in reason for reason in judge(group).reasons) for group in parted)


@pytest.mark.parametrize(("country", "partial"), [("place:PE", False), ("place:CL", True)])
def test_a_number_of_the_country_that_is_told_of_is_no_part_of_another(country: str, partial: bool):
    eleven = statement("r1", figure=amount("11"))
    nine = statement("r1", figure=amount("9"), start=50, places=frozenset({country}))
    told = [statement(report, places=frozenset({"place:PE"}), kind="event") for report in ("r1", "r2", "r3")]

    marked = {s.figure.low: s.partial for s in mark_counts([eleven, nine, *told]) if s.figure}

    assert marked == {11: False, 9: partial}


def test_the_count_of_a_day_before_does_not_meet_one_without_a_day():
    saturday, sunday = time("2021-05-01"), time("2021-05-02")
    before = statement("r1", "arrest", figure=amount("300"), when=saturday, dated=True)
    last = statement("r1", "arrest", figure=amount("900"), when=sunday, dated=True, start=50)
    other = statement("r2", "arrest", figure=amount("200", "999", vague=True))

    assert sizes(align([before, other])) == [2]
    (pair,) = [group for group in align([before, last, other]) if len(group.statements) > 1]
    assert before.figure not in [told.figure for told in pair.statements]
