"""Names in languages that no model was trained on."""

import pytest

from twosource import make_report, read
from twosource.annotate.names_document import Settled
from twosource.annotate.names_foreign import find_places, is_mere_head, split_words, without_head
from twosource.annotate.names_foreign_words import ForeignWords, Patterns, Phrases, foreign_words
from twosource.annotate.names_rules import NameWords, inside_words
from twosource.annotate.names_words import find_words
from twosource.language.tables import load_or_generic

KNOWN = NameWords(never=frozenset({"foto"}), titles=frozenset({"president"}), near=frozenset({"nær"}))


def settled(first: int, end: int, kind: str, score: float = 0.6) -> Settled:
    return Settled(0, first, end, kind, score, by_document=False)


def tables(language: str) -> ForeignWords:
    known = foreign_words(load_or_generic(language))
    assert known is not None
    return known


def names(language: str, text: str) -> list[tuple[str, str]]:
    return [(name.text, name.kind) for name in read(make_report(text, source="x"), language=language).names]


def test_the_head_of_a_sentence_is_a_name_where_there_is_another_sign() -> None:
    sequences = [find_words("Dagen gikk. Mona kom med Lund. Lund dro.")]
    inside, texts = inside_words(sequences), sequences[0].texts
    heads = {texts[i]: i for i in (0, 3, 8)}

    def mere(word: str) -> bool:
        return is_mere_head(settled(heads[word], heads[word] + 1, "person"), texts, inside, lambda w: w == "mona")

    assert [mere(word) for word in heads] == [True, False, False]
    assert not is_mere_head(settled(0, 1, "other"), ["EU", "vil"], frozenset(), lambda _: False)


def test_words_behind_a_word_of_place_are_places_unless_another_name_has_them() -> None:
    words = ["Nær", "Brusk", "og", "nær", "NTB", "og", "nær", "Brusk"]
    found = list(find_places(3, words, (), KNOWN))
    assert [(f.name.sequence, f.name.first, f.name.end, f.name.kind) for f in found] == [
        (3, 1, 2, "place"),
        (3, 7, 8, "place"),
    ]
    assert [f.name.first for f in find_places(3, words, {7}, KNOWN)] == [1]


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("nl", "Volgens de VN-organisatie IOM waren er tien mensen aan boord.", ["VN-organisatie IOM"]),
        ("fr", "Selon Amnesty International, dix personnes ont disparu.", ["Amnesty International"]),
    ],
)
def test_the_head_of_a_sentence_is_no_part_of_a_name(language: str, text: str, names: list[str]):
    found = read(make_report(text, source="x"), language=language).names
    assert [name.text for name in found] == names


@pytest.mark.parametrize(
    ("words", "first"),
    [("Le Havre", 0), ("Le port de Brest", 3), ("Malgré Brest", 1), ("de Brest", 1), ("Brest", 0)],
)
def test_an_article_may_begin_a_name(words: str, first: int):
    parts = words.split()
    name = Settled(0, 0, len(parts), "place", 0.9, by_document=False)
    known = NameWords(never=frozenset({"le", "malgré"}))

    assert without_head(name, parts, known).first == first


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("fr", "L'Union et l'Italie", ["L'", "Union", "et", "l'", "Italie"]),
        ("it", "Ieri D'Ambra parlava dell’Etna", ["Ieri", "D'Ambra", "parlava", "dell’", "Etna"]),
        ("fi", "Oy:n ja EU:ssa: ei", ["Oy:n", "ja", "EU:ssa", ":", "ei"]),
        ("uk", "прем'єр-міністр", ["прем'єр-міністр"]),
    ],
)
def test_articles_are_parted_and_endings_joined(language: str, text: str, words: list[str]) -> None:
    split = split_words(find_words(text, 0, len(text)), tables(language))

    assert split.texts == words
    assert [text[start : start + len(word)] for word, start in zip(words, split.starts, strict=True)] == words


def test_a_pattern_is_a_word_or_a_part_of_one() -> None:
    patterns = Patterns(["bank", "uni*", "*ministerie", "*poliisi*"])

    found = [word in patterns for word in ("bank", "banken", "unie", "reunie", "oorlogsministerie", "x-poliisin")]
    assert found == [True, False, True, False, True, True]


def test_the_longest_phrase_counts_and_a_plus_takes_three_words() -> None:
    phrases = Phrases([("red* kors*", "a"), ("red* kors* i +", "b")])
    words = ["Rede", "Korset", "i", "Ny", "By", "Og", "Mer", "Her"]
    folds = [word.casefold() for word in words]

    assert phrases.at(words, folds, 0) == (6, "b")
    assert phrases.at(words[:3], folds[:3], 0) == (2, "a")
    assert phrases.at(words, folds, 1) is None


def test_a_language_without_tables_has_no_foreign_words() -> None:
    assert foreign_words(load_or_generic("und")) is None
    assert foreign_words(load_or_generic("en")) is None


