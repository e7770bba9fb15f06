"""What kind of body a name says that it is ("Forsvarsdepartementet", "Vik politidistrikt")."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from twosource.language import tokenize
from twosource.link.records import Role
from twosource.link.role_table import Roles

INSTITUTE = "university"
"""Whose the roles of institutes are: of a university's where the name says nothing else."""


class BodyName(NamedTuple):
    """The role that a name tells, where its noun begins, and whether the noun is the whole name."""

    role: Role
    start: int
    whole: bool


def body_of_name(name: str, roles: Roles, of_state: Collection[str]) -> BodyName | None:
    """Return what a name says of whom it names, or None: by the noun that it begins or ends with.

    An institute whose name also tells of a body of the state is that body ("Instituto Nacional de Protección Civil").
    """
    tokens = tokenize(name)
    hits = [(i, *hit) for i in range(len(tokens)) if (hit := roles.at(tokens, i)) is not None and hit[1].kind == "body"]
    for index, end, role in hits:
        if index == 0 or end == len(tokens):
            whole = index == 0 and end == len(tokens)
            state = next((r for _, _, r in hits if r.of in of_state), None) if role.of == INSTITUTE else None
            return BodyName(state or role, tokens[index].start, whole)
    return None
