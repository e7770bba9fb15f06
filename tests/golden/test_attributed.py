"""Short reports of our own, four a language: every utterance in them, and who speaks.

A gap is what is not read rightly yet; words count as found where most of them are those of the gold.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import msgspec
import pytest

from twosource.ingest import make_report
from twosource.model import Quote
from twosource.pipeline import annotate

HERE = Path(__file__).parent / "attributed"
MOST = 0.6
"""The share of words that two wordings of one utterance have in common."""
ROWS = [
    pytest.param(path.stem, row, id=f"{path.stem}-{row['name']}")
    for path in sorted(HERE.glob("*.toml"))
    for row in tomllib.loads(path.read_text(encoding="utf-8"))["report"]
]


def words(text: str) -> set[str]:
    return {word.strip(".,?»«„“”\"'").casefold() for word in text.split()}


def likeness(one: str, other: str) -> float:
    return len(words(one) & words(other)) / len(words(one) | words(other))


def is_told(quote: Quote, gold: dict[str, Any]) -> bool:
    who = quote.speaker
    names = [name.casefold() for name in (who.text, who.name) if name] if who is not None else [""]
    return likeness(quote.text, gold["text"]) >= MOST and any(gold["speaker"].casefold() in name for name in names)


@pytest.mark.parametrize(("code", "row"), ROWS)
def test_who_says_what(code: str, row: dict[str, Any]):
    reading = annotate(msgspec.structs.replace(make_report(row["text"], source="x"), language=code))
    gold = row["quotes"]

    missed = [g["text"] for g in gold if not any(is_told(q, g) for q in reading.quotes)]
    added = [q.text for q in reading.quotes if not any(is_told(q, g) for g in gold)]

    assert missed == [g["text"] for g in gold if g.get("gap")]
    assert len(added) == len(missed)
