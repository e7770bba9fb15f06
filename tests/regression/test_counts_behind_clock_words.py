"""A word that stands before clock times makes none of a number with what it counts ("um 350 Stellen")."""

from __future__ import annotations

import pytest

from twosource import read
from twosource.model import Report


@pytest.mark.parametrize(
    ("language", "text", "low"),
    [
        ("de", "Es geht um 350 Stellen.", 350),
        ("de", "Die Zahl wuchs um 1100 Menschen.", 1100),
        ("nl", "Het gaat om 350 banen.", 350),
    ],
)
def test_what_is_counted_is_a_count(language: str, text: str, low: int):
    (figure,) = read(Report("r1", "test", text, language=language, published="2024-05-15")).figures

    assert figure.low == low


def test_a_clock_time_is_no_count():
    assert read(Report("r1", "test", "Der Zug fährt um 18 Uhr.", language="de", published="2024-05-15")).figures == ()
