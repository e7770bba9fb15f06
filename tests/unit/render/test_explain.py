"""The derivation of a fact: every account with its place, every comparison, every origin."""

import json

import msgspec
import pytest
from rich.cells import cell_len
from tests.unit.render.fixtures import ferry

from twosource.errors import UsageError
from twosource.model import Pairing
from twosource.render import render


def explained(**more):
    """The ferry, with a comparison of the first two accounts of its first fact."""
    dossier = ferry()
    (story,) = dossier.stories
    pairing = Pairing(0, 1, 0.68, "conflict", ("later_update",), ("both are lower bounds",))
    facts = tuple(
        msgspec.structs.replace(f, pairings=(pairing,), matchers=("figures-v1",), **more) if f.id == "f1" else f
        for f in story.facts
    )
    return msgspec.structs.replace(dossier, stories=(msgspec.structs.replace(story, facts=facts),))


def flat(written: str) -> str:
    return " ".join(written.split())


def test_each_account_has_its_place_its_rules_and_its_chain() -> None:
    written = flat(render(explained(), explain="f1"))
    account = next(a for f in ferry().stories[0].facts if f.id == "f1" for a in f.accounts if a.report == "r2")

    assert f"characters {account.start}–{account.end}" in written
    assert "read by figures-v1:bound" in written
    assert all(link.name in written for link in account.origin)
    assert "nobody is named" in written


def test_each_two_accounts_are_compared_in_words() -> None:
    written = flat(render(explained(), explain="f1"))

    assert "1–2 contested (likeness 0.68): both are lower bounds – could be: one is a later update" in written


def test_origins_bounds_warnings_and_rules_are_told() -> None:
    written = flat(render(explained(), explain="f1"))

    assert "the Norwegian state (account 2)" in written
    assert "low 4 people (r1)" in written
    assert "4,500 is more than twice the next number." in written
    assert "rules figures-v1" in written


def test_only_the_fact_asked_for_is_explained() -> None:
    written = render(explained(), explain="s1.f1")

    assert written.count("Where they come from") == 1
    assert "In brief" not in written


def test_of_very_many_comparisons_the_gravest_are_shown_and_the_rest_counted() -> None:
    many = tuple(Pairing(0, n, 0.9, "conflict" if n == 199 else "agree") for n in range(1, 200))
    written = render(_with(many), explain="f1")

    assert "1–200" in written
    assert "139 more comparisons" in written


def _with(pairings):
    dossier = ferry()
    (story,) = dossier.stories
    facts = tuple(msgspec.structs.replace(f, pairings=pairings) for f in story.facts if f.id == "f1")
    return msgspec.structs.replace(dossier, stories=(msgspec.structs.replace(story, facts=facts),))


@pytest.mark.parametrize("width", [60, 100, 200])
def test_no_line_is_longer_than_the_page_is_wide(width: int) -> None:
    assert max(cell_len(line) for line in render(explained(), explain="f1", width=width).splitlines()) <= width


def test_as_data_it_holds_the_comparisons_which_the_dossier_leaves_out() -> None:
    (fact,) = json.loads(render(explained(), "json", explain="f1"))["stories"][0]["facts"]
    plain = json.loads(render(explained(), "json"))["stories"][0]["facts"]

    assert fact["pairings"] == [
        {
            "left": 0,
            "right": 1,
            "likeness": 0.68,
            "relation": "conflict",
            "readings": ["later_update"],
            "reasons": ["both are lower bounds"],
        }
    ]
    assert not any("pairings" in each for each in plain)


@pytest.mark.parametrize("format", ["csv", "html", "markdown"])
def test_other_formats_do_not_explain(format: str) -> None:
    with pytest.raises(UsageError, match="explained in terminal or json, not in"):
        render(explained(), format, explain="f1")


def test_a_fact_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(UsageError, match=r"called f99; there are: .*f1"):
        render(explained(), explain="f99")
