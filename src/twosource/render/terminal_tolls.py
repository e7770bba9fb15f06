"""The toll over time on a terminal: how each count moved from day to day, and who gave it."""

from __future__ import annotations

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from twosource.model import Story, Toll
from twosource.render.arrange import moving, steps
from twosource.render.paper import heading, left_out, styled
from twosource.render.wording import counted, one_line

TOLLS, STEPS = 6, 14
"""How many tolls of a story, and steps of each, are shown."""


def tolls(story: Story) -> list[RenderableType]:
    """Return the counts of a story that reports of several dates give, each as a table of dates."""
    found = moving(story)
    if not found:
        return []
    parts: list[RenderableType] = [heading("Toll over time", "by the date of the report")]
    for index, toll in enumerate(found[:TOLLS]):
        parts += [Text()] if index else []
        parts += _toll(toll)
    if len(found) > TOLLS:
        parts.append(left_out(len(found) - TOLLS, "counts"))
    return parts


def _toll(toll: Toll) -> list[RenderableType]:
    head = styled(f"{toll.fact}  ", "dim").append(one_line(toll.question), style="bold")
    table = Table.grid(padding=(0, 2))
    lines = steps(toll)
    for step in lines[:STEPS]:
        table.add_row(Text(step.when), Text(counted(step.counts, toll.unit)))
    parts: list[RenderableType] = [Padding(head, (0, 0, 0, 1)), Padding(table, (0, 0, 0, 5))]
    if len(lines) > STEPS:
        parts.append(left_out(len(lines) - STEPS, "dates"))
    return parts
