"""The table of how counts and happenings are compared (``data/judging.toml``)."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from twosource.annotate.concepts import concept
from twosource.language.tables import read_toml

PATH = Path(__file__).parent.parent / "data" / "judging.toml"


@cache
def _table() -> dict[str, Any]:
    return read_toml(PATH)


PLAIN = {"number", "money", "measure"}
"""Concepts of figures of which nothing is known but what is counted, or that it is an amount of money or a measure."""


@cache
def _alike() -> dict[str, frozenset[str]]:
    """Return, for each concept, those whose counts are worded for its own."""
    found: dict[str, set[str]] = {}
    for group in _table()["alike"]:
        for name in group["concepts"]:
            found.setdefault(name, set()).update(group["concepts"])
    return {name: frozenset(others) for name, others in found.items()}


def counted_alike(left: str, right: str) -> bool:
    """Tell whether counts of two concepts may be counts of one thing."""
    return left == right or right in _alike().get(left, frozenset())


@cache
def counted_the_same(left: str, right: str) -> bool:
    """Tell whether counts of two concepts are counts of one thing without any difference."""
    return left == right or any(
        {left, right} <= set(group["concepts"]) for group in _table()["alike"] if group.get("same", False)
    )


@cache
def _opposites() -> dict[str, frozenset[str]]:
    """Return, for each concept, those that say of the same matter that it is not so."""
    found: dict[str, set[str]] = {}
    for group in _table()["opposite"]:
        for name in group["concepts"]:
            found.setdefault(name, set()).update(other for other in group["concepts"] if other != name)
    return {name: frozenset(others) for name, others in found.items()}


def opposed(left: str, right: str) -> bool:
    """Tell whether the one concept denied is the other affirmed: to accept and to reject."""
    return right in _opposites().get(left, frozenset())


@cache
def _things() -> dict[str, str]:
    return {name: group["of"][0] for group in _table()["same_thing"] for name in group["of"]}


def thing(counted: str | None) -> str | None:
    """Return the class of counted things under which those stand that reports say for one another."""
    return _things().get(counted, counted) if counted is not None else None


def same_sort(left: str | None, right: str | None) -> bool:
    """Tell whether two classes of things are of one sort, so that reports may count the one for the other."""
    return any(left in group["of"] and right in group["of"] for group in _table()["same_sort"])


def concept_of(counted: str | None) -> str | None:
    """Return the concept that a class of counted things stands for by itself, or None."""
    return next((row["concept"] for row in _table()["counted"] if row["of"] == counted), None)


def is_weak(concept_id: str) -> bool:
    """Tell whether a concept says little of what is counted: a number of passengers, of those affected."""
    return concept_id in PLAIN or concept_id in _table()["weak"]


def family(concept_id: str) -> frozenset[str]:
    """Return keys under which a concept meets all those that it is compared with."""
    known = concept(concept_id)
    wider = {known.kin} if known and known.kin else set()
    near = set(known.near) if known else set()
    others = _alike().get(concept_id, frozenset()) | _opposites().get(concept_id, frozenset())
    return frozenset({concept_id} | wider | near | others)


def grows(concept_id: str) -> bool:
    """Tell whether a count of this concept only grows while an event lasts."""
    return concept_id in _table()["grows"]


def moves(concept_id: str) -> bool:
    """Tell whether a count of this concept changes with time, in either direction."""
    return grows(concept_id) or concept_id in _table()["moves"]


@cache
def _scales() -> dict[str, tuple[str, Decimal]]:
    return {unit: (kind["name"], Decimal(size)) for kind in _table()["kind"] for unit, size in kind["units"].items()}


def conversion(unit: str | None, wanted: str | None) -> Decimal | None:
    """Return the factor from ``unit`` to ``wanted``, None where they do not go together."""
    if unit == wanted:
        return Decimal(1)
    first, second = _scales().get(unit or ""), _scales().get(wanted or "")
    if first is None or second is None or first[0] != second[0]:
        return None
    return first[1] / second[1]


def kind_of(unit: str | None) -> str | None:
    """Return what a physical unit measures (length, mass ...), or None."""
    found = _scales().get(unit or "")
    return found[0] if found else None


def is_disputed(concept_id: str) -> bool:
    """Tell whether counts of this concept are often given differently by two parties in one report."""
    return concept_id in _table()["disputed"]


def is_said(concept_id: str) -> bool:
    """Tell whether a happening of this concept is itself words, so that its actor is the one who says so."""
    return concept_id in _table()["said"]


def is_crowd(concept_id: str) -> bool:
    """Tell whether counts of this concept are of one crowd, which two parties count each for itself."""
    return concept_id in _table()["crowd"]


def answers(concept_id: str) -> bool:
    """Tell whether a happening of this concept answers for what was done before, on another day."""
    return concept_id in _table()["answers"]


def stage(modality: str) -> int:
    """Return how far along a matter is: the higher, the nearer to having happened."""
    stages: list[str] = _table()["stages"]
    return stages.index(modality) if modality in stages else len(stages) - 1
