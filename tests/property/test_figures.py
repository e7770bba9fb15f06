"""Figures in any text: spans, intervals and order hold whatever is read."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from twosource.annotate.draft import Draft
from twosource.annotate.figures import find_figures
from twosource.language import codes
from twosource.language.tables import load_or_generic
from twosource.model import Report

PIECES = [
    "en",
    "to",
    "og",
    "af",
    "hundre",
    "million",
    "12",
    "7.000",
    "1,5",
    "%",
    "kr",
    "-",
    "til",
    "mellom",
    ".",
    "(",
    "minst",
]
TEXTS = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join))


def draft_of(text: str, code: str) -> Draft:
    return Draft(report=Report(id="r", source="r", text=text, language=code), language=load_or_generic(code))


@given(TEXTS, st.sampled_from([*codes(), "und"]))
def test_every_figure_gives_back_its_text_and_a_sound_interval(text: str, code: str):
    found = list(find_figures(draft_of(text, code)))

    assert all(text[f.span.start : f.span.end] == f.text for f in found)
    assert all(f.low is not None or f.high is not None for f in found)
    assert all(f.low is None or f.high is None or f.low <= f.high for f in found)
    assert [f.span for f in found] == sorted(f.span for f in found)


@given(st.integers(min_value=0, max_value=1400))
def test_plain_digits_are_worth_themselves(value: int):
    (figure,) = find_figures(draft_of(f"Der er {value} huse.", "da"))

    assert figure.low == figure.high == Decimal(value)
