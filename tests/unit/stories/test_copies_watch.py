"""Copies of reports told before are found by their words, as long as those are remembered."""

from twosource.model import Report
from twosource.stories import copies_watch as room
from twosource.stories.copies_signature import sign_text
from twosource.stories.copies_watch import Memory

TEXT = (
    "A barge loaded with gravel ran aground in Vesterhavn harbour early on Tuesday, and a pilot boat took two men off "
    "it. The harbour master says that the barge will be towed free at the next high water, and that no oil was seen."
)


def signed(text, id, published=None):
    return sign_text(Report(id="x", source="x", text=text, published=published, language="en"), id)


def test_the_original_is_told_by_its_name():
    memory = Memory(14.0)
    memory.keep(signed(TEXT, "a"))

    assert memory.original(signed(f"Vesterhavn (Agency). {TEXT}", "b")) == "a"


def test_another_text_is_no_copy():
    memory = Memory(14.0)
    memory.keep(signed(TEXT, "a"))

    assert (
        memory.original(signed("The council of Ostby voted against a new swimming pool after a long debate.", "b"))
        is None
    )


def test_what_is_past_the_window_is_forgotten():
    memory = Memory(3.0)
    memory.keep(signed(TEXT, "a", "2021-03-01"))
    memory.keep(signed("Something else happened.", "b", "2021-03-09"))

    assert memory.original(signed(TEXT, "c")) is None
    assert len(memory) == 1


def test_only_the_latest_are_remembered(monkeypatch):
    monkeypatch.setattr(room, "LATEST", 2)
    memory = Memory(14.0)
    for id in "abc":
        memory.keep(signed(f"{TEXT} {id}", id))

    assert len(memory) == 2
    assert memory.original(signed(TEXT, "d")) in {"b", "c"}
