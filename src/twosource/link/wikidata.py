"""Links of entities to Wikidata, from a file that the user brings: never from the network."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from twosource.errors import UsageError
from twosource.link.persons import compare_persons, split_name, surnames_read
from twosource.link.records import Judgement
from twosource.link.skeleton import name_skeleton
from twosource.model import Dossier, Entity

_QID = re.compile(r"Q[1-9]\d*")
_COLUMNS = 4


class _Row(NamedTuple):
    name: str
    qid: str
    kind: str


class WikidataLinks:
    """The names of a user's file with their numbers, found by what all spellings of a name share."""

    def __init__(self, path: str) -> None:
        self._by_skeleton: dict[str, list[_Row]] = {}
        self._by_surname: dict[str, list[_Row]] = {}
        for row in _read(Path(path)):
            self._by_skeleton.setdefault(name_skeleton(row.name), []).append(row)
            if row.kind == "person":
                for word in surnames_read(split_name(row.name)):
                    self._by_surname.setdefault(word, []).append(row)

    def of(self, entity: Entity) -> str | None:
        """Return the number of an entity, or None where its names match no row for sure, or rows of two numbers."""
        names = dict.fromkeys((entity.name, *(form for forms in entity.names.values() for form in forms)))
        found = {row.qid for name in names for row in self._rows(name, entity.kind)}
        return found.pop() if len(found) == 1 else None

    def _rows(self, name: str, kind: str) -> Iterator[_Row]:
        if kind != "person":
            yield from (row for row in self._by_skeleton.get(name_skeleton(name), ()) if row.kind == kind)
            return
        parts = split_name(name)
        if not parts.full:  # a bare surname is nobody for sure
            return
        for word in surnames_read(parts):
            for row in self._by_surname.get(word, ()):
                if compare_persons(name, row.name).judgement is Judgement.SAME:
                    yield row


def link_wikidata(dossier: Dossier, path: str) -> Dossier:
    """Return the dossier with ``Entity.wikidata`` filled where a user's file tells it for sure.

    Args:
        dossier: The dossier.
        path: Lines of name, aliases (parted by "|"), number and kind, parted by tabs; or JSON lines with ``name``,
            ``aliases`` (a list), ``qid`` and ``kind``.

    Raises:
        UsageError: The file cannot be read, or a line is not so.
    """
    links = WikidataLinks(path)
    stories = tuple(
        msgspec.structs.replace(
            story,
            entities=tuple(msgspec.structs.replace(e, wikidata=links.of(e) or e.wikidata) for e in story.entities),
        )
        for story in dossier.stories
    )
    return msgspec.structs.replace(dossier, stories=stories)


def _read(path: Path) -> Iterator[_Row]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read: {error}") from error
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield from _rows_of(line.rstrip("\r"), f"{path}, line {number}")


def _rows_of(line: str, place: str) -> Iterator[_Row]:
    names, qid, kind = _parsed(line, place)
    if not _QID.fullmatch(qid):
        raise UsageError(f"{place}: {qid!r} is no number of Wikidata; they look like this: Q42")
    for name in names:
        if name.strip():
            yield _Row(name.strip(), qid, kind)


def _parsed(line: str, place: str) -> tuple[list[str], str, str]:
    """Return names, number and kind of a line."""
    if line.lstrip().startswith("{"):
        try:
            row = json.loads(line)
            return [row["name"], *row.get("aliases", ())], str(row["qid"]), str(row["kind"])
        except (ValueError, KeyError, TypeError) as error:
            raise UsageError(f"{place}: a row has name, aliases, qid and kind: {error}") from error
    columns = line.split("\t")
    if len(columns) != _COLUMNS:
        raise UsageError(f"{place}: name, aliases, number and kind, parted by tabs; there are {len(columns)} columns")
    return [columns[0], *columns[1].split("|")], columns[2].strip(), columns[3].strip()
