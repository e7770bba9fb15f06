"""Reads reports of files of JSON lines, whole and cut off at a chance place, and tells which could not be read.

    python bench/readable.py FILE.jsonl[.gz]... [--each 300]

Every row with a ``text`` counts, and so do those in its ``left`` and ``right``.  Which ones are taken and where they
are cut is the same in every run.  Exits with 1 where one could not be read.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from twosource.model import Failure, Report
from twosource.pipeline import annotate_safely

SHORTEST, LONGEST = 20, 20_000
"""Code points: of what is cut off at least, and of what is read at most."""


def rows_of(path: Path) -> Iterator[dict[str, Any]]:
    """Yield every row of a file that holds a report."""
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            for found in (row, row.get("left"), row.get("right")):
                if isinstance(found, dict) and len(found.get("text") or "") > SHORTEST:
                    yield {"language": row.get("language"), **found}


def reports_of(path: Path, each: int) -> Iterator[Report]:
    """Yield so many reports of a file, each whole and cut off."""
    chance = random.Random(1)
    rows = list(rows_of(path))
    for number, row in enumerate(chance.sample(rows, min(each, len(rows)))):
        text, language = row["text"][:LONGEST], row["language"] or "und"
        cut = text[: chance.randint(SHORTEST, len(text))]
        yield Report(
            id=f"{number}", source=f"{path.name}:{number}", text=text, title=row.get("title"), language=language
        )
        yield Report(id=f"{number} cut", source=f"{path.name}:{number} cut", text=cut, language=language)


def main() -> int:
    """Read the reports and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--each", type=int, default=300, help="reports of each file")
    args = parser.parse_args()
    read = failed = 0
    for path in args.files:
        for report in reports_of(path, args.each):
            found = annotate_safely(report)
            read += 1
            if isinstance(found, Failure):
                failed += 1
                print(f"{found.source}: {found.error}", file=sys.stderr)
    print(f"reports read {read - failed} of {read}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
