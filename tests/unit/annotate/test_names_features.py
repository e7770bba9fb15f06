"""Features: shapes, first words, spans of labels, and what hangs on the place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.names import Attributes

from twosource.annotate.names_features import FeatureMaker, first_words, labels_to_spans, may_begin
from twosource.annotate.names_gazetteer import Gazetteer
from twosource.annotate.names_knowledge import Knowledge

SEEN = {"all": {"bakke": "N2", "moen": "LN3"}, "nb": {"moen": "L2"}}


@pytest.fixture
def maker() -> FeatureMaker[list[str]]:
    return FeatureMaker(
        "nb", Knowledge(Gazetteer({"city": ["Nordby", "Stor Nordby"]}), {"han": "3", "reform": "2"}, SEEN), Attributes()
    )


def features(maker: FeatureMaker[list[str]], words: list[str]) -> list[list[str]]:
    (made,) = maker.features([maker.types(words)])
    return made


def test_the_first_word_of_a_sentence_and_of_a_quotation_may_be_large_for_that_alone() -> None:
    words = ["«", "Han", "går", ".", "”", "Hun", "ser", "Ås"]
    assert first_words(words) == [True, True, False, False, True, True, False, False]


def test_labels_become_spans_also_where_the_beginning_is_missing() -> None:
    labels = ["O", "B-person", "I-person", "B-person", "O", "I-place", "I-other"]
    assert labels_to_spans(labels) == [(1, 3, "person"), (3, 4, "person"), (5, 6, "place"), (6, 7, "other")]


def test_no_labels_no_spans() -> None:
    assert labels_to_spans([]) == []


def test_a_word_first_in_its_sentence_has_other_features_than_inside(maker: FeatureMaker[list[str]]) -> None:
    first = features(maker, ["Nordby", "sover"])[0]
    inside = features(maker, ["I", "Nordby"])[1]
    assert "C=Xx^" in first
    assert "C=Xx" in inside
    assert "C=Xx^" not in inside


def test_phrases_of_the_gazetteer_are_marked_where_a_letter_is_large(maker: FeatureMaker[list[str]]) -> None:
    assert "m=Bcity" in features(maker, ["i", "Stor", "Nordby"])[1]
    assert "m=Icity" in features(maker, ["i", "Stor", "Nordby"])[2]
    assert not any(f.startswith("m=") for row in features(maker, ["en", "stor", "nordby"]) for f in row)


def test_every_word_of_a_run_sees_the_words_around_the_run(maker: FeatureMaker[list[str]]) -> None:
    made = features(maker, ["i", "Per", "Nordby", "sa"])
    assert all("<w=i" in made[i] and ">w=sa" in made[i] for i in (1, 2))
    assert ">w=sa" not in made[0]


def test_small_letters_elsewhere_in_the_report_are_seen(maker: FeatureMaker[list[str]]) -> None:
    words = ["Han", "gikk", ".", "Så", "kom", "han"]
    assert "d=110" in features(maker, words)[0]
    assert "d=100" in features(maker, words[:3])[0]
    assert "v=13" in features(maker, words)[0]


def test_a_word_far_from_any_large_initial_sees_itself_alone(maker: FeatureMaker[list[str]]) -> None:
    made = features(maker, ["hun", "gikk", "seint", "hjem", "til", "Nordby"])
    assert not any(f.startswith(("-", "+")) for f in made[2])
    assert "+2w=nordby" in made[3]


def test_features_of_one_text_leave_those_of_the_next_as_they_are(maker: FeatureMaker[list[str]]) -> None:
    words = ["den", "store", "stor", "nordby", "er", "Ås", "i", "Stor", "Nordby", "og", "vi", "er", "her", "nå"]
    assert features(maker, words) == features(maker, words)
    assert features(maker, ["og", "vi", "er"])[1] == features(maker, ["nå", "vi", "er"])[1]


def test_what_a_word_was_in_names_is_known_for_the_language_and_for_all(maker: FeatureMaker[list[str]]) -> None:
    made = features(maker, ["Ola", "Moen"])[1]
    assert {"k=LN3", "k0=LN", "kL=nbLN", "kh=L2", "kH=nbL"} <= set(made)
    assert "+1k=L" in features(maker, ["Ola", "Moen"])[0]


@given(st.lists(st.sampled_from([".", "(", "«", "Ola", "kom", "!", "-", "“"]), max_size=12))
def test_one_word_is_told_to_begin_a_sentence_as_all_are(words: list[str]):
    assert [may_begin(words, index) for index in range(len(words))] == first_words(words)


TOWNS = {"all": {"nordby": "3", "ny_by": "2"}, "nb": {"nordby": "1"}}


def test_a_language_without_towns_of_its_own_knows_none() -> None:
    swedish = FeatureMaker("sv", Knowledge(Gazetteer({}), {}, {}, TOWNS), Attributes())
    assert not any(feature.startswith("y") for feature in features(swedish, ["i", "Nordby"])[1])


def test_the_sequences_of_a_report_see_nothing_of_each_other_but_how_words_are_written(
    maker: FeatureMaker[list[str]],
) -> None:
    lines = [["Ola", "Moen"], [], ["han", "kom"], ["Han", "så", "Ås"]]
    alone = [features(maker, line) for line in lines]
    together = maker.features([maker.types(line) for line in lines])
    assert together[:3] == alone[:3]
    assert together[3][1:] == alone[3][1:]
    assert "d=110" in together[3][0]
    assert "d=100" in alone[3][0]


def test_a_town_of_several_words_is_marked_in_a_run_of_large_initials() -> None:
    made = features(
        FeatureMaker("nb", Knowledge(Gazetteer({}), {}, {}, TOWNS), Attributes()), ["i", "Ny", "By", "Nordby"]
    )
    assert "yp=BF2" in made[1]
    assert "yp=IF2" in made[2]
    assert "y=H1F3" in made[3]
    assert not any(feature.startswith("y") for feature in made[0])
