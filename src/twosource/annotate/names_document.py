"""One label for a name through a whole report: each mention votes, a full name for its surname too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

KINDS = ("person", "organisation", "place", "other")
"""The kinds of names, in the order of a mention's votes."""

_OWN = 0.5
_FIRST_NAME = 0.5
_TAKE_UP = 0.25


class Mention(NamedTuple):
    """Words ``first`` to ``end`` of a sequence, how probable each of `KINDS` is, and whether the model took it."""

    sequence: int
    first: int
    end: int
    votes: tuple[float, ...]
    kind: str | None


class Settled(NamedTuple):
    """A mention with the kind that the report as a whole gives it."""

    sequence: int
    first: int
    end: int
    kind: str
    score: float
    by_document: bool


def _key(words: Sequence[str], known: frozenset[str]) -> str:
    """Return what a mention is compared by: lower case, without a genitive's s where the report has it without."""
    key = " ".join(words).lower()
    if key.endswith("s") and key[:-1].rstrip("'’") in known:
        return key[:-1].rstrip("'’")
    return key


def settle(sequences: Sequence[Sequence[str]], mentions: Sequence[Mention]) -> list[Settled]:
    """Return the names of a report, each with the kind that its mentions have together.

    A mention counts half as much again for itself.  A word that the model left out is taken up where it had some doubt
    and the report has the same name elsewhere.
    """
    plain = frozenset(" ".join(sequences[m.sequence][m.first : m.end]).lower() for m in mentions)
    keys = [_key(sequences[m.sequence][m.first : m.end], plain) for m in mentions]
    votes = _count(sequences, mentions, keys, plain)
    settled = []
    for mention, key in zip(mentions, keys, strict=True):
        others = votes.get(key)
        if mention.kind is None and (others is None or sum(mention.votes) < _TAKE_UP):
            continue
        total = list(mention.votes)
        if others is not None:
            total = [_OWN * own + other for own, other in zip(mention.votes, others, strict=True)]
        best = max(range(len(KINDS)), key=total.__getitem__)
        kind = KINDS[best]
        score = max(mention.votes[best], total[best] / max(sum(total), 1e-9))
        changed = kind != mention.kind
        settled.append(Settled(mention.sequence, mention.first, mention.end, kind, round(min(1.0, score), 3), changed))
    return settled


def _count(
    sequences: Sequence[Sequence[str]], mentions: Sequence[Mention], keys: Sequence[str], plain: frozenset[str]
) -> Mapping[str, list[float]]:
    """Return the votes for each key that the mentions which the model took give together."""
    votes: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(KINDS))
    for mention, key in zip(mentions, keys, strict=True):
        if mention.kind is None:
            continue
        for index, vote in enumerate(mention.votes):
            votes[key][index] += vote
        if mention.kind == KINDS[0] and mention.end - mention.first > 1:
            words = sequences[mention.sequence]
            votes[_key(words[mention.end - 1 : mention.end], plain)][0] += mention.votes[0]
            votes[words[mention.first].lower()][0] += _FIRST_NAME * mention.votes[0]
    return votes
