"""Amounts, days and lists in words, in any language that has a table of the brief (``language/*/brief.toml``)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Context, Decimal
from functools import cache
from pathlib import Path
from typing import Any

from twosource.annotate.concepts import concept
from twosource.errors import UsageError
from twosource.language.tables import codes, load, read_toml
from twosource.link import SOME_STATE, Party
from twosource.link.places import gazetteer_of
from twosource.model import Account, Amount

PATH = Path(__file__).parent.parent / "data" / "brief.toml"
TABLE = "brief"
STATE = "state"
"""The kind of party that is a state, and how the keys of such begin."""
COUNTED = ("person", "item", "1", None)
"""Units that a number is not followed by."""
HALF, HUNDREDTH = Decimal("0.5"), Decimal("0.01")
BOTH = "both"
"""The row of what explains a difference for accounts that can both hold, where nothing else is said of it."""


class Words:
    """The words of one language: sentences of the brief with their parts filled in."""

    def __init__(self, code: str, table: Mapping[str, Any]) -> None:
        self.code = code
        self._table = table
        self._words: Mapping[str, Any] = table["word"]

    def sentence(self, name: str, /, **parts: object) -> str:
        """Return a sentence of the brief with its parts filled in."""
        text: str = self._table["sentence"][name].format(**parts)
        return text[:1].upper() + text[1:]

    def known(self, name: str, /, **parts: object) -> str:
        """Return a part of a sentence about what is known of an origin."""
        text: str = self._table["known"][name].format(**parts)
        return text

    def word(self, name: str, /, **parts: object) -> str:
        """Return a word or small phrase of the brief with its parts filled in."""
        text: str = self._words[name].format(**parts)
        return text

    def why(self, readings: Sequence[str]) -> str:
        """Return what explains a difference, by the first of the readings of a fact."""
        rows: Mapping[str, str] = self._table["why"]
        return rows.get(readings[0] if readings else BOTH, rows[BOTH])

    def label(self, concept_id: str) -> str | None:
        """Return what a concept is called in a list, or None where nothing is known under this name."""
        own: str | None = self._table["label"].get(concept_id)
        known = concept(concept_id)
        return own or (known.label if known else None)

    def stance(self, code: str, label: str) -> str:
        """Return a label with how it is told where it did not simply happen: denied, planned ..."""
        text: str = self._table["stance"].get(code, "{label}").format(label=label)
        return text

    def state(self, key: str) -> str:
        """Return how the state with this key (``state:DK``) is called."""
        return self.word("state", name=gazetteer_of(self.code).named(key.removeprefix(f"{STATE}:")))

    def several(self, items: Sequence[str], joint: str = "and") -> str:
        """Return a list in words: "a, b and c"."""
        if len(items) < 2:
            return "".join(items)
        return self.word("list").join(items[:-1]) + self.word(joint) + items[-1]

    def few(self, items: Sequence[str], most: int) -> list[str]:
        """Return the first ``most`` items, and how many more there are where they are more: "a", "b", "7 more"."""
        if len(items) <= most + 1:
            return list(items)
        return [*items[:most], self.word("more", n=len(items) - most)]

    def number(self, value: Decimal) -> str:
        """Return a number with thousands in groups and no empty decimals: 7000 -> "7,000"."""
        value = shortened(value)
        whole = value == value.to_integral_value()
        plain = f"{value:,.0f}" if whole else f"{value.normalize():,f}"
        marks = str.maketrans({",": self._words["thousands"], ".": self._words["decimal"]})
        return plain.translate(marks)

    def amount(self, figure: Amount, text: str | None = None) -> str:
        """Return a figure in words: "7,000 or more", "80 percent or more", "100 to 999 (“hundreds”)"."""
        low, high = figure.low, figure.high
        if low is not None and low == high:
            half = low == HALF and figure.unit in COUNTED
            value = self.word("half") if half else self._unit(self.number(low), figure.unit)
            return self.word("about", value=value) if figure.approximate else value
        if low is not None and high is not None:
            value = self._unit(self.word("range", low=self.number(low), high=self.number(high)), figure.unit)
        elif low is not None:
            value = self.word("at_least", low=self._unit(self.number(low), figure.unit))
        elif high is not None:
            value = self.word("at_most", high=self._unit(self.number(high), figure.unit))
        else:
            value = "?"
        return self.word("vague", value=value, text=self.quote(text)) if figure.vague and text else value

    def _unit(self, value: str, unit: str | None) -> str:
        if unit in COUNTED:
            return value
        return self.word("percent", value=value) if unit == "percent" else self.word("unit", value=value, unit=unit)

    def value_of(self, account: Account) -> str:
        """Return what an account gives, in words: its amount, its day, or its own text."""
        if account.figure is not None:
            return self.amount(account.figure, account.text)
        return self.day(account) or self.quote(account.text)

    def quote(self, text: str) -> str:
        """Return words of a report between the language's quotation marks, on one line."""
        return self.word("quote", text=" ".join(text.split()))

    def day(self, account: Account) -> str | None:
        """Return an account's day in words: the date, else what is sure of it (a weekday, or the days around it)."""
        first, _, last = (account.when or "").partition("/")
        if not last:
            return self.date(first) if first else None
        if account.weekday is not None:
            weekdays: list[str] = self._words["weekdays"]
            return weekdays[account.weekday - 1]
        return self.word("between", first=self.date(first), last=self.date(last))

    def date(self, edtf: str) -> str:
        """Return a day, month or minute in words; what is none of these is given back as it is."""
        day, _, clock = edtf.partition("T")
        pieces = day.split("-")
        if not (2 <= len(pieces) <= 3 and all(piece.isdecimal() for piece in pieces) and 1 <= int(pieces[1]) <= 12):
            return edtf
        month = self._words["months"][int(pieces[1]) - 1]
        if len(pieces) == 2:
            return self.word("month", month=month, year=pieces[0])
        date = self.word("date", day=int(pieces[2]), month=month, year=pieces[0])
        return self.word("clock", date=date, clock=clock[:5]) if clock else date


MOST_DECIMALS = 8
"""Decimals that a report may write; more come of a division."""


@cache
def words(code: str | None = None) -> Words:
    """Return the words of a language; those of the interface where ``code`` is None.

    Raises:
        UsageError: The language has no table of the brief; the message lists those that have one.
    """
    code = code or read_toml(PATH)["language"]
    able = [each for each in codes() if load(each).has(TABLE)]
    if code not in able:
        raise UsageError(f"no brief in {code!r}; there is one in: {', '.join(able)}")
    return Words(code, load(code).table(TABLE))


def shortened(value: Decimal) -> Decimal:
    """Return a number as it is shown: endless decimals, as a third has in percent, to two of them.

    A number with up to `MOST_DECIMALS` stays as it is.
    """
    _, digits, exponent = value.as_tuple()
    if not isinstance(exponent, int) or exponent >= -MOST_DECIMALS:
        return value
    return value.quantize(HUNDREDTH, context=Context(prec=len(digits) + len(str(HUNDREDTH))))


def party_label(party: Party) -> str:
    """Return how a party is called: a state by the name of its country in the interface's language, others by name."""
    return words().state(party.key) if party.kind == STATE and party.key != SOME_STATE else party.label
