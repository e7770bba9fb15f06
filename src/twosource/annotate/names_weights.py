"""The weights of a linear model of names: one file, read at once, summed as whole numbers.

An attribute's weights for all labels are packed into one integer, 32 bits for each label, so that one addition adds
them all, and in any order to the same bit.  Several linear models of the same labels are one: the sum (or mean) of
their weights decides as they do together, at the cost of one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec

from twosource.errors import ModelError

OUTSIDE = "O"
"""The label of words that are in no name."""
UNIT = 4096
"""So many units are a weight of one (a natural logarithm)."""
LANE = 32
"""Bits of an integer that hold the weight of one label."""
_HALF, _WHOLE = 1 << LANE - 1, (1 << LANE) - 1
_LARGEST = 1 << 19
"""In units: four thousand attributes of such weights can be summed before a lane overflows."""


class _File(msgspec.Struct, frozen=True):
    """What is in the file: labels, weights of two in a row (from, to), and those of each attribute, packed."""

    labels: list[str]
    transitions: list[list[int]]
    chain: bytes
    weights: dict[str, bytes]


class Weights:
    """The weights of attributes and of transitions.

    Args:
        labels: The labels, `OUTSIDE` first.
        transitions: The weight of each label (column) behind each (row), in units.
        chain: A model of CRFsuite that holds the transitions; its attributes are the labels but the first, a unit each.
        packed: Attribute -> its weights in units, that of label ``k`` times 2^32k, added up, as few bytes as hold it
            (little-endian, signed).
    """

    def __init__(
        self, labels: Sequence[str], transitions: Sequence[Sequence[int]], chain: bytes, packed: Mapping[str, bytes]
    ) -> None:
        self.labels = tuple(labels)
        self.transitions = tuple(tuple(row) for row in transitions)
        self.chain = chain
        self._packed = packed
        self._known: dict[str, int] = {}
        self._ones = sum(1 << LANE * lane for lane in range(len(labels) - 1))

    def total(self, attributes: Iterable[str]) -> int:
        """Return the sums of the attributes' weights, each less that of `OUTSIDE`, packed without the latter.

        Sums can be added in their turn; `Decoder` takes them apart again.
        """
        known, packed = self._known, self._packed
        total = 0
        for attribute in attributes:
            weights = known.get(attribute)
            if weights is None:
                found = packed.get(attribute)
                if found is None:
                    continue
                weights = known[attribute] = self._against(found)
            total += weights
        return total

    def _against(self, packed: bytes) -> int:
        """Return packed weights as a number, each less that of `OUTSIDE`: most of a model's are not asked for."""
        number = int.from_bytes(packed, "little", signed=True)
        outside = (number + _HALF & _WHOLE) - _HALF
        return (number - outside >> LANE) - outside * self._ones

    def write(self, path: Path) -> None:
        """Write the file that `read_weights` reads."""
        content = _File(list(self.labels), [list(row) for row in self.transitions], self.chain, dict(self._packed))
        path.write_bytes(msgspec.msgpack.encode(content))


def pack(
    labels: Sequence[str],
    transitions: Mapping[tuple[str, str], float],
    weights: Mapping[tuple[str, str], float],
    chain: bytes,
) -> Weights:
    """Return weights as they are written, from those of (label, label) and of (attribute, label), rounded to a unit.

    Attributes whose weights all round to nothing are left out.  The same weights give the same bytes, in any order.
    """
    lanes = {label: LANE * number for number, label in enumerate(labels)}
    sums: dict[str, int] = {}
    for (attribute, label), weight in weights.items():
        sums[attribute] = sums.get(attribute, 0) + (_units(weight) << lanes[label])
    packed = {attribute: _bytes_of(total) for attribute, total in sorted(sums.items()) if total}
    rows = [[_units(transitions.get((before, after), 0.0)) for after in labels] for before in labels]
    return Weights(labels, rows, chain, packed)


def _units(weight: float) -> int:
    return max(-_LARGEST, min(_LARGEST, round(weight * UNIT)))


def _bytes_of(number: int) -> bytes:
    return number.to_bytes(number.bit_length() // 8 + 1, "little", signed=True)


def read_weights(path: Path) -> Weights:
    """Return the weights that a file holds.

    Raises:
        ModelError: The file is missing or broken; the message names it.
    """
    try:
        content = msgspec.msgpack.decode(path.read_bytes(), type=_File)
    except (OSError, msgspec.MsgspecError) as error:
        raise ModelError(f"{path}: no weights that can be read ({error})") from error
    size = len(content.labels)
    if content.labels[:1] != [OUTSIDE] or [len(row) for row in content.transitions] != [size] * size:
        raise ModelError(f"{path}: its labels and transitions do not go together")
    return Weights(content.labels, content.transitions, content.chain, content.weights)
