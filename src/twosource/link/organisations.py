"""Organisations that the tables know: who they are under every name, and whose voice they are."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from twosource.annotate.press import media
from twosource.errors import TableError
from twosource.language import Remembered
from twosource.language.tables import read_toml
from twosource.link.records import Party
from twosource.link.skeleton import data_table, name_skeleton, words_of


class Organisation(NamedTuple):
    """An organisation: its key, the name that it was looked up by, kind and the key of its party."""

    key: str
    name: str
    kind: str
    party: str


class Register:
    """The organisations of data/parties.toml and data/press.toml, with what a user's own file adds or overrides."""

    def __init__(self, own: str | None = None) -> None:
        self._names: dict[str, Organisation] = {}
        self._long: dict[str, list[str]] = {}
        self._folds: dict[str, Organisation] = {}
        self.persons: dict[str, Party] = {}
        self.labels: dict[str, str] = {}
        self._countries: dict[str, str] = {}
        self._at_home: dict[tuple[str, str], Organisation] = {}
        table = data_table("parties")
        self.of_state = frozenset(table["of_state"])
        self.of_owner = frozenset(table["of_owner"])
        self.of_person = frozenset(table["of_person"])
        self.of_medium = frozenset(table["of_medium"])
        self.single = frozenset(table["single"])
        self.national = frozenset(table["national"])
        self.heads = tuple(table["heads"])
        self.presiding = frozenset(table["presiding"])
        self.sorts: dict[str, str] = {
            word: row["name"] for row in table["sort"] for word in (*row["of"], *row["kinds"])
        }
        self._legal = frozenset(table["legal"])
        if own is not None:
            self._add_own(own)
        self._add_rows(table["organisation"])
        self._add_media()
        self._found: Remembered[Organisation | None] = Remembered(self._find)

    def _add_rows(self, rows: list[dict[str, Any]]) -> None:
        for row in rows:
            party = row.get("party", row["id"])
            for number, group in enumerate(row["names"].split("||")):
                names = [n.strip() for n in group.split("|")]
                key = f"org:{row['id']}" if number == 0 else f"org:{row['id']}/{_slug(names[0])}"
                self._add(Organisation(key, names[0], row.get("kind", "organisation"), party), names)
            self.labels.setdefault(party, row.get("label") or row["names"].partition("|")[0].strip())

    def _add_media(self) -> None:
        rows = data_table("press").get("medium", ())
        for medium, row in zip(media(), rows, strict=True):
            entry = Organisation(f"org:{medium.id}", medium.name, "medium", medium.party)
            self._add(entry, [medium.name, *row.get("names", ())])
            self.labels.setdefault(medium.party, medium.owner or medium.name)
            for name in row.get("at_home", ()):
                self._at_home[name, medium.country] = entry
            if medium.country:
                self._countries[entry.key] = medium.country

    def _add(self, entry: Organisation, names: list[str]) -> None:
        for name in names:
            called = entry._replace(name=name)
            self._names.setdefault(name, called)
            if " " in name:
                self._long.setdefault(name.partition(" ")[0], []).append(name)
            if not name.isupper():
                self._folds.setdefault(name.casefold(), called)

    def _add_own(self, path: str) -> None:
        """Read a user's own file: organisations as in data/parties.toml, persons with a name and a party.

        Raises:
            TableError: The file is missing or broken, or an entry lacks its id, names or party.
        """
        table = read_toml(Path(path))
        for row in table.get("organisation", ()):
            if not {"id", "names"} <= row.keys():
                raise TableError(f"{path}: an organisation needs id and names: {row}")
        self._add_rows([{**row, "names": _joined(row["names"])} for row in table.get("organisation", ())])
        for row in table.get("person", ()):
            if not {"name", "party"} <= row.keys():
                raise TableError(f"{path}: a person needs name and party: {row}")
            label = row.get("label", self.labels.get(row["party"], row["party"]))
            party = Party(row["party"], label, "own", f"{row['name']} belongs to {label} by the file {Path(path).name}")
            self.persons[name_skeleton(row["name"])] = party

    def lookup(self, name: str, *, home: str | None = None) -> Organisation | None:
        """Return the organisation of a name, whatever its case where it is more than an acronym.

        Args:
            name: The name.
            home: The territory whose press uses it: its own medium goes before one of that name abroad.
        """
        return self._at_home.get((name, home or "")) or self._found[name]

    def _find(self, name: str) -> Organisation | None:
        found = self._names.get(name) or self._folds.get(name.casefold())
        if found is None:
            stripped = self.bare(name)
            if stripped != name:
                found = self._names.get(stripped) or self._folds.get(stripped.casefold())
        return found or self._behind_its_kind(name)

    def _behind_its_kind(self, name: str) -> Organisation | None:
        """Return the body whose acronym stands behind what it is: "VN-organisatie IOM", "FN-organet UNHCR"."""
        *before, last = name.split() or [""]
        told = bool(before) and all("-" in word or word[0].islower() for word in before)
        return self._names[last] if told and last.isupper() and len(last) > 2 and self.is_body(last) else None

    def is_body(self, word: str) -> bool:
        """Tell whether a word, letter by letter, is the name of an organisation that is no medium or network."""
        found = self._names.get(word)
        return found is not None and found.kind not in ("medium", "network")

    def longest_at(self, text: str, start: int, word: str) -> Organisation | None:
        """Return the organisation whose name of several words, the first is ``word``, stands at ``start``."""
        if word not in self._long:
            return None
        found = [
            n
            for n in self._long[word]
            if text.startswith(n, start) and not text[start + len(n) : start + len(n) + 1].isalnum()
        ]
        return self._names[max(found, key=len)] if found else None

    def party(self, entry: Organisation) -> Party:
        """Return the party that an organisation speaks for."""
        label = self.labels.get(entry.party, entry.name)
        kind = "state" if entry.party.startswith("state:") else entry.kind
        own = entry.party == entry.key.removeprefix("org:")
        reason = f"{entry.name} speaks for itself" if own else f"{entry.name} is of {label}"
        return Party(entry.party, label, kind, reason, sort=self.sorts.get(kind, ""))

    def country(self, name: str) -> str | None:
        """Return the country of a medium, or None where the table does not know it."""
        known = self.lookup(name)
        return self._countries.get(known.key) if known else None

    def bare(self, name: str) -> str:
        """Return a company's name without its legal form."""
        words = name.split()
        while len(words) > 1 and words[-1].strip(",") in self._legal:
            words.pop()
        return " ".join(words).rstrip(",")


def _joined(names: str | list[str]) -> str:
    return names if isinstance(names, str) else " | ".join(names)


def _slug(name: str) -> str:
    return name_skeleton(name).replace(" ", "-")


@lru_cache(maxsize=8)
def register_of(own: str | None = None) -> Register:
    """Return the register, with a user's own file where one is given; read once a path."""
    return Register(own)


def own_name_key(name: str) -> str:
    """Return the key of an organisation that no table knows: the skeletons of its words."""
    return f"org:{name_skeleton(' '.join(words_of(name))).replace(' ', '-')}"


@cache
def alike_sorts() -> frozenset[frozenset[str]]:
    """Return the pairs of sorts of parties that may speak with one voice, by data/parties.toml."""
    return frozenset(frozenset(pair.split()) for pair in data_table("parties")["alike"])
