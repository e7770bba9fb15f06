"""Policies: low, best and high, and who set them."""

from decimal import Decimal

import pytest
from tests.unit.corroborate.builders import amount, statement

from twosource.corroborate.policies import estimate, policies, policy
from twosource.errors import UsageError

TOLL = [statement(figure=amount("7000+")), statement("r2", figure=amount("100", "999", vague=True))]


def ends(found):
    return (found.low, found.best, found.high)


def test_range_gives_the_ends_and_no_best_for_a_conflict():
    found = estimate(TOLL, "conflict", policy("range"), [1, 1])

    assert ends(found) == (100, None, None)
    assert found.set_by == {"low": "r2"}


def test_range_gives_the_agreed_number_as_best():
    both = [statement(figure=amount("5")), statement("r2", figure=amount("5"))]

    assert ends(estimate(both, "agree", policy("range"), [2, 2])) == (5, 5, 5)


def test_ucdp_prefers_what_more_origins_give_then_the_lower():
    three = [statement(figure=amount("9")), statement("r2", figure=amount("7")), statement("r3", figure=amount("9"))]

    assert ends(estimate(three, "conflict", policy("ucdp"), [2, 1, 2])) == (7, 9, 9)
    assert estimate(three, "conflict", policy("ucdp"), [1, 1, 1]).best == 7


def test_acled_counts_a_vague_word_by_its_own_table():
    found = estimate(TOLL, "conflict", policy("acled"), [1, 1])

    assert ends(found) == (100, 100, None)


def test_ibc_gives_no_best():
    both = [statement(figure=amount("5")), statement("r2", figure=amount("6"))]

    assert ends(estimate(both, "conflict", policy("ibc"), [1, 1])) == (5, None, 6)


def test_amounts_are_given_in_the_unit_of_the_first():
    both = [statement(figure=amount("1", unit="km")), statement("r2", figure=amount("900", unit="m"))]

    assert estimate(both, "conflict", policy("range"), [1, 1]).low == Decimal("0.9")


def test_an_unknown_policy_names_the_choices():
    with pytest.raises(UsageError, match=", ".join(policies())):
        policy("guess")
