"""Numbers, times, chains and origins in words: the one place where each is worded, for every format."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TypeVar, cast

import msgspec

from twosource.corroborate.wording import shortened
from twosource.model import Account, Amount, Authority, Count, Fact, Moment, Origin, StoryReport
from twosource.render.edtf import moment
from twosource.render.json import plain
from twosource.render.labels import label, language_name, order

Record = TypeVar("Record")

ARROW = " ← "
"""What stands between a relay and whom it has it from."""

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_BREAK = re.compile(r"[\t\n\u2028\u2029]")


def printable(text: str) -> str:
    """Return ``text`` with every control and direction mark replaced, so that it cannot steer a terminal or page.

    The result has as many code points as ``text``: offsets stay good.  Line feeds and tabs stay.
    """
    return _CONTROL.sub("\ufffd", text) if _CONTROL.search(text) else text


def harmless(record: Record) -> Record:
    """Return a record, tuple or dictionary with every text in it `printable`; offsets stay good."""
    return cast(Record, _harmless(record))


def _harmless(record: object) -> object:
    match record:
        case str():
            return printable(record)
        case tuple():
            return tuple(_harmless(item) for item in record)
        case dict():
            return {_harmless(key): _harmless(item) for key, item in record.items()}
        case msgspec.Struct():
            fields = record.__struct_fields__
            return type(record)(**{name: _harmless(getattr(record, name)) for name in fields})
    return record


def one_line(text: str) -> str:
    """Return `printable` ``text`` with line feeds and tabs as blanks."""
    return _BREAK.sub(" ", printable(text))


def as_sentence(words: str) -> str:
    """Return words as a sentence on one line: with a capital at the beginning and a full stop where no mark ends it."""
    words = one_line(words).strip()
    words = words[:1].upper() + words[1:]
    return words if not words or words[-1] in ".!?…”»" else f"{words}."


def number(value: Decimal) -> str:
    """Return a decimal with commas between thousands: ``7,000``, ``2.5``; the endless ones of a third to two places."""
    if not value.is_finite():
        return "?"
    value = shortened(value)
    whole, point, rest = plain(value).partition(".")
    sign, digits = ("−", whole[1:]) if whole.startswith("-") else ("", whole)
    if not digits.isdigit():
        return plain(value)
    return f"{sign}{int(digits):,}{point}{rest}" if len(digits) < 40 else plain(value)


def quantity(value: Decimal, unit: str | None) -> str:
    """Return a number with its unit: ``7,000 people``, ``1 person``, ``80%``, ``12``."""
    written = number(value)
    if unit is None:
        return written
    name = label("unit", unit, "one" if value == 1 else "label")
    if not name:
        return written
    return written + name if name == "%" else f"{written} {name}"


def amount(figure: Amount) -> str:
    """Return the interval of a figure in words: ``7,000 people or more``, ``about 12 people``, ``100–999 people``."""
    words = _interval(figure.low, figure.high, figure.unit, "about " if figure.approximate else "")
    return f"{words}, vague" if figure.vague and figure.low != figure.high else words


def span_of(count: Count, unit: str | None) -> str:
    """Return one count of a toll in words: ``12 people``, ``100 people or more``."""
    return _interval(count.low, count.high, unit, "")


def counted(counts: Iterable[Count], unit: str | None) -> str:
    """Return the counts of one date in words, each with who gave it: ``12 people (r1, the state); 14 people (r2)``."""
    told = (
        f"{span_of(count, unit)} ({', '.join(one_line(name) for name in (count.report, count.origin) if name)})"
        for count in counts
    )
    return "; ".join(told)


def _interval(low: Decimal | None, high: Decimal | None, unit: str | None, about: str) -> str:
    match low, high:
        case None, None:
            return "number not known"
        case Decimal(), None:
            return f"{about}{quantity(low, unit)} or more"
        case None, Decimal():
            return f"up to {about}{quantity(high, unit)}"
        case _ if low == high and low is not None:
            return about + quantity(low, unit)
        case _:
            return f"{about}{number(low or Decimal(0))}–{quantity(high or Decimal(0), unit)}"


def value(account: Account) -> str:
    """Return the value of an account in words: its figure, else its time; empty where it has neither."""
    if account.figure is not None:
        return amount(account.figure)
    return ""


def account_when(fact: Fact, account: Account, report: StoryReport | None) -> str:
    """Return when an account places its fact, in words; empty where it says no more than when its report is from."""
    if account.when is None and account.weekday is None:
        return ""
    published = report.published if report else None
    if fact.kind != "when" and account.weekday is None and account.when == published:
        return ""
    return moment(account.when, account.weekday)


def told(fact: Fact, account: Account, report: StoryReport | None) -> list[str]:
    """Return what an account says of its fact, in words: its value, how it holds it, when; what is missing left out."""
    parts = (value(account), stance(account), held(fact, account), account_when(fact, account, report))
    return [part for part in parts if part]


def held(fact: Fact, account: Account) -> str:
    """Return who holds something about whom where a fact is words: ``Rederiet about politiet``; may be empty."""
    claim = account.claim
    if claim is None or fact.kind != "event" or claim.holder is None:
        return ""
    about = ", ".join(one_line(name) for name in claim.about)
    return f"{one_line(claim.holder)} about {about}" if about else f"by {one_line(claim.holder)}"


def stance(account: Account) -> str:
    """Return how an account holds its fact where that is not plainly as happened: ``denied``, ``planned`` ..."""
    marks = []
    if account.polarity in order("polarity"):
        marks.append(label("polarity", account.polarity))
    if account.modality in order("modality"):
        marks.append(label("modality", account.modality))
    return ", ".join(marks)


def chain(authorities: Iterable[Authority]) -> str:
    """Return a chain of authorities in one line, nearest first: ``Ritzau ← Reuters``; empty where nobody is named."""
    return ARROW.join(one_line(link.name) for link in authorities)


def voices(account: Account) -> str:
    """Return an account's `chain` and, where the chain does not end with whoever speaks, the speaker after it."""
    names = [chain(account.origin)] if account.origin else []
    if account.speaker is not None and speaker_beyond(account):
        names.append(one_line(account.speaker))
    return ARROW.join(names)


