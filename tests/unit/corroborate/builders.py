"""Statements and readings made by hand, for the tests of this room."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from twosource.corroborate.statements import Statement
from twosource.corroborate.windows import Window
from twosource.link import Party
from twosource.model import Entity, Figure, Happening, Link, Reason, Span, When

WHY = Reason("test-v1")


def amount(low: str | None, high: str | None = None, *, unit: str = "person", **more: object) -> Figure:
    """Return a figure; ``high`` is open when it is None and ``low`` is given with a plus sign."""
    if low is not None and low.endswith("+"):
        return Figure(Span(0, 1), low, Decimal(low[:-1]), None, unit, WHY, **more)
    top = high if high is not None else low
    return Figure(
        Span(0, 1),
        str(low),
        None if low is None else Decimal(low),
        None if top is None else Decimal(top),
        unit,
        WHY,
        **more,
    )


def time(day: str | None = None, *, latest: str | None = None, weekday: int | None = None) -> When:
    """Return a time: a day, a stretch of days, or only a weekday."""
    return When(Span(0, 1), "t", day, "day", "times-v1", WHY, earliest=day, latest=latest or day, weekday=weekday)


def link(name: str, role: str = "body", act: str = "originates") -> Link:
    """Return a link of a chain."""
    return Link(name, role, Span(0, 1), WHY, act)


def statement(
    report: str = "r1",
    concept: str = "death",
    *,
    kind: str = "figure",
    figure: Figure | None = None,
    when: When | None = None,
    chain: tuple[Link, ...] = (),
    published: str | None = None,
    start: int = 0,
    modality: str = "happened",
    polarity: str = "affirmed",
    **more: object,
) -> Statement:
    """Return a statement."""
    span = Span(start, start + 10)
    happening = Happening(span, "x", concept, span, WHY, polarity=polarity, modality=modality)
    day = date.fromisoformat(published) if published else None
    fields = {"block": "paragraph", "as_of": Window(day, day), **more}
    return Statement(
        report=report,
        kind=kind,
        concept=concept,
        span=span,
        clause=span,
        chain=chain,
        figure=figure,
        when=when,
        happening=happening,
        **fields,
    )


class FakeCast:
    """A cast that knows the parties that it was given, by the name of the link."""

    def __init__(self, score: float = 1.0, **parties: str) -> None:
        self.parties = parties
        self.score = score
        self.named: dict[str, tuple[str, ...]] = {}

    def party(self, link: Link, report: str) -> Party | None:
        """Return the party of a name."""
        key = self.parties.get(link.name)
        kind = {"state": "state", "org": "organisation"}.get((key or "").partition(":")[0], "company")
        return Party(key, key, kind, f"{link.name} belongs to {key}", self.score) if key else None

    def body_behind(self, link: Link, report: str) -> Party | None:
        """Return no party: what is called an agency here is one of the press."""
        return None

    def mentioned(self, report: str, span: Span) -> tuple[Entity, ...]:
        """Return whom a report names: the parties given in ``named`` for it."""
        return tuple(Entity(key, "organisation", key, {}, key=key) for key in self.named.get(report, ()))

    def resolve(self, report: str, item: object) -> None:
        """Return nobody."""
        return
