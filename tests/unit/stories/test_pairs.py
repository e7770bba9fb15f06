"""Pairs: how probable one event is, the same from both sides."""

from twosource.stories.pairs import Judge, side

ONE = "A barge ran aground in Vesterhavn harbour on Monday. A pilot boat took two men off it."
OTHER = "Two men were taken off a barge by a pilot boat when it ran aground at Vesterhavn harbour."
COUNCIL = "The council of Ostby voted against a new swimming pool after a long debate about money."


def judge():
    found = Judge()
    found.learn(side("", text, "en") for text in (ONE, OTHER, COUNCIL))
    return found


def test_one_event_is_likelier_than_two():
    same = judge().probability(side("", ONE, "en"), side("", OTHER, "en"))
    apart = judge().probability(side("", ONE, "en"), side("", COUNCIL, "en"))

    assert 0 <= apart < 0.5 < same <= 1


def test_left_and_right_are_alike():
    one, other = side("", ONE, "en"), side("", OTHER, "en")

    assert abs(judge().probability(one, other) - judge().probability(other, one)) < 1e-12


def test_one_outlet_seldom_tells_one_event_twice():
    same = [side("", text, "en", "https://example.org/a") for text in (ONE, OTHER)]
    apart = [side("", ONE, "en", "https://example.org/a"), side("", OTHER, "en", "https://example.com/a")]

    assert judge().probability(*same) < judge().probability(*apart)


def test_nothing_in_common_is_no_event():
    assert judge().probability(side("", "", "en"), side("", ONE, "en")) < 0.2
