"""Words are shown in their sentence, and no more of the text is looked at than needed."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.render.fixtures import NB, TEXTS, ferry

from twosource.render.excerpt import LIMIT, excerpt, excerpt_of

TEXT = "Ja. Minst fire er døde. – Vi leter, sier hun kl. 11 i dag. Slutt!\nNy linje uten punktum"


def shown(words: str) -> tuple[str, str, str]:
    start = TEXT.index(words)
    return tuple(excerpt(TEXT, start, start + len(words)))


def test_the_sentence_around_the_words_is_given() -> None:
    assert shown("fire") == ("Minst ", "fire", " er døde.")


def test_words_that_begin_their_sentence_have_nothing_before_them() -> None:
    assert shown("Minst fire") == ("", "Minst fire", " er døde.")


def test_a_full_stop_before_a_digit_or_small_letter_ends_no_sentence() -> None:
    assert shown("11") == ("– Vi leter, sier hun kl. ", "11", " i dag.")


def test_a_line_ends_a_sentence() -> None:
    assert shown("linje") == ("Ny ", "linje", " uten punktum")


def test_words_with_their_full_stop_have_nothing_after_them() -> None:
    assert shown("er døde.") == ("Minst fire ", "er døde.", "")


def test_a_long_sentence_is_cut_at_a_word_and_says_so() -> None:
    text = "ord " * 200 + "HER" + " ord" * 200

    before, words, after = excerpt(text, 800, 803)

    assert words == "HER"
    assert before.startswith("… ord")
    assert after.endswith("ord …")
    assert len(before) < LIMIT + 3
    assert len(after) < LIMIT + 3


def test_a_header_is_no_part_of_the_first_sentence() -> None:
    account = ferry().stories[0].facts[0].accounts[0]
    title = msgspec.structs.replace(account, report="r1", start=NB.index("gikk"), end=NB.index("gikk") + 4)

    assert excerpt_of(TEXTS, title).before == "Fergen «Havørnen» "


@pytest.mark.parametrize("head", ["OSLO, 3. mai 2023 (NTB) - ", "Oslo (NTB) – ", "Ås 3.5. (NTB-AFP) — "])
def test_a_dateline_is_no_part_of_the_first_sentence(head: str) -> None:
    text = head + "I natt brant to hus. Tre hus sto igjen."
    start = text.index("to hus")

    assert excerpt(text, start, start + 6).text == "I natt brant to hus."


def test_very_long_words_are_cut() -> None:
    account = msgspec.structs.replace(ferry().stories[0].facts[0].accounts[0], start=0, end=5000)

    assert len(excerpt_of({account.report: "ord " * 2000}, account).text) < 700


def test_without_the_text_the_words_stand_alone() -> None:
    account = ferry().stories[0].facts[0].accounts[0]

    assert tuple(excerpt_of({}, account)) == ("", account.text, "")
    assert excerpt_of({account.report: "kort"}, account).words == account.text


@given(st.text(max_size=300), st.integers(0, 300), st.integers(1, 50))
def test_the_words_are_always_those_of_the_span(text: str, start: int, length: int) -> None:
    found = excerpt(text, start, start + length)

    assert found.words == text[start : start + length]
    assert found.text == found.before + found.words + found.after
