"""Words in their context: the sentence around a span, cut where it is long."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from twosource.ingest.dates import read_header
from twosource.model import Account

LIMIT = 220
"""How many code points of context are shown on each side of the words at most."""

LONG = 600
"""How many code points of an account's own words are shown at most."""

_END = re.compile(r"[.!?…؟。][\"'»”’)\]]*\s+(?=[^\Wa-z\d]|[–—«»\"“„])")
_DATELINE = re.compile(r"[^\n()]{2,80}\([^\n()]{2,40}\) *[-–—]+ +")
"""Place, day and agency in front of a line's first sentence: "BERLIN, 3. Mai (dpa) - "."""
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


def excerpt_of(texts: Mapping[str, str], account: Account) -> Excerpt:
    """Return an account's words in their sentence; the words alone where the text is not there.

    A header in front of the text (a date) is no part of its first sentence.  Very long words are cut, with an ellipsis.
    """
    text = texts.get(account.report)
    if text is None or not 0 <= account.start < account.end <= len(text):
        return Excerpt("", account.text[:LONG], "")
    found = excerpt(text, account.start, account.end, body=read_header(text).body)
    return found if len(found.words) <= LONG else Excerpt(found.before, found.words[:LONG].rstrip() + " …", "")


def excerpt(text: str, start: int, end: int, *, body: int = 0, limit: int = LIMIT) -> Excerpt:
    """Return the span ``start`` to ``end`` of ``text`` in its sentence; an ellipsis shows where context was cut.

    Context begins at ``body`` at the earliest.  Only ``limit`` code points on either side are looked at, so that the
    cost does not grow with the text.
    """
    after = text[end : end + limit]
    begin = max(min(body, start), start - limit)
    before = _before(text[begin:start], text[start : start + 1], cut=begin == start - limit > body)
    words = text[start:end]
    after = "" if _ends(words, after) else _after(after, cut=end + limit < len(text))
    return Excerpt(_BLANK.sub(" ", before), words, _BLANK.sub(" ", after))


def _before(context: str, first: str, *, cut: bool) -> str:
    line = max(context.rfind("\n"), context.rfind("\r")) + 1
    borders = [found.end() for found in _END.finditer(context + first, line)]
    dateline = _DATELINE.match(context, line)
    begin = max([line, *borders, dateline.end() if dateline else line])
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
