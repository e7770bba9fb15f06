"""Phrases of tables: what begins where, the longest first, and how often the tables are asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.unit.annotate.figures.fixtures import draft_of

from twosource.annotate.figures import find_figures
from twosource.annotate.figures.wording import Gate, Phrases, Spots, Words
from twosource.language import PhraseTable, Token, tokenize


def test_a_gate_gives_what_a_phrase_table_gives():
    rows = [("af", 1), ("af de", 2), ("af*", 3), ("=Af", 4), ("ud af", 5), ("ud _ huset", 6), ("*ud", 7), ("af", 8)]
    tokens = tokenize("Ud af de aftener, Af af ud i huset skud af")
    gate, table = Gate(rows), PhraseTable(rows)

    for index in range(len(tokens) + 1):
        expected = table.at(tokens, index) if index < len(tokens) else []
        assert sorted(gate.at(tokens, index)) == sorted(expected)
        assert [end for end, _ in gate.at(tokens, index)] == [end for end, _ in expected]


def test_a_phrase_that_the_text_cuts_short_is_not_found():
    tokens = tokenize("to tredjedele")

    assert Gate([("tredjedele af", 1), ("tredjedele", 2)]).at(tokens, 1) == [(2, 2)]
    assert Phrases([("tredjedele af", 1), ("tredjedele", 2)]).after(tokens, 1) == (2, 2)
    assert Phrases([("og to", 1), ("to", 2)]).before(tokens, 1) == (0, 2)


def test_a_sign_with_its_very_letters_stands_without_a_gap():
    signs = Phrases([("=A$", "AUD"), ("$", "USD")])

    assert signs.before(tokenize("A$5"), 2) == (0, "AUD")
    assert signs.before(tokenize("a $5"), 2) == (1, "USD")
    assert signs.before(tokenize("A $5"), 2) == (1, "USD")


def test_spots_are_found_by_position():
    spots = Spots([(1, 2, "a"), (4, 6, "b"), (4, 5, "c"), (9, 10, "d")])

    assert spots.between(2, 9) == [(4, 6, "b"), (4, 5, "c")]
    assert spots.between(-5, 2) == [(1, 2, "a")]
    assert Spots([]).between(0, 100) == []


def test_words_know_wildcards_and_forget_nothing():
    words = Words([("demonstrant*", 1), ("*ede", 2), ("den", 3)])

    assert [words.get(w) for w in ("demonstranter", "sårede", "den", "dens", "demonstranter", "x" * 5000)] == [
        1, 2, 3, None, 1, None,
    ]  # fmt: skip


PIECES = ["en ", "to ", "1 ", "1,", "1.", "1/2 ", "1-", "mellem ", "tusind ", "12 mio. ", "to procent af ",
          "en af dem ", "3 km og 2 m, ", "minus ", "fem komma ", "a1", "(", "en og "]  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_the_work_grows_with_the_text_and_no_faster(piece: str, monkeypatch: pytest.MonkeyPatch):
    asked = [0]

    def counting(plain: Callable[..., Any]) -> Callable[..., Any]:
        def asks(table: object, tokens: list[Token], index: int) -> object:
            asked[0] += 1
            return plain(table, tokens, index)

        return asks

    for table, name in ((Phrases, "after"), (Phrases, "before"), (Gate, "at")):
        monkeypatch.setattr(table, name, counting(getattr(table, name)))
    costs = []
    for times in (200, 400, 800):
        asked[0] = 0
        list(find_figures(draft_of(piece * times)))
        costs.append(asked[0])

    assert costs[2] - costs[1] <= 2.2 * (costs[1] - costs[0]) + 100
    assert costs[2] < 100 * 800
