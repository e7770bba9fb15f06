"""A stream tells copies of what came before, also of what was settled."""

import pytest

from twosource.cli import streaming
from twosource.cli.streaming import Wishes, stream_stories
from twosource.ingest import Numbered
from twosource.stories import stream as room

TEXT = (
    "A barge loaded with gravel ran aground in Vesterhavn harbour early on Tuesday, and a pilot boat took two men off "
    "it. The harbour master says that the barge will be towed free at the next high water, and that no oil was seen."
)
POOL = "The council of Ostby voted against a new swimming pool after a long debate about money on Monday evening."


@pytest.mark.parametrize("together", [1, 2, 3, 100])
def test_a_copy_is_told_however_many_are_settled_together(monkeypatch, together):
    monkeypatch.setattr(room, "TOGETHER", together)
    texts = {"a": TEXT, "b": POOL, 3: TEXT, "d": TEXT.partition("and ")[2]}
    rows = [{"id": id, "text": text, "language": "en", "published": "2021-03-01"} for id, text in texts.items()]
    items = (("feed", Numbered(number, row["id"], row)) for number, row in enumerate(rows, 1))

    told = {line["id"]: line["copy_of"] for line in stream_stories(items, [], Wishes())}

    assert told["a"] is told["b"] is None
    assert told[3] == "a"
    assert told["d"] in {"a", 3}


@pytest.mark.parametrize("together", [4, 100])
def test_several_processes_tell_what_one_tells(monkeypatch, together):
    monkeypatch.setattr(room, "TOGETHER", together)
    monkeypatch.setattr(streaming, "BATCH", 3)
    monkeypatch.setattr(streaming, "FEWEST", 2)
    texts = [f"{text} Message {number}." for number in range(9) for text in (TEXT, POOL)]
    rows = [{"id": n, "text": text, "language": "en", "published": "2021-03-01"} for n, text in enumerate(texts)]
    rows[4] = {"id": 4}
    told = {}
    for jobs in (1, 2):
        items = (("feed", Numbered(number, row["id"], row)) for number, row in enumerate(rows, 1))
        told[jobs] = list(stream_stories(items, [], Wishes(), jobs))

    assert [line["id"] for line in told[1]] == list(range(18))
    assert told[1] == told[2]


def test_a_line_that_is_no_report_fails_alone():
    items = (("feed", Numbered(number, number, row)) for number, row in enumerate([{}, {"text": TEXT}], 1))
    failures: list = []

    told = list(stream_stories(items, failures, Wishes()))

    assert [line["story"] for line in told] == [None, "s1"]
    assert len(failures) == 1
