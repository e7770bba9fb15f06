"""Who passes on what another says, and who speaks where verb and speaker stand apart."""

import pytest

from twosource.annotate.attributions import chain_at
from twosource.annotate.stages import read_report
from twosource.model import Report, Span

ROWS = [
    ("fr", "Neuf ouvriers sont blessés, a indiqué la mairie citée par l'agence Reuters.", "Reuters > mairie"),
    ("fr", "Neuf ouvriers sont blessés, selon le préfet Luc Aubry, interrogé par France Info.", "France Info > Aubry"),
    (
        "fr",
        "Selon trois sources proches du groupe citées par Reuters, neuf ouvriers sont blessés.",
        "Reuters > sources",
    ),
    ("fr", "L'Organisation mondiale de la santé indique que neuf ouvriers sont blessés.", "Organisation mondiale"),
    ("es", "Nueve obreros están heridos, según la alcaldía, citada por la agencia Reuters.", "Reuters > alcaldía"),
    (
        "es",
        "Nueve obreros están heridos, según informaron a Europa Press fuentes del sindicato.",
        "Europa Press > fuentes",
    ),
    (
        "es",
        "Nueve obreros están heridos, dijo a Europa Press un bombero que pidió el anonimato.",
        "Europa Press > bombero",
    ),
    ("es", "Según el atestado, Prado hirió a nueve obreros.", "atestado"),
    ("it", "Nove operai sono feriti, ha detto il sindaco Ugo Neri, citato dall'agenzia Reuters.", "Reuters > Neri"),
    ("it", "Nove operai sono feriti, secondo quanto annunciato dalla sindaca Ada Neri.", "Neri"),
    ("it", "Nove operai sono feriti, secondo quanto riferito all'Ansa da fonti sanitarie.", "Ansa > fonti"),
    ("it", "Nove operai sono feriti. Lo scrive la Bbc, che cita fonti sindacali.", "Bbc > fonti"),
    ("it", "Secondo il rapporto, Neri ha ferito nove operai.", "rapporto"),
    ("pt", "Nove operários estão feridos, disse o autarca Rui Melo, citado pela agência Reuters.", "Reuters > Melo"),
    ("pt", "Nove operários estão feridos, segundo informou a câmara em comunicado.", "câmara"),
    ("nl", "Negen arbeiders zijn gewond, meldt de BBC op basis van medische bronnen.", "BBC > bronnen"),
    (
        "pl",
        "Rannych jest dziewięć osób - powiedział wojewoda Jan Bór, cytowany przez agencję Reuters.",
        "Reuters > Bór",
    ),
    ("en", "Nine workers were hurt, Mayor Ann Bell told KXLO radio.", "KXLO > Bell"),
    ("en", "Nine workers were hurt, a city official who asked not to be named told Reuters.", "Reuters > official"),
    ("en", "Nine workers were hurt, Mayor Ann Bell was quoted as saying by the Anadolu agency.", "Anadolu > Bell"),
]
WORDS = {
    "fr": "euf ouvriers",
    "es": "nueve obreros",
    "it": "ove operai",
    "pt": "ove operários",
    "nl": "egen arbeiders",
    "pl": "dziewięć osób",
    "en": "ine workers",
}


@pytest.mark.parametrize(("code", "text", "wanted"), ROWS)
def test_chain(code, text, wanted):
    read = read_report(Report("r1", "test", text, language=code))
    start = text.casefold().index(WORDS[code].casefold())
    found = [link.name for link in chain_at(read, Span(start, start + len(WORDS[code])))]
    names = wanted.split(" > ")

    assert len(found) == len(names), found
    assert all(name in link for name, link in zip(names, found, strict=True)), found
