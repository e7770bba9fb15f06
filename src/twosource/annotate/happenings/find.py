"""Find happenings: triggers of the language's table in each sentence, with their clause and what stands around them.

Needs: sentences, times; uses names where they have been found.  Gives: happenings.  Table: ``happenings.toml``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TypeVar

from twosource.annotate.draft import Draft
from twosource.annotate.happenings.clauses import Clause, Line, find_clauses, read_line
from twosource.annotate.happenings.lexicon import Match, Word, lexicon
from twosource.annotate.happenings.participants import Casting, Roles, span_of
from twosource.annotate.happenings.scope import Scope
from twosource.annotate.happenings.timing import share_times
from twosource.language import Token
from twosource.model import Happening, Name, Reason, Span, When

RULE = "happenings-v1"
Found = TypeVar("Found", When, Name)
CLOSE = 6
"""How many tokens before a noun the verb may stand that says what something is."""


def find_happenings(draft: Draft) -> Iterator[Happening]:
    """Yield everything that the report says happened, is planned, feared or denied, in order of position.

    A happening's ``span`` is the word or phrase of the table that says so, from its first word to its last; ``clause``
    never reaches beyond the sentence.  ``who`` and ``whom`` are noun phrases of that clause (or of the one that it
    leans on), ``where`` names of places or phrases of place, ``when`` the times that belong to it and not to another
    happening of the sentence.  Nothing is yielded in a language that has no table.
    """
    words = lexicon(draft.language.code)
    if words.empty:
        return
    times = sorted(draft.times, key=lambda time: time.span)
    names = sorted(draft.names, key=lambda name: name.span)
    for sentence in draft.sentences:
        tokens = draft.within(sentence.span)
        inside = _inside(names, sentence.span)
        line = read_line(tokens, words, _masked(tokens, inside))
        if line.matches:
            places = [name.span for name in inside if name.kind == "place"]
            spans = [time.span for time in _inside(times, sentence.span) if not _heads(draft, time.span)]
            yield from _Sentence(draft, line, spans, places).happenings()


def _heads(draft: Draft, span: Span) -> bool:
    """Tell whether a span stands in a dateline, which dates the report and nothing that it tells."""
    return any(block.kind == "dateline" and block.span.covers(span) for block in draft.blocks)


def _inside(records: Sequence[Found], span: Span) -> Sequence[Found]:
    """Return the records, sorted by position, that begin inside ``span``."""
    starts = bisect_left(records, span.start, key=lambda record: record.span.start)
    ends = bisect_left(records, span.end, key=lambda record: record.span.start)
    return records[starts:ends]


class _Sentence:
    """One sentence with its triggers, and what is needed to make records of them."""

    def __init__(self, draft: Draft, line: Line, times: Sequence[Span], places: Sequence[Span]) -> None:
        self._text = draft.text
        self._line = line
        self._places = places
        timed = _covered(line.tokens, times)
        _open_no_clause(line, timed)
        self._clauses = list(find_clauses(line))
        self._scope = Scope(line, self._clauses)
        self._casting = Casting(line, timed)
        self._placed = list(_place(line, self._clauses))
        self._when = share_times(line, self._clauses, self._placed, times)

    def happenings(self) -> Iterator[Happening]:
        """Yield the records of the sentence's triggers, in order."""
        entered, last = -1, None
        for position, (match, home) in enumerate(self._placed):
            while entered < home:
                entered += 1
                self._casting.enter(self._clauses[entered])
            roles = self._casting.cast(match)
            if match.trigger.concept and not self._repeats(last, match):
                yield self._record(match, home, roles, self._when[position])
                last = match

    def _repeats(self, last: Match | None, match: Match) -> bool:
        """Tell whether a trigger only goes on with the one before it ("took to the streets in protest")."""
        if last is None or last.trigger.concept != match.trigger.concept or match.trigger.kind == "noun":
            return False
        return match.first - last.last <= 1

    def _record(self, match: Match, home: int, roles: Roles, when: tuple[Span, ...]) -> Happening:
        line, clause = self._line, self._clauses[home]
        own = next((chunk for chunk in self._casting.chunks if chunk.first <= match.first < chunk.last), None)
        governed = own is not None and bool(own.preposition)
        definite = line.tokens[match.last - 1].fold.endswith(line.lexicon.endings["definite"]) or (
            own is not None and line.tokens[own.first].fold in line.lexicon.roles["article"]
        )
        span = _stretch(line, match.first, match.last)
        return Happening(
            span=span,
            text=self._text[span.start : span.end],
            concept=match.trigger.concept,
            clause=_stretch(line, clause.first, max(clause.last, match.last)),
            reason=_reason(line, match, named=_names(line, clause, match, governed=governed)),
            polarity=self._scope.polarity(match, clause, home, governed=governed, definite=definite),
            modality=self._scope.modality(match, clause, home, governed=governed, definite=definite),
            who=tuple(span_of(line, chunk) for chunk in roles.who),
            whom=tuple(span_of(line, chunk) for chunk in roles.whom),
            where=_where(line, clause, roles, self._places),
            when=when,
        )


