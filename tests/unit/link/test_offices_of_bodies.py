"""Whose an office is where the body stands behind it in the genitive, with its name or without."""

from __future__ import annotations

import pytest

from twosource.annotate import read_report
from twosource.link.analysis import Analysis
from twosource.link.records import Office
from twosource.model import Report


def _owner(analysis: Analysis, office: Office) -> str | None:
    """Return the name of the body whose an office is, else whose its common noun is."""
    if office.owner is not None:
        return analysis.of_name[office.owner].name
    return office.owner_office.of if office.owner_office else None


def _offices(code: str, text: str) -> list[tuple[str, str | None, str | None]]:
    analysis = Analysis(read_report(Report(id="r", source="r", text=text, language=code, published="2021-03-04")))
    return [
        (
            office.role.id,
            _owner(analysis, office),
            analysis.of_name[office.holder].name if office.holder is not None else None,
        )
        for office in analysis.offices
        if office.role.kind == "person"
    ]


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        ("pl", "Tak mówi rzecznik spółki Dunajec Tomasz Nowak.", ("spokesperson", "Dunajec", "Tomasz Nowak")),
        (
            "ru",
            "Пожар потушен, сообщил представитель компании «Север» Иван Петров.",
            ("spokesperson", "Север", "Иван Петров"),
        ),
        ("uk", "Так вважає речниця лікарні Олена Шевчук.", ("spokesperson", "hospital", "Олена Шевчук")),
    ],
)
def test_a_body_behind_an_office_owns_it(code: str, text: str, found: tuple[str, str, str]) -> None:
    assert found in _offices(code, text)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("pl", "Wyniki podała komisja. Według Centralnej Komisji Wyborczej głosów było mniej."),
        ("pl", "Straż Pożarna gasi las, jak podaje Państwowa Straż Pożarna."),
    ],
)
def test_a_body_by_its_noun_is_no_person(code: str, text: str) -> None:
    """What the names stage takes for a person is a body where all its words are a body's noun."""
    analysis = Analysis(read_report(Report(id="r", source="r", text=text, language=code, published="2021-03-04")))
    assert {cluster.kind for cluster in analysis.clusters if " " in cluster.name} <= {"organisation"}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("uk", "Загинули двоє людей, повідомили в пресслужбі суду у Львові."),
        ("ru", "Погибли двое, сообщили в пресс-службе полиции Омска."),
        ("en", "Two people died, the press office of the police in Oslo said."),
    ],
)
def test_a_press_office_speaks_for_the_body_behind_it(code: str, text: str) -> None:
    reading = read_report(Report(id="r", source="r", text=text, language=code, published="2021-03-04"))
    offices = [o for o in Analysis(reading).offices if o.role.id == "central_office"]
    assert [office.owner_office.of for office in offices if office.owner_office] in (["state"], ["court"])
