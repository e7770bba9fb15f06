"""What words were part of in names, a document's own names not counted."""

import pytest
from training.corpus import Document, split_lines
from training.seen import SeenCounts

from twosource.annotate.names_knowledge import EVERY


def make(text: str, *names: tuple[str, str], language: str = "nb") -> Document:
    spans = frozenset((text.index(name), text.index(name) + len(name), kind) for name, kind in names)
    return Document("d", language, text, spans, split_lines(text))


@pytest.fixture
def counts() -> SeenCounts:
    counts = SeenCounts()
    counts.add(make("Eva Bakke bor på Moen.", ("Eva Bakke", "person"), ("Moen", "place")))
    counts.add(make("Bakke kjenner Moen.", ("Bakke", "person"), ("Moen", "person")))
    counts.add(make("Her er Moen igjen.", ("Moen", "organisation"), language="da"))
    return counts


def test_a_word_is_known_by_its_uses_and_how_often_it_was_seen(counts: SeenCounts) -> None:
    assert counts.code(EVERY, "eva") == "F1"
    assert counts.code(EVERY, "bakke") == "N2"
    assert counts.code(EVERY, "ås") == ""


def test_each_language_has_its_own_uses(counts: SeenCounts) -> None:
    assert counts.code("nb", "moen") == "LN2"
    assert counts.code("da", "moen") == "G1"
    assert counts.code("sv", "moen") == ""


def test_a_documents_own_names_do_not_count_for_it(counts: SeenCounts) -> None:
    own = counts.of(make("Eva Bakke bor på Moen.", ("Eva Bakke", "person"), ("Moen", "place")))
    assert counts.code("nb", "eva", own) == ""
    assert counts.code("nb", "moen", own) == "N1"


def test_a_word_that_was_in_no_name_is_left_out_of_the_lexicon() -> None:
    counts = SeenCounts()
    counts.add(make("Her sover Huset og Eva.", ("Eva", "person")))
    assert counts.lexicon() == {EVERY: {"N1": "eva"}, "nb": {"N1": "eva"}}
