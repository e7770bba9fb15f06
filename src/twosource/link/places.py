"""Places in a text: names, adjectives, inhabitants and metonyms of territories, cities, regions, and their keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from twosource.language import PhraseTable, Remembered, Token, tokenize
from twosource.language.tables import load_or_generic
from twosource.link.cases import endings_of, listed_forms
from twosource.link.first_words import FirstWords
from twosource.link.records import Place, PlaceMention
from twosource.link.region_names import RegionNames
from twosource.link.skeleton import data_table, name_skeleton, skeleton
from twosource.model import Span


class _Entry(NamedTuple):
    words: tuple[str, ...]
    place: Place
    how: str


LONGEST_CASE, SHORTEST_STEM = 5, 3
"""Letters of the longest ending of a case, and of the shortest stem that it is taken from."""

Index = dict[str, list[_Entry]]
"""Names by their first word, in its own letters."""


@cache
def _world() -> tuple[Index, dict[str, Place]]:
    """Return cities, regions and groups by first word, and every place of the world by its folded name."""
    table = data_table("territories")
    index: Index = {}
    by_name: dict[str, Place] = {}
    for kind in ("city", "region", "continent"):
        for row in table[kind]:
            code, _, names = row.rpartition(": ")
            variants = [n.strip() for n in names.split(",")]
            key = f"{code}/{_slug(variants[0])}" if code else _slug(variants[0])
            place = Place(f"place:{key}", code, variants[0], kind)
            for name in variants:
                by_name.setdefault(name.casefold(), place)
                _add(index, name, place, "name")
    return index, by_name


@cache
def _by_key() -> dict[str, Place]:
    """Return every place of the world by its key, without what it is."""
    return {place.key.partition(":")[2]: place for place in _world()[1].values()}


@cache
def _towns() -> dict[str, Place]:
    """Return towns by folded name; a name that two countries have is left out."""
    found: dict[str, Place] = {}
    twice: set[str] = set()
    for row in data_table("territories")["towns"]:
        code, _, names = row.partition(": ")
        for name in (" ".join(n.split()) for n in names.split(",")):
            fold = name.casefold()
            if fold in found and found[fold].code != code:
                twice.add(fold)
            found[fold] = Place(f"place:{code}/{_slug(name)}", code, name, "town")
    return {fold: place for fold, place in found.items() if fold not in twice}


def _slug(name: str) -> str:
    return name.casefold().replace(" ", "-")


def _add(index: Index, name: str, place: Place, how: str) -> None:
    words = tuple(name.split()) if name.replace(" ", "").isalpha() else tuple(t.text for t in tokenize(name))
    if words:
        index.setdefault(words[0], []).append(_Entry(words, place, how))


class Gazetteer:
    """The places that a language can name, compiled once."""

    def __init__(self, code: str) -> None:
        language = load_or_generic(code)
        table: dict[str, Any] = dict(language.table("places")) if language.has("places") else {}
        self.genitives = tuple(table.get("genitive", ()))
        self._endings = tuple(g for g in self.genitives if g.isalpha())
        self._cases = endings_of(table.get("cases", ()))
        self.home: str | None = table.get("home")
        self._world, self._by_world = _world()
        self._index: Index = {}
        self._by_name: dict[str, Place] = {}
        self._labels: dict[str, str] = {}
        self._articles: dict[str, str] = {}
        for row in table.get("city", ()):
            key, _, names = row.partition(": ")
            for name in names.split(", "):
                self._by_name.setdefault(name.casefold(), _by_key()[key])
                _add(self._index, name, _by_key()[key], "name")
        phrases: list[tuple[str, tuple[Place, str]]] = []
        for row in table.get("territory", ()):
            self._labels[row["code"]] = row["name"]
            self._articles[row["code"]] = row.get("article", "")
            place = Place(f"place:{row['code']}", row["code"], row["name"], "territory")
            for name in (row["name"], *row.get("also", ())):
                self._by_name.setdefault(name.casefold(), place)
                _add(self._index, name, place, "name")
            for name in row.get("metonym", ()):
                _add(self._index, name, place, "metonym")
            for how in ("adjective", "inhabitant"):
                phrases.extend((form, (place, how)) for form in row.get(how, ()))
        self._phrases: PhraseTable[tuple[Place, str]] = PhraseTable(phrases)
        self._first = FirstWords(form for form, _ in phrases)
        self._regions = RegionNames(table, self.lookup)
        self._begun: Remembered[tuple[_Entry, ...]] = Remembered(lambda word: tuple(self._entries(word)))

    def label(self, code: str) -> str:
        """Return the name of a territory in the language, its code where the language has no name for it."""
        return self._labels.get(code, code)

    def named(self, code: str) -> str:
        """Return the label as it stands inside a sentence, with the article that it bears there."""
        return f"{self._articles.get(code, '')} {self.label(code)}".strip()

    def find(self, tokens: Sequence[Token]) -> Iterator[PlaceMention]:
        """Yield the places that ``tokens`` name, left to right, none overlapping."""
        end = 0
        for position in self._first.capital_or_begins(tokens):
            if position < end:
                continue
            mention = self._at(tokens, position)
            if mention is not None:
                yield mention
                end = mention.end

    def _at(self, tokens: Sequence[Token], first: int) -> PlaceMention | None:
        """Return the longest place that begins at token ``first``."""
        token = tokens[first]
        if not token.text[0].isalpha():
            return None
        if not token.text[0].islower():
            found = self._regions.at(tokens, first) or self._named(tokens, first)
            if found is not None:
                return found
        hit = self._phrases.longest(tokens, first) if self._first.can_begin(token) else None
        if hit is None:
            return None
        end, (place, how) = hit
        return PlaceMention(Span(token.start, tokens[end - 1].end), place, how, first, end)

    def _named(self, tokens: Sequence[Token], first: int) -> PlaceMention | None:
        best: PlaceMention | None = None
        for entry in self._begun[tokens[first].text]:
            end = first + len(entry.words)
            if end > len(tokens) or (best is not None and end <= best.end):
                continue
            if any(tokens[first + i].text != w for i, w in enumerate(entry.words[:-1])):
                continue
            last, word = tokens[end - 1], entry.words[-1]
            genitive = last.text != word and self._is_genitive(last.text, word)
            if last.text != word and not genitive and word not in self._uninflected(last.text):
                continue
            span = Span(tokens[first].start, last.end)
            genitive = genitive or _marked(tokens, end, self.genitives)
            best = PlaceMention(span, entry.place, entry.how, first, end, genitive)
        return best

    def _entries(self, word: str) -> Iterator[_Entry]:
        """Yield what can begin with ``word``, read as it stands, as a genitive, and out of capitals."""
        for form in self._readings(word):
            yield from self._index.get(form, ())
            yield from self._world.get(form, ())

    def _readings(self, word: str) -> Iterator[str]:
        yield word
        for ending in self._endings:
            if word.endswith(ending) and len(word) > len(ending) + 2:
                yield word[: -len(ending)]
        yield from self._uninflected(word)

    def _uninflected(self, word: str) -> Iterator[str]:
        """Return what a word can be in a list, if it stands in another case here."""
        return listed_forms(word, self._cases, LONGEST_CASE, SHORTEST_STEM)

    def _is_genitive(self, text: str, word: str) -> bool:
        return any(text == word + ending for ending in self._endings)

    def lookup(self, name: str, *, town: bool = False) -> Place | None:
        """Return the place of a name that stands alone, whatever its case or genitive, or None.

        With ``town`` the municipalities count too, whose names can mean much else.
        """
        for form in self._forms(name.casefold()):
            found = self._by_name.get(form) or self._by_world.get(form)
            if found is None and town:
                found = _towns().get(form)
            if found is not None:
                return found
        return None

    def _forms(self, fold: str) -> Iterable[str]:
        yield fold
        for ending in self.genitives:
            if fold.endswith(ending) and len(fold) >= len(ending) + 2:
                yield fold[: -len(ending)]
        yield from self._uninflected(fold)

    def bare(self, name: str) -> list[str]:
        """Return the readings of a name: as it stands, without each genitive that it can bear, and out of its case."""
        cut = [g for g in self.genitives if name.endswith(g) and len(name) >= len(g) + 2]
        cut = [g for g in cut if not name.endswith(f":{g}")]  # of "KT:n" it is ":n" that is cut
        return [name, *(name[: -len(ending)] for ending in cut), *self._uninflected(name)]


def _marked(tokens: Sequence[Token], end: int, genitives: tuple[str, ...]) -> bool:
    """Tell whether a genitive of its own letters or mark follows token ``end`` without a space."""
    if end >= len(tokens) or not genitives or tokens[end].start != tokens[end - 1].end:
        return False
    return any(g.startswith(tokens[end].text) and not g[0].isalpha() for g in genitives)


def unknown_place(name: str) -> Place:
    """Return a place that no table knows, keyed by its skeleton."""
    return Place(f"place:{name_skeleton(name).replace(' ', '-') or skeleton(name)}", "", name, "unknown")


@cache
def gazetteer_of(code: str) -> Gazetteer:
    """Return the compiled places of a language, of the generic folder where it has no folder."""
    return Gazetteer(load_or_generic(code).code)
