"""Word types: their shapes."""

import pytest

from twosource.annotate.names_types import shape


@pytest.mark.parametrize(
    ("word", "expected"),
    [("hus", "x"), ("Hus", "Xx"), ("EU", "XX"), ("NATO", "XX"), ("EU-møte", "XX-x"), ("7.000", "9.9"), ("eBay", "xXx")],
)
def test_shapes_shorten_runs(word: str, expected: str) -> None:
    assert shape(word) == expected
