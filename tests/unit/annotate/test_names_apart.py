"""Names that ran together where no model was trained."""

from __future__ import annotations

import pytest

from twosource.annotate import read_report
from twosource.model import Report


@pytest.mark.parametrize(
    ("code", "text", "names"),
    [
        ("fi", "Kaksi loukkaantui, sanoo ministeri Pekka Virtanen Reutersin mukaan.", ["Pekka Virtanen", "Reutersin"]),
        ("fi", "Kone putosi järveen Norjan Finnmarkissa.", ["Norjan", "Finnmarkissa"]),
        ("fi", "Asiasta kertoi Juha Pekka Virtanen.", ["Juha Pekka Virtanen"]),
    ],
)
def test_names_that_ran_together_are_parted(code: str, text: str, names: list[str]) -> None:
    reading = read_report(Report(id="r", source="r", text=text, language=code, published="2021-03-04"))
    assert [name.text for name in reading.names] == names
