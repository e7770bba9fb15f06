"""A report's text cut into pieces, so that marks which overlap, nest or run over lines can be shown in a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

_UNSAFE = re.compile(r"[^A-Za-z0-9_-]")
_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")

_SIGNS = re.compile(r"[^\w\s]+")


class Mark(NamedTuple):
    """A stretch of a report that something points at.

    ``anchor`` is its id in the page; ``style`` what it looks like (a verdict, ``quote``), empty for none; ``back`` the
    id of what it belongs to, ``name`` what that is called in short and ``about`` in full (both empty: no way back).
    """

    anchor: str
    start: int
    end: int
    style: str = ""
    back: str = ""
    name: str = ""
    about: str = ""


class Piece(NamedTuple):
    """A run of text under the same marks; ``opening`` are those that begin with it, ``closing`` those that end."""

    text: str
    marks: tuple[Mark, ...]
    opening: tuple[Mark, ...]
    closing: tuple[Mark, ...]


def identifier(*parts: object) -> str:
    """Return an id for a page from parts, safe in HTML, in a link and in a style sheet."""
    joined = _UNSAFE.sub("-", "-".join(str(part) for part in parts))
    return joined if joined[:1].isalpha() else f"x{joined}"


def cut(text: str, marks: Iterable[Mark], begin: int = 0) -> list[list[Piece]]:
    """Return the lines of ``text`` from ``begin`` on that are not blank, each as pieces that give back the line.

    A mark that begins or ends outside the lines (on a blank one, or past the end) opens with the first piece that it
    covers and closes with the last; one that covers no piece is left out.
    """
    covering = _covering(text, sorted(marks, key=lambda mark: (mark.start, -mark.end)), begin)
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for number, (_, _, active) in enumerate(covering):
        for mark in active:
            first.setdefault(mark.anchor, number)
            last[mark.anchor] = number
    lines: list[list[Piece]] = []
    previous = -1
    for number, (start, line, active) in enumerate(covering):
        end = covering[number + 1][0] if number + 1 < len(covering) and covering[number + 1][1] == line else None
        if line != previous:
            lines.append([])
            previous = line
        stop = end if end is not None else _line_end(text, start)
        opening = tuple(mark for mark in active if first[mark.anchor] == number)
        closing = tuple(mark for mark in active if last[mark.anchor] == number)
        lines[-1].append(Piece(text[start:stop], active, opening, closing))
    return lines


def settle(line: Sequence[Piece]) -> list[tuple[Piece, tuple[Mark, ...]]]:
    """Return a line's pieces, each with the marks whose way back is to stand after it.

    That is where a mark closes, but behind the punctuation that follows, so that no sign is torn from its word.
    """
    settled: list[tuple[Piece, tuple[Mark, ...]]] = []
    waiting: tuple[Mark, ...] = ()
    for number, whole in enumerate(line):
        piece = whole
        signs = _SIGNS.match(piece.text) if waiting else None
        if signs is not None and signs.end() < len(piece.text):
            settled.append((Piece(signs[0], piece.marks, piece.opening, ()), waiting))
            piece, waiting = Piece(piece.text[signs.end() :], piece.marks, (), piece.closing), ()
        waiting += piece.closing
        following = line[number + 1].text if number + 1 < len(line) else ""
        now = () if _SIGNS.match(following) else waiting
        settled.append((piece, now))
        waiting = waiting[len(now) :]
    return settled


def _line_end(text: str, start: int) -> int:
    found = _LINE.match(text, start)
    return found.end() if found else start


def _covering(text: str, marks: Sequence[Mark], begin: int) -> list[tuple[int, int, tuple[Mark, ...]]]:
    """Return (start, line, marks) for each piece of the text's lines, in order; ``marks`` are sorted by start."""
    pieces: list[tuple[int, int, tuple[Mark, ...]]] = []
    active: list[Mark] = []
    following = 0
    for line, found in enumerate(_LINE.finditer(text, begin)):
        if found.group().isspace():
            continue
        start = found.start()
        while start < found.end():
            while following < len(marks) and marks[following].start <= start:
                active.append(marks[following])
                following += 1
            active = [mark for mark in active if mark.end > start]
            borders = [mark.end for mark in active]
            borders += [marks[following].start] if following < len(marks) else []
            pieces.append((start, line, tuple(active)))
            start = min([found.end(), *borders])
    return pieces


def crossing(lines: Sequence[Sequence[Piece]]) -> list[str]:
    """Return the anchors of the marks that run over more than one line."""
    seen: dict[str, set[int]] = {}
    for number, line in enumerate(lines):
        for piece in line:
            for mark in piece.marks:
                seen.setdefault(mark.anchor, set()).add(number)
    return [anchor for anchor, numbers in seen.items() if len(numbers) > 1]
