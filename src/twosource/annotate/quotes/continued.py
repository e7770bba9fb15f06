"""Indirect speech that goes on over sentences without an inquit of its own, as its mood shows ("Neue Ware sei ...").

Rule: indirect-v1:goes_on.
"""

from __future__ import annotations

from twosource.annotate.quotes.bracket import Clause, find_clauses, is_mood, is_sure, looks_mood
from twosource.annotate.quotes.found import Found
from twosource.annotate.quotes.governors import about, quoting
from twosource.annotate.quotes.reader import Phrase, Reader
from twosource.annotate.quotes.standing import has

MOST = 8
"""How many things somebody may be told to have said in one sentence of another's speech."""
FAR = 3
"""How many sentences back whoever is quoted may have spoken last."""

_TOLD_INSIDE = frozenset(f"frames-v1:{kind}" for kind in ("that", "whether", "infinitive", "mood", "report"))


class Continuation:
    """Finds the sentences that go on with what was said before; asked for each sentence in order."""

    def __init__(self, reader: Reader, direct: list[Found]) -> None:
        self.reader = reader
        self._direct = direct
        self._passed = 0
        self._moods = self._find_moods()

    def read(self, before: Found | None, number: int, first: int, last: int) -> list[Found]:
        """Return sentence ``number``, tokens ``first`` to ``last``, as speech that goes on, or nothing.

        Args:
            before: The last indirect speech in front of it.
            number: Its number.
            first: Its first token.
            last: The token behind its last word.
        """
        reader = self.reader
        sure, perhaps = self._mood(first, last)
        if not (sure or perhaps):
            return []
        if "goes_on" in reader.classes(first) and first + 2 < last:
            first += 1
        before = self._latest(before, first)
        distance = number - self._number(before) if before is not None else FAR + 1
        if before is not None and distance <= (FAR if sure else 1) and self._spoken(before):
            teller = self._teller(number - 1) if distance > 1 else None
            if teller is not None:
                return [Found(first, last, last, "indirect", "indirect-v1:goes_on", 0.6, None, teller)]
            if distance > 1 and reader.draft.sentences[number].block != before.block:
                return self._freely(number, first, last) if sure else []
            speaker = before.speaker or (before.inquit.speaker if before.inquit is not None else None)
            found = Found(first, last, last, "indirect", "indirect-v1:goes_on", 0.7, before.inquit, speaker)
            found.carry = speaker is None
            return [found]
        return self._freely(number, first, last) if sure else []

    def carry(self, before: Found | None, number: int, said: list[Found]) -> None:
        """Give hearsay to whoever was quoted in the sentence before it, in the same block."""
        for each in said:
            latest = self._latest(before, each.first) if each.inquit is None and each.speaker is None else None
            if latest is None or not each.rule.endswith("hearsay") or number - self._number(latest) != 1:
                continue
            if latest.block == self.reader.draft.sentences[number].block:
                each.speaker = latest.speaker or (latest.inquit.speaker if latest.inquit is not None else None)

    def takes_over(self, said: list[Found], first: int, last: int) -> bool:
        """Tell whether what a sentence says is only told in somebody's speech ("Er habe gesagt, dass ...")."""
        if not 0 < len(said) <= MOST or not self.reader.grammar.bracket:
            return False
        if not all(f.rule in _TOLD_INSIDE for f in said):
            return False
        clauses = find_clauses(self.reader, first, last)
        return all(any(self._inside(clause, f) for clause in clauses) for f in said)

    def _inside(self, clause: Clause, found: Found) -> bool:
        """Tell whether the cue of a find stands in a main clause that its mood shows to be speech."""
        if found.inquit is None or not clause.first <= found.inquit.cue[0] < clause.last:
            return False
        return clause.kind == "main" and is_sure(self.reader, clause)

    def _mood(self, first: int, last: int) -> tuple[bool, bool]:
        """Tell whether a sentence surely is, and whether it may be, somebody's speech by its verbs or first word."""
        reader = self.reader
        if "goes_on" in reader.classes(first):
            return True, True
        clauses = find_clauses(reader, first, last) if has(self._moods, first, last) else []
        if any(self._goes_by(clause) for clause in clauses):
            return True, True
        told = [clause for clause in clauses if clause.kind == "main" and (clause.mood or self._modal(clause))]
        if not told or "subjunction" in reader.classes(first):
            return any(is_sure(reader, clause) for clause in told), False
        return any(is_sure(reader, clause) for clause in told), True

    def _goes_by(self, clause: Clause) -> bool:
        """Tell whether a main clause says behind its beginning that it goes by what was said ("kamen demnach um")."""
        behind = range(max(clause.verb, clause.first) + 1, clause.last)
        return clause.kind in ("main", "piece") and any("goes_on" in self.reader.classes(i) for i in behind)

    def _find_moods(self) -> list[int]:
        """Return the tokens that may show that their clause is somebody's speech, in order."""
        reader, of_class = self.reader, self.reader.standing.of_class
        found = {*of_class["hearsay_modal"], *of_class["goes_on"]}
        found.update(index for index in of_class["subjunctive"] if is_mood(reader, index))
        if reader.grammar.mood_endings:
            found.update(index for index in range(len(reader.tokens)) if looks_mood(reader, index))
        return sorted(found)

    def _modal(self, clause: Clause) -> bool:
        """Tell whether the verb of a clause is the modal of hearsay, which goes on with what somebody said."""
        return clause.verb >= 0 and "hearsay_modal" in self.reader.classes(clause.verb)

    def _latest(self, before: Found | None, first: int) -> Found | None:
        """Return the later one of ``before`` and the last direct speech in front of a token."""
        while self._passed < len(self._direct) and self._direct[self._passed].first < first:
            self._passed += 1
        direct = self._direct[self._passed - 1] if self._passed else None
        if direct is None or direct.form == "heading":
            return before
        return direct if before is None or direct.first > before.first else before

    def _number(self, found: Found) -> int:
        return self.reader.sentence_number(self.reader.tokens[max(found.end, found.last) - 1].start)

    def _spoken(self, found: Found) -> bool:
        """Tell whether somebody is known to have said something, or is to be found."""
        return found.speaker is not None or found.carry or found.inquit is not None

    def _teller(self, number: int) -> Phrase | None:
        """Return who is the subject of a verb of saying in the last main clause of sentence ``number`` that has one."""
        reader = self.reader
        covered = reader.draft.token_range(reader.draft.sentences[number].span)
        clauses = find_clauses(reader, covered.start, covered.stop) if reader.grammar.bracket else []
        for at in range(len(clauses) - 1, -1, -1):
            inquit = quoting(reader, clauses, at) if clauses[at].kind == "main" else None
            if inquit is not None:
                return inquit.speaker
        return None

    def _freely(self, number: int, first: int, last: int) -> list[Found]:
        """Return a sentence that its mood alone shows to be said: by whom the sentence before it is about."""
        if not self.reader.grammar.bracket or number == 0:
            return []
        covered = self.reader.draft.token_range(self.reader.draft.sentences[number - 1].span)
        speaker = self._teller(number - 1) or about(self.reader, covered.start, covered.stop)
        return [Found(first, last, last, "indirect", "indirect-v1:free", 0.5, None, speaker)]


def merge(before: Found | None, found: Found, number: int, reader: Reader) -> bool:
    """Let ``before`` take in ``found`` where both go on with one speaker's words in one block; tell whether it did."""
    if before is None or not all(each.rule.endswith(("goes_on", "free")) for each in (before, found)):
        return False
    same = before.inquit is found.inquit and before.speaker == found.speaker and before.block == found.block
    if "goes_on" in reader.classes(found.first - 1):
        return False
    if not same or reader.sentence_number(reader.tokens[before.last - 1].start) != number - 1:
        return False
    before.last = before.end = found.last
    return True
