"""``twosource group`` for many reports: stories of a stream, from the words alone."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import count, islice
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from twosource.errors import UsageError
from twosource.ingest import Numbered, to_report
from twosource.language.identify import identify
from twosource.language.tables import GENERIC
from twosource.model import Failure, Report
from twosource.processes import in_order
from twosource.stories.copies import copies_among
from twosource.stories.copies_signature import CopySignature
from twosource.stories.copies_signing import Signer
from twosource.stories.copies_watch import Memory
from twosource.stories.corrections import Correction, Corrections
from twosource.stories.running import Line, Running, row
from twosource.stories.sketcher import BATCH, Parcel, Sketcher
from twosource.stories.stream import WINDOW

FEWEST = 24
"""Batches of reports from which on several processes prepare them: with fewer, starting these costs more."""
_RUNS = count()


class Wishes(msgspec.Struct, frozen=True):
    """How a stream is grouped: the days of the window, the files of the state and of a person's corrections."""

    window: float = WINDOW
    state: str | None = None
    corrections: str | None = None


def light_report(content: object, item: Numbered, source: str) -> Report | Failure:
    """Return the report of one object, its language known where it can be told."""
    report = content if isinstance(content, Failure) else to_report(content, item, source)
    if isinstance(report, Report) and report.language == GENERIC:
        guess = identify(f"{report.title or ''} {report.text}", 0)
        return msgspec.structs.replace(report, language=guess.code)
    return report


class Prepared(NamedTuple):
    """What some lines of the input hold: their ids, what failed by its place, and of the reports what tells stories."""

    ids: list[str | int]
    failures: dict[int, Failure]
    parcel: Parcel
    signatures: list[CopySignature]

    def reports(self) -> list[str | int]:
        """Return the ids of the reports."""
        return [id for place, id in enumerate(self.ids) if place not in self.failures]


@lru_cache(maxsize=4)
def _makers(_: str) -> tuple[Sketcher, Signer]:
    """Return what makes the sketches and the signatures of a run in this process."""
    return Sketcher(), Signer()


def prepare(run: str, batch: Sequence[tuple[str, Numbered]]) -> Prepared:
    """Return what some lines of the input hold; ``run`` is the name of the run that they are of."""
    sketcher, signer = _makers(run)
    reports, failures = [], {}
    for place, (source, item) in enumerate(batch):
        found = light_report(item.content, item, source)
        if isinstance(found, Failure):
            failures[place] = found
        else:
            reports.append((_name(item.id, found.source), found))
    parcel = sketcher.parcel([report for _, report in reports])
    return Prepared([item.id for _, item in batch], failures, parcel, signer.sign(reports))


def stream_stories(
    objects: Iterable[tuple[str, Numbered]], failures: list[Failure], wishes: Wishes, jobs: int | None = 1
) -> Iterator[dict[str, Any]]:
    """Yield a line for each report, in the order of the input: its story, and the report that it is a copy of.

    Args:
        objects: What each line holds, with its source.
        failures: What could not be read is added to it.
        wishes: How they are grouped.
        jobs: How many processes prepare the reports; all processors where it is None.  The stories are the same.
    """
    running = Running(window=wishes.window, corrections=read_corrections(wishes.corrections))
    memory = Memory(wishes.window)
    if wishes.state is not None:
        running.load(Path(wishes.state))
    waiting: list[tuple[str | int, CopySignature | Failure]] = []
    work = partial(prepare, f"{os.getpid()} {next(_RUNS)}")
    for prepared in in_order(work, _batches(objects), jobs=jobs, fewest=FEWEST, chunk=1):
        said = running.put(prepared.parcel, prepared.reports())
        signatures = iter(prepared.signatures)
        for place, id in enumerate(prepared.ids):
            failure = prepared.failures.get(place)
            waiting.append((id, failure or next(signatures)))
            lines = [] if failure else next(said)
            if lines:
                yield from _told(waiting, lines, failures, memory)
                waiting = []
    yield from _told(waiting, running.finish(), failures, memory)
    if wishes.state is not None:
        running.save(Path(wishes.state))


def _batches(objects: Iterable[tuple[str, Numbered]]) -> Iterator[list[tuple[str, Numbered]]]:
    objects = iter(objects)
    while batch := list(islice(objects, BATCH)):
        yield batch


def _told(
    waiting: Sequence[tuple[str | int, CopySignature | Failure]],
    lines: Sequence[Line],
    failures: list[Failure],
    memory: Memory,
) -> Iterator[dict[str, Any]]:
    """Yield the lines of reports that waited, after those that correct what an earlier run said."""
    news = sum(not isinstance(found, Failure) for _, found in waiting)
    old, new = lines[: len(lines) - news], iter(lines[len(lines) - news :])
    yield from (row(line, None) for line in old)
    signed = [found for _, found in waiting if not isinstance(found, Failure)]
    copies = _copies(lines[len(lines) - news :], signed, memory)
    for id, found in waiting:
        if isinstance(found, Failure):
            failures.append(found)
            yield {"id": id, "story": None, "copy_of": None, "failures": [found]}
        else:
            yield row(next(new), copies.get(found.report))


def _copies(lines: Sequence[Line], signed: Sequence[CopySignature], memory: Memory) -> dict[str, str | int]:
    """Return for each copy, by the name of its signature, the id of its original, and remember the reports.

    Among the reports told together it is looked for within a story, and the dates count; of those told before, which
    stand as they are, the words tell.
    """
    stories: dict[str, list[CopySignature]] = {}
    found: dict[str, str] = {}
    for line, signature in zip(lines, signed, strict=True):
        stories.setdefault(line.story, []).append(signature)
        if len(memory) and (original := memory.original(signature)) is not None:
            found[signature.report] = original
    for members in stories.values():
        if len(members) > 1:
            found = {copy: known.of for copy, known in copies_among(members).items()} | found
    for signature in signed:
        memory.keep(signature)
    return {copy: _id(original) for copy, original in found.items()}


def _name(id: str | int, source: str) -> str:
    """Return a name for a report by which its id as given is known, and which no other has."""
    return msgspec.json.encode((id, source)).decode()


def _id(name: str) -> str | int:
    id, _ = msgspec.json.decode(name, type=tuple[str | int, str])
    return id


def read_corrections(path: str | None) -> Corrections:
    """Return the corrections of a file of JSON lines; none where no file is named.

    Raises:
        UsageError: The file cannot be read, or a line is no correction; the message names it.
    """
    if path is None:
        return Corrections()
    try:
        lines = [line for line in Path(path).read_bytes().splitlines() if line.strip()]
        return Corrections([msgspec.json.decode(line, type=Correction) for line in lines])
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or 'cannot be read'}") from error
    except msgspec.MsgspecError as error:
        raise UsageError(f"{path}: no correction: {error}") from error
