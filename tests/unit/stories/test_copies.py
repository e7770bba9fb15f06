"""Copies: texts that stand, nearly all, in another."""

from twosource.model import Report
from twosource.stories.copies import find_copies

TEXT = (
    "A barge ran aground in the harbour early on Monday, and the two men on board were taken off by a pilot boat. "
    "The harbour master says that nobody was hurt and that no oil has leaked. The barge is to be towed at high water."
)


def report(id, text, published=None):
    return Report(id=id, source=id, text=text, published=published)


def test_a_cut_copy_is_found_and_the_longer_text_is_the_original():
    cut = TEXT[: int(len(TEXT) * 0.8)]

    assert find_copies([report("a", cut), report("b", TEXT)]) == {"a": "b"}


def test_the_earlier_of_two_equal_texts_is_the_original():
    found = find_copies([report("a", TEXT, "2021-03-02"), report("b", TEXT, "2021-03-01")])

    assert found == {"a": "b"}


def test_a_text_on_the_same_thing_is_no_copy():
    other = (
        "On Monday a barge went aground in the harbour. Two men were saved by a pilot boat, and nobody came to harm."
    )

    assert find_copies([report("a", TEXT), report("b", other)]) == {}


def test_a_line_or_two_is_too_short_to_tell():
    assert find_copies([report("a", "Nobody was hurt."), report("b", "Nobody was hurt.")]) == {}
