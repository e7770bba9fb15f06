"""Who says it and who passes it on: the inquit, and the pieces of it that stand around a speaker.

All positions are indices into the tokens of the draft.  Rule: inquits-v1.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from twosource.annotate.quotes.grammar import Cue
from twosource.annotate.quotes.reader import DASHES, Phrase, Reader
from twosource.annotate.quotes.titled import phrase_at

LONGEST_CLAUSE = 20
"""How many tokens a relative clause inside an inquit may have."""


@dataclass(slots=True)
class Inquit:
    """Who says it.  ``relays`` are those that pass it on, nearest to the report first; ``last`` is exclusive."""

    first: int
    last: int
    cue: tuple[int, int]
    verb: Cue | None = None
    speaker: Phrase | None = None
    relays: list[Phrase] = field(default_factory=list)
    medium: Phrase | None = None
    addressee: Phrase | None = None
    document: Phrase | None = None
    adds: bool = False
    cited: bool = False


def author(reader: Reader, phrase: Phrase) -> Phrase:
    """Return who speaks in a document ("en uttalelse fra X" -> X), the phrase itself where it is no document."""
    if phrase.of is not None and any("document" in reader.classes(i) for i in range(phrase.first, phrase.core)):
        return phrase.of
    return phrase


def past_adverbs(reader: Reader, index: int, limit: int) -> int:
    """Return the first token at or after ``index`` that is no adverb."""
    while index < limit:
        hit = reader.cue(index, "adverb")
        if hit is not None and not _is_formula(reader, index):
            index = hit[0]
        elif _is_adverb(reader, index) and not _is_formula(reader, index):
            index += 1
        else:
            break
    return index


def _is_adverb(reader: Reader, index: int) -> bool:
    """Tell whether a word is an adverb: none that opens a sentence, none that is a name."""
    if "adverb" not in reader.classes(index):
        return False
    return not reader.is_capital(index) or not (reader.is_head(index) or index in reader.named)


def _is_formula(reader: Reader, index: int) -> bool:
    return reader.cue(index, "according") is not None


def past_occasion(reader: Reader, inquit: Inquit, index: int, limit: int) -> int:
    """Return where the speaker begins behind "in a statement" or "at the summit" that parts him from his verb."""
    if "preposition" not in reader.classes(index) or reader.classes(index) & {"determiner", "addressee"}:
        return index
    phrase = reader.phrase(index + 1, limit, attach=False)
    if phrase is None or phrase.last >= limit or not reader.is_word(phrase.last):
        return index
    for kind in ("document", "occasion"):
        if any(kind in reader.classes(i) for i in range(phrase.first, phrase.core)):
            inquit.document = phrase if kind == "document" else None
            return past_adverbs(reader, phrase.last, limit)
    return index


def past_restriction(reader: Reader, index: int, limit: int) -> int:
    """Return the last verb of saying behind a relative clause without commas ("an official who knew it told X")."""
    for at in range(min(index + LONGEST_CLAUSE, limit) - 1, index + 1, -1):
        verb = reader.verb(at)
        if verb is not None and (verb[0] >= limit or verb[0] in reader.media):
            return at
    return index


def is_described(reader: Reader, inquit: Inquit, limit: int) -> bool:
    """Tell whether a relative clause that ends the sentence describes who speaks, or a document."""
    if "document" in reader.classes(inquit.last - 1):
        return True
    speaker = inquit.speaker
    if speaker is None or speaker.name is not None or any(reader.char(i) in ",;:" for i in range(inquit.last, limit)):
        return False
    return bool(
        reader.classes(speaker.first) & {"indefinite", "quantity"} or "unnamed" in reader.classes(speaker.core - 1)
    )


def _cited(reader: Reader, inquit: Inquit, index: int, limit: int) -> int:
    """Read ", som viser til X": who was named passes it on, X says it; return the end or 0."""
    at = index + 1 if reader.char(index) == "," else index
    citing = reader.cue(at, "citing")
    if citing is None or inquit.speaker is None:
        return 0
    phrase = phrase_at(reader, citing[0], limit)
    if phrase is None or (reader.is_medium(phrase) and not reader.is_medium(inquit.speaker)):
        return 0
    inquit.relays.append(inquit.speaker)
    inquit.speaker = author(reader, phrase)
    return phrase.last


def _cited_by(reader: Reader, inquit: Inquit, index: int, limit: int) -> int:
    """Read ", quoted by X": X passes on what who was named says; return the end or 0."""
    at = index + 1 if reader.char(index) == "," else index
    hit = reader.cue(at, "cited_by")
    phrase = phrase_at(reader, hit[0], limit, attach=False) if hit is not None and inquit.speaker is not None else None
    if phrase is None:
        return 0
    inquit.relays.insert(0, phrase)
    inquit.cited = True
    return phrase.last


def _passed_on(reader: Reader, inquit: Inquit, index: int, limit: int) -> int:
    """Read "Reutersin mukaan" behind a speaker: the medium passes it on; return the end or 0."""
    end = reader.media[index][0] if index in reader.media else limit
    formula = reader.cue(end, "according_after") if end < limit else None
    if formula is None:
        return 0
    inquit.relays.insert(0, Phrase(index, end, end, (index, end)))
    return formula[0]


def relay(reader: Reader, inquit: Inquit, index: int, limit: int) -> int:
    """Read ", ifølge X" or ", skriver X" behind an inquit; return its end or ``index``."""
    cited = _cited(reader, inquit, index, limit) or _cited_by(reader, inquit, index, limit)
    cited = cited or _passed_on(reader, inquit, index, limit)
    if cited > index:
        return cited
    at = index + 1 if reader.char(index) == "," or (reader.char(index) in DASHES and reader.char(index)) else index
    formula = reader.cue(at, "according")
    verb = reader.verb(at) if at > index else None
    if formula is None and (verb is None or "direct" not in verb[1].takes):
        return index
    begin = formula[0] if formula is not None else verb[0] if verb is not None else at
    phrase = phrase_at(reader, begin, limit)
    if phrase is None or "first_person" in reader.classes(phrase.first):
        return index
    inquit.relays.insert(0, author(reader, phrase))
    return phrase.last
