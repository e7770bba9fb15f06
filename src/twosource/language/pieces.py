"""Pieces of words by which near languages are told apart: whole words, how words begin, and how they end."""

from __future__ import annotations

from collections.abc import Iterator

FROM, TO = 2, 4
"""How many letters a beginning or end has."""


def pieces(word: str) -> Iterator[str]:
    """Yield the pieces of a lower-case word: ``^word$``, ``^wo``, ``^wor``, ``rd$`` ..., and the pairs inside it."""
    yield f"^{word}$"
    for length in range(FROM, min(TO, len(word) - 1) + 1):
        yield f"^{word[:length]}"
        yield f"{word[-length:]}$"
    for start in range(1, len(word) - FROM):
        yield word[start : start + FROM + 1]
