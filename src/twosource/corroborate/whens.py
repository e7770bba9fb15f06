"""Compare two times of a happening: is it the same happening, and the same day?  Matcher whens-v1.

Days that no calendar fixes are compared by what is sure of them: their weekday, and the days that they may be.
"""

from __future__ import annotations

from twosource.annotate.concepts import akin
from twosource.corroborate.comparison import AGREE, COMPATIBLE, CONFLICT, Comparison, apart
from twosource.corroborate.familiarity import familiarity
from twosource.corroborate.statements import Statement
from twosource.corroborate.windows import distance, window

RULE = "whens-v1"
FORTNIGHT = 14
OPEN = {"demanded", "possible", "feared"}
"""Modalities of what need not have happened: its day contradicts no other."""
DATED, AGREED = 0.1, 0.15
"""What it adds that both are dated, and that the days can be one."""
DIFFERENT = 0.15
"""What it takes that no day is in both: then more than the concept must show that one happening is meant."""


def compare(left: Statement, right: Statement) -> Comparison:
    """Return how two dated happenings relate; the order of the two does not matter."""
    if not akin(left.concept, right.concept):
        return apart("they are about different happenings")
    verdict, readings, words = judge(left, right)
    if verdict == CONFLICT and not (left.alone and right.alone):
        return apart("one report tells of several such happenings, on different days")
    if verdict == CONFLICT and OPEN & {left.modality, right.modality}:
        return apart("one of them need not have happened")
    score, notes = familiarity(left, right)
    score += DATED
    if verdict == AGREE:
        score += AGREED
    elif verdict == CONFLICT:
        if distance(window(left.when), window(right.when)) > FORTNIGHT:
            return apart("they lie further apart than the reports of one event do")
        score -= DIFFERENT
    return Comparison(max(0.0, min(1.0, score)), verdict, readings, (words, *notes))


def judge(left: Statement, right: Statement) -> tuple[str, tuple[str, ...], str]:
    """Return verdict, readings and reason for the times of two happenings taken as one."""
    a, b = window(left.when), window(right.when)
    first, second = weekday(left), weekday(right)
    if first is not None and second is not None and first != second:
        return CONFLICT, ("conflict", "two_events"), "they give different days of the week"
    if a.known and b.known and not a.overlaps(b):
        return CONFLICT, ("conflict", "two_events"), "no day lies in both"
    if a == b and a.known:
        return AGREE, (), "both give the same day" if a.day else "both give the same days"
    if first is not None and first == second:
        return AGREE, (), "both give the same day of the week, and the dates allow the same day"
    return COMPATIBLE, ("vaguer",), "one is vaguer than the other, and a day can be in both"


def weekday(statement: Statement) -> int | None:
    """Return the weekday (1 Monday to 7 Sunday) that is sure of a statement's time, or None."""
    if statement.when is None:
        return None
    day = window(statement.when).day
    return day.isoweekday() if day else statement.when.weekday
