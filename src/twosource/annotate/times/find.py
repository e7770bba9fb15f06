"""The stage that finds times: match, settle by the text, put on the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

import msgspec

from twosource.annotate.draft import Draft
from twosource.annotate.times import periods as p
from twosource.annotate.times.calendars import Placed, ReportDay, put, report_day
from twosource.annotate.times.context import Around, Found, narration
from twosource.annotate.times.grammar import Grammar, grammar_of
from twosource.annotate.times.programs import expression_of, steps_of
from twosource.annotate.times.resolve import (
    settle_compared,
    settle_conflicts,
    settle_context,
    settle_dated,
    settle_event,
    settle_hour,
    settle_leans,
)
from twosource.annotate.times.runs import find_items
from twosource.model import Reading, Reason, Span, When

_ABSOLUTE = frozenset(("year", "decade", "century"))
_SPOKEN = frozenset(("offset", "named", "vague", "unit", "shift", "weekend"))
_REFERENCES = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}
_LETTERS = {
    p.SECOND: ("T", 1, "S"),
    p.MINUTE: ("T", 1, "M"),
    p.HOUR: ("T", 1, "H"),
    p.DAYS: ("", 1, "D"),
    p.WEEK: ("", 1, "W"),
    p.MONTH: ("", 1, "M"),
    p.QUARTER: ("", 3, "M"),
    p.HALF: ("", 6, "M"),
    p.YEAR: ("", 1, "Y"),
    p.DECADE: ("", 10, "Y"),
    p.CENTURY: ("", 100, "Y"),
    p.WEEKEND: ("", 2, "D"),
}
_FINER = {p.YEAR: (12, p.MONTH), p.HOUR: (60, p.MINUTE), p.MINUTE: (60, p.SECOND), p.DAYS: (24, p.HOUR)}


def duration(count: int, part: int, unit: int) -> str:
    """Write ``count`` units and ``part`` thousandths of one as an ISO 8601 duration."""
    if part and unit in _FINER and (count * 1000 + part) * _FINER[unit][0] % 1000 == 0:
        times, finer = _FINER[unit]
        return duration((count * 1000 + part) * times // 1000, 0, finer)
    time, times, letter = _LETTERS[unit]
    whole, rest = divmod((count * 1000 + part) * times, 1000)
    decimals = f".{rest:03d}".rstrip("0") if rest else ""
    return f"P{time}{whole}{decimals}{letter}"


def together(durations: list[str]) -> str:
    """Write durations as one; its days come before its hours as ISO 8601 asks."""
    days = "".join(written[1:] for written in durations if not written.startswith("PT"))
    hours = "".join(written[2:] for written in durations if written.startswith("PT"))
    return f"P{days}T{hours}" if hours else f"P{days}"


def _stretches(draft: Draft) -> Iterator[range]:
    """Yield the stretches of tokens to match in: whole blocks, as far as they are news."""
    for _, sentences in groupby(draft.sentences, key=lambda sentence: sentence.block):
        first, *others = sentences
        yield draft.token_range(first.span.join(others[-1].span) if others else first.span)


def _matches(draft: Draft, grammar: Grammar) -> Iterator[Found]:
    """Yield the times as worded.  A sentence may end after an abbreviation by mistake, so blocks are read whole."""
    tokens, sentences, number = draft.tokens, draft.sentences, 0
    for item in find_items(grammar, tokens, draft.text, list(_stretches(draft))):
        if item.steps is not None:
            span = Span(tokens[item.first].start, tokens[item.last - 1].end)
            while number + 1 < len(sentences) and sentences[number + 1].span.start <= span.start:
                number += 1
            yield Found(span, item.steps, item.first, item.last, number, until=item.end)


def narrated_weekday(draft: Draft) -> tuple[int, Reason] | None:
    """Return the weekday (1 Monday) on which a report is told, with the words that show it; None where not sure.

    Sure is what the report shows: "today, Friday", or a bare weekday with a verb in the present or perfect tense.
    """
    grammar = grammar_of(draft.language.code, draft.prefer)
    around = Around(draft, grammar)
    times = list(_matches(draft, grammar))
    for found in times:
        found.quoted = around.quoted(found)
    return narration(around, times)


def find_times(draft: Draft) -> Iterator[When]:
    """Yield the times of a report in order of position, none overlapping, and set ``draft.narrated``.

    A bare weekday is the latest such day up to and including that of the report, unless the text or ``draft.prefer``
    looks ahead.  Where the report is dated to the month or the year only, a time is placed from every day that it can
    be; where it is not dated, ``edtf`` is None for what depends on its day.  Nothing is taken from the day of reading.
    """
    grammar = grammar_of(draft.language.code, draft.prefer)
    around = Around(draft, grammar)
    times = list(_matches(draft, grammar))
    for found in times:
        found.quoted = around.quoted(found)
    told = narration(around, times)
    draft.narrated = told[0] if told else None
    day = report_day(draft.report.published)
    if not day.known:
        day = day.on(draft.narrated)
    for found in times:
        settle_leans(around, found, prefer=draft.prefer)
        if draft.prefer == "future":
            settle_hour(found, day)
    settle_conflicts(around, times, day)
    if not day.known:
        settle_dated(times, day)
    for index in range(len(times)):
        settle_context(around, times, index, day, prefer=draft.prefer)
        settle_compared(times, index)
    for index, found in enumerate(times):
        settle_event(around, times, index)
        yield _when(draft, found, day)


def _anchor(found: Found) -> str:
    names = [name for name, _ in found.steps]
    if found.event is not None or names[-1] in ("event", "from_event"):
        return "event"
    if names[0] in _ABSOLUTE or names[0] in ("duration", "set"):
        return "none"
    return "utterance" if found.quoted and names[0] in _SPOKEN else "report"


def _when(draft: Draft, found: Found, day: ReportDay) -> When:
    expression = expression_of(found.steps)
    name, values = found.steps[-1]
    rule = f"times-v1:{name}"
    spans = (found.span,) if found.event is None else (found.span, found.event)
    bare = When(
        span=found.span if found.event is None or found.until > found.last else found.span.join(found.event),
        text="",
        edtf=None,
        grain="day",
        rule=rule,
        reason=Reason(rule, found.score, expression.kind, spans),
        anchor=_anchor(found),
        anchor_span=found.event,
        expression=expression,
    )
    bare = msgspec.structs.replace(bare, text=draft.report.read(bare.span))
    if name == "vague" and draft.prefer == "future" and values[0] == 0 and day.timed:
        instant = day.instants[0].isoformat(timespec="seconds")
        return msgspec.structs.replace(bare, edtf=instant, grain="second", timex3=_REFERENCES[0])
    return place_when(bare, day)


def place_when(when: When, day: ReportDay) -> When:
    """Return a time as it stands when its report was told on ``day``; unchanged where it has no expression."""
    if when.expression is None:
        return when
    *_, (name, values) = steps_of(when.expression)
    if name == "duration":
        return msgspec.structs.replace(when, edtf=duration(*values), grain="duration")
    if name == "plus":
        parts = [duration(*numbers) for kind, numbers in steps_of(when.expression) if kind == "duration"]
        return msgspec.structs.replace(when, edtf=together(parts), grain="duration")
    if name == "vague":
        return msgspec.structs.replace(when, grain="vague", timex3=_REFERENCES.get(values[0]))
    if name == "some":
        time, _, letter = _LETTERS[values[0]]
        return msgspec.structs.replace(when, grain="duration", timex3=f"P{time}X{letter}")
    if name == "set":
        return msgspec.structs.replace(when, grain="set", timex3=duration(values[0], 0, values[1]))
    if name == "event":
        return msgspec.structs.replace(when, timex3=duration(*values[:3]))
    placed: Placed = put(when.expression, day)
    return msgspec.structs.replace(
        when,
        edtf=placed.edtf,
        grain=placed.grain or when.grain,
        earliest=placed.earliest,
        latest=placed.latest,
        weekday=placed.weekday,
        from_report=placed.from_report,
        timex3=placed.timex3,
    )


def place_all(reading: Reading, day: date) -> tuple[When, ...]:
    """Return the times of a reading as they stand when its report was told on ``day``."""
    return tuple(place_when(when, ReportDay((p.midnight(day),), dated=True)) for when in reading.times)
