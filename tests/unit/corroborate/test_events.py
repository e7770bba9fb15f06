"""Events: what happened, what only may have, and who says that it did not."""

import pytest
from tests.unit.corroborate.builders import statement, time

from twosource.corroborate.comparison import APART, JOIN
from twosource.corroborate.events import compare


def event(report: str = "r1", concept: str = "fire", **more: object):
    return statement(report, concept, kind="event", **more)


def test_what_each_report_tells_once_is_one_event():
    found = compare(event(alone=True), event("r2", alone=True))

    assert (found.relation, found.likeness >= JOIN) == ("agree", True)


def test_what_is_told_of_several_times_is_not_joined_by_its_concept_alone():
    assert compare(event(), event("r2")).likeness < JOIN


def test_a_denial_with_nobody_in_common_may_be_of_something_else():
    denied = event("r2", alone=True, polarity="denied")

    assert compare(event(alone=True), denied).likeness < JOIN


def test_what_somebody_sees_no_sign_of_is_what_the_other_report_tells():
    answered = event("r2", alone=True, polarity="denied", modality="claimed")
    found = compare(event(alone=True), answered)

    assert (found.relation, found.likeness >= JOIN) == ("conflict", True)
    assert compare(event(), event("r2", polarity="denied", modality="claimed")).likeness < JOIN


def test_a_denial_by_the_same_party_is_a_conflict():
    whose = frozenset({"org:x"})
    found = compare(event(alone=True, parties=whose), event("r2", alone=True, parties=whose, polarity="denied"))

    assert (found.relation, found.likeness >= JOIN) == ("conflict", True)


@pytest.mark.parametrize(("polarity", "relation"), [("denied", "agree"), ("affirmed", "conflict")])
def test_not_to_accept_is_to_reject(polarity: str, relation: str):
    left = event(concept="accept", polarity=polarity)

    assert compare(left, event("r2", "reject")).relation == relation
    assert compare(event("r2", "reject"), left).relation == relation


def test_cognates_bring_reports_in_two_languages_together():
    words = {"language": "sv", "shapes": frozenset({"klkn", "bldk"})}
    other = {"language": "da", "shapes": frozenset({"klkn", "bldk", "brnd"})}

    assert compare(event(**words), event("r2", **other)).likeness >= JOIN


def test_events_a_month_apart_are_two():
    assert compare(event(when=time("2021-05-02")), event("r2", when=time("2021-06-02"))).relation == APART
