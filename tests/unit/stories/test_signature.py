"""Signatures: what of a reading tells which event it is of."""

from __future__ import annotations

import pytest

from twosource import read
from twosource.ingest import make_report
from twosource.stories.signature import sign


@pytest.mark.parametrize(
    ("language", "text", "places"),
    [
        ("fi", "Kaksi ihmistä kuoli tulipalossa Helsingissä.", {"place:FI", "place:FI/helsinki"}),
        ("fi", "Epäilty on kotoisin Norjasta.", {"place:NO"}),
        ("nb", "To menn fra Helsingfors ble pågrepet.", {"place:FI", "place:FI/helsinki"}),
        ("en", "The Finnish police held two men.", {"place:FI"}),
        ("en", "The police held two men.", set()),
    ],
)
def test_places_are_features_whether_or_not_a_name_was_found(language: str, text: str, places: set[str]):
    names = sign(read(make_report(text, source="x"), language=language)).features["name"]

    assert {name for name in names if name.startswith("place:")} == places
