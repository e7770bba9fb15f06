"""Blocks: how a report is laid out.

Needs: nothing.  Gives: blocks.  Language table: blocks.toml, with the generic one behind it.  Rule: blocks-v1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from twosource.annotate.draft import Draft
from twosource.annotate.press import media_heads
from twosource.ingest.headline import ends_sentence, find_headline
from twosource.language import PhraseTable, load, tokenize
from twosource.language.tables import GENERIC, load_or_generic
from twosource.model import Block, Reason, Span

DASHES = "–—―-−"
_SHORT = 80
_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_NAME = rf"{_UPPER}[\w.&'’-]*+"
_SLASHED = re.compile(r"/[^\W\d_][\w .,&–-]*+(?:/[\w .,&–-]*+)*")
_BRACKETED = re.compile(rf"[(\[]\s?(?:©\s?)?{_NAME}(?:\s?[/,–]\s?{_NAME}| {_NAME})*+[)\]]")
_TAIL = re.compile(
    r"(?<=[.!?…»”\"])\s+(?P<credit>"
    r"/[^\W\d_][\w .&–-]{1,30}/(?:[\w .&–-]{1,20}/?){0,3}|\((?:©\s?)?[^\W\d_][\w&./–-]{1,30}\))$"
)
_DATELINE = re.compile(
    rf"(?P<place>{_NAME}(?:[ /](?:[a-zß-öø-ÿ]{{1,3}}[ ])?{_NAME}){{0,3}})"
    r"(?:[ ]\([^()\n]{2,30}\)(?=,|[ ][(\[/]))?(?:,[ ][^\n():–—]{1,40}?)?"
    r"(?:[ ](?P<agency>[(\[/][^()\[\]/\n]{2,40}[)\]/])(?P<after>[.]?[ ]?[:–—]|[ ]-|[.]-|[.]|)"
    r"|(?P<mark>[ ]?[:–—]|[ ]-))(?=\s+\S)"
)

_WIRE = re.compile(
    rf"[(](?P<agency>[^()\n]{{2,30}})[)][ ]?[-–—][ ]{_NAME}(?:[ ]{_NAME}){{0,3}}(?:,[ ][^\n():–—-]{{1,30}}?)?"
    r"(?P<mark>[ ][-–—])(?=\s+\S)"
)


class _Line(NamedTuple):
    """A line or several that belong together, white space around them left out."""

    start: int
    end: int
    text: str
    apart: bool


class _Layout:
    """What a language's table says of lines."""

    def __init__(self, code: str) -> None:
        tables = [t.table("blocks") for t in (load_or_generic(code), load(GENERIC)) if t.has("blocks")]
        credit = [table.get("credit", {}) for table in tables]
        self.boilerplate = _phrases(p for t in tables for p in t.get("boilerplate", {}).get("start", ()))
        self.credit = _phrases(p for t in credit for p in t.get("start", ()))
        self.byline = _phrases(p for t in credit for p in t.get("byline", ()))
        self.inquit = frozenset(word.casefold() for t in tables for word in t.get("inquit", ()))
        photo = "|".join(re.escape(p) for t in credit for p in t.get("photo", ()))
        self.photo = re.compile(rf"\(?\b(?:{photo})[^.!?\n]{{2,100}}$", re.IGNORECASE) if photo else None


def _phrases(phrases: Iterator[str]) -> PhraseTable[bool]:
    """Return a table of phrases of which only the presence counts."""
    return PhraseTable((phrase, True) for phrase in phrases)


@cache
def _layout(code: str) -> _Layout:
    """Return the compiled table of a language, the generic one included."""
    return _Layout(code)


def find_blocks(draft: Draft) -> Iterator[Block]:
    """Yield the blocks of the report's body, in order, none overlapping, white space around them left out.

    A dateline in front of a paragraph, and a credit behind a caption or a paragraph, are blocks of their own.
    """
    layout = _layout(draft.language.code)
    lines = _join(list(_lines(draft.text, draft.report.body)))
    headline = find_headline(draft.text, draft.report.body)
    opened = 0
    for index, line in enumerate(lines):
        kind, rule = _kind(lines, index, headline, layout)
        yield from _split(line, kind, rule, layout, first=opened < 2)
        opened += kind == "paragraph"


def _lines(text: str, body: int) -> Iterator[_Line]:
    """Yield the lines that hold something, and whether a blank line stands before each."""
    end = body
    for match in _LINE.finditer(text, body):
        words = match.group().strip()
        if not words:
            continue
        start = match.start() + match.group().index(words)
        gap = text[end:start].replace("\r\n", "\n")
        breaks = sum(gap.count(mark) for mark in "\n\r\x85\u2028\u2029")
        yield _Line(start, start + len(words), words, breaks > 1 or "\f" in gap or "\u2029" in gap)
        end = start + len(words)


def _join(lines: list[_Line]) -> list[_Line]:
    """Put the lines of hard-wrapped paragraphs together; other lines stay as they are."""
    if not any(_runs_on(left, right) for left, right in pairwise(lines)):
        return lines
    width = max(len(line.text) for line in lines)
    joined: list[list[_Line]] = []
    for line in lines:
        last = joined[-1][-1] if joined else None
        if last and not line.apart and len(last.text) >= 0.6 * width and line.text[0] not in DASHES + "/(•*":
            joined[-1].append(line)
        else:
            joined.append([line])
    return [_Line(g[0].start, g[-1].end, "\n".join(p.text for p in g), g[0].apart) for g in joined]


