"""Where a noun phrase ends: figures, articles, closed nouns, genitives.

All positions are indices into the tokens of the draft.  Rule: phrases-v1.
"""

from __future__ import annotations

from twosource.annotate.quotes.grammar import STOPS
from twosource.annotate.quotes.phrase import Phrase
from twosource.annotate.quotes.words import Words

HEADS = frozenset({"person", "body", "document", "unnamed", "agency", "outlet", "reporter"})
COUNTED = frozenset({"determiner", "article", "adverb", "possessive", "quantity", "indefinite"})
"""Classes of words that a figure of a noun phrase may stand behind."""

ENDS = (".", "!", "?", "…")
LONGEST_NAME = 4
"""How many adjectives a body's noun may have in front of it."""


SAYING = frozenset({"person", "body", "unnamed"})
"""Classes of the nouns of those who say something."""

OWNED = 3
"""How many words behind a genitive are looked at for the noun that it owns."""


def counts(words: Words, start: int, index: int, *, named: bool) -> bool:
    """Tell whether a figure belongs to a phrase: how many they are ("the 27 states"), or a number in a name."""
    if named and words.is_capital(index - 1):
        return len(words.char(index)) == 1 and words.char(index + 1) != "0"
    return all(words.classes(i) & COUNTED or i in words.adjectives for i in range(start, index))


def begins_other(words: Words, index: int) -> bool:
    """Tell whether an article begins another phrase behind a noun ("the USGS the quake"), no particle."""
    before = words.classes(index - 1)
    noun = before & HEADS or words.is_capital(index - 1) or words.char(index - 1).isdigit()
    if "article" not in words.classes(index) or not noun:
        return False
    return not (words.tokens[index].fold in words.grammar.particles and words.is_capital(index + 1))


def leads_on(words: Words, index: int) -> bool:
    """Tell whether an adjective behind a noun leads to who is meant: to a body's letters, or to an office's holder.

    Only where adjectives stand behind their nouns.
    """
    plain = words.is_word(index) and not words.is_capital(index) and not words.classes(index)
    return words.grammar.noun_first and plain and (_leads_to_acronym(words, index) or _leads_to_holder(words, index))


def _leads_to_acronym(words: Words, index: int) -> bool:
    """Tell whether the letters follow that a body is called by ("istituto geologico X"): three capitals at least."""
    letters = words.char(index + 1)
    known = words.named.get(index + 1, (0, ""))[1] == "organisation"
    return known or (len(letters) > 2 and letters.isupper() and letters.isalpha())


def _leads_to_holder(words: Words, index: int) -> bool:
    """Tell whether an office stands in front, and its holder's name behind a comma ("la candidata liberal, X")."""
    office = "person" in words.classes(index - 1) and words.char(index + 1) == ","
    return office and words.named.get(index + 2, (0, ""))[1] == "person"


def described_body(words: Words, index: int, limit: int) -> int:
    """Return the end of the body's noun that adjectives at the token lead to ("Вищого водного управління").

    ``index`` where there is none: only the first of them has a capital, all end as adjectives do.
    """
    if index in words.bodies and words.bodies[index] <= limit:
        return words.bodies[index]
    endings = words.grammar.adjective_endings
    if not endings or not words.is_capital(index):
        return index
    for at in range(index, min(index + LONGEST_NAME, limit - 1)):
        plain = words.is_word(at) and (at == index or not words.is_capital(at)) and not words.verb(at)
        if not plain or not words.tokens[at].fold.endswith(endings) or words.classes(at) & STOPS:
            break
        if "body" in words.classes(at + 1) and not words.is_capital(at + 1):
            return at + 2
    return index


def leads_to_body(words: Words, index: int, limit: int) -> bool:
    """Tell whether plain nouns lead to the noun that a verb of saying follows ("state civil defense authorities said").

    Only where nouns stand in front of the noun that they describe.
    """
    if words.grammar.verb_second or words.grammar.noun_first:
        return False
    for at in range(index, min(index + 4, limit)):
        kinds = words.classes(at)
        if (
            not words.is_word(at)
            or words.is_capital(at)
            or kinds & (STOPS | {"determiner", "subject"})
            or words.verb(at)
        ):
            break
        if at > index and kinds & SAYING and words.verb(at + 1):
            return True
    return False


def joined_end(words: Words, other: Phrase | None, index: int) -> int:
    """Return the end of the phrase with an article that "and" joins to another, ``index`` where it does not.

    It is joined where a verb follows that both are the subject of, or the sentence ends: then no clause begins with it.
    """
    if other is None:
        return index
    whole = words.char(other.last) in ENDS if words.grammar.verb_second else words.verb(other.last) is not None
    return other.last if whole else index


def compound_end(words: Words, index: int, limit: int) -> int:
    """Return the end of nouns behind a name that lead to an office ("Labour party spokesman"), else ``index``."""
    if words.grammar.verb_second or words.grammar.noun_first:
        return index
    for at in range(index, min(index + 4, limit)):
        kinds = words.classes(at)
        if not words.is_word(at) or words.is_capital(at) or kinds & STOPS or words.verb(at):
            break
        if kinds & {"person", "agency", "outlet", "unnamed", "document"}:
            return at + 1
    return index


def is_closed(words: Words, start: int, index: int) -> bool:
    """Tell whether a word is the head of its phrase: a noun that the tables know, or one with a definite ending."""
    fold = words.tokens[index].fold
    kinds, grammar = words.classes(index), words.grammar
    owner = fold.endswith("s") and not (grammar.verb_second and kinds & HEADS and not grammar.classes(fold[:-1]))
    if not fold[-1].isalpha() or owner or (words.is_capital(index) and index > start):
        return False
    if kinds & HEADS:
        return True
    if "indefinite" in words.classes(start) or kinds & {"determiner", "adverb"}:
        return False
    if grammar.attributive and index > start and "article" in words.classes(start):
        return fold.endswith(grammar.closing) or not fold.endswith(grammar.attributive)
    return len(fold) >= 5 and fold.endswith(grammar.definite)


def is_genitive(words: Words, index: int) -> bool:
    """Tell whether the token is a genitive in -s, with or without an apostrophe; no capital S of an acronym is."""
    text = words.char(index)
    return text in "'’" or (text.endswith("s") and words.grammar.genitive)


def ends_person(words: Words, end: int) -> bool:
    """Tell whether a person's full name ends in front of ``end`` and nobody's office follows: its -s is its own."""
    full = any(words.named.get(at) == (end, "person") for at in range(max(0, end - 4), end - 1))
    return full and not any(words.classes(at) & HEADS for at in range(end, end + OWNED))
