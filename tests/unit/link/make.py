"""Readings of our own for the tests of linking: names and speakers are marked in the text."""

import re

from twosource.model import Attribution, Link, Name, Quote, Reading, Reason, Report, Sentence, Span, Speaker

KINDS = {"p": "person", "o": "organisation", "l": "place", "x": "other"}
WHY = Reason(rule="test")
_MARK = re.compile(r"\{(\w) ([^}]*)\}")


def make_reading(marked, language="nb", report_id="r1", links=(), speakers=(), quotes=()):
    """Return a reading of a text in which {p Name}, {o Name} and {l Name} are names.

    ``links`` are (words, role), ``speakers`` (words, name or None), each at the first place of the words; ``quotes``
    are words said by nobody.
    """
    text, names, last = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        start = len(text)
        text += mark.group(2)
        names.append(Name(Span(start, len(text)), mark.group(2), KINDS[mark.group(1)], WHY))
        last = mark.end()
    text += marked[last:]
    report = Report(id=report_id, source=report_id, text=text, language=language)
    sentences = tuple(Sentence(Span(m.start(), m.end()), 0) for m in re.finditer(r"\S[^.\n]*\.?", text))

    def at(words):
        start = text.index(words)
        return Span(start, start + len(words))

    said = [Quote(at(w), w, "indirect", WHY, speaker=Speaker(at(w), w, name)) for w, name in speakers]
    said += [Quote(at(w), w, "dash", WHY) for w in quotes]
    attributions = tuple(Attribution(at(w), (Link(w, role, at(w), WHY),), WHY) for w, role in links)
    return Reading(
        report=report, sentences=sentences, names=tuple(names), quotes=tuple(said), attributions=attributions
    )


def link_to(reading, words, role="body", name=None):
    """Return a link at the first place of ``words``."""
    start = reading.report.text.index(words)
    return Link(name or words, role, Span(start, start + len(words)), WHY)
