"""The Markdown can be pasted anywhere without anything in the reports' words coming alive."""

import pytest
from tests.unit.render.edge_cases import bare, empty
from tests.unit.render.fixtures import ferry

from twosource.render import render
from twosource.render.markdown import escape


def test_it_has_the_sections_in_order() -> None:
    written = render(ferry(), "markdown")

    titles = [line for line in written.splitlines() if line.startswith("## ")]
    assert titles == [
        "## In brief",
        "## ✗ Contested (2)",
        "## ≈ Different, but can both hold (1)",
        "## ◇ In one report only (3)",
        "## ✓ Agreed (2)",
        "## Quotes",
        "## Timeline",
        "## Who is who",
        "## Could not be read",
    ]


def test_an_account_is_one_line_with_its_value_chain_and_words() -> None:
    assert (
        "- **r2** 6 people or more · ← Ritzau ← Reuters ← norsk politi: "
        "**Mindst seks mennesker er omkommet**, siger norsk politi ifølge Reuters."
    ) in render(ferry(), "markdown")


def test_no_tag_of_the_reports_is_left() -> None:
    written = render(ferry(), "markdown")

    assert "<" not in written
    assert "&lt;script&gt;" in written


def test_a_mention_calls_nobody() -> None:
    assert "@alle" not in render(ferry(), "markdown")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*fed* _kursiv_ `kode`", r"\*fed\* \_kursiv\_ \`kode\`"),
        ("a | b", r"a \| b"),
        ("[x](y)", r"\[x\](y)"),
        ("<b> & c", "&lt;b&gt; &amp; c"),
        ("# title", r"\# title"),
        ("- item", r"\- item"),
        ("12. juni", r"12\. juni"),
        ("3) tre", r"3\) tre"),
        ("to\nlinjer", "to linjer"),
        ("back\\slash", "back\\\\slash"),
        ("almindelig tekst - 1,5 (x)", "almindelig tekst - 1,5 (x)"),
    ],
)
def test_every_mark_is_escaped(text: str, expected: str) -> None:
    assert escape(text) == expected


def test_no_story_is_said() -> None:
    written = render(empty(), "markdown")

    assert "No story" in written
    assert "gone.txt: no such file" in written


def test_a_story_without_facts_still_lists_its_report() -> None:
    assert "| **r1** |" in render(bare(), "markdown")
