"""Phrases and words of a table, looked up forward and backward, with a quick look at the first word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from twosource.language import PhraseTable, Token, tokenize

LONGEST_WORD = 60
CACHED = 20000

Payload = TypeVar("Payload")


def casefolded(phrase: str) -> tuple[str, ...]:
    """Return the casefolded words of a phrase, as the tokens of a text show them."""
    return tuple(token.fold for token in tokenize(phrase))


class Spots(Generic[Payload]):
    """Where the phrases of a table begin in a sentence, in order, with where each ends and what the table says."""

    def __init__(self, hits: list[tuple[int, int, Payload]]) -> None:
        self._hits = hits
        self._starts = [hit[0] for hit in hits]

    def between(self, first: int, last: int) -> list[tuple[int, int, Payload]]:
        """Return (first, end, payload) of those that begin at ``first`` to ``last`` (exclusive)."""
        if not self._hits:
            return self._hits
        return self._hits[bisect_left(self._starts, first) : bisect_left(self._starts, last)]


class Phrases(Generic[Payload]):
    """Plain phrases, found forward from a token or backward before it."""

    def __init__(self, rows: Iterable[tuple[str, Payload]] = ()) -> None:
        self._rows: dict[tuple[str, ...], Payload] = {}
        self._letters: dict[tuple[str, ...], str] = {}
        for phrase, payload in rows:
            key = casefolded(phrase.removeprefix("="))
            if key not in self._rows and len(key) > 1 and phrase.startswith("="):
                self._letters[key] = phrase[1:]
            self._rows.setdefault(key, payload)
        self._first = _lengths((key[0], len(key)) for key in self._rows if key)
        self._last = _lengths((key[-1], len(key)) for key in self._rows if key)

    def after(self, tokens: Sequence[Token], index: int) -> tuple[int, Payload] | None:
        """Return (end, payload) of the longest phrase that begins at ``index``, or None."""
        if index >= len(tokens) or (fold := tokens[index].fold) not in self._first:
            return None
        for length in self._first[fold]:
            key = tuple(token.fold for token in tokens[index : index + length])
            if len(key) == length and key in self._rows:
                return index + length, self._rows[key]
        return None

    def before(self, tokens: Sequence[Token], index: int) -> tuple[int, Payload] | None:
        """Return (first, payload) of the longest phrase that ends just before ``index``, or None."""
        if index <= 0 or (fold := tokens[index - 1].fold) not in self._last:
            return None
        for length in self._last[fold]:
            if length <= index:
                key = tuple(token.fold for token in tokens[index - length : index])
                if key in self._rows and self._as_written(tokens, index - length, index, key):
                    return index - length, self._rows[key]
        return None

    def _as_written(self, tokens: Sequence[Token], first: int, last: int, key: tuple[str, ...]) -> bool:
        """Tell whether a sign of several tokens stands with its very letters and without a gap, where that is asked."""
        wanted = self._letters.get(key)
        if wanted is None:
            return True
        written = "".join(token.text for token in tokens[first:last])
        return written == wanted and tokens[last - 1].end - tokens[first].start == len(wanted)

    def first_words(self) -> Iterable[str]:
        """Return the casefolded words that phrases begin with."""
        return self._first

    def spots(self, tokens: Sequence[Token], near: Iterable[int]) -> Spots[Payload]:
        """Return the longest phrases that begin at the tokens ``near``."""
        found = ((index, self.after(tokens, index)) for index in near)
        return Spots([(index, *hit) for index, hit in found if hit is not None])

    def within(self, tokens: Sequence[Token], first: int, last: int) -> tuple[int, Payload] | None:
        """Return (index, payload) of the first phrase that begins at ``first`` to ``last`` (exclusive), or None."""
        for index in range(max(first, 0), min(last, len(tokens))):
            if (hit := self.after(tokens, index)) is not None:
                return index, hit[1]
        return None


class Words(Generic[Payload]):
    """Single words, some with a wildcard at an end: ``*ede``, ``demonstrant*``."""

    def __init__(self, rows: Iterable[tuple[str, Payload]] = ()) -> None:
        self._exact: dict[str, Payload] = {}
        self._starts: dict[str, Payload] = {}
        self._ends: dict[str, Payload] = {}
        self._cache: dict[str, Payload | None] = {}
        for word, payload in rows:
            fold = word.casefold()
            if fold.endswith("*"):
                self._starts.setdefault(fold[:-1], payload)
            elif fold.startswith("*"):
                self._ends.setdefault(fold[1:], payload)
            else:
                self._exact.setdefault(fold, payload)
        self._by_head = _gathered(self._starts, slice(0, 2))
        self._by_tail = _gathered(self._ends, slice(-2, None))

    def exact(self, fold: str) -> Payload | None:
        """Return what the table says of this very word, without wildcards."""
        return self._exact.get(fold)

    def get(self, fold: str) -> Payload | None:
        """Return what the table says of a casefolded word: exact first, then the longest beginning, then ending."""
        try:
            return self._cache[fold]
        except KeyError:
            pass
        if len(fold) > LONGEST_WORD:
            return self._exact.get(fold)
        if len(self._cache) > CACHED:
            self._cache.clear()
        found = self._cache[fold] = self._exact[fold] if fold in self._exact else self._search(fold)
        return found

    def _search(self, fold: str) -> Payload | None:
        for beginning in self._by_head.get(fold[:2], ()):
            if fold.startswith(beginning):
                return self._starts[beginning]
        for ending in self._by_tail.get(fold[-2:], ()):
            if fold.endswith(ending):
                return self._ends[ending]
        return None


class Marks:
    """The marks that words carry, some words with a wildcard at an end; those of several rows add up."""

    def __init__(self, rows: Iterable[tuple[str, int]]) -> None:
        self._exact: dict[str, int] = {}
        self._starts: dict[str, int] = {}
        self._ends: dict[str, int] = {}
        for word, mark in rows:
            fold = word.casefold()
            kind = self._starts if fold[-1] == "*" else self._ends if fold[0] == "*" else self._exact
            core = fold if kind is self._exact else fold.strip("*")
            kind[core] = kind.get(core, 0) | mark
        self._by_head = _gathered(self._starts, slice(0, 2))
        self._by_tail = _gathered(self._ends, slice(-2, None))

    def of(self, fold: str) -> int:
        """Return the marks of a casefolded word."""
        marks = self._exact.get(fold, 0)
        if len(fold) > LONGEST_WORD:
            return marks
        for beginning in self._by_head.get(fold[:2], ()):
            if fold.startswith(beginning):
                marks |= self._starts[beginning]
        for ending in self._by_tail.get(fold[-2:], ()):
            if fold.endswith(ending):
                marks |= self._ends[ending]
        return marks


class Gate(Generic[Payload]):
    """A table of phrases behind a look at their first words, most words of a text being none of them.

    Phrases of plain words are kept apart from those with wildcards, which cost more to look up.
    """

    def __init__(self, rows: Iterable[tuple[str, Payload]]) -> None:
        plain: dict[str, dict[tuple[str, ...], list[Payload]]] = {}
        wild: list[tuple[str, Payload]] = []
        for phrase, payload in rows:
            key = casefolded(phrase)
            if not key or {"*", "=", "_"} & set(phrase):
                wild.append((phrase, payload))
            else:
                plain.setdefault(key[0], {}).setdefault(key, []).append(payload)
        self._plain = plain
        self._lengths = {word: sorted({len(key) for key in keys}, reverse=True) for word, keys in plain.items()}
        self._table: PhraseTable[Payload] = PhraseTable(wild)
        self._wild = {first for phrase, _ in wild for first in _first_words(phrase)}
        self._first: Words[bool] = Words((first, True) for first in self._wild)

    def at(self, tokens: Sequence[Token], index: int) -> list[tuple[int, Payload]]:
        """Return every (end index, payload) of the phrases that begin at ``index``, longest first."""
        if index >= len(tokens):
            return []
        fold = tokens[index].fold
        found = self._worded(tokens, index, fold) if fold in self._plain else []
        if self._first.get(fold):
            found += self._table.at(tokens, index)
            found.sort(key=lambda hit: -hit[0])
        return found

    def _worded(self, tokens: Sequence[Token], index: int, fold: str) -> list[tuple[int, Payload]]:
        """Return the phrases of plain words that begin at ``index``, longest first."""
        keys, found = self._plain[fold], list[tuple[int, Payload]]()
        for length in self._lengths[fold]:
            if index + length > len(tokens):
                continue
            words = (fold,) if length == 1 else tuple(token.fold for token in tokens[index : index + length])
            found.extend((index + length, payload) for payload in keys.get(words, ()))
        return found

    def first_words(self) -> Iterable[str]:
        """Return the casefolded words that phrases may begin with, with their wildcards."""
        return (*self._plain, *self._wild)

    def spots(self, tokens: Sequence[Token], near: Iterable[int]) -> Spots[Payload]:
        """Return all phrases that begin at the tokens ``near``, longest first."""
        return Spots([(index, *hit) for index in near for hit in self.at(tokens, index)])

    def longest(self, tokens: Sequence[Token], index: int) -> tuple[int, Payload] | None:
        """Return the longest phrase that begins at ``index``, as (end index, payload), or None."""
        found = self.at(tokens, index)
        return found[0] if found else None


def _lengths(pairs: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    """Return, for each word, how long the phrases with it are, longest first."""
    found: dict[str, set[int]] = {}
    for word, length in pairs:
        found.setdefault(word, set()).add(length)
    return {word: sorted(lengths, reverse=True) for word, lengths in found.items()}


def _gathered(words: Iterable[str], letters: slice) -> dict[str, list[str]]:
    """Return beginnings or endings by their two ``letters`` that every word with them has, the longest first."""
    found: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        if len(word) > 1:
            found.setdefault(word[letters], []).append(word)
    return found


def _first_words(phrase: str) -> list[str]:
    """Return the first word of a phrase, with its wildcard where the phrase is one word."""
    first = phrase.split(maxsplit=1)[0].removeprefix("=")
    if first.endswith("*") or first.startswith("*"):
        return [first]
    return list(casefolded(first)[:1])
