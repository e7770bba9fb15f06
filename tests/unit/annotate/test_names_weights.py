"""Weights: packed sums are the sums, files come back as they were written, broken ones are named."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.annotate.names_weights import LANE, UNIT, Weights, pack, read_weights
from twosource.errors import ModelError

LABELS = ("O", "B-person", "I-person", "B-place")


def lanes(packed: int) -> list[int]:
    """Return what a packed number holds for each label but the first."""
    found = []
    for _ in LABELS[1:]:
        low = (packed + (1 << LANE - 1)) % (1 << LANE) - (1 << LANE - 1)
        found.append(low)
        packed = (packed - low) >> LANE
    return found


def total(weights: Weights, attributes: list[str]) -> int:
    """Return the packed sum of the weights of attributes without values."""
    return sum(weights.slot(attribute)("", weights.none) for attribute in attributes)


numbers = st.integers(-2 * UNIT, 2 * UNIT)


@given(st.lists(st.tuples(numbers, numbers, numbers, numbers), max_size=12))
def test_a_sum_is_that_of_every_label_against_the_outside_one(rows: list[tuple[int, ...]]) -> None:
    weights = {
        (str(row), label): value / UNIT
        for row, values in enumerate(rows)
        for label, value in zip(LABELS, values, strict=True)
    }
    made = pack(LABELS, {}, weights, b"")
    sums = [sum(row[label] for row in rows) for label in range(4)]
    assert lanes(total(made, [str(row) for row in range(len(rows))])) == [value - sums[0] for value in sums[1:]]


def test_a_template_gives_its_values_and_nothing_for_others() -> None:
    made = pack(
        LABELS, {}, {("w=a", "O"): 1.5, ("w=a", "B-place"): -2.0, ("s=b=", "I-person"): 0.25, ("c", "O"): 1.0}, b""
    )
    assert lanes(made.slot("w")("a", 7)) == [-1.5 * UNIT, -1.5 * UNIT, -3.5 * UNIT]
    assert lanes(made.slot("s")("b=", 7)) == [0, 0.25 * UNIT, 0]
    assert made.slot("w")("b", 7) == made.slot("x")("a", 7) == 7
    assert made.values("w", "s", "x") == {"a", "b="}
    assert made.values() == frozenset()


def test_a_file_gives_back_what_was_written(tmp_path: Path) -> None:
    made = pack(
        LABELS, {("O", "B-person"): -0.5}, {("ä", "B-person"): 1.0, ("ø", "I-person"): -1.0, ("b", "O"): 1e-9}, b"chain"
    )
    made.write(tmp_path / "a")
    read = read_weights(tmp_path / "a")
    assert (read.labels, read.transitions, read.chain) == (made.labels, made.transitions, b"chain")
    assert read.transitions[0] == (0, -UNIT // 2, 0, 0)
    assert lanes(total(read, ["ä", "b"])) == [UNIT, 0, 0]
    assert lanes(total(read, ["ä", "ø"])) == [UNIT, -UNIT, 0]


def test_the_same_weights_give_the_same_bytes_in_any_order(tmp_path: Path) -> None:
    weights = {("a", "O"): 1.0, ("b", "B-person"): 2.0, ("a", "B-place"): 0.1}
    for name, order in (("one", weights.items()), ("two", reversed(weights.items()))):
        pack(LABELS, {}, dict(order), b"").write(tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@pytest.mark.parametrize("content", [b"", b"\x80", b"lCRF", b"\xff" * 100])
def test_a_file_that_holds_no_weights_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "bad").write_bytes(content)
    with pytest.raises(ModelError, match="bad"):
        read_weights(tmp_path / "bad")
    with pytest.raises(ModelError, match="missing"):
        read_weights(tmp_path / "missing")


def test_transitions_that_do_not_fit_the_labels_are_an_error(tmp_path: Path) -> None:
    made = pack(LABELS, {}, {("a", "O"): 1.0}, b"")
    made.transitions = made.transitions[:2]
    made.write(tmp_path / "odd")
    with pytest.raises(ModelError, match="odd"):
        read_weights(tmp_path / "odd")


def test_weights_that_do_not_fit_their_values_are_an_error(tmp_path: Path) -> None:
    made = pack(LABELS, {}, {("w=a", "O"): 1.0, ("w=b", "O"): 1.0}, b"")
    values, packed = made.tables["w"]
    Weights(LABELS, made.transitions, b"", {"w": (values, packed[:-1])}).write(tmp_path / "short")
    with pytest.raises(ModelError, match="short"):
        read_weights(tmp_path / "short")
