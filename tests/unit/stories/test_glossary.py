"""Glossaries: words of several languages and alphabets by what they mean."""

import pytest

from twosource.language import codes, load
from twosource.link.skeleton import frame, skeleton
from twosource.stories.glossary import glossary

WITH = [code for code in codes() if load(code).has("glossary")]
MEANING = "meaning:"


def meanings(code, word):
    found = glossary(code).known(word)
    return set(found.meanings) if found else set()


def test_words_of_two_languages_meet_in_what_they_mean():
    assert meanings("de", "krankenhaus") & meanings("en", "hospital")


@pytest.mark.parametrize("word", ["brücke", "bruecke", "brucke", "brücken"])
def test_a_word_is_known_with_and_without_its_marks_and_endings(word):
    assert meanings("de", word) == {f"{MEANING}bridge"}


def test_a_compound_means_what_its_parts_mean():
    assert meanings("de", "waldarbeiter") == {f"{MEANING}forest", f"{MEANING}work"}


def test_a_compound_with_an_unknown_part_means_what_the_end_of_it_means():
    assert meanings("de", "elbbrücke") == {f"{MEANING}bridge"}


def test_only_a_language_of_compounds_has_parts_of_words():
    assert meanings("en", "firetruck") == set()


def test_numbers_of_pages_and_words_of_grammar_say_nothing():
    assert [glossary("de").known(word) for word in ("id27931357", "a7f3c", "und", "fuer")] == [None] * 4


def test_a_name_keeps_its_letters_before_a_number():
    assert glossary("en").known("covid19").meanings == glossary("en").known("covid").meanings


def test_a_word_of_another_alphabet_is_known_in_latin_letters():
    assert glossary("ru").known("москва").names == glossary("ru").known("moskva").names != ()


def test_a_language_without_a_glossary_knows_no_meanings():
    assert glossary("und").known("bridge").meanings == ()


def test_a_frame_begins_as_the_skeleton_does():
    for word in ("Häuser", "Tsikhanouskaya", "пожара", "schießerei"):
        assert frame(word)[:4] == skeleton(word)[:4]


@pytest.mark.parametrize("code", WITH)
def test_a_row_is_a_meaning_once_and_forms_without_spaces(code):
    rows = [row.partition(": ") for row in load(code).table("glossary")["meaning"]]
    heads = [meaning for meaning, _, _ in rows]

    assert heads == sorted(set(heads))
    assert all(form.isalnum() for _, _, forms in rows for form in forms.split(", "))


@pytest.mark.parametrize("code", WITH)
def test_every_meaning_has_an_english_word(code):
    def heads(language):
        return {row.partition(": ")[0] for row in load(language).table("glossary")["meaning"]}

    assert heads(code) <= heads("en")


@pytest.mark.parametrize("word", ["Томске", "томской", "Tomskoj", "tomskaya", "томичей"])
def test_a_region_is_known_by_its_seat_its_adjective_and_its_people(word):
    assert glossary("ru").known(word.casefold()).names == ("place:RU/tomsk",)


def test_a_form_that_stands_for_itself_alone_is_no_beginning():
    assert glossary("ru").known("коми").names == ("place:RU/komi",)
    assert "place:RU/komi" not in glossary("ru").known("комиссия").names


@pytest.mark.parametrize("code", WITH)
def test_a_region_has_one_row_and_a_form_one_region(code):
    rows = [row.partition(": ") for row in load(code).table("glossary").get("region", ())]
    forms = [form for _, _, found in rows for form in found.split(", ")]

    assert len({region for region, _, _ in rows}) == len(rows)
    assert len(set(forms)) == len(forms)
    assert glossary(code).regions == {f"place:{region}" for region, _, _ in rows}
