"""French typography: marks with a space inside, apostrophes inside words, hours with an h."""

from __future__ import annotations

import msgspec
import pytest

from twosource.ingest import make_report
from twosource.model import Reading
from twosource.pipeline import annotate


def read(text: str) -> Reading:
    report = make_report(text, source="x")
    return annotate(msgspec.structs.replace(report, language="fr", published="2021-03-04"))


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f"])
def test_marks_may_stand_apart_from_the_words_between_them(space: str):
    reading = read(f"«{space}Le pont tiendra{space}», a assuré le maire.")

    assert [(reading.report.read(q.span), q.form) for q in reading.quotes] == [("Le pont tiendra", "verbatim")]


@pytest.mark.parametrize("mark", ["'", "’"])
def test_an_apostrophe_inside_a_word_is_no_quote_mark(mark: str):
    reading = read(f"Selon les pompiers, le feu est parti d{mark}un hangar.")

    assert [q.form for q in reading.quotes] == ["indirect"]


@pytest.mark.parametrize("sign", ["h", "H", ":"])
def test_an_hour_and_its_minutes_are_one_time(sign: str):
    reading = read(f"Le train est parti lundi à 15{sign}30.")

    assert [t.edtf for t in reading.times] == ["2021-03-01T15:30"]


def test_digits_and_an_h_inside_a_longer_number_are_no_time():
    assert not read("La référence 4215h307 figure au dossier.").times
