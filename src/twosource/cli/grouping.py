"""``twosource group``: which of many reports tell of the same event."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import chain, islice
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from twosource.cli.output import tell_failures
from twosource.cli.pairing import judge_pairs
from twosource.cli.streaming import Wishes, stream_stories
from twosource.errors import SourceMissing, UsageError
from twosource.ingest import STDIN, Numbered, bounded_lines, read_objects, to_report
from twosource.model import Failure, Reading, Report
from twosource.pipeline import read_all
from twosource.stories import group

FEW = 300
"""So many reports are read in full, as `compare` reads them; of more, the words alone say what they are about."""


def run_group(
    sources: Sequence[str],
    *,
    pairs: bool,
    quiet: bool,
    limit: int,
    jobs: int | None = None,
    wishes: Wishes | None = None,
) -> bool:
    """Write the story of each report, or of each pair how probable it is that both tell of the same event."""
    if not sources and sys.stdin.isatty():
        raise UsageError("no report: name files of JSON lines, or pipe them in")
    objects = _objects(sources or (STDIN,), limit)
    failures: list[Failure] = []
    lines = judge_pairs(objects, failures) if pairs else _stories(objects, failures, jobs, wishes or Wishes())
    count = 0
    for line in lines:
        count += "failures" not in line
        sys.stdout.buffer.write(msgspec.json.encode(line) + b"\n")
    sys.stdout.buffer.flush()
    tell_failures(failures, count, quiet=quiet)
    return count > 0


def _objects(sources: Sequence[str], limit: int) -> Iterator[tuple[str, Numbered]]:
    """Yield what each line holds, with the source that it stands in."""
    for source in sources:
        with ExitStack() as stack:
            try:
                stream: BinaryIO = sys.stdin.buffer if source == STDIN else stack.enter_context(Path(source).open("rb"))
            except OSError as error:
                problem = SourceMissing(source, error.strerror or "cannot be read")
                yield source, Numbered(1, 1, Failure(source, "ingest", str(problem)))
                continue
            for item in read_objects(bounded_lines(stream, limit), source, limit=limit):
                yield source, item


def _report(content: object, item: Numbered, source: str, id: str) -> Report | Failure:
    """Return the report of one object, its title in front of its text."""
    report = to_report(content, item, source) if not isinstance(content, Failure) else content
    if not isinstance(report, Report):
        return report
    if report.title and report.title not in report.text:
        report = msgspec.structs.replace(report, text=f"{report.title}\n\n{report.text}", body=0)
    return msgspec.structs.replace(report, id=id)


def _stories(
    objects: Iterator[tuple[str, Numbered]], failures: list[Failure], jobs: int | None, wishes: Wishes
) -> Iterator[dict[str, Any]]:
    """Yield a line for each report: a few are read in full, many are put into stories as a stream."""
    first = list(islice(objects, FEW + 1))
    if len(first) <= FEW and wishes == Wishes():
        return _read_stories(first, failures, jobs)
    return stream_stories(chain(first, objects), failures, wishes, jobs)


def _read_stories(
    objects: Iterable[tuple[str, Numbered]], failures: list[Failure], jobs: int | None
) -> Iterator[dict[str, Any]]:
    """Yield a line for each report, in the order of the input: its story, and the report that it is a copy of."""
    given: list[str | int] = []
    found = list(read_all(_reports(objects, given), jobs=jobs))
    readings = [reading for reading in found if isinstance(reading, Reading)]
    grouping = group(readings)
    story = {id: f"s{number}" for number, members in enumerate(grouping.stories, 1) for id in members}
    for number, reading in enumerate(found):
        if isinstance(reading, Failure):
            failures.append(reading)
            yield {"id": given[number], "story": None, "copy_of": None, "failures": [reading]}
        else:
            copy = grouping.copies.get(str(number))
            yield {
                "id": given[number],
                "story": story[str(number)],
                "copy_of": None if copy is None else given[int(copy.of)],
            }


def _reports(objects: Iterable[tuple[str, Numbered]], given: list[str | int]) -> Iterator[Report | Failure]:
    """Yield the reports of the objects, numbered from 0, and note their ids as given."""
    for number, (source, item) in enumerate(objects):
        given.append(item.id)
        yield _report(item.content, item, source, str(number))
