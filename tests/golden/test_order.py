"""What the dossier says does not hang on the order of the files, and what is added takes nothing away unsaid."""

from functools import cache
from pathlib import Path

import pytest

from twosource import compare
from twosource.model import Dossier

HERE = Path(__file__).parent
FOLDERS = sorted(
    {path.parent for root in (HERE, HERE.parents[1] / "examples") for path in root.glob("**/*.txt")},
    key=lambda folder: folder.name,
)
SEVERAL = [folder for folder in FOLDERS if len(list(folder.glob("*.txt"))) > 1]
MANY = [folder for folder in SEVERAL if len(list(folder.glob("*.txt"))) > 2]
EXPLAINED = {"later_update", "other_scope", "vaguer", "two_events", "other_stage"}


@cache
def told(files: tuple[str, ...]) -> Dossier:
    return compare(*files)


def files(folder: Path) -> tuple[str, ...]:
    return tuple(str(path) for path in sorted(folder.glob("*.txt")))


def said(dossier: Dossier) -> set[tuple[object, ...]]:
    """Return what a dossier says of every fact, reports by the name of their file."""
    names = {report.id: Path(report.source).name for report in dossier.reports}
    return {
        (
            fact.kind,
            fact.verdict,
            frozenset(fact.readings),
            fact.independent_origins,
            fact.two_source_rule,
            frozenset((names[a.report], a.start, a.end, tuple(o.name for o in a.origin)) for a in fact.accounts),
        )
        for story in dossier.stories
        for fact in story.facts
    }


@pytest.mark.parametrize("folder", SEVERAL, ids=lambda folder: folder.name)
def test_the_order_of_the_files_does_not_matter(folder: Path):
    given = files(folder)

    assert said(told(given)) == said(told(given[::-1])) == said(told(given[1:] + given[:1]))


@pytest.mark.parametrize("folder", MANY, ids=lambda folder: folder.name)
def test_a_report_that_is_added_removes_no_conflict_without_saying_why(folder: Path):
    given = files(folder)
    whole = {account: row for row in said(told(given)) for account in row[-1]}

    for left_out in given:
        fewer = tuple(name for name in given if name != left_out)
        for row in said(told(fewer)):
            if row[1] == "conflict":
                now = [whole[account] for account in row[-1] if account in whole]
                assert any(new[1] == "conflict" or EXPLAINED & new[2] for new in now)
