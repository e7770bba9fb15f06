"""Linking, whatever the text: spans stay, relations are symmetric, time stays linear."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.link.make import make_reading
from tests.work import grows_no_faster_than

from twosource.language import codes
from twosource.link import cast, compare_persons, identify, territories
from twosource.link.skeleton import skeleton
from twosource.link.spans import SpanIndex
from twosource.model import Name, Reading, Reason, Report, Span

WORDS = st.sampled_from(
    ["Norge", "politiet", "president", "Ola Viken", "russisk", "i", ",", "(", ")", "EU's", "-", "–", "Ç", "習"]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=30).map(" ".join))
SPANS = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


def reading_of(text, places, language):
    names = tuple(
        Name(Span(start, end), text[start:end], kind, Reason(rule="test"))
        for start, end, kind in places
        if start < end <= len(text)
    )
    return Reading(report=Report(id="r1", source="r1", text=text, language=language), names=names)


@settings(deadline=None, max_examples=60)
@given(
    TEXTS,
    st.lists(
        st.tuples(
            st.integers(0, 200), st.integers(0, 200), st.sampled_from(["person", "organisation", "place", "other"])
        ),
        max_size=6,
    ),
    st.sampled_from([*codes(), "und", "zz"]),
)
def test_any_text_can_be_linked(text, places, language):
    """Nothing fails, no name is lost, and every evidence lies in the text."""
    reading = reading_of(text, places, language)
    found = identify(reading)
    people = cast([found])

    assert [n.span for n in found.names] == [n.span for n in reading.names]
    assert all(n.entity for n in found.names)
    assert all(0 <= s.start <= s.end <= len(text) for t in territories(reading) for s in t.spans)
    assert len({e.id for e in people.entities}) == len(people.entities)


@given(st.text(max_size=20), st.text(max_size=20))
def test_comparing_people_is_symmetric(left, right):
    assert compare_persons(left, right).judgement is compare_persons(right, left).judgement


@given(st.text(max_size=30))
def test_a_skeleton_is_plain(word):
    """A skeleton has no capitals and no signs, and the same word always gives the same."""
    assert skeleton(word) == skeleton(word).lower()
    assert all(c.isalnum() for c in skeleton(word))


@given(st.lists(SPANS, max_size=20), SPANS)
def test_the_index_of_spans_finds_what_a_search_finds(spans, asked):
    """The quick way gives the same as looking at each."""
    expected = sorted(i for i, span in enumerate(spans) if span.overlaps(asked))

    assert sorted(SpanIndex(spans).overlapping(asked)) == expected


@pytest.mark.parametrize(
    "piece", ["Norge ", "politiet ", "{p Ola Viken} ", "president {p Ola Viken}, ", "( ", "EU's ", "Ola Nordmanns "]
)
def test_long_texts_take_work_in_proportion(piece):
    readings = {times: make_reading(piece * times) for times in (75, 150, 600)}
    assert grows_no_faster_than(lambda times: cast([identify(readings[times])]), 150, slack=2.0)
