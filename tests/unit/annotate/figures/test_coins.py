"""Whose crowns or dollars are meant, and numbers beside words that look like turns of speech."""

import pytest
from tests.unit.annotate.figures.fixtures import figures


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("en", "Profit was 21 million Norwegian crowns. Revenue was 34 million crowns.", "NOK"),
        ("de", "Der Gewinn lag bei 21 Millionen dänischen Kronen, der Umsatz bei 34 Millionen Kronen.", "DKK"),
        ("es", "Ganó 21 millones de dólares canadienses e ingresó 34 millones de dólares.", "CAD"),
        ("da", "Firmaet tjente 21 millioner svenske kroner og omsatte for 34 millioner kroner.", "DKK"),
    ],
)
def test_bare_money_is_what_was_named_in_full_but_for_that_of_home(language, text, unit):
    assert figures(text, language)[-1].unit == unit


def test_a_turn_of_speech_ends_where_something_is_counted():
    assert [f.text for f in figures("Politiet tok beslag i to tonn kokain.", "nb")] == ["to tonn"]
    assert figures("Bilen ble delt i to.", "nb") == []


def test_francs_alone_are_swiss():
    (figure,) = figures("The bank pledged 100 billion francs.", "en")

    assert (figure.unit, figure.low) == ("CHF", 100_000_000_000)
