"""What a given name tells of its bearer: whether "he" or "she" can mean him or her.

Table: data/given_names.toml.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import twosource
from twosource.language.tables import read_toml


@cache
def _bearers() -> dict[str, str]:
    table = read_toml(Path(twosource.__file__).parent / "data" / "given_names.toml")
    return {name.casefold(): gender for key, gender in (("women", "f"), ("men", "m")) for name in table[key]}


def gender_of(name: str) -> str | None:
    """Return the gender that the first word of a full name tells, ``m`` or ``f``; None where it does not tell."""
    words = name.split()
    return _bearers().get(words[0].casefold()) if len(words) > 1 else None
