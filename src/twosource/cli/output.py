"""Where the results of commands go: standard output or a file, in colour or not; and what is told on standard error."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from twosource.errors import UsageError
from twosource.model import Failure

MANY = 5
"""Progress is shown from more than this many reports on."""

SUFFIXES = {".html": "html", ".htm": "html", ".json": "json", ".csv": "csv", ".md": "markdown", ".txt": "terminal"}
"""The format that an output file's ending stands for."""


def use_color(wish: str, output: str | None) -> bool:
    """Tell whether to write colour codes: as wished, or where a person looks and ``NO_COLOR`` is not set."""
    if wish != "auto":
        return wish == "always"
    return (
        output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )


def columns() -> int | None:
    """Return the width of the terminal that is written to, None where it is none."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def choose_format(wish: str | None, output: str | None) -> str:
    """Return the format that is wished for, or the one that the output file's ending stands for, or ``terminal``."""
    if wish is not None:
        return wish
    return SUFFIXES.get(Path(output).suffix.lower(), "terminal") if output else "terminal"


def check_output(output: str | None, sources: Iterable[str]) -> None:
    """Check that an output file is none of the reports.

    Raises:
        UsageError: It is; writing it would destroy the report.
    """
    if output and any(
        Path(source).is_file() and Path(output).resolve() == Path(source).resolve() for source in sources
    ):
        raise UsageError(f"--output {output} is one of the reports; it would be overwritten")


def emit(text: str, output: str | None = None, *, binary: bool = True) -> None:
    """Write ``text`` to a file, or to standard output where ``output`` is None or ``-``.

    Data formats are UTF-8 wherever they go; text for a terminal (``binary`` False) is in the terminal's encoding,
    with a question mark for what that lacks.

    Raises:
        UsageError: The file cannot be written.
    """
    if output in (None, "-"):
        encoding = "utf-8" if binary else sys.stdout.encoding or "utf-8"
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode(encoding, "replace"))
        sys.stdout.buffer.flush()
        return
    try:
        Path(str(output)).write_bytes(text.encode("utf-8", "replace"))
    except OSError as error:
        raise UsageError(f"--output {output} cannot be written: {error.strerror}") from error


def tell(message: str, *, quiet: bool = False) -> None:
    """Write a line to standard error, unless it is to be quiet."""
    if not quiet:
        sys.stderr.write(f"twosource: {message}\n")


def tell_failures(failures: Iterable[Failure], read: int, *, quiet: bool) -> None:
    """Write what could not be read to standard error, a line each, and how many that were."""
    listed = list(failures)
    for failure in listed:
        tell(f"{failure.source}: {failure.error}", quiet=quiet)
    if listed:
        tell(f"{len(listed)} of {len(listed) + read} reports could not be read", quiet=quiet)


def show_progress(done: int, total: int) -> None:
    """Write how far a long run has come to standard error, over what stood there."""
    sys.stderr.write(f"\r{done} of {total} reports" + ("\r\x1b[K" if done == total else ""))
    sys.stderr.flush()


def wants_progress(total: int, *, quiet: bool) -> bool:
    """Tell whether to show progress: for more than a few reports, where somebody looks."""
    return total > MANY and not quiet and sys.stderr.isatty()


def abandon() -> None:
    """Point standard output to nowhere, so that nothing more is said of a reader that has gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
