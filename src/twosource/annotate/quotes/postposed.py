"""Authorities that an according-to stands behind ("Polizeiangaben zufolge", "seiner Meinung nach").

Rule: inquits-v1.
"""

from __future__ import annotations

from twosource.annotate.quotes.inquit import Inquit, author
from twosource.annotate.quotes.reader import Reader

FARTHEST = 12
"""How many tokens an authority in front of its according-to may have."""


def find_postposed(reader: Reader, first: int, last: int) -> dict[int, Inquit]:
    """Return the authorities that an according-to stands behind ("X zufolge"), by their first tokens.

    Args:
        reader: The tokens.
        first: The sentence's first token.
        last: The token behind the sentence.
    """
    found: dict[int, Inquit] = {}
    if not reader.grammar.bracket or not _stands(reader, first + 1, last):
        return found
    for index in range(first + 1, last):
        if index not in reader.cues or reader.cue(index, "according_after", "according_after_noun") is None:
            continue
        for start in range(max(first, index - FARTHEST), index):
            if reader.cue(start, "hearsay") is not None:
                break
            if reader.is_word(start) and not reader.classes(start) & {"auxiliary", "break"} and not reader.verb(start):
                inquit = according_behind(reader, start, last)
                if inquit is not None and inquit.cue[0] == index:
                    found[start] = inquit
                    break
    return found


def according_behind(reader: Reader, index: int, limit: int) -> Inquit | None:
    """Read "X zufolge" at the token, where the language puts its according-to behind."""
    phrase = reader.phrase(index, limit) if _stands(reader, index, limit + 1) else None
    if phrase is None:
        return None
    after = reader.cue(phrase.last, "according_after")
    if after is None and any("hearsay_noun" in reader.classes(i) for i in range(phrase.first, phrase.core)):
        after = reader.cue(phrase.last, "according_after_noun")
        if after is not None and (reader.is_capital(after[0]) or "article" in reader.classes(after[0])):
            return None
    if after is None:
        return None
    return Inquit(index, after[0], (phrase.last, after[0]), None, author(reader, phrase))


def _stands(reader: Reader, first: int, last: int) -> bool:
    """Tell whether an according-to that stands behind its authority begins at one of the tokens."""
    kinds = ("according_after", "according_after_noun")
    return any(reader.standing.has_cue(kind, first, last) for kind in kinds)
