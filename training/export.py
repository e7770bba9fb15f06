"""Export a model of CRFsuite as the file that reading needs: packed weights, and its transitions as a small model.

The small model has one attribute for each label but the outside one: it stands for the sum of that label's weights.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pycrfsuite

from training.blend import places
from twosource.annotate.names_weights import OUTSIDE, UNIT, pack


def export(model: Path, out: Path) -> None:
    """Write the weights of a model of CRFsuite as reading needs them.  The same model gives the same bytes."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    info = tagger.info()
    labels = (OUTSIDE, *sorted(label for label in tagger.labels() if label != OUTSIDE))
    pack(labels, info.transitions, info.state_features, chain(labels, info.transitions)).write(out)


def chain(labels: Sequence[str], transitions: Mapping[tuple[str, str], float]) -> bytes:
    """Return a model of CRFsuite with these transitions, in which the attribute of a label's name weighs a unit for it.

    CRFsuite has no other way to make a model than to train one: it is trained on the labels alone, for their names
    and numbers, and gets its weights afterwards.
    """
    trainer = pycrfsuite.Trainer(
        "lbfgs", {"max_iterations": 1, "feature.possible_transitions": True, "c1": 0.0}, verbose=False
    )
    trainer.append([{label: 1.0} for label in labels], list(labels))
    with TemporaryDirectory() as folder:
        path = Path(folder, "chain")
        trainer.train(str(path))
        data = bytearray(path.read_bytes())
        found = 0
        for offset, (between, source, target), _ in places(data, path):
            weight = transitions.get((source, target), 0.0) if between else 1 / UNIT
            struct.pack_into("<d", data, offset + 12, weight)
            found += 1
    if found != len(labels) * (len(labels) + 1):
        raise ValueError("CRFsuite left out a transition")
    return bytes(data)
