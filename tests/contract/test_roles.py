"""The roles of every language: whose a body is stands beside its name, not in it."""

from __future__ import annotations

import pytest

from twosource.language.tables import codes, load


@pytest.mark.parametrize("code", [code for code in codes() if load(code).has("roles") and load(code).has("places")])
def test_no_body_of_a_state_is_named_with_its_country(code: str) -> None:
    """A form that holds "Russian" would hide whose the army is; the adjective is read beside the form."""
    places = load(code).table("places")
    home = places.get("home")
    words = {
        word.rstrip("*").lstrip("=").casefold()
        for row in places["territory"]
        if row["code"] != home
        for word in (*row.get("adjective", ()), row["name"], *row.get("also", ()))
    }
    bodies = [row for row in load(code).table("roles")["role"] if row["kind"] == "body" and row["of"] == "state"]
    held = [
        form
        for row in bodies
        for form in row["forms"]
        for word in form.casefold().split()
        if any(len(name) > 3 and word.startswith(name) and len(word) - len(name) <= 4 for name in words)
    ]
    assert not held
