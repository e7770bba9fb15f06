"""Words of a text and phrases of a table: the one way in which tables are looked up in texts.

A table's phrase is a string of words; the match is on casefolded tokens.  ``*`` at the end of a word stands for any
ending, at its beginning for any beginning (``demonstrant*``, ``*skred``); ``_`` alone for any one word.  ``=``
in front of a word asks for the very letters (``=EU``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from twosource.language.remembered import LONGEST, Remembered

Payload = TypeVar("Payload")
_TOKEN = re.compile(r"[^\W\d_]+|\d+|_|([^\w\s])(?:\1{63,})?")
"""A row of one mark so long is drawn, not written, and is one token."""
MOST_BEGUN = 4_000
"""So many words are remembered of each table, of which a language has dozens."""


class Token(NamedTuple):
    """A run of letters, a run of digits, or one mark; ``fold`` is its casefolded form."""

    start: int
    end: int
    text: str
    fold: str


class Hit(NamedTuple):
    """A phrase found: tokens ``first`` to ``last`` (exclusive), and what the table says of it."""

    first: int
    last: int
    start: int
    end: int
    payload: object


def glued(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether the token at ``index`` touches the one before it."""
    return 0 < index < len(tokens) and tokens[index - 1].end == tokens[index].start


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of ``text[start:end]`` with offsets in ``text``, in order; white space is left out."""
    if text.isalpha() and start == 0 and end is None:  # a word of a table
        return [Token(0, len(text), text, text.casefold())]
    spans = [match.span() for match in _TOKEN.finditer(text, start, len(text) if end is None else end)]
    words = [text[first:last] for first, last in spans]
    return [Token._make((first, last, word, word.casefold())) for (first, last), word in zip(spans, words, strict=True)]


@lru_cache(maxsize=2)
def tokens_of(text: str) -> list[Token]:
    """Return the tokens of a whole report; several rooms ask for those of the same one.  Not to be changed."""
    return tokenize(text)


class _Node(Generic[Payload]):
    """A step of the trie: where each next word leads, and what ends here."""

    __slots__ = ("any", "exact", "fold", "payload", "prefix", "suffix")

    def __init__(self) -> None:
        self.fold: dict[str, _Node[Payload]] = {}
        self.exact: dict[str, _Node[Payload]] = {}
        self.prefix: dict[str, _Node[Payload]] = {}
        self.suffix: dict[str, _Node[Payload]] = {}
        self.any: _Node[Payload] | None = None
        self.payload: list[Payload] = []

    def child(self, word: str) -> _Node[Payload]:
        """Return the node that ``word`` of a phrase leads to, made where it is missing."""
        if word == "\0":
            if self.any is None:
                self.any = _Node()
            return self.any
        kind, key = self.fold, word.casefold()
        if word.startswith("="):
            kind, key = self.exact, word[1:]
        elif word.endswith("*"):
            kind, key = self.prefix, word[:-1].casefold()
        elif word.startswith("*"):
            kind, key = self.suffix, word[1:].casefold()
        return kind.setdefault(key, _Node())

    def follow(self, text: str, fold: str) -> Iterator[_Node[Payload]]:
        """Yield every node that a word of a text, ``fold`` when casefolded, leads to."""
        if (node := self.fold.get(fold)) is not None:
            yield node
        if self.exact and (node := self.exact.get(text)) is not None:
            yield node
        if self.prefix:
            for length in range(2, min(len(fold), LONGEST) + 1):
                if (node := self.prefix.get(fold[:length])) is not None:
                    yield node
        if self.suffix:
            for cut in range(max(len(fold) - LONGEST, 0), len(fold) - 1):
                if (node := self.suffix.get(fold[cut:])) is not None:
                    yield node
        if self.any is not None:
            yield self.any


def _words(phrase: str) -> list[str]:
    """Split a table's phrase into words, each with its wildcard or sign."""
    if phrase.isalpha():
        return [phrase]
    words: list[str] = []
    for piece in phrase.split():
        if piece.isalpha():
            words.append(piece)
            continue
        if piece == "_":
            words.append("\0")
            continue
        head = piece[0] if piece[0] in "*=" and len(piece) > 1 else ""
        tail = "*" if piece.endswith("*") and len(piece) > 1 else ""
        body = piece[len(head) : len(piece) - len(tail)]
        if body.isalpha():
            words.append(head + body + tail)
            continue
        core = [t.text for t in tokenize(body)]
        if core:
            core[0] = head + core[0]
            core[-1] += tail
            words.extend(core if head != "=" else ["=" + w.lstrip("=") for w in core])
    return words


class PhraseTable(Generic[Payload]):
    """Phrases with what they stand for, looked up in a token list in one pass.

    Two phrases of the same words keep both payloads, in the order given.
    """

    def __init__(self, phrases: Iterable[tuple[str, Payload]]) -> None:
        self._root: _Node[Payload] = _Node()
        self._begun: Remembered[Sequence[_Node[Payload]]] = Remembered(self._begin, MOST_BEGUN)
        self.size = 0
        for phrase, payload in phrases:
            node = self._root
            for word in _words(phrase):
                node = node.child(word)
            if node is not self._root:
                node.payload.append(payload)
                self.size += 1

    def _begin(self, text: str) -> Sequence[_Node[Payload]]:
        """Return the nodes that a word of a text leads to where it begins a phrase."""
        return tuple(self._root.follow(text, text.casefold()))

    def at(self, tokens: Sequence[Token], index: int) -> list[tuple[int, Payload]]:
        """Return every (end index, payload) of the phrases that begin at token ``index``, longest first."""
        nodes = self._begun[tokens[index].text] if index < len(tokens) else ()
        if not nodes:
            return []  # most words of a text begin no phrase of a table, and cost no more than this look
        position = index + 1
        found = [(position, payload) for node in nodes for payload in node.payload]
        while nodes and position < len(tokens):
            token = tokens[position]
            nodes = [child for node in nodes for child in node.follow(token.text, token.fold)]
            position += 1
            found.extend((position, payload) for node in nodes for payload in node.payload)
        if len(found) > 1:
            found.sort(key=lambda hit: -hit[0])
        return found

    def longest(self, tokens: Sequence[Token], index: int) -> tuple[int, Payload] | None:
        """Return the longest phrase that begins at token ``index``, as (end index, payload), or None."""
        found = self.at(tokens, index)
        return found[0] if found else None

    def find(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int, Payload]]:
        """Yield (first, end, payload) for the longest phrases of ``tokens``, left to right, none overlapping."""
        root, begun, free = self._root, self._begun, 0
        exact = not (root.fold or root.prefix or root.suffix or root.any)  # a table of names needs no memory of words
        for index, token in enumerate(tokens):
            if index < free or not (token.text in root.exact if exact else begun[token.text]):
                continue
            hit = self.longest(tokens, index)
            if hit is not None:
                yield index, hit[0], hit[1]
                free = hit[0]
