"""What a rule of times says: a program whose numbers are those of the words that it stands on.

While matching, a number is where it comes from (`Said`, `Sum`); `filled` puts in what the words of a text say.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from typing import NamedTuple

from twosource.annotate.times.programs import OPERATIONS, Step


class Said(NamedTuple):
    """The number that a token says, by its place among those that it says."""

    token: int
    place: int


class Sum(NamedTuple):
    """Two numbers joined by ``+`` or ``*``."""

    sign: str
    one: Number
    other: Number


Number = int | Said | Sum
Wording = tuple[str, tuple[Number, ...]]
"""An operation with its numbers."""
Atom = Number | Wording
_NUMBERS = (int, Said, Sum)
_SUMS: dict[str, Callable[[int, int], int]] = {"+": operator.add, "*": operator.mul}


def write(program: Sequence[str], said: dict[int, tuple[Atom, ...]]) -> tuple[Atom, ...]:
    """Return a rule's program with what its elements say filled in; ``+`` and ``*`` join two numbers."""
    done: list[Atom] = []
    for word in program:
        if word[0] == "$":
            slot, _, index = word[1:].partition(".")
            atoms = said.get(int(slot), ())
            done.extend(atoms[int(index) - 1 : int(index)] if index else atoms)
        elif word in OPERATIONS:
            arity = OPERATIONS[word][0]
            values = tuple([a for a in done[len(done) - arity :] if isinstance(a, _NUMBERS)]) if arity else ()
            del done[len(done) - arity :]
            done.append((word, values))
        elif word in _SUMS:
            *done, one, other = done
            if isinstance(one, _NUMBERS) and isinstance(other, _NUMBERS):
                done.append(_join(word, one, other))
        else:
            done.append(int(word))
    return tuple(done)


def _join(sign: str, one: Number, other: Number) -> Number:
    if isinstance(one, int) and isinstance(other, int):
        return _SUMS[sign](one, other)
    return Sum(sign, one, other)


def wordings(program: Sequence[Atom], start: int) -> tuple[Wording, ...] | None:
    """Return a program's steps, its tokens counted from ``start``; None where numbers are missing or left over."""
    found: list[Wording] = []
    for atom in program:
        if isinstance(atom, _NUMBERS) or len(atom[1]) != OPERATIONS[atom[0]][0]:
            return None
        found.append((atom[0], tuple([_from(number, start) for number in atom[1]])))
    return tuple(found) or None


def _from(number: Number, start: int) -> Number:
    if isinstance(number, Said):
        return Said(number.token - start, number.place)
    if isinstance(number, Sum):
        return Sum(number.sign, _from(number.one, start), _from(number.other, start))
    return number


def is_plain(steps: Sequence[Wording]) -> bool:
    """Tell whether no number of the steps comes from a word of the text."""
    return all(isinstance(number, int) for _, numbers in steps for number in numbers)


def filled(steps: Sequence[Wording], said: Callable[[Said], int]) -> tuple[Step, ...]:
    """Return steps with the numbers that the words of a text say."""

    def number(of: Number) -> int:
        if isinstance(of, Said):
            return said(of)
        return _SUMS[of.sign](number(of.one), number(of.other)) if isinstance(of, Sum) else of

    return tuple([(name, tuple([number(of) for of in numbers])) for name, numbers in steps])
