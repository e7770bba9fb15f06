"""Organisations are one party by their names in every language that the news uses."""

import pytest

from twosource import read
from twosource.link import cast
from twosource.link.organisations import register_of
from twosource.model import Report


@pytest.mark.parametrize(
    "names",
    [
        ["WHO", "Organisation mondiale de la santé", "Światowa Organizacja Zdrowia", "Wereldgezondheidsorganisatie"],
        [
            "European Commission",
            "Commission européenne",
            "Commissione europea",
            "Komisja Europejska",
            "Comissão Europeia",
        ],
        ["Red Cross", "Croix-Rouge", "Croce Rossa", "Cruz Vermelha", "Rode Kruis", "Czerwony Krzyż"],
        ["IAEA", "AIEA", "Aiea", "MAEA", "Internationaal Atoomenergieagentschap"],
        ["Doctors Without Borders", "Médecins sans frontières", "Medici senza frontiere", "Artsen zonder Grenzen"],
    ],
)
def test_one_party(names):
    table = register_of()

    assert len({table.lookup(name).party for name in names}) == 1


def test_name_right_behind_what_sort_of_body_it_is_is_that_body():
    """Not the company that was named before, and not a person."""
    texts = [
        ("nl", "Het bedrijf Kerntrans ligt stil.\n\nVolgens beveiligingsbedrijf Zonwacht zijn gegevens gestolen."),
        ("de", "Die Firma Kerntrans steht still.\n\nNach Angaben der Sicherheitsfirma Zonwacht wurden Daten gestolen."),
    ]
    readings = [read(Report(f"r{n}", "test", text, language=code)) for n, (code, text) in enumerate(texts)]
    people = cast(readings)
    parties = [people.party(r.attributions[-1].links[-1], r.report.id) for r in readings]

    assert {party.label for party in parties if party is not None} == {"Zonwacht"}
    assert None not in parties
