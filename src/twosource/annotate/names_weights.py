"""The weights of a linear model of names: one file, read at once, summed as whole numbers.

An attribute's weights for all labels are packed into one integer, 16 bits for each label, so that one addition adds
them all, and in any order to the same bit.  Several linear models of the same labels are one: the sum (or mean) of
their weights decides as they do together, at the cost of one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from struct import unpack
from typing import TypeVar

import msgspec

from twosource.errors import ModelError

T = TypeVar("T")
OUTSIDE = "O"
"""The label of words that are in no name."""
UNIT = 512
"""So many units are a weight of one (a natural logarithm)."""
LANE = 16
"""Bits of an integer that hold the weight of one label: sums of up to 64 logarithms."""
_LARGEST = 16 * UNIT
Tables = Mapping[str, tuple[str, bytes]]
"""Template -> its values with a line feed between them, and their packed weights one behind the other."""


class _File(msgspec.Struct, frozen=True):
    """What is in the file: labels, weights of two in a row (from, to), and those of each feature, packed."""

    labels: list[str]
    transitions: list[list[int]]
    chain: bytes
    tables: dict[str, tuple[str, bytes]]


class Weights:
    """The weights of attributes and of transitions.  ``none`` is what no attributes weigh.

    An attribute is a template with a value (``w=house``), or a template alone.

    Args:
        labels: The labels, `OUTSIDE` first.
        transitions: The weight of each label (column) behind each (row), in units.
        chain: A model of CRFsuite that holds the transitions; its attributes are the labels but the first, a unit each.
        tables: Template -> its values, and for each of them the weights in units of the labels but the first, less
            that of `OUTSIDE`: two's complements of `LANE` bits, the last label's in front (big-endian).
    """

    none = 0

    def __init__(
        self, labels: Sequence[str], transitions: Sequence[Sequence[int]], chain: bytes, tables: Tables
    ) -> None:
        self.labels = tuple(labels)
        self.transitions = tuple(tuple(row) for row in transitions)
        self.chain = chain
        self.tables = tables
        self._opened: dict[str, dict[str, int]] = {}
        self._size = (len(labels) - 1) * LANE // 8

    def slot(self, template: str) -> Callable[[str, int], int]:
        """Return what gives the packed weights of a template with a value, or else its second argument.

        Packed weights can be added in any order, and carry beyond the last lane; `Decoder` takes them apart again.
        """
        return self._open(template).get

    def values(self, *templates: str) -> frozenset[str]:
        """Return the values with which one of the templates has weights."""
        return frozenset[str]().union(*map(self._open, templates))

    def _open(self, template: str) -> dict[str, int]:
        """Return the packed weights of a template by its values."""
        found = self._opened.get(template)
        if found is None:
            values, packed = self.tables.get(template, ("", b""))
            rows = unpack(f"{self._size}s" * (len(packed) // self._size), packed)
            found = dict(zip(values.split("\n") if packed else (), map(int.from_bytes, rows), strict=True))
            self._opened[template] = found
        return found

    def write(self, path: Path) -> None:
        """Write the file that `read_weights` reads."""
        content = _File(list(self.labels), [list(row) for row in self.transitions], self.chain, dict(self.tables))
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
    rows: dict[str, dict[str, float]] = {}
    for (attribute, label), weight in weights.items():
        rows.setdefault(attribute, {})[label] = weight
    tables: dict[str, tuple[list[str], list[bytes]]] = {}
    for attribute, row in sorted(rows.items()):
        outside = row.get(OUTSIDE, 0.0)
        packed = _bytes_of([_units(row.get(label, 0.0) - outside) for label in labels[1:]])
        if any(packed):
            template, _, value = attribute.partition("=")
            values, lines = tables.setdefault(template, ([], []))
            values.append(value)
            lines.append(packed)
    joined = {template: ("\n".join(values), b"".join(lines)) for template, (values, lines) in tables.items()}
    between = [[_units(transitions.get((before, after), 0.0)) for after in labels] for before in labels]
    return Weights(labels, between, chain, joined)


def _units(weight: float) -> int:
    return max(-_LARGEST, min(_LARGEST, round(weight * UNIT)))


def _bytes_of(weights: Sequence[int]) -> bytes:
    """Return weights as they are added: those of the first label in the lowest bits, borrowing from the next."""
    number = sum(weight << LANE * lane for lane, weight in enumerate(weights)) % (1 << LANE * len(weights))
    return number.to_bytes(LANE * len(weights) // 8, "big")


def read_packed(path: Path, kind: type[T], what: str) -> T:
    """Return a file in MessagePack as ``kind``; ``what`` says what it holds.

    Raises:
        ModelError: The file is missing or broken; the message names it.
    """
    try:
        return msgspec.msgpack.decode(path.read_bytes(), type=kind)
    except (OSError, msgspec.MsgspecError) as error:
        raise ModelError(f"{path}: no {what} that can be read ({error})") from error


def read_weights(path: Path) -> Weights:
    """Return the weights that a file holds.

    Raises:
        ModelError: The file is missing or broken; the message names it.
    """
    content = read_packed(path, _File, "weights")
    size = len(content.labels)
    if content.labels[:1] != [OUTSIDE] or [len(row) for row in content.transitions] != [size] * size:
        raise ModelError(f"{path}: its labels and transitions do not go together")
    row = (size - 1) * LANE // 8
    if any(len(packed) != row * (values.count("\n") + 1) for values, packed in content.tables.values()):
        raise ModelError(f"{path}: its weights are not those of its values")
    return Weights(content.labels, content.transitions, content.chain, content.tables)
