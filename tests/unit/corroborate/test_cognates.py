"""Cognates: what words keep from one language to the next."""

import pytest

from twosource.corroborate.cognates import shape


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("bildäck", "bildækket"),
        ("kylcontainer", "kølecontainer"),
        ("president", "präsident"),
        ("katastrof", "katastrophe"),
    ],
)
def test_cognates_have_one_shape(left: str, right: str):
    assert shape(left) == shape(right) is not None


@pytest.mark.parametrize("word", ["eau", "isla", "øya", "2020"])
def test_a_word_of_few_consonants_has_none(word: str):
    assert shape(word) is None
