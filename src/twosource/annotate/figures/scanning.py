"""Scanning: the amounts of one sentence, with what they count; what only looks like a figure is left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from twosource.annotate.figures.amounts import Amount, read_amount
from twosource.annotate.figures.counting import NOTHING, Counted, find_counted
from twosource.annotate.figures.exclusions import YEARS, excluded, stated_age
from twosource.annotate.figures.lexicon import Lexicon
from twosource.annotate.figures.linking import Scene
from twosource.annotate.figures.numbers import read_number, starts_number
from twosource.language import Remembered, Token
from twosource.model import Span

MOST_IN_ROW = 40
"""So many numbers with nothing but marks between them are a table, of which nothing is told."""

DATED = ("time", "money")
"""What a year or a day may stand before: "in 2019 dollars"."""

SIGN = 3
"""A unit of no more letters may be a sign, or another word."""

NEAR = 4
"""So many words in front of "and" hold the article of the person before it."""


class Found(NamedTuple):
    """An amount with what it counts, before it is linked."""

    amount: Amount
    counted: Counted
    single: bool = False
    age: bool = False


def span_of(tokens: Sequence[Token], first: int, last: int) -> Span:
    """Return the stretch of text of the tokens ``first`` to ``last`` (exclusive)."""
    return Span(tokens[first].start, tokens[last - 1].end)


@cache
def _counting(words: Lexicon) -> Remembered[bool]:
    """Return, by word, whether an article right before that casefolded word may be the number one."""
    plain = (words.unit_after, words.lists["of"], words.lists["out_of"])
    return Remembered(
        lambda fold: (
            starts_number(words, fold)
            or fold in words.joints
            or fold in words.denominators
            or any(table.begins(fold) for table in plain)
        )
    )


class Scanner:
    """Finds the amounts of one sentence; ``starts`` are the tokens with which a number may begin."""

    def __init__(self, words: Lexicon, scene: Scene, tokens: Sequence[Token], starts: Sequence[int]) -> None:
        self.words = words
        self.scene = scene
        self.tokens = tokens
        self.starts = starts
        self.alone = False
        self._counting = _counting(words)

    def amounts(self) -> Iterator[Found]:
        """Yield the amounts in order, each with what it counts."""
        tokens, floor, row = self.tokens, 0, 0
        last: Amount | None = None
        for index in self.starts:
            if index < floor:
                continue
            row = row + 1 if index <= floor + 1 else 0
            if row > MOST_IN_ROW:
                floor = index + 1
                continue
            if self._idle(index) or self._coin(index) or self._bounds_next(index):
                continue
            amount = read_amount(self.words, tokens, index, floor if last is not None else 0)
            if amount is None:
                number = read_number(self.words, tokens, index)
                floor = number.last if number is not None else index + 1
                continue
            if amount.other is not None and not amount.between and self._timed(amount):
                floor = max(amount.number.last, index + 1)  # "in the quarter to 20 million": a time and a figure
                continue
            self.alone = amount.first == 0 and amount.last >= len(tokens) - 1
            counted = find_counted(self.words, tokens, amount, self.scene.is_trigger)
            if not self._repeats(amount, last) and (item := self._judge(amount, counted)) is not None:
                yield item
            last, floor = amount, max(amount.last, index + 1)

    def _bounds_next(self, index: int) -> bool:
        """Tell whether a word that may be an open number only bounds the number behind it ("flere end 200")."""
        hit = self.words.bounds.after(self.tokens, index)
        return hit is not None and hit[0] < len(self.tokens) and starts_number(self.words, self.tokens[hit[0]].fold)

    def _coin(self, index: int) -> bool:
        """Tell whether a word that may be a hundred is a coin behind digits ("80 cents")."""
        return index > 0 and self.tokens[index].fold in self.words.coins and self.tokens[index - 1].text.isdecimal()

    def _repeats(self, amount: Amount, last: Amount | None) -> bool:
        """Tell whether the amount only says again, in brackets, what stands right before: "forty-five (45)"."""
        if last is None or last.last != amount.first - 1 or amount.last >= len(self.tokens):
            return False
        marks = self.tokens[amount.first - 1].text + self.tokens[amount.last].text
        return marks == "()" and (last.low, last.high) == (amount.low, amount.high)

    def _idle(self, index: int) -> bool:
        """Tell whether an article at ``index`` can be no figure: nothing near it would make it one."""
        token, words, tokens = self.tokens[index], self.words, self.tokens
        if token.fold not in words.articles or len(tokens) == 1:
            return False
        following = index + 1
        if following < len(tokens) and self._counting[tokens[following].fold] and self._counts(following):
            return False
        return not (
            words.vague.after(tokens, index)
            or words.wholes.after(tokens, index)
            or words.bounds.before(tokens, index)
            or self.scene.affects(token)
        )

    def _counts(self, index: int) -> bool:
        """Tell whether what stands at ``index`` makes the article before it a number."""
        words, tokens, fold = self.words, self.tokens, self.tokens[index].fold
        return bool(
            starts_number(words, fold)
            or fold in words.joints
            or fold in words.denominators
            or words.unit_after.at(tokens, index)
            or words.lists["of"].after(tokens, index)
            or words.lists["out_of"].after(tokens, index)
        )

    def _judge(self, amount: Amount, counted: Counted) -> Found | None:
        """Return the amount as found, or None where it is no figure."""
        if amount.low is not None and amount.high is not None and amount.low > amount.high:
            return None
        if (end := stated_age(self.words, self.tokens, amount)) is not None:
            return Found(amount._replace(last=end), NOTHING, age=True)
        if self.alone and not self._timed(amount):
            return Found(amount, counted)
        amount, counted = self._parted(amount, counted)
        if amount.unit is not None and counted.kind != "partitive":
            counted = NOTHING
        if amount.number.strict and not (counted.known or self._elliptic(amount)):
            return None
        if self._timed(amount) and (not counted.known or amount.number.odd or self._dates(amount, counted)):
            return None
        if self._named(amount) and (amount.number.digits or not counted.known):
            return None
        counts = counted.known or self._elliptic(amount) or (counted.kind == "noun" and amount.hyphen)
        why = excluded(self.words, self.tokens, amount, counts=counts)
        if why == "article":
            return self._single(amount, counted)
        return None if why else Found(amount, counted)

    def _parted(self, amount: Amount, counted: Counted) -> tuple[Amount, Counted]:
        """Return "three of (the) four engines" as three of them; of people, of ten and of a hundred a share is told."""
        if amount.whole is None or counted.kind != "noun":
            return amount, counted
        people = counted.noun is not None and counted.noun.unit == "person"
        if not amount.definite and (people or amount.whole in self.words.hundreds):
            return amount, counted
        value = amount.number.point
        parted = counted._replace(kind="partitive")
        return amount._replace(low=value, high=value, unit=None, portion=False, last=amount.number.last), parted

    def _single(self, amount: Amount, counted: Counted) -> Found | None:
        """Return a lone article as a count of one where it counts: "one of them", or a person to whom it happens."""
        if counted.kind in ("pronoun", "partitive"):
            trigger = any(map(self.scene.is_trigger, self.tokens[counted.first : counted.last]))
            person = counted.noun is not None and counted.noun.unit == "person"
            return Found(amount, counted) if counted.kind == "pronoun" or person or trigger else None
        if counted.noun is None or counted.noun.unit != "person" or amount.unit is not None:
            return None
        return None if self._listed(amount, counted) else Found(amount, counted, single=True)

    def _listed(self, amount: Amount, counted: Counted) -> bool:
        """Tell whether another such person is named in the same breath: "a firefighter and a shepherd" are not one."""
        joint = self.words.lists["and"]
        ahead, behind = joint.after(self.tokens, counted.last), joint.before(self.tokens, amount.first)
        return (ahead is not None and self._article(ahead[0])) or (
            behind is not None and any(map(self._article, range(max(behind[0] - NEAR, 0), behind[0])))
        )

    def _article(self, index: int) -> bool:
        atom = self.words.atom(self.tokens[index].fold) if index < len(self.tokens) else None
        return atom is not None and atom.role == "article"

    def _elliptic(self, amount: Amount) -> bool:
        """Tell whether a word of happening follows at once ("flere såret"); a year has no verb behind it counted."""
        if amount.last >= len(self.tokens) or not self.scene.is_trigger(self.tokens[amount.last]):
            return False
        return not self._yearly(amount) or self._stands_for_people(amount)

    def _stands_for_people(self, amount: Amount) -> bool:
        """Tell whether the word may be those to whom it happens ("1822 Verletzte", but not "blev 2011 dömd")."""
        token = self.tokens[amount.last]
        if self.words.noun_capitals and not token.text[0].isupper():
            return False
        return self.scene.is_named(token) and self.words.lists["copula"].before(self.tokens, amount.first) is None

    @staticmethod
    def _yearly(amount: Amount) -> bool:
        """Tell whether a bare number looks like a year, and is no round one."""
        number = amount.number
        if not number.digits or number.grouped or amount.side or amount.unit is not None or number.low is None:
            return False
        return number.low in YEARS and number.low % 100 != 0

    def _timed(self, amount: Amount) -> bool:
        """Tell whether the number is part of a time that is no stretch of time, and no measure ("2100 metres")."""
        span = span_of(self.tokens, amount.number.first, amount.number.last)
        if amount.unit is not None and amount.unit.dimension not in DATED and self._spelt(amount):
            span = span_of(self.tokens, amount.number.first, amount.last)
            return any(moment.covers(span) and span != moment for moment in self.scene.moments.near(span))
        return any(
            moment.overlaps(span) and not (span.covers(moment) and span != moment)
            for moment in self.scene.moments.near(span)
        )

    def _spelt(self, amount: Amount) -> bool:
        """Tell whether the unit behind the number is a whole word, no sign or small word ("in 2001 in Delhi")."""
        return amount.last > amount.number.last and len(self.tokens[amount.last - 1].text) > SIGN

    def _dates(self, amount: Amount, counted: Counted) -> bool:
        """Tell whether a number in a time is no count of the noun behind it ("on March 12 police", "in 2016 voters").

        A year counts what stands right behind it ("1950 voters"), if no word for times leads to it.
        """
        number, words = amount.number, self.words
        span = span_of(self.tokens, number.first, number.last)
        if any(moment.start < span.start < moment.end for moment in self.scene.moments.near(span)):
            return True
        if not self._yearly(amount):
            return False
        led = words.lists["year_before"].before(self.tokens, number.first) is not None
        return counted.first != amount.last or (led and words.lists["to"].before(self.tokens, number.first) is None)

    def _named(self, amount: Amount) -> bool:
        """Tell whether the number is part of a name."""
        span = span_of(self.tokens, amount.number.first, amount.number.last)
        if amount.unit is not None or amount.side:
            return False
        return any(name.covers(span) and name != span for name in self.scene.names.near(span))
