"""Until a weekday: the one that comes, in every language that can say so."""

from __future__ import annotations

import pytest

from twosource.annotate import read_report
from twosource.model import Report


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("nb", "Veien er stengt til torsdag."),
        ("en", "The road is closed until Thursday."),
        ("de", "Die Straße ist bis Donnerstag gesperrt."),
        ("is", "Vegurinn er lokaður til fimmtudags."),
        ("fi", "Tie on suljettu torstaihin asti."),
        ("ru", "Дорога закрыта до четверга."),
        ("uk", "Дорогу закрито до четверга."),
        ("pl", "Droga jest zamknięta do czwartku."),
        ("it", "La strada è chiusa fino a giovedì."),
        ("pt", "A estrada está fechada até quinta-feira."),
    ],
)
def test_what_lasts_until_a_weekday_lasts_until_the_next(code: str, text: str) -> None:
    reading = read_report(Report(id="r", source="r", text=text, language=code, published="2023-03-28"))
    assert [when.edtf for when in reading.times] == ["2023-03-30"]
