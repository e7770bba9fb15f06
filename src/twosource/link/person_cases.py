"""Names of persons in the cases of a language: which name, as it stands in lists, a form can be of.

The endings and the given names stand in ``language/xx/names.toml``; a language without them has no cases here.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from twosource.language.tables import load_or_generic
from twosource.link.cases import Endings, endings_of, listed_forms

LONGEST, SHORTEST_STEM = 6, 1
"""Letters of the longest ending of a form, and of the shortest stem that it is taken from."""
SEXES = ("m", "f")


class PersonCases:
    """The cases of a language's names of persons.

    Args:
        table: ``men`` and ``women``, given names; ``given_m``, ``given_f``, ``family_m`` and ``family_f``, rows of an
            ending and, behind a colon, those that it becomes.
    """

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._known = {"m": _words(table.get("men", "")), "f": _words(table.get("women", ""))}
        self._given: dict[str, Endings] = {sex: endings_of(table.get(f"given_{sex}", ())) for sex in SEXES}
        self._family: dict[str, Endings] = {sex: endings_of(table.get(f"family_{sex}", ())) for sex in SEXES}

    def nominatives(self, name: str) -> list[str]:
        """Return the names that ``name`` can be a form of, the likeliest first, without itself.

        A full name is taken apart where its given name is known; a single word can be any family name.
        """
        words = name.split()
        found: list[str] = []
        for sex in SEXES if self._family["m"] else ():
            if len(words) == 1:
                found += _read(words[0], self._family[sex])
            for given in self._givens(words[0], sex) if len(words) > 1 else ():
                middle = [self._middle(word, sex) if given != words[0] else word for word in words[1:-1]]
                families = [*_read(words[-1], self._family[sex]), words[-1]]
                found += [" ".join((given, *middle, family)) for family in families]
        return [form for form in dict.fromkeys(found) if form != name]

    def shown(self, name: str, plain: Sequence[str], texts: Container[str]) -> str:
        """Return the name that a form is shown as: one that the report has, else the likeliest if it is surely a form.

        A given name that is in the lists as it stands may be meant so: "Александра Петрова".

        Args:
            name: The form.
            plain: The form without each genitive's ending that it may bear.
            texts: The names that the report has.
        """
        if plain and plain[-1] in texts:
            return plain[-1]
        found = self.nominatives(name)
        there = next((form for form in found if form in texts), None)
        first, _, family = name.partition(" ")
        listed = any(first.casefold() in known for sex, known in self._known.items() if self._given[sex])
        return there or (found[0] if found and family and not listed else name)

    def _givens(self, word: str, sex: str) -> Iterator[str]:
        """Yield the listed given names that a word can be a form of; where they have no cases, itself."""
        for form in _read(word, self._given[sex]) if self._given[sex] else (word,):
            if form.casefold() in self._known[sex]:
                yield form

    def _middle(self, word: str, sex: str) -> str:
        return next(iter(_read(word, self._given[sex])), word)


def _read(word: str, endings: Endings) -> list[str]:
    """Return what a form can be in a list, the likeliest first."""
    return list(listed_forms(word, endings, LONGEST, SHORTEST_STEM))


def _words(text: str) -> frozenset[str]:
    return frozenset(word.strip().casefold() for word in text.split(",") if word.strip())


@cache
def person_cases(code: str) -> PersonCases:
    """Return the cases of a language's names of persons, none where it has no such table."""
    language = load_or_generic(code)
    return PersonCases(language.table("names") if language.has("names") else {})
