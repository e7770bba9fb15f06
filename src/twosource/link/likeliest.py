"""Which of the parties that several mentions of one person give is his."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from twosource.link.records import Party

SOME_STATE = "state:?"
"""The key of the party of a state's body of which nothing tells the country."""

GUESS = 0.5
"""The score of a party of which others are as likely."""


def likeliest(parties: Sequence[Party]) -> Party:
    """Return the party that is told most surely; of several told as surely the one that most of them give.

    Where two are given as often as each other, whose he is cannot be told: of states it is one of which nothing tells
    the country, of others one of them by its key, as a guess.
    """
    most = max(party.score for party in parties)
    best = sorted((party for party in parties if party.score == most), key=lambda party: party.key)
    counts = Counter(party.key for party in best)
    often = max(counts.values())
    first, *rivals = {party.key: party for party in best if counts[party.key] == often}.values()
    if not rivals:
        return first
    why = f"as likely of {first.label} as of {' or '.join(sorted({rival.label for rival in rivals}))}"
    if any(party.kind != "state" for party in best):
        return msgspec.structs.replace(first, reason=why, score=min(most, GUESS))
    return msgspec.structs.replace(first, key=SOME_STATE, reason=why, score=0.1)
