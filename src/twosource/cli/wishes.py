"""What a user wishes of every command that reads reports."""

from __future__ import annotations

import msgspec

from twosource.errors import UsageError
from twosource.pipeline import ALL


class Wishes(msgspec.Struct, frozen=True, kw_only=True):
    """The options that the reading commands share; ``language`` and ``published`` are by name, ``*`` for all others."""

    language: dict[str, str] = {}
    published: dict[str, str] = {}
    color: str = "auto"
    quiet: bool = False
    limit: int
    jobs: int | None = None
    tagger: str | None = None


class Judging(msgspec.Struct, frozen=True, kw_only=True):
    """How facts are judged and told: policy of counts, the user's files, language of the brief."""

    policy: str = "range"
    parties: str | None = None
    brief_language: str | None = None
    wikidata: str | None = None


def by_name(values: list[str] | None) -> dict[str, str]:
    """Return what is said of each report: ``nb.txt=nb`` of one, ``nb`` of all others.

    Raises:
        UsageError: There is nothing before or after an equals sign.
    """
    given: dict[str, str] = {}
    for value in values or ():
        name, equals, said = value.rpartition("=")
        if not said or (equals and not name):
            raise UsageError(f"{value!r} should look like NAME=VALUE or VALUE")
        given[name or ALL] = said
    return given
