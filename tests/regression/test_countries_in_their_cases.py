"""Countries and regions are known in the cases in which reports name them."""

from __future__ import annotations

import pytest

from twosource.language import tokenize
from twosource.link.places import gazetteer_of


@pytest.mark.parametrize(
    ("code", "text", "country"),
    [
        ("de", "In den Niederlanden sind 163 Menschen erkrankt.", "NL"),
        ("de", "Die Regierung der Vereinigten Staaten schweigt.", "US"),
        ("de", "Er floh in die Vereinigten Arabischen Emirate.", "AE"),
        ("fi", "Filippiineillä kuoli 40 ihmistä.", "PH"),
        ("ru", "Губернатор Воронежской области сообщил об этом.", "RU"),
        ("ru", "В Харьковской области погибли двое.", "UA"),
        ("ru", "В Пермском крае сгорел дом.", "RU"),
        ("uk", "На Харківщині та в Сумській області тривога.", "UA"),
        ("uk", "У Курській області РФ вибух.", "RU"),
    ],
)
def test_a_country_is_known_in_its_cases(code: str, text: str, country: str):
    assert country in {mention.place.code for mention in gazetteer_of(code).find(tokenize(text))}


@pytest.mark.parametrize(("code", "text"), [("ru", "В Этой области погибли двое."), ("uk", "У Своїй області вибух.")])
def test_any_word_before_a_region_is_no_town(code: str, text: str):
    assert not list(gazetteer_of(code).find(tokenize(text)))
