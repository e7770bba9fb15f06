"""Facts made by hand, as the end of the room gives them."""

from __future__ import annotations

from decimal import Decimal

from twosource.model import Account, Amount, Authority, Fact, Origin, StoryReport


def account(report: str = "r1", low: str | None = "12", *, high: str | None = None, **more: object) -> Account:
    """Return an account of a count of people; ``high`` is ``low`` where it is left out, ``"+"`` leaves it open."""
    top = None if high == "+" else Decimal(high or low or 0)
    figure = None if low is None else Amount(Decimal(low), top, str(more.pop("unit", "person")), False, False)
    return Account(report, 0, 10, "some words", figure, **more)


def link(name: str, role: str = "body", **more: object) -> Authority:
    return Authority(name, role, None, 0, 5, **more)


def fact(*accounts: Account, verdict: str = "agree", concept: str = "death", **more: object) -> Fact:
    """Return a fact of these accounts, its origins unknown unless they are given."""
    unknown = tuple(Origin(None, (), (number,)) for number in range(len(accounts)))
    fields = {
        "id": "f1",
        "kind": "figure",
        "question": "How many died?",
        "readings": (),
        "origins": unknown,
        "independent_origins": 0,
        "two_source_rule": "cannot_tell",
        **more,
    }
    return Fact(accounts=accounts, verdict=verdict, concept=concept, **fields)


def report(name: str, published: str | None = "2021-03-04", *credits: str) -> StoryReport:
    return StoryReport(name, f"{name}.txt", "nb", published, None, None, credits)
