"""The first words of a table's phrases: a quick no for the many words of a text that begin none."""

from __future__ import annotations

from collections.abc import Iterable

from twosource.language import LONGEST, Token, tokenize

MEMORY = 20000
"""So many words are remembered; then it is forgotten and begun anew."""


class FirstWords:
    """Tells whether a token can begin a phrase; each word is worked out once."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._exact: set[str] = set()
        self._prefix: set[str] = set()
        self._suffix: set[str] = set()
        self._memory: dict[str, bool] = {}
        for phrase in phrases:
            self._add(phrase.split()[0])

    def _add(self, piece: str) -> None:
        core = piece.strip("*=")
        if core.isalpha():
            kind = self._suffix if piece[0] == "*" else self._prefix if piece[-1] == "*" else self._exact
            kind.add(core.casefold())
            return
        words = tokenize(core)
        if piece.startswith("*") and len(words) == 1:
            self._suffix.add(words[0].fold)
        elif piece.endswith("*") and len(words) == 1:
            self._prefix.add(words[0].fold)
        elif words:
            self._exact.add(words[0].fold)

    def can_begin(self, token: Token) -> bool:
        """Return False where no phrase begins with this token."""
        known = self._memory.get(token.fold)
        if known is None:
            if len(self._memory) >= MEMORY:
                self._memory.clear()
            known = self._memory[token.fold] = self._look(token.fold)
        return known

    def _look(self, fold: str) -> bool:
        if fold in self._exact:
            return True
        lengths = range(1, min(len(fold), LONGEST) + 1)
        if self._prefix and any(fold[:length] in self._prefix for length in lengths):
            return True
        return bool(self._suffix) and any(fold[-length:] in self._suffix for length in lengths)
