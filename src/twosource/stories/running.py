"""The state of a stream: stories as told, reports gathered, what was said of them; kept in a file between runs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from twosource.errors import UsageError
from twosource.model import Report
from twosource.stories.corrections import Corrections
from twosource.stories.linkage import Gist, Group
from twosource.stories.rarity import Marks
from twosource.stories.sketch import Sketch
from twosource.stories.sketcher import BATCH, Parcel, Receiver, Sketcher
from twosource.stories.stream import RULE, WINDOW, Stream, Told, missing

FIRST = "s"


class Line(msgspec.Struct, frozen=True):
    """What is said of one report: its story, what ties it to the others of it, and a related story.

    ``was`` is the story that was said of it before, where a report that came since changed that.
    """

    id: str | int
    story: str
    why: tuple[str, ...] = ()
    relation: str = ""
    related: str | None = None
    was: str | None = None


class Gathered(msgspec.Struct, array_like=True):
    """A report that is not settled yet: its id, its sketch, and the story that was said of it, if any."""

    id: str | int
    sketch: Sketch
    said: int | None = None


class _State(msgspec.Struct):
    """What the file of a state holds."""

    rule: str
    seen: int
    counts: dict[str, int]
    count: int
    newest: float | None
    stories: dict[int, Gist[dict[str, float]]]
    latest: dict[int, int]
    named: dict[str, int]
    gathered: list[Gathered]


class _Waiting(msgspec.Struct):
    """A report that is not settled yet, with the story that was said of it."""

    id: str | int
    said: int | None = None


class Running:
    """Puts reports into stories as they come, and can go on where another run stopped."""

    def __init__(self, *, window: float = WINDOW, corrections: Corrections | None = None) -> None:
        self._stream = Stream(window=window, corrections=corrections)
        self._waiting: list[_Waiting] = []
        self._unread: list[tuple[str | int, Report]] = []
        self._sketcher = Sketcher()
        self._receiver = Receiver(self._stream.rarity.numbers)

    def add(self, report: Report, id: str | int) -> list[Line]:
        """Take a report whose language is known; return what is said of all gathered where it settles them."""
        self._unread.append((id, report))
        if len(self._unread) >= min(BATCH, missing(self._stream)):
            return self._read()
        return []

    def put(self, parcel: Parcel, ids: Sequence[str | int]) -> Iterator[list[Line]]:
        """Take reports that were sketched elsewhere; yield after each of them what `add` would return.

        Args:
            parcel: The sketches, all parcels of their sketcher one after another.
            ids: The ids of the reports.
        """
        begin = 0
        while begin < len(ids):
            end = min(len(ids), begin + missing(self._stream))
            for id, marks in zip(ids[begin:end], self._receiver.receive(parcel, begin, end), strict=True):
                yield self._take(id, marks)
            begin = end

    def _read(self) -> list[Line]:
        """Sketch the reports that wait for it; return what is said where that settles them."""
        unread, self._unread = self._unread, []
        if not unread:
            return []
        parcel = self._sketcher.parcel([report for _, report in unread])
        return [line for lines in self.put(parcel, [id for id, _ in unread]) for line in lines]

    def _take(self, id: str | int, marks: Marks) -> list[Line]:
        self._waiting.append(_Waiting(id))
        numbers = self._stream.rarity.numbers
        told = self._stream.add(str(id), marks)
        if self._stream.rarity.numbers is not numbers:
            self._receiver.renumber(self._stream.rarity.numbers)
        if not told:
            return []
        lines = list(self._lines(told))
        self._waiting = []
        return lines

    def finish(self) -> list[Line]:
        """Return what is said of the reports that are not settled yet, and remember that it was said."""
        lines = self._read()
        told = self._stream.view()
        lines += self._lines(told)
        for one, said in zip(self._waiting, told, strict=True):
            one.said = said.story
        return lines

    def _lines(self, told: list[Told]) -> Iterator[Line]:
        """Yield a line for each report of which none was said, or another story."""
        for one, said in zip(self._waiting, told, strict=True):
            if one.said != said.story:
                was = None if one.said is None else _name(one.said)
                related = None if said.related is None else _name(said.related)
                yield Line(one.id, _name(said.story), said.why, said.relation, related, was)

    def save(self, path: Path) -> None:
        """Write the state; the file is whole or the old one."""
        self._read()
        stream = self._stream
        state = _State(
            RULE,
            stream.rarity.seen,
            stream.rarity.counts,
            stream.count,
            stream.newest,
            {number: self._story(group) for number, group in stream.stories.items()},
            stream.latest,
            stream.named,
            list(self._gathered()),
        )
        new = path.with_name(path.name + ".new")
        new.write_bytes(msgspec.msgpack.encode(state))
        new.replace(path)

    def _story(self, group: Group) -> Gist[dict[str, float]]:
        _, *rest = msgspec.structs.astuple(group)
        return Gist(self._stream.by_name(*group.vector), *rest)

    def _gathered(self) -> Iterator[Gathered]:
        for one, (_, marks) in zip(self._waiting, self._stream.gathered, strict=True):
            sketch = Sketch(self._stream.by_name(marks.features, marks.weights), marks.day, marks.bare)
            yield Gathered(one.id, sketch, one.said)

    def load(self, path: Path) -> None:
        """Go on from a state that was saved; nothing where there is no such file.

        Raises:
            UsageError: The file holds no state of this version.
        """
        if not path.exists():
            return
        try:
            state = msgspec.msgpack.decode(path.read_bytes(), type=_State)
        except msgspec.MsgspecError as error:
            raise UsageError(f"{path}: no state of stories ({error})") from error
        if state.rule != RULE:
            raise UsageError(f"{path}: made by {state.rule}, this is {RULE}; start anew")
        stream = self._stream
        stream.rarity.restore(state.seen, state.counts)
        stream.count, stream.newest = state.count, state.newest
        stream.stories = {
            number: Group(stream.vector(told.vector), *msgspec.structs.astuple(told)[1:])
            for number, told in state.stories.items()
        }
        stream.latest, stream.named = state.latest, state.named
        stream.restore()
        stream.gathered = [(str(one.id), stream.marks(one.sketch)) for one in state.gathered]
        self._waiting = [_Waiting(one.id, one.said) for one in state.gathered]
        self._unread = []
        self._receiver.renumber(stream.rarity.numbers)


def _name(number: int) -> str:
    return f"{FIRST}{number + 1}"


def described(feature: str) -> str:
    """Return a feature as a reader understands it: a word as it is, what a word names with its kind."""
    kind, _, name = feature.partition(":")
    return name if kind == "w" else f"{kind} {name}"


def row(line: Line, copy: str | int | None) -> dict[str, Any]:
    """Return a line as it is written: what there is to say, and no empty fields but the two that are always there."""
    found: dict[str, Any] = {"id": line.id, "story": line.story, "copy_of": copy}
    if line.why:
        found["why"] = [described(feature) for feature in line.why]
    if line.related is not None:
        found[line.relation] = line.related
    if line.was is not None:
        found["was"] = line.was
    return found
