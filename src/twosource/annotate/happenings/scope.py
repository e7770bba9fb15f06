"""Polarity and modality: whether what a trigger says is affirmed, and whether it has happened."""

from __future__ import annotations

from twosource.annotate.happenings.clauses import Clause, Line
from twosource.annotate.happenings.lexicon import Match, Word

AFTER = 3
"""How many tokens after a finite verb a negation still belongs to it."""

REACH = 20
"""How many tokens behind a word of hearsay the verb that it is said of may stand."""


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
        for index in range(end - 1, clause.first - 1, -1):
            if self._line.modality[index]:
                return self._kind(index)
        return ""

    def _kind(self, index: int) -> str:
        """Return the modality of the word at ``index``; a modal before "have done" only passes on what is said."""
        line = self._line
        if line.tokens[index].fold in line.lexicon.hearsay:
            ahead = line.words[index + 1 : index + 3]
            if any(word & Word.INFINITIVE for word in ahead[:1]) or any(self._perfect(index + 1 + n) for n in range(2)):
                return "claimed"
            if self._perfect_behind(index):
                return "claimed"
        return line.modality[index]

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
        if noun and (governed or definite):
            return "affirmed"
        if self._handed[number] == "denied" or self._last_modality(clause, match.first) == "denied":
            return "denied"
        around = line.words[clause.first : match.first]
        if match.tail is not None:
            around = around + line.words[match.first + 1 : match.tail]
        if not noun and clause.verb == match.first:
            around = around + line.words[match.last : min(match.last + AFTER, clause.last)]
        return "denied" if any(word & Word.NEGATION for word in around) else "affirmed"
