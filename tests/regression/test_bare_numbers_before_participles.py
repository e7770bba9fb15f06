"""Twelve dead "and 21 injured": the second number is of the second verb, though only a participle is left of it."""

from __future__ import annotations

import pytest

from twosource import read
from twosource.ingest import make_report


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "Fire personer er drept og 17 skadd etter en brann flere steder i sentrum."),
        ("da", "Fire mennesker er dræbt og 17 såret ved et skyderi flere steder i byen."),
        ("en", "Four people were killed and 17 wounded in a shooting at a café and nearby."),
        ("de", "Vier Menschen wurden getötet und 17 verletzt."),
    ],
)
def test_the_bare_number_is_of_its_participle(language: str, text: str):
    figures = read(make_report(text, source="x"), language=language).figures
    assert [(str(f.low), f.concept) for f in figures if f.unit == "person"] == [("4", "death"), ("17", "injury")]
