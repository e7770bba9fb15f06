"""``twosource read``: everything that is found in each report, one after the other."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

import msgspec

from twosource.cli.lines import write_failure, write_reading
from twosource.cli.output import columns, emit, tell, tell_failures, use_color
from twosource.cli.wishes import Wishes
from twosource.errors import SourceMissing, UsageError
from twosource.ingest import STDIN, Numbered, bounded_lines, read_lines
from twosource.language.tables import GENERIC
from twosource.model import Failure, Reading, Report
from twosource.pipeline import Options, complete, expand, read_all, read_safely
from twosource.render import render_reading


def run_read(
    sources: Sequence[str],
    *,
    lines: bool,
    format: str,
    wishes: Wishes,
    prefer: str,
) -> bool:
    """Write what is found in each report as soon as it is read; return whether any report could be read."""
    if not sources and sys.stdin.isatty():
        raise UsageError("no report: name files or folders, or pipe one in")
    read, failures = 0, []
    colored, width = use_color(wishes.color, None), columns()
    ids: deque[str | int] = deque()
    reports = _noting(ids, _reports(sources or (STDIN,), wishes, lines=lines))
    for found in read_all(reports, prefer=prefer, jobs=wishes.jobs, tagger=wishes.tagger):
        id = ids.popleft()
        if isinstance(found, Reading):
            read += 1
        else:
            failures.append(found)
        if format == "jsonl":
            line = write_reading(found) if isinstance(found, Reading) else write_failure(id, found)
            sys.stdout.buffer.write(line + b"\n")
            sys.stdout.buffer.flush()
        elif isinstance(found, Reading):
            emit(render_reading(found, color=colored, width=width), binary=False)
    tell_failures(failures, read, quiet=wishes.quiet)
    if not read and not failures:
        tell("no report in the input", quiet=wishes.quiet)
    return bool(read)


def _noting(ids: deque[str | int], items: Iterable[Numbered]) -> Iterator[Report | Failure]:
    """Yield the reports, or failures, of the items, and note the id of each."""
    for item in items:
        ids.append(item.id)
        yield item.content


def _reports(sources: Sequence[str], wishes: Wishes, *, lines: bool) -> Iterator[Numbered]:
    """Yield each report of the sources with what the user says of it, or the failure that stands for it."""
    languages, dates = Options(wishes.language, "--language"), Options(wishes.published, "--published")
    number = 0
    for source in expand(sources):
        items = _lines(source, wishes.limit) if lines and isinstance(source, str) else _file(source, wishes.limit)
        for item in items:
            number += 1
            content = item.content
            if isinstance(content, Report):
                name = str(source)
                language = None if lines and content.language != GENERIC else languages.get(name)
                content = complete(content, language, dates.get(name))
            yield Numbered(number, item.id if lines else f"r{number}", _with_id(content, number, lines=lines))


def _with_id(content: Report | Failure, number: int, *, lines: bool) -> Report | Failure:
    if isinstance(content, Report) and not lines:
        return msgspec.structs.replace(content, id=f"r{number}")
    return content


def _file(source: str | Report | Failure, limit: int) -> Iterator[Numbered]:
    content = read_safely(source, limit=limit) if isinstance(source, str) else source
    yield Numbered(1, 1, content)


def _lines(source: str, limit: int) -> Iterator[Numbered]:
    """Yield the reports of a file of JSON lines."""
    with ExitStack() as stack:
        try:
            stream: BinaryIO = sys.stdin.buffer if source == STDIN else stack.enter_context(Path(source).open("rb"))
        except OSError as error:
            yield Numbered(1, 1, Failure(source, "ingest", str(SourceMissing(source, error.strerror or "unreadable"))))
            return
        yield from read_lines(bounded_lines(stream, limit), source, limit=limit)
