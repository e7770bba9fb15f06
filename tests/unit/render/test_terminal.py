"""The dossier on a terminal: complete, within its width, legible without colour, harmless."""

import re

import msgspec
import pytest
from rich.cells import cell_len
from tests.unit.render.edge_cases import bare, crowded, empty
from tests.unit.render.fixtures import ferry

from twosource.errors import UsageError
from twosource.render import render

_COLOUR = re.compile(r"\x1b\[[\d;]*m")


def flat(written: str) -> str:
    return " ".join(written.split())


@pytest.mark.parametrize("width", [60, 80, 100, 120, 200])
@pytest.mark.parametrize("dossier", [ferry(), crowded(), bare(), empty()])
def test_no_line_is_longer_than_the_page_is_wide(width: int, dossier) -> None:
    assert max(cell_len(line) for line in render(dossier, width=width).splitlines()) <= width


@pytest.mark.parametrize(("asked", "given"), [(20, 60), (500, 200), (None, 100)])
def test_the_width_stays_between_its_bounds(asked: int | None, given: int) -> None:
    written = render(ferry(), width=asked)

    assert max(cell_len(line) for line in written.splitlines()) == given


def test_sections_come_in_the_order_in_which_a_desk_reads() -> None:
    written = render(ferry())

    titles = (
        "In brief",
        "✗ Contested",
        "≈ Different",
        "◇ In one report",
        "✓ Agreed",
        "Quotes",
        "Timeline",
        "Who is who",
    )
    found = [written.index(f"\n{title}") for title in titles]
    assert found == sorted(found)
    assert written.index("What was not read") < written.index("Could not be read")


def test_without_colour_there_is_no_code_at_all() -> None:
    assert "\x1b" not in render(ferry(), color=False)


def test_with_colour_there_are_colours_and_no_other_codes() -> None:
    written = render(ferry(), color=True)

    assert _COLOUR.search(written)
    assert "\x1b" not in _COLOUR.sub("", written)


def test_colour_changes_nothing_but_the_marks_around_the_words() -> None:
    coloured = flat(_COLOUR.sub("", render(ferry(), color=True, width=200)))

    assert coloured == flat(re.sub("[‹›]", "", render(ferry(), color=False, width=200)))


def test_control_codes_of_a_report_do_not_reach_the_terminal() -> None:
    written = render(ferry(), color=True)

    assert "\x1b[31m" + "rød" not in written
    assert "\u202e" not in written
    assert "�[31mrød" in written


def test_the_words_of_an_account_stand_out_without_colour() -> None:
    assert "‹Minst fire personer er døde› etter at fergen" in flat(render(ferry()))


def test_a_fact_shows_its_chain_its_bounds_and_why_sources_were_merged() -> None:
    written = flat(render(ferry(), width=100))

    assert "← Ritzau ← Reuters ← norsk politi" in written
    assert "low 4 people (r1) · best not known · high 4,500 people (r4)" in written
    assert "Havarikommisjonen and havarikommission are one party: the Norwegian state" in written
    assert "two-source rule: cannot tell (1 independent origin known)" in written


def test_quotes_of_the_same_words_stand_side_by_side_where_there_is_room() -> None:
    line = next(line for line in render(ferry(), width=120).splitlines() if "Vi leter fortsatt" in line and "“" in line)

    assert "Vi leder stadig" in line


def test_what_is_left_out_of_a_long_story_is_said() -> None:
    written = render(crowded(60))

    assert "48 more facts stand in one report only" in written
    assert "50 more quotes of one report" in written
    assert "36 more times" in written


def test_what_was_not_read_is_said() -> None:
    written = flat(render(ferry()))

    assert "r3 (ar): not read for lack of tables: times, figures in words, speech" in written
    assert "clippings/broken.txt: not text: binary data (ingest)" in written


def test_several_stories_are_listed_first() -> None:
    story = ferry().stories[0]
    other = msgspec.structs.replace(story, id="s2", headline="En anden historie", reports=("r3",))
    written = render(msgspec.structs.replace(ferry(), stories=(story, other)))

    assert written.startswith("2 stories\n")
    assert written.index("En anden historie  1 report") < written.index("━━━")


def test_no_story_is_said() -> None:
    assert "No story" in render(empty())


def test_brackets_of_a_report_are_no_markup() -> None:
    assert "[link](javascript:alert(1))" in flat(render(ferry(), width=200))


def test_an_unknown_format_is_refused_with_the_choices() -> None:
    with pytest.raises(UsageError, match="no format 'pdf'; there are: terminal, json, html, csv, markdown"):
        render(ferry(), "pdf")


def test_a_choice_leaves_out_the_rest() -> None:
    written = render(ferry(), only=["agree"])

    assert "Contested " not in written.replace("Contested:", "")
    assert "✓ Agreed" in written


def test_no_line_ends_with_blanks() -> None:
    assert not [line for line in render(ferry()).splitlines() if line != line.rstrip()]
