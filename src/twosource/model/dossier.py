"""The dossier: stories, their facts with accounts and verdicts, and who is who.  Its JSON is a contract."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from twosource.model.text import Failure


class Amount(msgspec.Struct, frozen=True):
    """The figure of an account: an interval of exact decimals, None where open."""

    low: Decimal | None
    high: Decimal | None
    unit: str | None
    approximate: bool
    vague: bool
    of: str | None = None
    scope: str | None = None


class Authority(msgspec.Struct, frozen=True):
    """One link of an account's chain, nearest first."""

    name: str
    role: str
    entity: str | None
    start: int
    end: int
    act: str = "originates"
    party: str | None = None


class Claim(msgspec.Struct, frozen=True):
    """Who holds what about whom, each as the report names them.

    ``stance`` is what is done with words (accusation, denial, demand ...; ``statement`` for a quotation), ``holder``
    whoever does it, ``about`` those whom it is about.
    """

    stance: str
    holder: str | None
    about: tuple[str, ...] = ()


class Account(msgspec.Struct, frozen=True):
    """One report's statement of one fact: where, in which words, with what value, on whose authority."""

    report: str
    start: int
    end: int
    text: str
    figure: Amount | None = None
    when: str | None = None
    weekday: int | None = None
    origin: tuple[Authority, ...] = ()
    speaker: str | None = None
    polarity: str = "affirmed"
    modality: str = "happened"
    reasons: tuple[str, ...] = ()
    claim: Claim | None = None


class Origin(msgspec.Struct, frozen=True):
    """Accounts that go back to one party; ``party`` is None where that is unknown."""

    party: str | None
    names: tuple[str, ...]
    accounts: tuple[int, ...]
    label: str | None = None
    why: str | None = None


class Pairing(msgspec.Struct, frozen=True):
    """How two accounts of a fact compare, by their places in ``accounts``.

    ``likeness`` says how surely they are about the same thing (0 to 1), ``relation`` is agree, compatible or conflict.
    """

    left: int
    right: int
    likeness: float
    relation: str
    readings: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


class Fact(msgspec.Struct, frozen=True):
    """Accounts of the same thing, how they compare, and on how many independent parties it stands.

    ``kind``: figure, when, event, claim.  ``verdict``: agree, compatible, conflict, single.  ``two_source_rule``: met,
    not_met, cannot_tell.  ``low``, ``best`` and ``high`` follow ``policy``; ``set_by`` names the report behind each.
    ``matchers`` are the rules that compared the accounts and counted the origins, with their versions; ``pairings``
    (how every two accounts compare) is for explaining, and part of the JSON only where that was asked for.
    """

    id: str
    kind: str
    concept: str
    question: str
    accounts: tuple[Account, ...]
    verdict: str
    readings: tuple[str, ...]
    origins: tuple[Origin, ...]
    independent_origins: int
    two_source_rule: str
    low: Decimal | None = None
    best: Decimal | None = None
    high: Decimal | None = None
    policy: str | None = None
    set_by: dict[str, str] = {}
    warnings: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    matchers: tuple[str, ...] = ()
    pairings: tuple[Pairing, ...] = ()


class Count(msgspec.Struct, frozen=True):
    """One account of a toll: as of when (the date of its report, EDTF), by which report, on whose authority."""

    as_of: str | None
    report: str
    account: int
    low: Decimal | None
    high: Decimal | None
    origin: str | None = None


class Toll(msgspec.Struct, frozen=True):
    """How a count moved: the accounts of the fact with id ``fact``, earliest first, those of unknown date last."""

    fact: str
    concept: str
    question: str
    unit: str | None
    counts: tuple[Count, ...]


class Utterance(msgspec.Struct, frozen=True):
    """A quote as the dossier shows it; ``same_as`` lists other quotes ("report:start") that give the same words."""

    report: str
    start: int
    end: int
    text: str
    direct: bool
    form: str
    speaker: str | None
    entity: str | None
    cue: str | None
    via: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()


class Moment(msgspec.Struct, frozen=True):
    """A time as the dossier shows it."""

    report: str
    start: int
    end: int
    text: str
    edtf: str | None
    weekday: int | None
    grain: str
    inferred: bool = False
    reasons: tuple[str, ...] = ()


class Entity(msgspec.Struct, frozen=True):
    """Someone or something named, the same in every report; ``names`` by language, ``roles`` as given."""

    id: str
    kind: str
    name: str
    names: dict[str, tuple[str, ...]]
    wikidata: str | None = None
    key: str | None = None
    roles: tuple[str, ...] = ()
    party: str | None = None


class Passage(msgspec.Struct, frozen=True):
    """Words of a report: where they stand, and what they are."""

    start: int
    end: int
    text: str


class Change(msgspec.Struct, frozen=True):
    """What a copy changes of its original, a sentence at a time.

    ``kind``: left_out (``before`` alone), added (``after`` alone), reworded, numbers (reworded with other numbers) or
    moved (the same words at another place).  ``numbers`` are those of the original alone, then those of the copy alone.
    """

    kind: str
    before: Passage | None = None
    after: Passage | None = None
    numbers: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())


class Copy(msgspec.Struct, frozen=True):
    """That a report is a copy, and of which.

    ``kind``: exact, near, contained (one is a part of the other) or translated.  ``share`` (0 to 1) is how much of the
    copy stands in the original: its runs of words, or for a translation its names, numbers and days.  ``order`` is the
    rule by which the other is the earlier: notice, date, credit, contained, or given (which is earlier is unknown).
    """

    of: str
    kind: str
    share: float
    order: str
    reasons: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()


class StoryReport(msgspec.Struct, frozen=True):
    """A report as the dossier lists it; ``unread`` names what its language has no tables for."""

    id: str
    source: str
    language: str
    published: str | None
    outlet: str | None
    title: str | None
    credits: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()
    unread: tuple[str, ...] = ()
    copy_of: str | None = None
    copy: Copy | None = None


class Story(msgspec.Struct, frozen=True):
    """The reports of one event, and everything that they say of it."""

    id: str
    reports: tuple[str, ...]
    headline: str
    when: str | None
    where: tuple[str, ...]
    facts: tuple[Fact, ...]
    quotes: tuple[Utterance, ...]
    times: tuple[Moment, ...]
    entities: tuple[Entity, ...]
    brief: tuple[str, ...]
    reasons: tuple[str, ...] = ()
    tolls: tuple[Toll, ...] = ()


class Dossier(msgspec.Struct, frozen=True):
    """What `compare` gives: the reports, their stories, and what could not be read.

    ``texts`` (report id -> text as read) is for rendering; it is not part of the JSON.
    """

    twosource: str
    reports: tuple[StoryReport, ...]
    stories: tuple[Story, ...]
    failures: tuple[Failure, ...]
    texts: dict[str, str] = {}
