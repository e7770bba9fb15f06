"""The examples that we ship: what their dossier must say, reviewed by hand."""

from pathlib import Path

import pytest

from twosource import compare

EXAMPLES = Path(__file__).parents[2] / "examples"
NORDIC = ("da.txt", "nb.txt")


@pytest.fixture(scope="module")
def dossier():
    """Return the dossier of the Danish and Norwegian reports."""
    return compare(*(str(path) for path in sorted(EXAMPLES.glob("*/*.txt")) if path.name in NORDIC))


def fact(dossier, story, kind, concept):
    return next(
        f for f in dossier.stories[story].facts if (f.kind, f.concept) == (kind, concept) and len(f.accounts) > 1
    )


def test_the_reports_are_two_stories(dossier):
    assert [len(story.reports) for story in dossier.stories] == [2, 2]


def test_two_numbers_of_injured_on_two_authorities_are_contested(dossier):
    found = fact(dossier, 1, "figure", "injury")

    assert found.verdict == "conflict"
    assert sorted(int(account.figure.low) for account in found.accounts) == [17, 20, 20]
    assert found.two_source_rule == "cannot_tell"


def test_one_rescue_service_behind_both_counts_of_the_rescued(dossier):
    found = fact(dossier, 1, "figure", "evacuate")

    assert (found.verdict, found.two_source_rule, found.best) == ("agree", "not_met", 479)
    assert [origin.party for origin in found.origins] == ["state:NO"]


def test_a_round_number_aboard_is_no_contradiction(dossier):
    found = fact(dossier, 1, "figure", "aboard")

    assert (found.verdict, found.readings) == ("compatible", ("vaguer",))


def test_the_price_of_the_repairs_agrees(dossier):
    assert fact(dossier, 0, "figure", "money").verdict == "agree"


def test_that_nobody_was_hurt_stands_on_one_state(dossier):
    found = fact(dossier, 0, "event", "injury")

    assert (found.verdict, found.two_source_rule) == ("agree", "not_met")
    assert {account.polarity for account in found.accounts} == {"denied"}


def test_every_span_gives_back_its_words(dossier):
    for story in dossier.stories:
        for item in [a for f in story.facts for a in f.accounts] + [*story.quotes, *story.times]:
            assert dossier.texts[item.report][item.start : item.end] == item.text


def test_every_account_says_by_which_rules_it_was_found(dossier):
    accounts = [account for story in dossier.stories for fact in story.facts for account in fact.accounts]

    assert all(account.reasons for account in accounts)
    assert any(rule.startswith("figures-v1") for account in accounts for rule in account.reasons)
