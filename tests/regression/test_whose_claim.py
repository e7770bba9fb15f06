"""A genitive with an apostrophe in front of a noun of saying: the mark and its letter were taken for the speaker.

The speaker had no name then, and looking up a body without a name stopped the reading of the whole report.
"""

import pytest

from twosource.link.organisations import register_of
from twosource.model import Report
from twosource.pipeline import annotate

CLAIMS = [
    ("en", "Peter Hale's suggestion that the bridge was closed angered the town.", "Peter Hale"),
    ("en", "The FBI’s announcement that it is looking at the letters came late.", "FBI"),
    ("en", "Norway's claim that the boat was empty was met with laughter.", "Norway"),
    ("en", "Lars Moss' suggestion that the bridge was closed angered the town.", "Lars Moss"),
]


@pytest.mark.parametrize(("language", "text", "speaker"), CLAIMS)
def test_the_owner_of_a_claim_is_its_speaker(language, text, speaker):
    (quote,) = annotate(Report(id="a", source="a", text=text, language=language)).quotes

    assert [link.name for link in quote.origin] == [speaker]


@pytest.mark.parametrize("name", ["", " ", "'s"])
def test_what_is_no_name_is_no_body(name):
    assert register_of().lookup(name) is None
