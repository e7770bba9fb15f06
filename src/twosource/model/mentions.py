"""What is found in one report: names, times, figures, happenings, credits, authorities, quotes."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from twosource.model.text import Reason, Span


class Name(msgspec.Struct, frozen=True):
    """A name in the text.  ``kind``: person, organisation, place, other.

    ``name`` is the canonical form and ``entity`` a key that is the same in every language; both are None
    until the reading has been linked.
    """

    span: Span
    text: str
    kind: str
    reason: Reason
    name: str | None = None
    entity: str | None = None


class Expression(msgspec.Struct, frozen=True):
    """A time as it is worded, apart from any calendar: what `twosource.annotate.times.place` puts on a day.

    ``kind`` names the rule's operation (``weekday``, ``offset``, ``date``, ``part`` ...); ``values`` are its
    whole-number arguments in the order that the operation documents.
    """

    kind: str
    values: tuple[int, ...] = ()


class When(msgspec.Struct, frozen=True):
    """A time in the text.

    ``edtf`` is None where nothing of the calendar is known (``timex3`` may then say PRESENT_REF ...).
    ``earliest`` and ``latest`` bound the time (ISO days or instants), None where open.  ``weekday`` (1 Monday to
    7 Sunday) is what is sure even when the date is not.  ``anchor`` is what the wording counts from:
    report, utterance, event, or none.  ``from_report`` is the distance in days from the day of the report where that
    is sure without a calendar ("today" 0, "yesterday" -1).  ``expression`` allows placing it again from another day.
    """

    span: Span
    text: str
    edtf: str | None
    grain: str
    rule: str
    reason: Reason
    earliest: str | None = None
    latest: str | None = None
    weekday: int | None = None
    from_report: int | None = None
    anchor: str = "report"
    anchor_span: Span | None = None
    expression: Expression | None = None
    timex3: str | None = None
    alternatives: tuple[str, ...] = ()


class Figure(msgspec.Struct, frozen=True):
    """A number with its bounds, unit and what it counts.

    ``low`` and ``high`` are exact decimals, None where open; ``unit`` is ``person``, ``percent``, ``item``, an ISO
    4217 code, a UCUM code, ``1`` for a scale, or None.  ``span`` covers bound, number and unit.  ``of`` is the noun
    that is counted as written, ``of_span`` where it stands; ``concept`` what happened to it, ``happening`` the
    index of that happening in the reading.  ``scope``: incident, place, cumulative, part,
    own (of those alone who count: their patients, their members), or None.
    """

    span: Span
    text: str
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    reason: Reason
    approximate: bool = False
    vague: bool = False
    of: str | None = None
    of_span: Span | None = None
    counted: str | None = None
    concept: str | None = None
    happening: int | None = None
    scope: str | None = None
    alternatives: tuple[str, ...] = ()


class Happening(msgspec.Struct, frozen=True):
    """Something that happens, by a language-neutral concept of ``data/concepts.toml``.

    ``span`` is the word or phrase that says so, ``clause`` the clause around it.  ``who``, ``whom``, ``where`` and
    ``when`` are spans of names, noun phrases and times.  ``polarity``: affirmed or denied.  ``modality``: happened,
    planned, feared, offered, demanded, possible, claimed.
    """

    span: Span
    text: str
    concept: str
    clause: Span
    reason: Reason
    polarity: str = "affirmed"
    modality: str = "happened"
    who: tuple[Span, ...] = ()
    whom: tuple[Span, ...] = ()
    where: tuple[Span, ...] = ()
    when: tuple[Span, ...] = ()


class Link(msgspec.Struct, frozen=True):
    """One link of a chain of authorities.

    ``role``: agency, outlet, document, body, person, unnamed, reporter.  ``act``: originates or relays.
    ``name`` is how the report names it, without article, and its canonical form once linked.
    """

    name: str
    role: str
    span: Span
    reason: Reason
    act: str = "originates"
    entity: str | None = None


class Credit(msgspec.Struct, frozen=True):
    """An agency, outlet or person credited for the report (or for a picture, with ``role`` photo)."""

    span: Span
    name: str
    role: str
    reason: Reason


class Attribution(msgspec.Struct, frozen=True):
    """A stretch of text and those on whose authority it stands, nearest first (credits of the report not included)."""

    span: Span
    links: tuple[Link, ...]
    reason: Reason


class Speaker(msgspec.Struct, frozen=True):
    """Who speaks: the words that say so, and the name behind a pronoun or role once it is known."""

    span: Span
    text: str
    name: str | None = None
    entity: str | None = None
    reason: Reason | None = None


class Quote(msgspec.Struct, frozen=True):
    """Words given as somebody's.

    ``form``: verbatim, dash, mixed, indirect, heading; ``direct`` holds for verbatim and dash.  ``span`` is the
    content without marks; ``parts`` its pieces where an inquit interrupts it.  ``origin`` is the chain,
    nearest first, that ends with the speaker.  ``act`` tells how it is held: ``says``, or for an attitude (see
    `Reading`) judges, wants, thinks, names, seems ...
    """

    span: Span
    text: str
    form: str
    reason: Reason
    parts: tuple[Span, ...] = ()
    speaker: Speaker | None = None
    cue: Span | None = None
    addressee: Span | None = None
    medium: Link | None = None
    origin: tuple[Link, ...] = ()
    act: str = "says"

    @property
    def direct(self) -> bool:
        """Tell whether the words are given as spoken."""
        return self.form in ("verbatim", "dash")
