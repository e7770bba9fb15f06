"""Bodies whose nouns say what they are, whatever the names stage took their names for."""

import pytest
from tests.unit.link.make import link_to, make_reading

from twosource.link import cast


@pytest.mark.parametrize(
    ("marked", "words", "name", "language"),
    [
        ("Ti mister jobben, opplyser selskapet {p Norvind}.", "Norvind", "Norvind", "nb"),
        ("Ti mister jobben, melder fagforbundet {p Sakari Ludi}.", "Sakari Ludi", "Sakari Ludi", "nb"),
        ("Ti er døde, oplyser selskabet {p Astyk Sur}, som ejer minen.", "Astyk Sur", "Astyk Sur", "da"),
        ("{o Flyselskapet Norvind} kutter ti jobber.", "Norvind", "Norvind", "nb"),
        ("{o Lakseproducenten Sur Mare} fyrer ti. Det oplyser {p Sur Mare}.", "Sur Mare", "Sur Mare", "da"),
        ("Ti fyres af {l norske Norvind Fisk}.", "Norvind Fisk", "Norvind Fisk", "da"),
    ],
)
def test_a_body_is_called_by_its_name_alone(marked, words, name, language):
    reading = make_reading(marked, language, links=[(words, "body")])
    told = cast([reading])
    party = told.party(link_to(reading, words), "r1")

    assert (party.kind, party.label) == ("organisation", name)
    assert "person" not in {entity.kind for entity in told.entities}


def test_two_ways_to_name_a_company_are_one_party():
    left = make_reading("{o Flyselskapet Norvind} kutter ti jobber.", "nb", "r1")
    right = make_reading("Ti mister jobben, oplyser {o Norvind}.", "da", "r2")
    told = cast([left, right])

    assert told.party(link_to(left, "Norvind"), "r1").key == told.party(link_to(right, "Norvind"), "r2").key


def test_a_person_with_an_office_stays_a_person_behind_a_bodys_noun():
    reading = make_reading("I dag møtte fagforeningen {p Kari Moe}. Statsminister {p Kari Moe} sa ja.", "nb")

    assert [entity.kind for entity in cast([reading]).entities] == ["person"]


def test_a_government_is_not_named_by_its_leader():
    reading = make_reading("Ti punkter er klare, sier regjeringen {p Moe}.", "nb")

    assert [entity.kind for entity in cast([reading]).entities] == ["person"]


def test_a_region_keeps_the_noun_that_is_part_of_its_name():
    reading = make_reading("Ti er skadd, opplyser {o Region Sør}.", "nb")

    assert [entity.name for entity in cast([reading]).entities] == ["Region Sør"]


@pytest.mark.parametrize("kind", ["l", "o"])
def test_a_municipality_is_of_the_country_of_its_town(kind):
    reading = make_reading(f"Skolene i {{l Polen}} er stengt, opplyser {{{kind} Bergen kommune}}.", "nb")
    party = cast([reading]).party(link_to(reading, "Bergen kommune"), "r1")

    assert (party.key, party.score) == ("state:NO", 0.9)


@pytest.mark.parametrize(
    ("marked", "language"),
    [
        ("Ti mister jobben, oplyser {p Sur Mare}, der er et datterselskab af norske {o Norvind Fisk}.", "da"),
        ("Ti mister jobben, opplyser {o Norvind Fisk}s datterselskap {o Sur Mare}.", "nb"),
        ("Ti mister jobben, opplyser {o Sur Mare}, et datterselskap av {o Norvind Fisk}.", "nb"),
        ("Ti förlorar jobbet, uppger {o Sur Mare}, ett dotterbolag till {o Norvind Fisk}.", "sv"),
    ],
)
def test_a_subsidiary_speaks_for_its_owner(marked, language):
    reading = make_reading(marked, language, links=[("Sur Mare", "body")])
    party = cast([reading]).party(link_to(reading, "Sur Mare"), "r1")

    assert party.label == "Norvind Fisk"


@pytest.mark.parametrize(
    ("marked", "words", "language", "role", "key"),
    [
        ("Ti er døde, oplyser {o Græsk Røde Kors}.", "Græsk Røde Kors", "da", "body", "red-cross"),
        ("{o IAEA} har folk i {l Ukraina}. Det er farlig, sier byrået.", "byrået", "nb", "body", "iaea"),
        (
            "{o IAEA} har folk i {l Ukraine}. Det er farligt, siger organisationen.",
            "organisationen",
            "da",
            "body",
            "iaea",
        ),
        ("Det er farlig i {l Ukraina}, sier IAEA-sjef {p Rafael Moss}.", "Rafael Moss", "nb", "person", "iaea"),
        ("Ti er døde i {l Polen}, sier lederen av øyrådet, {p Jan Moss}.", "Jan Moss", "nb", "person", "state:PL"),
    ],
)
def test_who_is_meant_by_an_adjective_a_compound_or_a_bare_noun(marked, words, language, role, key):
    reading = make_reading(marked, language, links=[(words, role)])

    assert cast([reading]).party(link_to(reading, words, role), "r1").key == key
