"""What the words of a text are to a grammar, apart from the numbers that they say.

Words with the same sign can take each other's place in every time: Monday that of Friday, 2019 that of 2021.  So what
has been worked out for some words holds for all others with the same signs, with their own numbers.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest
from typing import NamedTuple

from twosource.annotate.times.digits import JOINED, NO_DIGITS, Digits, digits_at
from twosource.annotate.times.grammar import NOT, TOP, Grammar
from twosource.language import Token

STRANGE = 0
"""The sign of a word that stands in no time."""
UNASKED = -1
"""Stands for the sign of a word that has not been asked for yet, or that depends on its letters, or on digits."""
MOST = 20_000
"""So many numbers are remembered."""


class Word(NamedTuple):
    """What a word or number is: its sign, its classes, and the numbers that it says.

    ``sign`` is odd where a time, or what looks like one, can begin with it.  ``lexemes`` are (words after the first,
    their letters where these count, class, places of what it says among ``numbers``); ``digits`` (class, tokens,
    places).
    """

    sign: int
    lexemes: tuple[tuple[tuple[str, ...], tuple[str, ...], str, tuple[int, ...]], ...]
    digits: tuple[tuple[str, int, tuple[int, ...]], ...]
    numbers: tuple[int, ...]


class Signs:
    """The words of a grammar, each looked at when it is first met in a text."""

    def __init__(self, grammar: Grammar) -> None:
        exact = [row.exact for rows in grammar.lexicon.values() for row in rows if row.exact]
        self._grammar = grammar
        self._letters = frozenset(letters for words in exact for letters in words)
        self._lettered = frozenset(letters.casefold() for letters in self._letters)
        self._inner = frozenset(letters.casefold() for words in exact for letters in words[1:])
        self._signs: dict[tuple[object, ...], int] = {}
        self._words: dict[str, Word] = {}
        self._numbers: dict[tuple[str, Digits], Word] = {}
        self._inside = _inside(grammar)
        self._like: dict[int, tuple[str, Word]] = {}
        self._links: dict[int, dict[int, bool]] = {}
        self._closings: dict[int, tuple[frozenset[str], frozenset[str]]] = {}
        self._openings: dict[int, frozenset[str]] = {}
        self.known = {word: UNASKED for word in grammar.vocabulary if not word[0].isdigit()}
        """The sign of each word, by its casefolded form; a word that is missing is strange."""

    def word(self, token: Token, text: str) -> Word:
        """Return what a word of the vocabulary, or a number, is."""
        if token.text[0].isdigit():
            return self._number(token, text)
        key = token.fold
        if key in self._lettered:
            key = token.text if token.text in self._letters else f"={key}"
        found = self._words.get(key)
        if found is None:
            found = self._words[key] = self._look(token, NO_DIGITS)
            if token.fold not in self._lettered:
                self.known[token.fold] = found.sign
        return found

    def _number(self, token: Token, text: str) -> Word:
        key = token.fold, digits_at(text, token.start, self._grammar.order)
        found = self._numbers.get(key)
        if found is None:
            if len(self._numbers) >= MOST:
                self._numbers.clear()
            found = self._numbers[key] = self._look(token, key[1])
        return found

    def _look(self, token: Token, digits: Digits) -> Word:
        """Work out what a word is, and give it the sign of those that are like it."""
        grammar, fold = self._grammar, token.fold
        numbers: dict[int, int] = {}

        def places(values: Iterable[int]) -> tuple[int, ...]:
            return tuple([numbers.setdefault(value, len(numbers)) for value in values])

        lexemes = tuple(
            (row.rest, row.exact[1:], row.category, places(row.values))
            for row in grammar.lexicon.get(fold, ())
            if not row.exact or row.exact[0] == token.text
        )
        rows = tuple((name, size, places(values)) for name, size, values in digits.rows)
        itself = fold if fold in grammar.literals else "", token.text if fold in self._inner else ""
        is_number = fold[0].isdigit()
        begins = is_number or not grammar.starts(fold).isdisjoint((TOP, NOT))
        sign = self._signs.setdefault((*itself, is_number, begins, lexemes, rows), 2 * len(self._signs) + 2 + begins)
        word = Word(sign, lexemes, rows, tuple(numbers))
        self._like.setdefault(sign, (fold, word))
        return word

    def linked(self, one: int, other: int) -> bool:
        """Tell whether in some time a word of the one sign can stand right before a word of the other."""
        links = self._links.get(one)
        if links is None:
            links = self._links[one] = {}
        found = links.get(other)
        if found is None:
            words, categories = self._closing(one)
            found = links[other] = self._like[other][0] in words or not categories.isdisjoint(self._opening(other))
        return found

    def _closing(self, sign: int) -> tuple[frozenset[str], frozenset[str]]:
        """Return the words and the categories that can come right behind a word."""
        known = self._closings.get(sign)
        if known is None:
            fold, word = self._like[sign]
            following, classes = self._inside.get(fold, _ALONE)
            symbols = {"'" + fold, *classes, *(row[2] for row in word.lexemes if not row[0])}
            if fold[0].isdigit():
                symbols.update(JOINED, (row[0] for row in word.digits))
            follows = [self._grammar.follow(symbol) for symbol in symbols]
            words = following.union((row[0][0] for row in word.lexemes if row[0]), *(f.words for f in follows))
            known = self._closings[sign] = words, frozenset().union(*(follow.categories for follow in follows))
        return known

    def _opening(self, sign: int) -> frozenset[str]:
        """Return the categories that a word can begin."""
        known = self._openings.get(sign)
        if known is None:
            fold, word = self._like[sign]
            classes = frozenset((*(row[2] for row in word.lexemes), *(row[0] for row in word.digits)))
            known = self._openings[sign] = self._grammar.above(fold, classes)
        return known


_ALONE: tuple[frozenset[str], frozenset[str]] = frozenset(), frozenset()


def _inside(grammar: Grammar) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Return for each word behind the first one of a form what follows it there, and the classes that it ends."""
    following: dict[str, tuple[set[str], set[str]]] = {}
    for rows in grammar.lexicon.values():
        for row in rows:
            for word, after in zip_longest(row.rest, row.rest[1:]):
                words, classes = following.setdefault(word, (set(), set()))
                (classes if after is None else words).add(row.category if after is None else after)
    return {word: (frozenset(words), frozenset(classes)) for word, (words, classes) in following.items()}
