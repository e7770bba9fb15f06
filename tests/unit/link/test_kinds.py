"""One name that reports of a story take for a person and for a body is one of the two."""

from __future__ import annotations

import pytest
from tests.unit.link.make import make_reading

from twosource.link import cast


def kinds(*marked: str, code: str = "nb") -> set[tuple[str, str]]:
    people = cast([make_reading(text, code, f"r{n}") for n, text in enumerate(marked, 1)])
    return {(e.kind, e.name) for e in people.entities if e.kind in ("person", "organisation")}


@pytest.mark.parametrize(
    "texts",
    [
        ("Det tyske selskapet {o Nordvik} er konkurs.", "{p Nordvik} har søkt om hjelp.", "{p Nordvik} tapte alt."),
        ("{p Nordvik} har søkt om hjelp.", "{o Nordvik} er konkurs."),
    ],
)
def test_a_name_of_one_word_that_is_a_bodys_is_nobodys(texts: tuple[str, ...]):
    assert kinds(*texts) == {("organisation", "Nordvik")}


def test_a_surname_stays_a_persons():
    texts = ("{o Nordvik} er syk.", "{p Nordvik} ble syk.", "{p Karl Nordvik} ble syk.")
    assert ("person", "Karl Nordvik") in kinds(*texts)


def test_most_reports_decide_where_nothing_is_told():
    texts = ("{o Nordvik} er syk.", "{p Nordvik} ble syk.", "{p Nordvik} er fortsatt syk.")
    assert ("person", "Nordvik") in kinds(*texts)


def test_somebody_with_an_office_stays_a_person():
    texts = ("{o Nordvik} er syk.", "President {p Nordvik} ble syk.")
    assert ("person", "Nordvik") in kinds(*texts)
