"""Compare two quotations: the same speaker, and the same words or thought?  Matcher claims-v1.

What a quotation holds is compared by what no translation changes: numbers, names, and the concepts of what happens.
"""

from __future__ import annotations

from twosource.corroborate.comparison import AGREE, Comparison, apart
from twosource.corroborate.statements import Statement

RULE = "claims-v1"
ENOUGH = 2
"""How many things two quotations must share to be taken for one."""


LENGTHS = 0.5
"""How long the shorter of two quotations must be, as a share of the longer, where little else speaks for them."""


def compare(left: Statement, right: Statement) -> Comparison:
    """Return how two quotations relate; the order of the two does not matter."""
    if left.quote is None or right.quote is None or left.speaker is None or left.speaker != right.speaker:
        return apart("they are not of one speaker")
    shared = left.content & right.content
    if len(shared) < ENOUGH and not _alike(left, right, shared):
        return apart("they share too little to be the same words")
    score = 0.5 + 0.5 * len(shared) / max(1, min(len(left.content), len(right.content)))
    return Comparison(min(1.0, score), AGREE, (), ("both give the same speaker these words in their own language",))


def _alike(left: Statement, right: Statement, shared: frozenset[str]) -> bool:
    """Tell whether two quotations are one though they share a single thing, or only words of neighbouring languages.

    Each is its speaker's only one in its report, and both are put alike: neither or both deny, ask or set a condition.
    """
    one, other = len(left.quote.text) if left.quote else 0, len(right.quote.text) if right.quote else 0
    if not (left.alone and right.alone) or left.form != right.form or min(one, other) < LENGTHS * max(one, other):
        return False
    return bool(shared) or len(left.words & right.words) >= ENOUGH or len(left.shapes & right.shapes) >= ENOUGH
