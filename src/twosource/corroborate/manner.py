"""How words are put: the form of what somebody says, apart from any language."""

from __future__ import annotations

from twosource.annotate.happenings.lexicon import Word, lexicon
from twosource.language import tokenize
from twosource.model import Report, Span

QUESTION = "?"
FORMS = {Word.NEGATION: "negation", Word.CONDITION: "condition"}
"""The classes of small words that every translation of a sentence keeps."""


def form(report: Report, span: Span) -> frozenset[str]:
    """Return what a translation keeps of the form of words: that they deny, set a condition, or ask."""
    words = lexicon(report.language).words
    found: set[str] = set()
    for token in tokenize(report.text, span.start, span.end):
        found.update(name for word, name in FORMS.items() if words.get(token.fold, 0) & word)
        if token.text == QUESTION:
            found.add("question")
    return frozenset(found)
