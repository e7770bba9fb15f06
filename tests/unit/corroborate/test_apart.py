"""Whether two parties are known to be two."""

from __future__ import annotations

import pytest

from twosource.corroborate.apart import Voice, are_apart, most_apart
from twosource.link import Party, alike_sorts


def voice(key: str, kind: str = "organisation", sort: str = "", score: float = 1.0, languages: str = "nb") -> Voice:
    return Voice(Party(key, key.partition(":")[2], kind, "", score, sort), frozenset(languages.split()))


def never(_: Voice, __: Voice) -> bool:
    return False


POLICE = voice("state:NO", "state", "state", 0.6)
HOSPITAL = voice("org:sankt-olav", sort="health", languages="da")
COMPANY = voice("org:nordlys", sort="company", languages="en")
WITNESS = voice("person:anna-vik", "person", "private", 0.65, "sv")
STRANGER = voice("person:nils-berg", "person", "", 0.5)


@pytest.mark.parametrize(
    ("a", "b"),
    [(POLICE, HOSPITAL), (POLICE, COMPANY), (POLICE, WITNESS), (HOSPITAL, COMPANY), (WITNESS, COMPANY)],
)
def test_parties_of_two_sorts_are_two_whatever_the_tables_know(a: Voice, b: Voice):
    assert are_apart(a, b, never)
    assert are_apart(b, a, never)


def test_a_guessed_party_may_be_any_other():
    assert not any(are_apart(STRANGER, other, never) for other in (POLICE, HOSPITAL, COMPANY, WITNESS))


def test_two_bodies_of_states_told_by_the_setting_may_be_of_one():
    assert not are_apart(POLICE, voice("state:SE", "state", "state", 0.6), never)
    assert not are_apart(POLICE, voice("state:SE", "state", "state", 0.95), never)
    assert are_apart(voice("state:NO", "state", "state"), voice("state:SE", "state", "state", 0.95), never)


@pytest.mark.parametrize("pair", sorted(tuple(sorted(pair)) for pair in alike_sorts()))
def test_sorts_that_may_speak_with_one_voice_are_not_two(pair: tuple[str, str]):
    a, b = (voice(f"org:{sort}", sort=sort) for sort in pair)

    assert not are_apart(a, b, never)


def test_two_companies_of_two_languages_count_where_one_report_names_both():
    other = voice("org:havbruk", sort="company", languages="es")

    assert not are_apart(COMPANY, other, never)
    assert are_apart(COMPANY, other, lambda _a, _b: True)


def test_two_witnesses_are_two_unless_they_share_a_name():
    assert are_apart(WITNESS, voice("person:olle-lund", "person", "private", 0.65, "en"), never)
    assert not are_apart(WITNESS, voice("person:vik", "person", "private", 0.65, "en"), never)


@pytest.mark.parametrize("name", ["org:xyz", "org:nasjonalt-institutt-for-rad"])
def test_a_name_of_no_known_sort_may_be_a_body_of_the_state(name: str):
    body = voice(name, score=0.7)

    assert not are_apart(POLICE, body, lambda _a, _b: True)
    assert are_apart(body, voice("org:nordlysvakta", score=0.7), never)


def test_who_is_heard_only_through_the_other_is_no_second_source():
    through_company = HOSPITAL._replace(through=frozenset({COMPANY.party.key}))

    assert not are_apart(through_company, COMPANY, never)
    assert not are_apart(COMPANY, through_company, never)
    assert are_apart(through_company, POLICE, never)


def test_two_who_are_heard_through_one_third_are_not_two():
    one, other = (each._replace(through=frozenset({"org:holm"})) for each in (HOSPITAL, COMPANY))

    assert not are_apart(one, other, never)


def test_the_greatest_set_counts_and_not_the_first():
    unsure = voice("state:SE", "state", "state", 0.6)

    assert most_apart([POLICE, unsure, HOSPITAL, COMPANY], never) == 3
    assert most_apart([], never) == 0
    assert most_apart([STRANGER], never) == 1


def test_many_parties_do_not_take_for_ever():
    many = [voice(f"org:x{n}", sort="company") for n in range(300)]

    assert most_apart(many, never) == 300
