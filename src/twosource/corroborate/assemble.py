"""The dossier of a set of readings: stories, facts, quotes, times, who is who, and the brief."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import PurePath
from typing import NamedTuple

import msgspec

import twosource
from twosource.annotate.notices import find_notice
from twosource.corroborate.brief import brief
from twosource.corroborate.cautions import with_cautions
from twosource.corroborate.facts import date_together, find_facts
from twosource.corroborate.policies import DEFAULT, Policy, policy
from twosource.corroborate.tolls import find_tolls
from twosource.corroborate.utterances import utterances
from twosource.corroborate.wording import words
from twosource.link import cast
from twosource.model import Copy, Dossier, Failure, Moment, Reading, Story, StoryReport, When
from twosource.stories import Grouping, group
from twosource.stories.copies_changes import find_changes


def assemble(
    readings: Sequence[Reading],
    failures: Sequence[Failure] = (),
    *,
    policy_name: str = DEFAULT,
    parties: str | None = None,
    brief_language: str | None = None,
    spread: Callable[..., Iterable[Story]] = map,
) -> Dossier:
    """Return the dossier of linked readings.

    Args:
        readings: The reports as read; their ids are r1, r2 ... in the order given.
        failures: What could not be read before.
        policy_name: How low, best and high are drawn (``data/policies.toml``).
        parties: Path of a user's own file of parties, or None.
        brief_language: The code of a language that has a table of the brief; None is that of the interface.
        spread: What calls a function for each story and gives the results in order: ``map``, or one that uses several
            processes.

    Raises:
        UsageError: There is no such policy, or no brief in that language.
        TableError: The user's file of parties is broken.
    """
    chosen = policy(policy_name)
    words(brief_language)
    grouping = group(readings)
    by_id = {reading.report.id: reading for reading in readings}
    reports = {reading.report.id: _report(reading, _copy(reading, grouping, by_id)) for reading in readings}
    wishes = _Wishes(chosen, parties, brief_language)
    told = (
        (f"s{number}", [by_id[r] for r in members], {r: reports[r] for r in members})
        for number, members in enumerate(grouping.stories, 1)
    )
    stories = tuple(spread(partial(_told, wishes), told))
    return Dossier(
        twosource=twosource.__version__,
        reports=tuple(reports.values()),
        stories=stories,
        failures=tuple(failures),
        texts={reading.report.id: reading.report.text for reading in readings},
    )


def _copy(reading: Reading, grouping: Grouping, readings: Mapping[str, Reading]) -> Copy | None:
    """Return of which report this one is a copy, and what it changes; None where it is none."""
    copy = grouping.copies.get(reading.report.id)
    if copy is None:
        return None
    return msgspec.structs.replace(copy, changes=find_changes(readings[copy.of], reading))


def _report(reading: Reading, copy: Copy | None) -> StoryReport:
    report = reading.report
    credits = tuple(dict.fromkeys(c.name for c in reading.credits if c.role != "photo"))
    return StoryReport(
        id=report.id,
        source=report.source,
        language=report.language,
        published=report.published,
        outlet=report.outlet,
        title=report.title,
        credits=credits,
        failures=reading.failures,
        unread=reading.unread,
        copy_of=copy.of if copy else None,
        copy=copy,
    )


class _Wishes(NamedTuple):
    """What the user wishes of every story: a policy, parties of his own, the language of the brief."""

    policy: Policy
    parties: str | None
    brief_language: str | None


def _told(wishes: _Wishes, story: tuple[str, Sequence[Reading], Mapping[str, StoryReport]]) -> Story:
    """Return a story from its name, readings and reports."""
    name, readings, reports = story
    return _story(name, readings, reports, wishes)


def _story(name: str, readings: Sequence[Reading], reports: Mapping[str, StoryReport], wishes: _Wishes) -> Story:
    """Return the story of readings that tell of one event."""
    people = cast(readings, parties=wishes.parties)
    solved = date_together(readings, people)
    readings = solved.readings
    own = {reading.report.id: reports[reading.report.id] for reading in readings}
    notices = [notice for reading in readings if (notice := find_notice(reading)) is not None]
    copies = {name: report.copy_of for name, report in own.items() if report.copy_of is not None}
    facts = with_cautions(find_facts(solved, people, wishes.policy, copies), own, notices)
    names = {reading.report.id: short_name(reading.report.source) for reading in readings}
    return Story(
        id=name,
        reports=tuple(reading.report.id for reading in readings),
        headline=_headline(readings),
        when=_when(readings),
        where=people.territories,
        facts=facts,
        quotes=utterances(readings, people),
        times=tuple(_moment(r.report.id, time, solved.inferred.get(r.report.id)) for r in readings for time in r.times),
        entities=people.entities,
        brief=brief(facts, names, wishes.brief_language),
        tolls=find_tolls(facts, {name: report.published for name, report in own.items()}),
    )


def short_name(source: str) -> str:
    """Return a report's source as a reader calls it: the last piece of its path."""
    return PurePath(source).name or source


def _headline(readings: Sequence[Reading]) -> str:
    """Return the first headline of a story, or the first sentence of its first report, a dateline in front left out."""
    for reading in readings:
        if reading.report.title:
            return reading.report.title
    for reading in readings:
        datelines = {number for number, block in enumerate(reading.blocks) if block.kind == "dateline"}
        told = [sentence for sentence in reading.sentences if sentence.block not in datelines]
        if told or reading.sentences:
            return reading.report.read((told or reading.sentences)[0].span)
    return ""


def _when(readings: Sequence[Reading]) -> str | None:
    """Return the dates of a story's reports as one EDTF value, None where none is known."""
    dates = sorted({reading.report.published for reading in readings if reading.report.published})
    if not dates:
        return None
    return dates[0] if len(dates) == 1 else f"{dates[0]}/{dates[-1]}"


def _moment(report: str, time: When, inferred: str | None) -> Moment:
    """Return a time as the dossier shows it; ``inferred`` says why, where its day follows from other reports."""
    counted = inferred is not None and time.anchor != "none" and time.edtf is not None
    return Moment(
        report=report,
        start=time.span.start,
        end=time.span.end,
        text=time.text,
        edtf=time.edtf,
        weekday=time.weekday,
        grain=time.grain,
        inferred=counted,
        reasons=(inferred,) if counted and inferred else (),
    )
