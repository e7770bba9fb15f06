"""Finding times: only where words of a grammar stand together can a time stand, and most have been met before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from twosource.annotate.times.digits import JOINTS
from twosource.annotate.times.grammar import Grammar
from twosource.annotate.times.matching import Matcher
from twosource.annotate.times.programs import Step
from twosource.annotate.times.saying import Said, Wording, filled, is_plain, wordings
from twosource.annotate.times.signs import STRANGE, UNASKED, Signs
from twosource.language import Token

KEPT = 50_000
"""So many places in what is remembered of a grammar."""
TABLE = 100
"""So many numbers and marks without a word between them are a table, of which nothing is told."""
AGAIN = 48
"""Behind so many tokens of one run a matcher begins anew and forgets what it found; it sees twice as many more."""
_DIGITS = re.compile(r"\d+")
_EDGE, _END, _LINE_END = -2, -3, -4
"""Stands for a sign where a run ends, and behind it where it matters whether the line or text ends there too."""


def at_end(text: str, at: int) -> bool:
    """Tell whether a text or its line ends at ``at``, but for a mark that ends sentences."""
    return not text[at : at + 2].strip(" .!?")[:1].strip()


class Time(NamedTuple):
    """A time found: the tokens from its start to ``end``, the span of it inside, and what it says.

    ``steps`` is None where it says nothing that can be a time, and so only bars one.
    """

    end: int
    steps: tuple[Step, ...] | None
    first: int
    last: int


class Outcome(NamedTuple):
    """What begins at a place, its tokens counted from there; ``barred`` tokens are in no time.

    ``wording`` waits for the numbers of the text; ``steps`` is what it says where it takes none from there.
    """

    end: int
    first: int
    last: int
    wording: tuple[Wording, ...] | None
    steps: tuple[Step, ...] | None
    barred: int


_NOTHING = Outcome(0, 0, 0, None, None, 0)
Node = dict[int, "Node | Outcome"]


class Recall:
    """What the matching of a grammar came to, by the signs of the words that it depends on."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.signs = Signs(grammar)
        self.times: Node = {}
        self.series: Node = {}
        self.size = 0

    def keep(self, root: Node, path: Sequence[int], outcome: Outcome) -> None:
        """Remember what a row of signs comes to."""
        self.size += len(path)
        if self.size > KEPT:
            self.times.clear()
            self.series.clear()
            self.size = len(path)
        node = root
        for sign in path[:-1]:
            following = node.get(sign)
            if not isinstance(following, dict):
                following = node[sign] = {}
            node = following
        node[path[-1]] = outcome


@lru_cache(maxsize=64)
def recall_of(grammar: Grammar) -> Recall:
    """Return what is remembered of a grammar."""
    return Recall(grammar)


def find_items(
    grammar: Grammar, tokens: Sequence[Token], text: str, stretches: Iterable[range] | None = None
) -> Iterator[Time]:
    """Yield the longest times of each stretch of tokens, from left to right, none overlapping.

    A time goes on over no word that the grammar does not have, so each run of words that it has is matched for itself.
    Most words of news begin no time, and cost one look into a dict.
    """
    sweep = _Sweep(recall_of(grammar), tokens, text)
    begins = [at for at, sign in enumerate(sweep.signs) if sign & 1]
    for stretch in (range(len(tokens)),) if stretches is None else stretches:
        low = bisect_left(begins, stretch.start)
        high = bisect_left(begins, stretch.stop, low)
        if low < high:
            yield from sweep.times(begins[low:high], stretch)


