"""How tables become a grammar, and how it is matched."""

import pytest

from twosource.annotate.times import runs
from twosource.annotate.times.digits import JOINED, digits_at, numbers_of
from twosource.annotate.times.grammar import build, forms_of, grammar_of
from twosource.annotate.times.matching import Matcher
from twosource.annotate.times.runs import find_items
from twosource.errors import TableError
from twosource.language import codes, load, tokenize
from twosource.language.tables import GENERIC


def found(table, text, **more):
    grammar = build([("test", table)], **more)
    return [item.steps for item in find_items(grammar, tokenize(text), text)]


TABLE = {
    "words": {"DAYNAME": [[1, "moon|day"], [2, "=Mars"]], "SMALL": [[3, "tri"]], "BIG": [[20, "vint"]]},
    "rules": [
        ["TIME", "DAYNAME", "$1 0 weekday"],
        ["TIME", "on? the DAYNAME (please)", "$1 2 weekday"],
        ["TIME", "BIG -? SMALL", "$1 $2 + offset"],
        ["NOT", "moon shine", "0"],
    ],
    "calendar_rules": [["TIME", "DAYNAME", "$1 6 weekday"]],
}


def test_forms_are_stem_and_endings():
    assert list(forms_of("dag|en|ens")) == ["dag", "dagen", "dagens"]


def test_words_rules_and_sums():
    assert found(TABLE, "moonday or vint-tri") == [(("weekday", (1, 0)),), (("offset", (23,)),)]


def test_exact_forms_need_their_letters():
    assert found(TABLE, "mars Mars") == [(("weekday", (2, 0)),)]


def test_what_is_no_time_is_passed_over():
    assert found(TABLE, "moon shine moon") == [(("weekday", (1, 0)),)]


def test_context_is_outside_the_span():
    grammar = build([("test", TABLE)])
    text = "on the moon please"
    (item,) = find_items(grammar, tokenize(text), text)
    assert (item.first, item.last, item.end) == (0, 3, 4)


def test_calendar_rules_outrank_the_others_and_only_there():
    assert found(TABLE, "moon", calendar=True) == [(("weekday", (1, 6)),)]


@pytest.mark.parametrize(
    "rule", [["TIME", "moon"], ["TIME", "moon", "1 dance"], ["TIME", "a? b? c? d? e? f? g? h", "0 offset"]]
)
def test_a_broken_rule_is_named(rule):
    with pytest.raises(TableError, match=r"moon|six options"):
        build([("test", {"rules": [rule]})])


@pytest.mark.parametrize("code", codes())
@pytest.mark.parametrize("prefer", ["past", "future"])
def test_every_language_compiles(code, prefer):
    assert grammar_of(code, prefer).vocabulary


@pytest.mark.parametrize(
    ("piece", "order", "classes"),
    [
        ("2021-03-05", "dmy", {"ISO": (2021, 3, 5)}),
        ("5.3.2021", "dmy", {"LITTLE": (2021, 3, 5)}),
        ("3/5/21", "mdy", {"LITTLE": (2021, 3, 5)}),
        ("31/10/74", "mdy", {"LITTLE": (1974, 10, 31)}),
        ("15:23:24", "dmy", {"CLOCKTIME": (15, 23, 24)}),
        ("13-15", "dmy", {"DAYPAIR": (13, 15)}),
        ("7.000", "dmy", {}),
        ("25:70", "dmy", {}),
        ("1,5", "dmy", {"DEC": (1, 500)}),
    ],
)
def test_digits_are_what_they_can_be(piece, order, classes):
    assert dict(numbers_of(piece, order)) == classes


@pytest.mark.parametrize("code", ["da", "nb", "nn", "sv", "en", "de", "es", "und"])
def test_programs_use_only_the_slots_of_their_patterns(code):
    table = load(code).table("times")
    for _, pattern, program in [*table.get("rules", ()), *table.get("calendar_rules", ())]:
        slots = sum(element.strip("()")[:1].isupper() for element in pattern.split())
        used = [int(word[1:].split(".")[0]) for word in program.split() if word.startswith("$")]
        assert max(used, default=0) <= slots, (pattern, program)


