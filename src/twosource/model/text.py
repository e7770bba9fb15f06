"""What was read: spans, reports, blocks, sentences."""

from __future__ import annotations

import msgspec


class Span(msgspec.Struct, frozen=True, order=True):
    """A half-open stretch of a report's text, counted in Unicode code points."""

    start: int
    end: int

    def __len__(self) -> int:
        """Return the number of code points that the span covers."""
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Tell whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def join(self, other: Span) -> Span:
        """Return the smallest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


class Reason(msgspec.Struct, frozen=True):
    """Why something derived is as it is: the rule or model, how sure, on which words.

    ``rule`` is a versioned name such as ``figures-v1:bound``; ``score`` lies in [0, 1]; ``text`` is a
    sentence part for people; ``spans`` are the words of the report that the rule went by.
    """

    rule: str
    score: float = 1.0
    text: str = ""
    spans: tuple[Span, ...] = ()


class Report(msgspec.Struct, frozen=True):
    """One news report, its text as it was read.

    ``text`` is whole, header included; ``body`` is the offset at which the news begins.  ``published`` is an
    EDTF date, to the precision that is known (``2020-08``), or None.  ``language`` is a code of a language
    folder or an ISO 639 code that no folder knows.  ``encoding`` is the one that bytes were decoded by, and ``notes``
    says what was odd about them.
    """

    id: str
    source: str
    text: str
    body: int = 0
    language: str = "und"
    published: str | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    encoding: str | None = None
    notes: tuple[str, ...] = ()

    def read(self, span: Span) -> str:
        """Return the words at ``span``."""
        return self.text[span.start : span.end]


class Block(msgspec.Struct, frozen=True):
    """A piece of a report's layout.

    ``kind`` is one of headline, paragraph, subhead, caption, credit, dateline, boilerplate.
    """

    span: Span
    kind: str
    reason: Reason


class Sentence(msgspec.Struct, frozen=True):
    """A sentence of a block; ``block`` counts the blocks of the reading from 0."""

    span: Span
    block: int


class Failure(msgspec.Struct, frozen=True):
    """Something that could not be read: where it came from, at which stage, and why."""

    source: str
    stage: str
    error: str
