"""Names and titles in marks ("laut „Zeitung am See“"), which are no speech but stand where a phrase would.

Rule: phrases-v1.
"""

from __future__ import annotations

from twosource.annotate.quotes.phrase import Phrase
from twosource.annotate.quotes.reader import OPENERS, Reader
from twosource.annotate.quotes.segments import PAIRS, Marked

LONGEST = 5
"""The most words that a name in marks may have."""
LONGEST_SMALL = 3
"""The most letters of a word that a title can leave without a capital."""
SHORT = 3
"""How many words a gloss in brackets may have in front of its colon, and half of those that a title may have."""


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
    if attach and reader.grammar.capital_nouns and (called := _called(reader, phrase)) is not None:
        return called
    named = _marked(reader, phrase.core, limit)
    if named is None or phrase.last > phrase.core + 1:
        return phrase
    return reader.with_holder(Phrase(phrase.first, named.last, named.last, named.name), limit)


def _called(reader: Reader, phrase: Phrase) -> Phrase | None:
    """Return an office with the unknown name of two words that an addition gives it (", Malte Krüger")."""
    first, last = phrase.last + 1, phrase.last + 3
    office = any("person" in reader.classes(i) for i in range(phrase.first, phrase.core))
    if not office or reader.char(phrase.last) != "," or last > len(reader.tokens) or reader.is_word(last):
        return None
    if not all(reader.is_capital(i) and not reader.classes(i) for i in range(first, last)):
        return None
    return Phrase(phrase.first, last, phrase.core, (first, last), phrase.of)


def with_title(reader: Reader, phrase: Phrase, limit: int) -> Phrase:
    """Return a phrase with the name in marks behind its article or its noun of the press ("die „Welt“")."""
    body = "body" in reader.classes(phrase.core - 1)
    if "article" in reader.classes(phrase.first) or body or reader.is_medium(phrase):
        return phrase_at(reader, phrase.first, limit) or phrase
    return phrase


def _marked(reader: Reader, index: int, limit: int) -> Phrase | None:
    """Return the name in marks that opens at the token."""
    mark = reader.char(index)
    named = reader.is_capital(index + 1) or "body" in reader.classes(index + 1)
    if mark not in OPENERS or not mark or mark not in PAIRS or not named:
        return None
    for at in range(index + 2, min(index + 2 + LONGEST, limit)):
        if reader.char(at) in PAIRS[mark]:
            return Phrase(index, at + 1, at + 1, (index + 1, at))
        if reader.char(at) in ",.;:!?":
            return None
    return None


def is_title(reader: Reader, marked: Marked) -> bool:
    """Tell whether marked words look like the title of a work: a capital on every word of four letters or more."""
    words = [
        at for at in range(marked.first, marked.last) if reader.is_word(at) and len(reader.char(at)) > LONGEST_SMALL
    ]
    return bool(words) and all(reader.is_capital(at) or reader.char(at).isdigit() for at in words)


def is_gloss(reader: Reader, colon: int) -> bool:
    """Tell whether a colon stands behind few words in brackets, which give a name or a translation ("(short: ...)")."""
    return any(reader.char(at) in "([" for at in range(max(0, colon - SHORT), colon) if reader.char(at))


def is_short_title(reader: Reader, marked: Marked) -> bool:
    """Tell whether few words in marks behind a colon are a title: they end without a mark of their own."""
    return marked.closed and marked.last - marked.first <= 2 * SHORT and reader.char(marked.last - 1) not in ".!?…,"
