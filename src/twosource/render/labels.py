"""The words of the interface, from ``labels.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from twosource.language.tables import codes, load, read_toml


@cache
def _tables() -> Mapping[str, Any]:
    return read_toml(Path(__file__).with_name("labels.toml"))


@cache
def _group(group: str) -> Mapping[str, Mapping[str, str]]:
    return {row["id"]: row for row in _tables().get(group, ())}


def label(group: str, code: str, field: str = "label") -> str:
    """Return what ``code`` of a group (``verdict``, ``reading`` ...) is called; the code itself if it has no label.

    ``field`` asks for another column of the table; where it is empty, the label is given.
    """
    row = _group(group).get(code, {})
    return row.get(field, row.get("label", code.replace("_", " ")))


def order(group: str) -> tuple[str, ...]:
    """Return the codes of a group in the order of the table."""
    return tuple(_group(group))


def calendar(name: str) -> tuple[str, ...]:
    """Return the names of ``months``, ``days`` (Monday first) or ``seasons`` (spring first)."""
    return tuple(_tables()["calendar"][name])


@cache
def language_name(code: str) -> str:
    """Return the English name of a language that has a folder, or its code."""
    return load(code).name if code in codes() else code


@cache
def direction(code: str) -> str:
    """Return how a language is written: ``rtl``, or ``ltr`` for all that the table does not list."""
    return "rtl" if code.partition("-")[0] in _tables()["writing"]["right_to_left"] else "ltr"
