"""``twosource group`` for many reports: stories of a stream, from the words alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from twosource.errors import UsageError
from twosource.ingest import Numbered, to_report
from twosource.language.identify import identify
from twosource.language.tables import GENERIC
from twosource.model import Failure, Report
from twosource.stories.copies import copies_among
from twosource.stories.copies_signature import CopySignature, sign_text
from twosource.stories.copies_watch import Memory
from twosource.stories.corrections import Correction, Corrections
from twosource.stories.running import Line, Running, row
from twosource.stories.stream import WINDOW


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


def stream_stories(
    objects: Iterable[tuple[str, Numbered]], failures: list[Failure], wishes: Wishes
) -> Iterator[dict[str, Any]]:
    """Yield a line for each report, in the order of the input: its story, and the report that it is a copy of."""
    running = Running(window=wishes.window, corrections=read_corrections(wishes.corrections))
    memory = Memory(wishes.window)
    if wishes.state is not None:
        running.load(Path(wishes.state))
    waiting: list[tuple[str | int, Report | Failure]] = []
    for source, item in objects:
        found = light_report(item.content, item, source)
        waiting.append((item.id, found))
        if isinstance(found, Report):
            lines = running.add(found, item.id)
            if lines:
                yield from _told(waiting, lines, failures, memory)
                waiting = []
    yield from _told(waiting, running.finish(), failures, memory)
    if wishes.state is not None:
        running.save(Path(wishes.state))


def _told(
    waiting: Sequence[tuple[str | int, Report | Failure]],
    lines: Sequence[Line],
    failures: list[Failure],
    memory: Memory,
) -> Iterator[dict[str, Any]]:
    """Yield the lines of reports that waited, after those that correct what an earlier run said."""
    news = sum(isinstance(found, Report) for _, found in waiting)
    old, new = lines[: len(lines) - news], iter(lines[len(lines) - news :])
    yield from (row(line, None) for line in old)
    told: list[tuple[Line, Report] | Failure] = []
    ids = []
    for id, found in waiting:
        ids.append(id)
        told.append((next(new), found) if isinstance(found, Report) else found)
    copies = _copies([one for one in told if not isinstance(one, Failure)], memory)
    for id, one in zip(ids, told, strict=True):
        if isinstance(one, Failure):
            failures.append(one)
            yield {"id": id, "story": None, "copy_of": None, "failures": [one]}
        else:
            yield row(one[0], copies.get(one[1].source))


def _copies(told: Sequence[tuple[Line, Report]], memory: Memory) -> dict[str, str | int]:
    """Return for each copy, by its source, the id of its original, and remember the reports for those to come.

    Among the reports told together it is looked for within a story, and the dates count; of those told before, which
    stand as they are, the words tell.
    """
    stories: dict[str, list[CopySignature]] = {}
    found: dict[str, str] = {}
    signed = [sign_text(report, _name(line.id, report.source)) for line, report in told]
    for (line, _), signature in zip(told, signed, strict=True):
        stories.setdefault(line.story, []).append(signature)
        if len(memory) and (original := memory.original(signature)) is not None:
            found[signature.report] = original
    for members in stories.values():
        if len(members) > 1:
            found = {copy: known.of for copy, known in copies_among(members).items()} | found
    for signature in signed:
        memory.keep(signature)
    reports = zip(told, signed, strict=True)
    return {report.source: _id(found[own.report]) for (_, report), own in reports if own.report in found}


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
