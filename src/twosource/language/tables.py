"""The folders of languages: which there are, and what is in them.

A folder ``language/xx`` holds ``language.toml`` (its code, name, other codes and what it declares as unsupported)
and one TOML file a table.  Nothing else in the code knows which languages there are.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import rtoml

from twosource.errors import TableError, UnknownLanguage, Unsupported

HERE = Path(__file__).parent
GENERIC = "und"
"""The folder of what holds in every language: digits, ISO dates, names by shape."""

TABLES = (
    *("blocks", "times", "figures", "happenings", "places", "roles", "speech", "press", "names"),
    *("brief", "glossary"),
)
"""Every table that a language can have, each a file ``<table>.toml`` of its folder."""
BESIDE = ("brief", "glossary")
"""Tables that reading a report does without: what is written, and what only pairs of reports are compared by."""


def read_toml(path: Path) -> dict[str, Any]:
    """Return what a TOML file holds.

    Raises:
        TableError: The file is missing or broken; the message names it and the line.
    """
    try:
        found: dict[str, Any] = rtoml.loads(path.read_text(encoding="utf-8"))
        return found
    except FileNotFoundError as error:
        raise TableError(f"{path}: no such table") from error
    except (rtoml.TomlParsingError, UnicodeDecodeError) as error:
        raise TableError(f"{path}: {error}") from error


class Language:
    """One language's folder; its tables are read when they are first asked for."""

    def __init__(self, code: str, folder: Path) -> None:
        head = read_toml(folder / "language.toml")
        self.code = code
        self.folder = folder
        self.name: str = head.get("name", code)
        self.also: tuple[str, ...] = tuple(head.get("also", ()))
        self.near: tuple[str, ...] = tuple(head.get("near", ()))
        self.unsupported: tuple[str, ...] = tuple(head.get("unsupported", ()))
        self._tables: dict[str, Mapping[str, Any]] = {}

    def __repr__(self) -> str:
        return f"Language({self.code!r})"

    def has(self, table: str) -> bool:
        """Tell whether the language has this table."""
        return table not in self.unsupported and (self.folder / f"{table}.toml").is_file()

    def table(self, table: str) -> Mapping[str, Any]:
        """Return a table as read from its file.

        Raises:
            Unsupported: The language declares that it has none; the message lists those that do.
            TableError: The file is missing or broken.
        """
        if table not in self._tables:
            if not self.has(table):
                others = ", ".join(c for c in codes() if load(c).has(table)) or "none"
                raise Unsupported(f"{self.code} has no table {table!r}; languages that have one: {others}")
            self._tables[table] = read_toml(self.folder / f"{table}.toml")
        return self._tables[table]

    def missing(self) -> tuple[str, ...]:
        """Return the tables that this language lacks, in the order of `TABLES`."""
        return tuple(table for table in TABLES if not self.has(table))


@cache
def codes() -> tuple[str, ...]:
    """Return the codes of all language folders, sorted, without the generic one."""
    found = (p.parent.name for p in HERE.glob("*/language.toml"))
    return tuple(sorted(code for code in found if code != GENERIC))


@cache
def load(code: str) -> Language:
    """Return the language of a folder, by its code or another code that it declares.

    Raises:
        UnknownLanguage: No folder answers to ``code``; the message lists those that there are.
    """
    if (HERE / code / "language.toml").is_file():
        return Language(code, HERE / code)
    for other in codes():
        if code in load(other).also:
            return load(other)
    raise UnknownLanguage(f"no language {code!r}; there are: {', '.join(codes())}")


def load_or_generic(code: str) -> Language:
    """Return the language of ``code``, or the generic one where no folder answers to it."""
    try:
        return load(code)
    except UnknownLanguage:
        return load(GENERIC)
