"""Regions that are called by an adjective of their chief town ("Воронежская область")."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from twosource.language import Token
from twosource.link.records import Place, PlaceMention
from twosource.model import Span

SHORTEST = 3
"""How many letters the stem of a town has at least."""


class RegionNames:
    """Finds the regions of a language whose ``places.toml`` tells how they are named; finds none in others.

    Args:
        table: The table: ``region_nouns`` (beginnings of the words for a region), ``region_suffixes`` of the
            adjectives, ``region_endings`` of their cases, and the ``town_endings`` that the suffix takes the place of.
        town: Returns the place of a town's name, or None.
    """

    def __init__(self, table: Mapping[str, Any], town: Callable[[str], Place | None]) -> None:
        self._nouns = tuple(table.get("region_nouns", ()))
        self._suffixes = tuple(table.get("region_suffixes", ()))
        self._endings = tuple(sorted(table.get("region_endings", ()), key=len, reverse=True))
        self._towns = ("", *table.get("town_endings", ()))
        self._town = town

    def at(self, tokens: Sequence[Token], first: int) -> PlaceMention | None:
        """Return the region whose adjective and noun begin at a token, or None."""
        if not self._nouns or first + 1 >= len(tokens) or not tokens[first + 1].fold.startswith(self._nouns):
            return None
        word, noun = tokens[first].text, tokens[first + 1]
        place = next((found for name in self._read(word) if (found := self._town(name)) is not None), None)
        if place is None or not place.code:
            return None
        return PlaceMention(Span(tokens[first].start, noun.end), place, "name", first, first + 2)

    def _read(self, word: str) -> Iterator[str]:
        """Yield the towns that an adjective can be of: one that ends as it begins, or its stem with an ending."""
        ending = next((e for e in self._endings if word.endswith(e) and len(word) - len(e) >= SHORTEST), None)
        if ending is None:
            return
        base = word[: -len(ending)]
        yield base
        for suffix in self._suffixes:
            if base.endswith(suffix) and len(base) - len(suffix) >= SHORTEST:
                yield from (base[: -len(suffix)] + last for last in self._towns)
