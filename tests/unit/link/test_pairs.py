"""Names of people, places and bodies: pairs judged by hand, and no opposites merged."""

import pytest
from bench.identity import judge, read_pairs, score

from twosource.link import Judgement, compare_organisations, compare_persons, compare_places

PAIRS = read_pairs()


def test_there_are_enough_pairs_of_every_judgement():
    """The measure is of some size, and holds all three answers, and all kinds."""
    assert len(PAIRS) >= 600
    assert {pair.label for pair in PAIRS} == {"same", "different", "unsure"}
    assert {pair.kind for pair in PAIRS} == {"person", "place", "organisation"}


@pytest.mark.parametrize("kind", ["person", "place", "organisation"])
def test_same_is_found_with_an_f1_of_at_least_095(kind):
    """Of the pairs that are one bearer, nearly all are called so, and nearly none else."""
    some = [pair for pair in PAIRS if pair.kind == kind]

    assert score(some, [judge(pair) == "same" for pair in some]).f1 >= 0.95


@pytest.mark.parametrize("pair", [p for p in PAIRS if p.label == "different"])
def test_opposites_are_never_merged(pair):
    """Father and son, namesakes, two of one family and two of one ministry are never called the same."""
    assert judge(pair) != "same"


def test_the_order_of_a_pair_does_not_matter():
    """Comparing is symmetric."""
    turned = [p._replace(left=p.right, right=p.left, languages=p.languages[::-1]) for p in PAIRS]

    assert [judge(pair) for pair in turned] == [judge(pair) for pair in PAIRS]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Oleg Sukhov", "Oleg Soukhov"),
        ("Oleg Sukhov", "Oleg Soechov"),
        ("Vadimas Petrovas", "Vadim Petrov"),
        ("Dr. Petra Novak", "Petra Novak"),
    ],
)
def test_the_conventions_of_a_language_are_read(left, right):
    """French ou, Dutch oe and Lithuanian endings are spellings, titles no names."""
    assert compare_persons(left, right).judgement is Judgement.SAME


@pytest.mark.parametrize(
    ("left", "right"),
    [("Anna Poe", "Anna Puu"), ("Michel Roch", "Michel Rosj"), ("Thomas Marcus", "Tom Marc"), ("Paul Ek", "Paula Ek")],
)
def test_a_convention_is_not_read_into_names_of_others(left, right):
    """Who bears no name that is transcribed is not taken for another by a convention; nor are men for women."""
    assert compare_persons(left, right).judgement is not Judgement.SAME


def test_titles_of_man_and_woman_tell_two_apart():
    assert compare_persons("Frau Novak", "Herr Novak").judgement is Judgement.DIFFERENT


def test_a_ministry_without_its_country_could_be_any():
    """A country is not guessed; two that are named decide."""
    found = compare_organisations("Utenriksdepartementet", "Foreign Ministry", languages=("nb", "en"))
    other = compare_organisations("German Foreign Ministry", "Turkish Foreign Ministry", languages=("en", "en"))

    assert found.judgement is Judgement.UNSURE
    assert other.judgement is Judgement.DIFFERENT


def test_places_that_no_table_knows_go_by_their_letters():
    assert compare_places("Vestre Tjukkemo", "Vestre Tjukkemo").judgement is Judgement.SAME
    assert compare_places("Vestre Tjukkemo", "Østre Grisvåg").judgement is Judgement.DIFFERENT
    assert compare_places("—", "Østre Grisvåg").judgement is Judgement.UNKNOWN


def test_a_bare_surname_alone_is_no_identity():
    """A surname and a full name with it could be one; the names alone do not tell."""
    found = compare_persons("Novak", "Petra Novak")

    assert found.judgement is Judgement.UNSURE
    assert found.reason


def test_a_name_without_letters_cannot_be_judged():
    assert compare_persons("—", "Petra Novak").judgement is Judgement.UNKNOWN