def _runs_on(left: _Line, right: _Line) -> bool:
    """Tell whether a sentence goes on from one line to the next."""
    return not right.apart and len(left.text) >= 40 and not ends_sentence(left.text) and right.text[0].islower()


def _kind(lines: Sequence[_Line], index: int, headline: Span | None, layout: _Layout) -> tuple[str, str]:
    """Return what kind of block a line is, and the rule that says so."""
    line = lines[index]
    if _is_boilerplate(line.text, layout):
        return "boilerplate", "phrase"
    if credit := _credit(line.text, layout):
        return "credit", credit
    if headline is not None and line.start == headline.start:
        return "headline", "first-line"
    if layout.photo is not None and len(line.text) <= 5 * _SHORT and layout.photo.search(line.text):
        return "caption", "picture-credit"
    if 0 < index < len(lines) - 1 and _is_subhead(line.text, layout):
        return "subhead", "short-line"
    return "paragraph", "text"


def _is_boilerplate(line: str, layout: _Layout) -> bool:
    """Tell whether a line opens with a phrase of boilerplate; a single word counts only where no sentence follows."""
    if len(line) > 3 * _SHORT:
        return False
    tokens = tokenize(line)
    hit = layout.boilerplate.longest(tokens, 0)
    if hit is None or hit[0] > 1 or not tokens[0].text[0].isalpha():
        return hit is not None
    return len(tokens) == 1 or tokens[1].text == ":" or (len(tokens) <= 14 and not ends_sentence(line))


def _credit(line: str, layout: _Layout) -> str | None:
    """Return the rule by which a line is a credit, or None."""
    if len(line) > _SHORT + 40:
        return None
    if _SLASHED.fullmatch(line):
        return "slashes"
    if len(line) <= 60 and _BRACKETED.fullmatch(line):
        return "brackets"
    tokens = tokenize(line)
    if layout.credit.longest(tokens, 0):
        return "phrase"
    byline = layout.byline.longest(tokens, 0)
    if byline is None or ends_sentence(line) or not byline[0] < len(tokens) <= 12:
        return None
    names = [t for t in tokens[byline[0] :] if t.text[0].isalpha()]
    return "byline" if len(names) > 1 and names[0].text[0].isupper() and names[-1].text[0].isupper() else None


def _is_subhead(line: str, layout: _Layout) -> bool:
    """Tell whether a line between others is a heading: short, without a sentence's end, nobody speaking in it."""
    if (
        len(line) > _SHORT
        or ends_sentence(line)
        or line.endswith((":", ",", ";"))
        or line[0] in "•*·"
        or _TAIL.search(line)
    ):
        return False
    words = tokenize(line.lstrip(DASHES + " "))
    if not any(word.text[0].isalpha() for word in words):
        return False
    comma = next((i for i, word in enumerate(words) if word.text == ","), None)
    return comma is None or not any(word.fold in layout.inquit for word in words[comma + 1 : comma + 4])


def _split(line: _Line, kind: str, rule: str, layout: _Layout, *, first: bool) -> Iterator[Block]:
    """Yield the blocks of one line: dateline, the line itself, credit."""
    start, end = line.start, line.end
    if kind == "paragraph" and first and (length := _dateline(line.text)):
        yield _block(start, start + length, "dateline", "place-and-mark")
        start += length + len(line.text[length:]) - len(line.text[length:].lstrip(" :–—-.\n"))
    tail = None
    if kind == "caption" and layout.photo is not None:
        tail = layout.photo.search(line.text)
        credit = tail.start() if tail else 0
    elif kind == "paragraph":
        tail = _TAIL.search(line.text, max(0, len(line.text) - 90))
        credit = tail.start("credit") if tail else 0
    if tail is not None and line.start + credit > start:
        yield _block(start, line.start + len(line.text[:credit].rstrip()), kind, rule)
        start, kind, rule = line.start + credit, "credit", "behind-text"
    elif tail is not None:
        kind = "credit"
    if start < end:
        yield _block(start, end, kind, rule)


def _dateline(line: str) -> int | None:
    """Return the length of the dateline that opens a paragraph, its mark left out, or None.

    Its place stands in capitals, or an agency in brackets follows the place.
    """
    wire = _WIRE.match(line)
    if wire is not None and _is_wire(wire["agency"]):
        return wire.start("mark")
    match = _DATELINE.match(line)
    if match is None:
        return None
    place, agency = match["place"], match["agency"] or ""
    loud = place.isupper() and len(place) >= 4
    if not agency:
        return match.start("mark") if loud else None
    short = len(place.split()) < 3 or line[match.end("place")] == ","
    wired = (agency[1:3].isupper() or _is_wire(agency[1:-1])) and short and bool(match["after"])
    return match.end("agency") if loud or wired else None


def _is_wire(names: str) -> bool:
    """Tell whether one of the names that a bracket holds is an agency's or outlet's ("awp/ats")."""
    return any(piece.strip() in media_heads() for piece in re.split(r"[/–-]", names))


def _block(start: int, end: int, kind: str, rule: str) -> Block:
    """Return a block with its reason."""
    return Block(Span(start, end), kind, Reason(f"blocks-v1:{rule}", 0.9 if kind != "paragraph" else 1.0))