TEXTS = (
    "moonday x moon shine on the moon please x vint-tri vint tri x Mars mars",
    "12:30 moonday 12-13.4.2021, 2020–2021 and 12h30 x 7.000 -1-2-3-4-5-6-7 2021-03-05T12:30 on 3",
    "13:40 moonday 10-11.5.2019, 2018–2022 and 14h10 x 8.000 -9-2-3-4-5-6-7 2019-04-06T11:15 on 7",
    "moon " * 40 + "12 " * 5 + "x",
    "the moon please\nMars on the moonday the",
    "mars 12:30 mars 7:05 moon",
)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(
    "make", [lambda: build([("test", TABLE)]), lambda: build([("und", load(GENERIC).table("times"))])]
)
def test_what_is_remembered_of_other_texts_changes_nothing(text, make):
    """A text reads the same by a grammar that has met no other one and by one that remembers many."""
    used = make()
    for other in TEXTS:
        list(find_items(used, tokenize(other), other))
    tokens = tokenize(text)
    assert list(find_items(used, tokens, text)) == list(find_items(make(), tokens, text))


def test_what_is_remembered_is_bounded(monkeypatch):
    """Past the bound everything is forgotten, and worked out again."""
    monkeypatch.setattr(runs, "KEPT", 5)
    grammar = build([("test", TABLE)])
    for text in TEXTS * 2:
        list(find_items(grammar, tokenize(text), text))
        assert runs.recall_of(grammar).size <= 5 + runs.AGAIN
    assert found(TABLE, TEXTS[0]) == [item.steps for item in find_items(grammar, tokenize(TEXTS[0]), TEXTS[0])]


def test_times_are_apart_where_stretches_are():
    text = "on the moon please moonday"
    grammar = build([("test", TABLE)])
    items = find_items(grammar, tokenize(text), text, [range(2), range(3, 4), range(4, 5)])
    assert [(item.first, item.last) for item in items] == [(4, 5)]


def matched(monkeypatch):
    """Return the list of places that the matcher will have been asked for."""
    handed = []
    time = Matcher.time
    monkeypatch.setattr(Matcher, "time", lambda self, at: handed.append(at) or time(self, at))
    return handed


def test_words_that_no_time_has_are_not_matched(monkeypatch):
    """Only words that begin a time are handed to the matcher, and each row of them once, whatever numbers they say."""
    handed = matched(monkeypatch)
    grammar = build([("test", TABLE)])
    text = "nothing here is told " * 1000 + "on the moon please " + "none of it is, on the moon please, " * 20
    assert len(list(find_items(grammar, tokenize(text), text))) == 21
    assert handed == [4000]
    numbers = build([("und", load(GENERIC).table("times"))])
    assert [item.steps for item in find_items(numbers, tokenize("x 2021-03-05 x"), "x 2021-03-05 x")]
    asked = len(handed)
    again = list(find_items(numbers, tokenize("x 2019-04-07 x"), "x 2019-04-07 x"))
    assert [item.steps for item in again] == [(("year", (2019,)), ("month_of", (4,)), ("day_of", (7,)))]
    assert len(handed) == asked


@pytest.mark.parametrize(
    "piece",
    ["2021-03-05", "5.3.2021", "3/5/21", "15:23:24", "15.23", "13-15", "1,5", "2021-03", "3/2021", "13/12", "12/13"],
)
@pytest.mark.parametrize("order", ["dmy", "mdy"])
def test_classes_of_joined_numbers_are_known_as_such(piece, order):
    """What can follow a number takes those into account that it only makes together with others."""
    digits = digits_at(piece, 0, order)
    assert {name for name, size, _ in digits.rows if size > 1} <= JOINED


@pytest.mark.parametrize("pattern", ["(", ")", "a|(", "(|[ a", "( N1 )", "(a|b)?", "(a|b?)"])
def test_brackets_in_patterns_may_be_words(pattern):
    """Only brackets around an element set it outside; a bracket alone is a word."""
    table = {"words": {"N1": [[1, "one"]]}, "rules": [["TIME", f"{pattern} now", "0 offset"]]}
    grammar = build([("test", table)])
    text = {"( N1 )": "( one ) now", "(|[ a": "[ a now", "a|(": "( now"}.get(
        pattern, f"{pattern[0]} now" if len(pattern) == 1 else "a now"
    )
    assert [item.last for item in find_items(grammar, tokenize(text), text)] == [len(tokenize(text))]


def test_a_number_inside_another_one_is_no_word_without_a_class():
    """Behind the last number of a clock time comes what can follow the time, whatever words were met before."""
    table = {
        "words": {"ROMAN": [[1, "=I"]], "ZONE": [["utc"]]},
        "rules": [["TIME", "ROMAN", "$1 offset"], ["TIME", "CLOCKTIME ZONE", "context $1 clock"]],
    }
    grammar = build([("test", table)])
    for text, count in (("i", 0), ("x 8:40 utc", 1)):
        assert len(list(find_items(grammar, tokenize(text), text))) == count
