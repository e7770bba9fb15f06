"""What the tests of figures share: a draft of a text, and its figures."""

from __future__ import annotations

from twosource.annotate import read_report
from twosource.annotate.draft import Draft
from twosource.annotate.figures import find_figures
from twosource.language.tables import load_or_generic
from twosource.model import Figure, Happening, Reason, Report, Span


def draft_of(text: str, code: str = "da") -> Draft:
    return Draft(report=Report(id="r", source="r", text=text, language=code), language=load_or_generic(code))


def figures(text: str, code: str = "da") -> list[Figure]:
    return list(find_figures(draft_of(text, code)))


def happens(draft: Draft, trigger: str, concept: str, whom: str = "", who: str = "") -> Happening:
    def span(words: str) -> Span:
        start = draft.text.index(words)
        return Span(start, start + len(words))

    return Happening(
        span=span(trigger),
        text=trigger,
        concept=concept,
        clause=Span(0, len(draft.text)),
        reason=Reason("test"),
        whom=(span(whom),) if whom else (),
        who=(span(who),) if who else (),
    )


def read_figures(text: str, code: str) -> list[Figure]:
    """Return the figures of a text as the whole way of a report gives them, with its happenings."""
    report = Report(id="r", source="r", text=text, language=code)
    return list(read_report(report).figures)
