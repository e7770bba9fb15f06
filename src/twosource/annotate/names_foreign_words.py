"""What the tables know of the words of names in a language that no model was trained on.

The words stand in ``language/xx/names.toml``, with ``places.toml`` for countries and ``roles.toml`` for offices, and in
``data/company_forms.toml``; the gazetteer and the towns of the model are asked for what the tables leave out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import twosource
from twosource.annotate.names_knowledge import EVERY, Knowledge
from twosource.annotate.names_model import NamesModel, open_model
from twosource.language import Language
from twosource.language.tables import read_toml

STEM = 3
"""Letters that are left of a word, at least, where an ending is taken off."""
_LONGEST_WORD = 40
_ANY, _MOST_ANY = "+", 3
"""What stands in a phrase for words with a large initial, and for how many at most."""
_MEMORY = 20_000
"""How many words' answers are kept."""
_CITIES, _BODIES = frozenset(("city", "region", "country")), frozenset(("body", "company", "party", "medium", "club"))


class Patterns:
    """Words as they stand, by their beginning (``word*``), their end (``*word``) or their middle (``*word*``).

    A mark inside a word stands for any letters ("wsch*d" for "wschód").
    """

    def __init__(self, words: Iterable[str]) -> None:
        folded = [word.casefold() for word in words]
        holed = [word for word in folded if "*" in word[1:-1]]
        folded = [word for word in folded if "*" not in word[1:-1]]
        self._holed = re.compile("|".join(re.escape(word).replace(r"\*", r"\w*") for word in holed)) if holed else None
        self.whole = frozenset(word for word in folded if "*" not in word)
        self._starts = tuple(word[:-1] for word in folded if word.endswith("*") and not word.startswith("*"))
        self._ends = tuple(word[1:] for word in folded if word.startswith("*") and not word.endswith("*"))
        self._within = tuple(word[1:-1] for word in folded if word.startswith("*") and word.endswith("*"))

    def __contains__(self, fold: str) -> bool:
        """Tell whether one of the patterns is a word in lower case."""
        return (
            fold in self.whole
            or (bool(self._starts) and fold.startswith(self._starts))
            or (bool(self._ends) and fold.endswith(self._ends))
            or any(piece in fold for piece in self._within)
            or (self._holed is not None and len(fold) <= _LONGEST_WORD and self._holed.fullmatch(fold) is not None)
        )


class Phrases:
    """Names of several words, each a pattern; ``+`` stands for one to three words with a large initial."""

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        self._by_start: dict[str, list[tuple[tuple[Patterns | None, ...], str]]] = {}
        for phrase, kind in phrases:
            words = phrase.casefold().split()
            made = tuple(None if word == _ANY else Patterns([word]) for word in words)
            self._by_start.setdefault(words[0].rstrip("*")[:2], []).append((made, kind))

    def at(self, words: Sequence[str], folds: Sequence[str], index: int) -> tuple[int, str] | None:
        """Return (end index, kind) of the longest phrase that begins at ``index``, or None."""
        best: tuple[int, str] | None = None
        for pieces, kind in self._by_start.get(folds[index][:2], ()):
            end = _reaches(pieces, words, folds, index)
            if end is not None and (best is None or end > best[0]):
                best = end, kind
        return best


def _reaches(pieces: Sequence[Patterns | None], words: Sequence[str], folds: Sequence[str], index: int) -> int | None:
    """Return where a phrase that begins at ``index`` ends, None where it does not stand there."""
    for piece in pieces:
        if index >= len(words):
            return None
        if piece is not None and folds[index] not in piece:
            return None
        if piece is None and not words[index][0].isupper():
            return None
        index += 1
        most = index + _MOST_ANY - 1
        while piece is None and index < min(most, len(words)) and words[index][0].isupper():
            index += 1
    return index


