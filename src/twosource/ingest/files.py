"""Files and folders: which files a user means."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from twosource.errors import SourceMissing
from twosource.model import Failure

STDIN = "-"
"""The name of standard input."""

SUFFIXES = (".txt", ".text")
"""The endings of a folder's files that are reports; a file that is named is read whatever its ending."""


def find_files(sources: Iterable[str | Path]) -> Iterator[str | Failure]:
    """Yield the files that ``sources`` name, in their order; a folder stands for its text files, sorted by path.

    Folders are searched to any depth.  Hidden files, and links that lead out of the folder, are left out.  A folder
    that holds no report or cannot be read gives a failure in its place.
    """
    for source in map(str, sources):
        if source == STDIN or not Path(source).is_dir():
            yield source
        else:
            yield from _search(source)


def _search(folder: str) -> Iterator[str | Failure]:
    """Yield the text files below ``folder``, sorted, and failures for what cannot be read."""
    failures: list[Failure] = []
    found: list[str] = []
    root = Path(folder).resolve()
    for place, folders, names in os.walk(folder, onerror=lambda error: failures.append(_failure(error))):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths = (Path(place) / name for name in names if name.endswith(SUFFIXES) and not name.startswith("."))
        found.extend(str(path) for path in paths if _is_report(path, root))
    yield from sorted(found)
    yield from failures
    if not found and not failures:
        yield Failure(folder, "ingest", str(SourceMissing(folder, f"a folder without {' or '.join(SUFFIXES)} files")))


def _is_report(path: Path, root: Path) -> bool:
    """Tell whether a path of a folder may be read: a file inside it, or a link to nothing, which is told of later."""
    return (path.is_file() or not path.exists()) and path.resolve().is_relative_to(root)


def _failure(error: OSError) -> Failure:
    """Return what is told of a folder that cannot be read."""
    return Failure(str(error.filename), "ingest", f"cannot be read: {error.strerror}")
