"""What stands in a document, told with the document in front or behind."""

from __future__ import annotations

import pytest
from tests.unit.annotate.quotes.fixtures import said


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("da", "I brevet står der, at havnen lukker.", ("at havnen lukker", "brevet")),
        ("da", "Det fremgår af brevet, at havnen lukker.", ("at havnen lukker", "brevet")),
        ("nb", "I rapporten heter det at havna er trygg.", ("at havna er trygg", "rapporten")),
        ("nn", "I brevet står det at hamna er trygg.", ("at hamna er trygg", "brevet")),
        ("sv", "I rapporten står det att hamnen är trygg.", ("att hamnen är trygg", "rapporten")),
        ("es", "En el informe se dice que el puerto cierra.", ("que el puerto cierra", "el informe")),
    ],
)
def test_a_document_says_what_stands_in_it(code: str, text: str, expected: tuple[str, str]):
    assert said(text, code) == [expected]


@pytest.mark.parametrize("text", ["I havnen står der tre skibe.", "Det fremgår af brevet."])
def test_what_stands_elsewhere_is_nobodys_speech(text: str):
    assert said(text, "da") == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Skibet sank ifølge kystvagten i havnen.", "kystvagten"),
        ("Skibet sank ifølge politiet i Aarhus.", "politiet i Aarhus"),
        ("Skibet sank søndag ifølge ledelsen i rederiet.", "ledelsen i rederiet"),
    ],
)
def test_a_place_goes_with_a_clause_that_has_nothing_but_its_verb(text: str, speaker: str):
    assert [who for _, who in said(text, "da")] == [speaker]


def test_a_heading_lets_a_person_speak_without_marks_and_a_place_not():
    assert said("Borgmesteren: Havnen må lukke", "da") == [("Havnen må lukke", "Borgmesteren")]
    assert said("Grønland: Havnen må lukke", "da") == []
