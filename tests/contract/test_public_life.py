"""What politics, business, work, sport, culture, science and society report most: every language words it."""

from __future__ import annotations

from pathlib import Path

import pytest

from twosource.annotate import read_report
from twosource.language.tables import read_toml
from twosource.model import Report

TOLD = [
    pytest.param(row["id"], code, text, id=f"{row['id']}-{code}-{number}")
    for row in read_toml(Path(__file__).parent / "public_life.toml")["concept"]
    for code, texts in row.items()
    if isinstance(texts, list)
    for number, text in enumerate(texts)
]


@pytest.mark.parametrize(("concept", "code", "text"), TOLD)
def test_the_happening_is_found(concept: str, code: str, text: str) -> None:
    reading = read_report(Report(id="r", source="r", text=text, language=code, published="2021-03-04"))

    assert concept in {happening.concept for happening in reading.happenings}
