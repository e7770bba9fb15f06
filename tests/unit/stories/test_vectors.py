"""Vectors as short rows give the products, sums and cuts that dictionaries of the same features would."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.stories.vectors import Desk, Vector, trimmed

KNOWN = 12
WEIGHTS = st.dictionaries(st.integers(1, KNOWN - 1), st.floats(0.01, 1.0))


def vector(weights):
    return Vector(np.array(list(weights), np.int32), np.array(list(weights.values()), float))


def plain(found):
    return dict(zip(found.features.tolist(), found.weights.tolist(), strict=True))


@settings(deadline=None)
@given(WEIGHTS, st.lists(WEIGHTS, max_size=4))
def test_products_are_those_of_the_features_that_both_have(one, others):
    expected = [sum(one.get(f, 0.0) * w for f, w in other.items()) for other in others]

    assert Desk(KNOWN).products(vector(one), [vector(other) for other in others]) == pytest.approx(expected)


@settings(deadline=None)
@given(st.lists(WEIGHTS, min_size=1, max_size=4))
def test_a_sum_holds_every_feature_once_in_the_order_of_its_first_place(several):
    expected = {}
    for weights in several:
        for feature, weight in weights.items():
            expected[feature] = expected.get(feature, 0.0) + weight

    found = plain(Desk(KNOWN).sum([vector(weights) for weights in several]))

    assert list(found.items()) == list(expected.items())


def test_a_desk_is_clear_after_each_use():
    desk, one = Desk(KNOWN), vector({1: 1.0, 2: 1.0})
    desk.sum([one, vector({3: 1.0})])
    desk.lay(one, np.array([[1, 3]]))

    assert desk.products(vector({4: 1.0}), [one, vector({3: 1.0})]) == [0.0, 0.0]
    assert desk.lay(vector({4: 0.5}), np.array([[1, 4]])).tolist() == [[0.0, 0.5]]


def test_a_vector_is_cut_to_its_weightiest_features_and_of_equal_ones_to_the_first_by_name():
    names = ["", "e", "d", "c", "b", "a"]
    found = trimmed(vector({1: 0.5, 2: 0.5, 3: 0.9, 4: 0.5, 5: 0.1}), 2, names)

    assert {names[feature] for feature in plain(found)} == {"c", "b"}


def test_twice_as_many_features_are_let_stand():
    whole = vector({1: 0.5, 2: 0.5, 3: 0.9, 4: 0.5})

    assert trimmed(whole, 2, [""] * KNOWN) is whole
