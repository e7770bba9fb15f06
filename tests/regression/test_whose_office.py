"""Whose an office is that names no country: not the story's most told one where its sentence tells of another."""

from __future__ import annotations

import msgspec
import pytest

from twosource.ingest import make_report
from twosource.link import SOME_STATE, Party, cast
from twosource.pipeline import annotate


def party_of(code: str, text: str) -> Party | None:
    """Return the party of who speaks last in a text."""
    reading = annotate(msgspec.structs.replace(make_report(text, source="x"), language=code))
    return cast([reading]).party(reading.attributions[-1].links[-1], reading.report.id)


@pytest.mark.parametrize(
    ("code", "text", "key"),
    [
        ("es", "El presidente chileno, Pedro Soto, dijo que el puente está cerrado.", "state:CL"),
        ("es", "El ministro de Defensa peruano dijo que el puente está cerrado.", "state:PE"),
        ("it", "Il presidente cileno Pedro Soto ha detto che il ponte è chiuso.", "state:CL"),
        ("pt", "O presidente chileno, Pedro Soto, disse que a ponte está fechada.", "state:CL"),
        ("fr", "Le président chilien Pedro Soto a déclaré que le pont est fermé.", "state:CL"),
    ],
)
def test_an_adjective_behind_an_office_says_whose_it_is(code: str, text: str, key: str):
    party = party_of(code, text)
    assert party is not None
    assert party.key == key


STORM = {
    "es": "Manila (EFE) - Un tifón azotó Filipinas. En Filipinas murieron 40 personas. ",
    "pl": "Tajfun uderzył w Filipiny. Na Filipinach zginęło 40 osób. ",
    "nb": "En tyfon har rammet Filippinene. På Filippinene er 40 mennesker døde. ",
    "de": "Manila (dpa) - Ein Taifun hat die Philippinen getroffen. Auf den Philippinen starben 40 Menschen. ",
}


@pytest.mark.parametrize(
    ("code", "text", "key"),
    [
        ("es", "España enviará dos aviones, anunció la ministra de Defensa, Ana Ruiz.", "state:ES"),
        ("pl", "Polska wyśle dwa samoloty, powiedział premier Jan Nowak. (PAP)", "state:PL"),
        ("nb", "Norge sender to fly, sier utenriksminister Kari Moe. (NTB)", "state:NO"),
        ("de", "Deutschland schickt zwei Flugzeuge, sagte Außenminister Karl Vogt.", "state:DE"),
    ],
)
def test_an_office_is_of_the_home_country_that_its_sentence_tells_of(code: str, text: str, key: str):
    party = party_of(code, STORM[code] + text)
    assert party is not None
    assert party.key == key
    assert party.score <= 0.6


def test_an_office_beside_a_third_country_is_nobodys():
    party = party_of("de", STORM["de"] + "Indien schickt zwei Flugzeuge, sagte Außenminister Rajnath Singh.")
    assert party is not None
    assert party.key == SOME_STATE
    assert party.label == "Rajnath Singh"


def test_an_office_of_the_country_that_the_report_tells_of_stays_its():
    party = party_of("de", STORM["de"] + "Die Lage sei ernst, sagte Außenminister Jose Cruz.")
    assert party is not None
    assert party.key == "state:PH"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "L'Allemagne veut agir, a dit le président de la BaFin, Paul Roux."),
        ("fr", "L'Allemagne veut agir, a dit Paul Roux, président de la BaFin."),
    ],
)
def test_the_president_of_a_named_body_speaks_for_it(code: str, text: str):
    party = party_of(code, text)
    assert party is not None
    assert "BaFin" in party.reason


def test_the_president_of_an_unknown_body_speaks_for_no_country():
    party = party_of("es", "Chile espera. El estadio está cerrado, dijo el presidente de Vinasol, Juan Ruiz.")
    assert party is not None
    assert (party.key, party.score) == ("org:vinasol", 0.5)


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("es", "Llueve, dijo el presidente del país, Pedro Soto. Según el mandatario, es grave.", "Pedro Soto"),
        ("fr", "Il pleut, a dit le président du pays, Paul Roux.", "Paul Roux"),
        ("en", "It rained, said the mayor of the town, Ann Low.", "Ann Low"),
        ("nb", "Det regner, sier lederen for etaten, Ola Vik.", "Ola Vik"),
    ],
)
def test_who_follows_an_office_and_whose_it_is_holds_it(code: str, text: str, name: str):
    reading = annotate(msgspec.structs.replace(make_report(text, source="x"), language=code))
    people = cast([reading])
    assert [e.name for e in people.entities if e.kind == "person"] == [name]
    party = people.party(reading.attributions[-1].links[-1], reading.report.id)
    assert party is None or party.kind != "person"


def test_another_word_for_a_head_of_state_is_not_the_head_of_another_state():
    text = (
        "Lima. El primer ministro del Perú, Juan Ruiz, pidió ayuda. Según el mandatario, hay 40 muertos. "
        "El presidente chileno, Pedro Soto, viajó a Lima."
    )
    party = party_of("es", text)
    assert party is not None
    assert party.key != "state:CL"


@pytest.mark.parametrize("words", ["Behördenangaben", "Polizeiangaben", "Feuerwehrangaben"])
def test_what_a_body_states_is_of_the_country_that_the_report_tells_of(words: str):
    party = party_of("de", f"Lyon (dpa) - In Lyon brannte ein Haus. Vier Menschen wurden nach {words} verletzt.")
    assert party is not None
    assert party.key == "state:FR"


def test_light_injuries_are_no_latvians():
    report = msgspec.structs.replace(make_report("To danskere fik lettere skader.", source="x"), language="da")
    assert {e.name for e in cast([annotate(report)]).entities if e.kind == "place"} == {"Danmark"}


def test_a_name_between_an_office_and_its_holder_is_no_person():
    text = "Lima, Perú. El alcalde de Chala, Rolando Quispe, dijo que hay once muertos."
    people = cast([annotate(msgspec.structs.replace(make_report(text, source="x"), language="es"))])

    assert [entity.name for entity in people.entities if entity.kind == "person"] == ["Rolando Quispe"]
