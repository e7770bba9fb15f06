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
