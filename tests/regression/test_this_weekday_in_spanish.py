"""In Spanish news "este domingo" is the last Sunday where the clause tells what happened, else the next."""

from __future__ import annotations

import pytest

from twosource import read
from twosource.model import Report


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("La tormenta azotó este domingo la costa.", "2024-05-12"),
        ("El gobierno anunció este miércoles la medida.", "2024-05-15"),
        ("Las elecciones se celebrarán este domingo.", "2024-05-19"),
        ("Habrá una huelga este viernes.", "2024-05-17"),
    ],
)
def test_this_weekday_goes_by_the_tense(text: str, day: str):
    (time,) = read(Report("r1", "test", text, language="es", published="2024-05-15")).times

    assert time.edtf == day
