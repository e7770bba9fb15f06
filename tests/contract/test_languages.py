"""The contract of languages: every folder on disk keeps it, and its examples are read exactly as written there."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest

from twosource.ingest import make_report
from twosource.language import TABLES, tables
from twosource.model import Reading
from twosource.pipeline import annotate

FOLDERS = sorted(path.parent for path in tables.HERE.glob("*/language.toml"))
FILES = sorted(path for folder in FOLDERS for path in folder.rglob("*.toml"))
HEAD_KEYS = {"code", "name", "also", "near", "unsupported", "marks"}
CODE = re.compile(r"[a-z]{2,3}")
ORIGIN = re.compile(r"source|own knowledge|handbook|cldr|iso \d", re.IGNORECASE)

Shown = dict[str, Any]


def text_of(reading: Reading, span: Any) -> str:
    return reading.report.read(span)


def show(record: Any, **more: Any) -> Shown:
    return {**{name: getattr(record, name) for name in record.__struct_fields__}, **more}


def show_quote(reading: Reading, quote: Any) -> Shown:
    speaker = quote.speaker
    said_by = () if speaker is None else tuple(filter(None, (speaker.text, speaker.name)))
    cue = quote.cue and text_of(reading, quote.cue)
    origin = [link.name for link in quote.origin]
    return show(quote, speaker=said_by, cue=cue, direct=quote.direct, origin=origin, via=origin)


KINDS: Mapping[str, Callable[[Reading], list[Shown]]] = {
    "blocks": lambda r: [show(b, text=text_of(r, b.span)) for b in r.blocks],
    "sentences": lambda r: [show(s, text=text_of(r, s.span)) for s in r.sentences],
    "names": lambda r: [show(n) for n in r.names],
    "times": lambda r: [show(t) for t in r.times],
    "figures": lambda r: [show(f) for f in r.figures],
    "happenings": lambda r: [show(h) for h in r.happenings],
    "quotes": lambda r: [show_quote(r, q) for q in r.quotes],
    "credits": lambda r: [show(c, text=text_of(r, c.span)) for c in r.credits],
    "attributions": lambda r: [
        show(a, text=text_of(r, a.span), links=[link.name for link in a.links]) for a in r.attributions
    ],
}


def examples() -> Iterator[Any]:
    """Yield every example on disk as a parameter: language, room, number."""
    for folder in FOLDERS:
        for path in sorted((folder / "examples").glob("*.toml")):
            for number, example in enumerate(tables.read_toml(path).get("example", ()), 1):
                yield pytest.param(folder.name, example, id=f"{folder.name}-{path.stem}-{number}")


@cache
def reading_of(code: str, text: str, published: str | None) -> Reading:
    report = make_report(text, source="example")
    return annotate(msgspec.structs.replace(report, language=code, published=published or report.published))


def as_expected(value: Any, found: Any) -> bool:
    """Tell whether a value of an example is what was found; ``""`` stands for None."""
    if isinstance(found, Decimal):
        return bool(value != "" and Decimal(str(value)) == found)
    if isinstance(found, tuple) and isinstance(value, str):
        return value in found if value else not found
    if found is None:
        return bool(value == "")
    return bool(value == found)


def only(found: list[Shown], expected: list[Shown]) -> list[Shown]:
    """Return what was found with the keys that the example gives, put as the example puts it where they agree."""
    shown = []
    for number, record in enumerate(found):
        wanted = expected[number] if number < len(expected) else (expected[-1] if expected else {"text": ""})
        shown.append({k: v if as_expected(v, record.get(k)) else record.get(k) for k, v in wanted.items()})
    return shown


@pytest.mark.parametrize(("code", "example"), list(examples()))
def test_examples_are_read_as_written(code: str, example: Shown):
    unknown = set(example) - {"text", "published", "note", *KINDS}
    assert not unknown, f"keys of an example are text, published, note and {', '.join(KINDS)}"

    reading = reading_of(code, example["text"], example.get("published"))

    for kind in KINDS.keys() & example.keys():
        assert only(KINDS[kind](reading), example[kind]) == example[kind], kind


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_language_toml_says_what_it_must(folder: Path):
    head = tables.read_toml(folder / "language.toml")

    assert head["code"] == folder.name
    assert head["name"]
    assert set(head) <= HEAD_KEYS
    assert set(head["unsupported"]) <= set(TABLES)
    assert all(CODE.fullmatch(code) for key in ("also", "near") for code in head.get(key, ()))
    assert folder.name == tables.GENERIC or len(head["marks"]) >= 50


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_table_is_there_or_declared_missing(folder: Path):
    there = {table for table in TABLES if (folder / f"{table}.toml").is_file()}
    declared = set(tables.read_toml(folder / "language.toml")["unsupported"])

    assert declared == set(TABLES) - there


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_folder_holds_nothing_else(folder: Path):
    names = {path.name for path in folder.iterdir() if path.name != "__pycache__"}
    assert names <= {"language.toml", "examples", *(f"{table}.toml" for table in TABLES)}


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_tables_parse_and_say_where_they_come_from(path: Path):
    text = path.read_text(encoding="utf-8")
    tomllib.loads(text)
    comment = "\n".join(re.match(r"(?:#[^\n]*\n|\s*\n)*", text)[0].splitlines())

    assert text.startswith("#")
    if path.parent.name != "examples":
        assert ORIGIN.search(comment), "the comment at its head says where a table comes from"


def test_no_two_languages_answer_to_one_code():
    said = [c for folder in FOLDERS for c in (folder.name, *tables.read_toml(folder / "language.toml").get("also", ()))]
    assert len(said) == len(set(said))


@pytest.mark.parametrize("text", ["", " ", "...", "12", "– ", '"', "Xyz 12. august 2020 (NTB)", "\ud800 \U0001f600"])
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_any_text_is_read_in_any_language(folder: Path, text: str):
    reading = annotate(msgspec.structs.replace(make_report(text, source="x"), language=folder.name))
    assert len(reading.report.text) == len(text)
