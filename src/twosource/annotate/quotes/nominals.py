"""Nouns that carry a claim: what "his claim that ..." says, and whose claim it is.

Rule: indirect-v1:nominal.
"""

from __future__ import annotations

from twosource.annotate.quotes.clauses import clause_end, owner_marked
from twosource.annotate.quotes.inquit import Inquit
from twosource.annotate.quotes.reader import Phrase, Reader


def find_nominal(reader: Reader, first: int, index: int, last: int) -> tuple[int, int, Inquit] | None:
    """Read "Xs påstand om at ..." and "påstanden fra X om at ..." at the noun: what is claimed and who claims it.

    Args:
        reader: The tokens.
        first: The sentence's first token.
        index: The noun.
        last: The token behind the sentence.
    """
    if "nominal" not in reader.classes(index) or not reader.is_word(index):
        return None
    at, phrase = index + 1, None
    if "nominal_from" in reader.classes(at) and at < last:
        phrase = reader.phrase(at + 1, last)
        at = phrase.last if phrase is not None else at
    elif index > first:
        phrase = _owner(reader, first, index)
    if phrase is None or at >= last:
        return None
    if "nominal_with" in reader.classes(at):
        at += 1
    if reader.char(at) == ",":
        at += 1
    if "that" not in reader.classes(at) or at >= last:
        return None
    end = clause_end(reader, at, last)
    for comma in range(at + 1, end):
        if reader.char(comma) == "," and not reader.classes(comma + 1) & {"relative", "that", "subjunction"}:
            end = comma
            break
    return at, end, Inquit(index, index + 1, (index, index + 1), None, phrase)


def _owner(reader: Reader, first: int, index: int) -> Phrase | None:
    """Return whose claim it is, by the genitive in front of the noun."""
    start = index - 1
    marked = owner_marked(reader, first, start)
    if marked is not None:
        return marked
    if not reader.tokens[start].fold.endswith("s"):
        return None
    while start > max(first, index - 5) and reader.is_capital(start - 1) and reader.is_capital(start):
        start -= 1
    if start > first and "determiner" in reader.classes(start - 1):
        start -= 1
    return Phrase(start, index, index, (start, index) if reader.is_capital(start) else None, None, True)
