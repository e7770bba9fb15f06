"""The index: originals are found among many, and what is forgotten is not."""

from __future__ import annotations

import random

import msgspec

from twosource.model import Reading, Report
from twosource.stories.copies_index import SLOTS, CopyIndex
from twosource.stories.copies_signature import CopySignature, sign_copy


def signed(id: str, text: str) -> CopySignature:
    return sign_copy(Reading(Report(id=id, source=id, text=text, language="en")))


def texts(count: int, seed: int = 7) -> list[str]:
    drawn = random.Random(seed)
    words = [f"word{n}" for n in range(2000)]
    return [" ".join(drawn.choices(words, k=60)) for _ in range(count)]


def test_each_text_is_found_again_after_the_table_has_grown():
    index, many = CopyIndex(), texts(2500)
    for number, text in enumerate(many):
        index.add(signed(str(number), text))

    assert sum(len(text.split()) for text in many) / 4 > SLOTS
    for number in range(0, 2500, 50):
        found = [other.report for other, _ in index.find(signed("new", many[number]))]
        assert found == [str(number)]


def test_what_is_forgotten_is_not_found():
    index = CopyIndex()
    (text,) = texts(1)
    number = index.add(signed("a", text))
    index.forget(number)

    assert len(index) == 0
    assert list(index.find(signed("b", text))) == []


def test_reports_that_share_rare_names_and_numbers_are_compared():
    index = CopyIndex()
    one, other = (msgspec.structs.replace(signed(n, "too short"), rare=(1, 2, 3)) for n in "ab")
    index.add(one)

    assert index._candidates(other) == {1}
    assert index._candidates(msgspec.structs.replace(other, rare=(4,))) == set()
