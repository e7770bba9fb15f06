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
