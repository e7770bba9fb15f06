"""Copies of reports told before are found by their words, as long as those are remembered."""

import pytest

from twosource.model import Report
from twosource.stories import copies_watch as room
from twosource.stories.copies_watch import Memory

TEXT = (
    "A barge loaded with gravel ran aground in Vesterhavn harbour early on Tuesday, and a pilot boat took two men off "
    "it. The harbour master says that the barge will be towed free at the next high water, and that no oil was seen."
)


def report(text, published=None):
    return Report(id="x", source="x", text=text, published=published, language="en")


@pytest.mark.parametrize("id", ["a", "12", 12])
def test_the_original_is_told_by_its_id_as_it_was_given(id):
    memory = Memory(14.0)
    memory.keep(report(TEXT), id)

    assert memory.original(report(f"Vesterhavn (Agency). {TEXT}"), "b") == id


def test_another_text_is_no_copy():
    memory = Memory(14.0)
    memory.keep(report(TEXT), "a")

    assert (
        memory.original(report("The council of Ostby voted against a new swimming pool after a long debate."), "b")
        is None
    )


def test_what_is_past_the_window_is_forgotten():
    memory = Memory(3.0)
    memory.keep(report(TEXT, "2021-03-01"), "a")
    memory.keep(report("Something else happened.", "2021-03-09"), "b")

    assert memory.original(report(TEXT), "c") is None
    assert len(memory) == 1


def test_only_the_latest_are_remembered(monkeypatch):
    monkeypatch.setattr(room, "LATEST", 2)
    memory = Memory(14.0)
    for id in "abc":
        memory.keep(report(f"{TEXT} {id}"), id)

    assert len(memory) == 2
    assert memory.original(report(TEXT), "d") in {"b", "c"}
