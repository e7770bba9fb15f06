"""The drawing of a count's intervals."""

from decimal import Decimal

import msgspec
import pytest
from tests.unit.render.fixtures import amount, call, dead, evacuated, rafts

from twosource.model import Fact
from twosource.render.number_line import LEFT, RIGHT, number_line


def drawn(*figures) -> Fact:
    accounts = tuple(msgspec.structs.replace(dead().accounts[0], figure=figure) for figure in figures)
    return msgspec.structs.replace(dead(), accounts=accounts)


def test_open_ends_run_to_the_edge() -> None:
    bars = number_line(evacuated()).bars

    assert (bars[0].open_low, bars[0].open_high, bars[0].x2) == (False, True, RIGHT)
    assert (bars[1].open_low, bars[1].open_high, bars[1].vague) == (False, False, True)


def test_larger_numbers_lie_farther_right_and_inside_the_line() -> None:
    bars = number_line(drawn(amount("3", "5"), amount("5", "9"), amount(None, "7"))).bars

    assert LEFT < bars[0].x1 < bars[0].x2 == bars[1].x1 < bars[2].x2 < bars[1].x2 < RIGHT
    assert bars[2].x1 == LEFT


def test_a_wide_range_is_drawn_by_powers() -> None:
    drawing = number_line(drawn(amount("10", "10"), amount("100", "100"), amount("1000", "1000")))

    first, second, third = (bar.x1 for bar in drawing.bars)
    assert second - first == pytest.approx(third - second, abs=0.2)
    assert "logarithmic" in drawing.words


def test_only_numbers_of_one_unit_are_drawn_together() -> None:
    assert [bar.report for bar in number_line(dead()).bars] == ["r1", "r2"]


@pytest.mark.parametrize(
    "fact",
    [
        call(),
        drawn(amount("3", "3")),
        drawn(amount(None, None), amount(None, None)),
        drawn(amount("NaN", None), amount("1", "1")),
    ],
)
def test_what_cannot_be_drawn_is_not(fact: Fact) -> None:
    assert number_line(fact) is None


@pytest.mark.parametrize("values", [("0", "1000000"), ("-5", "5"), ("0", "0"), ("1E+60", "2E-60")])
def test_odd_numbers_do_no_harm(values: tuple[str, str]) -> None:
    drawing = number_line(drawn(*(amount(value, value) for value in values)))

    assert all(LEFT <= bar.x1 <= RIGHT for bar in drawing.bars)


def test_equal_numbers_lie_in_the_middle() -> None:
    drawing = number_line(rafts())

    assert {bar.x1 for bar in drawing.bars} == {(LEFT + RIGHT) / 2}
    assert [tick.words for tick in drawing.ticks] == ["80"]
    assert Decimal(drawing.ticks[0].words) == 80
