"""What is found before it is known who is meant: a stretch of speech and its inquit."""

from __future__ import annotations

from dataclasses import dataclass, field

from twosource.annotate.quotes.inquit import Inquit
from twosource.annotate.quotes.reader import Phrase


@dataclass(slots=True)
class Found:
    """Speech at tokens ``first`` to ``last`` (exclusive); ``end`` is where its inquit ends.

    ``carry`` tells that the speaker is to be found outside; ``open`` that the mark is never closed; ``above`` are
    phrases that pass it on from other sentences, nearest to the report first; ``document`` is what it stands in;
    ``begin`` is where its frame opens, where that is not its inquit.
    """

    first: int
    last: int
    end: int
    form: str
    rule: str
    score: float
    inquit: Inquit | None = None
    speaker: Phrase | None = None
    parts: list[tuple[int, int]] = field(default_factory=list)
    carry: bool = False
    open: bool = False
    above: list[Phrase] = field(default_factory=list)
    document: Phrase | None = None
    block: int = -1
    begin: int = -1
