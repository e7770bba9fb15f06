"""Datelines: which date a report, and which do not."""

import pytest

from twosource.annotate.datelines import with_dateline_day
from twosource.ingest import make_report
from twosource.model import Report
from twosource.pipeline import annotate


def report(text: str, language: str, published: str | None = None) -> Report:
    made = make_report(text, source="test")
    return Report(made.id, made.source, made.text, language=language, published=published, body=made.body)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("OSLO, 3. mai 2023 (NTB) - To hus brant.", "nb"),
        ("København, 3. maj 2023 (Ritzau) - To huse brændte.", "da"),
        ("BERLIN, 3. Mai 2023 (dpa) - Zwei Häuser brannten.", "de"),
        ("LONDON, May 3, 2023 (Reuters) - Two houses burned down.", "en"),
        ("МОСКВА, 3 мая 2023 г. (ТАСС) - Сгорели два дома.", "ru"),
        ("To hus brant\n\nOSLO, 3. mai 2023 (NTB) - To hus brant.", "nb"),
    ],
)
def test_a_dateline_with_a_whole_day_dates_its_report(text: str, language: str) -> None:
    assert with_dateline_day(report(text, language)).published == "2023-05-03"


@pytest.mark.parametrize(
    "text",
    [
        "OSLO, 3. mai (NTB) - To hus brant.",
        "OSLO, mai 2023 (NTB) - To hus brant.",
        "OSLO (NTB) - To hus brant 3. mai 2023.",
        "Den 3. mai 2023 brant to hus.",
    ],
)
def test_other_days_do_not(text: str) -> None:
    assert with_dateline_day(report(text, "nb")).published is None


def test_a_date_that_is_given_goes_before() -> None:
    dated = report("OSLO, 3. mai 2023 (NTB) - To hus brant.", "nb", "2023-05")

    assert with_dateline_day(dated) is dated


def test_weekdays_are_placed_from_it() -> None:
    found = annotate(report("OSLO, 3. mai 2023 (NTB) - To hus brant i Moss tirsdag.", "nb"))

    assert found.report.published == "2023-05-03"
    assert [time.edtf for time in found.times] == ["2023-05-03", "2023-05-02"]
