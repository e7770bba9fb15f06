"""What spans and reports promise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.model import Report, Span

SPANS = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda pair: Span(min(pair), max(pair)))


def points(span: Span) -> set[int]:
    return set(range(span.start, span.end))


@given(SPANS)
def test_length_is_the_number_of_code_points(span: Span):
    assert len(span) == len(points(span))


@given(SPANS, SPANS)
def test_overlap_is_symmetric_and_means_a_shared_point(left: Span, right: Span):
    assert left.overlaps(right) == right.overlaps(left)
    if len(left) and len(right):
        assert left.overlaps(right) == bool(points(left) & points(right))


@given(SPANS, SPANS)
def test_joining_covers_both_and_nothing_less(left: Span, right: Span):
    joined = left.join(right)

    assert joined == right.join(left)
    assert joined.covers(left)
    assert joined.covers(right)
    assert {joined.start, joined.end} <= {left.start, left.end, right.start, right.end}


@given(SPANS, SPANS)
def test_covering_means_every_point(left: Span, right: Span):
    if left.covers(right):
        assert points(right) <= points(left)


def test_a_report_reads_its_words_by_code_points():
    report = Report(id="r1", source="x", text="😀 Bodø")
    assert report.read(Span(2, 6)) == "Bodø"


def test_records_are_frozen():
    with pytest.raises(AttributeError):
        Span(1, 2).start = 3
