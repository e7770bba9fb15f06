"""Whole reports of a sentence or two: on whose authority their words stand, in every full language."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from twosource import read
from twosource.annotate.attributions import chain_at
from twosource.model import Report, Span

TABLES = sorted((Path(__file__).parent / "chains").glob("*.toml"))
CASES = [(path.stem, row) for path in TABLES for row in tomllib.loads(path.read_text("utf-8"))["chain"]]


@pytest.mark.parametrize(("code", "row"), CASES, ids=[f"{code}-{row['text'][:40]}" for code, row in CASES])
def test_chain(code: str, row: dict[str, str]):
    report = Report("r1", "test", row["text"], language=code)
    reading = read(report)
    start = report.text.index(row["at"])
    found = [link.name for link in chain_at(reading, Span(start, start + len(row["at"])))]

    assert len(found) == len(row["links"]), found
    assert all(want in name for want, name in zip(row["links"], found, strict=True)), found


@pytest.mark.parametrize("path", TABLES, ids=[path.stem for path in TABLES])
def test_each_full_language_has_its_own(path: Path):
    assert len(tomllib.loads(path.read_text("utf-8"))["chain"]) >= 15
