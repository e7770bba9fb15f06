"""Looking for the original of a text among very many, without comparing it with all."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence

from twosource.stories.copies_likeness import Likeness, compare_texts
from twosource.stories.copies_signature import CopySignature

LIKELIEST = 8
"""So many candidates of a text are compared with it."""
HOLDERS = 48
"""So many of the latest reports are kept for each name and number."""
FEWEST_RUNS = 2
"""Shared runs of words below which a report is no candidate: a single one may be another run at the same place."""
SLOTS = 1 << 14


class CopyIndex:
    """Signatures of the reports that came so far, found by what they share with a new one.

    The sampled runs of words stand in a table of fixed places, four bytes each: at a place stands the last report with
    such a run, and two runs that fall on one place cost a candidate that is then refused.  The table doubles when it is
    half full.  Rare anchors lead to the latest `HOLDERS` reports that have them.  So a report costs the same however
    many there are, and what is kept of one does not grow.
    """

    def __init__(self) -> None:
        self._signatures: dict[int, CopySignature] = {}
        self._slots = array("I", bytes(4 * SLOTS))
        self._filled = 0
        self._holders: defaultdict[int, deque[int]] = defaultdict(lambda: deque(maxlen=HOLDERS))
        self._next = 1

    def __len__(self) -> int:
        return len(self._signatures)

    def add(self, signature: CopySignature) -> int:
        """Keep a signature, and return the number that it is forgotten by."""
        number = self._next
        self._next += 1
        self._signatures[number] = signature
        sample = signature.sample
        self._filled += len(sample)
        if 2 * self._filled > len(self._slots):
            self._grow()
        self._put(number, sample)
        for anchor in signature.rare:
            self._holders[anchor].append(number)
        return number

    def forget(self, number: int) -> None:
        """Let a report go, as one that is too old; its places are taken by later ones."""
        self._signatures.pop(number, None)

    def find(self, signature: CopySignature) -> Iterator[tuple[CopySignature, Likeness]]:
        """Yield the kept reports that are one text with this one, the earliest kept first."""
        for number in sorted(self._candidates(signature)):
            other = self._signatures[number]
            likeness = compare_texts(other, signature)
            if likeness is not None:
                yield other, likeness

    def _candidates(self, signature: CopySignature) -> set[int]:
        """Return the numbers of the reports that share most with this one."""
        slots, mask = self._slots, len(self._slots) - 1
        by_runs = Counter(slots[run & mask] for run in signature.sample)
        by_anchors = Counter(n for anchor in signature.rare for n in self._holders.get(anchor, ()))
        found = {n for n, count in by_runs.most_common(LIKELIEST + 1) if count >= FEWEST_RUNS}
        found |= {n for n, _ in by_anchors.most_common(LIKELIEST)}
        return {n for n in found if n in self._signatures}

    def _put(self, number: int, sample: Sequence[int]) -> None:
        slots, mask = self._slots, len(self._slots) - 1
        for run in sample:
            slots[run & mask] = number

    def _grow(self) -> None:
        """Double the table, and put in again what is still kept."""
        samples = {number: signature.sample for number, signature in self._signatures.items()}
        self._filled = sum(map(len, samples.values()))
        size = len(self._slots)
        while 2 * self._filled > size:
            size *= 2
        self._slots = array("I", bytes(4 * size))
        for number, sample in samples.items():
            self._put(number, sample)
        for anchor in [a for a, held in self._holders.items() if not any(n in samples for n in held)]:
            del self._holders[anchor]
