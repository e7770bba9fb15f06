"""Over several reports: one entity each, and whom it speaks for."""

import pytest
from tests.unit.link.make import link_to, make_reading

from twosource.errors import TableError
from twosource.link import cast, territories
from twosource.model import Span


def entity_named(found, name):
    return next(e for e in found.entities if e.name == name)


def test_one_person_in_two_languages_is_one_entity():
    nb = make_reading("Russlands utenriksminister {p Sergej Petrov} kom.", "nb", "r1")
    da = make_reading("{p Sergej Petrov} talte. {p Petrov} rejste.", "da", "r2")

    found = cast([nb, da])

    assert [e.name for e in found.entities if e.kind == "person"] == ["Sergej Petrov"]
    assert entity_named(found, "Sergej Petrov").names == {"nb": ("Sergej Petrov",), "da": ("Sergej Petrov", "Petrov")}


def test_a_bare_surname_is_the_only_full_name_that_it_fits():
    found = cast([make_reading("{p Vasil Marenko} kom.", "nb", "r1"), make_reading("{p Marenko} kom.", "da", "r2")])

    assert len(found.entities) == 1


def test_a_bare_surname_that_fits_two_stays_by_itself():
    one = make_reading("{p Vasil Marenko} og {p Olga Marenko} kom.", "nb", "r1")
    found = cast([one, make_reading("{p Marenko} kom.", "da", "r2")])

    assert len(found.entities) == 3


def test_two_ministers_of_one_surname_and_two_countries_stay_two():
    one = make_reading("Spanias utenriksminister {p Costa} kom.", "nb", "r1")
    two = make_reading("Portugals udenrigsminister, {p Costa}, kom.", "da", "r2")

    assert len([e for e in cast([one, two]).entities if e.kind == "person"]) == 2


def test_a_person_is_of_the_country_that_one_report_tells_whatever_the_setting_of_another():
    one = make_reading("Georgias innenriksminister {p Nino Beridze} kom.", "nb", "r1")
    two = make_reading("{l Kyiv} og {l Kyiv}. Indenrigsminister {p Nino Beridze} kom.", "da", "r2")
    found = cast([one, two])

    assert len([e for e in found.entities if e.kind == "person"]) == 1
    said = [found.party(link_to(r, "Nino Beridze", "person"), r.report.id) for r in (one, two)]
    assert [party.key for party in said] == ["state:GE", "state:GE"]


def test_a_role_in_one_report_means_the_person_whom_another_names():
    one = make_reading("Den georgiske præsident, {p Nino Beridze}, talte.", "da", "r1")
    two = make_reading("Den georgiske presidenten sa nei.", "nb", "r2", speakers=[("Den georgiske presidenten", None)])
    found = cast([one, two])

    assert found.resolve("r2", two.quotes[0].speaker).name == "Nino Beridze"


def test_entities_are_numbered_in_the_order_of_mention():
    found = cast([make_reading("{l Bergen} og {p Ola Viken} og {o Vestfirmaet}.")])

    assert [(e.id, e.name) for e in found.entities] == [("e1", "Bergen"), ("e2", "Ola Viken"), ("e3", "Vestfirmaet")]


def test_an_adjective_names_the_country():
    reading = make_reading("Det islandske parlamentet møttes.")
    found = cast([reading])

    assert "place:IS" in {e.key for e in found.mentioned("r1", Span(0, 15))}


def test_an_unknown_report_or_place_gives_nothing():
    found = cast([make_reading("Han gikk.")])

    assert found.resolve("r9", Span(0, 3)) is None
    assert found.resolve("r1", Span(0, 3)) is None
    assert found.mentioned("r9", Span(0, 3)) == ()


