"""A name that the tables give one country's body is another's where the report says so, or tells of another alone."""

from __future__ import annotations

import msgspec
import pytest

from twosource.ingest import make_report
from twosource.link import Party, alike_sorts, cast
from twosource.pipeline import annotate


def parties(*texts: tuple[str, str]) -> list[Party | None]:
    """Return the party behind the last link of each attribution of some texts, each with its language in front."""
    readings = [
        msgspec.structs.replace(make_report(text, source="x"), language=code, id=f"r{number}")
        for number, (code, text) in enumerate(texts)
    ]
    read = [annotate(report) for report in readings]
    people = cast(read)
    return [people.party(a.links[-1], reading.report.id) for reading in read for a in reading.attributions]


@pytest.mark.parametrize(
    ("code", "text", "key"),
    [
        ("en", "A ferry sank off Malta. Two sailors were killed, the coast guard said.", "state:MT"),
        ("en", "Gusts reached 40 metres per second in Norway, the Norwegian Met Office said.", "state:NO"),
        ("en", "Gusts reached 40 metres per second in London, the Met Office said.", "state:GB"),
        ("pt", "Um autocarro caiu no Brasil. Há dois detidos no Brasil, disse o Ministério Público.", "state:BR"),
        ("es", "Un tren chocó en Chile. Hay dos detenidos, informó la Guardia Civil.", "state:CL"),
    ],
)
def test_whose_body_a_name_means_goes_by_the_report(code: str, text: str, key: str):
    (party,) = parties((code, text))

    assert party is not None
    assert party.key == key


def test_a_body_of_a_country_that_no_report_names_is_not_sure():
    (party,) = parties(("nb", "I Bergen er to døde, opplyser FBI."))

    assert party is not None
    assert (party.key, party.score) == ("state:US", 0.6)


def test_one_kind_of_body_takes_no_country_from_another_noun():
    found = parties(
        (
            "en",
            "A ferry sank off Malta. Malta's port was closed. The port authority of Oran, Algeria said it left early.",
        ),
        (
            "en",
            "Malta sent boats. The port authority of Oran, Algeria agreed. In Malta two died, the coast guard said.",
        ),
    )

    assert [party.key for party in found if party][-1] == "state:MT"


def test_a_person_who_speaks_for_a_body_in_two_languages_speaks_for_one():
    found = parties(
        ("en", "The Estonian Dockers Union wants more. The strike goes on, its chairwoman Mari Kask said."),
        ("sv", "Hamnarbetarförbundet vill ha mer. Strejken fortsätter, säger förbundets ordförande Mari Kask."),
    )

    assert len({party.key for party in found if party}) == 1


@pytest.mark.parametrize("order", [1, -1])
def test_what_is_called_an_organisation_may_be_any(order: int):
    found = parties(
        *[
            ("en", "The employers' organisation Palta said 40 were on strike."),
            ("sv", "Enligt organisationen Palta strejkar 40."),
        ][::order]
    )

    assert {party.sort for party in found if party} == {"employers"}


def test_a_name_with_the_ending_of_its_language_is_the_name_without_it():
    found = parties(
        ("is", "Um 40 heimili eru án rafmagns, að sögn Nornets."),
        ("nb", "40 er uten strøm, opplyser selskapet Nornet."),
    )

    assert len({party.key for party in found if party}) == 1


def test_an_institute_may_be_the_states():
    found = parties(
        ("de", "In Berlin gibt es 40 Fälle, teilte das Gesundheitsministerium mit."),
        ("fr", "A Berlin, il y a 40 cas, selon l'institut Paul Vogt."),
    )

    sorts = {party.sort for party in found if party}
    assert sorts == {"state", "institute"}
    assert sorts in alike_sorts()
