"""Names in marks ("laut „Zeitung am See“"), which are no speech but stand where a phrase would.

Rule: phrases-v1.
"""

from __future__ import annotations

from twosource.annotate.quotes.phrase import Phrase
from twosource.annotate.quotes.reader import OPENERS, Reader
from twosource.annotate.quotes.segments import PAIRS

LONGEST = 5
"""The most words that a name in marks may have."""


def phrase_at(reader: Reader, index: int, limit: int, *, attach: bool = True) -> Phrase | None:
    """Return the noun phrase at the token, a name in marks included; a pronoun stands alone."""
    named = _marked(reader, index, limit)
    if named is not None:
        return named
    phrase = reader.phrase(index, limit, attach=attach)
    kinds = reader.classes(index)
    if phrase is not None and "subject" in kinds and not kinds & {"determiner", "article"}:
        return Phrase(index, index + 1, index + 1)
    if phrase is None or phrase.name is not None:
        return phrase
    named = _marked(reader, phrase.core, limit)
    if named is None or phrase.last > phrase.core + 1:
        return phrase
    return Phrase(phrase.first, named.last, named.last, named.name)


def _marked(reader: Reader, index: int, limit: int) -> Phrase | None:
    """Return the name in marks that opens at the token."""
    mark = reader.char(index)
    if mark not in OPENERS or not mark or mark not in PAIRS or not reader.is_capital(index + 1):
        return None
    for at in range(index + 2, min(index + 2 + LONGEST, limit)):
        if reader.char(at) in PAIRS[mark]:
            return Phrase(index, at + 1, at + 1, (index + 1, at))
        if reader.char(at) in ",.;:!?":
            return None
    return None
