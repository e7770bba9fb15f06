"""Marks that overlap, nest or run over lines: every piece knows its marks, and the text stays whole."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from twosource.render.marks import Mark, crossing, cut, identifier, settle


def pieces(text: str, *marks: Mark) -> list[list[tuple[str, str]]]:
    lines = cut(text, marks)
    return [[(piece.text, "".join(mark.anchor for mark in piece.marks)) for piece in line] for line in lines]


def test_crossing_marks_are_cut_where_they_cross() -> None:
    assert pieces("abcdef", Mark("x", 0, 4), Mark("y", 2, 6)) == [[("ab", "x"), ("cd", "xy"), ("ef", "y")]]


def test_nested_marks_are_cut_at_the_inner_one() -> None:
    assert pieces("abcdef", Mark("x", 0, 6), Mark("y", 2, 4)) == [[("ab", "x"), ("cd", "xy"), ("ef", "x")]]


def test_a_mark_opens_and_closes_once() -> None:
    lines = cut("abc\ndef", [Mark("x", 1, 6), Mark("y", 2, 3)])

    assert [[m.anchor for m in p.opening] for line in lines for p in line] == [[], ["x"], ["y"], [], []]
    assert [[m.anchor for m in p.closing] for line in lines for p in line] == [[], [], ["y"], ["x"], []]
    assert crossing(lines) == ["x"]


def test_blank_lines_are_left_out() -> None:
    assert pieces("a\n \n\r\nb") == [[("a", "")], [("b", "")]]


def test_offsets_count_code_points() -> None:
    assert pieces("🚢x🚒", Mark("x", 1, 2)) == [[("🚢", ""), ("x", "x"), ("🚒", "")]]


def settled(text: str, *marks: Mark) -> list[tuple[str, str]]:
    line = settle(cut(text, marks)[0])
    return [(piece.text, "".join(mark.anchor for mark in closed)) for piece, closed in line]


def test_a_way_back_stands_behind_the_punctuation_after_its_words() -> None:
    assert settled("Tolv døde, sier hun", Mark("x", 0, 9)) == [("Tolv døde", ""), (",", "x"), (" sier hun", "")]
    assert settled("Tolv døde.", Mark("x", 0, 9), Mark("y", 5, 10)) == [("Tolv ", ""), ("døde", ""), (".", "xy")]
    assert settled("Tolv døde i dag", Mark("x", 0, 9)) == [("Tolv døde", "x"), (" i dag", "")]


def test_a_mark_outside_the_text_does_no_harm() -> None:
    assert pieces("ab", Mark("x", 5, 9), Mark("y", 1, 9), Mark("z", 1, 1)) == [[("a", ""), ("b", "y")]]


def test_an_id_is_safe_whatever_it_is_made_of() -> None:
    assert identifier("f1", "r2", 914) == "f1-r2-914"
    assert identifier("1 <b>\"'") == "x1--b---"


_marks = st.lists(st.tuples(st.integers(0, 45), st.integers(1, 20)), max_size=12)


@example("aaaaaaaa\r \r a", [(0, 10), (0, 12)])
@given(st.text("ab \n\r🚢é", max_size=40), _marks)
def test_every_piece_has_exactly_the_marks_that_cover_it(text: str, spans: list[tuple[int, int]]) -> None:
    marks = [Mark(f"m{n}", start, start + length) for n, (start, length) in enumerate(spans)]

    lines = cut(text, marks)

    kept = [found for found in re.finditer(r"[^\r\n]+", text) if found[0].strip()]
    assert ["".join(piece.text for piece in line) for line in lines] == [found[0] for found in kept]
    for line in lines:
        told = settle(line)
        assert "".join(piece.text for piece, _ in told) == "".join(piece.text for piece in line)
        closed = [mark for _, marks in told for mark in marks]
        assert closed == [mark for piece in line for mark in piece.closing]
        assert [m for piece, _ in told for m in piece.opening] == [m for piece in line for m in piece.opening]
    starts = [found.start() for found in kept]
    places = [
        (at + sum(len(p.text) for p in line[:n]), p)
        for at, line in zip(starts, lines, strict=True)
        for n, p in enumerate(line)
    ]
    for position, piece in places:
        covering = {m.anchor for m in marks if m.start <= position and position + len(piece.text) <= m.end}
        touching = {m.anchor for m in marks if m.start < position + len(piece.text) and position < m.end}
        assert piece.text
        assert {m.anchor for m in piece.marks} == covering == touching
