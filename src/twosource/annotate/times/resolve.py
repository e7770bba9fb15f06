"""What is left open in the wording of a time is settled here by the text around it.

Which of several days a bare weekday means, which day a clock time belongs to, and on which day the event was that a
time counts from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import lru_cache

from twosource.annotate.times import periods as p
from twosource.annotate.times.calendars import ReportDay
from twosource.annotate.times.choices import Lean
from twosource.annotate.times.context import Around, Found, same_word
from twosource.annotate.times.programs import Step, expression_of, run
from twosource.model import Span

_LEANS = {
    "weekday": 1,
    "month": 1,
    "monthday": 1,
    "date": 2,
    "easter": 1,
    "feast": 1,
    "nth_date": 3,
    "quarter": 1,
    "week_no": 1,
    "weekend": 0,
}
"""Where an operation holds its lean."""
_DAYS = frozenset(
    (
        "weekday",
        "offset",
        "named",
        "date",
        "day_of",
        "monthday",
        "easter",
        "easter_of",
        "feast",
        "feast_of",
        "weekday_in",
        "dated",
    )
)
_ON_DAYS = _DAYS | {"year", "month_of", "unit", "part", "clock", "month", "nth_weekday"}
_NEAR = 16
"""So many times before one can settle what it leaves open."""
_NIGHTS = (p.NIGHT, p.NIGHT_BEFORE)


def settle_hour(found: Found, day: ReportDay) -> None:
    """Keep the hour of a count of days where the report's own is known."""
    name, values = found.steps[-1]
    if name == "shift" and values[2] == p.DAYS and not values[1] and day.timed:
        found.steps = (("hour", (values[0], values[3])),)


def settle_leans(around: Around, found: Found, *, prefer: str) -> None:
    """Decide which way the days of a time lean where its wording leaves that open."""
    steps = []
    if _counts_ahead(around, found):
        count, part, unit = found.steps[0][1]
        found.steps = (("shift", (count, part, unit, 1)),)
    for name, values in found.steps:
        index = _LEANS.get(name)
        if index is not None and values[index] in (Lean.BARE, Lean.COMING):
            lean = int(_lean(around, found, name, values[index], prefer=prefer))
            steps.append((name, (*values[:index], lean, *values[index + 1 :])))
        else:
            steps.append((name, values))
    found.steps = tuple(steps)


def _counts_ahead(around: Around, found: Found) -> bool:
    """Tell whether a duration counts from now on: behind a word that can say so, in a clause that looks ahead."""
    if len(found.steps) != 1 or found.steps[0][0] != "duration" or found.first == 0:
        return False
    return around.cue("ahead", found.first - 1) and around.tense(found) > 0


def _lean(around: Around, found: Found, name: str, lean: int, *, prefer: str) -> Lean:
    if prefer == "future":
        return Lean.AFTER if name == "weekday" else Lean.FROM_NOW
    tense = around.tense(found)
    if name == "quarter":
        return Lean.LATEST
    if lean == Lean.COMING:
        return Lean.LATEST if tense < 0 else Lean.AFTER
    return Lean.FROM_NOW if tense > 0 else Lean.LATEST


def day_steps(found: Found) -> tuple[Step, ...] | None:
    """Return the program of the day that a time names, without its clock time; None where it names no single day."""
    return _day_steps(found.steps)


@lru_cache(maxsize=1024)
def _day_steps(steps: tuple[Step, ...]) -> tuple[Step, ...] | None:
    names = {name for name, _ in steps}
    if not names <= _ON_DAYS or ("nth_weekday" not in names and names.isdisjoint(_DAYS)):
        return None
    return tuple(step for step in steps if step[0] != "clock")


def _fits(steps: tuple[Step, ...], hour: int) -> bool:
    name, values = steps[-1]
    if name != "part":
        return True
    first, last = p.HOURS[values[0]]
    return first <= hour < last or first <= hour - 24 < last or first <= hour + 24 < last