@pytest.mark.parametrize(
    ("language", "text", "words", "role", "key"),
    [
        ("nb", "Georgisk politi opplyser dette.", "Georgisk politi", "body", "state:GE"),
        ("nb", "Brannen i {l Tbilisi} er slukket, opplyser politiet.", "politiet", "body", "state:GE"),
        ("da", "Det georgiske forsvarsministerium siger nej.", "Det georgiske forsvarsministerium", "body", "state:GE"),
        ("da", "Ifølge Kreml er aftalen klar.", "Kreml", "body", "state:RU"),
        ("da", "{p Ana Silva}, borgmester i {l Lissabon}, siger nej.", "Ana Silva", "person", "state:PT"),
        ("nb", "EU-kommisjonen sier nei i {l Georgia}.", "EU-kommisjonen", "body", "eu"),
        ("nb", "EUs utenrikssjef {p Eva Brandt} sier nei.", "Eva Brandt", "person", "eu"),
        ("nb", "{o WHO} advarer.", "WHO", "body", "un"),
        ("nb", "Konsernsjef {p Eva Brandt} i {o Vestfirmaet} sier nei.", "Eva Brandt", "person", "org:vestfirmat"),
        ("da", "{p Eva Brandt}, talsmand for {o Vestfirmaet}, siger nej.", "Eva Brandt", "person", "org:vestfirmat"),
        ("da", "Det oplyser hospitalet {o Sankt Olai}.", "hospitalet Sankt Olai", "body", "org:sankt-olai"),
        (
            "nb",
            "Operasjonsleder {p Eva Brandt} i {o Østre politidistrikt} i {l Norge} sier.",
            "Eva Brandt",
            "person",
            "state:NO",
        ),
        ("nb", "{p Eva Brandt} sier nei.", "Eva Brandt", "person", "person:eva-brandt"),
        ("nb", "Talsmann {p Eva Brandt} for politiet i {l Minsk} sier nei.", "Eva Brandt", "person", "state:BY"),
        ("da", "Oppositionslederen {p Eva Brandt} i {l Georgien} siger nej.", "Eva Brandt", "person", "opposition:GE"),
    ],
)
def test_the_party_of_who_speaks(language, text, words, role, key):
    """Bodies of a state are the state; companies, unions of states and people without a role are their own."""
    reading = make_reading(text, language)
    party = cast([reading]).party(link_to(reading, words, role), "r1")

    assert party is not None
    assert party.key == key
    assert party.reason


@pytest.mark.parametrize(
    ("language", "text", "words", "key"),
    [
        (
            "da",
            "{o Røde Kors} hjælper i {l Georgien}. Organisationens talsmand, {p Ida Holm}, siger.",
            "Ida Holm",
            "red-cross",
        ),
        ("da", "Direktør i Energistyrelsen {p Ida Holm} siger nej.", "Ida Holm", "state:DK"),
        ("nb", "Brannen i {l Tbilisi}. Statsminister {p Ida Holm} (V) sier nei.", "Ida Holm", "state:NO"),
        ("nb", "Møtet i {l Tbilisi}. Forbundskansler {p Ida Holm} sier nei.", "Ida Holm", "state:DE"),
        (
            "nb",
            "Streiken rammer {l Spania}. En talsmann for {l Malta} Air sier nei.",
            "talsmann for Malta Air",
            "ryanair",
        ),
        ("da", "Ritzau er i {l Oslo}. Det oplyser Forsvaret.", "Forsvaret", "state:DK"),
        (
            "nb",
            "{o Vestfirmaet} kutter i {l Georgia}. Selskapets talsmann sier nei.",
            "Selskapets talsmann",
            "org:vestfirmat",
        ),
    ],
)
def test_the_party_behind_a_role(language, text, words, key):
    """Whose somebody is can be told from the word itself, from the body beside it, or from the one named before."""
    reading = make_reading(text, language)
    party = cast([reading]).party(link_to(reading, words, "person"), "r1")

    assert party is not None
    assert party.key == key


