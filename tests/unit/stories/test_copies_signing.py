"""Signatures made in batches are those that are made one by one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.model import Report
from twosource.stories import copies_signing as room
from twosource.stories.copies_signature import sample, sign_text
from twosource.stories.copies_signing import Signer

TEXTS = (
    "A barge ran aground in Vesterhavn harbour – and a pilot boat took two men off it.",
    "",
    "One two",
    "«Én» to\u2003tre fire\n\nfem «én» to tre fire fem seks sju åtte ni ti",
    "barge",
)


def report(text, body=0):
    return Report(id="r", source="r", text=text, body=body, language="en", published="2021-03-01", outlet="Gazette")


def same(signer, reports):
    found = signer.sign([(str(number), one) for number, one in enumerate(reports)])
    wanted = [sign_text(one, str(number)) for number, one in enumerate(reports)]
    assert [one.words for one in found] == [one.words for one in wanted]
    assert [list(one.sample) for one in found] == [sample(one.words) for one in wanted]
    told = ("report", "language", "published", "outlet", "notice")
    assert [[getattr(a, name) for name in told] for a in found] == [[getattr(b, name) for name in told] for b in wanted]


@pytest.mark.parametrize("batch", [1, 2, 100])
def test_a_batch_is_signed_as_each_report_is(monkeypatch, batch):
    monkeypatch.setattr(room, "BATCH", batch)

    same(Signer(), [report(text) for text in TEXTS] + [report(TEXTS[0], body=10)])


def test_words_that_became_too_many_are_met_again(monkeypatch):
    monkeypatch.setattr(room, "KNOWN", 5)
    signer = Signer()

    for _ in range(3):
        same(signer, [report(text) for text in TEXTS])


@settings(deadline=None, max_examples=50)
@given(st.lists(st.text(alphabet="ab –é\n", max_size=60), max_size=5))
def test_any_texts_are_signed_as_each_is(texts):
    same(SHARED, [report(text) for text in texts])


SHARED = Signer()
