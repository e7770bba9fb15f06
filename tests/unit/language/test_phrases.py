"""What tokens and tables of phrases promise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.language import PhraseTable, tokenize


def found(phrase: str, text: str) -> list[str]:
    tokens = tokenize(text)
    table = PhraseTable([(phrase, True)])
    return [text[tokens[first].start : tokens[end - 1].end] for first, end, _ in table.find(tokens)]


@given(st.text(max_size=200))
def test_tokens_are_the_text_without_white_space(text: str):
    tokens = tokenize(text)

    assert all(text[t.start : t.end] == t.text and t.fold == t.text.casefold() for t in tokens)
    assert "".join(t.text for t in tokens) == "".join(c for c in text if not c.isspace())


@pytest.mark.parametrize(
    ("phrase", "text", "words"),
    [
        ("les også", "Les også: Les  OGSÅ", ["Les også", "Les  OGSÅ"]),
        ("demonstrant*", "Demonstrantene kom", ["Demonstrantene"]),
        ("*skred", "et jordskred gikk", ["jordskred"]),
        ("=EU", "EU og eu", ["EU"]),
        ("ifølge _ leder", "ifølge partiets leder", ["ifølge partiets leder"]),
        ("f.eks.", "f.eks. Oslo", ["f.eks."]),
        ("brann", "brannen", []),
    ],
)
def test_phrases(phrase: str, text: str, words: list[str]):
    assert found(phrase, text) == words


def test_the_longest_phrase_goes_first_and_both_payloads_stay():
    table = PhraseTable([("to", 1), ("to tusen", 2), ("to tusen", 3)])
    tokens = tokenize("to tusen")

    assert table.longest(tokens, 0) == (2, 2)
    assert table.at(tokens, 0) == [(2, 2), (2, 3), (1, 1)]
