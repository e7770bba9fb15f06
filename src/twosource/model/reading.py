"""A reading: everything that was found in one report."""

from __future__ import annotations

import msgspec

from twosource.model.mentions import Attribution, Credit, Figure, Happening, Name, Quote, When
from twosource.model.text import Block, Failure, Report, Sentence


class Reading(msgspec.Struct, frozen=True):
    """One report with all that was found in it, each list in order of position.

    ``narrated`` is the weekday (1 Monday to 7 Sunday) on which the report is told, where the text shows it; ``unread``
    names the kinds of record that the report's language has no tables for.  ``attitudes`` are what somebody is said
    to support, want, know or speak of: attributed, but nobody is the authority for a fact by them.
    """

    report: Report
    blocks: tuple[Block, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    names: tuple[Name, ...] = ()
    times: tuple[When, ...] = ()
    figures: tuple[Figure, ...] = ()
    happenings: tuple[Happening, ...] = ()
    credits: tuple[Credit, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    quotes: tuple[Quote, ...] = ()
    narrated: int | None = None
    unread: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()
    attitudes: tuple[Quote, ...] = ()
