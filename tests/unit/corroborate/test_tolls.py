"""The toll over time."""

from __future__ import annotations

from decimal import Decimal

from tests.unit.corroborate.dossier_facts import account, fact

from twosource.corroborate.tolls import find_tolls
from twosource.model import Origin

DATES = {"r1": "2021-03-06", "r2": "2021-03-04", "r3": None}


def test_counts_stand_in_order_of_their_reports_dates_and_undated_ones_last():
    told = fact(account("r1", "20"), account("r2", "12"), account("r3", "15"))
    (toll,) = find_tolls([told], DATES)
    assert [(c.report, c.as_of, c.low) for c in toll.counts] == [
        ("r2", "2021-03-04", Decimal(12)),
        ("r1", "2021-03-06", Decimal(20)),
        ("r3", None, Decimal(15)),
    ]
    assert (toll.fact, toll.unit) == ("f1", "person")


def test_a_count_names_its_party_where_one_is_known():
    origins = (Origin("state:NO", ("politiet",), (0,), "the state of Norway"), Origin(None, (), (1,)))
    (toll,) = find_tolls([fact(account("r2"), account("r1"), origins=origins)], DATES)
    assert [c.origin for c in toll.counts] == ["the state of Norway", None]


def test_only_counts_of_several_reports_have_a_toll():
    lone = fact(account("r1"), account("r1", "13"), verdict="conflict")
    money = fact(account("r1", unit="DKK"), account("r2", unit="DKK"), concept="money")
    event = fact(account("r1", None), account("r2", None), kind="event")
    assert find_tolls([lone, money, event], DATES) == ()