class _Sweep:
    """One pass over the tokens of a text."""

    def __init__(self, recall: Recall, tokens: Sequence[Token], text: str) -> None:
        known = recall.signs.known
        self._recall = recall
        self._tokens = tokens
        self._text = text
        self._start, self._stop, self._no_table = 0, len(tokens), 0
        self._matcher: tuple[int, int, Matcher] | None = None
        self.signs = [known.get(token.fold, STRANGE) for token in tokens]
        if tokens:
            for found in _DIGITS.finditer(text, tokens[0].start, tokens[-1].end):
                self.signs[bisect_left(tokens, (found.start(),))] = UNASKED

    def times(self, begins: Iterable[int], stretch: range) -> Iterator[Time]:
        """Yield the times of a stretch of tokens; none begins but at ``begins``."""
        self._start, self._stop = stretch.start, stretch.stop
        at, root = 0, self._recall.times
        for first in begins:
            if first < at or not self._sign(first) & 1:
                continue
            found = self._outcome(root, first)
            if found is _NOTHING:
                continue
            if beyond := self._table(first):
                at = beyond
                continue
            if found.last <= found.barred:
                at = first + found.barred
                continue
            at = first + found.last
            yield self._time(found, first)
            while at < self._stop and self._sign(at) and not self._tokens[at].text[0].isdigit():
                found = self._outcome(self._recall.series, at)
                if not found.last:
                    break
                yield self._time(found, at)
                at += found.last

    def _sign(self, at: int) -> int:
        sign = self.signs[at]
        if sign == UNASKED:
            sign = self.signs[at] = self._recall.signs.word(self._tokens[at], self._text).sign
        return sign

    def _end(self, first: int) -> int:
        """Return where the run that begins at token ``first`` ends: each of its words can follow the one before it.

        It is followed no farther than a matcher that begins there can see.
        """
        at, one, farthest = first + 1, self._sign(first), min(self._stop, first + 3 * AGAIN)
        while at < farthest:
            other = self._sign(at)
            if not self._goes_on(one, other, at):
                break
            one = other
            at += 1
        return at

    def _goes_on(self, one: int, other: int, at: int) -> bool:
        """Tell whether a run goes on with token ``at`` of the sign ``other`` behind one of the sign ``one``."""
        return (one and other and self._recall.signs.linked(one, other)) or self._joins(at)

    def _joins(self, at: int) -> bool:
        """Tell whether a token may belong to the number before it: a mark between two, or a number behind it."""
        tokens = self._tokens
        if tokens[at].text[0].isdigit():
            before = tokens[at - 1].text
            return before[0].isdigit() or (before in JOINTS and at > 1 and tokens[at - 2].text[0].isdigit())
        if tokens[at].text not in JOINTS or at + 1 >= self._stop:
            return False
        return tokens[at - 1].text[0].isdigit() and tokens[at + 1].text[0].isdigit()

    def _table(self, first: int) -> int:
        """Return where the table of numbers and marks ends that token ``first`` is in, 0 where it is in none."""
        if first < self._no_table:
            return 0
        end = begin = first
        while end < self._stop and self._inside(end):
            if self._tokens[end].text[0].isalpha():
                self._no_table = end
                return 0
            end += 1
        for at in range(first - 1, self._start - 1, -1):
            if not self._inside(at):
                break
            if self._tokens[at].text[0].isalpha():
                self._no_table = end
                return 0
            begin = at if self._sign(at) & 1 else begin
        return end if end - begin > TABLE else 0

    def _inside(self, at: int) -> bool:
        """Tell whether a time can stand over a token."""
        return bool(self.signs[at]) or self._joins(at)

    def _outcome(self, root: Node, at: int) -> Outcome:
        """Return what begins at token ``at``: as remembered in a tree of the signs from there on, or worked out now."""
        stop, one = self._stop, self._sign(at)
        found = root.get(one)
        place = at + 1
        while isinstance(found, dict):
            sign = self._sign(place) if place < stop else STRANGE
            following = found.get(sign) if sign or (place < stop and self._joins(place)) else None
            if following is None and (place == stop or not self._goes_on(one, sign, place)):
                following = found.get(_EDGE)
                if isinstance(following, dict):
                    following = following.get(self._edge(place))
            found, one = following, sign
            place += 1
        return self._work_out(root, at) if found is None else found

    def _edge(self, stop: int) -> int:
        """Return what a run ends with; before a word that a time could go on with, no line ends."""
        if stop < self._stop and self.signs[stop]:
            return _END
        return _LINE_END if at_end(self._text, self._tokens[stop - 1].end) else _END

    def _work_out(self, root: Node, at: int) -> Outcome:
        known = self._matcher
        if known is None or not at < known[1] or at > known[0] + AGAIN:
            recall, end = self._recall, self._end(at)
            ends = self._edge(end) == _LINE_END
            self._matcher = known = (
                at,
                end,
                Matcher(recall.grammar, recall.signs, self._tokens, self._text, end, ends=ends),
            )
        _, end, matcher = known
        item, barred = matcher.time(at) if root is self._recall.times else (matcher.more(at), 0)
        outcome = _NOTHING
        if item is not None:
            words = wordings(item.program, at)
            plain = filled(words, self._said(at)) if words is not None and is_plain(words) else None
            outcome = Outcome(item.end - at, item.first - at, item.last - at, words, plain, max(barred - at, 0))
        elif barred:
            outcome = _NOTHING._replace(barred=barred - at)
        path = [self._sign(place) for place in range(at, min(matcher.seen + 1, end))]
        if matcher.seen == end:
            path.append(_EDGE)
            if matcher.asked:
                path.append(self._edge(end))
        self._recall.keep(root, path, outcome)
        return outcome

    def _time(self, found: Outcome, at: int) -> Time:
        steps = found.steps
        if steps is None and found.wording is not None:
            steps = filled(found.wording, self._said(at))
        return Time(found.end + at, steps, found.first + at, found.last + at)

    def _said(self, at: int) -> Callable[[Said], int]:
        """Return what tells the numbers that the tokens from ``at`` on say."""

        def number(said: Said) -> int:
            return self._recall.signs.word(self._tokens[at + said.token], self._text).numbers[said.place]

        return number
