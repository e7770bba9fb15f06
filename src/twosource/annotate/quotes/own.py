"""Accounts that somebody gives of himself, by whom the clause is about ("nach eigenen Angaben", "by its own account").

Rule: inquits-v1.
"""

from __future__ import annotations

from twosource.annotate.quotes.reader import Phrase, Reader

FARTHEST = 8
"""How many tokens a subject right in front of the words may have."""
AUTHORS = frozenset({"person", "body", "subject", "unnamed"})
"""Classes of words of whom somebody who gives an account can be called by."""


def own_account(reader: Reader, index: int, limit: int) -> tuple[int, Phrase | None] | None:
    """Return the end of words for an own account that begin at the token, and whose it is; None where none begin.

    Args:
        reader: The tokens.
        index: The first token of the words.
        limit: The token behind the sentence.
    """
    hit = reader.cue(index, "own_account")
    if hit is None:
        return None
    number = reader.sentence_number(reader.tokens[index].start)
    first = reader.draft.token_range(reader.draft.sentences[number].span).start if number >= 0 else index
    while first < index and not reader.is_word(first):
        first += 1
    if first == index:
        return hit[0], _behind(reader, hit[0], limit) or _before(reader, number)
    inverted = _right_before(reader, first, index, auxiliary=True)
    found = inverted or _opening(reader, first, index) or _right_before(reader, first, index)
    return hit[0], found or _before(reader, number)


def _before(reader: Reader, number: int) -> Phrase | None:
    """Return whom the sentence before this one in its block is about, where it is somebody."""
    sentences = reader.draft.sentences
    if number < 1 or sentences[number - 1].block != sentences[number].block:
        return None
    covered = reader.draft.token_range(sentences[number - 1].span)
    return _opening(reader, covered.start, covered.stop)


def _behind(reader: Reader, index: int, limit: int) -> Phrase | None:
    """Return the subject behind words that open the sentence: past a comma, or past the verb that comes second."""
    comma = reader.char(index) == ","
    phrase = reader.phrase(index + 1, limit, attach=False) if comma or reader.grammar.verb_second else None
    return phrase if phrase is not None and (not comma or _can_tell(reader, phrase)) else None


def _opening(reader: Reader, first: int, index: int) -> Phrase | None:
    """Return the subject that opens the sentence."""
    phrase = reader.phrase(first, index)
    return phrase if phrase is not None and _can_tell(reader, phrase) else None


def _right_before(reader: Reader, first: int, index: int, *, auxiliary: bool = False) -> Phrase | None:
    """Return the longest phrase that ends right in front of the words ("hat die Firma nach eigenen Angaben ...").

    With ``auxiliary`` such a verb must stand in front of the phrase.
    """
    for start in range(max(first, index - FARTHEST), index):
        if auxiliary and "auxiliary" not in reader.classes(start - 1):
            continue
        phrase = reader.phrase(start, index) if reader.is_word(start) else None
        if phrase is not None and phrase.last == index and _can_tell(reader, phrase):
            return phrase
    return None


def _can_tell(reader: Reader, phrase: Phrase) -> bool:
    """Tell whether a phrase is somebody: by a name, a role or a pronoun that is no "it"."""
    if reader.classes(phrase.first) & {"impersonal", "anaphor"} and phrase.core == phrase.first + 1:
        return False
    return phrase.name is not None or any(reader.classes(i) & AUTHORS for i in range(phrase.first, phrase.core))
