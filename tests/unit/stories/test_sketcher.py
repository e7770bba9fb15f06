"""Sketches made in batches are those of `sketch`, to the last weight and in the same order."""

from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.model import Report
from twosource.stories import sketcher as room
from twosource.stories.rarity import Numbers
from twosource.stories.sketch import FEATURES, sketch
from twosource.stories.sketcher import Receiver, Sketcher, Translator

TEXTS = (
    "A barge ran aground in South Africa, and the South-African pilots took two men off it; two men were hurt.",
    "South",
    "",
    "New",
    " ".join(f"x{number} barge" for number in range(2 * FEATURES)),
    "x-y Cape-Town " + "z" * 100 + "-barge South »Africa«",
)
PIECES = st.sampled_from(
    ["South", "Africa", "Africa,", "barge", "7.000", "(New", "York)", "Oslo", "the", "—", "a\u2003b"]
)


def report(title, text, url=None, language="en"):
    return Report(id="r", source="r", text=text, title=title, language=language, published="2021-03-01T10:00", url=url)


def expected(one):
    return sketch(one.title or "", one.text, one.language, one.published, one.url)


def same(sketcher, reports):
    found = list(sketcher.sketch(reports).marks())
    for one, marks in zip(reports, found, strict=True):
        named = [sketcher.names[feature] for feature in marks.features.tolist()]
        wanted = expected(one)
        assert list(zip(named, marks.weights.tolist(), strict=True)) == list(wanted.features.items())
        assert (marks.day, marks.bare) == (wanted.day, wanted.bare)


def test_a_batch_gives_the_sketches_of_its_reports():
    reports = [report(title, text) for title in TEXTS for text in TEXTS]
    reports.append(report("Two saved", "", url="https://example.org/news/barge-aground-1"))

    same(Sketcher(), reports)


def test_languages_have_their_own_words_in_one_batch():
    reports = [report("", "Die Ukraine und die Hunde", language="de"), report("", "Die Ukraine", language="en")]

    same(Sketcher(), reports)


def test_no_report_gives_no_sketch():
    assert list(Sketcher().sketch([]).marks()) == []


@settings(deadline=None, max_examples=50)
@given(st.lists(st.tuples(st.lists(PIECES, max_size=6), st.lists(PIECES, max_size=40)), max_size=5))
def test_any_batch_gives_the_sketches_of_its_reports(batch):
    same(SHARED, [report(" ".join(title), " ".join(text)) for title, text in batch])


SHARED = Sketcher()


def test_what_is_forgotten_is_met_again(monkeypatch):
    monkeypatch.setattr(room, "KEPT", 10)
    sketcher = Sketcher()
    same(sketcher, [report("", TEXTS[0])])
    assert sketcher.full
    sketcher.forget()

    assert not sketcher.full
    same(sketcher, [report("", TEXTS[0])])


def test_numbers_are_translated_by_name():
    one, other, numbers = Sketcher(), Sketcher(), Numbers()
    first = one.sketch([report("", "barge pilot harbour")]).features
    second = other.sketch([report("", "harbour barge")]).features
    first = Translator(numbers).translate(first, one.names)
    second = Translator(numbers).translate(second, other.names)

    assert {numbers.names[feature] for feature in first.tolist()} >= {"w:barge", "w:pilot", "w:harbour"}
    assert set(second.tolist()) <= set(first.tolist())


def test_a_translator_follows_names_that_grow():
    sketcher, numbers = Sketcher(), Numbers()
    translator = Translator(numbers)
    for text in ("barge", "barge pilot", " ".join(f"x{number}" for number in range(100))):
        features = sketcher.sketch([report("", text)]).features
        named = [numbers.names[n] for n in translator.translate(features, sketcher.names).tolist()]

        assert named == [sketcher.names[n] for n in features.tolist()]


def received(receiver, parcel, numbers):
    return [[numbers.names[feature] for feature in marks.features.tolist()] for marks in receiver.receive(parcel)]


def test_parcels_of_several_sketchers_come_together():
    numbers, makers = Numbers(), (Sketcher(), Sketcher())
    receiver = Receiver(numbers)
    for number, text in enumerate(("barge pilot", "pilot harbour", "harbour barge", "barge pilot gravel", "")):
        one = report("", text)
        parcel = makers[number % 2].parcel([one])

        assert received(receiver, parcel, numbers) == [list(expected(one).features)]


def test_a_parcel_holds_only_the_names_that_are_new():
    sketcher = Sketcher()
    sketcher.parcel([report("", "barge pilot")])

    assert "w:harbour" in sketcher.parcel([report("", "barge harbour")]).names
    assert sketcher.parcel([report("", "barge harbour")]).names == []


def test_parcels_go_on_where_the_sketcher_starts_anew_and_where_the_stream_does(monkeypatch):
    monkeypatch.setattr(room, "KEPT", 3)
    sketcher, numbers = Sketcher(), Numbers()
    receiver = Receiver(numbers)
    for text in ("barge pilot", "gravel barge harbour", "pilot barge", "harbour gravel"):
        numbers = Numbers()
        receiver.renumber(numbers)
        one = report("", text)

        assert received(receiver, sketcher.parcel([one]), numbers) == [list(expected(one).features)]


def test_a_parcel_is_received_in_parts():
    numbers = Numbers()
    receiver, parcel = Receiver(numbers), Sketcher().parcel([report("", text) for text in ("barge", "pilot boat", "")])
    parts = [list(receiver.receive(parcel, 0, 1)), list(receiver.receive(parcel, 1, 3))]
    whole = list(Receiver(numbers).receive(parcel))

    assert [len(part) for part in parts] == [1, 2]
    assert [marks.features.tolist() for part in parts for marks in part] == [marks.features.tolist() for marks in whole]


def test_a_million_marks_are_read_at_once():
    same(Sketcher(), [report("", "(" * 1_000_000), report("", "ab-" * 5_000)])
