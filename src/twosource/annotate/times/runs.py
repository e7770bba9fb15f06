"""Matching by runs: only where the words of a grammar stand together can a time stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from twosource.annotate.times.grammar import Grammar
from twosource.annotate.times.matching import Item, Matcher, at_end
from twosource.language import Token

REMEMBERED, RUNS = 8, 20_000
"""Runs of so many words are remembered, so many of them."""
TABLE = 100
"""So many numbers and marks without a word between them are a table, of which nothing is told."""
_JOINTS = frozenset(".,:/-–hH")
"""What can stand between the numbers of a date or clock time, as the matcher reads them."""


def find_items(grammar: Grammar, tokens: Sequence[Token], text: str) -> Iterator[Item]:
    """Yield the times of a stretch of tokens from left to right, as `Matcher.find` does over all of them.

    A time goes on over no word that the grammar does not have, so each run of words that it has is matched for
    itself.  What a short run without digits says depends on its words alone, and is remembered.
    """
    known, at = grammar.vocabulary, 0
    digits = [token.text[0].isdigit() for token in tokens]
    count = len(tokens)
    while at < count:
        if not digits[at] and grammar.opening(tokens[at].fold) is None:
            at += 1
            continue
        first = at
        while at < count and (digits[at] or tokens[at].fold in known or _joins(tokens, digits, at)):
            at += 1
        run = tokens[first:at]
        if at - first > TABLE and not any(token.text[0].isalpha() for token in run):
            continue
        if at - first > REMEMBERED or True in digits[first:at]:
            found: Iterable[Item] = Matcher(grammar, run, text).find()
        else:
            found = _remembered(grammar, run, text)
        for item in found:
            yield Item(item.end + first, item.program, item.first + first, item.last + first, item.number)


def _joins(tokens: Sequence[Token], digits: Sequence[bool], at: int) -> bool:
    """Tell whether a mark between two numbers may make one of them."""
    inside = 0 < at < len(tokens) - 1 and digits[at - 1] and digits[at + 1]
    return inside and tokens[at].text in _JOINTS


def _remembered(grammar: Grammar, run: Sequence[Token], text: str) -> tuple[Item, ...]:
    """Return the times of a run of words without digits."""
    words = (*[token.text for token in run], "\n" if at_end(text, run[-1].end) else "")
    found = grammar.runs.get(words)
    if found is None:
        if len(grammar.runs) >= RUNS:
            grammar.runs.clear()
        found = grammar.runs[words] = tuple(Matcher(grammar, run, text).find())
    return found
