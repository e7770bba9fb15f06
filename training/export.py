"""Export a linear model as the file that reading needs: packed weights, and its transitions as a small model.

The small model has one attribute for each label but the outside one: it stands for the sum of that label's weights.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pycrfsuite

from training.mixing import Linear
from twosource.annotate.names_weights import OUTSIDE, UNIT, pack

_HEADER = struct.Struct("<4sI4sIIIIIIIII")
"""Magic number, size, kind, version, counts of features, labels and attributes, then where each chunk begins."""
_CHUNK = struct.Struct("<4sII")
_FEATURE = struct.Struct("<IIId")
"""Kind (0 of a word, 1 of two labels in a row), source, target, weight."""


def export(model: Linear, out: Path) -> None:
    """Write the weights of a model as reading needs them.  The same model gives the same bytes."""
    labels = (OUTSIDE, *sorted(label for label in model.labels if label != OUTSIDE))
    pack(labels, model.transitions, model.states, chain(labels, model.transitions)).write(out)


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
        for offset, (between, source, target), _ in _places(data, path):
            weight = transitions.get((source, target), 0.0) if between else 1 / UNIT
            struct.pack_into("<d", data, offset + 12, weight)
            found += 1
    if found != len(labels) * (len(labels) + 1):
        raise ValueError("CRFsuite left out a transition")
    return bytes(data)


def _places(data: bytearray, path: Path) -> Iterator[tuple[int, tuple[int, str, str], float]]:
    """Yield offset, key and weight of each feature of a model's file."""
    magic, *_, start = _HEADER.unpack_from(data)[:8]
    chunk, _, count = _CHUNK.unpack_from(data, start)
    if magic != b"lCRF" or chunk != b"FEAT":
        raise ValueError(f"{path}: no model of CRFsuite")
    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    info = tagger.info()
    labels = {int(number): label for label, number in info.labels.items()}
    attributes = {int(number): attribute for attribute, number in info.attributes.items()}
    for index in range(count):
        offset = start + _CHUNK.size + index * _FEATURE.size
        kind, source, target, weight = _FEATURE.unpack_from(data, offset)
        yield offset, (kind, (labels if kind else attributes)[source], labels[target]), weight
