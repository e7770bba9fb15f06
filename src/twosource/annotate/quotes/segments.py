"""Where direct speech stands on the page: dash turns, marked words, headings.

Rule: segments-v1.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from twosource.annotate.quotes.reader import DASHES, OPENERS, Reader
from twosource.model import Span

PAIRS = {
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "„": '“”"',
    "“": '”"',
    "”": "”",
    '"': '"”',
    "‚": "‘’",
    "‘": "’",
    "'": "'",
}
"""Opening mark -> what closes it."""
APOSTROPHES = "'’"
SPACED = ("«", "»")
"""Marks that may stand apart from the words between them, with a space or a hard one."""
LONG_DASH = "—"
"""The dash that stands right in front of the first word of a turn, and around its inquit."""
_BEFORE = '([{:—–-/„“"«»'
_HEADS = frozenset({"headline", "subhead"})


class Line(NamedTuple):
    """A line of a block, as tokens ``first`` to ``last`` (exclusive); ``alone`` where it is its whole block."""

    first: int
    last: int
    kind: str
    block: int
    alone: bool


class Marked(NamedTuple):
    """Words in marks: tokens ``first`` to ``last`` (exclusive) between the marks; ``closed`` where they are closed."""

    first: int
    last: int
    closed: bool
    width: int = 1
    """How many tokens each mark takes: two where two apostrophes stand for one."""

    @property
    def opened(self) -> int:
        """Return the first token of the opening mark."""
        return self.first - self.width

    @property
    def after(self) -> int:
        """Return the token behind the closing mark."""
        return self.last + self.width if self.closed else self.last


def is_mark(reader: Reader, index: int) -> bool:
    """Tell whether a token is a quote mark, and no apostrophe between two words (l'accord)."""
    mark = reader.char(index)
    if mark not in OPENERS or not mark:
        return False
    inside = reader.glued(index) and reader.glued(index + 1) and reader.is_word(index - 1) and reader.is_word(index + 1)
    return not (inside and mark in APOSTROPHES)


def form_of(reader: Reader, first: int, last: int) -> str:
    """Return the form of what the reporter tells: mixed where some of it stands in marks, else indirect."""
    return "mixed" if any(is_mark(reader, index) for index in range(first, last)) else "indirect"


def find_lines(reader: Reader) -> Iterator[Line]:
    """Yield the lines of all blocks that tell news, in order."""
    for number, block in enumerate(reader.draft.blocks):
        if block.kind in ("credit", "boilerplate", "dateline"):
            continue
        covered = reader.draft.token_range(block.span)
        cuts = [covered.start, *_behind_breaks(reader, covered), covered.stop]
        for first, last in pairwise(cuts):
            if first < last:
                yield Line(first, last, block.kind, number, len(cuts) == 2)


def _behind_breaks(reader: Reader, covered: range) -> Iterator[int]:
    """Yield the tokens that are the first ones behind a line break, but for the first of all."""
    if len(covered) < 2:
        return
    last, end = covered.start, reader.tokens[covered.stop - 1].start
    at = reader.text.find("\n", reader.tokens[covered.start].end, end)
    while at >= 0:
        index = reader.draft.token_range(Span(at, end)).start
        if index > last:
            yield index
        last = index
        at = reader.text.find("\n", reader.tokens[index].start, end)


def find_marked(reader: Reader, line: Line) -> list[Marked]:
    """Return the outermost marked words of a line; an unclosed mark at its start runs to its end."""
    found: list[Marked] = []
    stack: list[int] = []
    left: set[int] = set()
    for index in range(line.first, line.last):
        mark = reader.char(index)
        if mark not in PAIRS and mark not in "»«›‹”’“‘\"'":
            continue
        if _is_double(reader, index - 1) and index - 1 not in left:
            continue
        if stack and mark == "'" and _is_double(reader, stack[-1]) and not _ends_double(reader, index):
            left.add(index)
            continue
        if stack and mark in PAIRS[reader.char(stack[-1])] and _closes(reader, index, line):
            start = stack.pop()
            if not stack:
                width = 2 if _is_double(reader, start) and _is_double(reader, index) else 1
                found.append(Marked(start + width, index, True, width))
        elif len(stack) < 4 and mark in PAIRS and _opens(reader, index, line):
            stack.append(index)
    if stack and stack[0] == line.first and stack[0] + 1 < line.last:
        found = [m for m in found if m.first < stack[0]]
        found.append(Marked(stack[0] + 1, line.last, False))
    return [m for m in found if m.first < m.last]


def _is_double(reader: Reader, index: int) -> bool:
    """Tell whether two apostrophes stand for one mark at the token."""
    return reader.char(index) == "'" and reader.char(index + 1) == "'" and reader.glued(index + 1)


def _ends_double(reader: Reader, index: int) -> bool:
    """Tell whether the last two of some apostrophes begin at the token: of three, the first closes words inside."""
    return _is_double(reader, index) and not _is_double(reader, index + 1)


def _opens(reader: Reader, index: int, line: Line) -> bool:
    token = reader.tokens[index]
    before = reader.text[token.start - 1] if index > line.first else " "
    after = reader.text[token.end : token.end + 1]
    spaced = token.text == SPACED[0] and after.isspace()
    return (before.isspace() or before in _BEFORE) and bool(after) and (spaced or not after.isspace())


def _closes(reader: Reader, index: int, line: Line) -> bool:
    token = reader.tokens[index]
    before = reader.text[token.start - 1] if index > line.first else " "
    after = reader.text[token.end : token.end + 1]
    spaced = token.text == SPACED[1] and before.isspace()
    return (spaced or not before.isspace()) and not (after and after.isalnum())


def turn_starts(reader: Reader, line: Line) -> list[int]:
    """Return the dashes of a line that open a turn of speech: at its start, or after the end of a sentence."""
    found: list[int] = []
    for index in range(line.first, line.last - 1):
        if reader.char(index) not in DASHES or not reader.char(index):
            continue
        if reader.glued(index + 1) and not (index == line.first and reader.char(index) == LONG_DASH):
            continue
        ended = reader.char(index - 1) in ".!?:" and not reader.glued(index)
        opens = index == line.first or ended or _after_mark(reader, index)
        if opens and _speaks(reader, index + 1):
            found.append(index)
    return found


def _after_mark(reader: Reader, index: int) -> bool:
    return index >= 2 and reader.char(index - 1) in '»”"' and reader.char(index - 2) in ".!?"


def _speaks(reader: Reader, index: int) -> bool:
    """Tell whether what follows a dash begins like a sentence and not like an item of a list."""
    for at in range(index, min(index + 4, len(reader.tokens))):
        if reader.is_word(at):
            return not reader.char(at)[0].islower()
    return False


def is_heading(reader: Reader, line: Line) -> bool:
    """Tell whether a line stands as a heading: by its block, or alone, short and without an end mark."""
    if line.kind in _HEADS:
        return True
    words = line.last - line.first
    end = reader.char(line.last - 1)
    if end in '»”"' and line.last - line.first > 2:
        end = reader.char(line.last - 2)
    return (
        line.alone
        and words <= 10
        and end not in ".!?:,…"
        and reader.is_word(line.last - 1 if end != "»" else line.last - 2)
    )
