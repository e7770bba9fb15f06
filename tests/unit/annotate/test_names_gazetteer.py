"""Gazetteers: words, phrases, ends of compounds."""

import pytest

from twosource.annotate.names_gazetteer import Gazetteer

LISTS = {"city": ["Nordby", "Stor Nordby", "Stor Nordby Havn"], "family": ["Nordby"], "orgend": ["*utvalg", "*valg"]}


@pytest.fixture
def gazetteer() -> Gazetteer:
    return Gazetteer(LISTS)


def test_a_word_has_all_its_classes_whatever_its_case(gazetteer: Gazetteer) -> None:
    assert gazetteer.classes("nordby") == ("city", "family")


@pytest.mark.parametrize("word", ["nordbys", "nordby's", "nordby’"])
def test_a_genitive_has_the_classes_of_its_word(gazetteer: Gazetteer, word: str) -> None:
    assert gazetteer.classes(word) == ("city", "family")


def test_an_unknown_word_has_none(gazetteer: Gazetteer) -> None:
    assert gazetteer.classes("sørby") == ()


def test_the_longest_phrase_wins_and_may_end_in_a_genitive(gazetteer: Gazetteer) -> None:
    assert gazetteer.phrase(["stor", "nordby", "havns", "kai"], 0) == (3, "city")
    assert gazetteer.phrase(["stor", "nordby"], 0) == (2, "city")
    assert gazetteer.phrase(["stor", "by"], 0) is None


def test_the_longest_end_of_a_compound_counts_and_no_word_is_an_end_alone(gazetteer: Gazetteer) -> None:
    assert gazetteer.endings("byutvalg") == ("orgend",)
    assert gazetteer.endings("byutvalgs") == ("orgend",)
    assert gazetteer.endings("utvalg") != () or gazetteer.endings("valg") == ()
    assert gazetteer.endings("bygg") == ()


def test_a_whole_name_is_known_as_a_word_or_as_a_phrase(gazetteer: Gazetteer) -> None:
    assert gazetteer.known(["nordby"]) == ("city", "family")
    assert gazetteer.known(["stor", "nordby"]) == ("city",)
    assert gazetteer.known(["stor", "nordby", "kai"]) == ()
