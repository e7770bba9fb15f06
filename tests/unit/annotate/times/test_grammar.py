"""How tables become a grammar, and how it is matched."""

import pytest

from twosource.annotate.times.digits import numbers_of
from twosource.annotate.times.grammar import build, forms_of, grammar_of
from twosource.annotate.times.matching import Matcher, steps
from twosource.annotate.times.runs import find_items
from twosource.errors import TableError
from twosource.language import codes, load, tokenize
from twosource.language.tables import GENERIC


def found(table, text, **more):
    grammar = build([("test", table)], **more)
    items = Matcher(grammar, tokenize(text), text).find()
    return [steps(item.program) for item in items]


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
    (item,) = Matcher(grammar, tokenize(text), text).find()
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
    assert grammar_of(code, prefer).follows


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


@pytest.mark.parametrize(
    "text",
    [
        "moonday x moon shine on the moon please x vint-tri vint tri x",
        "12:30 moonday 12-13.4.2021, 2020–2021 and 12h30 x 7.000 -1-2-3-4-5-6-7 2021-03-05T12:30 on 3",
        "moon " * 40 + "12 " * 5 + "x",
    ],
)
def test_runs_of_known_words_say_what_the_whole_says(text):
    for grammar in (build([("test", TABLE)]), grammar_of(GENERIC, "past")):
        tokens = tokenize(text)
        assert list(find_items(grammar, tokens, text)) == list(Matcher(grammar, tokens, text).find())


def test_words_that_no_time_has_are_not_matched(monkeypatch):
    """Only runs of words of the grammar are handed to the matcher, and a short one once."""
    handed = []
    find = Matcher.find
    monkeypatch.setattr(Matcher, "find", lambda self: handed.append(len(self._tokens)) or find(self))
    grammar = build([("test", TABLE)])
    text = "nothing here is told " * 1000 + "on the moon please " + "none of it is, on the moon please, " * 20
    assert len(list(find_items(grammar, tokenize(text), text))) == 21
    assert handed == [4]


@pytest.mark.parametrize("pattern", ["(", ")", "a|(", "(|[ a", "( N1 )", "(a|b)?", "(a|b?)"])
def test_brackets_in_patterns_may_be_words(pattern):
    """Only brackets around an element set it outside; a bracket alone is a word."""
    table = {"words": {"N1": [[1, "one"]]}, "rules": [["TIME", f"{pattern} now", "0 offset"]]}
    grammar = build([("test", table)])
    text = {"( N1 )": "( one ) now", "(|[ a": "[ a now", "a|(": "( now"}.get(
        pattern, f"{pattern[0]} now" if len(pattern) == 1 else "a now"
    )
    assert [item.last for item in Matcher(grammar, tokenize(text), text).find()] == [len(tokenize(text))]
