"""Where in a text the words of a class and the cues of a kind stand, so that nothing is read where none stands.

All positions are indices into the tokens of the draft.  Rule: standing-v1.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from twosource.annotate.quotes.grammar import Cue, Grammar
from twosource.language import Remembered, Token

BEGINNERS = ("nominal", "hearsay", "hearsay_modal", "as_said")
"""Classes of the words that begin reported speech of their own."""
FORMAL = ("according", "according_to_noun", "own_account", "hearsay")
"""Kinds of the cues at which something can begin where the frames of clauses are read apart."""
FORMAL_WORDS = ("hearsay", "hearsay_modal", "as_said")
"""Classes of the words at which something can begin there."""


class Standing:
    """The tokens of each class (``of_class``) and those at which a cue of each kind begins (``of_cue``), in order."""

    def __init__(
        self,
        grammar: Grammar,
        tokens: Sequence[Token],
        kinds: Sequence[frozenset[str]],
        cues: Mapping[int, Sequence[tuple[int, Cue]]],
    ) -> None:
        self._grammar = grammar
        self._tokens = tokens
        self._cues = cues
        self.of_class: defaultdict[str, list[int]] = defaultdict(list)
        for index, classes in enumerate(kinds):
            for kind in classes:
                self.of_class[kind].append(index)
        self.of_cue: Remembered[list[int]] = Remembered(
            lambda kind: [index for index, hits in cues.items() if any(cue.kind == kind for _, cue in hits)]
        )

    def has_cue(self, kind: str, first: int, last: int) -> bool:
        """Tell whether a cue of a kind begins at one of the tokens ``first`` to ``last`` (exclusive)."""
        return has(self.of_cue[kind], first, last)

    @cached_property
    def beginnings(self) -> bytearray:
        """1 for each token at which reported speech or its inquit can begin, 0 for the others."""
        grammar, tokens = self._grammar, self._tokens
        found = bytearray(len(tokens))
        opening = frozenset(first for first, _ in grammar.brackets) if grammar.bracket else grammar.parting
        at = [index for index, token in enumerate(tokens) if token.fold in opening] if opening else []
        at += [index for kind in (FORMAL_WORDS if grammar.bracket else BEGINNERS) for index in self.of_class[kind]]
        if grammar.bracket:
            at += [index for kind in FORMAL for index in self.of_cue[kind]]
        else:
            at += self._cues
            at += [index for index, token in enumerate(tokens[:-1], 1) if not token.text[0].isalnum()]
            at += [0] if tokens else []
        for index in at:
            found[index] = 1
        return found


def has(places: Sequence[int], first: int, last: int) -> bool:
    """Tell whether one of the places, which stand in order, lies in ``first`` to ``last`` (exclusive)."""
    at = bisect_left(places, first)
    return at < len(places) and places[at] < last
