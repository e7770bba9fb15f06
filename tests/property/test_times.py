"""Whatever the text, times have exact spans, keep their order and know their limits."""

import sys
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.annotate.draft import Draft
from twosource.annotate.times import find_times, place, place_all
from twosource.annotate.times.grammar import grammar_of
from twosource.language import codes
from twosource.language.tables import load_or_generic
from twosource.model import Block, Reason, Report, Sentence, Span

CODES = st.sampled_from([*codes(), "und"])
DAYS = st.dates(date(1950, 1, 1), date(2100, 1, 1))


def read(text, code, published, prefer="past"):
    report = Report(id="r", source="test", text=text, language=code, published=published)
    draft = Draft(report=report, language=load_or_generic(code), prefer=prefer)
    span = Span(0, len(text))
    draft.blocks = [Block(span, "paragraph", Reason("test"))]
    draft.sentences = [Sentence(span, 0)]
    draft.times = list(find_times(draft))
    return draft


@cache
def pieces(code):
    """Return the words of a language's table and some numbers and marks."""
    others = ["12", "2020", "15:30", "3.", "1/2", "-", ".", ",", "\n", "xyz", "İ", "𝟗"]
    grammar = grammar_of(code, "past")
    return st.lists(st.sampled_from([*sorted(grammar.lexicon), *sorted(grammar.word_starts), *others]), max_size=15)


@st.composite
def texts(draw):
    """Draw a language and a text of its table's words, numbers and marks in any order."""
    code = draw(CODES)
    return code, " ".join(draw(pieces(code)))


@settings(max_examples=60, deadline=None)
@given(
    texts(),
    st.one_of(st.none(), DAYS.map(str), DAYS.map(lambda day: str(day)[:7])),
    st.sampled_from(["past", "future"]),
)
def test_spans_are_exact_ordered_and_apart(drawn, published, prefer):
    code, text = drawn
    times = read(text, code, published, prefer).times
    assert all(text[when.span.start : when.span.end] == when.text and when.text for when in times)
    assert all(one.span.end <= other.span.start for one, other in pairwise(times))
    assert all(0 <= when.reason.score <= 1 for when in times)


@settings(max_examples=40, deadline=None)
@given(texts(), DAYS)
def test_a_month_holds_what_each_of_its_days_says(drawn, day):
    code, text = drawn
    known = read(text, code, str(day)).times
    month = read(text, code, str(day)[:7]).times
    for one, other in zip(known, month, strict=True):
        if (
            one.expression == other.expression
            and one.earliest
            and other.earliest
            and read(text, code, str(day)[:7]).narrated is None
        ):
            placed = place(other.expression, day)
            assert placed is None or other.earliest[:10] <= str(placed[0])


@settings(max_examples=40, deadline=None)
@given(texts(), DAYS)
def test_placing_again_from_the_same_day_changes_nothing(drawn, day):
    code, text = drawn
    reading = read(text, code, str(day)).reading()
    assert place_all(reading, day) == reading.times


@given(DAYS, st.integers(1, 7))
def test_the_latest_weekday_is_within_the_week_before(day, weekday):
    names = load_or_generic("nb").table("times")["words"]["WEEKDAY"]
    name = next(row[1].split("|")[0] for row in names if row[0] == weekday)
    (when,) = read(f"Hun ble funnet {name}", "nb", str(day)).times
    found = date.fromisoformat(when.edtf)
    assert day - timedelta(days=6) <= found <= day and found.isoweekday() == weekday == when.weekday


@pytest.mark.parametrize(
    "piece", ["1", "1.1", "1-1-", '"', "i ", "den 1. ", "mandag ", "til ", "å", "12:30 ", "- ", "for 3 ", "\n\n"]
)
@pytest.mark.parametrize("code", ["nb", "en"])
def test_hostile_repetition_takes_linear_work(piece, code):
    def calls(size):
        counted = 0

        def count(_frame, event, _argument):
            nonlocal counted
            counted += event == "call"

        before = sys.getprofile()
        sys.setprofile(count)
        try:
            read(piece * (size // len(piece)), code, "2021-03-05")
        finally:
            sys.setprofile(before)
        return counted

    read(piece, code, "2021-03-05")
    assert calls(4_000) < 5 * calls(1_000)
