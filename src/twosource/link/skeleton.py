"""The skeleton of a name: what its spellings in different languages and alphabets have in common."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from operator import eq
from pathlib import Path
from typing import Any

from anyascii import anyascii

from twosource.language.tables import read_toml

DATA = Path(__file__).parent.parent / "data"
_DOUBLE = re.compile(r"(.)\1+")
_WORD = re.compile(r"[^\W_]+", re.UNICODE)


@cache
def data_table(name: str) -> dict[str, Any]:
    """Return a table of ``data/`` by its name, read once."""
    return read_toml(DATA / f"{name}.toml")


class _Rules:
    """Rules "from to" compiled to one expression; the longest wins at each place."""

    def __init__(self, rows: list[str], *, end: bool = False) -> None:
        self.to: dict[str, str] = {}
        for row in rows:
            source, _, target = row.partition(" ")
            self.to[source] = target
        choice = "|".join(re.escape(s) for s in sorted(self.to, key=lambda s: (-len(s), s)))
        self.pattern = re.compile(f"(?:{choice})$" if end else choice)
        self.plain = any(source.isascii() and source.isalnum() for source in self.to)
        """Whether a rule changes plain letters or digits."""
        self._endings = tuple(self.to) if end else ("",)

    def apply(self, word: str) -> str:
        """Return ``word`` with every rule applied once, from left to right."""
        if not word.endswith(self._endings):
            return word
        return self.pattern.sub(lambda found: self.to[found.group()], word)


@cache
def _rules() -> tuple[_Rules, _Rules, _Rules]:
    """Return the rules for letters, for the inside and for the end of a word."""
    table = data_table("transliteration")
    return _Rules(table["letters"]), _Rules(table["rules"]), _Rules(table["ends"], end=True)


def _ascii(text: str) -> str:
    """Return ``text`` in plain letters a to z and digits, lowercased; other alphabets are transliterated."""
    if text.isascii():
        return text
    return anyascii(text).lower()


def frame(word: str) -> str:
    """Return ``word`` as `skeleton` has it before an ending is cut: words that begin alike have frames that do."""
    return _framed(_plain(word))


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """Return what all transcriptions of ``word`` share, in letters a to z; "" for a word without any letter.

    Two words with the same skeleton can be spellings of one name; the skeleton is for comparing, not for showing.
    """
    ends = _rules()[2]
    plain = _plain(word)
    found = _once(ends.apply(ends.apply(_framed(plain))))
    return found if len(found) > 1 else plain  # of an acronym of two letters nothing may be taken off


def _plain(word: str) -> str:
    if word.isascii() and word.isalnum() and not _rules()[0].plain:
        return word.casefold()
    plain = _rules()[0].apply(unicodedata.normalize("NFC", word).casefold())
    letters = _ascii(plain)
    return letters if letters.isalnum() else "".join(c for c in letters if c.isalnum())


def _framed(plain: str) -> str:
    return _once(_rules()[1].apply(plain))


def _once(word: str) -> str:
    """Return ``word`` with each letter that stands several times in a row written once."""
    return _DOUBLE.sub(_letter, word) if any(map(eq, word, word[1:])) else word


def _letter(found: re.Match[str]) -> str:
    return found[1]


class Convention:
    """One way in which names come into the press of a language or alphabet, by data/transliteration.toml."""

    def __init__(self, row: dict[str, Any]) -> None:
        self.name: str = row["name"]
        self.given = tuple(row.get("given", ()))
        self.both = bool(row.get("both"))
        self._bare = bool(row.get("bare"))
        self._rules = _Rules(row["rules"]) if "rules" in row else None
        self._ends = _Rules(row["ends"], end=True) if "ends" in row else None

    def read(self, word: str) -> str:
        """Return ``word`` in lower case as it is meant under this convention."""
        word = unicodedata.normalize("NFC", word).casefold()
        if self._bare:
            word = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
        word = self._rules.apply(word) if self._rules else word
        return self._ends.apply(word) if self._ends else word

    def ends(self, word: str) -> bool:
        """Tell whether ``word`` bears one of the endings of the convention."""
        return self._ends is not None and self._ends.pattern.search(word.casefold()) is not None


@cache
def conventions() -> tuple[Convention, ...]:
    """Return the conventions of data/transliteration.toml."""
    return tuple(Convention(row) for row in data_table("transliteration")["convention"])


def words_of(name: str) -> list[str]:
    """Return the words of a name, without punctuation; hyphened words stay together."""
    return [w for w in (piece.strip(".,;:()«»\"“”„'’") for piece in name.split()) if _WORD.search(w)]


def name_skeleton(name: str) -> str:
    """Return the skeletons of a name's words, joined by spaces."""
    return " ".join(s for s in map(skeleton, words_of(name)) if s)
