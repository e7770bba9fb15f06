"""What single words say, by language: those that say nothing, those that name a concept, an office or a place.

The tables of the languages are read once and turned into one lookup for each piece of text between spaces, so that a
large stream can be read without the full reading: only a piece that was never seen before costs more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from sys import intern
from typing import Any

from anyascii import anyascii

from twosource.annotate.happenings.lexicon import spread
from twosource.language.tables import Language, load_or_generic, read_toml
from twosource.link.skeleton import data_table, skeleton

SHORTEST_END = 4
"""Letters that a wildcard must leave standing to be looked up by itself: shorter ones match by accident."""
KEPT = 200_000
"""Pieces whose features are remembered, a language; a stream of invented words must not fill the memory."""
STEM, STEMMED = 5, 4
"""Letters of a stem, and how many a word must have to get one."""
LONGEST = 40
"""Letters of the longest word that is one, and of the longest piece that is remembered."""
ENDINGS = ("bare", "genitive", "definite", "voice", "gerund", "hearsay")
"""Lists of a grammar that hold endings, not words."""

WORD, COGNATE = "w:", "~"
"""What the feature of a word, and that of its stem in the letters that languages share, begin with."""
WORDS = re.compile(r"[^\W_]+")
"""The words of a text."""


class Pieces(dict[str, tuple[str, ...]]):
    """Features by piece of text (what stands between spaces), made when first asked for.

    ``opening`` are the pieces that end in the first word of a name of two, with what it names by the second one.
    """

    def __init__(self, known: Vocabulary) -> None:
        super().__init__()
        self.known = known
        self.opening: dict[str, Mapping[str, str]] = {}

    def __missing__(self, piece: str) -> tuple[str, ...]:
        found, opening = self.known.piece(piece)
        found = tuple(map(intern, found))
        if len(piece) <= LONGEST:
            if len(self) >= KEPT:
                self.clear()
                self.opening.clear()
            if opening:
                self.opening[piece] = opening
            self[piece] = found
        return found


class Vocabulary:
    """What the words of one language say: `features` of a word, and names of two words by their first one."""

    def __init__(self, code: str) -> None:
        language = load_or_generic(code)
        self.code = language.code
        self.pairs: dict[str, dict[str, str]] = {}
        self._idle = frozenset(_idle(language))
        self._exact: dict[str, tuple[str, ...]] = {}
        self._begin: dict[str, tuple[str, ...]] = {}
        self._end: dict[str, tuple[str, ...]] = {}
        for key, form in (*_concepts(language), *_offices(language), *_territories(language), *_cities()):
            self._add(key, form.casefold())
        self.firsts = frozenset(form for word in self.pairs for form in (word, word.capitalize(), word.upper()))
        """The first words of `pairs`, as they are written."""
        self.pieces = Pieces(self)

    def piece(self, piece: str) -> tuple[tuple[str, ...], Mapping[str, str] | None]:
        """Return the features of a piece of text, and what its last word names together with which second ones."""
        words = WORDS.findall(piece)
        found: list[str] = []
        for word in words:
            found += self.features(word)
        if len(words) > 1:
            plain = [word.casefold() for word in words]
            found += [self.pairs[a][b] for a, b in pairwise(plain) if b in self.pairs.get(a, ())]
        opens = bool(words) and len(piece) <= LONGEST and words[-1] in self.firsts
        return tuple(found), self.pairs[words[-1].casefold()] if opens else None

    def features(self, word: str) -> tuple[str, ...]:
        """Return the features of a word as it stands: itself, its stem, what it names; none where it says nothing."""
        if len(word) > LONGEST:
            return ()
        word = word.casefold()
        if word in self._idle or (len(word) == 1 and not word.isdigit()):
            return ()
        plain = word if word.isascii() else anyascii(word).casefold()
        if word.isalpha() and len(word) >= STEMMED:
            return (WORD + plain, COGNATE + skeleton(word)[:STEM], *self.keys(word))
        return (WORD + plain, *self.keys(word))

    def keys(self, word: str) -> tuple[str, ...]:
        """Return what a casefolded word names: ``concept:...``, ``role:...``, ``place:...``."""
        if word in self._exact:
            return self._exact[word]
        for length in range(len(word), SHORTEST_END - 1, -1):
            if word[:length] in self._begin:
                return self._begin[word[:length]]
        for start in range(len(word) - SHORTEST_END + 1):
            if word[start:] in self._end:
                return self._end[word[start:]]
        return ()

    def forms(self) -> Iterator[tuple[str, bool, tuple[str, ...]]]:
        """Yield each single form that names something, whether other letters may follow it, and what it names."""
        yield from ((form, False, keys) for form, keys in self._exact.items())
        yield from ((form, True, keys) for form, keys in self._begin.items())

    @property
    def idle(self) -> frozenset[str]:
        """The words that say nothing about an event."""
        return self._idle

    def _add(self, key: str, form: str) -> None:
        words = form.replace("-", " ").split()
        if len(words) == 2 and "*" not in form:
            self.pairs.setdefault(words[0], {}).setdefault(words[1], key)
        if len(words) != 1:
            return
        word = words[0]
        bare = word.strip("*")
        if not bare.isalpha() or bare in self._idle:
            return
        table = self._exact
        if word != bare:
            if len(bare) < SHORTEST_END:
                return
            table = self._begin if word.endswith("*") else self._end
        if key not in table.get(bare, ()):
            table[bare] = (*table.get(bare, ()), key)


@cache
def vocabulary(code: str) -> Vocabulary:
    """Return the vocabulary of a language, compiled once; that of no language where there is no such folder."""
    return Vocabulary(code)


def _idle(language: Language) -> Iterator[str]:
    """Yield the commonest words of a language and those of its grammar."""
    head = read_toml(language.folder / "language.toml")
    yield from (word.casefold() for word in head.get("marks", ()))
    grammar: Mapping[str, str] = language.table("happenings")["grammar"] if language.has("happenings") else {}
    for name, words in grammar.items():
        if name not in ENDINGS:
            yield from (word for word in words.casefold().replace(",", " ").split() if word.isalpha())


def _concepts(language: Language) -> Iterator[tuple[str, str]]:
    """Yield the words that say what happened."""
    rows: Sequence[Mapping[str, Any]] = language.table("happenings")["trigger"] if language.has("happenings") else ()
    for row in rows:
        if row["concept"]:
            for kind in ("verb", "suffer", "state", "noun"):
                yield from ((f"concept:{row['concept']}", form) for form in spread(row.get(kind, "")))


def _offices(language: Language) -> Iterator[tuple[str, str]]:
    """Yield the words for offices and bodies."""
    for row in language.table("roles").get("role", ()) if language.has("roles") else ():
        yield from ((f"role:{row['id']}", form.strip("=")) for form in row["forms"])


def _territories(language: Language) -> Iterator[tuple[str, str]]:
    """Yield the names, adjectives and inhabitants of territories."""
    for row in language.table("places").get("territory", ()) if language.has("places") else ():
        forms: Iterable[str] = (
            row["name"],
            *row.get("also", ()),
            *row.get("adjective", ()),
            *row.get("inhabitant", ()),
        )
        yield from ((f"place:{row['code']}", form.strip("=")) for form in forms)


@cache
def _cities() -> tuple[tuple[str, str], ...]:
    """Return the names of cities and regions in all languages."""
    table = data_table("territories")
    found: list[tuple[str, str]] = []
    for kind in ("city", "region", "continent"):
        for row in table[kind]:
            code, _, names = row.rpartition(": ")
            variants = [name.strip() for name in names.split(",")]
            found.extend((f"place:{code}/{variants[0].casefold()}", name) for name in variants)
    return tuple(found)
