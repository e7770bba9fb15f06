"""Render: a dossier as terminal text, HTML, JSON, CSV or Markdown, and a reading as terminal text.

Each format's module is imported when it is first asked for, since the libraries behind some are slow to load.
"""

from __future__ import annotations

from collections.abc import Iterable

from twosource.errors import UsageError
from twosource.model import Dossier, Reading

FORMATS = ("terminal", "json", "html", "csv", "markdown")
"""The formats that `render` knows."""

__all__ = ["FORMATS", "render", "render_reading"]


def render(
    dossier: Dossier,
    format: str = "terminal",  # the option's own name
    *,
    color: bool = False,
    width: int | None = None,
    only: Iterable[str] | None = None,
) -> str:
    """Return ``dossier`` in one of `FORMATS`, ending with a line feed.

    The result never holds what cannot be written as UTF-8: a lone surrogate of the input comes out as ``?``.

    Args:
        dossier: What `compare` gave; its ``texts`` are needed for words in their context, and may be missing.
        format: One of `FORMATS`.
        color: Whether the terminal text may hold colour codes; other formats do not look at it.
        width: Columns of the terminal text, kept between 60 and 200; None means 100.
        only: Verdicts (``conflict`` ...), kinds of fact (``figure`` ...) or ids of stories and facts: facts and stories
            that none of them names are left out.  None keeps all.

    Raises:
        UsageError: No such format, or ``only`` names nothing that the dossier has; the message lists the choices.
    """
    if only is not None:
        from twosource.render.arrange import select

        dossier = select(dossier, only)
    return _write(dossier, format, color, width).encode("utf-8", "replace").decode("utf-8")


def _write(dossier: Dossier, format: str, color: bool, width: int | None) -> str:
    match format:
        case "json":
            from twosource.render.json import to_json

            return to_json(dossier)
        case "terminal":
            from twosource.render.terminal import to_terminal

            return to_terminal(dossier, color=color, width=width)
        case "html":
            from twosource.render.html import to_html

            return to_html(dossier)
        case "csv":
            from twosource.render.csv import to_csv

            return to_csv(dossier)
        case "markdown":
            from twosource.render.markdown import to_markdown

            return to_markdown(dossier)
    raise UsageError(f"no format {format!r}; there are: {', '.join(FORMATS)}")


def render_reading(reading: Reading, *, color: bool = False, width: int | None = None) -> str:
    """Return all that was found in one report as terminal text: each block with its records below it."""
    from twosource.render.reading import to_terminal

    return to_terminal(reading, color=color, width=width).encode("utf-8", "replace").decode("utf-8")
