"""Media and agencies: the table of data/press.toml and its names, compiled once.

Names are looked up letter by letter case (``DR`` is a medium, ``dr`` is not); how media are worded in a language
comes from that language's press.toml.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import twosource
from twosource.language import PhraseTable, Token, tokenize
from twosource.language.tables import Language, read_toml

SHOUTED = 6
"""Names of so many letters are known in capitals too; shorter ones would be words ("TIME", "BILD")."""

TABLE = Path(twosource.__file__).parent / "data" / "press.toml"


@dataclass(frozen=True, slots=True)
class Medium:
    """An agency or outlet: its name, kind (agency, newspaper, broadcaster, site, photo), country, owner and party."""

    id: str
    name: str
    kind: str
    country: str
    owner: str
    party: str

    @property
    def role(self) -> str:
        """Return the role of the medium in a chain: agency or outlet."""
        return "agency" if self.kind == "agency" else "outlet"


@cache
def _table() -> dict[str, Any]:
    """Return the table as read."""
    return read_toml(TABLE)


@cache
def media() -> tuple[Medium, ...]:
    """Return every medium of data/press.toml in the order of the table."""
    return tuple(
        Medium(m["id"], m["name"], m["kind"], m.get("country", ""), m.get("owner", ""), m.get("party", m["id"]))
        for m in _table().get("medium", ())
    )


@cache
def media_names() -> PhraseTable[Medium]:
    """Return the names of all media, in their own letters."""
    rows: list[tuple[str, Medium]] = []
    for medium, entry in zip(media(), _table().get("medium", ()), strict=True):
        names = dict.fromkeys([entry["name"], *entry.get("names", ())])
        capitals = [n.upper() for n in names if len(n) >= SHOUTED and not n.isupper()]
        rows.extend((" ".join("=" + word for word in name.split()), medium) for name in [*names, *capitals])
        rows.extend((" ".join("=" + word for word in name.split()), medium) for name in _genitives(names))
    return PhraseTable(rows)


@cache
def translated_by(name: str) -> frozenset[str]:
    """Return the names of the agencies whose reports the agency of this name passes on in its own language."""
    names = {medium.id: medium.name for medium in media()}
    found: dict[str, Any] = next((row for row in _table().get("medium", ()) if row["name"] == name), {})
    return frozenset(names[id] for id in found.get("translates", ()) if id in names)


def _genitives(names: Iterable[str]) -> Iterator[str]:
    """Yield the genitives of names that are no other medium's name ("Time" has none: "Times")."""
    for name in names:
        for ending in _table().get("genitives", ()):
            genitive = name + ending
            if not name.endswith(ending) and genitive.split()[0] not in _first_words():
                yield genitive


@cache
def _first_words() -> frozenset[str]:
    """Return the first words of the names of media as the table has them."""
    names = (name for entry in _table().get("medium", ()) for name in [entry["name"], *entry.get("names", ())])
    return frozenset(name.split()[0] for name in names)


@cache
def media_heads() -> frozenset[str]:
    """Return the first words of all names of media."""
    names = [name for entry in _table().get("medium", ()) for name in [entry["name"], *entry.get("names", ())]]
    return frozenset(tokenize(name)[0].text for name in (*names, *_genitives(names)))


@cache
def particles() -> frozenset[str]:
    """Return the small words inside names of people (``von``, ``bin``)."""
    return frozenset(_table().get("particles", ()))


def medium_words(language: Language) -> PhraseTable[str]:
    """Return how names of media look in a language (``*avisen``), empty where it has no such table."""
    table = language.table("press") if language.has("press") else {}
    return PhraseTable((form, "outlet") for form in table.get("outlet_forms", ()))


@cache
def _not_behind() -> frozenset[str]:
    """Return the words with which the name of a medium is the end of another name."""
    return frozenset(_table().get("not_behind", ()))


def find_media(tokens: Sequence[Token]) -> dict[int, tuple[int, Medium]]:
    """Return the media that the tokens name: first token -> (end, medium)."""
    table, heads, found, last = media_names(), media_heads(), dict[int, tuple[int, Medium]](), 0
    for index, token in enumerate(tokens):
        if index >= last and token.text in heads and not (index and tokens[index - 1].text in _not_behind()):
            hit = table.longest(tokens, index)
            if hit is not None:
                found[index] = hit
                last = hit[0]
    return found
