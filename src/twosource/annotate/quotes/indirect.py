"""Indirect speech: that-clauses, according-to, trailing inquits, nominal cues, hearsay.

Rule: indirect-v1.
"""

from __future__ import annotations

from collections.abc import Iterator

from twosource.annotate.quotes.clauses import (
    LOOSE,
    can_break_in,
    clause_end,
    clause_start,
    complement,
    cut_subordinate,
    is_addition,
    promises,
    subject_before,
)
from twosource.annotate.quotes.direct import subject
from twosource.annotate.quotes.found import Found
from twosource.annotate.quotes.frames import read_frames
from twosource.annotate.quotes.grammar import Cue
from twosource.annotate.quotes.hearsay import find_hearsay
from twosource.annotate.quotes.inquit import Inquit, author, past_adverbs
from twosource.annotate.quotes.inquits import hearer, inquit_after, read_tail, settle, utterance_of, viewed_by
from twosource.annotate.quotes.nominals import find_nominal
from twosource.annotate.quotes.particles import particle_after
from twosource.annotate.quotes.postposed import according_behind, find_postposed
from twosource.annotate.quotes.reader import DASHES, OPENERS, Phrase, Reader
from twosource.annotate.quotes.segments import form_of
from twosource.annotate.quotes.statements import (
    authority_within,
    cite,
    closes_in_passive,
    contrasted,
    fronted_medium,
    may_close,
    past_relative,
    statement_around,
    statement_end,
    take_between,
)


