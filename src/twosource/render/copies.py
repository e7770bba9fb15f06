"""Copies in words: of what a report is a copy, how that is known, and what it changes."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.model import Change, Copy, StoryReport
from twosource.render.wording import one_line

_KINDS = {
    "exact": "exact copy",
    "near": "near copy",
    "contained": "copy of a part",
    "translated": "translated copy",
}
_LONGER = "copy with more around it"
"""A text that holds the whole of another which is known to be the earlier."""
PART = 0.8
_CHANGES = {
    "left_out": "left out",
    "added": "added",
    "reworded": "reworded",
    "numbers": "other numbers",
    "moved": "moved",
}


def copied(reports: Sequence[StoryReport]) -> list[tuple[StoryReport, Copy]]:
    """Return the reports of which it is known how they are copies."""
    return [(report, report.copy) for report in reports if report.copy is not None]


def copy_line(copy: Copy) -> str:
    """Return of what a report is a copy and how that is known, on one line."""
    kind = _LONGER if copy.kind == "contained" and copy.share < PART else _KINDS.get(copy.kind, "copy")
    why = "; ".join(one_line(reason) for reason in copy.reasons)
    return f"{kind} of {copy.of}" + (f": {why}" if why else "")


def change_label(change: Change) -> str:
    """Return what a change is, with the numbers that it changes: ``other numbers: 30 \u2192 13``."""
    words = _CHANGES.get(change.kind, change.kind)
    if not any(change.numbers):
        return words
    before, after = (", ".join(numbers) or "none" for numbers in change.numbers)
    return f"{words}: {before} \u2192 {after}"


def change_words(change: Change) -> list[str]:
    """Return the words of a change on a line each: those of the original, then those of the copy; of a move once."""
    passages = [change.after] if change.kind == "moved" else [change.before, change.after]
    return [one_line(passage.text) for passage in passages if passage is not None]
