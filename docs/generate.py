"""Write what the documentation takes from the program: ``python docs/generate.py``; a test compares."""

from __future__ import annotations

import contextlib
import io
import sys
import textwrap
from pathlib import Path

from twosource import errors
from twosource.cli.app import app

REFERENCE = Path(__file__).parent / "reference"
COMMANDS = ("", "compare", "read", "group", "languages")


def help_of(command: str) -> str:
    """Return the help text of a command, as a terminal of 100 columns shows it."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.suppress(SystemExit):
        app([*command.split(), "--help"], prog_name="twosource")
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines())


def commands() -> str:
    """Return the page of the commands."""
    parts = ["# Commands\n", "Exit status: 0 with a result, 1 where no report could be read, 2 for wrong use.\n"]
    for command in COMMANDS:
        name = f"twosource {command}".strip()
        parts.append(f"## {name}\n\n```text\n{help_of(command)}\n```\n")
    return "\n".join(parts)


def error_page() -> str:
    """Return the page of the errors: the tree, and what each promises."""
    first, _, tree = (errors.__doc__ or "").strip("\n").partition("\n")
    parts = ["# Errors\n", f"{first}\n", f"```text\n{textwrap.dedent(tree).strip()}\n```\n"]
    for name, error in vars(errors).items():
        if isinstance(error, type) and issubclass(error, Exception):
            parts.append(f"## {name}\n\n{(error.__doc__ or '').splitlines()[0]}\n")
    return "\n".join(parts)


PAGES = {"commands.md": commands, "errors.md": error_page}


def main() -> None:
    """Write the pages."""
    for name, make in PAGES.items():
        (REFERENCE / name).write_text(make(), encoding="utf-8")
        sys.stdout.write(f"docs/reference/{name}\n")


if __name__ == "__main__":
    main()