class SentenceReader:
    """Reads one sentence, tokens ``first`` to ``last`` (exclusive, without its end mark), from left to right."""

    def __init__(self, reader: Reader, first: int, last: int) -> None:
        self.reader = reader
        self.first, self.last = first, last
        self.cursor = first
        self.found: list[Found] = []
        self.outer: Inquit | None = None
        self.subject: Phrase | None = None
        self.behind = find_postposed(reader, first, last)
        self.framed = {f.begin: f for f in read_frames(reader, first, last)} if reader.grammar.bracket else {}

    def read(self) -> list[Found]:
        """Return the indirect speech of the sentence."""
        index = self._next(self._fronted())
        while index < self.last:
            index = self._next(self._step(index))
        if self.outer is not None:
            self._settle_outer()
        return self.found

    def _add(self, first: int, last: int, rule: str, score: float, inquit: Inquit | None) -> None:
        """Keep a find, without the marks and space at its ends."""
        while first < last and not self._begins(first):
            first += 1
        while last > first and self.reader.char(last - 1) in ",:;" + DASHES:
            last -= 1
        if last <= first:
            return
        end, form = max(last, inquit.last if inquit else last), form_of(self.reader, first, last)
        self.found.append(Found(first, last, end, form, f"indirect-v1:{rule}", score, inquit))

    def _begins(self, index: int) -> bool:
        """Tell whether what is said can begin with the token: no comma, and no "og" that only joins clauses."""
        if not self.reader.is_word(index):
            return self.reader.char(index) in OPENERS
        return index == self.first or "break" not in self.reader.classes(index)

    def _fronted(self) -> int:
        """Read an according-to phrase that opens the sentence; return where to go on."""
        reader = self.reader
        first = self.first
        if "break" in reader.classes(first):
            first += 1
        if reader.cue(first, "hearsay") is not None:
            return self.first
        formula = reader.cue(first, "according") or viewed_by(reader, first)
        if formula is None or reader.cue(first, "own_account"):
            bracket = inquit_after(reader, first, self.last) if self._formal(first) else None
            bracket = bracket or utterance_of(reader, first, self.last) or according_behind(reader, first, self.last)
            if bracket is None:
                return self.first
            self.outer = bracket
        else:
            self.outer = inquit_after(reader, first, self.last)
        if self.outer is None:
            return self.first
        self.cursor = past_relative(reader, self.outer.last, self.last)
        return self.cursor

    def _formal(self, index: int) -> bool:
        """Tell whether an according-to phrase or a clause like "wie X berichtet" may begin at the token."""
        known = self.reader.cue(index, "according", "according_to_noun", "own_account")
        return known is not None or "as_said" in self.reader.classes(index)

    def _settle_outer(self) -> None:
        """Give the sentence to the authority that opens it, or put that authority above what others say in it."""
        outer = self.outer
        if outer is None:
            return
        inner = [f for f in self.found if f.inquit is not outer]
        if inner:
            cut = contrasted(self.reader, outer.last, inner[0], self.last)
            if cut > outer.last:
                self._add(past_relative(self.reader, outer.last, cut), cut, "according", 0.85, outer)
                self.found.sort(key=lambda f: f.first)
                inner = inner if outer.speaker is not None and self.reader.is_medium(outer.speaker) else []
            for each in inner:
                if outer.speaker is not None:
                    each.above.insert(0, outer.speaker)
                each.above[:0] = outer.relays
            return
        start = past_relative(self.reader, outer.last, self.last)
        if start < self.last:
            self._add(start, statement_end(self.reader, start, self.last), "according", 0.9, outer)

    def _step(self, index: int) -> int:
        """Read what begins at the token; return where to go on."""
        if self.reader.grammar.bracket:
            return self._bracketed(index)
        for read in (self._formula, self._trailing, self._verb, self._passive, self._nominal, self._hearsay):
            end = read(index)
            if end > index:
                return end
        return index + 1

    def _bracketed(self, index: int) -> int:
        """Read what begins at the token in a language with a sentence bracket; return where to go on."""
        framed = self.framed.get(index)
        if framed is not None:
            self.found.append(framed)
            self.cursor = framed.end + (self.reader.char(framed.end) == ",")
            return max(self.cursor, index + 1)
        end = self._formula(index)
        return max(end if end > index else self._hearsay(index), index + 1)

    def _next(self, index: int) -> int:
        """Return the first token from ``index`` on at which something may begin, the sentence's end where none is."""
        at = self.reader.standing.beginnings.find(1, index, self.last)
        at = at if at >= 0 else self.last
        if self.behind or self.framed:
            at = min((begin for begin in (*self.behind, *self.framed) if index <= begin < at), default=at)
        return at

    def _formula(self, index: int) -> int:
        """Read an according-to phrase inside or at the end of the sentence."""
        reader = self.reader
        if index == self.first or reader.cue(index, "hearsay"):
            return index
        inquit = (
            authority_within(reader, self.first, index, self.last)
            if self._formal(index)
            else self.behind.get(index) or utterance_of(self.reader, index, self.last)
        )
        if inquit is None or inquit.speaker is None:
            return index
        at_end = inquit.last >= self.last or not reader.is_word(inquit.last)
        if reader.char(index - 1) == "," and reader.char(inquit.last) == ",":
            at_end = bool(reader.classes(inquit.last + 1) & {"break", "relative", "subjunction"})
        previous = self.found[-1] if self.found else None
        if previous is not None and previous.end >= index - 1 and at_end:
            if not cite(reader, previous, index, inquit.speaker):
                previous.above.insert(0, inquit.speaker)
            previous.end = inquit.last
        elif at_end and (reader.char(index - 1) == "," or inquit.last >= self.last):
            self._add(self.cursor, index, "according", 0.9, inquit)
        else:
            start, end = statement_around(reader, self.cursor, index, inquit.last, self.last)
            self._add(start, end, "according", 0.85, inquit)
            inquit.last = end
        self.cursor = max(index + 1, inquit.last)
        return self.cursor

    def _trailing(self, index: int) -> int:
        """Read ", siger X" behind a clause."""
        reader = self.reader
        if (index <= self.cursor and not self._follows(index)) or not may_close(reader, index - 1):
            return index
        if is_addition(reader, self.cursor, index - 1):
            return index
        verb = reader.verb(index)
        if verb is None and not reader.grammar.verb_second:
            return self._trailing_other(index)
        parted = reader.tokens[index].fold in reader.grammar.split or "as_said" in reader.classes(index)
        if verb is None and "auxiliary" not in reader.classes(index) and not parted:
            return self._passive_trailing(index)
        inquit = inquit_after(reader, index, self.last)
        if inquit is None or not settle(reader, inquit, self.last):
            return index
        if complement(reader, inquit.last, self.last, inquit.verb or Cue("cue")) and reader.char(inquit.last) == ",":
            kinds = reader.classes(inquit.last + 1)
            if kinds & {"that", "whether"} and "relative" not in kinds:
                return index
        return self._attribute(index, inquit)

    def _follows(self, index: int) -> bool:
        """Tell whether the token stands right behind the comma that ends what somebody was just found to say."""
        return bool(self.found) and index == self.cursor and self.found[-1].end == index - 1

    def _attribute(self, index: int, inquit: Inquit) -> int:
        """Give what stands before the inquit at ``index`` to its speaker."""
        previous = self.found[-1] if self.found else None
        if previous is not None and previous.end >= index - 1 and inquit.speaker is not None:
            previous.above[:0] = [*inquit.relays, inquit.speaker]
            previous.end = inquit.last
        else:
            count, promised = len(self.found), promises(self.reader, self.cursor, index) if inquit.relays else None
            self._add(self.cursor, index, "trailing", 0.95, inquit)
            if promised is not None and inquit.speaker is not None and len(self.found) > count:
                self.found[-1].speaker, self.found[-1].above = promised, [*inquit.relays, inquit.speaker]
        self.cursor = max(index + 1, inquit.last)
        return self.cursor

    def _trailing_other(self, index: int) -> int:
        """Read ", X says" where the speaker stands in front."""
        inquit = inquit_after(self.reader, index, self.last)
        if inquit is not None and inquit.last >= self.last:
            return self._attribute(index, inquit)
        cue = inquit is not None and inquit.verb is not None and inquit.verb.kind == "cue"
        return self._parenthesis(index, inquit) if cue and inquit and self.reader.char(inquit.last) == "," else index

    def _parenthesis(self, index: int, inquit: Inquit) -> int:
        """Read ", X says," inside a sentence: what stands on both sides is said."""
        start = clause_start(self.reader, self.cursor, index)
        if inquit.speaker is None or not can_break_in(self.reader, start, index, inquit.speaker):
            return index
        end = clause_end(self.reader, inquit.last, self.last)
        self._add(start, end, "trailing", 0.85, inquit)
        self.cursor = end
        return end

    def _passive_trailing(self, index: int) -> int:
        """Read ", oplyses det": said by nobody named."""
        if not closes_in_passive(self.reader, index, self.last):
            return index
        self._add(self.cursor, index, "passive", 0.7, None)
        return self.last

    def _verb(self, index: int) -> int:
        """Read a verb of saying with its subject and what it takes."""
        reader = self.reader
        verb = reader.verb(index) or reader.verb(index, "other") or reader.verb(index, "participle")
        particle = particle_after(reader, index, self.last)
        if particle > index + 1 and (verb is None or verb[0] < particle):
            verb = index + 1, reader.grammar.parted
        if verb is None:
            return index
        if verb[1].shape == "participle":
            return self._participle(index, verb)
        start = clause_start(reader, self.cursor, index)
        phrase, behind = subject_before(reader, start, index)
        if self.subject is not None and "and" in reader.classes(index - 1):
            phrase, behind = self.subject, False
        if verb[1].shape == "other" and not any("auxiliary" in reader.classes(i) for i in range(start, index)):
            return index
        if phrase is None and not behind:
            phrase = self.subject
        at = verb[0]
        if behind:
            phrase = reader.phrase(past_adverbs(self.reader, at, self.last), self.last)
            at = phrase.last if phrase is not None else at
        at = max(at, particle)
        if phrase is None and "that" in reader.classes(at) and "that" in verb[1].takes:
            return self._unnamed(at)
        if phrase is None or ("impersonal" in reader.classes(phrase.first) and phrase.last == phrase.first + 1):
            return index
        return self._said(index, verb, phrase, at, behind)

    def _unnamed(self, at: int) -> int:
        """Keep a that-clause whose verb has no subject ("Dijo que ..."): whoever spoke last goes on."""
        end = clause_end(self.reader, at, self.last)
        self._add(at, end, "that", 0.75, None)
        if self.found:
            self.found[-1].carry = True
        self.cursor = end
        return end

    def _participle(self, index: int, verb: tuple[int, Cue]) -> int:
        """Read ", saying that ...": whoever the sentence is about says it."""
        phrase = self.subject or subject(self.reader, self.first, index)
        if phrase is None or index == self.first:
            return index
        return self._said(index, verb, phrase, verb[0], False)

    def _said(self, index: int, verb: tuple[int, Cue], phrase: Phrase, at: int, behind: bool) -> int:
        """Keep what the verb at ``index`` takes, where it takes something."""
        reader = self.reader
        inquit = Inquit(index, at, (index, verb[0]), verb[1], author(reader, phrase))
        hearer(reader, inquit, self.last)
        inquit.medium = inquit.medium or (fronted_medium(self.reader, self.first, index) if behind else None)
        at = inquit.last
        direct = complement(reader, at, self.last, verb[1])
        if not behind and phrase.last < index:
            take_between(reader, inquit, phrase, index)
        verb_second = reader.grammar.verb_second
        if direct is None or direct[2] in ("bare", "person"):
            tail = Inquit(index, at, (index, verb[0]), verb[1], inquit.speaker)
            tail.medium, tail.addressee = inquit.medium, inquit.addressee
            tail = read_tail(reader, tail, self.last)
            later = complement(reader, tail.last, self.last, verb[1])
            if later is not None and later[2] not in LOOSE and (direct is None or later[2] == "that"):
                tail.medium = tail.medium or inquit.medium
                direct, inquit = later, tail
            elif direct is not None and direct[2] == "bare" and tail.medium is not inquit.medium:
                direct = None
            elif later is not None and later[2] == "bare" and tail.last > at and not (behind or verb_second):
                direct = later
        if direct is None or (behind and direct[2] in ("bare", "object")):
            return index
        if direct[2] == "person" and all(reader.is_capital(i) for i in range(direct[0], direct[1])):
            return index
        direct = cut_subordinate(reader, clause_start(reader, self.cursor, index), index, direct)
        self.subject = phrase
        if not (direct[2] == "that" and self._repeated(direct[0] + 1, direct[1], inquit)):
            self._add(direct[0], direct[1], direct[2], 0.9 if direct[2] == "that" else 0.75, inquit)
        self.cursor = direct[1]
        if reader.char(self.cursor) in ",;":
            self.cursor += 1
            if "break" in reader.classes(self.cursor):
                self.cursor += 1
        if self.found:
            self.found[-1].end = direct[1]
        return max(direct[1], index + 1)

    def _repeated(self, first: int, last: int, outer: Inquit) -> bool:
        """Read what X says that Y has said: Y's words, X and those he has it from above them."""
        reader = self.reader
        phrase = reader.phrase(first, last)
        passed_on = bool(outer.relays) or (outer.speaker is not None and reader.is_medium(outer.speaker))
        if not passed_on or phrase is None or reader.verb(phrase.last) is None:
            return False
        inner = SentenceReader(reader, first, last).read()
        for each in inner:
            each.above[:0] = [*outer.relays, *([outer.speaker] if outer.speaker is not None else [])]
        self.found.extend(inner)
        return bool(inner)

    def _passive(self, index: int) -> int:
        """Read "det opplyses at ...": said by nobody named."""
        verb = self.reader.verb(index, "passive")
        if verb is None:
            return index
        said = complement(self.reader, past_adverbs(self.reader, verb[0], self.last), self.last, verb[1])
        if said is None or said[2] not in ("that", "whether"):
            return index
        inquit = Inquit(index, verb[0], (index, verb[0]), verb[1], None)
        self._add(said[0], said[1], "passive", 0.7, inquit)
        self.cursor = said[1]
        return said[1]

    def _nominal(self, index: int) -> int:
        """Read "Xs påstand om at ..." and "påstanden fra X om at ..."."""
        said = find_nominal(self.reader, self.first, index, self.last)
        if said is None:
            return index
        self._add(said[0], said[1], "nominal", 0.85, said[2])
        self.cursor = said[1]
        return said[1]

    def _hearsay(self, index: int) -> int:
        """Read "skal ha" and "angiveligt": said by nobody named."""
        said = find_hearsay(self.reader, self.cursor, index, self.last) if self.outer is None else None
        if said is None or self._named(range(*said)):
            return index
        self._add(said[0], said[1], "hearsay", 0.6, None)
        self.cursor = said[1]
        return said[1]

    def _named(self, covered: range) -> bool:
        """Tell whether an authority is named in a clause, whose words it then is."""
        return self.reader.grammar.bracket and any(at in self.behind or self._formal(at) for at in covered)


def read_sentence(reader: Reader, first: int, last: int) -> Iterator[Found]:
    """Yield the indirect speech of a sentence, tokens ``first`` to ``last`` (exclusive) without its end mark."""
    yield from SentenceReader(reader, first, last).read()
