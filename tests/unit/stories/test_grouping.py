"""Grouping: one event together, another apart, whatever the order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.model import Name, Reading, Reason, Report, Span
from twosource.stories import group
from twosource.stories.grouping import CROWD, FEW, SAME_OF_FEW, _Aspect, _join, _standing_out, _taken_in

HARBOUR = "A barge ran aground in Vesterhavn harbour on Monday. Pilot boat crews took two men off the barge."
HARBOUR_AGAIN = "Two men were taken off a barge by a pilot boat when it ran aground at Vesterhavn harbour."
SYLLABLES = ("ba", "di", "fo", "gu", "ka", "li", "mo", "nu", "pa", "ri")
COUNCIL = "The council of Ostby voted against a new swimming pool after a long debate about money."


def reading(id, text, published=None, places=()):
    names = tuple(
        Name(Span(text.index(p), text.index(p) + len(p)), p, "place", Reason("test-v1"), p, f"place:{p.lower()}-x")
        for p in places
    )
    return Reading(Report(id=id, source=id, text=text, published=published), names=names)


def three(first="2021-03-01", second="2021-03-02"):
    return [
        reading("a", HARBOUR, first, ["Vesterhavn"]),
        reading("b", HARBOUR_AGAIN, second, ["Vesterhavn"]),
        reading("c", COUNCIL, "2021-03-01", ["Ostby"]),
    ]


def test_two_reports_of_one_event_are_one_story_and_another_is_apart():
    assert group(three()).stories == (("a", "b"), ("c",))


def test_the_order_of_the_reports_does_not_change_the_stories():
    told = group(three()[::-1]).stories

    assert {frozenset(story) for story in told} == {frozenset({"a", "b"}), frozenset({"c"})}


def test_reports_a_month_apart_are_no_one_story():
    assert len(group(three(second="2021-04-02")).stories) == 3


def test_one_report_is_a_story():
    assert group(three()[:1]).stories == (("a",),)


def test_stories_join_by_their_average_and_not_by_their_nearest_members():
    likenesses = {(0, 1): 0.9, (2, 3): 0.9, (1, 2): 0.5, (0, 3): 0.0, (0, 2): 0.0, (1, 3): 0.0}

    assert _join(4, likenesses) == [[0, 1], [2, 3]]


def test_two_reports_liker_to_one_another_than_to_their_crowds_stand_out():
    crowd = {(a, b): 0.4 for a in range(CROWD + 1) for b in range(a + 1, CROWD + 1)}
    pair = {(CROWD + 1, CROWD + 2): 0.4}
    found = _standing_out(CROWD + 3, crowd | pair)

    assert found[CROWD + 1, CROWD + 2] > 0.4
    assert found[0, 1] == pytest.approx(0.4)


def told(*features):
    """Return what reports say as one aspect, and that all lie within the window of each other."""
    later = [frozenset(range(number + 1, len(features))) for number in range(len(features))]
    return [_Aspect(1.0, [dict.fromkeys(words.split(), 1.0) for words in features])], later


def test_a_report_like_a_story_as_a_whole_is_taken_in():
    aspects, later = told(
        "barge harbour pilot", "barge tow crane", "swim pool", "swim council", "harbour crane fog ice"
    )

    assert _taken_in([[0, 1], [2, 3], [4]], aspects, later) == [[0, 1, 4], [2, 3]]


def test_a_report_that_two_stories_could_take_in_stays_alone():
    aspects, later = told("barge harbour", "barge tow", "swim pool", "swim council", "harbour tow pool council")

    assert _taken_in([[0, 1], [2, 3], [4]], aspects, later) == [[0, 1], [2, 3], [4]]


def test_a_report_too_far_in_time_from_one_member_stays_alone():
    aspects, later = told(
        "barge harbour pilot", "barge tow crane", "swim pool", "swim council", "harbour crane fog ice"
    )
    later[1] -= {4}

    assert _taken_in([[0, 1], [2, 3], [4]], aspects, later) == [[0, 1], [2, 3], [4]]


@given(st.dictionaries(st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda p: p[0] < p[1]), st.floats(0, 1)))
def test_joining_gives_each_report_once_whatever_the_order_of_the_pairs(likenesses):
    found = _join(8, likenesses)

    assert sorted(n for story in found for n in story) == list(range(8))
    assert found == _join(8, dict(reversed(likenesses.items())))


def test_less_is_asked_of_a_few_reports():
    assert _join(2, {(0, 1): 0.28}) == [[0], [1]]
    assert _join(2, {(0, 1): 0.28}, SAME_OF_FEW) == [[0, 1]]


def test_no_reports_are_no_stories():
    assert group([]).stories == ()


def others():
    """Return as many reports of one kind of event as are few, each of another."""
    marks = [first + second for first in SYLLABLES for second in SYLLABLES][:FEW]
    return [
        reading(f"o{mark}", f"The panel of town {mark}usta met about plan {mark}ovik and chose {mark}erna.")
        for mark in marks
    ]


def test_among_many_reports_rare_words_of_any_length_tie_two_of_them():
    two = [reading("a", "An emu bit a vet at Ox Zoo."), reading("b", "At Ox Zoo a vet was bit by an emu.")]

    stories = group([*others(), *two]).stories

    assert ("a", "b") in stories
    assert len(stories) == FEW + 1


def test_among_many_reports_what_words_mean_ties_two_languages():
    english = Reading(
        Report(id="en", source="en", text="Firefighters rescue horses from burning stable", language="en")
    )
    german = Reading(Report(id="de", source="de", text="Feuerwehr rettet Pferde aus brennendem Stall", language="de"))

    assert ("en", "de") in group([*others(), english, german]).stories
