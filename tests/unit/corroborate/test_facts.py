"""Facts as they are asked for: the question says of whom something is denied."""

import pytest

import twosource
from twosource.ingest import make_report


def questions(language: str, text: str) -> list[str]:
    """Return the questions of what is denied in a report."""
    dossier = twosource.compare(make_report(text, source="a.txt"), language=language, published="2021-03-04")
    facts = [fact for story in dossier.stories for fact in story.facts if fact.kind == "event"]
    return [fact.question for fact in facts if {account.polarity for account in fact.accounts} == {"denied"}]


@pytest.mark.parametrize(
    ("language", "text", "asked"),
    [
        ("da", "Der var ingen finner om bord på færgen.", "Was anybody on board? (“ingen finner”)"),
        ("nb", "Ingen brannmenn ble skadd i brannen.", "Was anybody injured? (“Ingen brannmenn”)"),
        ("nb", "Ingen ble skadd i brannen.", "Was anybody injured?"),
    ],
)
def test_a_denial_of_one_group_is_asked_for_as_that(language: str, text: str, asked: str):
    assert asked in questions(language, text)
