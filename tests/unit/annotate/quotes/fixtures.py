"""Quotes of short texts, as the tests of this folder need them."""

from __future__ import annotations

from twosource.annotate.blocks import find_blocks
from twosource.annotate.draft import Draft
from twosource.annotate.names import find_names
from twosource.annotate.quotes import find_quotes
from twosource.annotate.quotes.reader import Reader
from twosource.annotate.sentences import find_sentences
from twosource.language.tables import load_or_generic
from twosource.model import Quote, Report


def draft_of(text: str, code: str = "de") -> Draft:
    draft = Draft(Report("r1", "test", text, language=code), load_or_generic(code))
    draft.blocks = list(find_blocks(draft))
    draft.sentences = list(find_sentences(draft))
    draft.names = list(find_names(draft))
    return draft


def reader_of(text: str, code: str = "de") -> Reader:
    return Reader(draft_of(text, code))


def quotes(text: str, code: str = "de") -> list[Quote]:
    return list(find_quotes(draft_of(text, code)))


def said(text: str, code: str = "de") -> list[tuple[str, str | None]]:
    """Return what is said and the words that name who says it."""
    return [(q.text, q.speaker.text if q.speaker else None) for q in quotes(text, code)]
