"""What kind of body a name says that it is ("Forsvarsdepartementet", "Vik politidistrikt")."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from typing import NamedTuple

from twosource.language import tokenize
from twosource.link.organisations import Organisation, Register
from twosource.link.records import Role
from twosource.link.role_table import Roles
from twosource.model import Name, Sentence

INSTITUTES = ("university", "institute")
"""Whose the roles of universities and institutes are, where the name says nothing else."""


def is_noun(name: Name, surnames: Collection[str], roles: Roles, sentences: Sequence[Sentence]) -> bool:
    """Tell whether a person's name of one word is but a body's noun at the head of a sentence ("Organisers said").

    Args:
        name: The name as it was found.
        surnames: The words of the full names of people.
        roles: The roles of the language.
        sentences: The sentences of the report, in order.
    """
    if name.kind != "person" or " " in name.text or name.text in surnames:
        return False
    tokens = tokenize(name.text)
    hit = roles.at(tokens, 0) if tokens else None
    if hit is None or hit[0] != len(tokens) or hit[1].kind != "body":
        return False
    at = bisect_left(sentences, name.span.start, key=lambda s: s.span.start)
    return at < len(sentences) and sentences[at].span.start == name.span.start


def is_namesake(known: Organisation, role: Role, register: Register) -> bool:
    """Tell whether letters are those of another body than the state's of the tables, by the noun in front of them.

    "The doctors' association KMA" is no weather service.
    """
    sort = register.sorts.get(role.of, "")
    return known.party.startswith("state:") and known.name.isupper() and sort not in ("", "state")


def is_long_noun(name: Name, roles: Roles) -> bool:
    """Tell whether a person's name of several words is a body's noun as it stands ("Centralnej Komisji Wyborczej")."""
    if name.kind != "person" or " " not in name.text:
        return False
    tokens = tokenize(name.text)
    hit = roles.at(tokens, 0)
    return hit is not None and hit[0] == len(tokens) and hit[1].kind == "body"


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
            state = next((r for _, _, r in hits if r.of in of_state), None) if role.of in INSTITUTES else None
            return BodyName(state or role, tokens[index].start, whole)
    return None
