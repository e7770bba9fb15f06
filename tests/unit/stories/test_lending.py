"""Lending: what the nearest reports say counts as a report's own, to a part."""

import math

import pytest

from twosource.stories.lending import enriched


def of(*features):
    return {feature: 1 / math.sqrt(len(features)) for feature in features}


def test_a_report_borrows_what_a_near_one_says():
    found = enriched([of("ferry", "adrift"), of("pool"), of("ferry", "engine"), of("vote")])

    assert found[0]["engine"] < found[0]["ferry"]
    assert "vote" not in found[0]


def test_the_sides_of_a_pair_do_not_lend_to_one_another():
    assert enriched([of("ferry", "adrift"), of("ferry", "engine")])[0] == pytest.approx(of("ferry", "adrift"))


def test_what_is_lent_keeps_the_length():
    for vector in enriched([of("a", "b"), of("c"), of("a", "c"), of("b", "d"), {}, of("e")]):
        assert math.sqrt(sum(w * w for w in vector.values())) == pytest.approx(1.0 if vector else 0.0)
