"""Sentences: where the sentences of each block begin and end.

Needs: blocks.  Gives: sentences.  Language table: blocks.toml (abbreviations).  Rule: sentences-v1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from twosource.annotate.draft import Draft
from twosource.language import load
from twosource.language.tables import GENERIC, load_or_generic
from twosource.model import Sentence, Span

SILENT = ("credit", "boilerplate")
"""Kinds of block that tell no news; they have no sentences."""

_END = re.compile(r"(?<![.!?…。])(?P<mark>[.!?…。]++)[\"'»«›‹”“’)\]]*+(?=\s|\Z)")
_NEXT = re.compile(r"\s*+(?:[–—―-]\s++)?[\"'»«›‹”“„’(\[¿¡]*+(?P<first>\w?)")
_WORD = re.compile(r"(?:[^\W_]|[.'’-])*\Z")


class _Stops:
    """The words of a language whose stop ends no sentence."""

    def __init__(self, code: str) -> None:
        tables = [t.table("blocks") for t in (load_or_generic(code), load(GENERIC)) if t.has("blocks")]
        self.never = frozenset(a.casefold() for t in tables for a in t.get("abbreviations", ()))
        self.perhaps = frozenset(a.casefold() for t in tables for a in t.get("may_end", ()))
        self.never -= self.perhaps
        self.ordinals = bool(tables and tables[0].get("ordinal_before_capital", False))


@cache
def _stops(code: str) -> _Stops:
    """Return the compiled abbreviations of a language, the generic ones included."""
    return _Stops(code)


def abbreviations(code: str) -> frozenset[str]:
    """Return the abbreviations of a language, casefolded and with their stop, that end no sentence."""
    return _stops(code).never


def find_sentences(draft: Draft) -> Iterator[Sentence]:
    """Yield the sentences of all blocks but credits and boilerplate, in order, white space around them left out.

    A closing quotation mark belongs to the sentence that it closes; words in lower case after a mark
    (``"Hvor?" spurte han``) go on with the sentence.
    """
    stops = _stops(draft.language.code)
    for index, block in enumerate(draft.blocks):
        if block.kind in SILENT:
            continue
        start = block.span.start
        for end in _ends(draft.text, block.span, stops):
            while start < end and draft.text[start].isspace():
                start += 1
            if start < end:
                yield Sentence(Span(start, end), index)
            start = end


def _ends(text: str, span: Span, stops: _Stops) -> Iterator[int]:
    """Yield the offsets at which sentences of ``span`` end, the last one included."""
    start = span.start
    for match in _END.finditer(text, span.start, span.end):
        if match.end() < span.end and _is_end(text, start, match, stops):
            yield match.end()
            start = match.end()
    yield span.end


def _is_end(text: str, start: int, match: re.Match[str], stops: _Stops) -> bool:
    """Tell whether the mark at ``match`` ends the sentence that began at ``start``."""
    follows = _NEXT.match(text, match.end())
    first = follows["first"] if follows else ""
    if first.islower():
        return False
    if match["mark"] != ".":
        return True
    word = _word_before(text, start, match.start())
    if not word:
        return True
    if word.isdigit():
        return not _is_ordinal(text, start, match.start() - len(word), word, stops)
    whole = f"{word}.".casefold()
    if whole in stops.never:
        return False
    if whole in stops.perhaps:
        return True
    return not _is_initial(word)


def _word_before(text: str, start: int, end: int) -> str:
    """Return the word that ends at ``end``; at most forty code points are looked at."""
    found = _WORD.search(text, max(start, end - 40), end)
    return found.group().lstrip(".'’-") if found else ""


def _is_ordinal(text: str, start: int, number: int, word: str, stops: _Stops) -> bool:
    """Tell whether a number with a stop is an ordinal: it opens the sentence, or months have capitals."""
    return len(word) < 3 and (stops.ordinals or not text[start:number].strip())


def _is_initial(word: str) -> bool:
    """Tell whether a word is an initial ("J", "U.S")."""
    return all(len(part) == 1 and part.isupper() for part in word.split("."))
