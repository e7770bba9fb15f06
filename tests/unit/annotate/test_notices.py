"""Notices: reports that say of themselves that they correct or withdraw an earlier one."""

from __future__ import annotations

import msgspec
import pytest

from twosource.annotate.notices import find_notice
from twosource.ingest import make_report
from twosource.pipeline import annotate


def notice_of(text: str, language: str):
    return find_notice(annotate(msgspec.structs.replace(make_report(text, source="x"), language=language)))


@pytest.mark.parametrize(
    ("language", "text", "kind", "words"),
    [
        ("da", "Rettelse: Fire kom til skade\n\nFire personer kom til skade i Vejle.", "correction", "Rettelse"),
        (
            "nb",
            "Fire skadd\n\nFire ble skadd.\n\nRettelse: Først sto det fem.",
            "correction",
            "Rettelse",
        ),
        ("nn", "RETTING: Fire skadde i Førde.", "correction", "RETTING"),
        ("sv", "Rättelse – fyra skadades i Umeå.", "correction", "Rättelse"),
        ("en", "(Corrects number of injured in first paragraph) Four people were hurt.", "correction", "Corrects"),
        (
            "en",
            "This story has been corrected: four hurt.",
            "correction",
            "This story has been corrected",
        ),
        ("de", "Berichtigung: Vier Menschen wurden verletzt.", "correction", "Berichtigung"),
        ("es", "Fe de errores: cuatro personas resultaron heridas.", "correction", "Fe de errores"),
        ("en", "RETRACTION: Mill fire\n\nThe report of a fire was wrong.", "withdrawal", "RETRACTION"),
    ],
)
def test_a_block_that_opens_as_a_notice_is_one(language, text, kind, words):
    found = notice_of(text, language)
    assert found is not None
    assert (found.kind, found.text) == (kind, words)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kill switch found in stolen car, police said."),
        ("en", "The ministry issued a correction: four were hurt."),
        ("da", "Retter mod journalister er begyndt i byen."),
        ("nb", "Politiet sier at fire er skadd."),
    ],
)
def test_a_report_that_tells_of_a_correction_is_none(language, text):
    assert notice_of(text, language) is None
