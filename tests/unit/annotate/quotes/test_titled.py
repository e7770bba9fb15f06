"""Names in marks where a phrase would stand."""

from __future__ import annotations

from tests.unit.annotate.quotes.fixtures import quotes, said


def test_a_paper_in_marks_is_an_authority_and_no_quote():
    assert said("Laut „Seepost“ bleibt der Hafen zu.") == [("bleibt der Hafen zu", "„Seepost“")]


def test_a_paper_in_marks_speaks():
    assert said("Der Hafen bleibe zu, schreibt die „Seepost“.") == [("Der Hafen bleibe zu", "die „Seepost“")]


def test_an_unknown_name_behind_an_office_and_a_comma_is_its_bearers():
    quote = quotes("„Der Hafen ist zu“, sagte der Leiter der Behörde, Ulf Brömmel.")[0]
    assert quote.speaker is not None and quote.speaker.name == "Ulf Brömmel"
