"""What `read` and `compare` promise."""

import logging
from pathlib import Path

import msgspec
import pytest

import twosource
from twosource import pipeline
from twosource.errors import SourceMissing, UsageError
from twosource.model import Failure, Report

NB = "Minst 12 personer ble evakuert lørdag, opplyser politiet.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(" date 2021-03-06 " + NB, encoding="utf-8")
    (tmp_path / "b.txt").write_text(NB, encoding="utf-8")
    return tmp_path


def test_read_gives_everything_in_one_report(folder: Path):
    reading = twosource.read(folder / "a.txt", language="nb")

    assert (reading.report.language, reading.report.published) == ("nb", "2021-03-06")
    assert [reading.report.read(f.span) for f in reading.figures] == ["Minst 12"]


def test_read_raises_what_is_wrong(folder: Path):
    with pytest.raises(SourceMissing):
        twosource.read(folder / "none.txt")


@pytest.mark.parametrize("given", [{"language": "norsk språk"}, {"published": "soon"}])
def test_read_refuses_what_cannot_be_meant(folder: Path, given: dict[str, str]):
    with pytest.raises(UsageError):
        twosource.read(folder / "a.txt", **given)


def test_compare_numbers_the_reports_that_it_could_read(folder: Path):
    dossier = twosource.compare(folder / "none.txt", folder, language="nb")

    assert [report.id for report in dossier.reports] == ["r1", "r2"]
    assert [Path(failure.source).name for failure in dossier.failures] == ["none.txt"]


def test_a_file_that_is_named_twice_is_read_once(folder: Path):
    assert len(twosource.compare(folder, folder / "a.txt").reports) == 2


def test_what_is_said_of_one_report_goes_before_what_is_said_of_all(folder: Path):
    dates = {"b.txt": "2020-01", "*": "2019"}
    assert [r.published for r in twosource.compare(folder, published=dates).reports] == ["2019", "2020-01"]


def test_a_name_that_no_report_has_is_refused_before_anything_is_read(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pipeline, "read_safely", None)
    with pytest.raises(UsageError, match=r"no report is called 'c\.txt'; there are: .*a\.txt"):
        twosource.compare(folder, language={"c.txt": "nb"})


def test_other_codes_of_a_language_mean_its_folder(folder: Path):
    assert twosource.read(folder / "a.txt", language="no").report.language == "nb"


def test_a_language_without_tables_is_read_with_what_needs_none(folder: Path):
    reading = twosource.read(folder / "a.txt", language="tlh")
    assert reading.report.language == "tlh"
    assert "happenings" in reading.unread


def test_notes_of_a_report_become_failures_of_its_reading():
    report = twosource.make_report(" date 2020-13 " + NB, source="x")
    (failure,) = twosource.compare(report).reports[0].failures
    assert "2020-13" in failure.error


def test_one_bad_report_never_stops_a_run(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture):
    read_report = pipeline.read_report

    def stumble(report: Report, *, prefer: str, tagger: str | None) -> object:
        if report.source == "bad":
            raise ZeroDivisionError("by chance")
        return read_report(report, prefer=prefer, tagger=tagger)

    monkeypatch.setattr(pipeline, "read_report", stumble)
    reports = [twosource.make_report(NB, source=source) for source in ("good", "bad", "better")]
    with caplog.at_level(logging.ERROR):
        dossier = twosource.compare(*reports)

    assert [report.source for report in dossier.reports] == ["good", "better"]
    assert dossier.failures == (Failure("bad", "annotate", "ZeroDivisionError: by chance"),)
    assert "by chance" in caplog.text


def test_progress_is_told_after_each_report(folder: Path):
    told: list[tuple[int, int]] = []
    twosource.compare(folder, progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


def test_texts_come_with_the_dossier_and_stay_out_of_its_records(folder: Path):
    dossier = twosource.compare(folder)
    assert dossier.texts["r2"] == NB
    assert "texts" not in {name for report in dossier.reports for name in msgspec.structs.asdict(report)}


def test_a_story_without_a_headline_is_called_by_its_first_sentence_and_dated_by_its_dateline(tmp_path: Path):
    (tmp_path / "a.txt").write_text("OSLO, 6. mars 2021 (NTB) - " + NB, encoding="utf-8")
    dossier = twosource.compare(tmp_path / "a.txt", language="nb")

    assert [story.headline for story in dossier.stories] == [NB.strip()]
    assert [report.published for report in dossier.reports] == ["2021-03-06"]
