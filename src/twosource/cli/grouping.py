"""``twosource group``: which of many reports tell of the same event."""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from twosource.cli.output import tell_failures
from twosource.errors import SourceMissing, UsageError
from twosource.ingest import STDIN, Numbered, bounded_lines, read_objects, to_report
from twosource.model import Failure, Reading, Report
from twosource.pipeline import annotate_safely, read_all
from twosource.stories import group
from twosource.stories.grouping import SAME, pair_likenesses
from twosource.stories.signature import sign

STEEPNESS = 20.0
"""How fast the probability of the same event rises with the likeness of two reports around `SAME`."""


def run_group(sources: Sequence[str], *, pairs: bool, quiet: bool, limit: int, jobs: int | None = None) -> bool:
    """Write the story of each report, or of each pair how probable it is that both tell of the same event."""
    if not sources and sys.stdin.isatty():
        raise UsageError("no report: name files of JSON lines, or pipe them in")
    objects = _objects(sources or (STDIN,), limit)
    failures: list[Failure] = []
    lines = _pairs(objects, failures) if pairs else _stories(objects, failures, jobs)
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


def _read(content: object, item: Numbered, source: str, id: str) -> Reading | Failure:
    """Return the reading of one object."""
    report = _report(content, item, source, id)
    return annotate_safely(report) if isinstance(report, Report) else report


def _report(content: object, item: Numbered, source: str, id: str) -> Report | Failure:
    """Return the report of one object, its title in front of its text."""
    report = to_report(content, item, source) if not isinstance(content, Failure) else content
    if not isinstance(report, Report):
        return report
    if report.title and report.title not in report.text:
        report = msgspec.structs.replace(report, text=f"{report.title}\n\n{report.text}", body=0)
    return msgspec.structs.replace(report, id=id)


def _stories(
    objects: Iterator[tuple[str, Numbered]], failures: list[Failure], jobs: int | None
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


def _reports(objects: Iterator[tuple[str, Numbered]], given: list[str | int]) -> Iterator[Report | Failure]:
    """Yield the reports of the objects, numbered from 0, and note their ids as given."""
    for number, (source, item) in enumerate(objects):
        given.append(item.id)
        yield _report(item.content, item, source, str(number))


def _pairs(objects: Iterator[tuple[str, Numbered]], failures: list[Failure]) -> Iterator[dict[str, Any]]:
    """Yield a line for each pair: how probable it is that both reports tell of the same event."""
    for source, item in objects:
        content = item.content
        sides = [content] if isinstance(content, Failure) else [content.get("left"), content.get("right")]
        read = [_read(side, item, source, str(number)) for number, side in enumerate(sides)]
        failed = [side for side in read if isinstance(side, Failure)]
        if failed:
            failures.extend(failed)
            yield {"id": item.id, "same_event": None, "failures": failed}
        else:
            yield {"id": item.id, "same_event": _same_event([side for side in read if isinstance(side, Reading)])}


def _same_event(readings: Sequence[Reading]) -> float:
    """Return the probability that two readings tell of the same event."""
    likeness = pair_likenesses([sign(reading) for reading in readings]).get((0, 1), 0.0)
    return round(1 / (1 + math.exp(STEEPNESS * (SAME - likeness))), 4)
