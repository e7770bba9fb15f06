"""The names of people: pairs judged by hand, and no opposites merged."""

from pathlib import Path

import pytest

from twosource.link import Judgement, compare_persons

PAIRS = [
    tuple(part.strip() for part in line.split("|"))
    for line in (Path(__file__).parent / "pairs.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def judged(left: str, right: str) -> str:
    return compare_persons(left, right).judgement.value


def test_there_are_enough_pairs_of_every_judgement():
    """The measure is of some size, and holds all three answers."""
    assert len(PAIRS) >= 150
    assert {label for _, _, label in PAIRS} == {"same", "different", "unsure"}


def test_same_is_found_with_an_f1_of_at_least_095():
    """Of the pairs that are one person, nearly all are called so, and nearly none else."""
    said = [judged(left, right) for left, right, _ in PAIRS]
    right = sum(1 for (_, _, label), found in zip(PAIRS, said, strict=True) if label == found == "same")
    precision = right / said.count("same")
    recall = right / sum(1 for *_, label in PAIRS if label == "same")

    assert 2 * precision * recall / (precision + recall) >= 0.95


@pytest.mark.parametrize(("left", "right"), [(a, b) for a, b, label in PAIRS if label == "different"])
def test_opposites_are_never_merged(left, right):
    """Father and son, namesakes and two of one family are never called the same."""
    assert judged(left, right) != "same"


@pytest.mark.parametrize(("left", "right", "label"), PAIRS)
def test_the_order_of_a_pair_does_not_matter(left, right, label):
    """Comparing is symmetric."""
    assert compare_persons(left, right).judgement is compare_persons(right, left).judgement


def test_a_bare_surname_alone_is_no_identity():
    """A surname and a full name with it could be one; the names alone do not tell."""
    found = compare_persons("Novak", "Petra Novak")

    assert found.judgement is Judgement.UNSURE
    assert found.reason


def test_a_name_without_letters_cannot_be_judged():
    assert compare_persons("—", "Petra Novak").judgement is Judgement.UNKNOWN
