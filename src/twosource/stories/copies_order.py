"""Which of two texts is the earlier one."""

from __future__ import annotations

import re
from typing import NamedTuple

from twosource.stories.copies_likeness import CONTAINED, Likeness
from twosource.stories.copies_signature import CopySignature

_DATE = re.compile(r"(\d{4}(?:-\d\d){0,2})(T\d\d:\d\d(?::\d\d)?)?(.*)", re.ASCII | re.DOTALL)


class Order(NamedTuple):
    """Whether the left text is the earlier one, by which rule, and why in words; ``given`` is no knowledge."""

    left_first: bool
    rule: str
    why: str


def order_of(left: CopySignature, right: CopySignature, likeness: Likeness) -> Order:
    """Return which text is the earlier one.

    By the first of these that tells: their dates, as far as both are known; that one opens as a correction; that one
    credits the other's outlet, or comes from an agency that translates the other's; that one is a part of the other.
    Otherwise it is unknown, and the longer one is taken for the earlier, so that the order of the files tells nothing.
    """
    for rule in (_by_date, _by_notice, _by_credit):
        if (found := rule(left, right)) is not None:
            return found
    if likeness.kind == CONTAINED:
        first = likeness.left < likeness.right
        whole, part = (left, right) if first else (right, left)
        return Order(first, "contained", f"{part.report} is a part of {whole.report}")
    ours, theirs = ((-len(text.words), text.language, text.words) for text in (left, right))
    why = "which of the two is earlier is not known; the longer one, or else the one given first, is taken for it"
    return Order(ours <= theirs, "given", why)


def _by_date(left: CopySignature, right: CopySignature) -> Order | None:
    """Compare dates to the precision of the less precise one."""
    ours, theirs = _date(left.published), _date(right.published)
    length = min(len(ours), len(theirs))
    if ours[:length] == theirs[:length]:
        return None
    first, last = (left, right) if ours < theirs else (right, left)
    return Order(ours < theirs, "date", f"{first.report} is dated {first.published}, {last.report} {last.published}")


def _date(published: str | None) -> str:
    """Return what is sure of an EDTF date: year, month and day, and the time where it is given in no zone or UTC."""
    found = _DATE.match(published or "")
    if found is None:
        return ""
    return found[1] + (found[2] or "" if found[3] in ("", "Z") else "")


def _by_notice(left: CopySignature, right: CopySignature) -> Order | None:
    if bool(left.notice) == bool(right.notice):
        return None
    later = left if left.notice else right
    return Order(not left.notice, "notice", f"{later.report} says of itself that it is a correction (“{later.notice}”)")


def _by_credit(left: CopySignature, right: CopySignature) -> Order | None:
    ours, theirs = _leans_on(left, right), _leans_on(right, left)
    if bool(ours) == bool(theirs):
        return None
    return Order(bool(theirs), "credit", ours or theirs)


def _leans_on(copy: CopySignature, original: CopySignature) -> str:
    """Return in words how a text says that it is from the other's medium, empty where it does not."""
    if original.outlet and original.outlet in copy.credited and copy.outlet != original.outlet:
        return f"{copy.report} credits the outlet of {original.report}"
    if original.credited & copy.translates and not original.credited & copy.credited:
        return f"the agency of {copy.report} passes on reports of that of {original.report} in its own language"
    return ""
