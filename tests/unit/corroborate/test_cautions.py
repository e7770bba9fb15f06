"""Cautions: what a desk should look at twice."""

from __future__ import annotations

import pytest
from tests.unit.corroborate.dossier_facts import account, fact, link, report

from twosource.annotate.notices import Notice
from twosource.corroborate.cautions import with_cautions
from twosource.model import Span

REPORTS = {name: report(name) for name in ("r1", "r2", "r3")}


def warnings(*facts, reports=REPORTS, notices=()):
    return [found.warnings for found in with_cautions(facts, reports, notices)]


def test_a_number_that_stands_for_another_thing_elsewhere_is_told_on_both_sides():
    dead = fact(account("r1", "70"), verdict="single")
    hurt = fact(account("r2", "70"), verdict="single", concept="injury", id="f2", question="How many were injured?")
    first, second = warnings(dead, hurt)
    assert first == ("r2 gives the number 70 for another thing: How many were injured?",)
    assert second == ("r1 gives the number 70 for another thing: How many died?",)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (account("r1", "12"), account("r2", "12")),  # small numbers stand for many things
        (account("r1", "70"), account("r1", "70")),  # one report may count two things
        (account("r1", "70"), account("r2", "70", unit="km")),
        (account("r1", "70"), account("r2", "71")),
    ],
)
def test_no_warning_where_numbers_meet_by_chance(left, right):
    dead = fact(left, verdict="single")
    hurt = fact(right, verdict="single", concept="injury", id="f2")
    assert warnings(dead, hurt) == [(), ()]


def test_a_jump_by_more_than_half_within_a_day_is_told():
    reports = {"r1": report("r1", "2021-03-04"), "r2": report("r2", "2021-03-05")}
    told = fact(account("r1", "20"), account("r2", "31"), verdict="compatible")
    assert warnings(told, reports=reports) == [
        ("the count jumps by more than half within a day: 20 (r1) to 31 (r2)",),
    ]


@pytest.mark.parametrize(
    ("dates", "counts"),
    [
        (("2021-03-04", "2021-03-05"), ("20", "30")),  # just half
        (("2021-03-04", "2021-03-06"), ("20", "40")),  # two days
        (("2021-03-05", "2021-03-04"), ("20", "40")),  # it falls
        (("2021-03", "2021-03"), ("20", "40")),  # no day is known
        (("2021-03-04", None), ("20", "40")),
    ],
)
def test_no_jump_where_it_is_small_slow_or_undated(dates, counts):
    reports = {f"r{n}": report(f"r{n}", day) for n, day in enumerate(dates, 1)}
    told = fact(*(account(f"r{n}", count) for n, count in enumerate(counts, 1)), verdict="compatible")
    assert warnings(told, reports=reports) == [()]


def test_sources_without_a_name_are_told_where_no_second_party_is_known():
    chain = (link("NTB", "agency"), link("kilder", "unnamed"))
    told = fact(account("r1", origin=chain), account("r2"))
    assert warnings(told) == [("r1 rests on “kilder”: who they are and how many is not said; counted as none",)]
    assert warnings(fact(account("r1", origin=chain), account("r2"), independent_origins=2)) == [()]


def test_a_correction_points_at_what_its_source_said_before():
    reports = {"r1": report("r1", "2021-03-04", "NTB"), "r2": report("r2", "2021-03-04", "ntb"), "r3": report("r3")}
    notice = Notice("correction", "r2", Span(0, 7), "Retting")
    told = fact(account("r1"), account("r2", "13"), account("r3"))
    assert warnings(told, reports=reports, notices=[notice]) == [
        ("r2 is a correction (“Retting”): see whether what r1 says still stands",),
    ]
    assert warnings(fact(account("r3"), verdict="single"), reports=reports, notices=[notice]) == [()]


def test_a_withdrawal_touches_what_its_source_said_before():
    reports = {"r1": report("r1", "2021-03-04", "NTB"), "r2": report("r2", "2021-03-04", "NTB")}
    notice = Notice("withdrawal", "r2", Span(0, 8), "Annulert")
    assert warnings(fact(account("r1"), verdict="single"), reports=reports, notices=[notice]) == [
        ("r2 is a withdrawal (“Annulert”) of the same source as r1",),
    ]
