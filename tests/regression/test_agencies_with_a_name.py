"""What a report calls an agency, by a name that no table of the press holds, may be a body that says it itself."""

from __future__ import annotations

import msgspec
import pytest

from twosource.ingest import make_report
from twosource.link import Cast, cast
from twosource.model import Reading
from twosource.pipeline import annotate


def story(*texts: str) -> tuple[list[Reading], Cast]:
    readings = []
    for number, text in enumerate(texts, 1):
        code, _, body = text.partition(": ")
        report = msgspec.structs.replace(make_report(body, source="x"), language=code, id=f"r{number}")
        readings.append(annotate(report))
    return readings, cast(readings)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("es: Lima (EFE) - Murieron 40 personas, según la agencia de emergencias INDECI.", "INDECI"),
        ("fr: Lima (AFP) - Le port est fermé, selon l'agence des transports ATU.", "ATU"),
        ("pt: Lima (Lusa) - O porto está fechado, segundo a agência de transportes ATU.", "ATU"),
    ],
)
def test_an_agency_of_something_is_not_the_one_in_the_dateline(text: str, name: str):
    [reading], _ = story(text)
    link = reading.attributions[-1].links[-1]
    assert (link.name, link.role) == (name, "body")


@pytest.mark.parametrize(
    "text",
    [
        "es: Lima (EFE) - Murieron 40 personas, según la agencia de noticias.",
        "es: Lima (EFE) - Murieron 40 personas, según la agencia.",
    ],
)
def test_the_news_agency_is_the_one_in_the_dateline(text: str):
    [reading], _ = story(text)
    link = reading.attributions[-1].links[-1]
    assert (link.name, link.role) == ("EFE", "agency")


def test_a_body_of_another_report_is_no_agency_of_the_press():
    readings, people = story(
        "pl: W Limie zginęło 40 osób, poinformowała agencja VORSK.",
        "nb: I Lima er 40 døde, opplyser perus redningstjeneste VORSK.",
    )
    link = readings[0].attributions[-1].links[-1]
    assert link.role == "agency"
    party = people.body_behind(link, "r1")
    assert party is not None
    assert party.kind == "state"


@pytest.mark.parametrize("name", ["Reuters", "TASS", "Xinhua", "Ritzau", "VORSK"])
def test_an_agency_of_the_press_passes_on(name: str):
    readings, people = story(f"pl: W Limie zginęło 40 osób, poinformowała agencja {name}.")
    link = readings[0].attributions[-1].links[-1]
    assert link.role == "agency"
    assert people.body_behind(link, "r1") is None
