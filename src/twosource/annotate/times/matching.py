"""Matching a grammar against the tokens of a stretch of text."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from twosource.annotate.times.digits import NUMERIC, numbers_of
from twosource.annotate.times.grammar import END, NOT, SERIES, TOP, Atom, Grammar, Rule, Rules
from twosource.annotate.times.programs import OPERATIONS, Step
from twosource.language import Token

LONGEST = 24
"""No time is worded in more tokens than this."""
_WINDOW, _KEPT = 2 * LONGEST, 1024
"""What a time is depends on so many tokens at most; the outcomes for so many different ones are kept."""
_CHAIN, _CHAINED = 12, 5
"""A number behind more hyphens than this, so many characters back, is part of some code."""
_NONE: frozenset[str] = frozenset()


class Item(NamedTuple):
    """Something recognised: the tokens from its start to ``end``, the span of it inside, and what it says."""

    end: int
    program: tuple[Atom, ...]
    first: int
    last: int
    number: int


def at_end(text: str, at: int) -> bool:
    """Tell whether a text or its line ends at ``at``, but for a mark that ends sentences."""
    return not text[at : at + 2].strip(" .!?")[:1].strip()


class Matcher:
    """The items of one stretch of tokens, found on demand and kept."""

    def __init__(self, grammar: Grammar, tokens: Sequence[Token], text: str) -> None:
        self._grammar = grammar
        self._tokens = tokens
        self._text = text
        self._lexemes: dict[int, dict[str, list[Item]]] = {}
        self._items: dict[tuple[str, int], list[Item]] = {}
        self._starts: dict[int, frozenset[str]] = {}
        self._reach = 0
        self._outcomes: dict[tuple[str, int, bool], tuple[int, Item | None, int]] = {}

    def find(self) -> Iterator[Item]:
        """Yield the longest times from left to right, none overlapping; what is no time is skipped."""
        at = 0
        while at < len(self._tokens):
            if not self._opens(at):
                at += 1
                continue
            best, barred = self._outcome(at)
            if best is not None and best.last > barred:
                yield best
                at = max(best.last, at + 1)
                while (more := self._next_of_series(at)) is not None:
                    yield more
                    at = more.last
            else:
                at = max(barred, at + 1)

    def _next_of_series(self, at: int) -> Item | None:
        if at >= len(self._tokens) or self._tokens[at].text[0].isdigit():
            return None
        return self._best(at, SERIES)

    def _outcome(self, at: int) -> tuple[Item | None, int]:
        """Return the longest time from token ``at`` on, and up to where a likeness of one bars it.

        What has been worked out for one place holds where the same words stand again.
        """
        tokens, last = self._tokens, min(at + _WINDOW, len(self._tokens)) - 1
        start = tokens[at].start
        words = self._text[start - min(start, _CHAIN) : tokens[last].end], last - at, last + 1 == len(tokens)
        known = self._outcomes.get(words)
        if known is None:
            fresh = self._work_out(at)
            if len(self._outcomes) < _KEPT:
                self._outcomes[words] = at, *fresh
            return fresh
        shift, best, barred = at - known[0], known[1], known[2]
        if best is not None:
            best = Item(best.end + shift, best.program, best.first + shift, best.last + shift, best.number)
        return best, barred + shift if barred else 0

    def _work_out(self, at: int) -> tuple[Item | None, int]:
        best = self._best(at)
        if best is not None and best.first > at and (inner := self._best(best.first)) is not None:
            best = inner if inner.last > best.last else best
        return best, max((item.last for item in self.items(NOT, at)), default=0)

    def _opens(self, at: int) -> bool:
        """Tell whether a time can begin at token ``at``, by its word and the next one."""
        token = self._tokens[at]
        if not token.text[0].isdigit():
            opening = self._grammar.opening(token.fold)
            if opening is None:
                return False
            if not opening.whole:
                if at + 1 == len(self._tokens):
                    return False
                second = self._tokens[at + 1]
                if second.fold not in opening.words and not (opening.digits and second.text[0].isdigit()):
                    return False
        possible = self._possible(at)
        return (TOP in possible or NOT in possible) and self._goes_on(at)

    def _possible(self, at: int) -> frozenset[str]:
        """Return the categories that can begin at token ``at``, by its word and classes alone."""
        known = self._starts.get(at)
        if known is not None:
            return known
        token, grammar = self._tokens[at], self._grammar
        found = grammar.word_starts.get(token.fold, _NONE)
        if token.fold in grammar.lexicon or token.text[0].isdigit():
            classes = self.lexemes(at)
            if classes:
                found = grammar.above(token.fold, frozenset(classes))
        self._starts[at] = found
        return found

    def _goes_on(self, at: int) -> bool:
        """Tell whether the next token can follow the one at ``at``, or that one can be all."""
        token, follows = self._tokens[at], self._grammar.follows
        symbols = ["'" + token.fold]
        for name, items in self.lexemes(at).items():
            if any(item.end > at + 1 for item in items):
                return True
            symbols.append(name)
        known = [follow for symbol in symbols if (follow := follows.get(symbol)) is not None]
        if any(follow.end for follow in known):
            return True
        if at + 1 >= len(self._tokens):
            return False
        fold, possible = self._tokens[at + 1].fold, self._possible(at + 1)
        return any(fold in follow.words or not possible.isdisjoint(follow.categories) for follow in known)

    def _best(self, at: int, category: str = TOP) -> Item | None:
        self._reach = at + LONGEST
        return max(self.items(category, at), key=lambda item: (item.last, item.end, -item.number), default=None)

    def items(self, category: str, at: int) -> list[Item]:
        """Return every item of a category that begins at token ``at``."""
        key = (category, at)
        known = self._items.get(key)
        if known is not None:
            return known
        if at >= len(self._tokens) or at > self._reach or category not in (possible := self._possible(at)):
            return []
        self._items[key] = []
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
            self._items[key] = found
            return found
        best: dict[tuple[int, tuple[Atom, ...]], Item] = {}
        for item in found:
            best.setdefault((item.end, item.program), item)
        self._items[key] = list(best.values())
        return self._items[key]

    def _possible_rules(self, rules: Rules, ends: Iterable[int]) -> list[Rule]:
        """Return the rules whose second element can begin at one of the tokens where their first can end."""
        places = set(rules.alone)
        for end in ends:
            if end == len(self._tokens):
                places.update(rules.categories.get(END, ()))
            else:
                if rules.categories:
                    for name in self._possible(end) & rules.categories.keys():
                        places.update(rules.categories[name])
                places.update(rules.words.get(self._tokens[end].fold, ()))
        return [rules.listed[place] for place in sorted(places)]

    def _match(self, rule: Rule, at: int) -> Iterator[Item]:
        """Yield the items that a rule makes from token ``at`` on."""
        states: list[tuple[int, tuple[tuple[int, tuple[Atom, ...]], ...], int, int]] = [(at, (), -1, at)]
        tokens = self._tokens
        for element in rule.elements:
            following = []
            for place, said, first, last in states:
                if place >= len(tokens):
                    if element.category == END and at_end(self._text, tokens[-1].end):
                        following.append((place, said, first, last))
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
        known = self._lexemes.get(at)
        if known is not None:
            return known
        found: dict[str, list[Item]] = {}
        token = self._tokens[at]
        following = self._tokens[at + 1].fold if at + 1 < len(self._tokens) else ""
        for rest, exact, category, values in self._grammar.lexicon.get(token.fold, ()):
            end = at + 1 + len(rest)
            if rest and (following != rest[0] or tuple([t.fold for t in self._tokens[at + 1 : end]]) != rest):
                continue
            if exact and tuple(t.text for t in self._tokens[at:end]) != exact:
                continue
            found.setdefault(category, []).append(Item(end, values, at, end, 0))
        if token.text[0].isdigit():
            self._numbers(at, found)
        self._lexemes[at] = found
        return found

    def _numbers(self, at: int, found: dict[str, list[Item]]) -> None:
        """Add the numbers that begin at a digit token: alone, and as part of a date or clock time."""
        token = self._tokens[at]
        if not self._free(token.start):
            return
        run = NUMERIC.match(self._text, token.start)
        if run is None:
            return
        whole = run.group()
        pieces = {whole, whole.replace("–", "-").split("-")[0], whole.split(" ")[0]}
        before = self._text[max(0, token.start - 2) : token.start]
        if " " in whole and before[-1:] == " " and before[0].isdigit():
            pieces = {whole.split(" ")[0]}
        for piece in pieces:
            end = token.start + len(piece)
            if end < len(self._text) and self._text[end].isdigit():
                continue
            last = at
            while last < len(self._tokens) and self._tokens[last].start < end:
                last += 1
            for category, values in numbers_of(piece, self._grammar.order):
                found.setdefault(category, []).append(Item(last, values, at, last, 0))

    def _free(self, start: int) -> bool:
        """Tell whether a number begins at ``start``: not inside a word or a longer number."""
        text = self._text
        if start == 0:
            return True
        before = text[start - 1]
        if before.isalnum() or before in "_#$€£§" or (before == " " and text[max(0, start - 2)] in "$€£"):
            return False
        if before == "-" and text.count("-", max(0, start - _CHAIN), start) > _CHAINED:
            return False
        return not (before in ".,:/" and start > 1 and text[start - 2].isdigit())


def write(program: Sequence[str], said: dict[int, tuple[Atom, ...]]) -> tuple[Atom, ...]:
    """Return a rule's program with what its elements say filled in; ``+`` and ``*`` join two numbers."""
    done: list[Atom] = []
    for word in program:
        if word[0] == "$":
            slot, _, index = word[1:].partition(".")
            atoms = said.get(int(slot), ())
            done.extend(atoms[int(index) - 1 : int(index)] if index else atoms)
        elif word in OPERATIONS:
            arity = OPERATIONS[word][0]
            values = tuple(atom for atom in done[len(done) - arity :] if isinstance(atom, int)) if arity else ()
            del done[len(done) - arity :]
            done.append((word, values))
        elif word in _SUMS:
            *done, one, other = done
            if isinstance(one, int) and isinstance(other, int):
                done.append(_SUMS[word](one, other))
        else:
            done.append(int(word))
    return tuple(done)


_SUMS: dict[str, Callable[[int, int], int]] = {"+": operator.add, "*": operator.mul}


def steps(program: Sequence[Atom]) -> tuple[Step, ...] | None:
    """Return a finished program's steps; None where numbers are missing or left over."""
    found = tuple(atom for atom in program if not isinstance(atom, int))
    whole = len(found) == len(program) and all(len(values) == OPERATIONS[name][0] for name, values in found)
    return found if whole and found else None
