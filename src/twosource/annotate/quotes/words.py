"""The tokens of a draft with what the tables know of each: the ground that noun phrases are read on.

All positions are indices into the tokens of the draft.
"""

from __future__ import annotations

from bisect import bisect_right

from twosource.annotate.draft import Draft
from twosource.annotate.press import find_media
from twosource.annotate.quotes.grammar import Cue, Grammar, grammar_of
from twosource.annotate.quotes.phrase import marks, proper_names
from twosource.annotate.quotes.standing import Standing
from twosource.language import glued
from twosource.model import Span


class Words:
    """The tokens of a draft with what the tables know of them."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.tokens = draft.tokens
        self.text = draft.text
        self.grammar: Grammar = grammar_of(draft.language.code)
        self.cues = self.grammar.cues(self.tokens) if self.grammar.known else {}
        self.media = find_media(self.tokens)
        self._texts = [*marks(self.tokens), ""]
        self._kinds = [*map(self.grammar.classes, [token.fold for token in self.tokens]), frozenset[str]()]
        self._count = len(self.tokens)
        self._word = [token.text[0].isalnum() for token in self.tokens]
        self._capital = [token.text[0].isupper() for token in self.tokens]
        starts = (*(s.span for s in draft.sentences), *(b.span for b in draft.blocks))
        self.heads = {draft.token_range(span).start for span in starts}
        self.named = proper_names(draft, self._kinds, self.grammar.capital_nouns)
        self._starts = [s.span.start for s in draft.sentences]
        self.adjectives = self.grammar.adjectives(self.tokens, self._capital)
        self.bodies = self.grammar.bodies(self.tokens, self._capital)
        self.standing = Standing(self.grammar, self.tokens, self._kinds, self.cues)

    def classes(self, index: int) -> frozenset[str]:
        """Return the classes of a token's word; none beyond the end."""
        return self._kinds[index if index < self._count else -1]

    def char(self, index: int) -> str:
        """Return the token's text, empty beyond the end."""
        return self._texts[index if 0 <= index < self._count else -1]

    def is_word(self, index: int) -> bool:
        """Tell whether the token is letters or digits."""
        return 0 <= index < self._count and self._word[index]

    def is_capital(self, index: int) -> bool:
        """Tell whether the token begins with a capital letter."""
        return 0 <= index < self._count and self._capital[index]

    def glued(self, index: int) -> bool:
        """Tell whether no space stands between this token and the one before."""
        return glued(self.tokens, index)

    def is_head(self, index: int) -> bool:
        """Tell whether a sentence or turn begins with this token, marks in front of it left out."""
        for at in range(index, max(index - 5, 0), -1):
            if at in self.heads:
                return True
            if self.is_word(at - 1):
                return False
            if self.char(at - 1) in ".!?:,":
                return self.char(at - 1) != ","
        return True

    def cue(self, index: int, *kinds: str) -> tuple[int, Cue] | None:
        """Return the longest phrase of one of ``kinds`` that begins at the token."""
        for end, cue in self.cues.get(index, ()):
            if cue.kind in kinds:
                return end, cue
        return None

    def verb(self, index: int, shape: str = "finite") -> tuple[int, Cue] | None:
        """Return the verb of saying in ``shape`` that begins at the token."""
        for end, cue in self.cues.get(index, ()):
            if cue.kind == "cue" and cue.shape == shape:
                return None if self._is_noun(index) else (end, cue)
        return None

    def _is_noun(self, index: int) -> bool:
        """Tell whether an article, a hyphen or its capital makes no verb of a form ("the claim", "self-described")."""
        if self.char(index - 1) == "-" and not self.grammar.verb_second:
            return self.glued(index)
        capital = self.grammar.capital_nouns and self.is_capital(index) and "hearsay_noun" in self.classes(index)
        kinds = self.classes(index - 1) if index > 0 else frozenset[str]()
        return capital or ("article" in kinds and not kinds & {"subject", "relative", "anaphor", "impersonal"})

    def span(self, first: int, last: int) -> Span:
        """Return the span of tokens ``first`` to ``last`` (exclusive)."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def read(self, first: int, last: int) -> str:
        """Return the words of tokens ``first`` to ``last`` (exclusive)."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]

    def sentence_number(self, offset: int) -> int:
        """Return the number of the sentence that begins at or before ``offset``, -1 before the first."""
        return bisect_right(self._starts, offset) - 1
