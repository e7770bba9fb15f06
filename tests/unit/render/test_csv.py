"""The CSV: a row per account, columns that stay, and nothing that a spreadsheet would run."""

import csv
import io

import pytest
from tests.unit.render.edge_cases import bare, empty
from tests.unit.render.fixtures import TEXTS, ferry

from twosource.render import render
from twosource.render.csv import COLUMNS, safe


def rows(written: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written, newline="")))


def test_there_is_a_row_for_each_account_under_the_columns() -> None:
    written = render(ferry(), "csv")

    accounts = [account for fact in ferry().stories[0].facts for account in fact.accounts]
    assert written.split("\r\n")[0] == ",".join(COLUMNS)
    assert len(rows(written)) == len(accounts)


def test_the_first_columns_stay_as_they_are() -> None:
    """Others read these columns by their place: new ones belong at the end."""
    assert COLUMNS[:8] == ("story", "headline", "story_when", "fact", "kind", "concept", "question", "verdict")
    assert COLUMNS[-4:] == ("chain", "party", "copy_of", "reasons")


@pytest.mark.parametrize("dossier", [empty(), bare()])
def test_a_dossier_without_facts_is_a_header(dossier) -> None:
    assert render(dossier, "csv") == ",".join(COLUMNS) + "\r\n"


def test_a_row_holds_the_account_its_value_and_whom_it_goes_back_to() -> None:
    row = next(r for r in rows(render(ferry(), "csv")) if r["fact"] == "f1" and r["report"] == "r2")

    assert row["text"] == "Mindst seks mennesker er omkommet"
    assert TEXTS["r2"][int(row["start"]) : int(row["end"])] == row["text"]
    assert (row["low"], row["high"], row["unit"], row["vague"]) == ("6", "", "person", "false")
    assert row["chain"] == "Ritzau ← Reuters ← norsk politi"
    assert row["party"] == "the Norwegian state"
    assert (row["fact_low"], row["fact_best"], row["fact_high"]) == ("4", "", "4500")
    assert row["readings"] == "later_update; conflict"


def test_a_text_that_begins_like_a_formula_gets_an_apostrophe() -> None:
    cells = {cell for row in rows(render(ferry(), "csv")) for cell in row.values()}

    assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]
    assert '\'=HYPERLINK("http://example.org";"klik")' in cells
    assert "'+4500 kroner" in cells
    assert "'=<b>evil</b>.txt" in cells


@pytest.mark.parametrize("text", ["=1+1", "+1 000", "-x", "@a", " =1", "\t=1", "\r=1", "\n1", "＝1", "-2+3", "--1"])
def test_formulas_are_quoted(text: str) -> None:
    assert safe(text) == "'" + text


@pytest.mark.parametrize("text", ["-5", "+4500", "-2.5", "0", "", "a=b", "5 - 3", "'=1"])
def test_numbers_and_other_words_are_left_alone(text: str) -> None:
    assert safe(text) == text


def test_lines_end_as_the_standard_says() -> None:
    written = render(ferry(), "csv")

    assert written.endswith("\r\n")
    assert written.count("\r\n") == len(rows(written)) + 1
