"""The first words of a table's phrases: a quick no for the many words of a text that begin none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from twosource.language import Remembered, Token, tokenize


class FirstWords:
    """Tells whether a token can begin a phrase; each word is worked out once."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._exact: set[str] = set()
        self._prefix: set[str] = set()
        self._suffix: set[str] = set()
        for phrase in phrases:
            self._add(phrase.split()[0])
        self._heads = _by_letter(self._prefix, 0)
        self._tails = _by_letter(self._suffix, -1)
        self._known: Remembered[bool] = Remembered(self._look)

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
        return self._known[token.fold]

    def beginnings(self, tokens: Sequence[Token]) -> list[int]:
        """Return the numbers of the tokens with which a phrase can begin, in order."""
        known = self._known
        return [index for index, token in enumerate(tokens) if known[token.fold]]

    def capital_or_begins(self, tokens: Sequence[Token]) -> list[int]:
        """Return the numbers of the tokens that are not written small, or with which a phrase can begin, in order."""
        known = self._known
        return [i for i, token in enumerate(tokens) if not token.text[0].islower() or known[token.fold]]

    def _look(self, fold: str) -> bool:
        return (
            fold in self._exact
            or fold.startswith(self._heads.get(fold[0], ()))
            or fold.endswith(self._tails.get(fold[-1], ()))
        )


def _by_letter(pieces: Iterable[str], place: int) -> dict[str, tuple[str, ...]]:
    """Return beginnings or endings of words by the letter at one place, of which few tables have many."""
    found: dict[str, tuple[str, ...]] = {}
    for piece in pieces:
        found[piece[place]] = (*found.get(piece[place], ()), piece)
    return found
