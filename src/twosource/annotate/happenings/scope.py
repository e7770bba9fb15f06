"""Polarity and modality: whether what a trigger says is affirmed, and whether it has happened."""

from __future__ import annotations

from twosource.annotate.happenings.clauses import Clause, Line
from twosource.annotate.happenings.lexicon import FINITE, Match, Word

AFTER = 3
"""How many tokens after a finite verb a negation still belongs to it."""

NEAR = 4
"""How many tokens in front of a word of evidence or denial its negation may stand."""

REACH = 20
"""How many tokens behind a word of hearsay the verb that it is said of may stand."""


EVIDENCE = "evidence"
"""The kind of words such as "sign of": with a negation they deny, without one what they lead to is open."""
INDICATION = "indication"
"""The kind of verbs such as "tyder på" (points to): the same, and they reach what stands in their own clause, too."""


class Scope:
    """What the words of a line say of the triggers in each of its clauses."""

    def __init__(self, line: Line, clauses: list[Clause]) -> None:
        self._line = line
        self._handed = [""] * len(clauses)
        for number in range(1, len(clauses)):
            self._handed[number] = self._hand_down(clauses[number - 1], clauses[number], self._handed[number - 1])

    def _hand_down(self, before: Clause, clause: Clause, inherited: str) -> str:
        """Return the modality that a clause takes from the one before it ("fears | that ...")."""
        words = self._line.words[clause.first : min(clause.first + 2, clause.last)]
        if any(word & Word.CONDITION for word in words):
            return "possible"
        if clause.opener & Word.COORDINATOR and inherited and clause.verb is not None:
            return inherited
        if not any(word & Word.COMPLEMENT for word in words):
            return ""
        return self._last_modality(before, before.last) or (inherited if before.verb is None else "")

    def _last_modality(self, clause: Clause, end: int) -> str:
        index = self._last_word(clause, end)
        return "" if index is None else self._kind(index)

    def _last_word(self, clause: Clause, end: int) -> int | None:
        """Return the last word of modality before ``end``; evidence that is not denied reaches other clauses alone."""
        for index in range(end - 1, clause.first - 1, -1):
            kind = self._line.modality[index]
            if kind and (kind != EVIDENCE or end == clause.last or self._negated(index)):
                return index
        return None

    def _kind(self, index: int) -> str:
        """Return the modality of the word at ``index``; a modal before "have done" only passes on what is said."""
        line = self._line
        if line.tokens[index].fold in line.lexicon.hearsay:
            ahead = line.words[index + 1 : index + 3]
            if any(word & Word.INFINITIVE for word in ahead[:1]) or any(self._perfect(index + 1 + n) for n in range(2)):
                return "claimed"
            if self._perfect_behind(index):
                return "claimed"
        if line.modality[index] in (EVIDENCE, INDICATION):
            return "denied" if self._negated(index) else "possible"
        if line.modality[index] == "denied" and self._negated(index):
            return "possible"
        return line.modality[index]

    def _negated(self, index: int) -> bool:
        """Tell whether a negation belongs to the small words at ``index``: "no sign of", "cannot rule out"."""
        line, first, last = self._line, index, index + 1
        while first > max(index - REACH, 0) and line.modality[first - 1] == line.modality[index]:
            first -= 1
        while last < min(index + REACH, len(line.tokens)) and line.modality[last] == line.modality[index]:
            last += 1
        near = range(first - 1, max(first - NEAR, 0) - 1, -1)
        before = next((i for i in near if line.words[i] & Word.COMPLEMENT), -1)
        behind = range(last, min(last + AFTER - 1, len(line.tokens)))
        ends = next((i for i in behind if line.words[i] & Word.COMPLEMENT), behind.stop)
        around = (*range(max(before + 1, first - NEAR), first), *range(last, ends))
        if any(line.words[i] & Word.NEGATION or line.modality[i] == "denied" for i in around):
            return True
        return line.modality[index] == EVIDENCE and self._absent(last)

    def _absent(self, index: int) -> bool:
        """Tell whether "there is not" stands behind: "Hinweise darauf gibt es nicht"."""
        words = self._line.words[index : index + REACH]
        exists = next((number for number, word in enumerate(words) if word & Word.EXIST), None)
        return exists is not None and any(word & Word.NEGATION for word in words[exists : exists + 2 * AFTER])

    def _perfect(self, index: int) -> bool:
        line = self._line
        if index >= len(line.tokens):
            return False
        return line.tokens[index].fold in line.lexicon.perfect

    def _perfect_behind(self, index: int) -> bool:
        """Tell whether what follows ends in a participle and "have": where the verb stands last."""
        line = self._line
        for match in line.matches:
            if index < match.first <= index + REACH and match.trigger.kind != "noun":
                last = match.last
                while last < len(line.tokens) and line.words[last] & Word.PASSIVE:
                    last += 1
                if self._perfect(last):
                    return True
        return False

    def modality(self, match: Match, clause: Clause, number: int, *, governed: bool, definite: bool) -> str:
        """Return the modality of a trigger; one that a preposition governs, or that is definite, is taken as given."""
        if match.trigger.kind == "noun":
            if self._to_be_held(match, clause):
                return "planned"
            if governed or definite:
                return match.trigger.modality
        found = self._last_modality(clause, match.tail if match.tail is not None else match.first)
        if found and found != "denied":
            return found
        if found == "denied":
            return "claimed"
        if self._purpose(match, clause):
            return "planned"
        handed = self._handed[number]
        return "claimed" if handed == "denied" else handed or match.trigger.modality

    def _to_be_held(self, match: Match, clause: Clause) -> bool:
        """Tell whether a noun is the subject of "is to be held" and the like."""
        line = self._line
        modal = next((i for i in range(match.last, clause.last) if line.words[i] & Word.MODAL), None)
        if modal is None or self._kind(modal) != "planned":
            return False
        return any(word & Word.HOLD for word in line.words[modal : min(modal + 8, clause.last)])

    def _purpose(self, match: Match, clause: Clause) -> bool:
        """Tell whether an infinitive of something not yet done leads to the trigger."""
        line = self._line
        for index in range(match.first - 1, clause.first - 1, -1):
            if index == clause.first and clause.opener & Word.SUBORDINATOR:
                return False
            if line.words[index] & Word.INFINITIVE and not line.words[index] & Word.PREPOSITION:
                if self._perfect(index + 1):
                    return False
                before = line.words[clause.first : index]
                return not any(word & Word.IMPLICATIVE for word in before)
            if match.first - index > 6 or (line.verbal(index) and match.trigger.kind == "verb"):
                return False
        return False

    def _missing(self, match: Match, clause: Clause) -> bool:
        """Tell whether a noun that opens its clause is said not to exist: "Verletzte gab es nicht"."""
        words = self._line.words
        if any(word & FINITE for word in words[clause.first : match.first]):
            return False
        if any(word & Word.EXIST for word in words[match.last : min(match.last + AFTER, clause.last)]):
            return any(word & Word.NEGATION for word in words[match.last : clause.last])
        return False

    def _unplanned(self, match: Match, clause: Clause) -> bool:
        """Tell whether what a noun says is not planned: "an evacuation of the town is not planned"."""
        words = self._line.words
        behind = range(match.last, min(match.last + 2 * NEAR + 1, clause.last))
        if any(word & FINITE for word in words[clause.first : match.first]):
            behind = range(match.last, match.last)
        near = (*range(max(match.first - AFTER, clause.first), match.first), *behind)
        planned = (i for i in near if self._line.modality[i] == "planned" and not words[i] & Word.MODAL)
        index = next(planned, None)
        if index is None:
            return False
        first = max(index - AFTER, clause.first if index < match.first else match.last)
        return any(word & Word.NEGATION for word in words[first : min(index + 2, clause.last)])

    def _behind_contrast(self, match: Match, clause: Clause) -> int:
        """Return where the words that concern a trigger begin: "not terror | but an attempted murder"."""
        contrasts = (i for i in range(match.first - 1, clause.first - 1, -1) if self._line.words[i] & Word.CONTRAST)
        return next(contrasts, clause.first)

    def _refused(self, match: Match, clause: Clause) -> bool:
        """Tell whether a negation governs a noun that is not taken as given: "not an accident", "ikke om et uheld"."""
        line = self._line
        for index in range(match.first - 1, max(clause.first, match.first - AFTER) - 1, -1):
            if line.words[index] & Word.NEGATION:
                return True
            if line.tokens[index].fold in line.lexicon.roles["article"]:
                return False
            if not line.words[index] & (Word.PREPOSITION | Word.DETERMINER):
                return False
        return False

    def polarity(self, match: Match, clause: Clause, number: int, *, governed: bool, definite: bool) -> str:
        """Return ``denied`` where a negation reaches the trigger, else ``affirmed``."""
        line = self._line
        noun = match.trigger.kind == "noun"
        if noun and self._refused(match, clause):
            return "denied"
        if noun and not governed and self._unplanned(match, clause):
            return "denied"
        if noun and (governed or definite):
            return "affirmed"
        if match.trigger.kind in ("noun", "state") and self._missing(match, clause):
            return "denied"
        last = self._last_word(clause, match.first)
        if self._handed[number] == "denied" or (last is not None and self._kind(last) == "denied"):
            return "denied"
        if last is not None and line.modality[last] == "denied":
            return "affirmed"
        around = line.words[self._behind_contrast(match, clause) : match.first]
        if match.tail is not None:
            around = around + line.words[match.first + 1 : match.tail]
        if not noun and clause.verb == match.first:
            around = around + line.words[match.last : min(match.last + AFTER, clause.last)]
        return "denied" if any(word & Word.NEGATION for word in around) else "affirmed"
