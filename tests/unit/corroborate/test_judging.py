"""The table of how counts and happenings are compared."""

import pytest

from twosource.annotate.concepts import concepts
from twosource.corroborate.judging import _table, counted_alike, counted_the_same, family, kind_of, opposed, same_sort


def test_the_table_names_concepts_only():
    table = _table()
    named = {name for group in (*table["alike"], *table["opposite"]) for name in group["concepts"]}
    named |= {*table["grows"], *table["moves"], *table["weak"], *table["disputed"], *table["said"]}

    assert named - set(concepts()) == set()


@pytest.mark.parametrize(("left", "right"), [("accept", "reject"), ("reject", "accept")])
def test_opposites_are_opposed_both_ways_and_meet(left: str, right: str):
    assert opposed(left, right)
    assert right in family(left)
    assert not opposed(left, left)


def test_damaged_and_destroyed_are_alike_but_not_the_same():
    assert counted_alike("damage", "destroy")
    assert not counted_the_same("damage", "destroy")
    assert counted_the_same("protest", "attendance")


def test_what_a_unit_measures():
    assert (kind_of("km"), kind_of("kg"), kind_of("person"), kind_of(None)) == ("length", "mass", None, None)


def test_buildings_and_dwellings_are_of_one_sort():
    assert same_sort("building", "dwelling")
    assert not same_sort("building", "ship")