def _plain(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Return a day's program without its part of the day, unless that is a night between two days."""
    name, values = steps[-1]
    return steps if name != "part" or values[0] in _NIGHTS else steps[:-1]


def _contexts(around: Around, times: Sequence[Found], index: int) -> Iterator[tuple[Step, ...]]:
    """Yield the days that a time of the clock can belong to, the likeliest first."""
    found = times[index]
    nearest = next((t for t in reversed(times[max(0, index - _NEAR) : index]) if day_steps(t) is not None), None)
    if nearest is not None and nearest.sentence == found.sentence:
        yield day_steps(nearest) or ()
    near = [other for other in reversed(times[max(0, index - _NEAR) : index]) if day_steps(other) is not None]
    same = {id(other) for other in near if other.sentence == found.sentence}
    subject = [] if same else around.subject(found)
    if subject:
        for other in near:
            if any(same_word(word, noun) for noun in around.nouns(other) for word in subject):
                yield day_steps(other) or ()
    for other in near:
        if id(other) in same or not _reported(around, other):
            yield day_steps(other) or ()
    for other in near:
        yield day_steps(other) or ()
    for other in times[index + 1 : index + 4]:
        if other.sentence == found.sentence and (steps := day_steps(other)) is not None:
            yield steps


def _reported(around: Around, found: Found) -> bool:
    """Tell whether a time is when somebody said something."""
    if found.reported is None:
        near = [*around.before(found), *list(around.after(found))[:1]]
        found.reported = any(around.cue("reporting", index) or around.cue("said", index) for index in near)
    return found.reported


def settle_context(around: Around, times: Sequence[Found], index: int, day: ReportDay, *, prefer: str) -> None:
    """Put a time without a day on the day that the text speaks of, or else on that of the report."""
    found = times[index]
    if all(name != "context" for name, _ in found.steps):
        return
    if settle_later(times, index):
        return
    hour = next((values[0] for name, values in found.steps if name == "clock"), None)
    chosen: tuple[Step, ...] | None = None
    for steps in _contexts(around, times, index):
        if hour is None or _fits(steps, hour):
            chosen = _plain(steps)
            break
    if chosen is None:
        if prefer == "future" and around.dial == 12:
            settle_dial(found, day)
        chosen = (("offset", (_ahead(found, day) if prefer == "future" else 0,)),)
        found.score = min(found.score, 0.6)
    else:
        found.score = min(found.score, 0.8)
    found.steps = tuple(step for old in found.steps for step in (chosen if old[0] == "context" else (old,)))


def settle_compared(times: Sequence[Found], index: int) -> None:
    """Count a year back from the quarter that the text speaks of, as reports of results do, or else from today."""
    found = times[index]
    if found.steps[0][0] != "compared":
        return
    for other in reversed(times[max(0, index - _NEAR) : index]):
        if found.sentence - other.sentence > 2:
            break
        name, values = other.steps[-1]
        if name in ("quarter", "quarter_of") or (name, values[:1]) == ("unit", (p.QUARTER,)):
            found.steps = (*other.steps, ("move", (1, p.YEAR, -1)))
            found.score = min(found.score, 0.8)
            return
    found.steps = (("unit", (p.YEAR, -1)),)


def settle_dated(times: Sequence[Found], day: ReportDay) -> None:
    """Count bare weekdays from a full date before them where the report's own day is not known.

    That date must be one of the news: it names its weekday, or lies in the month of the report.
    """
    known: Found | None = None
    for found in times:
        name, values = found.steps[0]
        if name == "year" and found.steps[2:3] and found.steps[2][0] == "day_of":
            known = found if _recent(found, day) else known
        elif known is not None and name == "weekday" and values[1] == Lean.LATEST:
            days = tuple(step for step in known.steps if step[0] in ("year", "month_of", "day_of"))
            found.steps = (*days, ("following", values[:1]), *found.steps[1:])
            found.score = min(found.score, 0.6)


def _recent(found: Found, day: ReportDay) -> bool:
    if not day.dated:
        return found.steps[-1][0] == "on"
    period = run(expression_of(found.steps), day.instants[0])
    return period is not None and -7 <= (period.first - day.instants[0].date()).days <= len(day.instants)


def settle_later(times: Sequence[Found], index: int) -> bool:
    """Count hours and minutes "later" from the clock time before it; from some event where there is none."""
    found = times[index]
    if len(found.steps) != 2 or found.steps[1][0] != "move" or found.steps[1][1][1] > p.HOUR:
        return False
    count, unit, direction = found.steps[1][1]
    for other in reversed(times[max(0, index - _NEAR) : index]):
        if other.steps[-1][0] == "clock":
            found.steps = (*other.steps, found.steps[1])
            return True
    found.steps = (("event", (count, 0, unit, direction)),)
    return True


def settle_dial(found: Found, day: ReportDay) -> None:
    """Take the hour after noon for a lone clock time where the other has gone by and nothing tells them apart."""
    clocks = [values for name, values in found.steps if name == "clock"]
    if len(clocks) != 1 or not 1 <= clocks[0][0] < 12 or clocks[0][2] != -1 or not day.timed:
        return
    if any(name == "part" for name, _ in found.steps) or not _ahead(found, day):
        return
    hour, minute, second = clocks[0]
    late = ("clock", (hour + 12, minute, second))
    found.steps = tuple(late if name == "clock" else (name, values) for name, values in found.steps)


def _ahead(found: Found, day: ReportDay) -> int:
    """Return 1 where a clock time of today has already gone by, else 0."""
    if not day.timed:
        return 0
    at: datetime = day.instants[0]
    period = run(expression_of(found.steps), at)
    return 1 if period is not None and period.grain in ("minute", "second") and period.start < at else 0


def settle_event(around: Around, times: Sequence[Found], index: int) -> None:
    """Find the event that a time counts from, and its day where another time of the report tells it."""
    found = times[index]
    name, values = found.steps[-1]
    if name != "event" or found.span.end != around.tokens[found.last - 1].end or around.cue("later", found.last - 1):
        return
    following = times[index + 1].first if index + 1 < len(times) else len(around.tokens)
    words = _event_words(around, found, following)
    if not words:
        return
    found.event = Span(around.tokens[words[0]].start, around.tokens[words[-1]].end)
    count, part, unit, direction = values
    nouns = [around.tokens[i].fold for i in words]
    for other in times[max(0, index - _NEAR) : index + _NEAR]:
        steps = day_steps(other) if other is not found else None
        if steps is not None and any(same_word(word, noun) for noun in around.nouns(other) for word in nouns):
            if not part:
                found.steps = (*_plain(steps), ("move", (count, unit, direction)))
                found.score = 0.8
            return
    if not part and unit in (p.DAYS, p.WEEK):
        found.steps = (("from_event", (count * direction * (7 if unit == p.WEEK else 1),)),)


def _event_words(around: Around, found: Found, stop: int) -> list[int]:
    """Return the tokens that name the event after a time that counts from it.

    That is one word, or after an article or a name's genitive as many as make a noun phrase.
    """
    words: list[int] = []
    longest = 1
    for index in list(around.after(found))[:4]:
        ends = any(around.cue(name, index) for name in ("function", "past", "future", "perfect", "reporting"))
        if index >= stop or len(words) >= longest or (ends and (words or not around.cue("article", index))):
            break
        if words and _is_name(around, words[-1]) and not _is_name(around, index):
            break
        if not words:
            longest = 3 if around.cue("article", index) else 2 if around.tokens[index].text[0].isupper() else 1
        words.append(index)
    return words


def _is_name(around: Around, index: int) -> bool:
    """Tell whether a token begins with a capital, as names and the nouns of some languages do."""
    return around.tokens[index].text[0].isupper()


def settle_conflicts(around: Around, times: Sequence[Found], day: ReportDay) -> None:
    """Move a weekday back where another time says of the same event that it was in an earlier week."""
    if not any(len(found.steps) == 1 and found.steps[0][0] == "unit" for found in times):
        return
    known = [(found, around.nouns(found)) for found in times if found.steps[0][0] in ("unit", "weekday")]
    wide = [(found, nouns) for found, nouns in known if len(found.steps) == 1 and found.steps[0][0] == "unit"]
    wide, known = wide[:_NEAR], known[: 10 * _NEAR]
    for found, nouns in known:
        name, values = found.steps[0]
        if name != "weekday" or values[1] != Lean.LATEST:
            continue
        for other, others in wide:
            if any(same_word(a, b) for a in nouns for b in others):
                _fit(found, other, day)


def _fit(found: Found, wide: Found, day: ReportDay) -> None:
    weekday = found.steps[0][1][0]
    for lean in (Lean.LATEST, Lean.BEFORE, Lean.SECOND_LAST):
        steps = (("weekday", (weekday, int(lean))), *found.steps[1:])
        if all(_inside(steps, wide.steps, at) for at in day.instants):
            found.steps = steps
            return


def _inside(steps: tuple[Step, ...], wide: tuple[Step, ...], at: datetime) -> bool:
    inner, outer = run(expression_of(steps[:1]), at), run(expression_of(wide), at)
    return inner is not None and outer is not None and outer.first <= inner.first <= outer.last
