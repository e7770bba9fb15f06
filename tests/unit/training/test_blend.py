"""Blending: two models of one size become one, weight by weight."""

from pathlib import Path

import pycrfsuite
import pytest
from training.blend import blend


def train(path: Path, algorithm: str) -> Path:
    trainer = pycrfsuite.Trainer(algorithm=algorithm, params={"max_iterations": 5}, verbose=False)
    for word, label in (("Eva", "B"), ("går", "O"), ("Ola", "B"), ("ler", "O")):
        trainer.append([[word.encode(), b"1"], [b"."]], [label, "O"])
    trainer.train(str(path))
    return path


def weights(path: Path) -> dict[tuple[str, str], float]:
    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    info = tagger.info()
    return {**info.state_features, **info.transitions}


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return train(tmp_path / "one", "lbfgs")


def test_a_share_of_none_changes_nothing(model: Path, tmp_path: Path) -> None:
    before = model.read_bytes()
    blend(model, train(tmp_path / "two", "ap"), 0.0)
    assert model.read_bytes() == before


def test_a_model_blended_with_itself_stays_what_it_is(model: Path) -> None:
    before = weights(model)
    blend(model, model, 0.5)
    assert weights(model) == pytest.approx(before, abs=1e-5)


def test_the_other_s_weights_come_in_at_the_same_length(model: Path, tmp_path: Path) -> None:
    own, other = weights(model), weights(train(tmp_path / "two", "ap"))
    blend(model, tmp_path / "two", 1.0)
    blended = weights(model)
    assert sum(w * w for w in blended.values()) == pytest.approx(sum(w * w for w in own.values()), rel=1e-3)
    ratios = {round(blended[key] / other[key], 3) for key in own if other.get(key) and abs(other[key]) > 0.05}
    assert max(ratios) - min(ratios) < 0.01


def test_a_file_that_is_no_model_is_refused(model: Path, tmp_path: Path) -> None:
    path = tmp_path / "broken"
    path.write_bytes(b"\0" * 100)
    with pytest.raises(ValueError, match="no model"):
        blend(path, model, 0.5)
