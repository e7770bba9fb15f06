"""The draft: a reading in the making, which the stages fill one after the other."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Any

from twosource.language import Language, Token, tokens_of
from twosource.model import (
    Attribution,
    Block,
    Credit,
    Figure,
    Happening,
    Name,
    Quote,
    Reading,
    Report,
    Sentence,
    Span,
    When,
)


@dataclass
class Draft:
    """What is known of a report so far; each stage reads what it needs and adds its own list.

    ``tokens`` are those of the whole text; ``prefer`` ("past" or "future") says which way a bare weekday leans.
    """

    report: Report
    language: Language
    prefer: str = "past"
    tokens: list[Token] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    credits: list[Credit] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    times: list[When] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    happenings: list[Happening] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    attitudes: list[Quote] = field(default_factory=list)
    narrated: int | None = None
    unread: list[str] = field(default_factory=list)
    kept: dict[str, Any] = field(default_factory=dict)
    """What one stage made of the draft and a later one uses again."""
    tagger: str | None = None
    """The tagger of the user's own that finds the names, by name or path."""

    def __post_init__(self) -> None:
        if not self.tokens:
            self.tokens = tokens_of(self.report.text)
        self._starts = [token.start for token in self.tokens]

    @property
    def text(self) -> str:
        """Return the report's text."""
        return self.report.text

    def token_range(self, span: Span) -> range:
        """Return the indices of the tokens that begin inside ``span``."""
        first = bisect_left(self._starts, span.start)
        return range(first, bisect_left(self._starts, span.end, first))

    def within(self, span: Span) -> list[Token]:
        """Return the tokens that begin inside ``span``."""
        indices = self.token_range(span)
        return self.tokens[indices.start : indices.stop]

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that holds ``offset``, or None between sentences."""
        for sentence in self.sentences:
            if sentence.span.start <= offset < sentence.span.end:
                return sentence
        return None

    def reading(self) -> Reading:
        """Return the finished reading."""
        return Reading(
            report=self.report,
            blocks=tuple(self.blocks),
            sentences=tuple(self.sentences),
            names=tuple(self.names),
            times=tuple(self.times),
            figures=tuple(self.figures),
            happenings=tuple(self.happenings),
            credits=tuple(self.credits),
            attributions=tuple(self.attributions),
            quotes=tuple(self.quotes),
            attitudes=tuple(self.attitudes),
            narrated=self.narrated,
            unread=tuple(self.unread),
        )
