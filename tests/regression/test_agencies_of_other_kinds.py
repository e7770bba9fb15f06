"""An agency of another kind is none of the press: "the civil defence agency said" is not the one in the dateline."""

from __future__ import annotations

import msgspec
import pytest

from twosource.ingest import make_report
from twosource.link.skeleton import name_skeleton
from twosource.pipeline import annotate


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("LIMA (Reuters) - A dam burst on Tuesday, the civil defence agency said.", "civil defence agency", "body"),
        ("LIMA (Reuters) - A dam burst on Tuesday, the agency said.", "Reuters", "agency"),
        ("LIMA (Reuters) - A dam burst on Tuesday, the news agency said.", "Reuters", "agency"),
    ],
)
def test_whose_agency(text: str, name: str, role: str):
    reading = annotate(msgspec.structs.replace(make_report(text, source="x"), language="en"))
    assert [(link.name, link.role) for a in reading.attributions for link in a.links] == [(name, role)]


def test_a_bare_agency_is_the_body_that_spoke_last():
    text = "OSLO (Reuters) - A ferry burned, the Norwegian Maritime Authority said. Nine were saved, the agency said."
    reading = annotate(msgspec.structs.replace(make_report(text, source="x"), language="en"))
    assert [(link.name, link.role) for a in reading.attributions for link in a.links][1] == ("agency", "body")


def test_departures_are_no_resignations():
    for code, text in {"sv": "Var tredje avgång är inställd.", "da": "Hver tredje afgang er aflyst."}.items():
        reading = annotate(msgspec.structs.replace(make_report(text, source="x"), language=code))
        assert "resign" not in {happening.concept for happening in reading.happenings}


def test_an_acronym_of_two_letters_keeps_them():
    assert name_skeleton("SJ") == "sj" != name_skeleton("SÄ")
