"""Blend two models of CRFsuite that learned the same features in two ways into one of the same size and speed.

The maximum of the likelihood and the averaged perceptron err differently; the mean of their weights errs less.  The
perceptron's weights, which have no scale of their own, are first brought to the length of the others.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Iterator
from pathlib import Path

import pycrfsuite

_HEADER = struct.Struct("<4sI4sIIIIIIIII")
"""Magic number, size, kind, version, counts of features, labels and attributes, then where each chunk begins."""
_CHUNK = struct.Struct("<4sII")
_FEATURE = struct.Struct("<IIId")
"""Kind (0 of a word, 1 of two labels in a row), source, target, weight."""

Key = tuple[int, str, str]


def blend(path: Path, other: Path, share: float) -> None:
    """Write the weights of ``path`` anew: ``share`` of its own is replaced by those of ``other``.

    Features that ``path`` has left out stay out.

    Raises:
        ValueError: ``path`` is no model of CRFsuite in the format that is known here.
    """
    data = bytearray(path.read_bytes())
    weights = _weights(other)
    found = list(places(data, path))
    length = math.sqrt(sum(weight * weight for _, _, weight in found))
    far = math.sqrt(sum(weights.get(key, 0.0) ** 2 for _, key, _ in found))
    scale = length / far if far else 0.0
    for offset, key, weight in found:
        mixed = (1 - share) * weight + share * scale * weights.get(key, 0.0)
        struct.pack_into("<d", data, offset + 12, mixed)
    path.write_bytes(data)


def _weights(path: Path) -> dict[Key, float]:
    """Return the weights of a model by kind, source and target."""
    info = _info(path)
    found = {(0, attribute, label): weight for (attribute, label), weight in info.state_features.items()}
    found.update({(1, before, after): weight for (before, after), weight in info.transitions.items()})
    return found


def places(data: bytearray, path: Path) -> Iterator[tuple[int, Key, float]]:
    """Yield offset, key and weight of each feature of a model's file."""
    magic, *_, start = _HEADER.unpack_from(data)[:8]
    chunk, _, count = _CHUNK.unpack_from(data, start)
    if magic != b"lCRF" or chunk != b"FEAT":
        raise ValueError(f"{path}: no model of CRFsuite")
    info = _info(path)
    labels = {int(number): label for label, number in info.labels.items()}
    attributes = {int(number): attribute for attribute, number in info.attributes.items()}
    for index in range(count):
        offset = start + _CHUNK.size + index * _FEATURE.size
        kind, source, target, weight = _FEATURE.unpack_from(data, offset)
        yield offset, (kind, (labels if kind else attributes)[source], labels[target]), weight


def _info(path: Path) -> pycrfsuite._dumpparser.ParsedDump:
    """Return what CRFsuite prints of a model."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    return tagger.info()
