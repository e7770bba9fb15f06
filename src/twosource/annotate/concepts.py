"""The concepts of news: what happens and what is measured, apart from any language (``data/concepts.toml``)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from twosource.errors import TableError
from twosource.language.tables import read_toml

TABLE = Path(__file__).parent.parent / "data" / "concepts.toml"


class Concept(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of happening or measure.

    ``count``, ``event`` and ``when`` are the questions that facts of the kinds figure, event and when answer, empty
    where the concept gives no such fact.  ``unit`` is that of a bare count, None where it depends on what is measured;
    ``people`` tells whether persons can be counted by it, ``point`` whether such a happening has a day of its own.
    ``harm`` tells that it is what an event does to things.
    ``kin`` is the wider concept; ``near`` are those that other reports may use for the same event, in both directions.
    ``plover``, ``cameo`` and ``acled`` are the codes of those schemes, None where there is none.
    """

    id: str
    label: str
    count: str = ""
    event: str = ""
    when: str = ""
    unit: str | None = None
    people: bool = False
    point: bool = False
    kin: str | None = None
    harm: bool = False
    near: tuple[str, ...] = ()
    plover: str | None = None
    cameo: str | None = None
    acled: str | None = None


@cache
def concepts() -> dict[str, Concept]:
    """Return every concept by its id, in the order of the table.

    Raises:
        TableError: The table is broken, or a concept refers to one that it does not hold; the message names it.
    """
    try:
        rows = msgspec.convert(read_toml(TABLE).get("concept", []), list[Concept])
    except msgspec.ValidationError as error:
        raise TableError(f"{TABLE}: {error}") from error
    found = {row.id: row for row in rows}
    near: dict[str, set[str]] = {row.id: set(row.near) for row in rows}
    for row in rows:
        for other in (*row.near, *([row.kin] if row.kin else [])):
            if other not in near:
                raise TableError(f"{TABLE}: {row.id} refers to {other}, which is no concept")
        for other in row.near:
            near[other].add(row.id)
    return {id: msgspec.structs.replace(row, near=tuple(sorted(near[id]))) for id, row in found.items()}


def concept(id: str) -> Concept | None:
    """Return the concept of that id, or None where the table has none."""
    return concepts().get(id)


def akin(left: str, right: str) -> bool:
    """Tell whether two concepts may be worded for the same event: the same, near, or one the wider of the other."""
    if left == right:
        return True
    one, two = concept(left), concept(right)
    if one is None or two is None:
        return False
    return right in one.near or one.kin == right or two.kin == left
