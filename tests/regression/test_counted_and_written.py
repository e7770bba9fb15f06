"""What is counted beside other words, how verbs are known, and papers of which nothing tells that they are papers."""

from __future__ import annotations

import msgspec
import pytest

from twosource.ingest import make_report
from twosource.model import Reading
from twosource.pipeline import annotate


def read(code: str, text: str) -> Reading:
    return annotate(msgspec.structs.replace(make_report(text, source="x"), language=code))


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("en", "A fire killed three rescue workers.", ("person", "death")),
        ("en", "A storm injured three rescue workers, officials said.", ("person", "injury")),
        ("en", "Three injured workers were freed.", ("person", "injury")),
        ("nl", "Van hen liggen er 31 in het ziekenhuis.", ("person", "hospitalise")),
        ("de", "Viele erkrankten, 31 kamen ins Krankenhaus.", ("person", "hospitalise")),
    ],
)
def test_words_that_only_describe_are_not_counted(code: str, text: str, told: tuple[str, str]):
    assert [(figure.unit, figure.concept) for figure in read(code, text).figures] == [told]


@pytest.mark.parametrize(
    "said",
    ["Ein Mann starb bei einem Brand", "Zwei Kinder ertranken", "Das Schiff sank vor Rügen", "Der Täter floh"],
)
def test_a_preterite_without_an_ending_is_a_verb(said: str):
    reading = read("de", f"{said}, teilte die Polizei mit.")

    assert [(reading.report.read(a.span), a.links[-1].name) for a in reading.attributions] == [(said, "Polizei")]


def test_so_many_as_never_is_nobody():
    assert not read("de", "Es kamen 300 Leute, so viele wie nie.").attributions


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("nl", "Een man van 84 is overleden, schrijft De Zandloper."),
        ("de", "Ein Mann starb, berichtet die Zeitung „Der Vogtlandbote“."),
    ],
)
def test_a_paper_passes_on_what_it_writes(code: str, text: str):
    (attribution,) = read(code, text).attributions

    assert [link.role for link in attribution.links] == ["outlet"]
