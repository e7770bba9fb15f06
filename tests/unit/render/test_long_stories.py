"""A story of very many reports stays readable, and says what it leaves out."""

from decimal import Decimal

import msgspec
from tests.unit.render.fixtures import ferry

from twosource.model import Account, Amount, Fact, Origin, StoryReport
from twosource.render import render
from twosource.render.arrange import telling

COUNT = 50


def long_story():
    def account(number: int) -> Account:
        low = Decimal(10 if number < 45 else number)
        return Account(f"r{number}", 0, 5, "words", Amount(low, low, "person", False, False))

    accounts = tuple(account(number) for number in range(COUNT))
    origins = tuple(Origin(None, (), (number,)) for number in range(COUNT))
    fact = Fact("f1", "figure", "death", "How many died?", accounts, "conflict", (), origins, 0, "cannot_tell")
    reports = tuple(StoryReport(f"r{n}", f"x/{n}.txt", "nb", "2021-03-04", None, None) for n in range(COUNT))
    story = msgspec.structs.replace(
        ferry().stories[0], reports=tuple(r.id for r in reports), facts=(fact,), quotes=(), times=(), entities=()
    )
    return msgspec.structs.replace(ferry(), reports=reports, stories=(story,), failures=(), texts={})


def test_every_value_is_shown_before_any_is_shown_twice():
    (fact,) = long_story().stories[0].facts
    shown = telling(fact, 8)

    assert [a.report for a in shown] == ["r0", "r1", "r2", "r45", "r46", "r47", "r48", "r49"]
    assert telling(msgspec.structs.replace(fact, accounts=fact.accounts[:3]), 8) == list(fact.accounts[:3])


def test_what_is_left_out_is_said():
    written = render(long_story())

    assert "42 more accounts" in written
    assert "42 more origins" in written
    assert "30 more reports" in written
    assert len(written.splitlines()) < 100
