"""What words mean, across languages and alphabets: by the glossaries and the tables of concepts, offices and places.

Words are looked up by their frames (`link.skeleton.frame`), so that a word is known by its letters with and without
accents, and a Russian word in the address of a page, which is written in Latin letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

import msgspec
from anyascii import anyascii

from twosource.language.tables import load_or_generic
from twosource.link.skeleton import frame, skeleton
from twosource.stories.vocabulary import LONGEST, vocabulary

SHORTEST = 4
"""Letters that the beginning of a word, or a part of a compound, must have to be looked up."""
ENDING = 3
"""Letters at most that may follow a form: endings, in all languages that have a glossary."""
JOINT = 3
"""Letters at most between two parts of a compound."""
LATIN_ENDS = 0x250
"""The first code point behind the Latin letters."""
WHOLE = "="
"""What the form of a region ends in that stands for itself alone, not for all words that begin with it."""
KEPT = 100_000
"""Words that are remembered, a language."""
_CODE = re.compile(r"\d{5}|\d[^\W\d_]|[^\W\d_]\d{3}")
"""What numbers of pages and of systems have in them: many digits, or digits among letters."""
_NAMED_WITH_NUMBER = re.compile(r"([^\W\d_]{3,})\d{1,2}")

Meanings = dict[str, tuple[str, ...]]


class Known(msgspec.Struct, frozen=True):
    """What is known of a word: its plain form, its skeleton, its meanings by the glossary, what it names by a table."""

    plain: str
    skeleton: str
    meanings: tuple[str, ...]
    names: tuple[str, ...]


class Glossary:
    """The words of one language by what they mean."""

    def __init__(self, code: str) -> None:
        language = load_or_generic(code)
        self.vocabulary = vocabulary(code)
        self._forms: Meanings = {}
        table: Mapping[str, Any] = language.table("glossary") if language.has("glossary") else {}
        self._compounds = bool(table.get("compounds"))
        for row in table.get("meaning", ()):
            meaning, _, forms = row.partition(": ")
            for form in forms.split(", "):
                self._enter(self._forms, frame(form), f"meaning:{meaning}")
        self._exact: Meanings = {}
        self._begin: Meanings = {}
        self.regions = frozenset(self._enter_regions(table.get("region", ())))
        """What the regions of countries are called that the glossary has all regions of."""
        foreign = self._enter_foreign()
        self._idle = frozenset(frame(word) for word in self.vocabulary.idle if foreign or not word.isascii())
        self.known = lru_cache(maxsize=KEPT)(self._known)

    def _enter_regions(self, rows: Iterable[str]) -> Iterator[str]:
        """Enter the forms of regions, and yield what each region is called."""
        for row in rows:
            region, _, forms = row.partition(": ")
            for form in forms.split(", "):
                into = self._exact if form.endswith(WHOLE) else self._begin
                self._enter(into, frame(form.removesuffix(WHOLE)), f"place:{region}")
            yield f"place:{region}"

    def _enter_foreign(self) -> bool:
        """Enter the forms of the vocabulary in other letters than the Latin ones; tell whether there are any."""
        forms = [found for found in self.vocabulary.forms() if not _is_latin(found[0])]
        for form, open_ended, names in forms:
            for name in names:
                self._enter(self._begin if open_ended else self._exact, frame(form), name)
        return bool(forms)

    def _enter(self, table: Meanings, form: str, meaning: str) -> None:
        if meaning not in table.get(form, ()):
            table[form] = (*table.get(form, ()), meaning)

    def _known(self, word: str) -> Known | None:
        """Return what is known of a casefolded word; nothing for one that says nothing, or a number of a page."""
        if named := _NAMED_WITH_NUMBER.fullmatch(word):
            word = named[1]
        idle = self.vocabulary.idle
        if word in idle or len(word) > LONGEST or (len(word) == 1 and not word.isdigit()) or _CODE.search(word):
            return None
        bones = frame(word)
        if bones in self._idle:
            return None
        plain = word if word.isascii() else anyascii(word).casefold()
        return Known(plain, skeleton(word) or plain, tuple(self._meanings(bones)), self._names(word, bones))

    def _names(self, word: str, bones: str) -> tuple[str, ...]:
        if names := self.vocabulary.keys(word) or self._exact.get(bones):
            return names
        cut = self._longest_beginning(self._begin, bones)
        return self._begin[bones[:cut]] if cut else ()

    def _meanings(self, word: str) -> Iterator[str]:
        """Yield what a word means: as a whole, or in a language of compounds by its two parts, or by the end of it."""
        cut = self._longest_beginning(self._forms, word, LONGEST if self._compounds else ENDING)
        if cut:
            yield from self._forms[word[:cut]]
            if self._compounds and len(word) - cut > ENDING and cut >= SHORTEST:
                yield from self._of_part(word, range(cut, cut + JOINT + 1), ENDING)
        elif self._compounds:
            yield from self._of_part(word, range(1, len(word)), ENDING - 1)

    def _of_part(self, word: str, starts: range, ending: int) -> tuple[str, ...]:
        """Return what the part of a word that begins at the first fitting place means."""
        for start in starts:
            part = word[start:]
            if len(part) < SHORTEST:
                break
            cut = self._longest_beginning(self._forms, part, ending)
            if cut >= SHORTEST:
                return self._forms[part[:cut]]
        return ()

    def _longest_beginning(self, table: Meanings, word: str, ending: int = LONGEST) -> int:
        """Return how long the longest form is that a word begins with, ``ending`` letters left at most; 0 for none."""
        if word in table:
            return len(word)
        for length in range(len(word) - 1, max(SHORTEST, len(word) - ending) - 1, -1):
            if word[:length] in table:
                return length
        return 0


@cache
def glossary(code: str) -> Glossary:
    """Return the glossary of a language, made once; one that knows nothing where the language has none."""
    return Glossary(code)


def _is_latin(word: str) -> bool:
    return word.isascii() or all(ord(letter) < LATIN_ENDS for letter in word)
