"""How much two happenings have in common besides their time: concept, people, places, words.

What every statement of a story names (its country, say) tells nothing of which of its happenings is meant; words count
by stems without accents, and by their first consonants, which neighbouring languages share.
"""

from __future__ import annotations

from twosource.corroborate.statements import Statement

SAME, AKIN = 0.3, 0.2
ALONE = 0.2
PARTY, MOST_PARTIES = 0.15, 0.3
PLACE = 0.08
CONTEXT = 0.5
"""How much less a name counts that stands in the sentence, and not in the clause."""
WORDS = 0.5
STRANGERS = 0.15
"""How much it weighs that both name people and share none."""


def familiarity(left: Statement, right: Statement) -> tuple[float, tuple[str, ...]]:
    """Return how much two happenings have in common (0 to about 1), with what speaks against it."""
    score = SAME if left.concept == right.concept else AKIN
    notes = []
    if left.alone and right.alone:
        score += ALONE
    shared = _shared(left, right)
    score += min(MOST_PARTIES, PARTY * shared) + PLACE * bool(left.places & right.places)
    score += WORDS * _words(left, right)
    if not shared and left.parties and right.parties:
        score -= STRANGERS
        notes.append("they name different people")
    return score, tuple(notes)


def _shared(left: Statement, right: Statement) -> float:
    """Return how many parties two statements share; one of the sentence around counts less."""
    near = left.parties & right.parties
    around = (left.context & right.context) - near
    return len(near) + CONTEXT * len(around)


def _words(left: Statement, right: Statement) -> float:
    """Return which share of the shorter clause's words stands in the other, by stems or by their consonants."""
    share = _share(left.words, right.words)
    return share if left.language == right.language else max(share, _share(left.shapes, right.shapes))


def _share(left: frozenset[str], right: frozenset[str]) -> float:
    fewest = min(len(left), len(right))
    return len(left & right) / fewest if fewest > 1 else 0.0
