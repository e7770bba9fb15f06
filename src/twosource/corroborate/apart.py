"""Whether two parties are known to be two.

A party that is only guessed (a person of no known office, a name) may be any of the others.  A body of a state that the
setting alone tells is a body of some state: it is another than a company, but may be the other state.  An organisation
of which nothing tells the sort may be a body of the state.  One that no table knows may bear another name in another
language: two of one sort count as two only where reports of one language name them, or one report names both.  Parties
of two sorts (a union and a company, a hospital and the police, a witness and a ministry) are two whatever the tables
know of them, but for the sorts that may speak with one voice.  Who is heard only through the other, or through the same
third party, is no second source.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from twosource.link import Party, alike_sorts

STATE, PERSON, PRIVATE = "state", "person", "private"
"""Kinds of parties, and the sort of those who speak for themselves alone."""
GUESSED = 0.6
"""The score up to which a party is guessed: by the setting, or from a name of which nothing else is known."""
NAMELESS = "body:"
"""How the keys of bodies begin that are called by their kind alone."""
OWN_KEYS = ("org:", "person:", "name:")
"""How the keys of parties begin that no table knows."""
FEW = 12
"""Among more parties than this the greatest set is not searched for, but taken in order."""


class Voice(NamedTuple):
    """A party as a fact hears it, with the languages of the reports that name it, and through whom its words came."""

    party: Party
    languages: frozenset[str]
    through: frozenset[str] = frozenset()
    """The keys of the parties, media apart, that passed its words on in each of its accounts."""


Named = Callable[[Voice, Voice], bool]
"""Whether some report names both parties."""


def most_apart(voices: Sequence[Voice], both_named: Named) -> int:
    """Return how many of the parties are known to be apart from each other: the most of which every two are."""
    near = [{n for n, b in enumerate(voices) if n != m and are_apart(a, b, both_named)} for m, a in enumerate(voices)]
    if len(voices) > FEW:
        kept: list[int] = []
        for number in range(len(voices)):
            if near[number].issuperset(kept):
                kept.append(number)
        return len(kept)
    return _greatest(frozenset(range(len(voices))), near)


def _greatest(left: frozenset[int], near: Sequence[set[int]]) -> int:
    """Return the size of the greatest set of numbers of which every two are near."""
    best = 0
    for number in sorted(left):
        best = max(best, 1 + _greatest(frozenset(n for n in left & near[number] if n > number), near))
    return best


def are_apart(a: Voice, b: Voice, both_named: Named) -> bool:
    """Tell whether two parties are known to be two."""
    one, two = a.party, b.party
    if one.key == two.key or _is_guess(one) or _is_guess(two):
        return False
    if one.key in b.through or two.key in a.through or a.through & b.through:
        return False
    if one.kind == two.kind == STATE:
        return min(one.score, two.score) > GUESSED
    if one.sort and two.sort and one.sort != two.sort:
        return frozenset((one.sort, two.sort)) not in alike_sorts()
    if one.sort == two.sort == PRIVATE:
        return not _words(one) & _words(two)
    if PERSON in (one.kind, two.kind) or NAMELESS in (one.key[: len(NAMELESS)], two.key[: len(NAMELESS)]):
        return False
    if _in_tables(one) and _in_tables(two):
        return True
    told = bool(a.languages & b.languages) or both_named(a, b)
    return told and STATE not in (one.kind, two.kind)


def _is_guess(party: Party) -> bool:
    """Tell whether it is only guessed who a party is; a body of some state is at least a body of a state."""
    return party.kind != STATE and party.score <= GUESSED


def _in_tables(party: Party) -> bool:
    """Tell whether the tables know a party, or the wording says of which state it is."""
    return not party.key.startswith(OWN_KEYS)


def _words(party: Party) -> set[str]:
    """Return the words of a person's key."""
    return set(party.key.partition(":")[2].split("-"))
