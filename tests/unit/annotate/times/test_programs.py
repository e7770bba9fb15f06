"""What the operations come to on a given day."""

from datetime import date, datetime

import pytest

from twosource.annotate.times.choices import Lean
from twosource.annotate.times.programs import OPERATIONS, expression_of, place, run, steps_of
from twosource.model import Expression

SATURDAY = date(2021, 3, 6)

TIMELESS = ("from_event", "event", "duration", "plus", "some", "set", "vague")
"""Operations that no day puts on the calendar."""


def days(kind, *values, day=SATURDAY):
    placed = place(Expression(kind, values), day)
    return None if placed is None else tuple(each.isoformat() for each in placed)


@pytest.mark.parametrize(
    ("lean", "friday", "saturday"),
    [
        (Lean.LATEST, "2021-03-05", "2021-03-06"),
        (Lean.BEFORE, "2021-03-05", "2021-02-27"),
        (Lean.SECOND_LAST, "2021-02-26", "2021-02-20"),
        (Lean.LAST_WEEK, "2021-02-26", "2021-02-27"),
        (Lean.THIS_WEEK, "2021-03-05", "2021-03-06"),
        (Lean.NEXT_WEEK, "2021-03-12", "2021-03-13"),
        (Lean.AFTER, "2021-03-12", "2021-03-13"),
        (Lean.AFTER_NEXT, "2021-03-19", "2021-03-20"),
        (Lean.FROM_NOW, "2021-03-12", "2021-03-06"),
    ],
)
def test_leans_of_a_weekday(lean, friday, saturday):
    assert days("weekday", 5, lean) == (friday, friday)
    assert days("weekday", 6, lean) == (saturday, saturday)


@pytest.mark.parametrize(
    ("kind", "values", "placed"),
    [
        ("offset", (-1,), ("2021-03-05", "2021-03-05")),
        ("unit", (4, -1), ("2021-02-22", "2021-02-28")),
        ("unit", (5, 1), ("2021-04-01", "2021-04-30")),
        ("unit", (7, 0), ("2021-01-01", "2021-03-31")),
        ("shift", (2, 0, 6, -1), ("2019-01-01", "2019-12-31")),
        ("shift", (0, 500, 6, -1), ("2020-09-01", "2020-09-30")),
        ("weekend", (Lean.LATEST,), ("2021-03-06", "2021-03-07")),
        ("date", (12, 24, Lean.LATEST), ("2020-12-24", "2020-12-24")),
        ("date", (4, 10, Lean.LATEST), ("2021-04-10", "2021-04-10")),
        ("date", (2, 29, Lean.LATEST), ("2020-02-29", "2020-02-29")),
        ("month", (8, Lean.LATEST), ("2020-08-01", "2020-08-31")),
        ("easter", (1, Lean.FROM_NOW), ("2021-04-05", "2021-04-05")),
        ("year month_of nth_weekday", (2014, 9, 3, 2), ("2014-09-16", "2014-09-16")),
        ("year month_of nth", (2015, 10, -1, 3), ("2015-10-31", "2015-10-31")),
        ("decade", (1990,), ("1990-01-01", "1999-12-31")),
        ("year quarter_of", (2020, 2), ("2020-04-01", "2020-06-30")),
        ("weekday move", (7, Lean.LATEST, 1, 4, 1), ("2021-03-07", "2021-03-07")),
        ("weekday weekday range", (1, Lean.LATEST, 3, Lean.LATEST), ("2021-03-01", "2021-03-03")),
        ("dated", (7, 18, 5), ("2025-07-18", "2025-07-18")),
    ],
)
def test_operations(kind, values, placed):
    assert days(kind, *values) == placed


@pytest.mark.parametrize("name", TIMELESS)
def test_what_no_day_places_is_none(name):
    assert days(name, *([1] * OPERATIONS[name][0])) is None


@pytest.mark.parametrize(
    "expression",
    [
        Expression("date", (2, 30, 0)),
        Expression("year", (99999,)),
        Expression("nonsense"),
        Expression("part", (1,)),
        Expression("weekday", (1,)),
        Expression(""),
    ],
)
def test_impossible_expressions_are_none_and_never_raise(expression):
    assert run(expression, datetime(2021, 3, 6)) is None


def test_a_program_comes_back_from_its_expression():
    program = (("weekday", (6, 8)), ("part", (7,)), ("clock", (4, 40, -1)))
    assert tuple(steps_of(expression_of(program))) == program


@pytest.mark.parametrize(
    ("program", "edge"),
    [
        ((("weekday", (5, 8)), ("part", (5,)), ("clock", (8, 0, -1))), datetime(2021, 3, 5, 20)),
        ((("weekday", (6, 8)), ("part", (7,)), ("clock", (2, 0, -1))), datetime(2021, 3, 6, 2)),
        ((("weekday", (6, 8)), ("part", (7,)), ("clock", (23, 0, -1))), datetime(2021, 3, 5, 23)),
        ((("offset", (0,)), ("clock", (12, 0, -2))), datetime(2021, 3, 6, 0)),
        ((("offset", (0,)), ("clock", (5, 15, -3))), datetime(2021, 3, 6, 17, 15)),
        ((("offset", (0,)), ("clock", (9, -30, -1))), datetime(2021, 3, 6, 8, 30)),
    ],
)
def test_clock_times_read_the_part_of_the_day(program, edge):
    found = run(expression_of(program), datetime(2021, 3, 6))
    assert found is not None and found.start == edge
