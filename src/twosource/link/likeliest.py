"""Which of the parties that several mentions of one person give is his."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from twosource.link.records import Party

SOME_STATE = "state:?"
"""The key of the party of a state's body of which nothing tells the country."""

TOLD = 0.8
"""From this score on the report itself says of which country somebody is."""


def likeliest(parties: Sequence[Party]) -> Party:
    """Return the party that is told most surely; among guesses the one that most of them give.

    Where two states are guessed as often as each other, it is a state's of which the country cannot be told; of
    others the first.
    """
    most = max(party.score for party in parties)
    best = [party for party in parties if party.score == most]
    counts = Counter(party.key for party in best)
    often = max(counts.values())
    first = next(party for party in best if counts[party.key] == often)
    rivals = sorted({party.label for party in best if counts[party.key] == often and party.key != first.key})
    if not rivals or most >= TOLD or any(party.kind != "state" for party in best):
        return first
    why = f"as likely of {first.label} as of {' or '.join(rivals)}"
    return msgspec.structs.replace(first, key=SOME_STATE, reason=why, score=0.1)
