"""Copies on a terminal: of what each is a copy, and what it changes."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from twosource.model import Change, StoryReport
from twosource.render.copies import change_label, change_words, copied, copy_line
from twosource.render.paper import bullet, heading, left_out, styled

COPIES, CHANGES = 12, 8
"""How many copies of a story, and changes of each, are shown."""


def copied_reports(reports: Sequence[StoryReport]) -> list[RenderableType]:
    """Return the copies among the reports of a story, each with what it changes."""
    found = copied(reports)
    if not found:
        return []
    parts: list[RenderableType] = [heading("Copies", "they add no source")]
    for report, copy in found[:COPIES]:
        parts.append(bullet(Text(copy_line(copy)), report.id))
        parts += [_change(change) for change in copy.changes[:CHANGES]]
        if len(copy.changes) > CHANGES:
            parts.append(left_out(len(copy.changes) - CHANGES, "changes"))
    if len(found) > COPIES:
        parts.append(left_out(len(found) - COPIES, "copies"))
    return parts


def _change(change: Change) -> RenderableType:
    lines = [Padding(Text(words), (0, 0, 0, 2)) for words in change_words(change)]
    return Padding(Group(styled(change_label(change), "dim"), *lines), (0, 0, 0, 5))
