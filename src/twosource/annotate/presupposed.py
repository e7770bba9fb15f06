"""What a demand, a denial or a call takes for granted ("asks for help after the flood that killed six").

Nobody is the authority for it.  Rule: attributions-v1:presupposed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from twosource.annotate.quotes.reader import Reader
from twosource.language.tables import read_toml
from twosource.model import Attribution, Quote, Reason, Span

PATH = Path(__file__).parent.parent / "data" / "judging.toml"
OPENING = 2
"""The first words of what is said, which open it and no clause inside it."""


def find_presupposed(reader: Reader, quotes: Iterable[Quote]) -> Iterator[Attribution]:
    """Yield the relative and time clauses inside what somebody demands, denies or calls for, on no authority."""
    for quote in quotes:
        if quote.direct or not quote.origin or quote.cue is None or not _unasserted(reader, quote):
            continue
        tokens = reader.draft.token_range(quote.span)
        at = next((i for i in range(tokens.start + OPENING, tokens.stop) if _opens(reader, i)), None)
        if at is not None:
            span = Span(reader.tokens[at].start, quote.span.end)
            yield Attribution(span, (), Reason("attributions-v1:presupposed", 0.6, "", (quote.cue,)))


@cache
def _unasserting() -> frozenset[str]:
    """Return the ids of the verbs by which somebody does not say that what stands behind them is so."""
    return frozenset(read_toml(PATH)["unasserted"])


def _unasserted(reader: Reader, quote: Quote) -> bool:
    """Tell whether a verb asks, calls for or denies what it takes; a noun that is announced is not told either."""
    hits = reader.cues.get(reader.draft.token_range(quote.cue).start, ()) if quote.cue is not None else ()
    verbs = {hit.id for _, hit in hits if hit.kind in ("cue", "report")}
    return bool(verbs & _unasserting()) or ("announce" in verbs and quote.reason.rule.endswith(":object"))


def _opens(reader: Reader, index: int) -> bool:
    """Tell whether a token opens a relative clause or a clause of time or reason."""
    kinds = reader.classes(index)
    if kinds & {"subjunction", "time_clause"}:
        return True
    if reader.cue(index, "subjunction") is not None:
        return True
    if "relative" not in kinds or reader.verb(index - 1) is not None:
        return False
    behind_comma = reader.char(index - 1) == "," or reader.char(index - 2) == ","
    return behind_comma or not kinds & {"article", "determiner", "that", "subject"} or _bare(reader, index)


def _bare(reader: Reader, index: int) -> bool:
    """Tell whether "that" stands right behind a noun and in front of what may be a verb ("the fire that killed")."""
    kinds = reader.classes(index)
    noun = reader.is_word(index - 1) and not reader.classes(index - 1)
    return "that" in kinds and noun and "subject" not in reader.classes(index + 1)
