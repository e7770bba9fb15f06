"""Documents without an author: whose they are by what they are."""

import pytest
from tests.unit.link.make import link_to, make_reading

from twosource.link import cast, identify


@pytest.mark.parametrize(
    ("marked", "words", "language", "key"),
    [
        ("{o Norvind Fisk} kutter ti jobber, går det fram av en børsmelding.", "børsmelding", "nb", "org:norvind-fisk"),
        ("{o Norvind Fisk} tabte penge, viser årsregnskabet.", "årsregnskabet", "da", "org:norvind-fisk"),
        ("Han lurte ti i {l Oslo}, ifølge tiltalen.", "tiltalen", "nb", "state:NO"),
        (
            "{o Norvind Fisk} gick back, enligt bolagets delårsrapport.",
            "bolagets delårsrapport",
            "sv",
            "org:norvind-fisk",
        ),
    ],
)
def test_a_document_is_its_companys_or_its_courts(marked, words, language, key):
    reading = make_reading(marked, language, links=[(words, "document")])

    party = cast([reading]).party(link_to(reading, words, "document"), "r1")

    assert party.key.replace("wi", "vi") == key


@pytest.mark.parametrize("words", ["rapporten", "stevningen", "brevet"])
def test_a_document_that_may_be_anybodys_is_nobodys(words):
    reading = make_reading(f"{{o Norvind Fisk}} har ti ansatte, ifølge {words}.", "nb", links=[(words, "document")])

    assert cast([reading]).party(link_to(reading, words, "document"), "r1") is None


def test_a_document_is_shown_by_its_own_words():
    words = "bolagets delårsrapport"
    reading = make_reading(f"{{o Norvind Fisk}} gick back, enligt {words}.", "sv", links=[(words, "document")])

    assert identify(reading).attributions[0].links[0].name == words
