"""In a clause that ends with its participle the noun phrase before it is whom it happened to, if another acts."""

from __future__ import annotations

from decimal import Decimal

import msgspec
import pytest

from twosource.ingest import make_report
from twosource.pipeline import annotate


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("Die Polizei hat am Samstag acht Männer festgenommen.", ["Die Polizei"], ["acht Männer"]),
        ("Am Samstag hat die Polizei acht Männer festgenommen.", ["die Polizei"], ["acht Männer"]),
        ("In Bonn wurden acht Männer festgenommen.", [], ["acht Männer"]),
    ],
)
def test_who_was_arrested(text: str, who: list[str], whom: list[str]):
    reading = annotate(msgspec.structs.replace(make_report(text, source="x"), language="de"))
    (found,) = reading.happenings
    assert [reading.report.read(span) for span in found.who] == who
    assert [reading.report.read(span) for span in found.whom] == whom
    assert [(f.low, f.concept) for f in reading.figures] == [(Decimal(8), "arrest")]
