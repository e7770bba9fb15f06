"""Times in words say what is known and nothing more."""

import pytest

from twosource.render.edtf import is_day, moment, place


@pytest.mark.parametrize(
    ("edtf", "weekday", "words"),
    [
        ("2021", None, "2021"),
        ("2021-03", None, "March 2021"),
        ("2021-03-07", None, "Sunday 7 March 2021"),
        ("2021-03-07", 7, "Sunday 7 March 2021"),
        ("2021-03", 7, "a Sunday in March 2021"),
        (None, 7, "a Sunday, date not known"),
        (None, None, "date not known"),
        ("2021-03-07T11:00", None, "Sunday 7 March 2021, 11:00"),
        ("2021-03-07T11:00:00Z", None, "Sunday 7 March 2021, 11:00 UTC"),
        ("2021-03-07T11:00+01:00", None, "Sunday 7 March 2021, 11:00 +01:00"),
        ("2021-21", None, "spring 2021"),
        ("2021-03-XX", None, "March 2021, day not known"),
        ("2021-XX-XX", None, "2021, day not known"),
        ("202X", None, "the 2020s"),
        ("2021-03~", None, "about March 2021"),
        ("2021?", None, "perhaps 2021"),
        ("2021-03-01/2021-03-07", None, "1–7 March 2021"),
        ("2021-02-22/2021-03-07", None, "22 February – 7 March 2021"),
        ("2020-12-28/2021-01-03", None, "28 December 2020 – 3 January 2021"),
        ("2021-03/2021-05", None, "March – May 2021"),
        ("2021-03-07/2021-03-28", 7, "a Sunday, 7–28 March 2021"),
        ("../2021-03", None, "until March 2021"),
        ("2021-03/..", None, "from March 2021"),
        ("../..", 3, "a Wednesday, date not known"),
        ("P3D", None, "3 days"),
        ("P1Y", None, "1 year"),
        ("2021-02-30", None, "30 February 2021"),
        ("something else", None, "something else"),
        ("2021-03-07T10:00/2021-03-07T12:00", None, "Sunday 7 March 2021, 10:00 – Sunday 7 March 2021, 12:00"),
    ],
)
def test_a_time_in_words(edtf: str | None, weekday: int | None, words: str) -> None:
    assert moment(edtf, weekday) == words


def test_the_timeline_puts_the_unknown_last() -> None:
    told = ["2021-03-07", "2021", None, "2021-03", "2020-12-28/2021-01-03", "nonsense", "2021-03-07T11:00"]

    ordered = sorted(told, key=place)

    assert ordered[:5] == ["2020-12-28/2021-01-03", "2021", "2021-03", "2021-03-07", "2021-03-07T11:00"]


@pytest.mark.parametrize(("edtf", "known"), [("2021-03-07", True), ("2021-03", False), (None, False), ("x", False)])
def test_a_day_is_told_from_less(edtf: str | None, known: bool) -> None:
    assert is_day(edtf) is known
