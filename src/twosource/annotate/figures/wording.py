"""Phrases and words of a table, looked up forward and backward, with a quick look at the first word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Generic, TypeVar

from twosource.language import PhraseTable, Remembered, Token, tokenize

LONGEST_WORD = 60
CACHED = 4_000
"""So many words are remembered of each table."""

Payload = TypeVar("Payload")
Said = TypeVar("Said")
Longer = dict[str, list[tuple[tuple[str, ...], Said]]]
"""Phrases of more than one word by their second word, the longest first, with what is said of each."""


def casefolded(phrase: str) -> tuple[str, ...]:
    """Return the casefolded words of a phrase, as the tokens of a text show them."""
    words = phrase.split()
    if "".join(words).isalpha():
        return tuple(phrase.casefold().split())
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
            if phrase[:1] == "=" and key not in self._rows:
                self._letters[key] = phrase[1:]
            self._rows.setdefault(key, payload)
        self._first = _by_word(self._rows)

    @cached_property
    def _last(self) -> dict[str, tuple[Payload | None, Longer[Payload]]]:
        """The phrases by their last words, each with its words from behind."""
        return _by_word({key[::-1]: payload for key, payload in self._rows.items()})

    def after(self, tokens: Sequence[Token], index: int) -> tuple[int, Payload] | None:
        """Return (end, payload) of the longest phrase that begins at ``index``, or None."""
        if index >= len(tokens) or (begun := self._first.get(tokens[index].fold)) is None:
            return None
        alone, longer = begun
        if longer and index + 1 < len(tokens):
            for key, payload in longer.get(tokens[index + 1].fold, ()):
                if _stands(key, tokens[index : index + len(key)]):
                    return index + len(key), payload
        return None if alone is None or not self._as_written(tokens, index, index + 1) else (index + 1, alone)

    def before(self, tokens: Sequence[Token], index: int) -> tuple[int, Payload] | None:
        """Return (first, payload) of the longest phrase that ends just before ``index``, or None."""
        if index <= 0 or (ended := self._last.get(tokens[index - 1].fold)) is None:
            return None
        alone, longer = ended
        if longer and index > 1:
            for key, payload in longer.get(tokens[index - 2].fold, ()):
                first = index - len(key)
                if first >= 0 and _stands(key, tokens[first:index][::-1]) and self._as_written(tokens, first, index):
                    return first, payload
        return None if alone is None or not self._as_written(tokens, index - 1, index) else (index - 1, alone)

    def _as_written(self, tokens: Sequence[Token], first: int, last: int) -> bool:
        """Tell whether a sign stands with its very letters and without a gap, where that is asked."""
        if not self._letters:
            return True
        wanted = self._letters.get(tuple(token.fold for token in tokens[first:last]))
        if wanted is None:
            return True
        written = "".join(token.text for token in tokens[first:last])
        return written == wanted and tokens[last - 1].end - tokens[first].start == len(wanted)

    def begins(self, fold: str) -> bool:
        """Tell whether a phrase begins with that casefolded word."""
        return fold in self._first

    def spots(self, tokens: Sequence[Token]) -> Spots[Payload]:
        """Return the longest phrases that begin at each of the tokens."""
        near = (index for index, token in enumerate(tokens) if token.fold in self._first)
        found = ((index, self.after(tokens, index)) for index in near)
        return Spots([(index, *hit) for index, hit in found if hit is not None])

    def within(self, tokens: Sequence[Token], first: int, last: int) -> tuple[int, Payload] | None:
        """Return (index, payload) of the first phrase that begins at ``first`` to ``last`` (exclusive), or None."""
        for index in range(max(first, 0), min(last, len(tokens))):
            if tokens[index].fold in self._first and (hit := self.after(tokens, index)) is not None:
                return index, hit[1]
        return None


class Words(Generic[Payload]):
    """Single words, some with a wildcard at an end: ``*ede``, ``demonstrant*``."""

    def __init__(self, rows: Iterable[tuple[str, Payload]] = ()) -> None:
        self._exact: dict[str, Payload] = {}
        self._starts: dict[str, Payload] = {}
        self._ends: dict[str, Payload] = {}
        self._known: Remembered[Payload | None] = Remembered(self.worked_out, CACHED)
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
        return self._known[fold]

    def worked_out(self, fold: str) -> Payload | None:
        """Return what `get` returns, without keeping it."""
        if fold in self._exact:
            return self._exact[fold]
        if len(fold) > LONGEST_WORD:
            return None
        for beginning in self._by_head.get(fold[:2], ()):
            if fold.startswith(beginning):
                return self._starts[beginning]
        for ending in self._by_tail.get(fold[-2:], ()):
            if fold.endswith(ending):
                return self._ends[ending]
        return None


class Gate(Generic[Payload]):
    """A table of phrases behind a look at their first words, most words of a text being none of them.

    Phrases of plain words are kept apart from those with wildcards, which cost more to look up.
    """

    def __init__(self, rows: Iterable[tuple[str, Payload]]) -> None:
        plain: dict[tuple[str, ...], list[Payload]] = {}
        self._patterns: list[tuple[str, Payload]] = []
        for phrase, payload in rows:
            if "*" in phrase or "=" in phrase or "_" in phrase or not (key := casefolded(phrase)):
                self._patterns.append((phrase, payload))
            else:
                plain.setdefault(key, []).append(payload)
        self._plain = _by_word(plain)
        first = {word for phrase, _ in self._patterns for word in _first_words(phrase)}
        self._wild = {word for word in first if "*" not in word}
        self._heads = {word[:2] for word in first if word.endswith("*")}
        self._tails = {word[-2:] for word in first if word.startswith("*")}

    @cached_property
    def _table(self) -> PhraseTable[Payload]:
        """The phrases with wildcards."""
        return PhraseTable(self._patterns)

    def _is_wild(self, fold: str) -> bool:
        """Tell whether a phrase with a wildcard may begin with that casefolded word."""
        if fold in self._wild:
            return True
        return (fold[:2] in self._heads or fold[-2:] in self._tails) and len(fold) <= LONGEST_WORD

    def begins(self, fold: str) -> bool:
        """Tell whether a phrase may begin with that casefolded word."""
        return fold in self._plain or self._is_wild(fold)

    def at(self, tokens: Sequence[Token], index: int) -> list[tuple[int, Payload]]:
        """Return every (end index, payload) of the phrases that begin at ``index``, longest first."""
        found: list[tuple[int, Payload]] = []
        if index >= len(tokens):
            return found
        fold = tokens[index].fold
        if (begun := self._plain.get(fold)) is not None:
            alone, longer = begun
            if longer and index + 1 < len(tokens):
                for key, payloads in longer.get(tokens[index + 1].fold, ()):
                    if _stands(key, tokens[index : index + len(key)]):
                        found += [(index + len(key), payload) for payload in payloads]
            if alone:
                found += [(index + 1, payload) for payload in alone]
        if self._is_wild(fold):
            found += self._table.at(tokens, index)
            found.sort(key=lambda hit: -hit[0])
        return found

    def spots(self, tokens: Sequence[Token]) -> Spots[Payload]:
        """Return all phrases that begin at each of the tokens, longest first."""
        return Spots(self.between(tokens, 0, len(tokens)))

    def between(self, tokens: Sequence[Token], first: int, last: int) -> list[tuple[int, int, Payload]]:
        """Return (index, end, payload) of all phrases that begin at ``first`` to ``last`` (exclusive)."""
        plain, wild, heads, tails, first = self._plain, self._wild, self._heads, self._tails, max(first, 0)
        near = [
            index
            for index, token in enumerate(tokens[first:last], first)
            if (fold := token.fold) in plain or fold in wild or fold[:2] in heads or fold[-2:] in tails
        ]
        return [(index, *hit) for index in near for hit in self.at(tokens, index)]

    def longest(self, tokens: Sequence[Token], index: int) -> tuple[int, Payload] | None:
        """Return the longest phrase that begins at ``index``, as (end index, payload), or None."""
        found = self.at(tokens, index)
        return found[0] if found else None


def _stands(key: Sequence[str], tokens: Sequence[Token]) -> bool:
    """Tell whether the tokens are the words ``key``, of which the first two are known to be."""
    return len(key) == len(tokens) and all(key[at] == tokens[at].fold for at in range(2, len(key)))


def _by_word(rows: Mapping[tuple[str, ...], Said]) -> dict[str, tuple[Said | None, Longer[Said]]]:
    """Return, for each first word, what is said of it alone, and the longer phrases."""
    alone = {key[0]: said for key, said in rows.items() if len(key) == 1}
    longer: dict[str, Longer[Said]] = {}
    for key, said in sorted(rows.items(), key=lambda row: -len(row[0])):
        if len(key) > 1:
            longer.setdefault(key[0], {}).setdefault(key[1], []).append((key, said))
    return {word: (alone.get(word), longer.get(word, {})) for word in alone.keys() | longer.keys()}


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
        return [first.casefold()] if len(first) > 2 else []
    return list(casefolded(first)[:1])
