"""Which of several parties a person's is."""

from __future__ import annotations

from twosource.link import SOME_STATE, Party
from twosource.link.likeliest import likeliest


def state(code: str, score: float = 0.6) -> Party:
    return Party(f"state:{code}", code, "state", "", score)


def test_the_surest_is_taken_before_the_commonest():
    assert likeliest([state("NO"), state("NO"), state("SE", 0.9)]).key == "state:SE"


def test_among_guesses_the_commonest_is_taken():
    assert likeliest([state("NO"), state("SE"), state("SE")]).key == "state:SE"


def test_of_two_states_guessed_alike_none_can_be_told():
    assert likeliest([state("NO"), state("SE")]).key == SOME_STATE
    assert likeliest([state("SE"), state("NO")]).key == SOME_STATE


def test_of_two_that_are_told_as_surely_none_can_be_told_either():
    assert likeliest([state("NO", 0.9), state("SE", 0.9)]).key == SOME_STATE
    assert likeliest([state("SE", 0.9), state("NO", 0.9)]).key == SOME_STATE


def test_of_two_bodies_told_as_surely_one_is_only_guessed_and_always_the_same():
    hospital, company = (Party(f"body:{of}", of, of, "", 0.65) for of in ("hospital", "company"))

    either = likeliest([hospital, company])

    assert either == likeliest([company, hospital])
    assert either.score < hospital.score
