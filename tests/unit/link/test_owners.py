"""Whose an office or body is: not that of the medium it spoke to, nor of who is named behind another small word."""

import pytest
from tests.unit.link.make import link_to, make_reading

from twosource.link import cast


def party(marked, words, language, role="body"):
    reading = make_reading(marked, language, links=[(words, role)])
    return cast([reading]).party(link_to(reading, words, role), "r1")


@pytest.mark.parametrize(
    ("marked", "words", "language", "key"),
    [
        ("Ti er skadd i {l Polen}, opplyser politiet til {o Reuters}.", "politiet", "nb", "state:PL"),
        ("Ti er skadd i {l Polen}, skriver {o Reuters} med henvisning til politiet.", "politiet", "nb", "state:PL"),
        (
            "Ti er døde i {l Egypten}, oplyser ministeriet i {l Kairo} ifølge bureauet {o AP}.",
            "ministeriet",
            "da",
            "state:EG",
        ),
        ("Det oplyser {l Norges} ambassade i {l Kairo} til {o NRK}.", "Norges ambassade", "da", "state:NO"),
        (
            "Ti er døde i {l Polen}. Det oplyser landets ministerium for transport ifølge {o AFP}.",
            "landets ministerium",
            "da",
            "state:PL",
        ),
        ("Tio är skadade i {l Polen}, säger polisen till {o TT}.", "polisen", "sv", "state:PL"),
        ("Ti er drepne i {l Polen}, seier politiet på {o Facebook}.", "politiet", "nn", "state:PL"),
    ],
)
def test_a_state_body_is_of_its_state_whoever_it_speaks_to(marked, words, language, key):
    assert party(marked, words, language).key == key


def test_a_medium_owns_its_editors():
    assert party("Det sier redaktøren i {o VG}.", "redaktøren i VG", "nb", "person").key == "schibsted"


def test_a_medium_owns_no_hospital():
    found = party("Ti er skadd, opplyser sykehuset ved {o NRK}.", "sykehuset", "nb")

    assert found is None or found.key != "nrk"
