"""The toll over time, in every format for people; and the words by which facts are chosen."""

from decimal import Decimal

import msgspec
import pytest
from tests.unit.render.fixtures import ferry

from twosource.errors import UsageError
from twosource.model import Count, Toll
from twosource.render import render
from twosource.render.arrange import moving, select, steps

COUNTS = (
    Count("2021-03-06", "r1", 0, Decimal(4), Decimal(4)),
    Count("2021-03-07", "r2", 1, Decimal(1200), None, "the Norwegian state"),
    Count(None, "r4", 2, Decimal(9), Decimal(9)),
)
TOLL = Toll("f1", "death", "How many died?", "person", COUNTS)


def ferry_with(*tolls: Toll):
    dossier = ferry()
    return msgspec.structs.replace(dossier, stories=(msgspec.structs.replace(dossier.stories[0], tolls=tolls),))


def flat(written: str) -> str:
    return " ".join(written.split())


def test_a_toll_goes_by_date_and_the_undated_is_last() -> None:
    assert [step.when for step in steps(TOLL)] == ["Saturday 6 March 2021", "Sunday 7 March 2021", "date not known"]


def test_counts_of_one_date_move_nowhere() -> None:
    still = msgspec.structs.replace(TOLL, counts=(COUNTS[0], COUNTS[0], COUNTS[2]))
    assert moving(ferry_with(still, TOLL).stories[0]) == [TOLL]


def test_the_terminal_shows_each_date_with_who_gave_it() -> None:
    written = flat(render(ferry_with(TOLL)))

    assert "Toll over time" in written
    assert "Sunday 7 March 2021 1,200 people or more (r2, the Norwegian state)" in written
    assert "date not known 9 people (r4)" in written
    assert "Toll over time" not in render(ferry())


def test_markdown_and_page_show_the_same() -> None:
    markdown, page = flat(render(ferry_with(TOLL), "markdown")), render(ferry_with(TOLL), "html")

    assert "- **Sunday 7 March 2021**: 1,200 people or more (r2, the Norwegian state)" in markdown
    assert "Toll over time" in page
    assert "1,200 people or more" in page


@pytest.mark.parametrize(
    ("only", "ids"),
    [
        (["contested"], {"f1", "f4"}),
        (["conflict"], {"f1", "f4"}),
        (["s1.f1"], {"f1"}),
        (["contested", "f1", "f2"], {"f1"}),
    ],
)
def test_facts_are_chosen_by_words(only, ids) -> None:
    assert {fact.id for fact in select(ferry(), only).stories[0].facts} == ids


def test_facts_are_chosen_by_how_they_are_sourced() -> None:
    dossier = ferry()
    facts = {fact.id: fact for fact in dossier.stories[0].facts}
    met = {name for name, fact in facts.items() if fact.two_source_rule == "met"}
    one = {
        name
        for name, fact in facts.items()
        if fact.two_source_rule == "not_met" and len({a.report for a in fact.accounts}) > 1
    }

    for word, ids in (("corroborated", met), ("one_party", one)):
        chosen = select(dossier, [word]).stories
        assert {fact.id for story in chosen for fact in story.facts} == ids


def test_a_toll_goes_with_its_fact() -> None:
    assert select(ferry_with(TOLL), ["f1"]).stories[0].tolls == (TOLL,)
    assert select(ferry_with(TOLL), ["f4"]).stories[0].tolls == ()


def test_the_choices_are_told_where_nothing_is_called_so() -> None:
    with pytest.raises(UsageError, match=r"called nothing; there are: .*contested.*corroborated.*f1"):
        select(ferry(), ["nothing"])
