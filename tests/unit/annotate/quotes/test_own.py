"""Accounts that somebody gives of himself."""

from __future__ import annotations

import pytest
from tests.unit.annotate.quotes.fixtures import quotes


def origin(text: str, code: str) -> list[str]:
    (quote,) = quotes(text, code)
    return [link.name for link in quote.origin]


@pytest.mark.parametrize(
    ("code", "text", "who"),
    [
        ("de", "Die Reederei besitzt nach eigenen Angaben 40 Schiffe.", "Reederei"),
        ("de", "Nach eigenen Angaben hat die Reederei 40 Schiffe verkauft.", "Reederei"),
        ("de", "Voriges Jahr hat der Konzern nach eigenen Angaben 40 Schiffe verkauft.", "Konzern"),
        ("da", "Rederiet har efter eget udsagn solgt 40 skibe.", "Rederiet"),
        ("nb", "Politiet har ifølge egne tall bøtelagt 40 syklister.", "Politiet"),
        ("nn", "Politiet har etter eigne opplysningar bøtelagt 40 syklistar.", "Politiet"),
        ("sv", "Polisen har enligt egen uppgift bötfällt 40 cyklister.", "Polisen"),
        ("nl", "Het bedrijf heeft naar eigen zeggen 40 schepen verkocht.", "bedrijf"),
        ("en", "By its own account, the company has sold 40 ships.", "company"),
        ("en", "The company has, by its own admission, sold 40 ships.", "company"),
        ("es", "La empresa vendió, según sus propios datos, 40 barcos.", "empresa"),
        ("fr", "La compagnie a vendu, selon ses propres chiffres, 40 navires.", "compagnie"),
        ("ru", "Компания, по собственным данным, продала 40 судов.", "Компания"),
    ],
)
def test_whom_the_clause_is_about_gives_the_account(code: str, text: str, who: str):
    assert origin(text, code) == [who]


def test_an_account_of_nobody_who_can_give_one_is_nobodys():
    assert quotes("Im Mai waren es nach eigenen Angaben 40.", "de") == []


def test_a_count_behind_a_noun_is_no_part_of_a_name():
    ((link,),) = [quote.origin for quote in quotes("Laut der Behörde 40 Schiffe sind gesunken.", "de")] or [((),)]

    assert "40" not in link.name


@pytest.mark.parametrize(
    ("code", "text", "who"),
    [
        ("es", "El banco cerrará 190 oficinas. Según sus propios datos, tiene 9.400 empleados.", "banco"),
        ("de", "Der Konzern schwieg. In dem Werk arbeiten nach eigenen Angaben 210 Menschen.", "Konzern"),
    ],
)
def test_without_a_subject_it_is_the_account_of_whom_the_sentence_before_is_about(code: str, text: str, who: str):
    assert origin(text, code) == [who]