def test_the_leader_of_a_country_is_its_president_in_another_report():
    one = make_reading("Georgiens præsident, {p Nino Beridze}, talte.", "da", "r1")
    two = make_reading("Den georgiske lederen sa nei.", "nb", "r2", speakers=[("Den georgiske lederen", None)])

    assert cast([one, two]).resolve("r2", two.quotes[0].speaker).name == "Nino Beridze"


def test_a_body_called_by_its_kind_alone_is_the_only_one_of_the_story():
    one = make_reading("{o Ryanair} innstiller.", "nb", "r1")
    two = make_reading("Selskabet siger nej.", "da", "r2")

    assert cast([one, two]).party(link_to(two, "Selskabet"), "r2").key == "ryanair"
    assert cast([two]).party(link_to(two, "Selskabet"), "r2").key == "body:company"


def test_a_minister_abroad_is_not_of_the_place_that_the_sentence_names():
    reading = make_reading(
        "Valget i {l Spania}. I {l Spania} er det uro. Statsminister {p Ida Holm} avlyste en reise til {l Tokyo}."
    )

    assert cast([reading]).party(link_to(reading, "Ida Holm", "person"), "r1").key == "state:ES"


def test_two_police_officers_are_not_one():
    """Posts that many hold do not make two people one."""
    one = make_reading("Indsatsleder {p Ida Holm} i {l Bergen} talte.", "da", "r1")
    two = make_reading("Innsatslederen i {l Bergen} sa nei.", "nb", "r2", speakers=[("Innsatslederen", None)])
    found = cast([one, two]).resolve("r2", two.quotes[0].speaker)

    assert found is None or found.name != "Ida Holm"


def test_un_bodies_are_one_party_and_two_entities():
    reading = make_reading("{o WHO} og {o Unicef} advarer.")
    found = cast([reading])

    assert len({e.key for e in found.entities}) == 2
    assert {e.party for e in found.entities} == {"un"}


def test_an_unnamed_source_has_no_party():
    reading = make_reading("To kilder bekrefter dette i {l Norge}.")

    assert cast([reading]).party(link_to(reading, "To kilder", "unnamed"), "r1") is None


def test_a_medium_of_the_state_is_the_state_and_others_their_owners():
    reading = make_reading("{o Tass} og {o VG} melder det.")
    found = cast([reading])

    assert found.party(link_to(reading, "Tass", "agency"), "r1").key == "state:RU"
    assert found.party(link_to(reading, "VG", "outlet"), "r1").key != "state:NO"


def test_a_users_file_goes_before_the_tables(tmp_path):
    own = tmp_path / "own.toml"
    own.write_text(
        '[[organisation]]\nid = "vest"\nnames = ["Vestfirmaet", "Vest"]\nparty = "state:GE"\n'
        '[[person]]\nname = "Eva Brandt"\nparty = "lobby"\nlabel = "The lobby"\n',
        encoding="utf-8",
    )
    reading = make_reading("{o Vest} og {p Eva Brandt} sier nei.")
    found = cast([reading], parties=str(own))

    assert found.party(link_to(reading, "Vest"), "r1").key == "state:GE"
    assert found.party(link_to(reading, "Eva Brandt", "person"), "r1").key == "lobby"


def test_a_users_file_without_what_it_needs_is_refused(tmp_path):
    own = tmp_path / "own.toml"
    own.write_text('[[person]]\nname = "Eva Brandt"\n', encoding="utf-8")

    with pytest.raises(TableError, match="party"):
        cast([make_reading("Nei.")], parties=str(own))


def test_the_territory_of_a_report_comes_with_its_words():
    reading = make_reading("Politiet i {l Tbilisi} og den georgiske regjeringen møttes. {l Frankrike} så på.")
    first, second = territories(reading)

    assert (first.code, second.code) == ("GE", "FR")
    assert [reading.report.read(span) for span in first.spans] == ["Tbilisi", "georgiske"]


def test_a_report_that_names_no_place_has_no_territory():
    assert territories(make_reading("Han gikk hjem.")) == ()
