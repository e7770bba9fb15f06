"""The first words of phrases."""

import pytest

from twosource.language import PhraseTable, tokenize
from twosource.link.first_words import FirstWords

PHRASES = ["=EU", "politi*", "*minister", "leder av _", "EU-kommisjonen"]


@pytest.mark.parametrize("word", ["EU", "politiet", "finansminister", "leder", "Minister"])
def test_a_word_that_begins_a_phrase_can(word):
    assert FirstWords(PHRASES).can_begin(tokenize(word)[0])


@pytest.mark.parametrize("word", ["av", "pol", "ministeren", "hus"])
def test_a_word_that_begins_none_cannot(word):
    assert not FirstWords(PHRASES).can_begin(tokenize(word)[0])


@pytest.mark.parametrize("text", ["politiet sier", "en leder av noe", "EU-kommisjonen", "utenriksminister", "bare ord"])
def test_no_hit_of_the_table_is_missed(text):
    """Where the phrase table finds something, the first word says that it can."""
    tokens, table, first = tokenize(text), PhraseTable([(p, p) for p in PHRASES]), FirstWords(PHRASES)

    for index, token in enumerate(tokens):
        if table.longest(tokens, index) is not None:
            assert first.can_begin(token)
