"""Export: what reading sums and decodes is what CRFsuite would have tagged with the whole model."""

from pathlib import Path

import pycrfsuite
import pytest
from training.export import chain, export
from training.mixing import read_linear

from twosource.annotate.names_decode import Decoder
from twosource.annotate.names_features import labels_to_spans
from twosource.annotate.names_weights import UNIT, Weights, read_weights

LINES = (
    ("I dag kom Eva Bakke til Ås .", "O O O B-person I-person O B-place O"),
    ("Ola Moen bor i Bø .", "B-person I-person O O B-place O"),
    ("Hun kjenner ikke Siri .", "O O O B-person O"),
    ("Moss er stengt .", "B-place O O O"),
)


def features(word: str) -> list[str]:
    return ["1", "w=" + word.lower(), "large" if word[0].isupper() else "small"]


def total(weights: Weights, attributes: list[str]) -> int:
    """Return the packed sum of the weights of attributes."""
    split = [attribute.partition("=") for attribute in attributes]
    return sum(weights.slot(template)(value, weights.none) for template, _, value in split)


@pytest.fixture
def model(tmp_path: Path) -> Path:
    trainer = pycrfsuite.Trainer(params={"max_iterations": 30}, verbose=False)
    for words, labels in LINES:
        trainer.append([features(word) for word in words.split()], labels.split())
    trainer.train(str(tmp_path / "model"))
    return tmp_path / "model"


def test_names_and_chances_are_those_of_the_whole_model(model: Path, tmp_path: Path) -> None:
    export(read_linear(model), tmp_path / "weights")
    weights, tagger = read_weights(tmp_path / "weights"), pycrfsuite.Tagger()
    tagger.open(str(model))
    decoder = Decoder(weights)
    for words, _ in LINES:
        made = [features(word) for word in words.split()]
        spans = labels_to_spans(tagger.tag(made))
        (found,) = decoder.decode([[total(weights, row) for row in made]])
        assert [(name.first, name.end, name.kind) for name in found] == spans
        for name in found:
            exact = [tagger.marginal("B-" + kind, name.first) for kind in ("person", "place")]
            assert [name.votes[0], name.votes[2]] == pytest.approx(exact, abs=0.05)


def test_the_same_model_gives_the_same_bytes(model: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        export(read_linear(model), tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_a_chain_knows_all_transitions_and_a_unit_for_each_label(tmp_path: Path) -> None:
    path = tmp_path / "chain"
    path.write_bytes(chain(("O", "B-person", "I-person"), {("O", "B-person"): -1.5}))
    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    info = tagger.info()
    assert info.transitions[("O", "B-person")] == -1.5
    assert info.state_features == {(label, label): pytest.approx(1 / UNIT, abs=1e-6) for label in tagger.labels()}
    assert tagger.labels() == ["O", "B-person", "I-person"]
