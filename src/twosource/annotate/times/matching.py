"""Matching a grammar against the tokens of a stretch of text, at one place after the other.

What is found says which numbers it takes from which words, not what they are, so that it holds for all words with the
same signs (`signs`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from twosource.annotate.times.grammar import END, NOT, SERIES, TOP, Grammar, Rule, Rules
from twosource.annotate.times.saying import Atom, Said, write
from twosource.annotate.times.signs import Signs
from twosource.language import Token

LONGEST = 24
"""No time is worded in more tokens than this."""
_NONE: frozenset[str] = frozenset()


_State = tuple[int, tuple[tuple[int, tuple[Atom, ...]], ...], int, int]
"""Where a rule stands: the next token, what its elements have said, the span so far (-1: not begun)."""


class Item(NamedTuple):
    """Something recognised: the tokens from its start to ``end``, the span of it inside, and what it says."""

    end: int
    program: tuple[Atom, ...]
    first: int
    last: int
    number: int


class Matcher:
    """The items of the tokens up to ``stop``, found on demand and kept; ``ends``: the text or line ends there too.

    ``seen`` is the last token that the answers so far depend on, ``stop`` for where the tokens end; ``asked`` tells
    whether it was asked there for the end of the text.
    """

    def __init__(
        self, grammar: Grammar, signs: Signs, tokens: Sequence[Token], text: str, stop: int, *, ends: bool
    ) -> None:
        self._grammar = grammar
        self._signs = signs
        self._tokens = tokens
        self._text = text
        self._stop = stop
        self._ends = ends
        self._lexemes: dict[int, dict[str, list[Item]]] = {}
        self._items: dict[tuple[str, int], tuple[list[Item], int]] = {}
        self._starts: dict[int, frozenset[str]] = {}
        self._far: dict[int, int] = {}
        self._reach = 0
        self.seen = 0
        self.asked = False

    def time(self, at: int) -> tuple[Item | None, int]:
        """Return the longest time from token ``at`` on, and up to where a likeness of one bars it (0: nowhere)."""
        self.seen = at
        possible = self._possible(at)
        if not (TOP in possible or NOT in possible) or not self._goes_on(at):
            return None, 0
        best = self._best(at, TOP)
        if best is not None and best.first > at and (inner := self._best(best.first, TOP)) is not None:
            best = inner if inner.last > best.last else best
        return best, max((item.last for item in self.items(NOT, at)), default=0)

    def more(self, at: int) -> Item | None:
        """Return the longest time that goes on with a series right behind another one."""
        self.seen = at
        return self._best(at, SERIES)

    def _best(self, at: int, category: str) -> Item | None:
        self._reach = at + LONGEST
        return max(self.items(category, at), key=lambda item: (item.last, item.end, -item.number), default=None)

    def _possible(self, at: int) -> frozenset[str]:
        """Return the categories that can begin at token ``at``, by its word and classes alone."""
        found = self._starts.get(at)
        if found is None:
            fold, grammar = self._tokens[at].fold, self._grammar
            found = grammar.word_starts.get(fold, _NONE)
            if fold in grammar.lexicon or fold[0].isdigit():
                classes = self.lexemes(at)
                if classes:
                    found = grammar.above(fold, frozenset(classes))
            self._starts[at] = found
        far = self._far.get(at, at)
        self.seen = max(self.seen, far)
        return found

    def _goes_on(self, at: int) -> bool:
        """Tell whether the next token can follow the one at ``at``, or that one can be all."""
        fold, follow = self._tokens[at].fold, self._grammar.follow
        symbols = ["'" + fold]
        for name, items in self.lexemes(at).items():
            if any(item.end > at + 1 for item in items):
                return True
            symbols.append(name)
        known = [follow(symbol) for symbol in symbols]
        if any(following.end for following in known):
            return True
        self.seen = max(self.seen, at + 1)
        if at + 1 >= self._stop:
            return False
        fold, possible = self._tokens[at + 1].fold, self._possible(at + 1)
        return any(fold in f.words or not possible.isdisjoint(f.categories) for f in known)

    def items(self, category: str, at: int) -> list[Item]:
        """Return every item of a category that begins at token ``at``."""
        key = (category, at)
        known = self._items.get(key)
        if known is not None:
            self.seen = max(self.seen, known[1])
            return known[0]
        if at >= self._stop:
            self.seen = self._stop
            return []
        if at > self._reach or category not in (possible := self._possible(at)):
            return []
        self._items[key] = [], at
        outer, self.seen = self.seen, at
        found = self._found(category, at, possible)
        self._items[key] = found, self.seen
        self.seen = max(self.seen, outer)
        return found

    def _found(self, category: str, at: int, possible: frozenset[str]) -> list[Item]:
        found = list(self.lexemes(at).get(category, ()))
        rules = self._grammar.by_word.get(category)
        if rules is not None:
            begun = rules.get(self._tokens[at].fold)
            for rule in self._possible_rules(begun, (at + 1,)) if begun is not None else ():
                found.extend(self._match(rule, at))
        groups = self._grammar.by_category.get(category)
        if groups is not None:
            for first in self._grammar.firsts(category, possible):
                begun_with = self.items(first, at)
                if begun_with:
                    for rule in self._possible_rules(groups[first], {item.end for item in begun_with}):
                        found.extend(self._match(rule, at))
        if len(found) < 2:
            return found
        best: dict[tuple[int, tuple[Atom, ...]], Item] = {}
        for item in found:
            best.setdefault((item.end, item.program), item)
        return list(best.values())

    def _possible_rules(self, rules: Rules, ends: Iterable[int]) -> list[Rule]:
        """Return the rules whose second element can begin at one of the tokens where their first can end."""
        places = set(rules.alone)
        if rules.categories or rules.words:
            for end in ends:
                self.seen = max(self.seen, end)
                if end == self._stop:
                    places.update(rules.categories.get(END, ()))
                    continue
                if rules.categories:
                    for name in self._possible(end) & rules.categories.keys():
                        places.update(rules.categories[name])
                places.update(rules.words.get(self._tokens[end].fold, ()))
        return [rules.listed[place] for place in sorted(places)]

    def _match(self, rule: Rule, at: int) -> Iterator[Item]:
        """Yield the items that a rule makes from token ``at`` on."""
        states: list[_State] = [(at, (), -1, at)]
        tokens, stop = self._tokens, self._stop
        for element in rule.elements:
            following: list[_State] = []
            for place, said, first, last in states:
                self.seen = max(self.seen, place)
                if place >= stop:
                    if element.category == END:
                        self.asked = True
                        following.extend([(place, said, first, last)] if self._ends else ())
                    continue
                if element.category:
                    for item in self.items(element.category, place):
                        begin, end = (
                            (first, last) if element.outside else (item.first if first < 0 else first, item.last)
                        )
                        following.append((item.end, (*said, (element.slot, item.program)), begin, end))
                elif tokens[place].fold in element.words:
                    begin, end = (first, last) if element.outside else (place if first < 0 else first, place + 1)
                    following.append((place + 1, said, begin, end))
            if not following:
                return
            states = following
        for place, said, first, last in states:
            if place - at <= LONGEST and first >= 0:
                yield Item(place, write(rule.program, dict(said)), first, last, rule.number)

    def lexemes(self, at: int) -> dict[str, list[Item]]:
        """Return the words and numbers that begin at token ``at``, by class."""
        found = self._lexemes.get(at)
        if found is not None:
            return found
        found = self._lexemes[at] = {}
        word, far = self._signs.word(self._tokens[at], self._text), at
        for rest, letters, category, places in word.lexemes:
            end = at + 1
            if rest:
                end = self._follows(at, rest, letters)
                far = max(far, abs(end))
                if end < 0:
                    continue
            program = tuple([Said(at, place) for place in places])
            found.setdefault(category, []).append(Item(end, program, at, end, 0))
        for category, size, places in word.digits:
            end = min(at + size, self._stop)
            far = max(far, end - 1)
            program = tuple([Said(at, place) for place in places])
            found.setdefault(category, []).append(Item(end, program, at, end, 0))
        self._far[at] = far
        return found

    def _follows(self, at: int, rest: tuple[str, ...], letters: tuple[str, ...]) -> int:
        """Return the token at which the words behind ``at`` end; negative where they end too early, or are others."""
        for place, fold in enumerate(rest, at + 1):
            if place >= self._stop or self._tokens[place].fold != fold:
                return -place
            if letters and self._tokens[place].text != letters[place - at - 1]:
                return -place
        return at + 1 + len(rest)
