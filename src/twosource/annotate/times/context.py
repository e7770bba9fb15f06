"""What the words around a time tell of it: past or coming, inside a quotation, of which event, told when."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from twosource.annotate.draft import Draft
from twosource.annotate.times.grammar import Grammar
from twosource.annotate.times.programs import Step
from twosource.language import Token
from twosource.model import Reason, Span

_STOPS = frozenset(',;:.!?()–—«»“”„"')
_QUOTES = frozenset('«»“”„"')
_DASHES = frozenset("–—-")
_REACH = 18
"""So many tokens to each side can tell something of a time."""
_STEM = 4


@dataclass
class Found:
    """A time as it was matched: its tokens (indices in the draft), its sentence and its program.

    ``until`` is the token where the match ends, words outside the span included.
    """

    span: Span
    steps: tuple[Step, ...]
    first: int
    last: int
    sentence: int
    score: float = 1.0
    until: int = 0
    quoted: bool = False
    event: Span | None = None
    reported: bool | None = None


class Around:
    """The text around times: its tokens and the cue words of its language."""

    def __init__(self, draft: Draft, grammar: Grammar) -> None:
        self.tokens: Sequence[Token] = draft.tokens
        self.text = draft.text
        self._draft = draft
        self.dial = grammar.dial
        self._cues = grammar.cues
        self._quoted: dict[int, tuple[int, list[int]]] = {}
        self._before: dict[int, range] = {}
        self._after: dict[int, range] = {}

    def cue(self, name: str, index: int) -> bool:
        """Tell whether the token at ``index`` is among a table's cue words."""
        return self.tokens[index].fold in self._cues.get(name, ())

    def bounds(self, found: Found) -> range:
        """Return the indices of the tokens of the time's sentence."""
        return self._draft.token_range(self._draft.sentences[found.sentence].span)

    def before(self, found: Found) -> range:
        """Return the tokens of the clause before a time, nearest first."""
        known = self._before.get(found.first)
        if known is None:
            start = max(self.bounds(found).start, found.first - _REACH)
            index = found.first
            while index > start and self.tokens[index - 1].text not in _STOPS:
                index -= 1
            known = self._before[found.first] = range(found.first - 1, index - 1, -1)
        return known

    def after(self, found: Found) -> range:
        """Return the tokens of the clause after a time."""
        known = self._after.get(found.first)
        if known is None:
            begin = max(found.last, found.until)
            stop = min(self.bounds(found).stop, begin + _REACH)
            index = begin
            while index < stop and self.tokens[index].text not in _STOPS:
                index += 1
            known = self._after[found.first] = range(begin, index)
        return known

    def tense(self, found: Found) -> int:
        """Return 1 where the clause looks ahead, -1 where it looks back, 0 where it shows neither."""
        nearest_after = list(self.after(found))
        order = [*nearest_after[:1], *self.before(found), *nearest_after[1:]]
        for index in order:
            if self.cue("future", index):
                perfect = index + 2 < len(self.tokens) and self.cue("had", index + 1)
                return -1 if perfect and not self.cue("article", index + 2) else 1
            if self.cue("past", index) and not (index and self.cue("future", index - 1)):
                return -1
        return 0

    def quoted(self, found: Found) -> bool:
        """Tell whether a time is inside a quotation, by marks or by a dash in front of the paragraph."""
        block = self._draft.sentences[found.sentence].block
        if not 0 <= block < len(self._draft.blocks):
            return False
        if block not in self._quoted:
            indices = self._draft.token_range(self._draft.blocks[block].span)
            self._quoted[block] = indices.start, [i for i in indices if self.tokens[i].text in _QUOTES]
        begin, marks = self._quoted[block]
        if bisect_left(marks, found.first) % 2:
            return True
        if begin >= len(self.tokens) or self.tokens[begin].text not in _DASHES:
            return False
        return not any(self.cue("reporting", i) or self.cue("said", i) for i in self.before(found))

    def nouns(self, found: Found, *, reach: int = 3) -> list[str]:
        """Return the words close to a time that can name what happened then."""
        near = [*list(self.before(found))[:reach], *list(self.after(found))[:reach]]
        return [self.tokens[i].fold for i in near if len(self.tokens[i].fold) >= _STEM]

    def subject(self, found: Found) -> list[str]:
        """Return the words of the sentence before a time."""
        start = max(self.bounds(found).start, found.first - 2 * _REACH)
        return [t.fold for t in self.tokens[start : found.first] if len(t.fold) >= _STEM + 1]


def same_word(one: str, other: str) -> bool:
    """Tell whether two words can be forms of one noun: they part only in a short ending."""
    common = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        common += 1
    return common >= _STEM and max(len(one), len(other)) - common <= 3 and min(len(one), len(other)) - common <= 1


def weekday_of(found: Found) -> int | None:
    """Return the weekday of a time that is a bare weekday (no part of a night, no clock), or None."""
    name, values = found.steps[0]
    if name == "weekday" and values[1] == 0 and len(found.steps) == 1:
        return values[0]
    return None


def _told(around: Around, found: Found) -> str | None:
    """Return the kind of evidence that a bare weekday is the day of telling, or None."""
    before = list(around.before(found))
    after = list(around.after(found))[:1]
    for index in before:
        if around.cue("past", index) and not (around.cue("reporting", index) or around.cue("perfect", index)):
            return None
        if around.cue("future", index):
            return None
        if around.cue("reporting", index):
            return "reporting"
        if around.cue("perfect", index):
            return "perfect" if found.first - index <= 6 else None
    for index in after:
        for name in ("reporting", "present", "perfect"):
            if around.cue(name, index):
                return name
    return None


def narration(around: Around, times: Sequence[Found]) -> tuple[int, Reason] | None:
    """Return the weekday on which the text is told, with its evidence, or None where it is not sure."""
    votes: Counter[int] = Counter()
    spans: dict[int, list[Span]] = {}
    for found in times:
        weekday = weekday_of(found)
        name, values = found.steps[0]
        if name == "named":
            weekday = (values[1] - values[0] - 1) % 7 + 1
        elif weekday is None or found.quoted or _told(around, found) is None:
            continue
        votes[weekday] += 1
        spans.setdefault(weekday, []).append(found.span)
    if len(votes) != 1:
        return None
    weekday, count = votes.most_common(1)[0]
    reason = Reason("times-v1:narrated", min(0.6 + 0.15 * count, 0.95), "told in the present", tuple(spans[weekday]))
    return weekday, reason
