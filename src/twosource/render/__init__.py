"""Render: a dossier as terminal text, HTML, JSON, CSV or Markdown, and a reading as terminal text.

Each format's module is imported when it is first asked for, since the libraries behind some are slow to load.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module

from twosource.errors import UsageError
from twosource.model import Dossier, Reading

FORMATS = ("terminal", "json", "html", "csv", "markdown")
"""The formats that `render` knows."""

EXPLAINING = ("terminal", "json")
"""The formats in which a fact is explained."""

__all__ = ["FORMATS", "render", "render_reading"]


def render(
    dossier: Dossier,
    format: str = "terminal",
    *,
    color: bool = False,
    width: int | None = None,
    only: Iterable[str] | None = None,
    explain: str | None = None,
) -> str:
    """Return ``dossier`` in one of `FORMATS`, ending with a line feed.

    The result never holds what cannot be written as UTF-8: a lone surrogate of the input comes out as ``?``.  What is
    for people (terminal, html, markdown) holds no control or direction marks of the input either.

    Args:
        dossier: What `compare` gave; its ``texts`` are needed for words in their context, and may be missing.
        format: One of `FORMATS`.
        color: Whether the terminal text may hold colour codes; other formats do not look at it.
        width: Columns of the terminal text, kept between 60 and 200; None means 100.
        only: Verdicts (``conflict`` ...), kinds of fact (``figure`` ...) or ids of stories and facts: facts and stories
            that none of them names are left out.  None keeps all.
        explain: The id of a fact (``f3``, or ``s2.f3``) whose whole derivation is wanted instead: every account with
            the rules and spans behind it, how each two compare, and how its parties were counted.

    Raises:
        UsageError: No such format, or ``only`` or ``explain`` names nothing that the dossier has, the message lists the
            choices; or a derivation is wanted in a format that has none.
    """
    if format not in FORMATS:
        raise UsageError(f"no format {format!r}; there are: {', '.join(FORMATS)}")
    if explain is not None and format not in EXPLAINING:
        raise UsageError(f"a fact is explained in {' or '.join(EXPLAINING)}, not in {format}")
    only = [*(only or ()), explain] if explain is not None else only
    if only is not None:
        select: Callable[[Dossier, Iterable[str]], Dossier] = import_module("twosource.render.arrange").select
        dossier = select(dossier, only)
    if format not in ("json", "csv"):
        harmless: Callable[[Dossier], Dossier] = import_module("twosource.render.wording").harmless
        dossier = harmless(dossier)
    module = "explain" if explain is not None and format == "terminal" else format
    write: Callable[..., str] = import_module(f"twosource.render.{module}").write
    if module == "terminal":
        return _writable(write(dossier, color=color, width=width, facts_only=only is not None))
    if module == "explain":
        return _writable(write(dossier, color=color, width=width))
    return _writable(write(dossier, explained=True) if explain is not None else write(dossier))


def render_reading(reading: Reading, *, color: bool = False, width: int | None = None) -> str:
    """Return all that was found in one report as terminal text: each block with its records below it."""
    write: Callable[..., str] = import_module("twosource.render.reading").write
    return _writable(write(reading, color=color, width=width))


def _writable(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")
