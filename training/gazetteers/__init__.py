"""The lists behind the gazetteer: one TOML file a subject, each saying at its head where it comes from."""

from __future__ import annotations

import tomllib
from pathlib import Path

from twosource.annotate.names_words import find_words


def read_gazetteers(folder: Path = Path(__file__).parent) -> dict[str, list[str]]:
    """Return class -> entries, sorted, over all files of a folder, their words divided by single spaces.

    An entry may stand in several classes.
    """
    lists: dict[str, set[str]] = {}
    for path in sorted(folder.glob("*.toml")):
        for row in tomllib.loads(path.read_text(encoding="utf-8"))["list"]:
            entries = (_spaced(entry.strip()) for entry in row["entries"].split(","))
            lists.setdefault(row["class"], set()).update(entry for entry in entries if entry)
    return {kind: sorted(entries) for kind, entries in sorted(lists.items())}


def _spaced(entry: str) -> str:
    """Return an entry as the words that the stage sees; the end of a compound (``*tail``) stays as it is."""
    return entry if entry.startswith("*") else " ".join(find_words(entry).texts)
