"""Matching by runs: only where the words of a grammar stand together can a time stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from twosource.annotate.times.grammar import BEGINNING, DIGITS, Grammar
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
    itself.  What a short run without digits says depends on its words alone, and is remembered.  Most words of news
    are in no time, and cost one look into a dict.
    """
    known, end = grammar.kinds, 0
    kinds = [known[token.fold] for token in tokens]
    for first in [index for index, kind in enumerate(kinds) if kind >= BEGINNING]:
        if first < end:
            continue
        end = _end(tokens, kinds, first)
        digits = DIGITS in kinds[first:end]
        if not digits and not any(_opens(grammar, tokens, kinds, at, end) for at in range(first, end)):
            continue
        run = tokens[first:end]
        if end - first > TABLE and not any(token.text[0].isalpha() for token in run):
            continue
        if digits or end - first > REMEMBERED:
            found: Iterable[Item] = Matcher(grammar, run, text).find()
        else:
            found = _remembered(grammar, run, text)
        for item in found:
            yield Item(item.end + first, item.program, item.first + first, item.last + first, item.number)


def _end(tokens: Sequence[Token], kinds: Sequence[int], first: int) -> int:
    """Return where the run of words that begins at token ``first`` ends."""
    at, count = first + 1, len(kinds)
    while at < count and (kinds[at] or _joins(tokens, kinds, at)):
        at += 1
    return at


def _joins(tokens: Sequence[Token], kinds: Sequence[int], at: int) -> bool:
    """Tell whether a mark between two numbers may make one of them."""
    inside = 0 < at < len(tokens) - 1 and kinds[at - 1] == DIGITS == kinds[at + 1]
    return inside and tokens[at].text in _JOINTS


def _opens(grammar: Grammar, tokens: Sequence[Token], kinds: Sequence[int], at: int, end: int) -> bool:
    """Tell whether a time can begin at a word of a run that ends at ``end`` and has no digits."""
    opening = grammar.opening(tokens[at].fold) if kinds[at] == BEGINNING else None
    return opening is not None and (opening.whole or (at + 1 < end and tokens[at + 1].fold in opening.words))


def _remembered(grammar: Grammar, run: Sequence[Token], text: str) -> tuple[Item, ...]:
    """Return the times of a run of words without digits."""
    words = (*[token.text for token in run], "\n" if at_end(text, run[-1].end) else "")
    found = grammar.runs.get(words)
    if found is None:
        if len(grammar.runs) >= RUNS:
            grammar.runs.clear()
        found = grammar.runs[words] = tuple(Matcher(grammar, run, text).find())
    return found
