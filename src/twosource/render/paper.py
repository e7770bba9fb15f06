"""What terminal text is written on: a console of a fixed width, and the small pieces that all pages share."""

from __future__ import annotations

import io

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

NARROWEST, WIDEST, USUAL = 60, 200, 100
"""The columns that a page may have, and those that it has where nothing is said."""

_VERDICTS = {"conflict": "bold red", "compatible": "bold yellow", "single": "bold cyan", "agree": "bold green"}
_RULES = {"met": "green", "not_met": "red", "cannot_tell": "yellow"}


class Paper:
    """A page of terminal text in the making; ``text`` gives what has been printed on it."""

    def __init__(self, *, color: bool, width: int | None) -> None:
        self.width = min(max(width or USUAL, NARROWEST), WIDEST)
        self.color = color
        self._target = io.StringIO()
        self._console = Console(
            file=self._target,
            width=self.width,
            height=100,
            force_terminal=color,
            color_system="standard" if color else None,
            no_color=not color,
            highlight=False,
            emoji=False,
            markup=False,
            legacy_windows=False,
            force_interactive=False,
            force_jupyter=False,
            _environ={},
        )

    def print(self, part: RenderableType) -> None:
        """Print one piece."""
        self._console.print(part)

    def text(self) -> str:
        """Return all that was printed, no line with blanks at its end."""
        return "\n".join(line.rstrip() for line in self._target.getvalue().split("\n"))


def verdict_style(verdict: str) -> str:
    """Return the style of a verdict."""
    return _VERDICTS.get(verdict, "bold")


def rule_style(rule: str) -> str:
    """Return the style of what the two-source rule says."""
    return _RULES.get(rule, "")


def styled(words: str, style: str) -> Text:
    """Return words whose style does not spread to what is appended to them."""
    return Text().append(words, style=style)


def heading(words: str, note: str = "") -> RenderableType:
    """Return the line that opens a part of a page, with a note beside its words."""
    title = Text(words, style="bold")
    if note:
        title.append(f"  {note}", style="dim")
    return Group(Text(), Rule(title, align="left", style="dim", characters="─"))


def bullet(words: Text, mark: str) -> RenderableType:
    """Return a line with a mark in front, its further lines indented below it."""
    return hanging(styled(mark, "dim"), words, indent=2)


def hanging(head: Text, body: RenderableType, *, indent: int = 0, width: int | None = None) -> RenderableType:
    """Return ``head`` in a column of its own (``width`` wide) and ``body`` beside it."""
    table = Table.grid(padding=(0, 1))
    table.add_column(width=width, no_wrap=True)
    table.add_column(ratio=1)
    table.add_row(head, body)
    return Padding(table, (0, 0, 0, indent))


def left_out(count: int, what: str) -> RenderableType:
    """Return the line that says how much is not shown here."""
    line = f"… {count} more {what}; the html and json formats have all of them"
    return Group(Padding(Text(line, style="dim"), (0, 0, 0, 2)))
