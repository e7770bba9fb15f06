"""Who holds what about whom: accusations, denials and demands, in the languages of full level."""

from __future__ import annotations

import pytest

from twosource import compare
from twosource.ingest import make_report
from twosource.model import Claim


def claims_of(text: str, language: str) -> list[Claim]:
    dossier = compare(make_report(text, source="a.txt"), language=language)
    return [a.claim for s in dossier.stories for f in s.facts for a in f.accounts if a.claim is not None]


@pytest.mark.parametrize(
    ("language", "text", "stance", "holder", "about"),
    [
        ("nb", "Opposisjonen anklager regjeringen for valgfusk.", "accusation", "Opposisjonen", "regjeringen"),
        ("nn", "Opposisjonen skuldar regjeringa for valfusk.", "accusation", "Opposisjonen", "regjeringa"),
        ("da", "Oppositionen anklager regeringen for valgfusk.", "accusation", "Oppositionen", "regeringen"),
        ("sv", "Oppositionen anklagar regeringen för valfusk.", "accusation", "Oppositionen", "regeringen"),
        ("en", "The opposition accused the government of fraud.", "accusation", "The opposition", "the government"),
        ("es", "La oposición acusó al Gobierno de fraude.", "accusation", "La oposición", None),
        ("nb", "Selskapet avviser anklagene.", "denial", "Selskapet", None),
        ("en", "The company denied the allegations.", "denial", "The company", None),
    ],
)
def test_a_claim_has_its_holder(language: str, text: str, stance: str, holder: str, about: str | None):
    found = [c for c in claims_of(text, language) if c.stance in (stance, "reject")]
    assert holder in [c.holder for c in found]
    assert about is None or any(about in c.about for c in found)


def test_what_happened_is_no_claim():
    assert claims_of("Tre personer ble skadet i brannen.", "nb") == []
