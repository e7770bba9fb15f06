"""Claims: whose words are the same words."""

import pytest
from tests.unit.corroborate.builders import WHY, statement

from twosource.corroborate.claims import compare
from twosource.corroborate.comparison import APART
from twosource.model import Quote, Span


def words(report: str = "r1", text: str = "We have to save", **more: object):
    quote = Quote(Span(0, len(text)), text, "verbatim", WHY)
    fields = {"speaker": "person:a", "alone": True, **more}
    return statement(report, "statement", kind="claim", quote=quote, **fields)


SAVE = frozenset({"concept:save"})


def test_two_things_in_common_make_one_quotation():
    shared = frozenset({"concept:save", "number:5"})

    assert compare(words(content=shared), words("r2", content=shared)).relation == "agree"


def test_the_only_words_of_a_speaker_need_less():
    assert compare(words(content=SAVE), words("r2", content=SAVE)).relation == "agree"


@pytest.mark.parametrize(
    "other",
    [
        {"speaker": "person:b"},
        {"alone": False},
        {"form": frozenset({"negation"})},
        {"text": "We have to save, and there is much more that we have to do before we are back where we were"},
        {"content": frozenset({"concept:war"})},
    ],
)
def test_but_not_of_another_speaker_nor_put_otherwise_nor_of_another_length(other: dict):
    right = words("r2", **{"content": SAVE, **other})

    assert compare(words(content=SAVE), right).relation == APART


def test_cognates_bring_quotations_in_neighbouring_languages_together():
    shapes = frozenset({"klkn", "bldk"})

    assert compare(words(shapes=shapes), words("r2", shapes=shapes)).relation == "agree"
