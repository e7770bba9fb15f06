"""One concept, many languages: what one language can say and count, the others can, too."""

from decimal import Decimal
from pathlib import Path

import pytest

from twosource.annotate import read_report
from twosource.corroborate.judging import counted_alike
from twosource.language.tables import read_toml
from twosource.model import Report

ROWS = [
    row
    for name in ("concepts", "emergencies")
    for row in read_toml(Path(__file__).with_name(f"{name}.toml"))["concept"]
]
TOLD = [
    pytest.param(row["id"], row.get("count"), row.get("unit"), code, text, id=f"{row['id']}-{code}-{text[:30]}")
    for row in ROWS
    for code, texts in row.items()
    if isinstance(texts, list)
    for text in texts
]


@pytest.mark.parametrize(("concept", "count", "unit", "code", "text"), TOLD)
def test_the_concept_is_found(concept: str, count: float | None, unit: str | None, code: str, text: str):
    reading = read_report(Report(id="r", source="r", text=text, language=code, published="2021-03-04"))

    if count is None:
        assert concept in {happening.concept for happening in reading.happenings}
    else:
        units = (unit,) if unit else ("person", "item")
        counts = [f for f in reading.figures if f.low == Decimal(str(count)) and f.unit in units]
        assert any(f.concept and counted_alike(f.concept, concept) for f in counts)
