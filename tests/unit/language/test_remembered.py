"""What is said of words is worked out once a word, and never more kept than was asked for."""

from __future__ import annotations

from twosource.language import LONGEST, Remembered
from twosource.language.remembered import MOST


def test_a_word_is_worked_out_once():
    asked: list[str] = []
    lengths = Remembered(lambda word: asked.append(word) or len(word))

    assert [lengths[word] for word in ("en", "to", "en", "tre", "to")] == [2, 2, 2, 3, 2]
    assert asked == ["en", "to", "tre"]


def test_no_text_makes_it_grow_without_bound():
    lengths = Remembered(len)

    assert all(lengths[str(number)] == len(str(number)) for number in range(2 * MOST + 1))
    assert len(lengths) <= MOST


def test_a_word_longer_than_those_of_tables_is_not_kept():
    lengths = Remembered(len)

    assert lengths["x" * (LONGEST + 1)] == LONGEST + 1
    assert not lengths
