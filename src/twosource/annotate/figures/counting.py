"""What is counted: the noun behind a number, or what stands for it ("av dem", "de sårede", nothing at all)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from twosource.annotate.figures.amounts import Amount
from twosource.annotate.figures.digits import DASHES
from twosource.annotate.figures.lexicon import Lexicon, Noun
from twosource.language import Token, glued

REACH = 6


class Counted(NamedTuple):
    """The words that are counted: tokens ``first`` to ``last`` (exclusive), their class where a table knows it.

    ``kind``: noun, partitive ("three of the wounded"), pronoun ("one of them"), or none.  ``known`` tells that the
    noun stands in the language's table.
    """

    kind: str
    first: int = 0
    last: int = 0
    noun: Noun | None = None

    @property
    def known(self) -> bool:
        """Tell whether the noun stands in the language's table."""
        return self.noun is not None


NOTHING = Counted("none")


def find_counted(
    lexicon: Lexicon, tokens: Sequence[Token], amount: Amount, happens: Callable[[Token], bool]
) -> Counted:
    """Return what the amount counts; ``happens`` tells whether a word says that something happens."""
    last = amount.last
    of = lexicon.lists["of"].after(tokens, last)
    if of is not None:
        if (them := lexicon.lists["them"].after(tokens, of[0])) is not None:
            return Counted("pronoun", last, them[0])
        found = _noun(lexicon, tokens, of[0], happens, whole=True)
        return Counted("noun" if amount.number.vague else "partitive", *found) if found else NOTHING
    found = _noun(lexicon, tokens, last, happens, whole=False)
    return Counted("noun", *found) if found else NOTHING


def _noun(
    lexicon: Lexicon, tokens: Sequence[Token], index: int, happens: Callable[[Token], bool], *, whole: bool
) -> tuple[int, int, Noun | None] | None:
    """Find the noun at or behind ``index``: a known one within reach, else the first word that is no adjective."""
    fallback: tuple[int, int, Noun | None] | None = None
    index = _past_age(lexicon, tokens, index)
    for position in range(index, min(index + REACH, len(tokens))):
        token = tokens[position]
        if not token.text[0].isalpha():
            if token.text in DASHES and glued(tokens, position) and glued(tokens, position + 1):
                continue
            break
        phrase = lexicon.noun_phrases.longest(tokens, position)
        if phrase is not None:
            return position, phrase[0], phrase[1]
        noun = None if _lower_cased(lexicon, tokens, position) else class_of(lexicon, token)
        if noun is not None and not (token.text[0].isupper() and _is_name(lexicon, tokens, position)):
            behind = _owned_by_one(lexicon, tokens, position, noun, happens)
            return (
                (behind, behind + 1, class_of(lexicon, tokens[behind]))
                if behind
                else _head(lexicon, tokens, position, noun)
            )
        if position > index and _is_numeral(lexicon, token):
            break
        stops = bool(lexicon.stops.get(token.fold))
        if happens(token) and (whole or not stops):
            if whole:
                fallback = fallback or (position, position + 1, None)
            continue
        if stops:
            if whole and fallback is None:
                continue
            break
        if lexicon.adjectives.get(token.fold):
            continue
        if token.text[0].isupper() and _is_name(lexicon, tokens, position):
            return fallback or _behind_name(lexicon, tokens, position)
        return fallback or _described(lexicon, tokens, position) or (position, position + 1, None)
    return fallback


def _past_age(lexicon: Lexicon, tokens: Sequence[Token], index: int) -> int:
    """Return the token behind how old somebody is ("71-årig mand"), ``index`` where that does not stand there."""
    if index + 1 >= len(tokens) or not tokens[index].text.isdecimal():
        return index
    hit = lexicon.lists["age_after"].after(tokens, index + 1)
    return hit[0] if hit is not None and hit[0] < len(tokens) and tokens[hit[0]].text[0].isalpha() else index


def _described(lexicon: Lexicon, tokens: Sequence[Token], index: int) -> tuple[int, int, Noun] | None:
    """Return the known noun that an unknown one right in front only describes ("two treatment centres"), or None."""
    if not lexicon.head_last or lexicon.noun_capitals or index + 1 >= len(tokens):
        return None
    noun = class_of(lexicon, tokens[index + 1])
    return _head(lexicon, tokens, index + 1, noun) if noun is not None and noun.unit != "person" else None


