"""Organisations are one party by their names in every language that the news uses."""

import pytest

from twosource.link.organisations import register_of


@pytest.mark.parametrize(
    "names",
    [
        ["WHO", "Organisation mondiale de la santé", "Światowa Organizacja Zdrowia", "Wereldgezondheidsorganisatie"],
        ["European Commission", "Commission européenne", "Commissione europea", "Komisja Europejska", "Comissão Europeia"],
        ["Red Cross", "Croix-Rouge", "Croce Rossa", "Cruz Vermelha", "Rode Kruis", "Czerwony Krzyż"],
        ["IAEA", "AIEA", "Aiea", "MAEA", "Internationaal Atoomenergieagentschap"],
        ["Doctors Without Borders", "Médecins sans frontières", "Medici senza frontiere", "Artsen zonder Grenzen"],
    ],
)
def test_one_party(names):
    table = register_of()

    assert len({table.lookup(name).party for name in names}) == 1