@pytest.mark.parametrize(
    ("language", "word", "other"),
    [("fi", "mäkisen", "mäkinen"), ("uk", "шевчука", "шевчук"), ("pl", "nowakowi", "nowak")],
)
def test_a_word_in_a_case_has_the_stem_of_its_nominative(language: str, word: str, other: str) -> None:
    assert not set(tables(language).stems(word)).isdisjoint(tables(language).stems(other))


PERSON, PLACE, BODY, OTHER = "person", "place", "organisation", "other"


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        # a small particle joins the words of a person, and stands in front of the family name again
        ("nl", "Er kwam Jan van der Wal. Dus van der Wal.", [("Jan van der Wal", PERSON), ("van der Wal", PERSON)]),
        # two family names
        ("pt", "Ontem falou Rui Alves e Sousa.", [("Rui Alves e Sousa", PERSON)]),
        ("pt", "Ontem falaram Rui Alves e Ana Sousa.", [("Rui Alves", PERSON), ("Ana Sousa", PERSON)]),
        # a place in the genitive before a person
        ("uk", "Про це сказав мер Полтави Олег Гнатюк.", [("Полтави", PLACE), ("Олег Гнатюк", PERSON)]),
        # a body before a person
        ("pl", "Mówił komendant Straży Miejskiej Jan Lipa.", [("Straży Miejskiej", BODY), ("Jan Lipa", PERSON)]),
        # what an office is for is no name
        ("fr", "Selon le ministre de l'Intérieur, tout va bien.", []),
        ("fr", "Hier le ministre de la Justice Karl Lind a parlé.", [("Karl Lind", PERSON)]),
        # legal forms and words for companies
        ("it", "Ieri la Rossi Ponti Srl ha chiuso.", [("Rossi Ponti Srl", BODY)]),
        ("fi", "Sen omistaa nyt Kallion Paja Oy.", [("Kallion Paja Oy", BODY)]),
        ("ru", "Вчера завод «Красный луч» закрыли.", [("Красный луч", BODY)]),
        # a mark that closes a quotation does not part a person from nothing
        ("ru", "Уволен директор завода «Луч» Иван Сомов.", [("Луч", BODY), ("Иван Сомов", PERSON)]),
        # ships
        ("it", "Ieri la nave Stella Nera è affondata.", [("Stella Nera", OTHER)]),
        # a body with its small adjective
        ("it", "Interviene la Guardia forestale.", [("Guardia forestale", BODY)]),
        # a region with its noun
        ("ru", "Пожары идут на севере Томской области.", [("Томской области", PLACE)]),
        # places behind words of place and with the endings of places
        ("nl", "Er was brand in Vuildrecht.", [("Vuildrecht", PLACE)]),
        ("fi", "Palo syttyi Kuurniemessä.", [("Kuurniemessä", PLACE)]),
        ("fi", "Hän tapasi Turussa Ruotsin kuninkaan.", [("Turussa", PLACE), ("Ruotsin", PLACE)]),
        # letters that are a body, and some that are none
        ("pt", "Ontem a CGXT criticou as ONG do norte.", [("CGXT", BODY)]),
        # one person in two cases, and the head of a sentence
        ("is", "Í gær kom Katrín Mörk. Katrín fór svo.", [("Katrín Mörk", PERSON), ("Katrín", PERSON)]),
        # a word that only begins its sentence is none, one that the report has inside a sentence is
        ("nl", "Mist hing boven zee. Toch voer Zwalpo uit. Zwalpo zonk.", [("Zwalpo", BODY), ("Zwalpo", BODY)]),
        # an article keeps several unknown words from being a person
        ("it", "Ieri i Verdi Colli tremavano.", [("Verdi Colli", BODY)]),
    ],
)  # fmt: skip
def test_the_words_of_the_language_tell_what_a_name_is(language: str, text: str, found: list[tuple[str, str]]) -> None:
    assert names(language, text) == found


def test_every_name_says_by_which_rule_it_was_found() -> None:
    found = read(make_report("Ieri Anna Ponti era a Roma con la Cgil.", source="x"), language="it").names

    assert [name.reason.rule for name in found] == ["names-v1:given", "names-v1:near", "names-v1:list"]
    assert all(0 < name.reason.score <= 1 and name.reason.spans == (name.span,) for name in found)


@pytest.mark.parametrize("piece", ["San ", "De ", "L'", "«А ", "В Москве ", "Oy:", "Anna van der ", "Università di "])
@pytest.mark.parametrize("language", ["fr", "it", "nl", "fi", "ru"])
def test_a_long_row_of_one_piece_is_read(language: str, piece: str) -> None:
    text = piece * 2000
    found = read(make_report(text, source="x"), language=language).names

    assert all(text[name.span.start : name.span.end] == name.text for name in found)
