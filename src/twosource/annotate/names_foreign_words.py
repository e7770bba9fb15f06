"""What the tables know of the words of names in a language that no model was trained on.

The words stand in ``language/xx/names.toml``, with ``places.toml`` for countries and ``roles.toml`` for offices, and in
``data/company_forms.toml``; the gazetteer and the towns of the model are asked for what the tables leave out.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import twosource
from twosource.annotate.names_knowledge import EVERY, Knowledge
from twosource.annotate.names_model import NamesModel, open_model
from twosource.language import Language
from twosource.language.remembered import Remembered
from twosource.language.tables import read_toml

STEM = 3
"""Letters that are left of a word, at least, where an ending is taken off."""
_LONGEST_WORD = 40
_ANY, _MOST_ANY = "+", 3
"""What stands in a phrase for words with a large initial, and for how many at most."""
_MEMORY = 20_000
"""How many words' answers are kept."""
_FIRST_NAME, _FAMILY_NAME = "first", "family"
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
        self.all_whole = not (self._starts or self._ends or self._within or self._holed)

    def __contains__(self, fold: str) -> bool:
        """Tell whether one of the patterns is a word in lower case."""
        return (
            fold in self.whole
            or fold.startswith(self._starts)
            or fold.endswith(self._ends)
            or any(piece in fold for piece in self._within)
            or (self._holed is not None and len(fold) <= _LONGEST_WORD and self._holed.fullmatch(fold) is not None)
        )


class _Kept(Container[str]):
    """Patterns that keep what they said of a word."""

    def __init__(self, patterns: Patterns) -> None:
        self._said = Remembered(patterns.__contains__)

    def __contains__(self, fold: object) -> bool:
        """Tell whether one of the patterns is a word in lower case."""
        return self._said[fold] if isinstance(fold, str) else False


def words_or_patterns(words: Iterable[str]) -> Container[str]:
    """Return what holds the words that patterns stand for: a mere set where all stand as they are."""
    patterns = Patterns(words)
    return patterns.whole if patterns.all_whole else _Kept(patterns)


_Pieces = tuple[str | Patterns | None, ...]
_Phrase = tuple[int, _Pieces, str]
"""Number, words and kind of a phrase."""


class Phrases:
    """Names of several words, each a pattern; ``+`` stands for one to three words with a large initial."""

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        self._by_word: dict[str, list[_Phrase]] = {}
        self._by_start: dict[str, list[_Phrase]] = {}
        for number, (phrase, kind) in enumerate(phrases):
            words = phrase.casefold().split()
            made = (
                number,
                tuple(None if word == _ANY else Patterns([word]) if "*" in word else word for word in words),
                kind,
            )
            if "*" in words[0] or words[0] == _ANY:
                self._by_start.setdefault(words[0].rstrip("*")[:2], []).append(made)
            else:
                self._by_word.setdefault(words[0], []).append(made)

    def at(self, words: Sequence[str], folds: Sequence[str], index: int) -> tuple[int, str] | None:
        """Return (end index, kind) of the longest phrase that begins at ``index``, or None."""
        fold = folds[index]
        here, more = self._by_word.get(fold), self._by_start.get(fold[:2])
        if here is None and more is None:
            return None
        best: tuple[int, str] | None = None
        for _, pieces, kind in sorted([*here, *more]) if here and more else here or more or ():
            end = _reaches(pieces, words, folds, index)
            if end is not None and (best is None or end > best[0]):
                best = end, kind
        return best