def speaker_beyond(account: Account) -> bool:
    """Tell whether an account has a speaker whom its chain does not name."""
    return account.speaker is not None and all(link.name != account.speaker for link in account.origin)


def origin_name(origin: Origin) -> str:
    """Return whom an origin's accounts go back to, in words."""
    return one_line(origin.label or ", ".join(origin.names) or origin.party or "origin unknown")


def origin_why(origin: Origin, accounts: Sequence[Account]) -> str:
    """Return why an origin counts as it does: why accounts were merged, or that the origin is unknown; may be empty."""
    if origin.why:
        return one_line(origin.why)
    if origin.party is None:
        return "shown, not counted"
    if len(origin.accounts) > 1:
        who = ", ".join(dict.fromkeys(accounts[i].report for i in origin.accounts if 0 <= i < len(accounts)))
        return f"{who} go back to the same party"
    return ""


def origin_reports(origin: Origin, accounts: Sequence[Account]) -> tuple[str, ...]:
    """Return the ids of the reports whose accounts go back to ``origin``, in order, once each."""
    return tuple(dict.fromkeys(accounts[index].report for index in origin.accounts if 0 <= index < len(accounts)))


def independence(fact: Fact) -> str:
    """Return how many independent origins a fact stands on, and the two-source rule, in words."""
    count = fact.independent_origins
    return f"{label('rule', fact.two_source_rule)} ({plural(count, 'independent origin')} known)"


def plural(count: int, noun: str) -> str:
    """Return a count with its English noun: ``1 report``, ``2 reports``."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def bounds(fact: Fact) -> str:
    """Return low, best and high of a count with who set each: ``low 100 (r2) · best 7,000 (r1) · high open``.

    Empty where the fact is no count, and where the three are one number.
    """
    if fact.kind != "figure" or fact.low == fact.best == fact.high:
        return ""
    unit = next((account.figure.unit for account in fact.accounts if account.figure), None)
    pieces = []
    for name, bound in (("low", fact.low), ("best", fact.best), ("high", fact.high)):
        by = f" ({fact.set_by[name]})" if name in fact.set_by else ""
        none = "not known" if name == "best" else "open"
        pieces.append(f"{name} {none if bound is None else quantity(bound, unit)}{by}")
    return " · ".join(pieces)


def readings(fact: Fact) -> str:
    """Return what could explain a difference, in words: ``one is only vaguer; ...``; may be empty."""
    return "; ".join(label("reading", code) for code in fact.readings)


def report_line(report: StoryReport) -> tuple[str, ...]:
    """Return what is said of a report where it is listed: id, language, credits or outlet, date, source."""
    who = " / ".join(dict.fromkeys(one_line(name) for name in (report.outlet, *report.credits) if name))
    when = moment(report.published, None) if report.published else "date not known"
    return report.id, language_name(report.language), who or "no credit", when, one_line(report.source)


def unread(report: StoryReport) -> str:
    """Return which kinds of record a report's language has no tables for, in words; empty where it has all."""
    return ", ".join(label("table", name) for name in report.unread if label("table", name))


def said_of(item: Moment) -> str:
    """Return a time in words: ``Sunday 9 August 2020``, ``a Sunday in August 2020``, ``a Sunday, date not known``."""
    return moment(item.edtf, item.weekday)