class Lists:
    """The lists of words of a language's table of names, one attribute for each; ``origin`` is its list ``from``."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.never = _patterns(table, "never")
        self.titles = _patterns(table, "titles")
        self.near = _patterns(table, "near")
        self.seats = _patterns(table, "seats")
        self.firms = _patterns(table, "firms")
        self.things = _patterns(table, "things")
        self.bodies = _patterns(table, "bodies")
        self.tails = _patterns(table, "tails")
        self.regions = _patterns(table, "regions")
        self.given = _patterns(table, "given", "men", "women")
        self.towns = _patterns(table, "towns")
        self.known = _patterns(table, "known")
        self.particles = _patterns(table, "particles")
        self.origin = _patterns(table, "from")
        self.land = _patterns(table, "land")
        self.posts = _patterns(table, "posts")
        self.offices = _patterns(table, "offices")
        self.peoples = _patterns(table, "peoples")
        self.letters = _patterns(table, "letters")
        self.families = _patterns(table, "families")
        self.surnames = _patterns(table, "surnames")
        self.articles = _patterns(table, "articles")


class ForeignWords(Lists):
    """The tables of one language; every look-up takes a word in lower case, in any of its cases."""

    def __init__(self, language: Language, knowledge: Knowledge) -> None:
        table = language.table("names")
        super().__init__(table)
        self.elided = frozenset(word.casefold() for word in _words(table, "elided"))
        self.joiners = frozenset(_words(table, "joiners"))
        self.colons = frozenset(_words(table, "colons"))
        self.locative = tuple(_words(table, "locative"))
        self.forms, self._phrases = _company_forms(), Phrases(_phrases(table, language))
        self._form_phrases = Phrases((form, "") for form in self.forms)
        self._cases = sorted(_words(table, "cases"), key=len)
        self._bare = ("", *_words(table, "bare"))
        self._turns = [(old, new) for old, new in map(str.split, _words(table, "turns"))]
        self._letters = str.maketrans(dict(map(str.split, _words(table, "latin"))))
        self._knowledge = knowledge
        self.stems = lru_cache(_MEMORY)(self._stems)
        self.is_given = lru_cache(_MEMORY)(self._is_given)
        self.is_country = lru_cache(_MEMORY)(self._is_country)
        self.is_town = lru_cache(_MEMORY)(self._is_town)
        self.is_near_town = lru_cache(_MEMORY)(self._is_near_town)
        self.roles, self.nations = Patterns(_roles(language)), Patterns(_nations(language))
        self._countries = frozenset(name.casefold() for name in _countries(language) if " " not in name)

    def is_role(self, fold: str) -> bool:
        """Tell whether a word is of an office or a trade that persons have."""
        if fold in self.titles or fold in self.roles or fold in self.offices:
            return True
        tail = fold.rpartition("-")[2]
        return tail != fold and (tail in self.roles or tail in self.offices)

    def is_people(self, fold: str) -> bool:
        """Tell whether a word is for the inhabitants of a country, or its adjective."""
        return fold in self.peoples or fold in self.nations

    @property
    def cased(self) -> bool:
        """Tell whether the language says by endings what others say by small words."""
        return bool(self._cases)

    def form_end(self, words: Sequence[str], folds: Sequence[str], index: int) -> int:
        """Return where a company's legal form that begins at ``index`` ends; ``index`` where none does."""
        if index >= len(words) or words[index][0].isupper():
            return index
        found = self._form_phrases.at(words, folds, index)
        if found is None:
            return index
        end = found[0]
        return end + (words[end : end + 1] == ["."] and end + 1 < len(words) and words[end + 1].islower())

    def phrase(self, words: Sequence[str], folds: Sequence[str], index: int) -> tuple[int, str] | None:
        """Return (end index, kind) of the longest known name of several words at ``index``, or None."""
        return self._phrases.at(words, folds, index)

    def _stems(self, fold: str) -> tuple[str, ...]:
        """Return a word and what is left of it without one of the endings of the language's cases."""
        stems = [fold]
        if len(fold) > _LONGEST_WORD:
            return (fold,)
        for ending in self._cases:
            if fold.endswith(ending) and len(fold) - len(ending) >= STEM:
                stem = fold[: -len(ending)]
                stems.append(stem)
                stems += [stem[: -len(old)] + new for old, new in self._turns if stem.endswith(old)]
        stems += [fold[: -len(old)] + new for old, new in self._turns if fold.endswith(old)]
        return tuple(stems)

    def bases(self, fold: str) -> Iterator[str]:
        """Yield what a word may be in the nominative, the word itself first."""
        for stem in self.stems(fold):
            for bare in self._bare:
                yield stem + bare

    def _is_given(self, fold: str) -> bool:
        """Tell whether a word is a given name."""
        if any(base in self.given.whole for base in self.bases(fold)):
            return True
        if self._letters and any("first" in self._listed(base) for base in self.bases(fold)):
            return True
        return "first" in self._listed(fold) or all(part in self.given.whole for part in fold.split("-"))

    def _is_country(self, fold: str) -> bool:
        """Tell whether a word is the name of a country."""
        return any(base in self._countries for base in self.bases(fold))

    def is_family(self, fold: str) -> bool:
        """Tell whether a word is a family name by the lists, in another alphabet than theirs."""
        return bool(self._letters) and any("family" in self._listed(base) for base in self.bases(fold))

    def _is_town(self, fold: str) -> bool:
        """Tell whether a word is the name of a town or region, or has the end of one."""
        if fold in self.land or any(base in self.towns.whole for base in self.bases(fold)):
            return True
        towns = self._knowledge.towns.get(EVERY, {})
        return any(self._is_listed_town(base, towns) for base in self.bases(fold))

    def _is_near_town(self, fold: str) -> bool:
        """Tell whether a word is the name of a town or region that is known well."""
        if any(base in self.towns.whole for base in self.bases(fold)):
            return True
        return not _CITIES.isdisjoint(self._listed(fold))

    def is_body_phrase(self, folds: Sequence[str]) -> bool:
        """Tell whether several words together name an organisation."""
        return not _BODIES.isdisjoint(self._knowledge.gazetteer.known(folds))

    def is_listed_body(self, fold: str) -> bool:
        """Tell whether a word is by itself the name of an organisation."""
        return fold in self.known or not _BODIES.isdisjoint(self._listed(fold))

    def is_place_phrase(self, folds: Sequence[str]) -> bool:
        """Tell whether several words together name a town or region."""
        gazetteer = self._knowledge.gazetteer.known(folds)
        return not _CITIES.isdisjoint(gazetteer) or "_".join(folds) in self._knowledge.towns.get(EVERY, {})

    def _is_listed_town(self, base: str, towns: Mapping[str, str]) -> bool:
        latin = base.translate(self._letters)
        return latin in towns or not _CITIES.isdisjoint(self._knowledge.gazetteer.classes(latin))

    def _listed(self, fold: str) -> tuple[str, ...]:
        return self._knowledge.gazetteer.classes(fold.translate(self._letters))


