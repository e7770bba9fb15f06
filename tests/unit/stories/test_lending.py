"""Lending: what the nearest reports say counts as a report's own, to a part."""

import math

import pytest

from twosource.stories.lending import Neighbours


def of(*features):
    return {feature: 1 / math.sqrt(len(features)) for feature in features}


def test_a_report_borrows_what_a_near_one_says():
    found = Neighbours([of("ferry", "adrift"), of("pool"), of("ferry", "engine"), of("vote")]).lent(0, 1)

    assert found["engine"] < found["ferry"]
    assert "vote" not in found


def test_the_sides_of_a_pair_do_not_lend_to_one_another():
    neighbours = Neighbours([of("ferry", "adrift"), of("ferry", "engine")])

    assert neighbours.lent(0, 1) == pytest.approx(of("ferry", "adrift"))


def test_what_is_lent_keeps_the_length():
    neighbours = Neighbours([of("a", "b"), of("c"), of("a", "c"), of("b", "d"), {}, of("e")])

    for number in range(6):
        vector = neighbours.lent(number, number)
        assert math.sqrt(sum(w * w for w in vector.values())) == pytest.approx(1.0 if vector else 0.0)


def test_two_reports_have_neighbours_in_common():
    neighbours = Neighbours([of("ferry", "adrift"), of("ferry", "engine"), of("ferry"), of("engine"), of("vote")])

    assert neighbours.common(0, 1) == pytest.approx(1 / 2)  # the third is near both, the fourth only the second
    assert neighbours.common(0, 4) == 0.0
