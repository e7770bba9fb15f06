"""Features: shapes, first words, spans of labels, and what hangs on the place."""

import pytest

from twosource.annotate.names_features import (
    DocumentCase,
    FeatureMaker,
    Knowledge,
    first_words,
    labels_to_spans,
    shape,
)
from twosource.annotate.names_gazetteer import Gazetteer


@pytest.fixture
def maker() -> FeatureMaker:
    return FeatureMaker("nb", Knowledge(Gazetteer({"city": ["Nordby", "Stor Nordby"]}), {"han": "3"}))


def features(maker: FeatureMaker, words: list[str]) -> list[list[bytes]]:
    types, firsts, case = maker.types(words), first_words(words), DocumentCase()
    case.add(types, firsts)
    return maker.sequence(types, firsts, case)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("hus", "x"), ("Hus", "Xx"), ("EU", "XX"), ("NATO", "XX"), ("EU-møte", "XX-x"), ("7.000", "9.9"), ("eBay", "xXx")],
)
def test_shapes_shorten_runs(word: str, expected: str) -> None:
    assert shape(word) == expected


def test_the_first_word_of_a_sentence_and_of_a_quotation_may_be_large_for_that_alone() -> None:
    words = ["«", "Han", "går", ".", "”", "Hun", "ser", "Ås"]
    assert first_words(words) == [True, True, False, False, True, True, False, False]


def test_labels_become_spans_also_where_the_beginning_is_missing() -> None:
    labels = ["O", "B-person", "I-person", "B-person", "O", "I-place", "I-other"]
    assert labels_to_spans(labels) == [(1, 3, "person"), (3, 4, "person"), (5, 6, "place"), (6, 7, "other")]


def test_no_labels_no_spans() -> None:
    assert labels_to_spans([]) == []


def test_a_word_first_in_its_sentence_has_other_features_than_inside(maker: FeatureMaker) -> None:
    first = features(maker, ["Nordby", "sover"])[0]
    inside = features(maker, ["I", "Nordby"])[1]
    assert b"C=Xx^" in first
    assert b"C=Xx" in inside
    assert b"C=Xx^" not in inside


def test_phrases_of_the_gazetteer_are_marked_where_a_letter_is_large(maker: FeatureMaker) -> None:
    assert b"m=Bcity" in features(maker, ["i", "Stor", "Nordby"])[1]
    assert b"m=Icity" in features(maker, ["i", "Stor", "Nordby"])[2]
    assert not any(f.startswith(b"m=") for row in features(maker, ["en", "stor", "nordby"]) for f in row)


def test_every_word_of_a_run_sees_the_words_around_the_run(maker: FeatureMaker) -> None:
    made = features(maker, ["i", "Per", "Nordby", "sa"])
    assert all(b"<w=i" in made[i] and b">w=sa" in made[i] for i in (1, 2))
    assert b">w=sa" not in made[0]


def test_small_letters_elsewhere_in_the_report_are_seen(maker: FeatureMaker) -> None:
    words = ["Han", "gikk", ".", "Så", "kom", "han"]
    assert b"d=110" in features(maker, words)[0]
    assert b"d=100" in features(maker, words[:3])[0]
    assert b"v=13" in features(maker, words)[0]