def _behind_name(lexicon: Lexicon, tokens: Sequence[Token], index: int) -> tuple[int, int, Noun] | None:
    """Return the known noun behind the name that says of which make or kind it is, or None.

    "14 Leopard tanks", "six F-16 jets", "19 French-made howitzers", "19 Caesar-haubitser".
    """
    for position in range(index, min(index + REACH, len(tokens))):
        token = tokens[position]
        phrase = lexicon.noun_phrases.longest(tokens, position)
        if phrase is not None:
            return position, phrase[0], phrase[1]
        noun = class_of(lexicon, token) if token.text[0].islower() else None
        if noun is not None:
            return _head(lexicon, tokens, position, noun)
        bound = glued(tokens, position) or (position + 1 < len(tokens) and glued(tokens, position + 1))
        named = token.text[0].isupper() or token.text[0].isdigit() or lexicon.adjectives.get(token.fold)
        if not (named or bound) or not (token.text[0].isalnum() or token.text in DASHES):
            return None
    return None


def _head(lexicon: Lexicon, tokens: Sequence[Token], index: int, noun: Noun) -> tuple[int, int, Noun]:
    """Return the last of the nouns in a row where that one is counted ("60 attack helicopters", "40 school children").

    What people do is no noun: "three gunmen attack a hotel" counts gunmen.
    """
    while lexicon.head_last and index + 1 < len(tokens):
        following = class_of(lexicon, tokens[index + 1])
        if following is None or (noun.unit == "person" != following.unit):
            break
        index, noun = index + 1, following
    return index, index + 1, noun


def _owned_by_one(
    lexicon: Lexicon, tokens: Sequence[Token], index: int, noun: Noun, happens: Callable[[Token], bool]
) -> int:
    """Return the noun behind a person's in the singular that only says whose it is ("40 patient records"), 0 for none.

    Only where the last noun of a row is the one that is counted, and never where one person is counted.
    """
    behind, fold = index + 1, tokens[index].fold
    if not lexicon.head_last or noun.unit != "person" or behind >= len(tokens) or index == 0:
        return 0
    before, word = tokens[index - 1], tokens[behind]
    atom = lexicon.atom(before.fold)
    one = (
        before.text == "1"
        or (atom is not None and atom.value == 1)
        or lexicon.nouns.exact(fold + lexicon.plural) is None
    )
    if (
        one
        or not lexicon.plural
        or not word.fold.endswith(lexicon.plural)
        or not word.text.isalpha()
        or not word.text.islower()
    ):
        return 0
    known = class_of(lexicon, word)
    plain = not happens(word) and not lexicon.stops.get(word.fold) and not lexicon.adjectives.get(word.fold)
    return behind if plain and (known is None or known.unit != "person") else 0


def _lower_cased(lexicon: Lexicon, tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a small word is no noun, all of which have capitals here ("fünf deutsche Soldaten")."""
    if not lexicon.noun_capitals or tokens[index].text[0].isupper():
        return False
    return any(token.text[0].isupper() for token in tokens[1:])


def _is_numeral(lexicon: Lexicon, token: Token) -> bool:
    """Tell whether a word is a number of its own, so that what stands behind it is counted by that one."""
    atom = lexicon.atom(token.fold)
    return atom is not None and atom.role in ("digit", "teen", "ten", "hundred") and token.fold not in lexicon.joints


def class_of(lexicon: Lexicon, token: Token) -> Noun | None:
    """Return the class of a noun; a small word of the tables is never taken for one by its ending."""
    found: Noun | None = lexicon.nouns.exact(token.fold)
    if found is None and not lexicon.stops.exact(token.fold) and not lexicon.adjectives.exact(token.fold):
        found = lexicon.nouns.get(token.fold)
    return found


def _is_name(lexicon: Lexicon, tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a capitalised word stands among small ones, as a name does in most languages."""
    if lexicon.noun_capitals:
        return False
    return any(token.text[0].islower() for token in tokens[max(0, index - 4) : index])
