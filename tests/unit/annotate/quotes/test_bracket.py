"""Clauses in a sentence bracket: where they are divided, of which kind they are, and where their verb stands."""

from __future__ import annotations

import pytest
from tests.unit.annotate.quotes.fixtures import reader_of

from twosource.annotate.quotes.bracket import find_clauses


def kinds(text: str) -> list[str]:
    reader = reader_of(text)
    return [clause.kind for clause in find_clauses(reader, 0, len(reader.tokens) - 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Senat teilte mit, dass die Brücke gesperrt wird.", ["main", "that"]),
        ("Die Wirtin fragte, ob der Keller trocken bleibt.", ["main", "whether"]),
        ("Er versprach, die Rechnung bis Mai zu bezahlen.", ["main", "infinitive"]),
        ("Sie bat darum, den Damm nicht allein zu lassen.", ["main", "infinitive"]),
        ("Der Zug, der aus Gera kam, hielt nicht.", ["piece", "relative", "main"]),
        ("Er kam, um den Streit zu schlichten.", ["main", "subjunction"]),
        ("Sie sagte, das Lager sei leer.", ["main", "main"]),
        ("Moritz Lohse, Chef der Werft, widersprach.", ["piece", "piece", "main"]),
    ],
)
def test_a_clause_is_known_by_its_first_word_and_its_verb(text: str, expected: list[str]):
    assert kinds(text) == expected


def test_commas_in_marks_and_numbers_divide_nothing():
    assert kinds("Er nannte die 3,5 Prozent „klein, aber wichtig“ (so, wie sie sind).") == ["main"]


def test_and_with_a_verb_of_saying_begins_a_clause():
    assert kinds("Der Wirt räumte den Saal und kündigte an, bald zu öffnen.") == ["main", "main", "infinitive"]


def test_a_clause_in_the_subjunctive_is_marked_so():
    reader = reader_of("Sie sagte, das Lager sei leer und bleibe es.")
    before, told = find_clauses(reader, 0, len(reader.tokens) - 1)

    assert (before.mood, told.mood) == (False, True)
