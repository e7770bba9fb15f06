"""Participants: noun phrases around a trigger, and which of them act, suffer, or say where."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from twosource.annotate.happenings.clauses import Clause, Line
from twosource.annotate.happenings.lexicon import CLOSED, Match, Word
from twosource.model import Span


class Chunk(msgspec.Struct, frozen=True):
    """A noun phrase: tokens ``first`` to ``last`` (exclusive); ``preposition`` is the word that governs it, or ""."""

    first: int
    last: int
    preposition: str


class Roles(msgspec.Struct):
    """The noun phrases of a trigger, by what they do in it."""

    who: list[Chunk]
    whom: list[Chunk]
    where: list[Chunk]


def find_chunks(line: Line, clause: Clause, timed: Sequence[bool]) -> list[Chunk]:
    """Return the noun phrases of a clause in order; tokens in ``timed`` belong to times and to no phrase."""
    chunks: list[Chunk] = []
    first, preposition = -1, ""
    for index in range(clause.first, clause.last):
        kind = _kind(line, clause, index, timed)
        if kind == "in" and first >= 0 and _begins(line, first, index):
            chunks.append(Chunk(first, index, preposition))
            first, preposition = index, ""
        elif kind == "in" and first < 0:
            first = index
        elif kind != "in":
            if first >= 0:
                chunks.append(Chunk(first, index, preposition))
                first, preposition = -1, ""
            if kind == "preposition":
                preposition = line.tokens[index].fold
            elif kind == "out":
                preposition = ""
    if first >= 0:
        chunks.append(Chunk(first, clause.last, preposition))
    return _join_partitives(line, chunks)


def _join_partitives(line: Line, chunks: list[Chunk]) -> list[Chunk]:
    """Join "hundreds" and "of demonstrators"."""
    joined: list[Chunk] = []
    for chunk in chunks:
        before = joined[-1] if joined else None
        if (
            before is not None
            and chunk.preposition in line.lexicon.roles["partitive"]
            and before.last + 1 == chunk.first
        ):
            last = before.last - 1
            if line.words[last] & Word.DETERMINER or line.tokens[last].text.isdigit():
                joined[-1] = Chunk(before.first, chunk.last, before.preposition)
                continue
        joined.append(chunk)
    return joined


def _kind(line: Line, clause: Clause, index: int, timed: Sequence[bool]) -> str:
    """Return whether a token is ``in`` a noun phrase, a ``preposition``, a ``break`` that keeps it, or ``out``."""
    token, word = line.tokens[index], line.words[index]
    if timed[index]:
        return "break"
    if not token.text.isalnum():
        glued = clause.first < index < clause.last - 1 and line.tokens[index - 1].end == token.start
        return "in" if glued and token.end == line.tokens[index + 1].start else "out"
    if line.breaks[index]:
        return "out"
    if word & Word.BOUND and _counts(line, index + 1):
        return "in"
    if index and line.words[index - 1] & Word.INFINITIVE and not line.words[index - 1] & Word.SUBORDINATOR:
        return "out"
    if word & (Word.DETERMINER | Word.PRONOUN) and not word & (Word.PREPOSITION | Word.SUBORDINATOR):
        return "in"
    if index == clause.first and token.fold in line.lexicon.roles["some"]:
        return "in"
    if word & Word.PREPOSITION:
        opens = index == clause.first and clause.opener & Word.SUBORDINATOR and word & Word.SUBORDINATOR
        return "out" if opens else "preposition"
    if word & Word.COORDINATOR:
        joined = clause.first < index < clause.last - 1 and not line.verbal(index + 1)
        return (
            "in" if joined and line.tokens[index - 1].text.isalnum() and not line.words[index - 1] & CLOSED else "out"
        )
    if word & CLOSED or line.lexicon.modality.get(token.fold) or word & Word.RELATIVE:
        return "out"
    return "in"


def _counts(line: Line, index: int) -> bool:
    """Tell whether a number stands at ``index``."""
    if index >= len(line.tokens):
        return False
    return line.tokens[index].text.isdigit() or bool(line.words[index] & Word.NUMBER)


def _begins(line: Line, first: int, index: int) -> bool:
    """Tell whether a new noun phrase begins at ``index`` though the one from ``first`` goes on."""
    quantity = Word.DETERMINER | Word.BOUND
    token = line.tokens[index]
    starts = bool(line.words[index] & quantity) or token.text.isdigit()
    if not starts or line.tokens[index - 1].end == token.start:
        return False
    if line.words[index - 1] & (quantity | Word.COORDINATOR) or line.tokens[index - 1].text.isdigit():
        return False
    return any(not line.words[i] & quantity for i in range(first, index))


def _subject(clause: Clause, chunks: list[Chunk], match: Match) -> Chunk | None:
    """Return the noun phrase that the clause's verb belongs to, before it or, in an inverted clause, after it."""
    verb = clause.verb if clause.verb is not None else match.first
    free = [chunk for chunk in chunks if not chunk.preposition and not _only(chunk, match)]
    before = [chunk for chunk in free if chunk.last <= verb]
    if before:
        return before[0]
    if clause.opener & Word.RELATIVE and verb <= clause.first + 2:
        return None
    return next((chunk for chunk in free if chunk.first > verb), None)


