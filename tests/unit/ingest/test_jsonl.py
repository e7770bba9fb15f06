"""What reading JSON lines promises."""

from twosource.ingest import read_lines
from twosource.model import Failure, Report


def test_a_line_becomes_a_report():
    line = (
        '{"id": "a", "text": "Brann i Bodø\\n\\nDet brant.", "language": "nb", "published": "2020-08-15", "url": "u"}'
    )
    (item,) = read_lines([line.encode()], "in")

    assert isinstance(item.content, Report)
    assert (item.content.id, item.content.language, item.content.published) == ("a", "nb", "2020-08-15")
    assert (item.content.title, item.content.url, item.content.outlet) == ("Brann i Bodø", "u", None)


def test_text_stays_as_it_is():
    (item,) = read_lines([b'{"id": 1, "text": "A\\r\\nB"}'], "in")
    assert item.content.text == "A\r\nB"


def test_a_bad_line_names_file_and_line_and_the_rest_goes_on():
    lines = [b"{", b"", b"[1]", b'{"id": "x"}', b'{"id": "y", "text": 3}', b"\xff\xfe", b'{"id": "z", "text": "Hei."}']
    items = list(read_lines(lines, "in"))

    assert [i.number for i in items] == [1, 3, 4, 5, 6, 7]
    assert [i.id for i in items] == [1, 3, "x", "y", 6, "z"]
    assert [isinstance(i.content, Failure) for i in items] == [True] * 5 + [False]
    assert [i.content.source for i in items[:2]] == ["in:1", "in:3"]


def test_a_lone_surrogate_and_deep_nesting_are_failures():
    items = list(read_lines([b'{"id": "a", "text": "\\ud800"}', b"[" * 100_000], "in"))
    assert all(isinstance(i.content, Failure) for i in items)


def test_a_date_that_is_none_is_told():
    (item,) = read_lines([b'{"id": "a", "text": "Hei.", "published": "soon"}'], "in")
    assert item.content.published is None
    assert "soon" in item.content.notes[0]


def test_a_title_alone_is_a_report():
    (item,) = read_lines([b'{"id": "a", "title": "Brann", "text": ""}'], "in")
    assert item.content.title == "Brann"


def test_a_line_over_the_limit_is_a_failure():
    (item,) = read_lines([b'{"id": "a", "text": "' + b"x" * 100 + b'"}'], "in", limit=50)
    assert "50 bytes" in item.content.error
