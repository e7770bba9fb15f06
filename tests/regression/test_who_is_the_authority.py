"""Whom a report names as the authority: bodies of two nouns, holders behind an adjective, lists, verbs of telling."""

from __future__ import annotations

import msgspec
import pytest

from twosource.ingest import make_report
from twosource.model import Reading
from twosource.pipeline import annotate


def read(code: str, text: str) -> Reading:
    return annotate(msgspec.structs.replace(make_report(text, source="x"), language=code))


def named(code: str, text: str) -> list[str]:
    """Return the last authority of each attribution of a text."""
    return [a.links[-1].name for a in read(code, text).attributions if a.links]


@pytest.mark.parametrize(
    ("code", "text", "names"),
    [
        ("en", "Four are missing, the energy and mines ministry said.", ["energy and mines ministry"]),
        ("en", "The ministry of mines said four are missing.", ["ministry of mines"]),
        ("pt", "A líder liberal, Rita Faro, disse que há 40 mortos.", ["Rita Faro"]),
        ("es", "La candidata liberal, Marta Luna, dijo que hay 40 muertos.", ["Marta Luna"]),
        ("nb", "To er borte. Det skriver AFP, som viser til politiet og en lokal lege.", ["politiet og en lokal lege"]),
        ("en", "Greens won the vote in Aragon with 34%, a near-complete count showed on Monday.", []),
    ],
)
def test_the_authority_is_named_whole(code: str, text: str, names: list[str]):
    assert named(code, text) == names


def test_a_ministry_of_two_things_is_not_the_second_of_them():
    (name,) = named("pt", "Há nove mortos, informou o Ministério da Energia e Minas.")

    assert name.startswith("Ministério")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ru", "Губернатор заявил о двух погибших и пяти раненых."),
        ("ru", "Минобороны подтвердило гибель двух человек."),
        ("uk", "Губернатор області повідомив про двох загиблих."),
        ("pl", "Gubernator powiedział o dwóch zabitych."),
        ("de", "Der Gouverneur meldete zwei Tote."),
        ("sv", "Guvernören rapporterar två döda."),
        ("fi", "Liitto vaatii 6,5 prosentin palkankorotusta."),
        ("is", "Félagið krefst 6,5 prósenta launahækkunar."),
        ("en", "The union is seeking a 6.5% pay rise."),
    ],
)
def test_who_tells_of_a_number_is_its_authority(code: str, text: str):
    assert len(named(code, text)) == 1


def test_who_turns_to_the_police_tells_nothing():
    assert named("de", "Zwei Menschen meldeten sich bei der Polizei.") == []


def test_a_town_behind_an_office_does_not_go_on_speaking():
    text = 'El alcalde de Chala, Rolando Quispe, elevó a once los muertos. "Hay más", declaró a una radio.'

    assert [quote.speaker.name for quote in read("es", text).quotes if quote.speaker and quote.direct] == [
        "Rolando Quispe"
    ]
