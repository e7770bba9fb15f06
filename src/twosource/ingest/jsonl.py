"""JSON lines: one object a line, one report each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, NamedTuple

import msgspec

from twosource.ingest.dates import is_date
from twosource.ingest.text import LIMIT, make_report
from twosource.model import Failure, Report


class Line(msgspec.Struct):
    """One line as it comes; only ``text`` or ``title`` must say something."""

    id: str | int | None = None
    text: str | None = None
    title: str | None = None
    language: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None


class Numbered(NamedTuple):
    """A line's number from 1, the id that it gives (or its number), and what was read or why nothing was."""

    number: int
    id: str | int
    content: Any


def bounded_lines(stream: BinaryIO, limit: int = LIMIT) -> Iterator[bytes]:
    """Yield the lines of a stream as they come; of a line over the limit only its beginning is kept."""
    while line := stream.readline(limit + 2):
        yield line
        while len(line) > limit and not line.endswith(b"\n"):
            line = stream.readline(limit)
            if not line:
                return


def read_objects(lines: Iterable[bytes], source: str, *, limit: int = LIMIT) -> Iterator[Numbered]:
    """Yield what each line of JSON holds, or a `Failure` that names the line; empty lines are left out."""
    for number, line in enumerate(lines, 1):
        stripped = line.strip().removeprefix(b"\xef\xbb\xbf") if number == 1 else line.strip()
        if not stripped:
            continue
        where = f"{source}:{number}"
        if len(stripped) > limit:
            yield Numbered(number, number, Failure(where, "ingest", f"more than {limit} bytes in one line"))
            continue
        try:
            content = msgspec.json.decode(stripped)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            yield Numbered(number, number, Failure(where, "ingest", f"no JSON: {error}"))
            continue
        if not isinstance(content, dict):
            yield Numbered(number, number, Failure(where, "ingest", "not an object"))
            continue
        given = content.get("id")
        yield Numbered(number, given if isinstance(given, str | int) else number, content)


def read_lines(lines: Iterable[bytes], source: str, *, limit: int = LIMIT) -> Iterator[Numbered]:
    """Yield the `Report` of each line, or a `Failure` that names the line and what is wrong with it."""
    for item in read_objects(lines, source, limit=limit):
        content = item.content
        yield item if isinstance(content, Failure) else item._replace(content=to_report(content, item, source))


def to_report(content: object, item: Numbered, source: str) -> Report | Failure:
    """Return the report of one object, or the failure that says what is wrong with it."""
    where = f"{source}:{item.number}"
    try:
        line = msgspec.convert(content, Line)
    except msgspec.ValidationError as error:
        return Failure(where, "ingest", str(error))
    if line.text is None and not line.title:
        return Failure(where, "ingest", "neither text nor title")
    report = make_report(line.text or "", source=where, id=str(item.id))
    published, notes = line.published or report.published, report.notes
    if line.published and not is_date(line.published):
        published, notes = None, (*notes, f"published {line.published!r} is no date; date unknown")
    return msgspec.structs.replace(
        report,
        language=line.language or report.language,
        published=published,
        outlet=line.outlet,
        title=line.title or report.title,
        url=line.url,
        notes=notes,
    )
