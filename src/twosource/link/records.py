"""What linking works with: judgements, mentions of places, offices, parties."""

from __future__ import annotations

from enum import Enum

import msgspec

from twosource.model import Span


class Judgement(Enum):
    """Whether two names are one: yes, no, could be, or nothing to go by."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    UNKNOWN = "unknown"


class Comparison(msgspec.Struct, frozen=True):
    """A judgement on two names with its score in [0, 1] and the reason in words."""

    judgement: Judgement
    score: float
    reason: str


class Place(msgspec.Struct, frozen=True):
    """A place: its key, the same in every language, its territory (ISO 3166, "" where unknown) and its name.

    ``kind``: territory, city, region, town, group, unknown.
    """

    key: str
    code: str
    name: str
    kind: str


class PlaceMention(msgspec.Struct, frozen=True):
    """Words that mean a place; ``how``: name, adjective, inhabitant, metonym.  ``first`` and ``end`` count tokens."""

    span: Span
    place: Place
    how: str
    first: int
    end: int
    genitive: bool = False


class Role(msgspec.Struct, frozen=True):
    """An office, body, document or kind of unnamed source of roles.toml, and whose it is.

    ``code`` is the territory whose office the word itself means, "" for most.
    """

    id: str
    kind: str
    of: str
    code: str = ""


class Office(msgspec.Struct, frozen=True):
    """A role as a report mentions it.

    ``code`` is the territory that the wording itself gives, ``owner`` the name (an index into the reading's names) or
    ``owner_office`` the role whose it is, ``holder`` the name of who holds it.  None where the wording does not say.
    ``former`` tells that he no longer holds it, so that he speaks for nobody by it; ``owned`` that a common noun before
    says whose he is, of which nothing is known ("museets leder", "the quarry's director").
    """

    role: Role
    span: Span
    first: int
    end: int
    code: str | None = None
    evidence: Span | None = None
    owner: int | None = None
    owner_office: Role | None = None
    holder: int | None = None
    former: bool = False
    owned: bool = False


class Party(msgspec.Struct, frozen=True):
    """Those who speak with one voice: a state, a company, a movement, a person.

    ``key`` is the same in every language (``state:BY``, ``eu``, ``person:...``); ``kind``: state, union, organisation,
    company, medium, person ...; ``sort`` what sort of party that makes it (the sorts of data/parties.toml), "" where
    nothing tells; ``reason`` says what it was told from.
    """

    key: str
    label: str
    kind: str
    reason: str
    score: float = 1.0
    sort: str = ""
