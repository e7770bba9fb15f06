"""How common words are, a document's own words not counted."""

from training.corpus import Document, split_lines
from training.vocabulary import WordCounts


def make(text: str, *names: str) -> Document:
    spans = frozenset((text.index(name), text.index(name) + len(name), "person") for name in names)
    return Document("d", "de", text, spans, split_lines(text))


def test_a_documents_own_words_do_not_count_for_it() -> None:
    counts, document = WordCounts(), make("Han sover lenge.")
    counts.add(document)
    assert counts.level("sover") == "1"
    assert counts.level("sover", counts.of(document)) == "0"


def test_levels_rise_with_the_number_of_documents_and_not_of_words() -> None:
    counts = WordCounts()
    for _ in range(2):
        counts.add(make("Da da da."))
    assert counts.level("da") == "2"
    for _ in range(4):
        counts.add(make("Så da."))
    assert counts.level("da") == "3"


def test_a_large_word_inside_a_sentence_that_is_no_name_counts_as_a_noun() -> None:
    counts = WordCounts()
    counts.add(make("Der Hund beißt Eva.", "Eva"))
    assert counts.level("hund") == "N"
    assert counts.level("eva") == "0"
    assert counts.level("der") == "0"


def test_the_vocabulary_holds_every_word_once_under_its_level() -> None:
    counts = WordCounts()
    counts.add(make("Der Hund und die Katze."))
    counts.add(make("Er und sie."))
    assert counts.vocabulary() == {"1": "die sie", "2": "und", "N": "hund katze"}