def _stretch(line: Line, first: int, last: int) -> Span:
    """Return the text from token ``first`` to before token ``last``."""
    return Span(line.tokens[first].start, line.tokens[last - 1].end)


def _masked(tokens: Sequence[Token], names: Sequence[Name]) -> frozenset[int]:
    """Return the positions inside names of persons and organisations of more than one word, where nothing happens."""
    starts = [token.start for token in tokens]
    masked: set[int] = set()
    for name in names:
        if name.kind != "place" and " " in name.text:
            masked.update(range(bisect_left(starts, name.span.start), bisect_left(starts, name.span.end)))
    return frozenset(masked)


def _open_no_clause(line: Line, timed: Sequence[bool]) -> None:
    """Take from words of times what could open a clause: the first word of "that day" is none that does."""
    for index in [index for index, inside in enumerate(timed) if inside]:
        line.words[index] &= ~(Word.SUBORDINATOR | Word.RELATIVE)


def _covered(tokens: Sequence[Token], spans: Sequence[Span]) -> list[bool]:
    """Tell for each token whether it lies in one of the spans."""
    starts = [token.start for token in tokens]
    covered = [False] * len(tokens)
    for span in spans:
        for index in range(bisect_left(starts, span.start), bisect_left(starts, span.end)):
            covered[index] = True
    return covered


def _place(line: Line, clauses: Sequence[Clause]) -> Iterator[tuple[Match, int]]:
    """Yield each trigger with the number of the clause that it begins in."""
    number = 0
    for match in line.matches:
        while clauses[number].last <= match.first:
            number += 1
        yield match, number


def _names(line: Line, clause: Clause, match: Match, *, governed: bool) -> bool:
    """Tell whether a noun says what something is, so that it is told and not only mentioned.

    "It was an accident"; "det dreier seg trolig om sabotasje"; "she called it murder".
    """
    if match.trigger.kind != "noun":
        return False
    first, behind = max(clause.first, match.first - CLOSE), False
    for index in range(match.first - 1, first - 1, -1):
        word = line.words[index]
        if word & (Word.BE | Word.PASSIVE) or (line.modality[index] == "claimed" and not governed):
            return True
        if behind and not (word & Word.ADVERB or line.modality[index]):
            return False
        behind = behind or (governed and bool(word & Word.PREPOSITION))
        if word & Word.COORDINATOR or (line.verbal(index) and not line.modality[index]):
            return False
    return False


def _reason(line: Line, match: Match, *, named: bool) -> Reason:
    parts = [(match.first, match.last)]
    if match.tail is not None:
        parts = [(match.first, match.first + 1), (match.tail, match.last)]
    spans = tuple(_stretch(line, first, last) for first, last in parts)
    score = 0.9 if match.trigger.kind != "noun" else 0.8
    return Reason(
        f"{RULE}:{'predicate' if named else match.trigger.kind}", score, f"a word for {match.trigger.concept}", spans
    )


def _where(line: Line, clause: Clause, roles: Roles, places: Sequence[Span]) -> tuple[Span, ...]:
    """Return the place names of the clause, and phrases of place that begin with a capital where there are none."""
    start, end = line.tokens[clause.first].start, line.tokens[clause.last - 1].end
    named = [place for place in places if start <= place.start < end]
    if named:
        return tuple(named)
    found = [
        chunk for chunk in roles.where if any(line.tokens[i].text[0].isupper() for i in range(chunk.first, chunk.last))
    ]
    return tuple(span_of(line, chunk) for chunk in found)
