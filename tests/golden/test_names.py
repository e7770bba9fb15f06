"""Names in languages that no model was trained on, in sentences of our own.

Each line of ``names/xx.txt`` is a report with its names in brackets, "[Marie Lund|P]": person, place (L), organisation
(O) or other (X).  A name counts where its span and its kind are both right.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from twosource import make_report, read

HERE = Path(__file__).parent / "names"
LANGUAGES = sorted(path.stem for path in HERE.glob("*.txt"))
FLOOR = 0.8
"""The F1 that each language has at least."""
_MARKED = re.compile(r"\[([^\]|]+)\|([PLOX])\]")
_KINDS = {"P": "person", "L": "place", "O": "organisation", "X": "other"}


def marked(line: str) -> tuple[str, set[tuple[int, int, str]]]:
    """Return a line without its marks, and the names that they show."""
    text, names, last = "", set(), 0
    for found in _MARKED.finditer(line):
        text += line[last : found.start()]
        names.add((len(text), len(text) + len(found[1]), _KINDS[found[2]]))
        text += found[1]
        last = found.end()
    return text + line[last:], names


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_are_found_as_marked(language: str) -> None:
    right = said = true = 0
    for line in (HERE / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        text, names = marked(line)
        found = {
            (n.span.start, n.span.end, n.kind)
            for n in read(make_report(text, source=language), language=language).names
        }
        right, said, true = right + len(names & found), said + len(found), true + len(names)

    assert 2 * right / (said + true) >= FLOOR
