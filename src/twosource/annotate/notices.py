"""Notices: reports that say of themselves that they correct or withdraw an earlier one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec

from twosource.language import PhraseTable, Token, tokenize
from twosource.language.tables import load_or_generic
from twosource.model import Reading, Span

RULE = "notices-v1"
KINDS = ("correction", "withdrawal")
"""What a notice can be, and the rows of ``press.toml`` that word it."""


OPENS = ("(", "[", "*")
CLOSES = (":", ".", "-", "–", "—", "/", ")", "]", "*", "|")
"""Marks that stand before and behind the words of a notice."""
OPENING = 100
"""So many letters of a block are looked at: more than any notice has."""
LONG = 2
"""Phrases of more words than these need no mark behind them."""


class Notice(msgspec.Struct, frozen=True):
    """A block that says that its report corrects or withdraws an earlier one; ``span`` are the words that say so."""

    kind: str
    report: str
    span: Span
    text: str


@cache
def _phrases(code: str) -> PhraseTable[str]:
    """Return how a language words its notices."""
    language = load_or_generic(code)
    table = language.table("press") if language.has("press") else {}
    return PhraseTable([(phrase, kind) for kind in KINDS for phrase in table.get(kind, ())])


def find_notice(reading: Reading) -> Notice | None:
    """Return the first block of a report that opens as a correction or withdrawal, or None.

    The words must open their block, alone, in brackets, or with a mark behind them ("Correction: ...") where they are
    but a word or two: an agency that corrects something within a sentence tells of it, and is none.
    """
    phrases = _phrases(reading.report.language)
    for block in reading.blocks:
        tokens = tokenize(reading.report.text, block.span.start, min(block.span.end, block.span.start + OPENING))
        first = 1 if tokens and tokens[0].text in OPENS else 0
        found = phrases.longest(tokens, first) if tokens else None
        if found is not None and (first or found[0] > LONG or _ends(tokens, found[0])):
            span = Span(tokens[first].start, tokens[found[0] - 1].end)
            return Notice(found[1], reading.report.id, span, reading.report.read(span))
    return None


def _ends(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a heading ends before the token at ``index``: the block does, or a mark stands there."""
    return index == len(tokens) or tokens[index].text in CLOSES
