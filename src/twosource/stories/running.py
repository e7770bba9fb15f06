"""The state of a stream: stories as told, reports gathered, what was said of them; kept in a file between runs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from twosource.errors import UsageError
from twosource.model import Report
from twosource.stories.corrections import Corrections
from twosource.stories.linkage import Group
from twosource.stories.sketch import Sketch, sketch
from twosource.stories.stream import RULE, WINDOW, Stream, Told

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
    stories: dict[int, Group]
    latest: dict[int, int]
    named: dict[str, int]
    gathered: list[Gathered]


class Running:
    """Puts reports into stories as they come, and can go on where another run stopped."""

    def __init__(self, *, window: float = WINDOW, corrections: Corrections | None = None) -> None:
        self._stream = Stream(window=window, corrections=corrections)
        self._gathered: list[Gathered] = []

    def add(self, report: Report, id: str | int) -> list[Line]:
        """Take a report; return what is said of all that were gathered where it settles them."""
        return self._take(Gathered(id, sketch_of(report)))

    def _take(self, one: Gathered) -> list[Line]:
        self._gathered.append(one)
        told = self._stream.add(str(one.id), one.sketch)
        if not told:
            return []
        lines = list(self._lines(told))
        self._gathered = []
        return lines

    def finish(self) -> list[Line]:
        """Return what is said of the reports that are not settled yet, and remember that it was said."""
        told = self._stream.view()
        lines = list(self._lines(told))
        for one, said in zip(self._gathered, told, strict=True):
            one.said = said.story
        return lines

    def _lines(self, told: list[Told]) -> Iterator[Line]:
        """Yield a line for each report of which none was said, or another story."""
        for one, said in zip(self._gathered, told, strict=True):
            if one.said != said.story:
                was = None if one.said is None else _name(one.said)
                related = None if said.related is None else _name(said.related)
                yield Line(one.id, _name(said.story), said.why, said.relation, related, was)

    def save(self, path: Path) -> None:
        """Write the state; the file is whole or the old one."""
        stream = self._stream
        state = _State(
            RULE,
            stream.rarity.seen,
            stream.rarity.counts,
            stream.count,
            stream.newest,
            stream.stories,
            stream.latest,
            stream.named,
            self._gathered,
        )
        new = path.with_name(path.name + ".new")
        new.write_bytes(msgspec.msgpack.encode(state))
        new.replace(path)

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
        stream.stories, stream.latest, stream.named = state.stories, state.latest, state.named
        stream.restore()
        self._gathered = state.gathered
        stream.gathered = [(str(one.id), one.sketch) for one in state.gathered]


def sketch_of(report: Report) -> Sketch:
    """Return the sketch of a report whose language is known."""
    text = report.text[report.body :] if report.body else report.text
    return sketch(report.title or "", text, report.language, report.published, report.url)


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
