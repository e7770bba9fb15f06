"""What an authority denies: the small word that denies it was taken for an adverb of the authority."""

import pytest

from twosource.model import Report
from twosource.pipeline import annotate


@pytest.mark.parametrize(
    ("language", "text", "denial"),
    [
        ("pl", "Według policji w budynku nie było alarmu.", "nie było"),
        ("ru", "По словам прокурора в здании не было сигнализации.", "не было"),
        ("uk", "За словами прокурора у будівлі не було сигналізації.", "не було"),
        ("it", "Secondo la polizia nel palazzo non c'era allarme.", "non c'era"),
    ],
)
def test_a_denial_is_part_of_what_is_said(language: str, text: str, denial: str):
    (quote,) = annotate(Report(id="a", source="a", text=text, language=language)).quotes

    assert denial in text[quote.span.start : quote.span.end]