def _only(chunk: Chunk, match: Match) -> bool:
    """Tell whether a noun phrase is nothing but the trigger."""
    return match.first <= chunk.first and chunk.last <= match.last and match.tail is None


def _article(line: Line, index: int) -> bool:
    """Tell whether a determiner other than a number stands at ``index``."""
    return index >= 0 and line.words[index] & (Word.DETERMINER | Word.NUMBER) == Word.DETERMINER


def _passive(line: Line, clause: Clause, match: Match, handed: bool) -> bool:
    """Tell whether a verb's subject is what it is done to."""
    before = line.words[clause.first : match.first]
    if any(word & Word.PASSIVE for word in before):
        return True
    if any(word & Word.BE for word in before) and not any(word & Word.HAVE for word in before):
        return True
    if line.tokens[match.first].fold.endswith(line.lexicon.endings["voice"]):
        return True
    return handed and not any(line.verbal(i) for i in range(clause.first, match.first))


class Casting:
    """Gives the triggers of a line their noun phrases; holds what one clause hands down to the next."""

    def __init__(self, line: Line, timed: Sequence[bool]) -> None:
        self._line = line
        self._timed = timed
        self._last: Chunk | None = None
        self._subject: Chunk | None = None
        self._pending: Chunk | None = None
        self._prior: Chunk | None = None
        self._passive = False
        self.chunks: list[Chunk] = []
        self._clause: Clause | None = None

    def enter(self, clause: Clause) -> None:
        """Go on to the next clause of the line."""
        if self.chunks:
            self._last = self.chunks[-1]
            if self._clause is not None and self._clause.verb is None and not self._clause.opener & Word.SUBORDINATOR:
                self._pending = next((chunk for chunk in self.chunks if not chunk.preposition), None)
        self._clause = clause
        self.chunks = find_chunks(self._line, clause, self._timed)
        self._prior = self._subject or self._prior
        if not clause.opener & Word.COORDINATOR:
            self._passive, self._subject = False, None

    def cast(self, match: Match) -> Roles:
        """Return who and whom the trigger names in its clause, and the place phrases there.

        Where "it" stands in front of a verb that only people do ("That denies the ministry"), the rest is who.
        """
        assert self._clause is not None
        roles = Roles([], [], [])
        if match.trigger.kind == "noun":
            self._cast_noun(match, roles)
        else:
            self._cast_verb(match, self._clause, roles)
        self._add_after(match, roles)
        who, whom = self._named(roles.who), self._named(roles.whom)
        if match.trigger.kind == "active" and roles.who and not who:
            who, whom = whom, []
        roles.who, roles.whom = who, whom
        return roles

    def _named(self, chunks: list[Chunk]) -> list[Chunk]:
        """Return noun phrases without those that name nothing ("there", "it", an article that a mark cuts off)."""
        empty = self._line.lexicon.roles["expletive"]
        return [
            c
            for c in chunks
            if c.last - c.first > 1 or not (self._line.tokens[c.first].fold in empty or self._cut_off(c))
        ]

    def _cut_off(self, chunk: Chunk) -> bool:
        """Tell whether a noun phrase is only an article in front of a mark: 'condemns the "unfair" verdict'."""
        line = self._line
        article = line.tokens[chunk.first].fold in line.lexicon.roles["article"]
        return article and chunk.last < len(line.tokens) and not line.tokens[chunk.last].text.isalnum()

    def _acts(self, match: Match, clause: Clause, own: Chunk | None) -> bool:
        """Tell whether a form that is participle and past tense alike has a subject that acts and an object."""
        line, words = self._line, self._line.words[clause.first : match.first]
        if any(word & (Word.BE | Word.PASSIVE) for word in words) or _article(line, match.first - 1):
            return False
        if line.tokens[match.first].fold.endswith(line.lexicon.endings["voice"]):
            return False
        if any(word & Word.HAVE for word in words):
            return True
        if own is not None and not match.first <= own.first < match.last - 1 and own.last > match.last:
            return False
        before = any(not chunk.preposition and chunk.first < match.first for chunk in self.chunks)
        after = next((c for c in self.chunks if not c.preposition and c.first >= match.last), None)
        if after is None or any(line.words[i] & Word.PREPOSITION for i in range(match.last, after.first)):
            return False
        return clause.verb == match.first and before

    def _cast_active(self, match: Match, clause: Clause, roles: Roles) -> None:
        """Cast a trigger whose subject acts."""
        own = next((c for c in self.chunks if c.first < match.first < c.last == match.last), None)
        subject = self._find_subject(match, clause) if own is None else self._without(own, match)
        self._passive = False
        if own is not None and (actor := self._before(own)) is not None and subject is not None:
            self._subject = actor
            roles.who.append(actor)
            roles.whom.append(subject)
            return
        if subject is not None:
            self._subject = subject
            roles.who.append(subject)
        self._add_object(match, subject, roles)

    def _before(self, own: Chunk) -> Chunk | None:
        """Return who acts where the object stands between him and a participle at the end ("hat acht Männer ...")."""
        return next((c for c in self.chunks if not c.preposition and c.last <= own.first), None)

    def _without(self, own: Chunk, match: Match) -> Chunk:
        """Return a noun phrase without the participle that ends it, unless that is its noun ("the injured")."""
        if match.last < own.last or match.first == own.first or _article(self._line, match.first - 1):
            return own
        return Chunk(own.first, match.first, own.preposition)

    def _find_subject(self, match: Match, clause: Clause) -> Chunk | None:
        if clause.verb == match.first and self._line.tokens[match.first].fold.endswith(
            self._line.lexicon.endings["gerund"]
        ):
            return self._prior
        found = _subject(clause, self.chunks, match)
        if found is None and clause.opener & Word.RELATIVE:
            return self._last
        if clause.verb is None or (found is not None and found.last <= clause.verb):
            return found
        if clause.opener & Word.COORDINATOR and self._subject is not None:
            return self._subject
        if self._pending is not None and clause.verb == clause.first:
            return self._pending
        return found

    def _cast_verb(self, match: Match, clause: Clause, roles: Roles) -> None:
        own = next((c for c in self.chunks if c.first <= match.first < c.last and c.last - c.first > 1), None)
        if match.trigger.kind == "state" and self._acts(match, clause, own):
            self._cast_active(match, clause, roles)
            return
        if match.trigger.kind == "state" and own is not None:
            roles.whom.append(self._without(own, match))
            return
        beside = next((c for c in self.chunks if c.last == match.first), None)
        if match.trigger.kind == "state" and beside is not None and match.last - match.first > 1 and match.tail is None:
            roles.whom.append(beside)
            return
        subject = self._find_subject(match, clause)
        kind = match.trigger.kind
        suffers = kind in ("suffer", "state") or (kind == "verb" and _passive(self._line, clause, match, self._passive))
        self._passive = match.trigger.kind == "verb" and suffers
        if subject is not None:
            self._subject = subject
            (roles.whom if suffers else roles.who).append(subject)
        if not suffers:
            self._add_object(match, subject, roles)

    def _add_object(self, match: Match, subject: Chunk | None, roles: Roles) -> None:
        free = [chunk for chunk in self.chunks if chunk != subject and not chunk.preposition]
        after = [chunk for chunk in free if chunk.first >= match.last]
        within = [chunk for chunk in free if match.first < chunk.first < match.last]
        between = [chunk for chunk in free if subject is not None and subject.last < chunk.first < match.first]
        roles.whom.extend((within or after or between)[:1])

    def _cast_noun(self, match: Match, roles: Roles) -> None:
        own = next((c for c in self.chunks if c.first <= match.first < c.last), None)
        clause = self._clause
        if own is None or clause is None:
            return
        owner = self._owner(own, match)
        if owner is not None:
            roles.who.append(owner)
        elif not own.preposition and clause.verb is not None and clause.verb < own.first:
            subject = _subject(clause, self.chunks, match)
            if subject is not None and subject != own:
                roles.who.append(subject)

    def _owner(self, own: Chunk, match: Match) -> Chunk | None:
        """Return the genitive in front of a noun ("Norges valg"), without what stands between."""
        for index in range(match.first - 1, own.first - 1, -1):
            fold = self._line.tokens[index].fold
            if fold.endswith(self._line.lexicon.endings["genitive"]) and not self._line.words[index] & Word.DETERMINER:
                return Chunk(own.first, index + 1, own.preposition)
        return None

    def _add_after(self, match: Match, roles: Roles) -> None:
        """Add what prepositions govern after the trigger, up to the next verb, and all places of the clause."""
        lists = self._line.lexicon.roles
        end = self._reach(match)
        for chunk in self.chunks:
            if not chunk.preposition:
                continue
            if chunk.preposition in lists["place"] and chunk.first != match.first:
                roles.where.append(chunk)
            if not match.last <= chunk.first < end or match.trigger.kind in ("suffer", "state"):
                continue
            if chunk.preposition in lists["affected"] and not roles.whom:
                roles.whom.append(chunk)
            elif chunk.preposition in lists["agent"] and not roles.who:
                roles.who.append(chunk)
            elif chunk.preposition in lists["party"]:
                roles.whom.append(chunk)

    def _reach(self, match: Match) -> int:
        """Return where the next verb or trigger after this one begins, or the end of the clause."""
        line, end = self._line, self._clause_end()
        return next((i for i in range(match.last, end) if line.verbal(i) or line.begins[i]), end)

    def _clause_end(self) -> int:
        return self._clause.last if self._clause is not None else len(self._line.tokens)


def span_of(line: Line, chunk: Chunk) -> Span:
    """Return the words of a noun phrase in the text."""
    return Span(line.tokens[chunk.first].start, line.tokens[chunk.last - 1].end)
