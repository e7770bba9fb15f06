"""What texts are compared by."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.ingest import make_report
from twosource.model import Reading
from twosource.pipeline import annotate
from twosource.stories.copies_signature import SAMPLED, sample, sign_copy, sign_words, skeleton


@pytest.mark.parametrize(
    "words",
    [
        ("evakuert", "evakuerte", "evakueret", "evakuerad"),
        ("sykehus", "sygehus", "sjukhus"),
        ("byggverk", "byggeverk", "byggverket"),
        ("17.40,", "1740", "«17.40»"),
    ],
)
def test_near_languages_share_their_words_but_for_vowels_voice_and_endings(words):
    assert len({skeleton(word) for word in words}) == 1


@pytest.mark.parametrize("word", ["og", "och", "–", "", "det"])
def test_short_words_tell_nothing(word):
    assert skeleton(word) == ""


def test_punctuation_and_case_do_not_count():
    assert sign_words("– Alt er BRA, sier hun.")[1:] == sign_words("«Alt er bra» sier hun")


def test_credits_and_datelines_do_not_count():
    first = "Tog står\n\nTogene på Dovrebanen står etter et strømbrudd mandag morgen, opplyser operatøren.\n\n(NTB)"
    second = first.replace("\n\n(NTB)", "\n\n(©NPK)")

    assert sign_copy(annotate(make_report(first, source="a"))).words == (
        sign_copy(annotate(make_report(second, source="b"))).words
    )


@given(st.text("abcdefgh", max_size=30), st.text("ijklmn", max_size=30))
def test_what_is_sampled_of_a_text_is_sampled_of_a_longer_one(words, more):
    part, whole = sign_words(" ".join(words)), sign_words(" ".join([*more, *words]))

    assert set(sample(part)) <= set(sample(whole))
    assert len(sample(whole)) <= len(whole)
    assert SAMPLED > 1


@pytest.mark.parametrize("text", ["", " \n ", "x" * 200_000, "- " * 50_000, "1" * 100_000, "\udc80 a"])
def test_hostile_texts_are_signed(text):
    assert sign_copy(Reading(make_report(text, source="x"))).report
