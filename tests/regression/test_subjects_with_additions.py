"""A subject with what is added to it is no statement of whoever stands behind the verb."""

from __future__ import annotations

import pytest
from tests.unit.annotate.quotes.fixtures import said


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "La maire, Anne Morel, a démenti ces accusations."),
        ("fr", "Le ministre, Jean Morel, a annoncé trois mesures."),
        ("fr", "La société Aval, propriétaire du navire, a nié toute faute."),
        ("da", "Direktøren, Jens Holm, afviser alle anklager."),
        ("nb", "Statsråden, Kari Vik, avviser kritikken."),
    ],
)
def test_the_subject_is_not_said_by_the_object(code: str, text: str):
    assert all(words not in text.partition(", a ")[0].partition(", av")[0] for words, _ in said(text, code))


@pytest.mark.parametrize(
    ("code", "text", "who"),
    [
        ("es", "«El puente aguantará», contó a EFE Rosa Vidal, vecina del barrio.", "Rosa Vidal"),
        ("it", '"Il ponte terrà", ha detto all\'Ansa Carla Neri.', "Carla Neri"),
        ("pt", '"A ponte aguenta", disse à Lusa Ana Reis.', "Ana Reis"),
        ("fr", "« Le pont tiendra », a raconté à l'AFP Anne Morel.", "Anne Morel"),
    ],
)
def test_the_medium_in_front_of_a_name_is_spoken_to(code: str, text: str, who: str):
    ((_, speaker),) = said(text, code)

    assert speaker is not None and speaker.startswith(who)


def test_what_is_lost_is_told_by_whoever_stands_behind():
    assert said("90 butikker lukker, heraf 20 i Jylland, siger direktør Jens Holm.", "da") == [
        ("90 butikker lukker, heraf 20 i Jylland", "direktør Jens Holm")
    ]
