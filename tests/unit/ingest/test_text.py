"""What reading a file promises: text, body, date, title, and an error for what is no report."""

import codecs
import os
from pathlib import Path

import pytest

from twosource.errors import EmptyReport, NotText, SourceMissing, TooLarge, UsageError
from twosource.ingest import check_published, find_files, read_file
from twosource.ingest.dates import read_header
from twosource.ingest.text import decode
from twosource.model import Failure

NEWS = "Brann i Bodø\n\nDet brant på Bodøsjøen. Ingen ble såret.\n"


def write(folder: Path, data: bytes, name: str = "report.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (NEWS.encode(), "utf-8"),
        (codecs.BOM_UTF8 + NEWS.encode(), "utf-8-sig"),
        (NEWS.encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + NEWS.encode("utf-16-be"), "utf-16"),
        (NEWS.encode("utf-16-le"), "utf-16-le"),
        (NEWS.encode("utf-16-be"), "utf-16-be"),
        (NEWS.encode("utf-32"), "utf-32"),
        (NEWS.encode("latin-1"), "cp1252"),
    ],
)
def test_every_encoding_gives_the_same_text(tmp_path: Path, data: bytes, encoding: str):
    report = read_file(write(tmp_path, data))

    assert report.text == NEWS
    assert report.encoding == encoding


def test_windows_quotes_and_dashes(tmp_path: Path):
    text = "– Det er «bra» – sa hun… ”Ja”.\n"
    assert read_file(write(tmp_path, text.encode("cp1252"))).text == text


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n"])
def test_text_is_what_python_reads(tmp_path: Path, newline: str):
    path = write(tmp_path, NEWS.replace("\n", newline).encode())
    assert read_file(path).text == path.read_text(encoding="utf-8") == NEWS


@pytest.mark.parametrize(
    ("text", "body", "published"),
    [
        (" date 2020-08 Det brant.", 14, "2020-08"),
        (" date 2020-08-15 Det brant.", 17, "2020-08-15"),
        (" date 2020-08-15\n\nDet brant.", 18, "2020-08-15"),
        ("Det brant.", 0, None),
        ("date 2020-08-15x Det brant.", 0, None),
        ("Det brant den date 2020-08 i Bodø.", 0, None),
    ],
)
def test_header_stays_in_the_text_and_the_body_begins_behind_it(text: str, body: int, published: str | None):
    header = read_header(text)
    assert (header.body, header.published, header.note) == (body, published, None)


@pytest.mark.parametrize("date", ["2020-13", "2020-02-30", "0000-01", "2020-00-01"])
def test_a_header_of_no_calendar_gives_no_date_and_says_so(date: str):
    header = read_header(f" date {date} Det brant.")

    assert header.published is None
    assert header.body == len(f" date {date} ")
    assert date in (header.note or "")


def test_title_is_the_headline_and_the_outlet_unknown(tmp_path: Path):
    report = read_file(write(tmp_path, NEWS.encode()))
    assert (report.title, report.outlet) == ("Brann i Bodø", None)


def test_no_headline_no_title(tmp_path: Path):
    assert read_file(write(tmp_path, b"Det brant.\n\nIngen ble skadd.")).title is None


@pytest.mark.parametrize("data", [b"", b"  \n\t", codecs.BOM_UTF8, b" date 2020-08 \n", "\u200b\ufeff".encode()])
def test_nothing_but_white_space(tmp_path: Path, data: bytes):
    with pytest.raises(EmptyReport, match="white space"):
        read_file(write(tmp_path, data))


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 10,
        b"%PDF-1.4\n" + bytes(200),
        b"PK\x03\x04\x00\x00\x00\x00",
        "Это русский текст в другой кодировке".encode("koi8-r"),
        "日本語のニュースです".encode("shift_jis"),
        b"\xff\xfe\x00\xd8\x41\x00",
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes):
    with pytest.raises(NotText):
        read_file(write(tmp_path, data))


def test_damaged_utf8_is_read_and_told(tmp_path: Path):
    report = read_file(write(tmp_path, NEWS.encode() + b"\xc3( slutt."))

    assert report.text.startswith(NEWS)
    assert "damaged UTF-8" in report.notes[0]


def test_a_single_byte_encoding_is_told():
    assert decode("Bodø".encode("latin-1"), "x") == ("Bodø", "cp1252", "not UTF-8; read as Windows-1252")


def test_too_large_names_both_sizes(tmp_path: Path):
    with pytest.raises(TooLarge, match=r"more than 10 bytes; it has 30"):
        read_file(write(tmp_path, b"x" * 30), limit=10)


def test_missing_file(tmp_path: Path):
    with pytest.raises(SourceMissing, match="no such file"):
        read_file(tmp_path / "none.txt")


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000])
def test_impossible_names(name: str):
    with pytest.raises(SourceMissing):
        read_file(name)


def test_a_folder_is_no_file(tmp_path: Path):
    with pytest.raises(SourceMissing, match="folder"):
        read_file(tmp_path)


def test_a_folder_stands_for_its_text_files_sorted(tmp_path: Path):
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("b/1.txt", "a.txt", "c.jpg", ".hidden.txt", ".git/x.txt"):
        write(tmp_path, b"x", name)

    assert list(find_files([tmp_path])) == [str(tmp_path / "a.txt"), str(tmp_path / "b/1.txt")]


def test_links_out_of_a_folder_are_not_followed(tmp_path: Path):
    inside = tmp_path / "inside"
    inside.mkdir()
    write(tmp_path, b"secret", "outside.txt")
    write(inside, b"x", "own.txt")
    (inside / "link.txt").symlink_to(tmp_path / "outside.txt")
    (inside / "up").symlink_to(tmp_path)

    assert list(find_files([inside])) == [str(inside / "own.txt")]


def test_an_empty_folder_is_a_failure(tmp_path: Path):
    (failure,) = find_files([tmp_path])
    assert isinstance(failure, Failure)
    assert "a folder without" in failure.error


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file(tmp_path: Path):
    path = write(tmp_path, b"x")
    path.chmod(0)
    with pytest.raises(SourceMissing, match="cannot be read"):
        read_file(path)


@pytest.mark.parametrize("given", ["2020", "2020-08", "2020-08-15", "2020-08-15T10:30", "2020-08-15T10:30:00Z"])
def test_dates_that_a_report_can_have(given: str):
    assert check_published(given) == given


@pytest.mark.parametrize(
    "given", ["", "yesterday", "2020-8", "2020-08-32", "15.08.2020", "2020-08-15T99:00", "２０２０-08"]
)
def test_other_dates_are_refused(given: str):
    with pytest.raises(UsageError):
        check_published(given)


def test_what_is_no_file_in_a_folder_is_left_out(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "folder.txt").mkdir()
    write(tmp_path, b"x", "own.txt")

    assert list(find_files([tmp_path])) == [str(tmp_path / "own.txt")]
