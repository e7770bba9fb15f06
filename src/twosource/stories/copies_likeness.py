"""How much of a report's text stands in another: in the same words, or in another language's.

A text that shares its wording and not its names, numbers and days is another text from one template (the weather, the
stock exchange, an accident on the road), and no copy.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec
from rapidfuzz.distance import LCSseq

from twosource.language.tables import load_or_generic
from twosource.stories.copies_signature import CopySignature

FEWEST = 12
"""Runs of words below which a text is too short to tell."""
EXACT, NEAR, CONTAINED, TRANSLATED = "exact", "near", "contained", "translated"
SHARED = 0.4
"""The share of the shorter text's runs of words that must stand in the other."""
LONGER = 1.4
"""How much longer a text must be that the other counts as a part of."""
WHOLE = 0.8
"""The share of a text's runs that stand in the other where it is but a part of it."""
KEPT = 0.5
"""The share of its names, numbers and days that must stand in the other, in one language."""
TELLING = 3
"""Fewer anchors than these tell no template from a copy."""
COGNATE = 0.45
"""The share of the consonant forms that must stand in the other, in order within each paragraph, in a near language."""
KEPT_NEAR, ANCHORS_NEAR = 0.6, 5
"""The share of the anchors that must stand in a translation into a near language, and how many there must be."""
COGNATE_ALONE, ANCHORS_ALONE = 0.65, 3
"""With fewer anchors, so many at least, all must stand in both, and more of the consonant forms."""
KEPT_FAR, ANCHORS_FAR = 0.8, 8
"""For other languages the anchors alone tell: so large a share, and so many, each counted once, in the same order."""


class Likeness(msgspec.Struct, frozen=True):
    """That two texts are one: how (``kind``), and how much of each stands in the other (0 to 1)."""

    kind: str
    left: float
    right: float


def compare_texts(left: CopySignature, right: CopySignature) -> Likeness | None:
    """Return how two texts are one, or None where they are not."""
    found = _same_words(left, right)
    if left.language != right.language and (found is None or found.kind != EXACT):
        return _translated(left, right) or found
    return found


def _same_words(left: CopySignature, right: CopySignature) -> Likeness | None:
    if left.words == right.words and len(left.words) > FEWEST:
        return Likeness(EXACT, 1.0, 1.0)
    if min(len(left.words), len(right.words)) < FEWEST or not _one_matter(left, right):
        return None
    ours, theirs = left.runs, right.runs
    smaller, shared = min(len(ours), len(theirs)), len(ours & theirs)
    if smaller < FEWEST or shared < SHARED * smaller:
        return None
    part = max(len(ours), len(theirs)) >= LONGER * smaller and shared >= WHOLE * smaller
    return Likeness(CONTAINED if part else NEAR, shared / len(ours), shared / len(theirs))


def _one_matter(left: CopySignature, right: CopySignature) -> bool:
    """Tell whether the names, numbers and days are the same; a correction says itself that they are not."""
    fewest = min(len(left.anchors), len(right.anchors))
    if fewest < TELLING or left.notice or right.notice:
        return True
    return common(left.anchors, right.anchors) >= KEPT * fewest


def common(left: Sequence[int], right: Sequence[int]) -> int:
    """Return how many items two lists share, each as often as it stands in both."""
    return (Counter(left) & Counter(right)).total()


def _translated(left: CopySignature, right: CopySignature) -> Likeness | None:
    near = right.language in load_or_generic(left.language).near
    told = _told_near(left, right) if near else _told_far(left, right)
    if not told:
        return None
    shared = common(left.anchors, right.anchors)
    return Likeness(TRANSLATED, shared / len(left.anchors), shared / len(right.anchors))


def _told_near(left: CopySignature, right: CopySignature) -> bool:
    fewest, shared = min(len(left.anchors), len(right.anchors)), common(left.anchors, right.anchors)
    few = fewest < ANCHORS_NEAR
    if fewest < ANCHORS_ALONE or shared < (1 if few else KEPT_NEAR) * fewest:
        return False
    return cognates(left, right) >= (COGNATE_ALONE if few else COGNATE)


def _told_far(left: CopySignature, right: CopySignature) -> bool:
    """Tell by the first mentions alone: a name that comes back in every sentence is no order."""
    ours, theirs = list(dict.fromkeys(left.anchors)), list(dict.fromkeys(right.anchors))
    shared = _in_order(ours, theirs)
    return shared >= ANCHORS_FAR and shared >= KEPT_FAR * min(len(ours), len(theirs))


def cognates(left: CopySignature, right: CopySignature) -> float:
    """Return the share of the shorter text's consonant forms that stand in the other, in order in each paragraph."""
    shorter, longer = sorted((left.skeletons, right.skeletons), key=lambda pieces: sum(map(len, pieces)))
    whole = [number for piece in longer for number in piece]
    length = sum(map(len, shorter))
    return sum(_in_order(piece, whole) for piece in shorter) / length if length else 0.0


def _in_order(left: Sequence[int], right: Sequence[int]) -> int:
    """Return the length of the longest list that stands in both in its order."""
    return int(LCSseq.similarity(list(left), list(right)))
