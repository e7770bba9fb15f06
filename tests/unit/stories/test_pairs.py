"""Pairs: how probable one event is, the same from both sides."""

import pytest

from twosource.stories.pairs import Judge, side

ONE = "A barge ran aground in Vesterhavn harbour on Monday. A pilot boat took two men off it."
OTHER = "Two men were taken off a barge by a pilot boat when it ran aground at Vesterhavn harbour."
COUNCIL = "The council of Ostby voted against a new swimming pool after a long debate about money."


def probability(one, other, beside=()):
    judge = Judge()
    judge.learn([side("", text, "en") for text in (ONE, OTHER, COUNCIL)])
    return next(judge.probabilities([(one, other), *beside]))


def english(text, url=None):
    return side("", text, "en", url)


def test_one_event_is_likelier_than_two():
    same, apart = probability(english(ONE), english(OTHER)), probability(english(ONE), english(COUNCIL))

    assert 0 <= apart < 0.5 < same <= 1


def test_left_and_right_are_alike():
    found = probability(english(ONE), english(OTHER))

    assert probability(english(OTHER), english(ONE)) == pytest.approx(found)


def test_one_outlet_seldom_tells_one_event_twice():
    same = [english(text, "https://example.org/a") for text in (ONE, OTHER)]
    apart = [english(ONE, "https://example.org/a"), english(OTHER, "https://example.com/a")]

    assert probability(*same) < probability(*apart)


def test_nothing_in_common_is_no_event():
    assert probability(english(""), english(ONE)) < 0.2


def test_two_languages_meet_without_a_name_in_common():
    burnt = side("Firefighters rescue horses from burning stable", "", "en")
    german = side("Feuerwehr rettet Pferde aus brennendem Stall", "", "de")
    bank = side("Zentralbank senkt Zinsen zum dritten Mal", "", "de")

    assert probability(burnt, german) > 3 * probability(burnt, bank)


def test_what_the_nearest_report_says_counts():
    one, other = side("Ferry adrift off Ostby", "", "en"), side("Engine trouble strands islanders", "", "en")
    third = side("Ferry adrift off Ostby: engine trouble strands islanders", "", "en")
    far = side("Council of Vesterhavn votes on a pool", "", "en")

    assert probability(one, other, [(third, far)]) > probability(one, other)


def test_a_batch_gives_a_line_for_each_pair():
    judge = Judge()

    assert list(judge.probabilities([])) == []
    assert len(list(judge.probabilities([(english(ONE), english(OTHER))] * 3))) == 3


def test_two_regions_are_two_events_and_one_region_rather_one():
    tomsk, volgograd = (side(f"Пожар на складе в {place}", "", "ru") for place in ("Томске", "Волгограде"))
    again = side("Склад загорелся в Томской области", "", "ru")
    nowhere = side("Склад загорелся утром", "", "ru")

    assert probability(volgograd, again) < probability(volgograd, nowhere) < probability(tomsk, again)


def test_a_report_that_stands_in_several_pairs_lends_nothing_to_itself():
    one, other, third = english(ONE), english(OTHER), english(COUNCIL)

    assert probability(one, other, [(one, third)]) == pytest.approx(probability(one, other, [(third, third)]))
