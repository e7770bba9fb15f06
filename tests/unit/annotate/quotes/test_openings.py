"""Datelines without a dash, pronouns hung on a verb, media between a verb and its speaker."""

from __future__ import annotations

import pytest
from tests.unit.annotate.quotes.fixtures import reader_of

from twosource.annotate.quotes.openings import bare_medium, hung_pronoun, past_dateline


@pytest.mark.parametrize(
    ("text", "begins"), [("Kiel (AFP) Fünf Boote sanken.", "Fünf"), ("Der Bund (BUND) Kiel klagt.", "Der")]
)
def test_a_dateline_names_an_agency_in_brackets(text: str, begins: str):
    reader = reader_of(text)

    assert reader.char(past_dateline(reader, 0, len(reader.tokens))) == begins


def test_a_pronoun_hangs_on_hyphens():
    reader = reader_of("a-t-il dit", "fr")

    phrase = hung_pronoun(reader, 1, len(reader.tokens))

    assert phrase is not None and reader.read(phrase.first, phrase.last) == "il"
    assert hung_pronoun(reader, 0, len(reader.tokens)) is None


def test_a_medium_stands_bare_in_front_of_an_office():
    reader = reader_of("powiedział PAP rzecznik", "pl")

    phrase = bare_medium(reader, 1, len(reader.tokens))

    assert phrase is not None and reader.read(phrase.first, phrase.last) == "PAP"
