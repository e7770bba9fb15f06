"""Sentences that say where the statements around them come from ("Det skriver Reuters.").

Rule: anaphora-v1.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from twosource.annotate.quotes.inquit import Inquit, author, past_adverbs
from twosource.annotate.quotes.inquits import inquit_after, read_tail
from twosource.annotate.quotes.reader import Phrase, Reader


@dataclass(slots=True)
class Source:
    """Who an anaphoric sentence names: ``relays`` nearest to the report first, then ``speaker``.

    ``kind``: reach (it is their statement), message (their words, which somebody may have passed on), carry (they
    relay what comes before and after in the paragraph), cites (who is behind what a medium has said).
    """

    kind: str
    speaker: Phrase
    cue: tuple[int, int]
    relays: list[Phrase] = field(default_factory=list)
    document: Phrase | None = None


def read_source(reader: Reader, first: int, last: int) -> Source | None:
    """Return the source that a sentence names for others, or None where it is no such sentence.

    Args:
        reader: The tokens.
        first: The sentence's first token.
        last: The token behind its last word or mark, the end mark left out.
    """
    for kind in ("carry", "message", "reach"):
        hit = reader.cue(first, kind)
        if hit is not None:
            return _named(reader, kind, first, hit[0], last)
    if "anaphor" not in reader.classes(first):
        return _cites(reader, first, last)
    at = first + 1
    inquit = inquit_after(reader, at, last) if at < last else None
    if inquit is None or inquit.speaker is None or (inquit.verb and inquit.verb.kind == "according"):
        return None
    if inquit.verb and inquit.verb.polarity != "affirmed":
        return None
    if inquit.last < last and not _relative(reader, inquit.last):
        return None
    return _source("reach", inquit)


def _cites(reader: Reader, first: int, last: int) -> Source | None:
    """Read "Byrået viser til X": a medium names whom it has it from."""
    phrase = reader.phrase(first, last) if reader.standing.has_cue("cites", first, last) else None
    if phrase is None or not reader.is_medium(phrase):
        return None
    cites = reader.cue(phrase.last, "cites")
    cited = reader.phrase(cites[0], last) if cites is not None and cites[0] < last else None
    if cites is None or cited is None or (cited.last < last and reader.is_word(cited.last)):
        return None
    return Source("cites", author(reader, cited), (phrase.last, cites[0]), [phrase])


def _relative(reader: Reader, index: int) -> bool:
    """Tell whether only a relative clause or an addition follows."""
    if reader.char(index) != ",":
        return False
    small = reader.classes(index + 1) & {"relative", "break", "subjunction"}
    return bool(small) or reader.cue(index + 1, "subjunction") is not None


def _named(reader: Reader, kind: str, first: int, begin: int, last: int) -> Source | None:
    """Read who is named behind an anaphoric phrase."""
    phrase = reader.phrase(past_adverbs(reader, begin, last), last)
    if phrase is None:
        return None
    inquit = Inquit(first, phrase.last, (first, begin), None, author(reader, phrase))
    if inquit.speaker is not phrase:
        inquit.document = phrase
    if reader.cue(inquit.last + 1, "citing") is None:
        inquit.last = _past_relative(reader, inquit, last)
    return _source(kind, read_tail(reader, inquit, last))


def _past_relative(reader: Reader, inquit: Inquit, last: int) -> int:
    """Return the end of ", som de ansatte fik," behind a document; note the medium that has seen it."""
    begin = inquit.last
    for index in range(begin, min(begin + 12, last)):
        if reader.char(index) == "," and "relative" in reader.classes(index + 1):
            inquit.relays.extend(_readers(reader, index + 2, last))
            return next((at for at in range(index + 2, last) if reader.char(at) == ","), last)
        if reader.char(index) == ",":
            break
    return begin


def _readers(reader: Reader, first: int, last: int) -> list[Phrase]:
    """Return the medium that has seen a document ("et brev, som Reuters har læst")."""
    for index in range(first, min(first + 8, last)):
        if index in reader.media:
            end = reader.media[index][0]
            return [Phrase(index, end, end, (index, end))]
        if reader.char(index) == ",":
            break
    return []


def _source(kind: str, inquit: Inquit) -> Source | None:
    if inquit.speaker is None:
        return None
    relays = list(inquit.relays)
    if inquit.medium is not None:
        relays.append(inquit.medium)
    return Source(kind, inquit.speaker, inquit.cue, relays, inquit.document)
