"""The pieces of many texts looked up at once: what stands between spaces, by a number of each piece.

A piece is known by the polynomial of its letters, modulo 2 to the 64, which for all pieces of a text together comes of
one running sum.  The numbers stand in a table of fixed places, each at the first place free from its own on; so the
processor looks up many at a time, where a dictionary makes it wait for each.  Of two pieces with one number, of which
there is one pair in some billions of pairs, the later one is taken for the earlier.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Longs = NDArray[np.int64]
_Words = NDArray[np.uint64]

SLOTS = 1 << 14
"""Places of the smallest table; it doubles where it is half full."""
BASE = np.uint64(0x9E3779B97F4A7C15)
MIX = np.uint64(0xD6E8FEB86659FD93)
_SPACES = np.array([chr(code).isspace() for code in range(0x3002)])
"""Which code points are spaces; the last stands for all beyond."""


class Pieces(NamedTuple):
    """The pieces of some texts: where each begins and ends in all of them together, its number, and the text's."""

    whole: str
    begins: Longs
    ends: Longs
    keys: _Words
    texts: Longs

    def read(self, place: int) -> str:
        """Return a piece as it stands."""
        return self.whole[self.begins[place] : self.ends[place]]


class _Powers:
    """The powers of the base of the polynomial, and of its inverse; made longer where a text is."""

    def __init__(self) -> None:
        self.up, self.down = np.ones(1, np.uint64), np.ones(1, np.uint64)

    def reach(self, length: int) -> None:
        """See to it that there are so many."""
        if length > len(self.up):
            size = 1 << (length - 1).bit_length()
            inverse = np.uint64(pow(int(BASE), -1, 1 << 64))
            self.up, self.down = _powers(BASE, size), _powers(inverse, size)


def _powers(base: np.uint64, size: int) -> _Words:
    factors = np.full(size, base, np.uint64)
    factors[0] = 1
    return np.multiply.accumulate(factors)


_POWERS = _Powers()


def split(texts: Sequence[str], salts: Sequence[int]) -> Pieces:
    """Return the pieces of texts, as ``str.split`` cuts them.

    Args:
        texts: The texts.
        salts: For each text a number; the same piece has the same number in texts with the same one.
    """
    whole = " ".join((*texts, ""))
    codes = np.frombuffer(whole.encode("utf-32-le", "surrogatepass"), np.uint32)
    spaces = np.flatnonzero(_SPACES.take(codes, mode="clip"))
    there = np.flatnonzero(np.diff(spaces, prepend=-1) > 1)
    ends = spaces[there]
    begins = np.where(there > 0, spaces[there - 1] + 1, 0)
    _POWERS.reach(len(codes) + 1)
    sums = np.zeros(len(codes) + 1, np.uint64)
    np.cumsum(codes * _POWERS.up[: len(codes)], out=sums[1:])
    closing = np.cumsum([len(text) + 1 for text in texts], dtype=np.int64)
    counts = np.diff(np.searchsorted(begins, closing), prepend=0)
    keys = (sums[ends] - sums[begins]) * _POWERS.down[begins]
    keys += np.repeat(np.array(salts, np.uint64) * MIX, counts)
    keys ^= keys >> np.uint64(29)
    keys *= MIX
    keys ^= keys >> np.uint64(32)
    keys[keys == 0] = 1
    return Pieces(whole, begins, ends, keys, np.repeat(np.arange(len(texts)), counts))


class Lookup:
    """Values of pieces by their numbers; 0 is the number of a free place, and of no piece."""

    def __init__(self) -> None:
        self._keys = np.zeros(SLOTS, np.uint64)
        self._values = np.zeros(SLOTS, np.int64)
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def find(self, keys: _Words, make: Callable[[int], tuple[int, bool]]) -> Longs:
        """Return the values of pieces.

        Args:
            keys: The numbers of the pieces.
            make: What gives the value of a piece that is not known, by its place, and whether it is to be kept.
        """
        slots = self._slots(keys)
        found = self._values[slots]
        unknown = np.flatnonzero(self._keys[slots] != keys)
        made: dict[int, int] = {}
        for place, key in zip(unknown.tolist(), keys[unknown].tolist(), strict=True):
            value = made.get(key)
            if value is None:
                value, kept = make(place)
                if kept:
                    made[key] = value
            found[place] = value
        self._keep(np.fromiter(made, np.uint64, len(made)), np.fromiter(made.values(), np.int64, len(made)))
        return found

    def _slots(self, keys: _Words) -> Longs:
        """Return for each number the place where it stands, or the free one where it would."""
        mask = len(self._keys) - 1
        slots = keys.astype(np.int64) & mask
        left = np.flatnonzero((self._keys[slots] != keys) & (self._keys[slots] != 0))
        while len(left):
            slots[left] = (slots[left] + 1) & mask
            there = self._keys[slots[left]]
            left = left[(there != keys[left]) & (there != 0)]
        return slots

    def _keep(self, keys: _Words, values: Longs) -> None:
        """Put pieces that are not known into the table."""
        self._count += len(keys)
        if 2 * self._count > len(self._keys):
            known = np.flatnonzero(self._keys)
            keys = np.concatenate((self._keys[known], keys))
            values = np.concatenate((self._values[known], values))
            size = 1 << (4 * self._count).bit_length()
            self._keys, self._values = np.zeros(size, np.uint64), np.zeros(size, np.int64)
        while len(keys):
            slots = self._slots(keys)
            self._values[slots], self._keys[slots] = values, keys
            lost = self._keys[slots] != keys
            keys, values = keys[lost], values[lost]
