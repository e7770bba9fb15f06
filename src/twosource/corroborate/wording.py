"""Amounts and lists in words, from the table of the brief (``data/brief.toml``)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from twosource.language.tables import read_toml
from twosource.link import Party
from twosource.link.places import gazetteer_of
from twosource.model import Account, Amount

PATH = Path(__file__).parent.parent / "data" / "brief.toml"
STATE = "state"
"""The kind of party that is a state."""
COUNTED = ("person", "item", "1", None)
"""Units that a number is not followed by."""


@cache
def _table() -> dict[str, Any]:
    return read_toml(PATH)


def sentence(name: str, /, **parts: object) -> str:
    """Return a sentence of the brief with its parts filled in."""
    text: str = _table()["sentence"][name].format(**parts)
    return text[:1].upper() + text[1:]


def known(name: str, /, **parts: object) -> str:
    """Return a part of a sentence about what is known of an origin."""
    text: str = _table()["known"][name].format(**parts)
    return text


def word(name: str, /, **parts: object) -> str:
    """Return a word or small phrase of the brief with its parts filled in."""
    text: str = _table()["word"][name].format(**parts)
    return text


def party_label(party: Party) -> str:
    """Return how a party is called: a state by the name of its country in the language of the brief, others by name."""
    if party.kind != STATE:
        return party.label
    return word("state", name=gazetteer_of(_table()["language"]).label(party.key.removeprefix("state:")))


def number(value: Decimal) -> str:
    """Return a number with thousands in groups and no empty decimals: 7000 -> "7,000"."""
    whole = value == value.to_integral_value()
    return f"{value:,.0f}" if whole else f"{value.normalize():,f}"


def amount(figure: Amount, text: str | None = None) -> str:
    """Return a figure in words: "7,000 or more", "80 percent or more", "100 to 999 (“hundreds”)"."""
    if figure.low is not None and figure.low == figure.high:
        value = _unit(number(figure.low), figure.unit)
        return word("about", value=value) if figure.approximate else value
    if figure.low is not None and figure.high is not None:
        value = _unit(word("range", low=number(figure.low), high=number(figure.high)), figure.unit)
    elif figure.low is not None:
        value = word("at_least", low=_unit(number(figure.low), figure.unit))
    elif figure.high is not None:
        value = word("at_most", high=_unit(number(figure.high), figure.unit))
    else:
        value = "?"
    return word("vague", value=value, text=text) if figure.vague and text else value


def _unit(value: str, unit: str | None) -> str:
    if unit in COUNTED:
        return value
    return word("percent", value=value) if unit == "percent" else word("unit", value=value, unit=unit)


def several(items: Sequence[str], joint: str = "and") -> str:
    """Return a list in words: "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    return word("list").join(items[:-1]) + word(joint) + items[-1]


def value_of(account: Account) -> str:
    """Return what an account gives, in words: its amount, its day, or its own text."""
    if account.figure is not None:
        return amount(account.figure, account.text)
    return day(account) or f"“{account.text}”"


def day(account: Account) -> str | None:
    """Return an account's day in words: the date, else what is sure of it (a weekday, or the days around it)."""
    when = account.when
    first, _, last = (when or "").partition("/")
    if not last:
        return when
    if account.weekday is not None:
        weekdays: list[str] = _table()["word"]["weekdays"]
        return weekdays[account.weekday - 1]
    return word("between", first=first, last=last)
