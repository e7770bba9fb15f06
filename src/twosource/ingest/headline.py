"""The headline: a first line that stands by itself and is no sentence."""

from __future__ import annotations

import re

from twosource.model import Span

LONGEST = 160
"""No headline is longer than this many code points."""

_FIRST = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]*\S[^\n\r\v\f\x85\u2028\u2029]*")
_BREAK = re.compile(r"[^\S\n]*+\n(?P<blank>\s*?\n)?\s*+(?P<next>\S[^\n\r\v\f\x85\u2028\u2029]{0,400})")
_SENTENCE_END = re.compile(r"[.…。:;,]+[\"'»«”“’)\]]*$")


def ends_sentence(line: str) -> bool:
    """Tell whether ``line`` ends as a sentence does: a stop, question or exclamation mark, marks after it left out."""
    bare = line.rstrip("\"'»«›‹”“’)] \t")
    return bare.endswith((".", "!", "?", "…", "。", "؟", "।"))


def find_headline(text: str, body: int = 0) -> Span | None:
    """Return the span of the headline of ``text[body:]``, or None where it has none.

    It is the first line, when more text follows it and it does not end as a statement does (a question or an
    exclamation may be a headline).  Without a blank line behind it, the next line must differ from it in length, as
    no two lines of a wrapped paragraph do.
    """
    first = _FIRST.search(text, body, body + 4 * LONGEST)
    follows = _BREAK.match(text, first.end()) if first else None
    if first is None or follows is None:
        return None
    line = first.group().strip()
    if len(line) > LONGEST or _SENTENCE_END.search(line[-8:]):
        return None
    if not follows["blank"] and (follows["next"][0].islower() or 0.7 < len(line) / len(follows["next"].strip()) < 1.4):
        return None
    start = first.start() + len(first.group()) - len(first.group().lstrip())
    return Span(start, start + len(line))
