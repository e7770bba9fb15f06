"""A sketch holds what words say, bounded, whatever the text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.stories.sketch import FEATURES, day_of, sketch
from twosource.stories.vocabulary import vocabulary


def test_a_word_gives_itself_its_stem_and_what_it_names():
    found = vocabulary("de").features("Norwegen")

    assert found[0] == "w:norwegen"
    assert found[1].startswith("~")
    assert "place:NO" in found


def test_words_of_different_languages_name_the_same():
    assert set(vocabulary("en").keys("norway")) & set(vocabulary("es").keys("noruega"))


def test_words_of_the_grammar_say_nothing():
    assert vocabulary("en").features("The") == vocabulary("da").features("ikke") == ()


def test_names_of_two_words_are_places():
    assert "place:ZA" in sketch("", "Thousands met in South Africa.", "en").features


def test_names_of_two_words_stand_in_one_piece_of_text_or_in_two():
    assert "place:ZA" in sketch("", "The South-Africa summit began.", "en").features
    assert "place:ZA" in sketch("", "The summit in »South Africa« began.", "en").features
    assert "place:ZA" not in sketch("", "The south of Africa.", "en").features


def test_of_many_words_the_commonest_are_kept():
    rare = " ".join(f"x{number}" for number in range(2 * FEATURES))

    found = sketch("", f"{rare} barge barge", "en").features

    assert len(found) == FEATURES
    assert "w:barge" in found


def test_a_word_of_the_title_counts_more():
    found = sketch("Barge aground", "A pilot boat came.", "en").features

    assert found["w:barge"] > found["w:pilot"]


def test_the_words_of_an_address_count():
    assert "w:barge" in sketch("Two saved", "", "en", url="https://example.org/news/barge-aground-1").features


def test_days_are_known_or_not():
    assert day_of("1970-01-03") == 2
    assert day_of("1970-01-03T12:00") == 2.5
    assert day_of("2020-08") is day_of(None) is day_of("2020-13-41") is None


@settings(deadline=None)
@given(st.text(max_size=300), st.text(max_size=3000), st.sampled_from(["en", "ru", "und", "xx"]))
def test_any_text_gives_a_bounded_sketch(title, text, language):
    found = sketch(title, text, language)

    assert len(found.features) <= FEATURES
    assert all(0 < weight <= 1 for weight in found.features.values())


def test_a_million_marks_are_read_at_once():
    assert sketch("", "(" * 1_000_000, "en").features == {}
    assert len(sketch("", "abcdefg" * 100_000, "en").features) == 0
