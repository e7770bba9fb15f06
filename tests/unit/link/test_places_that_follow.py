"""Whose an office or body is where the place stands right behind it, in the genitive."""

import pytest
from tests.unit.link.make import link_to, make_reading

from twosource.link import cast


@pytest.mark.parametrize(
    ("marked", "words", "language", "key"),
    [
        ("Шведские города затоплены. Ранены десять человек, сообщила полиция Норвегии.", "полиция", "ru", "state:NO"),
        ("Szwedzkie miasta są zalane. Ranne są trzy osoby, podała policja Norwegii.", "policja", "pl", "state:NO"),
        ("Шведські міста затоплено. Поранено трьох людей, повідомила поліція Норвегії.", "поліція", "uk", "state:NO"),
        ("Szwedzkie miasta są zalane. Trzy osoby są ranne, podała norweska policja.", "policja", "pl", "state:NO"),
    ],
)
def test_a_body_is_of_the_place_behind_it(marked, words, language, key):
    reading = make_reading(marked, language, links=[(words, "body")])

    assert cast([reading]).party(link_to(reading, words, "body"), "r1").key == key
