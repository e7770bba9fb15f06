"""What a name says of the body that bears it."""

from __future__ import annotations

import pytest

from twosource.link.body_names import body_of_name
from twosource.link.role_table import roles_of

STATE = ("state", "municipality", "court")


@pytest.mark.parametrize(
    ("code", "name", "of", "whole"),
    [
        ("nb", "Vik politidistrikt", "state", False),
        ("es", "Instituto de Defensa Civil", "state", False),
        ("es", "Instituto de Estudios del Mar", "institute", False),
        ("en", "Sindh Liberation Army", "movement", False),
        ("en", "Army", "state", True),
    ],
)
def test_the_noun_of_a_name_tells_whose_it_is(code: str, name: str, of: str, whole: bool):
    found = body_of_name(name, roles_of(code), STATE)

    assert found is not None
    assert (found.role.of, found.whole) == (of, whole)


def test_a_name_without_a_noun_of_a_body_tells_nothing():
    assert body_of_name("Aurora", roles_of("en"), STATE) is None
