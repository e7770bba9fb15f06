"""Within one report: names, speakers and authorities get one canonical name and one key."""

import pytest
from tests.unit.link.make import make_reading

from twosource.link import identify


def keys(reading):
    return [(n.text, n.name, n.entity) for n in identify(reading).names]


def test_a_surname_means_the_full_name_of_the_report():
    reading = make_reading("{p Maria Holt} reiste. {p Holt} kom hjem.")

    assert {entity for *_, entity in keys(reading)} == {"person:mara-holt"}
    assert keys(reading)[1][1] == "Maria Holt"


def test_a_genitive_is_the_name_itself():
    reading = make_reading(
        "{p Ola Viken} talte. {p Vikens} tale var kort. {o Vestfirmaet} og {o Vestfirmaets} ansatte."
    )

    assert [name for _, name, _ in keys(reading)] == ["Ola Viken", "Ola Viken", "Vestfirmaet", "Vestfirmaet"]


def test_two_people_of_one_surname_stay_two():
    reading = make_reading("{p Anna Lund} og {p Peter Lund} kom.")

    assert len({entity for *_, entity in keys(reading)}) == 2


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("nb", "Hviterussland", "BY"),
        ("da", "Hviderusland", "BY"),
        ("nb", "Tyrkias", "TR"),
        ("da", "Tyrkiets", "TR"),
        ("nb", "Sør-Korea", "KR"),
        ("da", "Elfenbenskysten", "CI"),
        ("da", "USA's", "US"),
    ],
)
def test_a_country_has_one_key_in_every_language(language, text, code):
    reading = make_reading("{l " + text + "} er her.", language)

    assert keys(reading)[0][2] == f"place:{code}"


def test_a_city_has_one_key_under_its_exonyms():
    found = [
        keys(make_reading("{l " + name + "}", lang))[0][2] for name, lang in (("Warszawa", "nb"), ("Warschau", "da"))
    ]

    assert found[0] == found[1] == "place:PL/warszawa"


def test_an_acronym_in_brackets_is_the_long_name():
    reading = make_reading("{o Foreningen for gode fly} ({o FGF}) sier nei. {o FGF} klager.")

    assert len({entity for *_, entity in keys(reading)}) == 1


def test_organisations_of_the_table_have_one_key():
    reading = make_reading("{o FN} og {o De forente nasjoner} møtes.")

    assert {entity for *_, entity in keys(reading)} == {"org:un"}


def test_a_body_that_a_text_surely_speaks_of_as_a_place_keeps_its_key():
    found = identify(make_reading("Varene kom inn i {l EU} i fjor."))

    assert [(name.kind, name.entity) for name in found.names] == [("place", "org:eu")]


def test_a_role_takes_up_the_person_who_holds_it():
    reading = make_reading(
        "Statsminister {p Kari Fjell} kom fredag. Statsministeren sa nei.", speakers=[("Statsministeren", None)]
    )

    assert identify(reading).quotes[0].speaker.name == "Kari Fjell"


def test_two_presidents_are_told_apart_by_their_countries():
    reading = make_reading(
        "Den tyrkiske presidenten, {p Ali Demir}, ringte. {p Juan Costa}, Spanias president, svarte. "
        "Den tyrkiske presidenten takket.",
        speakers=[("Den tyrkiske presidenten takket", None)],
    )

    assert identify(reading).quotes[0].speaker.entity == "person:ali-demir"


def test_a_role_named_inside_a_quotation_is_not_the_one_outside():
    """What is said about another president does not make him the one who speaks."""
    reading = make_reading(
        "Den georgiske presidenten talte. – Vi ringer {p Juan Costa}, Spanias president, i dag, sa presidenten.",
        speakers=[("presidenten.", None)],
        quotes=["Vi ringer Juan Costa, Spanias president, i dag"],
    )

    speakers = [q.speaker for q in identify(reading).quotes if q.speaker]

    assert speakers[0].entity == "office:president:GE"


def test_a_body_without_a_name_is_keyed_by_role_and_country():
    reading = make_reading("Islandsk politi bekrefter dette.", links=[("Islandsk politi", "body")])

    assert identify(reading).attributions[0].links[0].entity == "office:police:IS"


def test_what_cannot_be_told_stays_open():
    reading = make_reading("Han sa det.", speakers=[("Han", None)])

    assert identify(reading).quotes[0].speaker.entity is None


def test_a_language_without_tables_is_read_too():
    reading = make_reading("{p Ioana Popa} a spus. {p Popa} pleacă.", "ro")

    assert {entity for *_, entity in keys(reading)} == {"person:oana-popa"}


def test_nothing_is_lost_and_no_span_moves():
    reading = make_reading("{p Ola Viken} bor i {l Bergen}.", links=[("Ola Viken", "person")])
    found = identify(reading)

    assert [n.span for n in found.names] == [n.span for n in reading.names]
    assert [a.span for a in found.attributions] == [a.span for a in reading.attributions]
