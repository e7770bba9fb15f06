"""Attitudes: what somebody supports, wants, knows or speaks of, told apart from what somebody says."""

from __future__ import annotations

import pytest

from twosource.annotate.stages import read_report
from twosource.model import Quote, Reading, Report


def read(text: str, code: str = "en") -> Reading:
    return read_report(Report("r1", "test", text, language=code))


def held(text: str) -> list[tuple[str, str | None, str]]:
    return [(q.text, q.speaker.text if q.speaker else None, q.act) for q in read(text).attitudes]


@pytest.mark.parametrize(
    ("text", "content", "holder", "act"),
    [
        ("Mayor Ann Hill opposed the new toll road.", "the new toll road", "Mayor Ann Hill", "judges"),
        ("The union has endorsed Karen Hill.", "Karen Hill", "The union", "judges"),
        ("Ann Hill wants to close the harbour for a month.", "to close the harbour for a month", "Ann Hill", "wants"),
        ("She never discussed the debt.", "the debt", "She", "mentions"),
        ("Ann Hill referred to the fire at the mill in March.", "the fire at the mill", "Ann Hill", "mentions"),
        ("The fishermen know that the quay is rotten.", "that the quay is rotten", "The fishermen", "thinks"),
        ("Ann Hill is confident that the ice will hold.", "that the ice will hold", "Ann Hill", "thinks"),
        ("The plan was rejected by the council.", "The plan", "the council", "judges"),
    ],
)
def test_verb_of_attitude_gives_holder_and_content(text: str, content: str, holder: str, act: str):
    assert (content, holder, act) in held(text)


def test_relative_clause_has_the_person_before_it_as_holder():
    ((content, holder, _),) = held("The crowd met Owen Dale, who opposes the sale.")

    assert content == "the sale"
    assert holder is not None
    assert "Owen Dale" in holder


def test_what_only_seems_so_is_told_whole_and_by_nobody():
    assert held("The pilot seemed tired.") == [("The pilot seemed tired", None, "seems")]


def test_noun_of_attitude_takes_its_owner():
    assert held("The street was full, and Hill’s support for the merger fell.")[0][1:] == ("Hill’s", "judges")


@pytest.mark.parametrize(
    "text",
    [
        "The support was small.",
        "A call came from the harbour.",
        "Their plans were lost in the fire.",
        "The mayor of the town opened the road.",
        "The so-called party was over at ten.",
    ],
)
def test_nouns_that_look_like_verbs_attribute_nothing(text: str):
    assert held(text) == []


def test_object_ends_before_the_next_predicate_and_clause():
    assert [c for c, _, _ in held("Ann Hill applauded the crews and left the room.")] == ["the crews"]
    assert [c for c, _, _ in held("Ann Hill applauded the crews after the storm had passed.")] == ["the crews"]


def test_object_may_be_a_list():
    assert [c for c, _, _ in held("Ann Hill thanked nurses, drivers and cooks.")] == ["nurses, drivers and cooks"]


def test_words_of_a_quote_are_no_attitude_of_their_own():
    reading = read("“We want a bridge and we support the plan,” Ann Hill said.")

    assert len(reading.quotes) == 1
    assert reading.attitudes == ()


def test_nobody_is_an_authority_by_an_attitude():
    reading = read("Ann Hill wants 40 new boats. The council opposed the plan.")

    assert len(reading.attitudes) == 2
    assert reading.attributions == ()


def test_language_without_a_table_of_attitudes_has_none():
    assert read("Kari Moe støtter forslaget.", "nb").attitudes == ()


def test_many_verbs_without_end_are_read_in_time():
    text = "Ann Hill supports " * 20_000

    assert isinstance(read(text[:200_000]).attitudes, tuple)


def test_spans_give_back_the_words():
    reading = read("Ann Hill opposed the toll. Owen Dale hopes to sell the ferry.")

    assert all(reading.report.text[q.span.start : q.span.end] == q.text for q in reading.attitudes)
    assert all(isinstance(q, Quote) and q.reason.rule.startswith("attitudes-v1:") for q in reading.attitudes)
