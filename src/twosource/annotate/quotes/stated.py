"""What stands in a document, with it in front or behind ("I brevet står det at ...", "Det hedder i brevet, at ...").

All positions are indices into the tokens of the draft.  Rule: indirect-v1:stated.
"""

from __future__ import annotations

from twosource.annotate.quotes.clauses import clause_end
from twosource.annotate.quotes.found import Found
from twosource.annotate.quotes.inquit import Inquit, author
from twosource.annotate.quotes.reader import Phrase, Reader
from twosource.annotate.quotes.segments import form_of


def find_stated(reader: Reader, first: int, last: int) -> Found | None:
    """Return the that-clause that a document is said to hold, None where a sentence tells of no such.

    Args:
        reader: The tokens.
        first: The sentence's first token.
        last: The token behind its last word.
    """
    opening = _document_first(reader, first, last) or _document_behind(reader, first, last)
    if opening is None:
        return None
    phrase, cue, at = opening
    if reader.char(at) == ",":
        at += 1
        if "relative" in reader.classes(at):
            return None
    if at + 1 >= last or "that" not in reader.classes(at):
        return None
    inquit = Inquit(first, at, cue, None, author(reader, phrase))
    if inquit.speaker is not phrase:
        inquit.document = phrase
    end = clause_end(reader, at, last)
    return Found(at, end, end, form_of(reader, at, end), "indirect-v1:stated", 0.9, inquit)


def _document_first(reader: Reader, first: int, last: int) -> tuple[Phrase, tuple[int, int], int] | None:
    """Return the document that opens a sentence, the words that say what it holds, and where these end."""
    if "preposition" not in reader.classes(first):
        return None
    phrase = reader.phrase(first + 1, last)
    if phrase is None or not any("document" in reader.classes(i) for i in range(phrase.first, phrase.core)):
        return None
    hit = reader.cue(phrase.last, "stated")
    return (phrase, (phrase.last, hit[0]), hit[0]) if hit is not None else None


def _document_behind(reader: Reader, first: int, last: int) -> tuple[Phrase, tuple[int, int], int] | None:
    """Return the document behind the words that open a sentence, these words, and where it ends."""
    hit = reader.cue(first, "reach")
    phrase = reader.phrase(hit[0], last) if hit is not None else None
    return (phrase, (first, hit[0]), phrase.last) if hit is not None and phrase is not None else None
