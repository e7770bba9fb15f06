"""Measure the model of names: ``python -m training.measure --data FOLDER [--model FOLDER]``.

Prints F1 over exact spans and kinds for every ``xx-dev.jsonl``: all kinds, without ``other``, spans alone, and speed.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from training.corpus import Document, read_documents
from twosource.annotate.names_model import FOLDER, NamesModel


def tagged(model: NamesModel, document: Document) -> set[tuple[int, int, str]]:
    """Return the names that the model finds, as (start, end, kind)."""
    found = set()
    for name in model.find(document.sequences, document.language):
        words = document.sequences[name.sequence]
        found.add((words.starts[name.first], words.end(name.end - 1), name.kind))
    return found


def f1(counts: Counter[str], tail: str) -> float:
    """Return F1 from counts of right, said and true."""
    total = counts["said" + tail] + counts["true" + tail]
    return 2 * counts["right" + tail] / total if total else 0.0


def measure(model: NamesModel, path: Path) -> tuple[Counter[str], float]:
    """Return the counts over one file, and words a second."""
    counts: Counter[str] = Counter()
    words, seconds = 0, 0.0
    for document in read_documents(path):
        began = time.process_time()
        said = tagged(model, document)
        seconds += time.process_time() - began
        words += len(document.text.split())
        for tail, keep in (
            ("", lambda n: n),
            (".no_other", lambda n: n if n[2] != "other" else None),
            (".span", lambda n: n[:2]),
        ):
            s, t = ({keep(n) for n in names} - {None} for names in (said, document.names))
            counts.update({"right" + tail: len(s & t), "said" + tail: len(s), "true" + tail: len(t)})
    return counts, words / seconds


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the command line and print a line for each file."""
    parser = argparse.ArgumentParser(prog="python -m training.measure", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with xx-dev.jsonl files")
    parser.add_argument("--model", type=Path, default=FOLDER)
    options = parser.parse_args(arguments)
    model = NamesModel(options.model)
    for path in sorted(options.data.glob("*-dev.jsonl")):
        counts, speed = measure(model, path)
        values = "  ".join(f"{f1(counts, tail):.3f}" for tail in ("", ".no_other", ".span"))
        print(f"{path.stem:16} {values}  {speed:7.0f} words/s")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
