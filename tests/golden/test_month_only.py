"""Two reports dated to the month only: what can be told of days all the same, and what must not be invented."""

import re

import pytest

from twosource import compare

NORWEGIAN = """ date 2019-05 Streiken i Moldova fortsetter

Lørdag ser gatene i Chisinau ut til å være rolige.
Det var presidentvalg i Moldova forrige søndag, og siden har jernbanen stått.

– Jeg hadde en telefonsamtale i dag med Romanias president, sa Moldovas president Ion Lupu til avisen Timpul.

Over 400 streikende har blitt pågrepet, ifølge fagforbundet Sindfer.

Fredag møtte streikelederne regjeringen.
"""
DANISH = """ date 2019-05 Præsidenter talte sammen

Moldovas præsident, Ion Lupu, og Rumæniens præsident havde søndag en telefonsamtale. Det oplyser den rumænske regering.

Siden præsidentvalget i Moldova sidste søndag har togene holdt stille. Søndagens valg blev kritiseret af EU.

Snesevis af strejkende er blevet anholdt, oplyser politiet i Chisinau.

/ritzau/
"""


@pytest.fixture
def told(tmp_path):
    """Return a function that compares the two texts, with the options given."""
    (tmp_path / "nb.txt").write_text(NORWEGIAN, encoding="utf-8")
    (tmp_path / "da.txt").write_text(DANISH, encoding="utf-8")

    def run(**options):
        return compare(str(tmp_path / "nb.txt"), str(tmp_path / "da.txt"), **options)

    return run


def fact(dossier, kind, concept):
    (found,) = [
        f for s in dossier.stories for f in s.facts if (f.kind, f.concept) == (kind, concept) and len(f.accounts) > 1
    ]
    return found


def test_the_pair_is_one_story(told):
    assert [story.reports for story in told().stories] == [("r1", "r2")]


def test_no_day_is_invented(told):
    (story,) = told().stories

    assert [
        m.text for m in story.times if m.edtf and re.fullmatch(r"\d{4}-\d\d-\d\d.*", m.edtf) and "/" not in m.edtf
    ] == []


def test_two_days_of_one_call_are_seen_to_differ(told):
    found = fact(told(), "when", "call")

    assert found.verdict == "conflict"
    assert "two_events" in found.readings
    assert [account.weekday for account in found.accounts] == [6, 7]


def test_the_day_of_the_election_agrees_by_its_weekday(told):
    found = fact(told(), "when", "election")

    assert found.verdict == "agree"
    assert {account.weekday for account in found.accounts} == {7}


def test_a_date_for_one_report_dates_the_other(told):
    (story,) = told(published={"nb.txt": "2019-05-18"}).stories
    days = {(m.report, m.text): (m.edtf, m.inferred) for m in story.times}

    assert days["r1", "forrige søndag"] == ("2019-05-12", False)
    assert days["r2", "sidste søndag"] == ("2019-05-12", True)
    assert days["r2", "søndag"] == ("2019-05-12/2019-05-19", True)


def test_hundreds_against_scores_is_a_conflict_on_two_parties(told):
    found = fact(told(), "figure", "arrest")

    assert found.verdict == "conflict"
    assert found.two_source_rule == "met"
    assert (found.low, found.best, found.high) == (20, None, None)
