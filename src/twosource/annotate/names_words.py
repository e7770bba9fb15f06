"""Words as the names model sees them: compounds with hyphens whole, initials with their dot, a genitive's ``'s`` apart.

The atomic tokens of the draft are too fine for names ("EF-medlemmer", "H.C.", "O'Brien"): the model has its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORDS = (
    r"[^\W\d_][^\W_]++(?:-[^\W_]++|['’](?!s\b)[^\W\d_]++)*+"  # most words; what follows is for the others
    r"|['’]s\b"  # a genitive that can be told from its name
    r"|(?<![^\W_])(?:[^\W\d_]\.){2,}"  # H.C.
    r"|(?<![^\W_])[^\W\d_]\.(?=\s?[^\W\d_])"  # an initial
    r"|\d+(?:[.,:]\d+)*(?:[-–]?[^\W\d_]+)?"  # 7.000, 18-åring
    r"|[^\W_]+(?:-[^\W_]+|['’](?!s\b)[^\W\d_]+)*"  # EF-medlemmer, O'Brien
)
_LINE = 64
"""So many of one mark in a row are a drawn line, which is one word."""
_WORD = re.compile(rf"{_WORDS}|[^\w\s]|_")
_WORD_OR_LINE = re.compile(rf"{_WORDS}|([^\w\s])(?:\1{{{_LINE - 1},}})?|_")


class Words:
    """The words of a stretch of text: ``texts[i]`` stands at ``starts[i]`` and ends where its letters end.

    Where they stand is worked out when it is first asked for: most sentences hold no name.

    Args:
        texts: The words, nothing but white space between them.
        text: The text that they are in.
        start: Where the first of them may stand.
    """

    __slots__ = ("_start", "_starts", "_text", "texts")

    def __init__(self, texts: list[str], text: str, start: int = 0) -> None:
        self.texts = texts
        self._text = text
        self._start = start
        self._starts: list[int] | None = None

    @property
    def starts(self) -> list[int]:
        """Return the offset of each word."""
        if self._starts is None:
            self._starts = _offsets(self.texts, self._text, self._start)
        return self._starts

    def end(self, index: int) -> int:
        """Return the offset just behind word ``index``."""
        return self.starts[index] + len(self.texts[index])

    def cut(self, texts: list[str]) -> Words:
        """Return the same stretch of text, cut into other words."""
        return Words(texts, self._text, self._start)


def _offsets(words: Iterable[str], text: str, end: int) -> list[int]:
    """Return where words stand that have nothing but white space between them."""
    starts, find = [], text.find
    for word in words:
        start = find(word, end)
        starts.append(start)
        end = start + len(word)
    return starts


def find_words(text: str, start: int = 0, end: int | None = None) -> Words:
    """Return the words of ``text[start:end]`` with offsets in ``text``; linear in its length."""
    stop = len(text) if end is None else end
    texts = _WORD.findall(text, start, stop)
    if len(texts) >= _LINE:
        texts = [match[0] for match in _WORD_OR_LINE.finditer(text, start, stop)]
    return Words(texts, text, start)
