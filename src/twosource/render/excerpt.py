"""Words in their context: the sentence around a span, cut where it is long."""

from __future__ import annotations

import re
from typing import NamedTuple

LIMIT = 220
"""How many code points of context are shown on each side of the words at most."""

_END = re.compile(r"[.!?…؟。][\"'»”’)\]]*\s+(?=[^\Wa-z\d]|[–—«»\"“„])")
_BLANK = re.compile(r"\s+")


class Excerpt(NamedTuple):
    """The words of a span with what stands before and after them in their sentence."""

    before: str
    words: str
    after: str

    @property
    def text(self) -> str:
        """Return the whole excerpt."""
        return self.before + self.words + self.after


def excerpt(text: str, start: int, end: int, *, limit: int = LIMIT) -> Excerpt:
    """Return the span ``start`` to ``end`` of ``text`` in its sentence; an ellipsis shows where context was cut.

    Only ``limit`` code points on either side are looked at, so that the cost does not grow with the text.
    """
    after = text[end : end + limit]
    before = _before(text[max(0, start - limit) : start], text[start : start + 1], cut=start > limit)
    words = text[start:end]
    after = "" if _ends(words, after) else _after(after, cut=end + limit < len(text))
    return Excerpt(_BLANK.sub(" ", before), words, _BLANK.sub(" ", after))


def _before(context: str, first: str, *, cut: bool) -> str:
    line = max(context.rfind("\n"), context.rfind("\r")) + 1
    borders = [found.end() for found in _END.finditer(context + first, line)]
    begin = borders[-1] if borders else line
    if begin == 0 and cut:
        blank = _BLANK.search(context)
        return "… " + context[blank.end() if blank else 0 :]
    return context[begin:].lstrip()


def _ends(words: str, after: str) -> bool:
    return not after or after[0] in "\r\n" or (words.rstrip()[-1:] in ".!?…" and after[0].isspace())


def _after(context: str, *, cut: bool) -> str:
    line = len(re.split(r"[\r\n]", context, maxsplit=1)[0])
    found = _END.search(context)
    if found is not None and found.end() <= line:
        return context[: found.end()].rstrip()
    if line == len(context) and cut:
        return context.rsplit(" ", 1)[0] + " …"
    return context[:line].rstrip()
