"""Texts of nothing but one thing cost no more than their length: rows of one mark, long words, tables of numbers."""

import pytest

from twosource.annotate.names_gazetteer import Gazetteer
from twosource.annotate.names_words import find_words
from twosource.annotate.times.grammar import grammar_of
from twosource.annotate.times.matching import Matcher
from twosource.annotate.times.runs import find_items
from twosource.language import LONGEST, Token, tokenize
from twosource.language.tables import GENERIC
from twosource.link.first_words import FirstWords

MARKS = "\"'«»„“”‚‘’‹›–—-()[]{}.,:;!?/*#"


class Counted(dict[str, str]):
    """A table that counts how often it is asked."""

    asked = 0

    def __contains__(self, key: object) -> bool:
        self.asked += 1
        return super().__contains__(key)

    def get(self, key: str, default: str | None = None) -> str | None:
        self.asked += 1
        return super().get(key, default)


@pytest.mark.parametrize("mark", MARKS)
def test_a_drawn_line_is_one_token(mark):
    """A megabyte of quote marks was a million tokens, each of which every stage looked at."""
    for find in (lambda text: [t.text for t in tokenize(text)], lambda text: find_words(text).texts):
        assert find(f"x {mark * 100_000} y") == ["x", mark * 100_000, "y"]
        assert find(f"x {mark * 40} y") == ["x", *mark * 40, "y"]


def test_of_a_long_word_only_so_much_is_looked_at():
    """The endings of a word of a megabyte are a megabyte each."""
    word = "a" * 100_000
    first = FirstWords(["demonstrant*", "*skred"])
    prefixes, suffixes = Counted(demonstrant=""), Counted(skred="")
    first._prefix, first._suffix = prefixes, suffixes
    assert not first.can_begin(Token(0, len(word), word, word))
    assert prefixes.asked + suffixes.asked <= 2 * LONGEST
    gazetteer = Gazetteer({"place": ["*stad"]})
    gazetteer._endings = endings = Counted(tad=[("stad", "place")])
    assert gazetteer.endings(word) == ()
    assert gazetteer.endings(word + "stad") == ("place",)
    assert endings.asked <= 2 * LONGEST


@pytest.mark.parametrize("row", ["1 ", "12:30 ", "31.12.2020, ", "- 7 "])
def test_a_table_of_numbers_is_not_matched(row, monkeypatch):
    """A thousand numbers in a row are no times; those beside words still are."""
    handed = []
    time = Matcher.time
    monkeypatch.setattr(Matcher, "time", lambda self, at: handed.append(at) or time(self, at))
    grammar = grammar_of(GENERIC, "past")
    text = "word 2021-03-05 word " + row * 1000
    items = list(find_items(grammar, tokenize(text), text))
    assert [(item.first, item.last) for item in items][:1] == [(1, 6)]
    assert len(handed) < 20
