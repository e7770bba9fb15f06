"""Copies: reports whose text is another report's text, whole, cut, edited or translated.

That two texts overlap says nothing of the event beyond what the text says, and a copy adds no source to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from twosource.model import Copy, Reading
from twosource.stories.copies_index import CopyIndex
from twosource.stories.copies_likeness import EXACT, TRANSLATED, Likeness
from twosource.stories.copies_order import Order, order_of
from twosource.stories.copies_signature import CopySignature, sign_copy

RULE = "copies-v2"


class _Pair(NamedTuple):
    """Two signatures that are one text, and which of them is the earlier one."""

    left: CopySignature
    right: CopySignature
    likeness: Likeness
    order: Order

    @property
    def copy(self) -> str:
        """Return the id of the later report."""
        return self.right.report if self.order.left_first else self.left.report

    def tell(self) -> Copy:
        """Return what is known of the copy."""
        original = self.left.report if self.order.left_first else self.right.report
        share = self.likeness.right if self.order.left_first else self.likeness.left
        words = (_share(self.likeness, share), self.order.why)
        return Copy(original, self.likeness.kind, round(share, 3), self.order.rule, words)


def _share(likeness: Likeness, share: float) -> str:
    """Return how much of a copy stands in its original, in words."""
    if likeness.kind == EXACT:
        return "the same words"
    what = "names, numbers and days" if likeness.kind == TRANSLATED else "runs of words"
    return f"{share:.0%} of its {what} stand in the original"


class CopyWatch:
    """Copies among reports as they come: each is held against those that came before it."""

    def __init__(self) -> None:
        self.index = CopyIndex()

    def see(self, reading: Reading) -> Copy | None:
        """Return of which earlier report this one is a copy, None where it is none, and keep it for those to come."""
        copy, _ = self.look(sign_copy(reading))
        return copy

    def look(self, signature: CopySignature) -> tuple[Copy | None, int]:
        """Do as `see` with a report's signature; the number is the one that `CopyIndex.forget` takes."""
        return self.compare(signature), self.index.add(signature)

    def compare(self, signature: CopySignature) -> Copy | None:
        """Return of which report kept the one of this signature is a copy, and do not keep it."""
        found = [_Pair(other, signature, likeness, _CAME) for other, likeness in self.index.find(signature)]
        best = max(found, key=_nearest, default=None)
        return best.tell() if best else None


_CAME = Order(True, "given", "the other came first")


def _nearest(pair: _Pair) -> tuple[bool, float]:
    """Return how near the right text is to the left one; the same words are nearest."""
    return pair.likeness.kind == EXACT, pair.likeness.right


def find_copies(readings: Sequence[Reading]) -> dict[str, Copy]:
    """Return what is known of each report that is a copy, by its id, in the order of the readings.

    Of two reports that are one text the later one is the copy, however they were given; where it repeats several, it is
    a copy of the one that holds most of it.
    """
    return copies_among([sign_copy(reading) for reading in readings])


def copies_among(signatures: Sequence[CopySignature]) -> dict[str, Copy]:
    """Do as `find_copies` with the signatures of reports."""
    earlier: defaultdict[str, list[_Pair]] = defaultdict(list)
    for pair in _pairs(signatures):
        earlier[pair.copy].append(pair)
    place = {signature.report: number for number, signature in enumerate(signatures)}
    found: dict[str, Copy] = {}
    for report in sorted(earlier, key=place.__getitem__):
        told = sorted((pair.tell() for pair in earlier[report]), key=lambda copy: (-copy.share, place[copy.of]))
        first = next((copy for copy in told if not _leads_to(copy.of, report, found)), None)
        if first is not None:
            found[report] = first
    return found


def _leads_to(report: str, wanted: str, copies: Mapping[str, Copy]) -> bool:
    """Tell whether a line of copies leads from one report to another."""
    while report != wanted and report in copies:
        report = copies[report].of
    return report == wanted


def _pairs(signatures: Sequence[CopySignature]) -> Iterator[_Pair]:
    """Yield each two reports that are one text, as far as the index finds them."""
    index = CopyIndex()
    for signature in signatures:
        for other, likeness in index.find(signature):
            yield _Pair(other, signature, likeness, order_of(other, signature, likeness))
        index.add(signature)
