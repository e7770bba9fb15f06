"""Pieces of words, by which near languages are told apart."""

from __future__ import annotations

import json

import pytest
from training.languages import count, family, weigh

from twosource.language import load
from twosource.language.identify import NEAR, identify
from twosource.language.pieces import pieces


def test_a_word_gives_itself_its_beginnings_its_ends_and_what_is_inside():
    assert sorted(pieces("uge")) == ["^ug", "^uge$", "ge$"]
    assert set(pieces("flere")) == {"^flere$", "^fl", "^fle", "^fler", "re$", "ere$", "lere$", "ler", "ere"}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("da", "Fem mennesker døde efter en oversvømmelse i nat"),
        ("nb", "Fem personer er omkommet i en flom"),
        ("nb", "Fem omkom i flom i Albania. Fem personer er omkommet, opplyser albansk politi mandag."),
        ("nn", "Fem personar er omkomne i ein flaum"),
        ("sv", "Fem personer omkom i en översvämning"),
    ],
)
def test_headlines_of_near_languages_are_told_apart(code, text):
    assert identify(text).code == code


def test_the_table_is_of_languages_that_call_each_other_near():
    table = json.loads(NEAR.read_text(encoding="utf-8"))
    assert table["codes"] == family()
    assert all(set(load(code).near) & set(table["codes"]) for code in table["codes"])
    assert all(len(weights) == len(table["codes"]) for weights in table["pieces"].values())


def test_the_trainer_weighs_what_one_language_has_and_another_lacks(tmp_path):
    texts = {"xa": "huset bygges nu " * 20, "xb": "huset byggjast no " * 20}
    for code, text in texts.items():
        row = json.dumps({"text": f"{text} Navnet Står Her"})
        (tmp_path / f"{code}.jsonl").write_text(row + "\n", encoding="utf-8")
    counts = {code: count(tmp_path / f"{code}.jsonl") for code in texts}
    weights = weigh(counts)

    assert weights["^nu$"][0] > 0 > weights["^nu$"][1]
    assert "^huset$" not in weights
    assert not any("navn" in piece or "Navn" in piece for piece in weights)
    assert weigh(counts) == weights