def _patterns(table: Mapping[str, Any], *keys: str) -> Patterns:
    """Return the patterns of some lists together."""
    return Patterns(word for key in keys for word in _words(table, key))


def _words(table: Mapping[str, Any], key: str) -> list[str]:
    """Return the entries of a list between commas."""
    return [word.strip() for word in table.get(key, "").split(",") if word.strip()]


def _phrases(table: Mapping[str, Any], language: Language) -> Iterator[tuple[str, str]]:
    """Yield the names of several words with their kind: bodies, places, and countries."""
    for phrase in _words(table, "phrases"):
        yield phrase, "organisation"
    for phrase in [*_words(table, "places"), *(name for name in _countries(language) if " " in name)]:
        yield phrase, "place"


def _countries(language: Language) -> Iterator[str]:
    """Yield the names of countries in the language, in the cases that its table has."""
    if language.has("places"):
        for row in language.table("places").get("territory", ()):
            yield row["name"]
            yield from row.get("also", ())


def _nations(language: Language) -> Iterator[str]:
    """Yield the adjectives and inhabitants of countries."""
    if language.has("places"):
        for row in language.table("places").get("territory", ()):
            yield from row.get("adjective", ())
            yield from row.get("inhabitant", ())


def _roles(language: Language) -> Iterator[str]:
    """Yield the offices of one word that persons hold."""
    if language.has("roles"):
        for role in language.table("roles").get("role", ()):
            if role["kind"] == "person":
                yield from (form for form in role["forms"] if " " not in form)


@cache
def _company_forms() -> frozenset[str]:
    """Return the letters of companies' legal forms."""
    table = read_toml(Path(twosource.__file__).parent / "data" / "company_forms.toml")
    return frozenset(table["form"])


@cache
def foreign_words(language: Language) -> ForeignWords | None:
    """Return the tables of a language; None where it has no table of names that tells of them."""
    if not language.has("names") or "bodies" not in language.table("names"):
        return None
    return ForeignWords(language, _knowledge(open_model(), language.code))


def _knowledge(model: NamesModel, code: str) -> Knowledge:
    return model.maker(code).knowledge
