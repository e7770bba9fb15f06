"""Short reports of our own, at least sixty a Nordic language: the ways in which somebody is said to say something.

What stands as a gap is not read rightly yet: such a test must fail, so that a gap that closes is seen.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest

from twosource.ingest import make_report
from twosource.model import Reading
from twosource.pipeline import annotate

HERE = Path(__file__).parent / "reports"
LANGUAGES = sorted(path.stem for path in HERE.glob("*.toml"))
GAPS = 1
"""How many gaps a language may have."""


def reports(code: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tomllib.loads((HERE / f"{code}.toml").read_text(encoding="utf-8"))["report"]
    return rows


def cases(key: str) -> list[Any]:
    gap = pytest.mark.xfail(reason="a gap", strict=True)
    return [
        pytest.param(code, row, id=f"{code}-{row['name']}", marks=gap if row.get("gap") else ())
        for code in LANGUAGES
        for row in reports(code)
        if key in row
    ]


@cache
def reading_of(code: str, text: str) -> Reading:
    return annotate(msgspec.structs.replace(make_report(text, source="x"), language=code))


def bare(words: str) -> str:
    return words.strip(" .,?").casefold()


@pytest.mark.parametrize(("code", "row"), cases("quotes"))
def test_who_says_which_words(code: str, row: dict[str, Any]):
    reading = reading_of(code, row["text"])
    found = [(bare(reading.report.read(q.span)), bare(q.speaker.text if q.speaker else "")) for q in reading.quotes]
    assert found == [(bare(quote["text"]), bare(quote["speaker"])) for quote in row["quotes"]]


@pytest.mark.parametrize(("code", "row"), cases("links"))
def test_whom_it_goes_back_to(code: str, row: dict[str, Any]):
    found = [[bare(link.name) for link in a.links] for a in reading_of(code, row["text"]).attributions]
    assert found == ([[bare(name) for name in row["links"]]] if row["links"] else [])


@pytest.mark.parametrize("code", LANGUAGES)
def test_there_are_enough_of_them(code: str):
    rows = reports(code)
    assert len({row["name"] for row in rows}) == len(rows) >= 60
    assert sum(row.get("gap", False) for row in rows) <= GAPS


def test_every_language_has_the_same_constructions():
    names = [[row["name"] for row in reports(code)] for code in LANGUAGES]
    assert LANGUAGES and all(each == names[0] for each in names)
