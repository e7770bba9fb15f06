"""Rules of the profession, each shown by a story of our own: what a desk that works by them would decide.

Each folder of ``standards`` holds the reports of a story and ``expected.toml``: the facts that the rule is about,
written down before the program read them, and the rule by the name that docs/explanation/standards.md gives it.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from twosource import compare
from twosource.model import Dossier, Fact

HERE = Path(__file__).parent / "standards"
STORIES = sorted(path.parent.name for path in HERE.glob("*/expected.toml"))
DOCS = Path(__file__).parent.parent.parent / "docs" / "explanation" / "standards.md"


def expected(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / name / "expected.toml").read_text(encoding="utf-8"))


FACTS = [(name, number) for name in STORIES for number in range(len(expected(name)["fact"]))]


@cache
def dossier_of(name: str, policy: str = "range") -> Dossier:
    return compare(*sorted(str(path) for path in (HERE / name).glob("*.txt")), policy=policy)


def file_of(dossier: Dossier, report: str) -> str:
    return next(Path(r.source).name for r in dossier.reports if r.id == report)


def find(dossier: Dossier, wanted: dict[str, Any]) -> Fact:
    """Return the fact of the kind and concept that holds every account that is wanted."""
    (story,) = dossier.stories
    lows = {(account["report"], account["low"]) for account in wanted["accounts"]}
    for fact in story.facts:
        found = {(file_of(dossier, a.report), a.figure.low if a.figure else None) for a in fact.accounts}
        if (fact.kind, fact.concept) == (wanted["kind"], wanted["concept"]) and lows <= found:
            return fact
    raise AssertionError(f"no fact holds {lows}")


@pytest.mark.parametrize(("name", "number"), FACTS)
def test_the_fact_is_judged_as_the_desk_would(name: str, number: int):
    wanted, dossier = expected(name)["fact"][number], dossier_of(name)
    fact = find(dossier, wanted)
    party = {index: origin.party or "" for origin in fact.origins for index in origin.accounts}
    accounts = [
        {"report": file_of(dossier, a.report), "low": a.figure.low, "high": a.figure.high, "origin": party[index]}
        for index, a in enumerate(fact.accounts)
        if a.figure is not None
    ]
    assert accounts == [{"high": None, **account} for account in wanted["accounts"]]
    assert fact.verdict == wanted["verdict"]
    assert fact.two_source_rule == wanted["two_source_rule"]
    assert fact.independent_origins == wanted["independent_origins"]


@pytest.mark.parametrize(("name", "number"), FACTS)
def test_it_warns_of_what_the_rule_warns_of(name: str, number: int):
    wanted = expected(name)["fact"][number]
    warnings = find(dossier_of(name), wanted).warnings
    for words in wanted.get("warns", ()):
        assert any(words in warning for warning in warnings)
    assert warnings == () or "warns" in wanted


@pytest.mark.parametrize(("name", "number"), [f for f in FACTS if "policies" in expected(f[0])["fact"][f[1]]])
def test_each_practice_draws_its_own_line(name: str, number: int):
    wanted = expected(name)["fact"][number]
    for policy, bounds in wanted["policies"].items():
        fact = find(dossier_of(name, policy), wanted)
        drawn = {"low": fact.low, "best": fact.best, "high": fact.high}
        assert drawn == {"low": None, "best": None, "high": None, **bounds}
        assert set(fact.set_by) == set(bounds)


@pytest.mark.parametrize("name", [name for name in STORIES if "copies" in expected(name)])
def test_copies_are_told(name: str):
    dossier = dossier_of(name)
    copies = {file_of(dossier, r.id): file_of(dossier, r.copy_of) for r in dossier.reports if r.copy_of}
    assert copies == expected(name)["copies"]


@pytest.mark.parametrize("name", [name for name in STORIES if "toll" in expected(name)])
def test_the_toll_keeps_every_account_with_its_date(name: str):
    (toll,) = (t for t in dossier_of(name).stories[0].tolls if t.concept == expected(name)["fact"][0]["concept"])
    assert [[count.as_of, count.low] for count in toll.counts] == expected(name)["toll"]
    assert all(count.origin for count in toll.counts)


@pytest.mark.parametrize("name", [n for n in STORIES if any("brief" in fact for fact in expected(n)["fact"])])
def test_the_brief_tells_it(name: str):
    sentences = dossier_of(name).stories[0].brief
    for fact in expected(name)["fact"]:
        assert fact["brief"] in sentences


def test_every_rule_of_the_docs_has_a_story_and_every_story_its_rule():
    rows = re.findall(r"^\| ([^|]+) \| [^|]+ \| `tests/golden/standards/([\w-]+)` \|$", DOCS.read_text("utf-8"), re.M)
    assert sorted(story for _, story in rows) == STORIES
    for rule, story in rows:
        assert rule == expected(story)["rule"]
