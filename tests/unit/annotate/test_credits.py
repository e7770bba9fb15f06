"""Credits: whom a report says it comes from; and the table of media."""

from __future__ import annotations

from collections import Counter

import pytest

from twosource.annotate.blocks import find_blocks
from twosource.annotate.credits import find_credits
from twosource.annotate.draft import Draft
from twosource.annotate.press import TABLE, media
from twosource.annotate.sentences import find_sentences
from twosource.language.tables import load_or_generic, read_toml
from twosource.model import Report

BODY = "En mand er anholdt i byen natten til lørdag."


def credits_of(text: str, code: str = "nb") -> list[tuple[str, str]]:
    draft = Draft(Report("r1", "test", text, language=code), load_or_generic(code))
    draft.blocks = list(find_blocks(draft))
    draft.sentences = list(find_sentences(draft))
    found = list(find_credits(draft))
    for credit in found:
        assert 0 <= credit.span.start < credit.span.end <= len(text)
    return [(credit.name, credit.role) for credit in found]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("/ritzau/", ["Ritzau"]),
        ("/ritzau/Reuters", ["Ritzau", "Reuters"]),
        ("(NTB)", ["NTB"]),
        ("(©NTB)", ["NTB"]),
        ("(NTB-AFP)", ["NTB", "AFP"]),
        ("NTB-Reuters", ["NTB", "Reuters"]),
    ],
)
def test_agencies_at_the_foot(line: str, names: list[str]):
    assert credits_of(f"{BODY}\n\n{line}") == [(name, "agency") for name in names]


def test_agency_in_the_dateline():
    assert credits_of("PARIS (AFP) – En mann er pågrepet i byen.") == [("AFP", "agency")]


def test_photo_credit_is_no_authority():
    assert {role for _, role in credits_of(f"{BODY}\n\nFoto: Nina Solli / NTB")} == {"photo"}


def test_reprint_names_the_outlet():
    assert credits_of(f"{BODY}\n\nArtikkelen ble først publisert i Aftenposten.") == [("Aftenposten", "outlet")]


@pytest.mark.parametrize("text", [f"{BODY[:-1]} (34).", "", "()", "/ /", "Foto:", "(", "© "])
def test_brackets_that_credit_nobody(text: str):
    assert credits_of(text) == []


def test_media_have_one_id_and_one_name_each():
    table = read_toml(TABLE)["medium"]
    ids = Counter(entry["id"] for entry in table)
    names = Counter(name for entry in table for name in {entry["name"], *entry.get("names", ())})

    assert len(table) >= 150
    assert [i for i, count in ids.items() if count > 1] == []
    assert [n for n, count in names.items() if count > 1] == []


def test_media_of_one_owner_are_one_party_and_others_are_not():
    owners: dict[str, set[str]] = {}
    parties: dict[str, set[str]] = {}
    for medium in media():
        assert medium.kind in ("agency", "newspaper", "broadcaster", "site", "photo")
        if not medium.party.startswith("state:"):
            owners.setdefault(medium.owner, set()).add(medium.party)
            parties.setdefault(medium.party, set()).add(medium.owner)
    joint = {owner for owner, found in owners.items() if len(found) > 1}

    assert joint <= {
        "Danish media houses",
        "Norwegian media houses",
        "Swedish media houses",
        "Finnish media houses",
        "German media houses",
        "Austrian media houses",
        "Belgian media houses",
        "Polish state",
        "Nordic agencies",
    }


def test_agencies_translate_agencies_that_are_in_the_table():
    table = read_toml(TABLE)["medium"]
    agencies = {entry["id"] for entry in table if entry["kind"] == "agency"}

    assert {i for entry in table for i in entry.get("translates", ())} <= agencies


def test_public_broadcaster_is_its_own_party_and_not_the_state():
    parties = {medium.id: medium.party for medium in media()}

    assert {parties["nrk"], parties["dr"], parties["svt"], parties["bbc"]} == {"nrk", "dr", "svt", "bbc"}


@pytest.mark.parametrize(
    ("head", "code", "found"),
    [
        ("AF RITZAU", "da", [("Ritzau", "agency")]),
        ("Ida Toft, Berlingske", "da", [("Ida Toft", "reporter"), ("Berlingske", "outlet")]),
        ("Nina Solli / NTB", "nb", []),
        ("Ida Toft, leder", "nb", []),
    ],
)
def test_lines_at_the_head(head: str, code: str, found: list[tuple[str, str]]):
    assert credits_of(f"En mann er pågrepet\n\n{head}\n\n{BODY}\n\n{BODY}\n\n{BODY}\n\n{BODY}", code) == found


@pytest.mark.parametrize(
    ("line", "code", "name"),
    [
        ("Artikkelen er først publisert på ABC Nyheter.", "nb", "ABC Nyheter"),
        ("Artiklen er oprindeligt bragt i Jyllands-Posten.", "da", "Jyllands-Posten"),
        ("Saka vart først publisert i Dag og Tid.", "nn", "Dag og Tid"),
        ("Artikeln publicerades först i Sydsvenskan.", "sv", "Sydsvenskan"),
    ],
)
def test_wordings_of_reprints(line: str, code: str, name: str):
    assert credits_of(f"{BODY}\n\n{line}", code) == [(name, "outlet")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Los Cristianos (Tenerife) (EFE).- Un hombre fue detenido.", "EFE"),
        ("Volvió ayer a casa.\n\nUn hombre fue detenido el sábado. EFE", "EFE"),
        ("Volvió ayer a casa.\n\nUn hombre fue detenido el sábado. EFE abc/def", "EFE"),
        ("Madrid, 3 mar. (EUROPA PRESS) -\n\nUn hombre fue detenido.", "Europa Press"),
        ("A man was held on Monday.\n\nHe denied it. — AP", "AP"),
    ],
)
def test_agencies_beside_the_text(text: str, name: str):
    assert credits_of(text, "es") == [(name, "agency")]


def test_an_agency_that_ends_a_sentence_is_no_credit():
    assert credits_of("A man was held. He had asked AP", "en") == []


def test_the_dateline_may_stand_behind_a_picture_credit():
    found = credits_of("A quiet town\n\nPhoto: AP\n\nPARIS (Reuters) - A man was held.\n\nHe fled.", "en")

    assert found == [("AP", "photo"), ("Reuters", "agency")]


@pytest.mark.parametrize(
    ("code", "line", "name"),
    [
        ("da", "Historien stod først i Politiken.", "Politiken"),
        ("nb", "Saken sto først i Aftenposten.", "Aftenposten"),
        ("nn", "Saka stod først i Bergens Tidende.", "Bergens Tidende"),
        ("sv", "Texten publicerades först i Dagens Nyheter.", "Dagens Nyheter"),
        ("en", "This story first appeared in The Guardian.", "The Guardian"),
        ("de", "Der Beitrag erschien zuerst im Tagesspiegel.", "Tagesspiegel"),
        ("es", "Publicado primero en El País.", "El País"),
    ],
)
def test_reprints_in_every_full_language(code: str, line: str, name: str):
    assert credits_of(f"{BODY}\n\n{line}", code) == [(name, "outlet")]


@pytest.mark.parametrize(
    ("code", "line", "name"),
    [
        ("de", "mit Material von dpa", "dpa"),
        ("es", "Con información de Reuters", "Reuters"),
        ("en", "With files from Reuters", "Reuters"),
    ],
)
def test_material_of_an_agency(code: str, line: str, name: str):
    assert credits_of(f"{BODY}\n\n{line}", code) == [(name, "agency")]
