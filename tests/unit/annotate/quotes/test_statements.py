"""How far a statement reaches that an authority in front of it is named for."""

from __future__ import annotations

import pytest
from tests.unit.annotate.quotes.fixtures import said


def test_a_relative_clause_about_the_authority_is_passed_over():
    assert said("Nach Angaben der Reederei, die niemand prüfen kann, bleibt der Hafen zu.")[0][0] == (
        "bleibt der Hafen zu"
    )


def test_another_main_clause_that_turns_against_it_is_not_its():
    assert said("Laut Reederei bleibt der Hafen zu, doch die Stadt sucht einen Weg.")[0][0] == "bleibt der Hafen zu"


def test_clauses_that_go_with_it_are_its():
    assert said("Laut Reederei bleibt der Hafen zu, weil das Eis, das seit Mai treibt, zu dick ist.")[0][0] == (
        "bleibt der Hafen zu, weil das Eis, das seit Mai treibt, zu dick ist"
    )


@pytest.mark.parametrize("behind", ["", " am Montag", " in der Nacht", " nach dem Konzert"])
def test_the_particle_of_a_verb_may_stand_behind_a_time(behind: str):
    assert said(f"Der Hafen bleibt zu. Das gab die Reederei{behind} bekannt.")[0] == (
        "Der Hafen bleibt zu.",
        "die Reederei",
    )


def test_what_somebody_makes_known_is_no_subject():
    assert not said("Der Hafen bleibt zu. Am Abend gab die Reederei den Namen bekannt.")


def test_a_few_words_between_commas_do_not_part_a_verb_from_what_is_said():
    assert said("El juez alegó, en cambio, que el puerto cierra.", "es") == [("que el puerto cierra", "El juez")]


def test_a_phrase_ends_where_a_verb_in_the_subjunctive_begins():
    assert said("Nach Einschätzung von Fachleuten könnte der Umbau lange dauern.") == [
        ("könnte der Umbau lange dauern", "Fachleuten")
    ]


def test_who_is_cited_between_commas_is_no_aside():
    text = "Interpost reports, citing a harbour statement, that Lee said he would close the port."
    assert said(text, "en")[-1][1] == "Lee"
