"""The tables of media and of organisations: nothing dead, missing or merged too far."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest

from twosource.link.organisations import alike_sorts, register_of
from twosource.link.skeleton import data_table

MEDIA = data_table("press")["medium"]
ROWS = data_table("parties")["organisation"]
SORTS = data_table("parties")["sort"]


def names_of(row: dict[str, str]) -> list[str]:
    return [name.strip() for group in row["names"].split("||") for name in group.split("|")]


def test_no_name_is_of_two_entries():
    media = Counter(name for row in MEDIA for name in dict.fromkeys([row["name"], *row.get("names", ())]))
    bodies = Counter(name for row in ROWS for name in dict.fromkeys(names_of(row)))

    assert [name for name, count in media.items() if count > 1] == []
    assert [name for name, count in bodies.items() if count > 1] == []


def test_no_body_bears_the_name_of_a_medium():
    media = {name for row in MEDIA for name in [row["name"], *row.get("names", ())]}

    assert sorted(media & {name for row in ROWS for name in names_of(row)}) == []


def test_ids_are_single():
    assert [i for i, n in Counter(row["id"] for row in [*MEDIA, *ROWS]).items() if n > 1] == []


def test_every_medium_has_an_owner_and_a_party():
    assert [row["id"] for row in MEDIA if row["kind"] != "photo" and not (row.get("owner") and row.get("party"))] == []


def test_a_party_of_media_has_one_owner():
    owners: dict[str, set[str]] = defaultdict(set)
    for row in MEDIA:
        if not row["party"].startswith("state:"):
            owners[row["party"]].add(row["owner"])

    assert {party: sorted(found) for party, found in owners.items() if len(found) > MOST_NAMES} == {}


MOST_NAMES = 2
"""An owner may be called by two names: a house and the house above it."""


def test_an_agency_translates_agencies_that_are_there():
    ids = {row["id"] for row in MEDIA if row["kind"] == "agency"}

    assert [t for row in MEDIA for t in row.get("translates", ()) if t not in ids or t == row["id"]] == []


def test_media_of_states_name_a_country():
    found = [row["party"] for row in MEDIA if row["party"].startswith("state:")]

    assert all(len(party) == len("state:XX") and party[6:].isupper() for party in found)


@pytest.mark.parametrize("name", ["Reuters", "dpa", "EFE", "Le Soir", "Asia-Plus", "Caritas", "IG Metall", "Vestas"])
def test_what_is_looked_up_is_there(name: str):
    assert register_of().lookup(name) is not None


def test_every_kind_has_a_sort_and_every_pair_names_sorts():
    kinds = {kind for row in SORTS for kind in row["kinds"]}
    sorts = {row["name"] for row in SORTS}

    assert sorted({row.get("kind", "organisation") for row in ROWS} - kinds) == []
    assert sorted(set().union(*alike_sorts()) - sorts) == []


def test_words_that_are_no_names_are_no_media():
    lookup = register_of().lookup

    assert [word for word in ("Kan", "Krone", "Petra", "Fana", "Tempo") if lookup(word) is not None] == []


def test_a_name_that_two_media_bear_means_the_one_at_home():
    """The press of a country means its own broadcaster; elsewhere the table's first is meant."""
    register = register_of()

    assert register.lookup("TV 2", home="NO").key != register.lookup("TV 2", home="DK").key
    assert register.lookup("TV 2", home="NO").key == register.lookup("TV 2 Nyhetene").key
    assert register.lookup("TV 2") == register.lookup("TV 2", home="DK")
