"""Frames: what a clause of saying takes, in a language with a sentence bracket.

A clause that can be said is given to the verb or noun of saying that governs it; a clause with a verb of saying at its
start closes what stands in front of it; a clause whose verb tells what somebody demands or denies is an account itself.

Rule: frames-v1.
"""

from __future__ import annotations

from twosource.annotate.quotes.bracket import COMPLEMENTS, DEPENDENT, Clause, find_clauses, is_sure, stands_second
from twosource.annotate.quotes.clauses import promises
from twosource.annotate.quotes.found import Found
from twosource.annotate.quotes.governors import find_governor, find_unknown, is_open, quoting
from twosource.annotate.quotes.inquit import Inquit
from twosource.annotate.quotes.inverted import find_inverted
from twosource.annotate.quotes.reader import DASHES, Reader
from twosource.annotate.quotes.reports import find_report
from twosource.annotate.quotes.segments import Line, Marked, find_marked, form_of

FARTHEST = 3
"""How many clauses back a governor may stand."""
NEAR = 6
"""How many clauses behind a told clause its inquit may stand."""


class Frames:
    """Reads the frames of one sentence, tokens ``first`` to ``last`` (exclusive, without its end mark)."""

    def __init__(self, reader: Reader, first: int, last: int) -> None:
        self.reader = reader
        self.clauses = find_clauses(reader, first, last)
        self.marked = find_marked(reader, Line(first, last, "paragraph", -1, False))
        self.taken: set[int] = set()
        self.found: list[Found] = []

    def read(self) -> list[Found]:
        """Return what is said in the sentence, in order."""
        for number in range(1, len(self.clauses)):
            if number not in self.taken:
                self._complement(number) or self._trailing(number)
        for number in range(len(self.clauses)):
            if number not in self.taken and not self._words(number):
                self._report(number)
        self.found.sort(key=lambda f: f.first)
        return self.found

    def _add(self, first: int, last: int, rule: str, score: float, inquit: Inquit, begin: int) -> Found:
        """Keep a find, without the marks at its ends; ``begin`` is where its frame opens."""
        form = form_of(self.reader, first, last)
        found = Found(first, last, max(last, inquit.last), form, f"frames-v1:{rule}", score, inquit, begin=begin)
        self.found.append(found)
        return found

    # -- what a verb or noun takes
    def _can_be_said(self, number: int) -> bool:
        """Tell whether a clause can be what a clause before it says."""
        clause = self.clauses[number]
        if clause.mark not in (",", ":"):
            return False
        if clause.kind in COMPLEMENTS:
            return True
        if clause.kind == "main" and (clause.mood or self._plain(number) or self._open(number)):
            return True
        if clause.kind == "piece" and self._resumed(number):
            return True
        return "goes_by" in self.reader.classes(clause.first) or self._named_source(clause)

    def _plain(self, number: int) -> bool:
        """Tell whether a main clause has the modal of hearsay for its verb ("..., 200 Stellen sollen wegfallen")."""
        clause = self.clauses[number]
        kinds = self.reader.classes(clause.first)
        if kinds & {"break", "and"} or clause.verb == clause.first or clause.final:
            return False
        return "hearsay_modal" in self.reader.classes(clause.verb)

    def _open(self, number: int) -> bool:
        """Tell whether a main clause fills what the clause before it says: a verb of saying and its subject alone."""
        if number - 1 in self.taken or self.clauses[number].mark != ",":
            return False
        return stands_second(self.reader, self.clauses[number]) and is_open(self.reader, self.clauses, number - 1)

    def _resumed(self, number: int) -> bool:
        """Tell whether a phrase opens a main clause in the subjunctive that an addition interrupts."""
        following = self.clauses[number + 1 : number + 3]
        return any(c.kind == "main" and c.mood and c.verb == c.first for c in following)

    def _named_source(self, clause: Clause) -> bool:
        """Tell whether a relative clause says what stands in the document before it ("nach denen", "laut dem")."""
        first = self.reader.classes(clause.first)
        return "source_preposition" in first and "relative" in self.reader.classes(clause.first + 1)

    def _complement(self, number: int) -> bool:
        """Give a clause to what governs it; tell whether there is such."""
        if not self._can_be_said(number):
            return False
        clause = self.clauses[number]
        governor = None if self._told_by_another(number) else self._governor(number)
        if governor is None:
            return False
        end = self._extent(number)
        first = clause.first
        if "goes_by" in self.reader.classes(first):
            first += 1
        elif self._named_source(clause):
            first += 2
        self.taken.update(range(number, end + 1))
        if first < self.clauses[end].last:
            kind = clause.kind if clause.kind in COMPLEMENTS else "mood"
            self._add(first, self.clauses[end].last, kind, 0.9, governor, min(first, governor.first))
        return True

    def _told_by_another(self, number: int) -> bool:
        """Tell whether what governs a clause is itself told by an inquit behind ("X wisse, dass ..., sagte Y")."""
        before = self.clauses[number - 1]
        if before.kind != "main" or not is_sure(self.reader, before):
            return False
        behind = range(number + 1, min(number + 1 + NEAR, len(self.clauses)))
        return any(find_inverted(self.reader, self.clauses, at) is not None for at in behind)

    def _governor(self, number: int) -> Inquit | None:
        """Return what governs a clause: a verb or noun of saying in a clause before it."""
        clause = self.clauses[number]
        kind = clause.kind if clause.kind in COMPLEMENTS else "bare"
        for at in range(number - 1, max(number - 1 - FARTHEST, -1), -1):
            if at in self.taken:
                return None
            governor = find_governor(self.reader, self.clauses, at, kind)
            if governor is not None:
                self.taken.add(at)
                return governor
            if kind in ("that", "bare") and at == number - 1 and is_sure(self.reader, clause):
                return self._unknown(at)
            if self.clauses[at].kind not in ("relative", "subjunction", "piece"):
                return None
        return None

    def _unknown(self, at: int) -> Inquit | None:
        """Return the inquit of a verb that no table has, where the mood behind it shows that it is one of saying."""
        governor = find_unknown(self.reader, self.clauses, at)
        if governor is not None:
            self.taken.add(at)
        return governor

    def _extent(self, number: int) -> int:
        """Return the number of the last clause of what is said from clause ``number`` on."""
        end = number
        for at in range(number + 1, len(self.clauses)):
            clause = self.clauses[at]
            if clause.mark == ";" or find_inverted(self.reader, self.clauses, at) is not None:
                break
            if clause.mark in DASHES and not clause.mood:
                break
            opens = bool(self.reader.classes(clause.first) & {"break", "and"})
            if not (clause.kind in DEPENDENT or clause.mood or (clause.final and not opens)):
                break
            if clause.kind == "piece" and at + 1 < len(self.clauses) and self.clauses[at + 1].kind == "main":
                following = self.clauses[at + 1]
                if not following.mood and "break" in self.reader.classes(clause.first):
                    break
            end = at
        return end

    # -- what stands in front
    def _trailing(self, number: int) -> bool:
        """Give what stands in front of an inquit to its speaker; tell whether there is one."""
        inquit = find_inverted(self.reader, self.clauses, number)
        if inquit is None:
            return False
        start = self._left(number)
        if start < 0:
            return False
        first, last = self.clauses[start].first, self.clauses[number - 1].last
        self.taken.update(range(start, number + 1))
        rule, end = "trailing", number
        parts: list[tuple[int, int]] = []
        if inquit.last >= self.clauses[number].last and self._goes_on(number):
            end = self._extent_behind(number)
            parts = [(first, last), (self.clauses[number + 1].first, self.clauses[end].last)]
            self.taken.update(range(number, end + 1))
            last = self.clauses[end].last
        found = self._add(first, last, rule, 0.9, inquit, first)
        found.parts = parts
        promised = promises(self.reader, first, last) if inquit.relays else None
        if promised is not None and inquit.speaker is not None:
            found.speaker, found.above = promised, [*inquit.relays, inquit.speaker]
        return True

    def _left(self, number: int) -> int:
        """Return the first clause of what stands in front of an inquit, -1 where nothing there is a statement."""
        start = number
        while start > 0 and start - 1 not in self.taken and self.clauses[start].mark not in (";", ":"):
            start -= 1
        left = self.clauses[start:number]
        if not left:
            return -1
        if left[0].kind in ("main", "that", "whether", "infinitive"):
            return start
        formula = "so" if self.clauses[number].verb < 0 else ""
        if left[0].kind == "subjunction" and any(c.kind == "main" for c in left[1:]):
            return start
        if formula and self._goes_on(number):
            return start
        if left[0].kind == "piece" and any(c.kind == "main" for c in left[1:]):
            return start
        return -1

    def _goes_on(self, number: int) -> bool:
        """Tell whether what is said goes on behind an inquit between two commas."""
        if number + 1 >= len(self.clauses):
            return False
        clause, so = self.clauses[number + 1], "so_said" in self.reader.classes(self.clauses[number].first)
        if clause.kind in ("piece", "relative") and not (so and self._unfinished(number - 1)):
            return False
        return "break" not in self.reader.classes(clause.first) or clause.mood

    def _unfinished(self, number: int) -> bool:
        """Tell whether a clause lacks what its auxiliary or mood promises, or has no verb yet."""
        clause = self.clauses[number]
        return clause.verb < 0 or (clause.mood and clause.verb >= clause.last - 3)

    def _extent_behind(self, number: int) -> int:
        end = number + 1
        while end + 1 < len(self.clauses) and self.clauses[end + 1].kind in DEPENDENT:
            end += 1
        return end

    # -- what a clause tells itself
    def _report(self, number: int) -> None:
        """Keep a main clause whose verb tells what somebody demands, denies, expects or calls something."""
        report = find_report(self.reader, self.clauses, number)
        if report is None:
            return
        start, end = self._whole(number)
        first, last = self.clauses[start].first, self.clauses[end].last
        self.taken.update(range(start, end + 1))
        self._add(first, last, "report", 0.7, report, first)

    def _words(self, number: int) -> bool:
        """Keep the words in marks that a verb of saying quotes ("nannte es „einen Fehler“"); tell whether there are."""
        reader, clause = self.reader, self.clauses[number]
        quoted = [m for m in self.marked if clause.first <= m.opened < clause.last and self._is_quoted(m)]
        if not quoted or clause.verb < 0:
            return False
        inquit = quoting(reader, self.clauses, number)
        if inquit is None:
            return False
        for marked in quoted:
            found = self._add(marked.first, marked.last, "words", 0.7, inquit, marked.opened)
            found.form = "verbatim"
        self.taken.add(number)
        return True

    def _is_quoted(self, marked: Marked) -> bool:
        """Tell whether words in marks are no name: they begin small, or behind an indefinite article or "as"."""
        reader, before = self.reader, marked.opened - 1
        kinds = reader.classes(before)
        if not marked.closed or kinds & {"so_called", "outlet", "agency"}:
            return False
        return reader.char(marked.first)[0].islower() or bool(kinds & {"indefinite", "called"})

    def _whole(self, number: int) -> tuple[int, int]:
        """Return the first and last clause of the statement that a main clause makes."""
        start = end = number
        while start > 0 and start - 1 not in self.taken and self.clauses[start - 1].kind != "main":
            if self.clauses[start].mark in (";", ":", *DASHES):
                break
            start -= 1
        while end + 1 < len(self.clauses) and end + 1 not in self.taken and self.clauses[end + 1].kind in DEPENDENT:
            if self.clauses[end + 1].mark in (";", ":", *DASHES):
                break
            end += 1
        return start, end


def read_frames(reader: Reader, first: int, last: int) -> list[Found]:
    """Return what the frames of a sentence hold; nothing where the language has no sentence bracket."""
    return Frames(reader, first, last).read() if reader.grammar.bracket else []
