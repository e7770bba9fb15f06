"""What a language's own words tell of a name that the model found."""

import pytest

from twosource.annotate.names_document import Settled
from twosource.annotate.names_rules import (
    NameWords,
    Ruled,
    apply_rules,
    begin_places,
    join_clubs,
    join_names,
    name_words,
)
from twosource.annotate.names_words import find_words
from twosource.language.tables import load_or_generic

KNOWN = NameWords(never=frozenset({"foto"}), titles=frozenset({"president"}), near=frozenset({"nær"}))


def settled(first: int, end: int, kind: str, score: float = 0.6) -> Settled:
    return Settled(0, first, end, kind, score, by_document=False)


def test_a_title_in_front_is_cut_off_and_makes_a_person() -> None:
    ruled = apply_rules(Ruled(settled(0, 3, "organisation")), ["President", "Eva", "Lund"], KNOWN)
    assert ruled is not None
    assert (ruled.name.first, ruled.name.end, ruled.name.kind, ruled.rule) == (1, 3, "person", "names-v1:title")


@pytest.mark.parametrize("word", ["Foto", "President"])
def test_a_word_that_is_no_name_by_itself_is_none(word: str) -> None:
    assert apply_rules(Ruled(settled(0, 1, "person")), [word, "sa"], KNOWN) is None


@pytest.mark.parametrize(
    ("words", "kept"),
    [("The US denied it", True), ("Us and them", False), ("THE US DENIED IT", False)],
)
def test_a_word_that_is_no_name_is_one_as_an_acronym(words: str, kept: bool) -> None:
    found = words.split()
    index = [word.casefold() for word in found].index("us")
    known = NameWords(never=frozenset({"us"}))
    assert (apply_rules(Ruled(settled(index, index + 1, "place")), found, known) is not None) == kept


@pytest.mark.parametrize(
    ("before", "kind", "score", "expected"),
    [
        ("nær", "person", 0.6, "place"),
        ("nær", "person", 0.99, "person"),
        ("nær", "organisation", 0.6, "organisation"),
        ("sa", "person", 0.6, "person"),
    ],
)
def test_an_unsure_person_behind_a_word_of_place_is_a_place(
    before: str, kind: str, score: float, expected: str
) -> None:
    ruled = apply_rules(Ruled(settled(1, 2, kind, score)), [before, "Tvillom"], KNOWN)
    assert ruled is not None
    assert ruled.name.kind == expected


def test_the_words_come_from_the_language_s_table() -> None:
    assert "ifølge" in name_words(load_or_generic("nb")).never
    assert "nær" in name_words(load_or_generic("nb")).near
    assert name_words(load_or_generic("und")) == NameWords()


@pytest.mark.parametrize(
    ("text", "found", "joined"),
    [
        ("Der TSV Adorf gewann.", [(2, 3)], [(1, 3, "organisation")]),
        ("Der TSV Adorf gewann.", [(1, 2), (2, 3)], [(1, 3, "organisation")]),
        ("Der Alte TSV Adorf gewann.", [(1, 3), (3, 4)], [(1, 3, "place"), (3, 4, "place")]),
        ("Der tsv Adorf gewann.", [(2, 3)], [(2, 3, "place")]),
        ("Der Ort Adorf gewann.", [(2, 3)], [(2, 3, "place")]),
    ],
)
def test_letters_of_a_club_begin_its_name(text: str, found: list[tuple[int, int]], joined: list[tuple[int, int, str]]):
    sequence = find_words(text, 0, len(text))
    names = [Ruled(Settled(0, first, end, "place", 0.9, by_document=False)) for first, end in found]
    ruled = join_clubs(names, [sequence], NameWords(clubs=frozenset({"tsv"})))

    assert [(r.name.first, r.name.end, r.name.kind) for r in ruled] == joined


JOINED = NameWords(
    former=frozenset({"ex-"}), begun=frozenset({"st"}), legal=frozenset({"ag"}), descent=frozenset({"von", "von der"})
)


def test_marks_at_the_edges_are_no_part_of_a_name() -> None:
    ruled = apply_rules(Ruled(settled(0, 4, "person")), ["*", "Eva", "Lund", "?"], KNOWN)
    assert ruled is not None
    assert (ruled.name.first, ruled.name.end, ruled.name.kind) == (1, 3, "person")


def test_who_held_an_office_has_a_title() -> None:
    ruled = apply_rules(Ruled(settled(0, 2, "organisation")), ["Ex-Minister", "Lund"], JOINED)
    assert ruled is not None
    assert (ruled.name.first, ruled.name.kind, ruled.rule) == (1, "person", "names-v1:title")
    alone = apply_rules(Ruled(settled(0, 1, "place")), ["Ex-Adorf"], JOINED)
    assert alone is not None
    assert alone.name.kind == "place"


@pytest.mark.parametrize(
    ("text", "first", "expected"),
    [
        ("in St. Anton ist", 3, (1, "place")),
        ("in St Anton ist", 2, (1, "place")),
        ("in st Anton ist", 2, (2, "person")),
        ("St Anton ist", 1, (0, "place")),
        (". Anton ist", 1, (1, "person")),
    ],
)
def test_a_place_begins_with_the_word_that_places_begin_with(text: str, first: int, expected: tuple[int, str]) -> None:
    (ruled,) = begin_places([Ruled(settled(first, first + 1, "person"))], [find_words(text)], JOINED)
    assert (ruled.name.first, ruled.name.kind) == expected


def test_a_word_of_another_name_begins_no_place() -> None:
    names = [Ruled(settled(0, 2, "person")), Ruled(settled(2, 3, "person"))]
    assert list(begin_places(names, [find_words("Eva St Anton")], JOINED)) == names


@pytest.mark.parametrize(
    ("text", "spans", "expected"),
    [
        ("Karl Moor AG", [(0, 2, "person"), (2, 3, "organisation")], [(0, 3, "organisation")]),
        ("Otto von der Aue", [(0, 1, "person"), (3, 4, "place")], [(0, 4, "person")]),
        ("Moor von der Aue", [(0, 1, "person"), (3, 4, "place")], [(0, 1, "person"), (3, 4, "place")]),
        ("Otto von AEG", [(0, 1, "person"), (2, 3, "organisation")], [(0, 1, "person"), (2, 3, "organisation")]),
        ("Otto aus Aue", [(0, 1, "person"), (2, 3, "place")], [(0, 1, "person"), (2, 3, "place")]),
    ],
)
def test_forms_of_companies_and_descent_belong_to_the_name_before_them(
    text: str, spans: list[tuple[int, int, str]], expected: list[tuple[int, int, str]]
) -> None:
    found = [Ruled(settled(*span)) for span in spans]
    joined = join_names(found, [find_words(text)], JOINED, lambda word: word == "otto")
    assert [(ruled.name.first, ruled.name.end, ruled.name.kind) for ruled in joined] == expected


def test_names_of_two_sequences_are_two_names() -> None:
    found = [Ruled(settled(0, 1, "person")), Ruled(settled(0, 1, "organisation")._replace(sequence=1))]
    assert list(join_names(found, [find_words("Moor"), find_words("AG")], JOINED, lambda _: False)) == found
