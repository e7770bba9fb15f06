"""Speakers without a name of their own: whom pronouns and roles mean."""

from __future__ import annotations

import pytest

from twosource.annotate.stages import read_report
from twosource.model import Report


def last_speaker(text: str, code: str = "nb") -> str | None:
    speaker = read_report(Report("r1", "test", text, language=code)).quotes[-1].speaker
    return speaker.name if speaker else None


@pytest.mark.parametrize(
    ("pronoun", "name"),
    [("hun", "Nina Solli"), ("han", "Einar Fossum")],
)
def test_pronoun_means_nobody_whose_given_name_speaks_against_it(pronoun: str, name: str):
    text = f"Nina Solli og Einar Fossum kom i går. Einar Fossum møtte Nina Solli.\n\n– Alt er klart, sier {pronoun}."

    assert last_speaker(text) == name


def test_pronoun_with_an_adverb_behind_it_is_a_pronoun():
    assert last_speaker("Einar Fossum kom i går. Da ville han ikke si at skipet er solgt.") == "Einar Fossum"


def test_role_by_age_means_who_was_named_last():
    assert last_speaker("Einar Fossum vant løpet.\n\n– Jeg er trøtt, sier 33-åringen.") == "Einar Fossum"


def test_pronoun_with_a_capital_is_no_name():
    assert last_speaker("Det var kaldt.\n\nVi sier at havna må stenges.") is None


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("da", "Anna Berg er anholdt. Hendes advokat siger, at hun nægter."),
        ("nb", "Anna Berg er pågrepet. Hennes advokat sier at hun nekter."),
        ("nn", "Anna Berg er arrestert. Hennar advokat seier at ho nektar."),
        ("sv", "Anna Berg är häktad. Hennes advokat säger att hon nekar."),
        ("de", "Anna Berg wurde verhaftet. Ihre Anwältin sagte, sie sei unschuldig."),
        ("en", "Anna Berg was arrested. Her lawyer said she denied the charges."),
    ],
)
def test_somebodys_lawyer_is_not_that_person(code: str, text: str):
    assert last_speaker(text, code) is None


def test_a_role_at_somebody_elses_is_not_the_minister_named_last():
    text = "Minister Anna Berg avgår. – Det är tungt, säger Berg.\n\nBolaget gick back, uppger bolagets revisor."

    assert last_speaker(text, "sv") is None


def test_a_conciliator_is_not_the_doctor_of_the_sentence_before():
    text = "– Det är farligt, säger Lena Berg, chefläkare vid sjukhuset.\n\nBudet var två procent, enligt medlaren."

    assert last_speaker(text, "sv") is None


def test_it_is_the_body_that_its_sentence_is_about():
    text = (
        "Nortec buys its rival, Nortec said. The Swiss National Bank lends 20 billion francs, it said in a statement."
    )

    assert last_speaker(text, "en") == "Swiss National Bank"


def test_an_adjective_of_a_part_of_the_world_is_no_name():
    text = "“This is no accident,” said a Western intelligence official, who spoke on condition of anonymity."

    assert last_speaker(text, "en") != "Western"
