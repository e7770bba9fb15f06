"""Times and happenings: which time of a sentence belongs to which happening."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from twosource.annotate.concepts import concept
from twosource.annotate.happenings.clauses import Clause, Line
from twosource.annotate.happenings.lexicon import Match, Word
from twosource.model import Span

NEAR = 6
"""The most tokens between a noun and the relative clause that tells of it."""


def share_times(
    line: Line, clauses: Sequence[Clause], placed: Sequence[tuple[Match, int]], times: Sequence[Span]
) -> list[tuple[Span, ...]]:
    """Return for each trigger the times that are its own.

    A time next to a noun is the noun's ("Sunday's election", "the attack in Lyon on Friday"); any other is that of the
    verb of its clause.  A noun inside such a clause's prepositional phrase shares its time with the verb when it says
    on which occasion ("decided at a meeting on Friday").
    """
    found: list[list[Span]] = [[] for _ in placed]
    starts = [token.start for token in line.tokens]
    ends = [clause.last for clause in clauses]
    homes: dict[int, list[int]] = {}
    for position, (match, home) in enumerate(placed):
        if match.trigger.concept:
            homes.setdefault(home, []).append(position)
    for time in times:
        first, last = bisect_left(starts, time.start), bisect_left(starts, time.end)
        number = bisect_right(ends, first)
        if first == last:
            continue
        inside = [(position, placed[position][0]) for position in homes.get(number, ())]
        for position in _owners(line, clauses[number], inside, first, last):
            found[position].append(time)
        described = _described(line, clauses, number, placed, inside)
        if described is not None and not found[described]:
            found[described].append(time)
    return [tuple(_this_side(line, starts, placed[number][0], spans)) for number, spans in enumerate(found)]


def _this_side(line: Line, starts: Sequence[int], match: Match, times: list[Span]) -> list[Span]:
    """Return the times of a trigger without those behind a comma and a conjunction where it has others.

    "The call came at 1.14, and he was held ten minutes later": the first half may have a verb that no table holds.
    """
    if len(times) < 2:
        return times
    near = [time for time in times if not _parted(line, match, bisect_left(starts, time.start))]
    return near or times


def _parted(line: Line, match: Match, time: int) -> bool:
    """Tell whether a comma with a conjunction behind it stands between a trigger and a time."""
    left, right = sorted((match.first, time))
    return any(line.tokens[i].text == "," and line.words[i + 1] & Word.COORDINATOR for i in range(left, right))


def _described(
    line: Line,
    clauses: Sequence[Clause],
    number: int,
    placed: Sequence[tuple[Match, int]],
    inside: Sequence[tuple[int, Match]],
) -> int | None:
    """Return the noun that the relative clause of a time tells more of ("the fire that broke out on Monday"), or None.

    What is said or done about it later ("which was condemned on Friday") does not date it: only what begins, and what
    it did to people and things.
    """
    clause = clauses[number]
    if not number or not clause.opener & Word.RELATIVE:
        return None
    if any(not _befalls(match.trigger.concept) for _, match in inside):
        return None
    if any(line.words[i] & Word.REPORT for i in range(clause.first, clause.last)):
        return None
    before = clauses[number - 1]
    nouns = [
        (position, match)
        for position, (match, home) in enumerate(placed)
        if home == number - 1 and match.trigger.kind == "noun" and match.trigger.concept
    ]
    if not nouns or before.last - nouns[-1][1].last > NEAR:
        return None
    position, match = nouns[-1]
    return None if any(line.verbal(i) for i in range(match.last, before.last)) else position


def _befalls(name: str) -> bool:
    """Tell whether a concept is what an event does to people or things."""
    known = concept(name)
    return known is not None and (known.people or known.harm)


def _owners(line: Line, clause: Clause, inside: Sequence[tuple[int, Match]], first: int, last: int) -> list[int]:
    """Return the positions of the triggers, of those inside the time's clause, that the time belongs to."""
    nouns = [(position, match) for position, match in inside if match.trigger.kind == "noun"]
    verbs = [(position, match) for position, match in inside if match.trigger.kind != "noun"]
    for position, match in nouns:
        if last <= match.first and _close_before(line, last, match.first):
            return [position]
    behind = [(position, match) for position, match in nouns if match.last <= first]
    if behind and _close_after(line, behind[-1][1].last, first):
        position, match = behind[-1]
        shared = [p for p, verb in verbs if verb.first < match.first] if _occasion(line, clause, match) else []
        return [position, *shared]
    if any(line.words[i] & Word.REPORT for i in range(max(first - 2, clause.first), first)):
        return []
    if verbs:
        return [min(verbs, key=lambda item: _distance(item[1], first))[0]]
    if clause.verb is not None and line.words[clause.verb] & Word.REPORT:
        return []
    if clause.verb is not None:
        nouns = [(position, match) for position, match in nouns if not _governed(line, clause, match)]
    return [min(nouns, key=lambda item: _distance(item[1], first))[0]] if nouns else []


def _distance(match: Match, first: int) -> int:
    return min(abs(match.first - first), abs(match.last - 1 - first))


def _close_before(line: Line, last: int, noun: int) -> bool:
    """Tell whether only words of the noun's own phrase stand between a time and the noun after it."""
    if noun - last > 4:
        return False
    endings = line.lexicon.endings["genitive"]
    marks = [i for i in range(last, noun) if not line.tokens[i].text.isalnum()]
    if any(line.tokens[i].fold not in endings for i in marks):
        return False
    genitive = bool(marks) or line.tokens[last - 1].fold.endswith(endings)
    return genitive and not any(line.verbal(i) for i in range(last, noun))


def _close_after(line: Line, noun: int, first: int) -> bool:
    """Tell whether only noun phrases and prepositions stand between a noun and the time after it."""
    between = range(noun, first)
    if len(between) > 12:
        return False
    stop = Word.COORDINATOR | Word.SUBORDINATOR | Word.NEGATION
    return not any(line.verbal(i) or (line.words[i] & stop and not line.words[i] & Word.PREPOSITION) for i in between)


def _governed(line: Line, clause: Clause, match: Match) -> bool:
    """Tell whether a preposition before the noun makes it part of something else ("after the fire").

    An article closes the phrase to the left; "of" behind a number and its unit ("two weeks of mourning") governs not.
    """
    for index in range(match.first - 1, max(clause.first, match.first - 5) - 1, -1):
        word = line.words[index]
        if word & Word.PREPOSITION:
            if line.tokens[index].fold in line.lexicon.roles["partitive"] and _counts(line, clause, index - 2):
                return False
            return index > clause.first or not clause.opener & Word.SUBORDINATOR
        if line.verbal(index):
            return False
        if word & Word.DETERMINER and not (index > clause.first and line.words[index - 1] & Word.PREPOSITION):
            return False
    return False


def _counts(line: Line, clause: Clause, index: int) -> bool:
    """Tell whether the token is a number within the clause."""
    return index >= clause.first and (bool(line.words[index] & Word.NUMBER) or line.tokens[index].text.isdecimal())


def _occasion(line: Line, clause: Clause, match: Match) -> bool:
    """Tell whether a preposition makes the noun the occasion on which something else happened."""
    for index in range(match.first - 1, max(clause.first, match.first - 5) - 1, -1):
        if line.words[index] & Word.PREPOSITION:
            return line.tokens[index].fold in line.lexicon.roles["place"]
    return False
