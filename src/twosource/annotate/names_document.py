"""One kind for a name through a whole report: every mention votes, a full name for its surname too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple

KINDS = ("person", "organisation", "place", "other")
"""The kinds of names, in the order of a mention's votes."""


class Mention(NamedTuple):
    """Words ``first`` to ``end`` (exclusive) of a sequence that the model took for a name, or might have.

    ``votes`` are how probable each of `KINDS` is, ``kind`` is what the model chose, None where it left the word out;
    then there are no votes.
    """

    sequence: int
    first: int
    end: int
    votes: tuple[float, ...]
    kind: str | None


class Settled(NamedTuple):
    """A mention with the kind that the report as a whole gives it; ``by_document`` where that is another one."""

    sequence: int
    first: int
    end: int
    kind: str
    score: float
    by_document: bool


def settle(
    sequences: Sequence[Sequence[str]],
    mentions: Sequence[Mention],
    weight: Callable[[Sequence[str]], Sequence[float] | None] = lambda _: None,
) -> list[Settled]:
    """Return the names of a report in their order, each with the kind that its mentions have together.

    Mentions are the same when they are alike but for case and a genitive's s.  A person's full name votes for its
    last word, so that a surname alone is a person too, also where the model left it out.
    ``weight`` gives the votes that a name in lower case has without any report, or None.
    """
    written = [" ".join(sequences[m.sequence][m.first : m.end]).lower() for m in mentions]
    plain = frozenset(written)
    keys = [_key(name, plain) for name in written]
    votes: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(KINDS))
    surnames = set()
    for key in set(keys):
        if (known := weight(key.split(" "))) is not None:
            votes[key] = list(known)
    for mention, key in zip(mentions, keys, strict=True):
        if mention.kind is None:
            continue
        votes[key] = [vote + more for vote, more in zip(votes[key], mention.votes, strict=True)]
        if mention.kind == KINDS[0] and mention.end - mention.first > 1:
            surname = _key(sequences[mention.sequence][mention.end - 1].lower(), plain)
            votes[surname][0] += mention.votes[0]
            surnames.add(surname)
    kept = [(m, key) for m, key in zip(mentions, keys, strict=True) if m.kind or key in surnames]
    return [_settled(mention, votes[key]) for mention, key in kept]


def _key(name: str, known: frozenset[str]) -> str:
    """Return what a name in lower case is compared by: without a genitive's s where the report has it without."""
    if name[-1] != "s":
        return name
    stem = name[:-1].rstrip("'’ ")
    return stem if stem in known else name


def _settled(mention: Mention, votes: Sequence[float]) -> Settled:
    """Return a mention with the kind that has most of the votes, and the share that it has."""
    best = votes.index(max(votes))
    changed = KINDS[best] != mention.kind
    score = votes[best] / max(sum(votes), 1.0) if changed else mention.votes[best]
    return Settled(mention.sequence, mention.first, mention.end, KINDS[best], round(min(1.0, score), 3), changed)
