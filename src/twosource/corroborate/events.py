"""Compare two events: did the same thing happen, and does one deny what the other tells?  Matcher events-v1."""

from __future__ import annotations

import msgspec

from twosource.annotate.concepts import akin
from twosource.corroborate.comparison import AGREE, COMPATIBLE, CONFLICT, Comparison, apart
from twosource.corroborate.familiarity import familiarity
from twosource.corroborate.judging import opposed, stage
from twosource.corroborate.statements import Statement
from twosource.corroborate.whens import FORTNIGHT
from twosource.corroborate.windows import Window, distance, window
from twosource.model import Happening

RULE = "events-v1"
AFFIRMED, DENIED, CLAIMED = "affirmed", "denied", "claimed"
DENIAL = 0.1
"""How much it weighs that one denies what the other tells, and they name nobody in common: it may be something else.

What somebody denies or sees no sign of, others have said: where each report tells of only one such happening, it is
that one."""


def compare(left: Statement, right: Statement) -> Comparison:
    """Return how two events relate; the order of the two does not matter."""
    if opposed(left.concept, right.concept):
        left = msgspec.structs.replace(left, concept=right.concept, happening=_turned(left))
    if not akin(left.concept, right.concept):
        return apart("they are about different happenings")
    a, b = window(left.when), window(right.when)
    if distance(a, b) > FORTNIGHT:
        return apart("they lie further apart than the reports of one event do")
    score, notes = familiarity(left, right)
    if a.known and b.known:
        score += 0.08 if a.overlaps(b) else -0.15
    if left.polarity != right.polarity and not _answered(left, right) and not left.parties & right.parties:
        score -= DENIAL
    verdict, readings, words = _judge(left, right, a, b)
    return Comparison(max(0.0, min(1.0, score)), verdict, readings, (words, *notes))


def _answered(left: Statement, right: Statement) -> bool:
    """Tell whether the one that denies answers what is said elsewhere, and can only mean the other."""
    denial = left if left.polarity == DENIED else right
    return left.alone and right.alone and denial.modality == CLAIMED


def _turned(statement: Statement) -> Happening | None:
    """Return the happening of a statement with its polarity turned: not to accept is to reject."""
    told = statement.happening
    return msgspec.structs.replace(told, polarity=AFFIRMED if told.polarity == DENIED else DENIED) if told else None


def _judge(left: Statement, right: Statement, a: Window, b: Window) -> tuple[str, tuple[str, ...], str]:
    """Return verdict, readings and reason for two events taken as one."""
    if left.polarity != right.polarity:
        return CONFLICT, ("conflict",), "one says that it happened, the other that it did not"
    if stage(left.modality) != stage(right.modality):
        return COMPATIBLE, ("other_stage",), f"one gives it as {left.modality}, the other as {right.modality}"
    if a.known and b.known and not a.overlaps(b):
        return COMPATIBLE, ("two_events", "other_stage"), "they give it different days"
    if a.known and b.known and a != b:
        return COMPATIBLE, ("vaguer",), "one dates it more closely than the other"
    if left.polarity == DENIED:
        return AGREE, (), "both say that it did not happen"
    return AGREE, (), "both tell of it"
