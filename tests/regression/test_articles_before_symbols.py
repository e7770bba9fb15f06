"""A symbol of a unit is written behind figures: "a bar" is where people drink."""

from __future__ import annotations

import pytest

from twosource import read
from twosource.ingest import make_report


@pytest.mark.parametrize(
    ("language", "text", "units"),
    [
        ("en", "The fight began outside a bar.", []),
        ("sv", "Bråket började utanför en bar.", []),
        ("en", "The pressure in the pipe fell to 5 bar.", ["bar"]),
        ("en", "They walked a mile.", ["[mi_i]"]),
    ],
)
def test_an_article_counts_no_symbol(language: str, text: str, units: list[str]):
    assert [figure.unit for figure in read(make_report(text, source="x"), language=language).figures] == units
