"""The roles of every language: whose a body is stands beside its name, not in it."""

from __future__ import annotations

import pytest

from twosource.language import tokenize
from twosource.language.tables import codes, load
from twosource.link.organisations import register_of
from twosource.link.role_table import roles_of


@pytest.mark.parametrize("code", [code for code in codes() if load(code).has("roles") and load(code).has("places")])
def test_no_body_of_a_state_is_named_with_its_country(code: str) -> None:
    """A form that holds "Russian" would hide whose the army is; the adjective is read beside the form."""
    places = load(code).table("places")
    home = places.get("home")
    words = {
        word.rstrip("*").lstrip("=").casefold()
        for row in places["territory"]
        if row["code"] != home
        for word in (*row.get("adjective", ()), row["name"], *row.get("also", ()))
    }
    bodies = [row for row in load(code).table("roles")["role"] if row["kind"] == "body" and row["of"] == "state"]
    held = [
        form
        for row in bodies
        for form in row["forms"]
        for word in form.casefold().split()
        if any(len(name) > 3 and word.startswith(name) and len(word) - len(name) <= 4 for name in words)
    ]
    assert not held


SPOKEN = {
    "fi": [
        ("Onnettomuutta tutkii pelastuspalvelu.", "rescue_service"),
        ("Kaivosyhtiön mukaan louhos on tyhjä.", "company"),
        ("Seismologian instituutin mukaan järistys oli heikko.", "geological_survey"),
        ("Presidentin kanslian tiedottajan mukaan vierailu peruttiin.", "government_spokesperson"),
        ("Työnantajaliitto torjuu vaatimuksen.", "employers"),
        ("Virkamiehet eivät kommentoi asiaa.", "officials"),
    ],
    "is": [
        ("Tollgæslan lagði hald á efnin.", "coast_guard"),
        ("Flugmannafélagið boðar verkfall.", "union"),
        ("Námufyrirtækið segir göngin örugg.", "company"),
        ("Að sögn embættismanna er leitinni lokið.", "officials"),
        ("Dótturfélagið var selt í vor.", "subsidiary"),
        ("Kosningayfirvöld telja aftur.", "election_authority"),
    ],
    "it": [
        ("Lo riferisce il soccorso alpino.", "rescue_service"),
        ("Secondo gli inquirenti la porta era aperta.", "police"),
        ("La compagnia ferroviaria ha fermato i treni.", "company"),
        ("Un alto funzionario ha parlato ai giornalisti.", "officials"),
        ("I servizi segreti indagano.", "intelligence_service"),
        ("Le sigle sindacali chiedono un incontro.", "union"),
    ],
    "pt": [
        ("A capitania do porto suspendeu as buscas.", "coast_guard"),
        ("A mineradora nega qualquer falha.", "company"),
        ("Segundo o centro hospitalar, oito pessoas tiveram alta.", "hospital"),
        ("Os serviços secretos foram avisados.", "intelligence_service"),
        ("A confederação sindical convocou a greve.", "union"),
        ("Fontes judiciais confirmaram a detenção.", "sources"),
    ],
    "ru": [
        ("Об этом сообщили в береговой охране.", "coast_guard"),
        ("По данным сейсмологического центра, толчок был слабым.", "geological_survey"),
        ("Авиакомпанией отменены рейсы.", "company"),
        ("В отраслевом профсоюзе назвали это ошибкой.", "union"),
        ("По словам главврача, состояние стабильное.", "doctor"),
        ("Посольством выданы документы.", "embassy"),
        ("Правозащитной организацией опубликован список.", "ngo"),
    ],
    "uk": [
        ("Про це повідомили в прикордонній службі.", "coast_guard"),
        ("За даними сейсмологічного центру, поштовх був слабким.", "geological_survey"),
        ("Енергокомпанією відновлено лінію.", "company"),
        ("У посольстві підтвердили затримання.", "embassy"),
        ("За словами очільника ОВА, рух відкрито.", "governor"),
        ("Обласною прокуратурою розпочато справу.", "prosecution_service"),
        ("Правозахисною організацією складено список.", "ngo"),
    ],
}


@pytest.mark.parametrize(("code", "text", "role"), [(code, *row) for code, rows in SPOKEN.items() for row in rows])
def test_a_role_is_known_in_the_cases_that_news_uses(code: str, text: str, role: str) -> None:
    """An office or body that stands in another case, or is told by a common other noun, is still that role."""
    roles, tokens = roles_of(code), tokenize(text)
    found = [hit[1].id for index in roles.beginnings(tokens) if (hit := roles.at(tokens, index)) is not None]
    assert role in found


@pytest.mark.parametrize(
    ("shown", "one"),
    [
        ("Красного Креста", "Red Cross"),
        ("Punaisen Ristin", "Red Cross"),
        ("Rauða krossins", "Red Cross"),
        ("Cruz Vermelha", "Red Cross"),
        ("ВООЗ", "World Health Organization"),
        ("Sameinuðu þjóðanna", "United Nations"),
        ("Кремля", "Kremlin"),
        ("Casa Bianca", "White House"),
    ],
)
def test_an_organisation_of_many_reports_is_one_in_every_language(shown: str, one: str) -> None:
    register = register_of()
    left, right = register.lookup(shown), register.lookup(one)
    assert left is not None
    assert right is not None
    assert left.key == right.key
