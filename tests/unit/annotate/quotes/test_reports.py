"""Main clauses that tell with their object what somebody holds, in German."""

from __future__ import annotations

import pytest
from tests.unit.annotate.quotes.fixtures import said


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Die Feuerwehr rechnet mit weiteren Erdrutschen im Tal", "Die Feuerwehr"),
        ("Die Polizei geht derzeit von Brandstiftung aus", "Die Polizei"),
        ("Mit Frost rechnet der Wetterdienst erst im Dezember", "der Wetterdienst"),
        ("Anwohner berichteten von einem lauten Knall am Hafen", "Anwohner"),
        ("Die Reederei begründete den Schritt mit den hohen Kosten", "Die Reederei"),
        ("Ahlers wies auf die lange Bauzeit hin", "Ahlers"),
        ("Die Opposition macht den Landrat für den Schaden verantwortlich", "Die Opposition"),
        ("Der Abriss wurde von den Grünen als Fehler gewertet", "den Grünen"),
        ("Der Verband hatte den Plan als zu teuer kritisiert", "Der Verband"),
    ],
)
def test_a_clause_with_its_object_is_an_account_of_what_somebody_holds(text: str, speaker: str):
    assert said(text + ".") == [(text, speaker)]


@pytest.mark.parametrize(
    "text",
    [
        "Das berichtete der Küster.",
        "Die Werft nannte das Boot „Seeadler“.",
        "Das Schiff sah er im Hafen.",
        "Der Regen kam schneller als erwartet.",
        "Der Wirt wurde von der Bank angesehen.",
    ],
)
def test_what_points_back_or_tells_a_deed_is_no_account(text: str):
    assert said(text) == []
