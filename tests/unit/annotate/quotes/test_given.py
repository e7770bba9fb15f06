"""Given names: whom "he" and "she" can mean."""

from __future__ import annotations

from twosource.annotate.quotes.given import gender_of


def test_full_name_tells_a_gender_by_its_first_word():
    assert gender_of("Nina Solli") == "f"
    assert gender_of("Einar Fossum") == "m"


def test_surname_alone_and_unknown_names_tell_nothing():
    assert gender_of("Martin") is None
    assert gender_of("Xyrq Fossum") is None
    assert gender_of("") is None
