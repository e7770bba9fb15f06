"""The inventory of concepts is whole, and what may be the same event is symmetric."""

from __future__ import annotations

import pytest

from twosource.annotate.concepts import TABLE, akin, concept, concepts
from twosource.language.tables import read_toml


def test_a_concept_is_found_by_its_id() -> None:
    found = concept("arrest")

    assert found is not None
    assert (found.count, found.unit, found.people, found.point) == ("How many were arrested?", "person", True, True)


def test_an_unknown_concept_is_none() -> None:
    assert concept("no such thing") is None


def test_no_concept_stands_twice() -> None:
    ids = [row["id"] for row in read_toml(TABLE)["concept"]]
    assert sorted(set(ids)) == sorted(ids)


def test_near_holds_in_both_directions() -> None:
    """`near` is written once in the table and read both ways."""
    for one in concepts().values():
        for other in one.near:
            assert one.id in concepts()[other].near, (one.id, other)


def test_kin_ends_somewhere() -> None:
    """No concept is its own ancestor."""
    for one in concepts().values():
        seen = {one.id}
        parent = one.kin
        while parent is not None:
            assert parent not in seen, one.id
            seen.add(parent)
            parent = concepts()[parent].kin


@pytest.mark.parametrize(("left", "right"), [("call", "meeting"), ("landslide", "disaster"), ("arrest", "arrest")])
def test_concepts_that_may_be_worded_for_one_event(left: str, right: str) -> None:
    assert akin(left, right)
    assert akin(right, left)


@pytest.mark.parametrize(("left", "right"), [("arrest", "earthquake"), ("election", "fire"), ("arrest", "nothing")])
def test_concepts_that_are_different_events(left: str, right: str) -> None:
    assert not akin(left, right)


def test_what_counts_people_has_a_question_that_asks_how_many() -> None:
    for one in concepts().values():
        if one.people:
            assert one.count.startswith("How "), one.id


def test_a_happening_with_a_day_of_its_own_can_be_asked_when() -> None:
    for one in concepts().values():
        if one.point:
            assert one.when.endswith("?"), one.id
