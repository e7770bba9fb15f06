"""What stands where: sections, quotes side by side, the timeline, who is who."""

import msgspec
import pytest
from tests.unit.render.edge_cases import bare, crowded
from tests.unit.render.fixtures import ferry

from twosource.errors import UsageError
from twosource.render.arrange import (
    cast,
    common_folder,
    copies,
    members,
    other_names,
    places,
    quote_groups,
    roles,
    sections,
    select,
    tally,
    timeline,
)

STORY = ferry().stories[0]


def test_contested_facts_come_first_and_agreed_ones_last() -> None:
    assert [section.verdict for section in sections(STORY)] == ["conflict", "compatible", "single", "agree"]
    assert tally(STORY) == [("conflict", 2), ("compatible", 1), ("single", 3), ("agree", 2)]


def test_counts_of_people_come_before_other_facts() -> None:
    assert [fact.id for fact in sections(STORY)[0].facts] == ["f1", "f4"]
    assert [fact.id for fact in sections(STORY)[2].facts] == ["f6", "f5", "f8"]


def test_quotes_of_the_same_words_stand_together_and_first_then_those_as_spoken() -> None:
    groups = quote_groups(STORY)

    assert [[quote.report for quote in group] for group in groups] == [["r1", "r2"], ["r4"], ["r1"]]


def test_the_timeline_is_in_order_and_the_unknown_is_last() -> None:
    entries = timeline(STORY)

    assert [entry.when for entry in entries] == [
        "a Saturday in March 2021",
        "a Sunday in March 2021",
        "Sunday 7 March 2021",
        "a Sunday, 7–28 March 2021",
        "a Wednesday, date not known",
    ]
    assert [entry.known for entry in entries] == [True, True, True, True, False]


def test_who_speaks_or_is_cited_comes_first() -> None:
    found = {kind: [entity.id for entity in entities] for kind, entities in cast(STORY)}

    assert list(found) == ["person", "organisation", "place", "other"]
    assert found["organisation"][0] == "e3"


def test_places_have_names_where_the_dossier_knows_them() -> None:
    assert places(STORY) == ["Norway"]


def test_a_role_names_the_place_that_it_is_of() -> None:
    entity = msgspec.structs.replace(STORY.entities[0], roles=("president:NO", "vice_mayor", "judge:XX"))

    assert roles(STORY, entity) == "president (Norway), vice mayor, judge (XX)"


def test_names_that_say_nothing_new_are_left_out() -> None:
    assert other_names(STORY.entities[0]) == {}
    assert other_names(STORY.entities[1]) == {"nb": ("Norge",), "da": ("Norge", "norske")}


def test_a_folder_that_all_files_are_in_is_told_once() -> None:
    reports = ferry().reports

    assert common_folder(reports[:3]) == "clippings/"
    assert common_folder(reports) == ""
    assert common_folder([msgspec.structs.replace(reports[0], source="https://example.org/a")]) == ""
    assert common_folder([]) == ""


def test_copies_are_listed_under_what_they_copy() -> None:
    assert copies(ferry(), STORY) == {"r1": ["r2"]}
    assert [report.id for report in members(ferry(), STORY)] == ["r1", "r2", "r3", "r4"]


@pytest.mark.parametrize(
    ("only", "kept"),
    [
        (["conflict"], {"f1", "f4"}),
        (["conflict", "figure"], {"f1"}),
        (["conflict", "agree"], {"f1", "f3", "f4", "f7"}),
        (["f2"], {"f2"}),
        (["s1", "compatible"], {"f2"}),
    ],
)
def test_a_choice_keeps_what_it_names(only: list[str], kept: set[str]) -> None:
    chosen = select(ferry(), only)

    assert {fact.id for story in chosen.stories for fact in story.facts} == kept


def test_a_choice_that_names_nothing_says_what_there_is() -> None:
    with pytest.raises(UsageError, match=r"nonsense; there are: .*conflict.*f1"):
        select(ferry(), ["nonsense"])


def test_an_empty_story_gives_empty_sections() -> None:
    story = bare().stories[0]

    assert (sections(story), quote_groups(story), timeline(story), list(cast(story))) == ([], [], [], [])


def test_quotes_that_point_at_each_other_in_a_ring_end() -> None:
    story = crowded(3).stories[0]

    assert len(quote_groups(story)) == 3
