"""The documentation cannot lie: commands and programs run, help is as printed, nothing is left out, no link is dead."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from docs.generate import PAGES, REFERENCE

from twosource import model
from twosource.language import TABLES, identify, tables
from twosource.pipeline import annotate

ROOT = Path(__file__).parents[2]
PAGES_OF_DOCS = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "CHANGELOG.md",
    *sorted((ROOT / "docs").rglob("*.md")),
]
FENCE = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")


def blocks(kind: str) -> list[tuple[str, str]]:
    """Return (page, content) of each fenced block of a kind."""
    return [
        (page.name, found[2])
        for page in PAGES_OF_DOCS
        for found in FENCE.finditer(page.read_text(encoding="utf-8"))
        if found[1] == kind
    ]


COMMANDS = sorted({line[2:] for _, block in blocks("console") for line in block.splitlines() if line.startswith("$ ")})
PROGRAMS = blocks("python")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_runs(command: str, desk: Path):
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["sh", "-c", command], cwd=desk, capture_output=True, check=False, env={**os.environ, "PATH": path}
    )

    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout or "--output" in command


@pytest.mark.parametrize(("page", "program"), PROGRAMS)
def test_every_program_runs(page: str, program: str, desk: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(desk)
    exec(compile(program, page, "exec"), {})


@pytest.mark.parametrize("name", PAGES)
def test_generated_pages_are_up_to_date(name: str):
    assert (REFERENCE / name).read_text(encoding="utf-8") == PAGES[name](), "run: python docs/generate.py"


@pytest.mark.parametrize("page", PAGES_OF_DOCS, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path):
    targets = [t for t in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in t]
    assert [t for t in targets if not (page.parent / t).exists()] == []


@pytest.mark.parametrize(
    "record",
    [
        "Dossier",
        "StoryReport",
        "Copy",
        "Change",
        "Passage",
        "Story",
        "Fact",
        "Account",
        "Amount",
        "Authority",
        "Origin",
        "Utterance",
        "Moment",
        "Entity",
    ],
)
def test_every_field_of_the_dossier_is_documented(record: str):
    page = (REFERENCE / "dossier.md").read_text(encoding="utf-8")
    fields = set(getattr(model, record).__struct_fields__) - {"texts"}
    assert {field for field in fields if f"`{field}`" not in page} == set()


def test_every_table_of_a_language_is_documented():
    page = (ROOT / "docs/how-to/add-a-language.md").read_text(encoding="utf-8")
    assert [table for table in TABLES if f"| `{table}` |" not in page] == []


def test_the_guide_to_a_new_language_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Write the files that the guide shows into a folder of a new language, and read its example."""
    head, table, examples = (content for page, content in blocks("toml") if page == "add-a-language.md")
    for folder in tables.HERE.glob("*/language.toml"):
        (tmp_path / folder.parent.name).symlink_to(folder.parent)
    code = tomllib.loads(head)["code"]
    (tmp_path / code / "examples").mkdir(parents=True)
    (tmp_path / code / "language.toml").write_text(head, encoding="utf-8")
    (tmp_path / code / "blocks.toml").write_text(table, encoding="utf-8")
    monkeypatch.setattr(tables, "HERE", tmp_path)
    monkeypatch.setattr(identify, "HERE", tmp_path)
    caches = (tables.codes, tables.load, identify._marks, identify._weights)
    for cached in caches:
        cached.cache_clear()
    try:
        assert code in tables.codes()
        assert tables.load("qxx").missing() == tuple(t for t in TABLES if t != "blocks")
        for example in tomllib.loads(examples)["example"]:
            reading = annotate(make(example["text"], code))
            assert [(reading.report.read(b.span), b.kind) for b in reading.blocks] == [
                (block["text"], block["kind"]) for block in example["blocks"]
            ]
            assert "times" in reading.unread
        words = " ".join(tomllib.loads(head)["marks"])
        assert identify.identify(words).code == code
    finally:
        monkeypatch.undo()
        for cached in caches:
            cached.cache_clear()


def make(text: str, language: str) -> model.Report:
    return model.Report(id="r1", source="example", text=text, language=language)
