"""Hearsay: what is told as said by nobody ("skal ha", "soll ... haben", "angiveligt").

Rule: indirect-v1:hearsay.
"""

from __future__ import annotations

from twosource.annotate.quotes.clauses import clause_end, clause_start
from twosource.annotate.quotes.inquits import inquit_after
from twosource.annotate.quotes.reader import Reader


def find_hearsay(reader: Reader, first: int, index: int, last: int) -> tuple[int, int] | None:
    """Return the clause that a word or modal of hearsay at ``index`` marks, None where somebody is named for it.

    Args:
        reader: The tokens.
        first: Where the clause may begin.
        index: The word.
        last: The token behind the sentence.
    """
    hit = reader.cue(index, "hearsay") is not None or "hearsay" in reader.classes(index)
    if not hit and "hearsay_modal" in reader.classes(index):
        near = [*range(index + 1, min(index + 3, last)), last - 1]
        hit = any("hearsay_have" in reader.classes(i) for i in near)
    if not hit:
        return None
    start, end = clause_start(reader, first, index), clause_end(reader, index, last)
    behind = reader.char(end) == "," and end + 1 < last
    if behind and inquit_after(reader, end + 1, last) is not None:
        return None
    return start, end
