"""Compare two quotations: the same speaker, and the same words or thought?  Matcher claims-v1.

What a quotation holds is compared by what no translation changes: numbers, names, and the concepts of what happens.
"""

from __future__ import annotations

from twosource.corroborate.comparison import AGREE, Comparison, apart
from twosource.corroborate.statements import Statement

RULE = "claims-v1"
ENOUGH = 2
"""How many things two quotations must share to be taken for one."""


def compare(left: Statement, right: Statement) -> Comparison:
    """Return how two quotations relate; the order of the two does not matter."""
    if left.quote is None or right.quote is None or left.speaker is None or left.speaker != right.speaker:
        return apart("they are not of one speaker")
    shared = left.content & right.content
    if len(shared) < ENOUGH:
        return apart("they share too little to be the same words")
    score = 0.5 + 0.5 * len(shared) / max(1, min(len(left.content), len(right.content)))
    return Comparison(min(1.0, score), AGREE, (), ("both give the same speaker these words in their own language",))