def _reaches(pieces: _Pieces, words: Sequence[str], folds: Sequence[str], index: int) -> int | None:
    """Return where a phrase that begins at ``index`` ends, None where it does not stand there."""
    for piece in pieces:
        if index >= len(words):
            return None
        if isinstance(piece, str):
            if folds[index] != piece:
                return None
        elif piece is not None and folds[index] not in piece:
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
        self.given = _whole(table, "given", "men", "women")
        self.towns = _whole(table, "towns")
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
        self.cased = bool(_words(table, "cases"))
        self._cases: dict[str, list[str]] = {}
        for ending in sorted(_words(table, "cases"), key=len):
            self._cases.setdefault(ending[-1], []).append(ending)
        self._bare = ("", *_words(table, "bare"))
        self._turns = [(old, new) for old, new in map(str.split, _words(table, "turns"))]
        self._letters = str.maketrans(dict(map(str.split, _words(table, "latin"))))
        self._latin_bare = [bare.translate(self._letters) for bare in self._bare]
        self._knowledge = knowledge
        self.sorts = Remembered(self._sort)
        self._listed_bases = Remembered(self._in_lists)
        self.stems = lru_cache(_MEMORY)(self._stems)
        self.is_given = lru_cache(_MEMORY)(self._is_given)
        self.is_country = lru_cache(_MEMORY)(self._is_country)
        self.is_town = lru_cache(_MEMORY)(self._is_town)
        self.is_near_town = lru_cache(_MEMORY)(self._is_near_town)
        self.roles, self.nations = words_or_patterns(_roles(language)), words_or_patterns(_nations(language))
        self._countries = frozenset(name.casefold() for name in _countries(language) if " " not in name)

    def _sort(self, fold: str) -> str:
        """Return what a word tells of a name right behind it, nothing where it tells nothing."""
        if self.is_role(fold):
            return "role"
        if fold in self.firms and "-" not in fold:
            return "firm"
        if fold in self.things:
            return "thing"
        if fold in self.seats:
            return "seat"
        if fold in self.near:
            return "near"
        return "from" if fold in self.origin else ""

    def is_role(self, fold: str) -> bool:
        """Tell whether a word is of an office or a trade that persons have."""
        if fold in self.titles or fold in self.roles or fold in self.offices:
            return True
        tail = fold.rpartition("-")[2]
        return tail != fold and (tail in self.roles or tail in self.offices)

    def is_people(self, fold: str) -> bool:
        """Tell whether a word is for the inhabitants of a country, or its adjective."""
        return fold in self.peoples or fold in self.nations

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
        for ending in self._cases.get(fold[-1], ()):
            if fold.endswith(ending) and len(fold) - len(ending) >= STEM:
                stem = fold[: -len(ending)]
                stems.append(stem)
                stems += [stem[: -len(old)] + new for old, new in self._turns if stem.endswith(old)]
        stems += [fold[: -len(old)] + new for old, new in self._turns if fold.endswith(old)]
        return tuple(stems)

    def bases(self, fold: str) -> list[str]:
        """Return what a word may be in the nominative, the word itself first."""
        return [stem + bare for stem in self.stems(fold) for bare in self._bare]

    def _latin_bases(self, fold: str) -> list[str]:
        """Return what a word may be in the nominative, in the letters of the lists."""
        letters = self._letters
        return [
            latin + bare
            for latin in [stem.translate(letters) for stem in self.stems(fold)]
            for bare in self._latin_bare
        ]

    def _in_lists(self, fold: str) -> frozenset[str]:
        """Return the classes in the lists of all that a word may be in the nominative."""
        classes = self._knowledge.gazetteer.classes
        return frozenset[str]().union(*[classes(base) for base in self._latin_bases(fold)])

    def _is_given(self, fold: str) -> bool:
        """Tell whether a word is a given name."""
        if not self.given.isdisjoint(self.bases(fold)):
            return True
        if self._letters and _FIRST_NAME in self._listed_bases[fold]:
            return True
        return _FIRST_NAME in self._listed(fold) or all(part in self.given for part in fold.split("-"))

    def _is_country(self, fold: str) -> bool:
        """Tell whether a word is the name of a country."""
        return not self._countries.isdisjoint(self.bases(fold))

    def is_family(self, fold: str) -> bool:
        """Tell whether a word is a family name by the lists, in another alphabet than theirs."""
        return bool(self._letters) and _FAMILY_NAME in self._listed_bases[fold]

    def _is_town(self, fold: str) -> bool:
        """Tell whether a word is the name of a town or region, or has the end of one."""
        if fold in self.land or not self.towns.isdisjoint(self.bases(fold)):
            return True
        if not _CITIES.isdisjoint(self._listed_bases[fold]):
            return True
        towns = self._knowledge.towns.get(EVERY, {})
        return any(base in towns for base in self._latin_bases(fold))

    def _is_near_town(self, fold: str) -> bool:
        """Tell whether a word is the name of a town or region that is known well."""
        if not self.towns.isdisjoint(self.bases(fold)):
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

    def _listed(self, fold: str) -> tuple[str, ...]:
        return self._knowledge.gazetteer.classes(fold.translate(self._letters))


def _patterns(table: Mapping[str, Any], key: str) -> Container[str]:
    """Return what holds the words that the patterns of a list stand for."""
    return words_or_patterns(_words(table, key))


def _whole(table: Mapping[str, Any], *keys: str) -> frozenset[str]:
    """Return the words of some lists together that stand as they are."""
    return Patterns(word for key in keys for word in _words(table, key)).whole


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
