"""Signatures of many reports at once, by their words alone: the same as those of `sign_text`."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from twosource.model import Report
from twosource.stories.copies_signature import (
    FIRST,
    KNOWN,
    SAMPLED,
    SECOND,
    THIRD,
    CopySignature,
    number_of,
    sign_text,
)
from twosource.stories.lookup import Longs, Lookup, split

BATCH = 64
"""Reports that are signed together."""


class Signer:
    """Signs reports, a batch at a time."""

    def __init__(self) -> None:
        self._lookup = Lookup()

    def sign(self, reports: Sequence[tuple[str, Report]]) -> list[CopySignature]:
        """Return the signatures of reports that were not read, each under the id given with it."""
        found: list[CopySignature] = []
        for begin in range(0, len(reports), BATCH):
            found += self._sign(reports[begin : begin + BATCH])
        return found

    def _sign(self, reports: Sequence[tuple[str, Report]]) -> list[CopySignature]:
        if len(self._lookup) >= KNOWN:
            self._lookup = Lookup()
        pieces = split([report.text[report.body :] for _, report in reports], [0] * len(reports))
        words = self._lookup.find(pieces.keys, lambda place: (number_of(pieces.read(place)), True))
        counts = np.bincount(pieces.texts, minlength=len(reports))
        ends = np.cumsum(counts)
        sampled, places = _sample(words, pieces.texts)
        marks = np.searchsorted(places, ends).tolist()
        columns = zip(reports, (ends - counts).tolist(), ends.tolist(), [0, *marks], marks, strict=False)
        numbers = words.astype(np.uint32)
        return [
            sign_text(
                report,
                id,
                array("I", numbers[begin:end].tobytes()),
                array("Q", sampled[first:last].tobytes()),
            )
            for (id, report), begin, end, first, last in columns
        ]


def _sample(words: Longs, texts: Longs) -> tuple[NDArray[np.uint64], Longs]:
    """Return the runs that the texts are looked up by, as `copies_signature.sample` does, and where they open."""
    places = np.flatnonzero((words[:-2] % SAMPLED == 0) & (texts[:-2] == texts[2:]))
    numbers = words.astype(np.uint64)
    runs = numbers[places] * np.uint64(FIRST)
    runs += numbers[places + 1] * np.uint64(SECOND)
    runs += numbers[places + 2] * np.uint64(THIRD)
    return runs, places
