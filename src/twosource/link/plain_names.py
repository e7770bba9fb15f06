"""Names as the names stage found them, without the nouns and adjectives in front that say what they are."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.language import Token
from twosource.link.places import Gazetteer
from twosource.link.role_table import Roles
from twosource.model import Name, Span

OWN_NAMED = (
    "company",
    "union",
    "employers",
    "party",
    "ngo",
    "movement",
    "media",
    "club",
    "hospital",
    "university",
    "institute",
)
"""Whose the roles are that bodies with a name of their own are called by ("the company X", "the union Y")."""


FULL = 2
"""A name of so many words at least stays a name where an office in front of it is taken off."""


def plain_name(name: Name, tokens: Sequence[Token], roles: Roles, gazetteer: Gazetteer) -> Name:
    """Return a name without a small-lettered word, a body's noun or an office in front of it.

    ``tokens`` are those of the name.  "Flyselskapet Nordvind" at the head of a sentence is Nordvind, "norske Nordvind"
    as well; "Region Sør" is what it is called, for what is left must be a name by itself, and no place.
    """
    first = 0
    while first + 1 < len(tokens) and tokens[first].text[:1].islower() and tokens[first + 1].text[:1].isupper():
        if name.kind == "person":
            break
        first += 1
    if first == 0 and len(tokens) > 1 and tokens[1].text[:1].isupper() and tokens[0].text[1:].islower():
        hit = roles.at(tokens, 0)
        if (
            hit is not None
            and hit[0] == 1
            and tokens[0].fold.endswith(roles.definite)
            and _says_what(hit[1].kind, hit[1].of)
        ):
            first = 1
    if first == 0 and name.kind == "person":
        first = _past_office(tokens, roles)
    if first == 0:
        return name
    span = Span(tokens[first].start, name.span.end)
    text = name.text[tokens[first].start - name.span.start :]
    if gazetteer.lookup(text) is not None:
        return name
    kind = "organisation" if name.kind == "place" else name.kind
    return Name(span=span, text=text, kind=kind, reason=name.reason)


def _past_office(tokens: Sequence[Token], roles: Roles) -> int:
    """Return the token behind an office that a person's full name begins with, 0 where it begins with none."""
    hit = roles.at(tokens, 0)
    if hit is None or hit[1].kind != "person" or len(tokens) - hit[0] < FULL:
        return 0
    return hit[0]


def body_name(name: Name, tokens: Sequence[Token], roles: Roles, gazetteer: Gazetteer) -> Name:
    """Return a place's name of several words that ends with a body's noun as that of the body: "Vik kommune"."""
    if name.kind != "place" or len(tokens) < 2 or gazetteer.lookup(name.text) is not None:
        return name
    hit = roles.at(tokens, len(tokens) - 1)
    if hit is None or hit[1].kind != "body":
        return name
    return Name(span=name.span, text=name.text, kind="organisation", reason=name.reason)


def _says_what(kind: str, of: str) -> bool:
    return kind == "person" or (kind == "body" and of in OWN_NAMED)
