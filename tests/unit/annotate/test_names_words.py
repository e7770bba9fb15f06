"""Words as the names model sees them."""

import pytest

from twosource.annotate.names_words import find_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("EF-medlemmer stemte nei.", ["EF-medlemmer", "stemte", "nei", "."]),
        ("EU's topmøde", ["EU", "'s", "topmøde"]),
        ("Per O’Brien og H.C. Lund", ["Per", "O’Brien", "og", "H.C.", "Lund"]),
        ("J. R. Bye", ["J.", "R.", "Bye"]),
        ("7.000 meter, kl. 12:30", ["7.000", "meter", ",", "kl", ".", "12:30"]),
        ("Han så plan B. Det holdt.", ["Han", "så", "plan", "B.", "Det", "holdt", "."]),
        ("", []),
    ],
)
def test_words_are_cut_as_names_need_it(text: str, words: list[str]) -> None:
    assert find_words(text).texts == words


def test_offsets_give_back_the_words_in_the_whole_text() -> None:
    text = "En by: Ås-området, ifølge O’Hara's bok.\nNy linje"
    found = find_words(text, 3, 40)
    assert [text[s : found.end(i)] for i, s in enumerate(found.starts)] == found.texts
    assert found.starts[0] == 3
    assert found.end(len(found.starts) - 1) <= 40


def test_nothing_but_white_space_is_lost() -> None:
    text = "«A.b–c_d» 1,5% (№ 3) … e's\t¿Qué?"
    found = find_words(text)
    assert "".join(found.texts) == "".join(text.split())


@pytest.mark.parametrize("text", ["-" * 200_000, "a." * 100_000, "'" * 200_000, "1." * 100_000, "a-" * 100_000])
def test_hostile_text_costs_linear_time(text: str) -> None:
    assert len(find_words(text).texts) <= len(text)
