"""Any text at all is read without an exception, and every span gives back its words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from twosource.errors import NotText
from twosource.ingest import make_report
from twosource.ingest.text import decode
from twosource.language import codes
from twosource.language.tables import GENERIC
from twosource.model import Reading, Span
from twosource.pipeline import annotate

PIECES = st.sampled_from(
    [
        *(
            "– ",
            "- ",
            '"',
            "«",
            "»",
            "“",
            "”",
            "'",
            "(",
            ")",
            "/",
            "(NTB)",
            "/ritzau/",
            "\n",
            "\n\n",
            "\r\n",
            " ",
            ". ",
            ", ",
        ),
        *("12", "7.000", "3,5", "80 procent", "over 1.200", "18.12", "2020-08-15", "1/2", "100.000.000", "½", "٣", "²"),
        *("lørdag", "søndag", "i går", "natt til onsdag", "for to uger siden", "8. august", "kl. 11", "1990'erne"),
        *("politiet", "Kari Berg", "NRK", "Bodø", "EU", "USA:", "Reuters", "præsidenten", "statsminister"),
        *("sier", "siger", "sa han videre", "ifølge", "oplyser", "ble drept", "er anholdt", "døde", "savnet", "ikke"),
        *("e\u0301", "\u200b", "\U0001f600", "İ", "ß", "ﬁ", "אב", "\u2028", "\x00", "\ufeff", "Ⅷ", "ǆ", "ſ"),
    ]
)
TEXTS = st.one_of(
    st.text(max_size=300), st.lists(PIECES, max_size=40).map(" ".join), st.lists(PIECES, max_size=60).map("".join)
)
HEADERS = st.sampled_from(["", " date 2020-08 ", " date 2020-08-15 ", " date 2020-13 "])
LANGUAGES = st.sampled_from([*codes(), GENERIC, "xx"])


def spans_of(record: Any) -> Iterator[Span]:
    """Yield every span in a record and in what it holds."""
    if isinstance(record, Span):
        yield record
    elif isinstance(record, msgspec.Struct):
        for name in record.__struct_fields__:
            yield from spans_of(getattr(record, name))
    elif isinstance(record, tuple):
        for item in record:
            yield from spans_of(item)


def records_of(reading: Reading) -> Iterator[Any]:
    for name in ("blocks", "sentences", "names", "times", "figures", "happenings", "credits", "attributions", "quotes"):
        yield from getattr(reading, name)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXTS, header=HEADERS, language=LANGUAGES, day=st.sampled_from([None, "2021", "2021-03", "2021-03-06"]))
def test_every_span_gives_back_its_words(text: str, header: str, language: str, day: str | None):
    report = make_report(header + text, source="x")
    report = msgspec.structs.replace(report, language=language, published=day or report.published)

    reading = annotate(report)

    size = len(reading.report.text)
    for record in records_of(reading):
        for span in spans_of(record):
            assert 0 <= span.start <= span.end <= size
        assert report.body <= record.span.start < record.span.end
        if hasattr(record, "text") and getattr(record, "form", "") == "":
            assert reading.report.read(record.span) == record.text


@settings(max_examples=100, deadline=None)
@given(text=TEXTS, language=LANGUAGES)
def test_blocks_and_sentences_keep_their_order(text: str, language: str):
    reading = annotate(msgspec.structs.replace(make_report(text, source="x"), language=language))

    for records in (reading.blocks, reading.sentences):
        assert all(a.span.end <= b.span.start for a, b in pairwise(records))
    for sentence in reading.sentences:
        assert reading.blocks[sentence.block].span.covers(sentence.span)


@settings(max_examples=60, deadline=None)
@given(text=TEXTS)
def test_no_word_of_the_body_is_outside_a_block(text: str):
    reading = annotate(msgspec.structs.replace(make_report(text, source="x"), language=GENERIC))
    inside = {n for block in reading.blocks for n in range(block.span.start, block.span.end)}
    assert not [n for n, c in enumerate(text) if c.isalnum() and n >= reading.report.body and n not in inside]


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(data: bytes):
    try:
        text, encoding, _ = decode(data, "x")
    except NotText:
        return
    assert encoding
    assert "\r" not in text


@given(st.text(), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_unicode_encodings_give_back_the_text(text: str, encoding: str):
    plain = "".join(c for c in text if c.isprintable() or c == "\n") + " ending in words"
    assert decode(plain.encode(encoding), "x")[0] == plain


@pytest.mark.parametrize(
    "unit", ['"', "– ", "1", "1 ", "(", "A. ", "lørdag ", "/", "«", "sier ", "Bodø ", "\n", "7.000 "]
)
@pytest.mark.parametrize("language", codes())
def test_long_monotonous_texts_are_read(unit: str, language: str):
    text = unit * (3_000 // len(unit))
    assert annotate(msgspec.structs.replace(make_report(text, source="x"), language=language)).report.text == text
