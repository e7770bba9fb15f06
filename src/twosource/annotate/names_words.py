"""Words as the names model sees them: compounds with hyphens whole, initials with their dot, a genitive's ``'s`` apart.

The atomic tokens of the draft are too fine for names ("EF-medlemmer", "H.C.", "O'Brien"): the model has its own.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_WORD = re.compile(
    r"[^\W\d_][^\W_]+(?:-[^\W_]+|['’](?!s\b)[^\W\d_]+)*"  # most words; what follows is for the others
    r"|['’]s\b"  # a genitive that can be told from its name
    r"|(?<![^\W_])(?:[^\W\d_]\.){2,}"  # H.C.
    r"|(?<![^\W_])[^\W\d_]\.(?=\s?[^\W\d_])"  # an initial
    r"|\d+(?:[.,:]\d+)*(?:[-–]?[^\W\d_]+)?"  # 7.000, 18-åring
    r"|[^\W_]+(?:-[^\W_]+|['’](?!s\b)[^\W\d_]+)*"  # EF-medlemmer, O'Brien
    r"|([^\w\s])(?:\1{63,})?|_"  # a mark, or a drawn line of one
)


class Words(NamedTuple):
    """The words of a stretch of text: ``texts[i]`` stands at ``starts[i]`` and ends where its letters end."""

    texts: list[str]
    starts: list[int]

    def end(self, index: int) -> int:
        """Return the offset just behind word ``index``."""
        return self.starts[index] + len(self.texts[index])


def find_words(text: str, start: int = 0, end: int | None = None) -> Words:
    """Return the words of ``text[start:end]`` with offsets in ``text``; linear in its length."""
    matches = list(_WORD.finditer(text, start, len(text) if end is None else end))
    return Words([match[0] for match in matches], [match.start() for match in matches])
