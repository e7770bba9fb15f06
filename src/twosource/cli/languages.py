"""``twosource languages``: which tables each language has."""

from __future__ import annotations

from importlib import import_module

import msgspec

from twosource.cli.output import columns, emit, use_color
from twosource.language import TABLES, codes, load
from twosource.language.tables import GENERIC

HAS, HAS_NOT = "●", "–"
CAPTION = f"{HAS} has the table   {HAS_NOT} has none: what it would find is left out, and the dossier says so"


def matrix() -> list[dict[str, object]]:
    """Return for each language on disk, the generic one last, its code, name, other codes and tables."""
    return [
        {
            "code": language.code,
            "name": language.name,
            "also": language.also,
            "tables": [table for table in TABLES if language.has(table)],
            "missing": list(language.missing()),
        }
        for language in map(load, (*codes(), GENERIC))
    ]


def run_languages(*, format: str, color: str) -> None:
    """Write the matrix of languages and tables."""
    rows = matrix()
    if format == "json":
        emit(msgspec.json.format(msgspec.json.encode(rows), indent=2).decode() + "\n")
        return
    emit(_draw(rows, color=use_color(color, None)), binary=False)


def _draw(rows: list[dict[str, object]], *, color: bool) -> str:
    """Return the matrix as a table for a terminal."""
    table = import_module("rich.table").Table(box=None, pad_edge=False, caption=CAPTION)
    table.add_column("language", no_wrap=True)
    for name in TABLES:
        table.add_column(name, justify="center", no_wrap=True)
    for row in rows:
        missing = row["missing"]
        cells = (HAS_NOT if isinstance(missing, list) and name in missing else HAS for name in TABLES)
        table.add_row(f"[bold]{row['code']}[/bold] {row['name']}", *cells)
    width = max(columns() or 0, 110)
    console = import_module("rich.console").Console(
        force_terminal=color, no_color=not color, width=width, highlight=False
    )
    with console.capture() as capture:
        console.print(table)
    written: str = capture.get()
    return "".join(f"{line.rstrip()}\n" for line in written.splitlines())
