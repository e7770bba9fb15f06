"""What comparing two statements gives, whatever their kind."""

from __future__ import annotations

import msgspec

AGREE = "agree"
COMPATIBLE = "compatible"
CONFLICT = "conflict"
APART = "apart"

SEVERITY = {AGREE: 0, COMPATIBLE: 1, CONFLICT: 2}
"""Which relation weighs most where the pairs of a fact differ."""


class Comparison(msgspec.Struct, frozen=True):
    """How two statements relate.

    ``likeness`` says how surely they are about the same thing (0 to 1; under `JOIN` they are kept apart);
    ``relation`` is agree, compatible, conflict, or apart where they are not comparable.  ``readings`` are what could
    explain a difference, ``reasons`` say it in words.
    """

    likeness: float
    relation: str
    readings: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


JOIN = 0.5
"""The likeness from which two statements count as statements of the same thing."""


def apart(reason: str) -> Comparison:
    """Return the comparison of two statements that are about different things."""
    return Comparison(0.0, APART, (), (reason,))
