"""Cognates: words that neighbouring languages write differently and build alike.

What stays where vowels shift and endings differ are the first consonants: Swedish "bildäck" and Danish "bildækket",
English "president" and German "Präsident".
"""

from __future__ import annotations

from functools import lru_cache

from twosource.link.skeleton import skeleton

LENGTH = 4
"""How many consonants two words must share from their beginning."""
VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=100_000)
def shape(word: str) -> str | None:
    """Return the first consonants of a word, None for a word with too few of them to be told from others."""
    bare = "".join(letter for letter in skeleton(word) if letter.isalpha() and letter not in VOWELS)
    return bare[:LENGTH] if len(bare) >= LENGTH else None
