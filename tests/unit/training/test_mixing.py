"""Mixing: several linear models become one, weight by weight."""

from pathlib import Path

import pycrfsuite
import pytest
from training.mixing import Linear, mix, read_linear

ONE = Linear({("O", "B"): 3.0}, {("Eva", "B"): 4.0})
TWO = Linear({("O", "B"): -8.0}, {("går", "O"): 6.0})


def train(path: Path) -> None:
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params={"max_iterations": 5}, verbose=False)
    for word, label in (("Eva", "B"), ("går", "O"), ("Ola", "B"), ("ler", "O")):
        trainer.append([[word.encode(), b"1"], [b"."]], [label, "O"])
    trainer.train(str(path))


def test_a_model_s_file_is_read_with_its_weights(tmp_path: Path) -> None:
    train(tmp_path / "model")
    read = read_linear(tmp_path / "model")
    assert read.labels == {"B", "O"}
    assert read.states["Eva", "B"] > 0
    assert read.transitions["B", "O"] > 0


def test_the_others_come_in_at_the_length_of_the_first_and_by_their_shares() -> None:
    mixed = mix([(ONE, 0.5), (TWO, 0.5)])
    assert mixed.transitions == pytest.approx({("O", "B"): 0.5 * 3 - 0.5 * 8 / 2})
    assert mixed.states == pytest.approx({("Eva", "B"): 2.0, ("går", "O"): 1.5})


def test_a_model_mixed_with_itself_stays_what_it_is() -> None:
    mixed = mix([(ONE, 0.25), (ONE, 0.75)])
    assert mixed.transitions == pytest.approx(ONE.transitions)
    assert mixed.states == pytest.approx(ONE.states)


def test_weights_of_attributes_that_come_out_too_small_are_left_out() -> None:
    assert mix([(ONE, 0.5), (TWO, 0.5)], least=1.8).states == pytest.approx({("Eva", "B"): 2.0})


def test_an_empty_model_adds_nothing() -> None:
    assert mix([(ONE, 1.0), (Linear({}, {}), 1.0)]).states == pytest.approx(ONE.states)
