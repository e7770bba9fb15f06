"""The register of organisations: under which names they are found."""

from __future__ import annotations

import pytest

from twosource.link.organisations import register_of


@pytest.mark.parametrize(
    ("name", "party"),
    [
        ("IOM", "un"),
        ("VN-organisatie IOM", "un"),
        ("FN-organet UNHCR", "un"),
        ("forsvarsalliancen NATO", "nato"),
        ("Hansen IOM", None),
        ("VN-organisatie", None),
    ],
)
def test_an_acronym_behind_what_it_is_names_the_body(name: str, party: str | None):
    found = register_of().lookup(name)

    assert (found and found.party) == party
