"""What stands in front of what is said and is no part of it: datelines without a dash, pronouns hung on a verb.

All positions are indices into the tokens of the draft.  Rule: openings-v1.
"""

from __future__ import annotations

from twosource.annotate.quotes.bounds import described_body
from twosource.annotate.quotes.grammar import STOPS
from twosource.annotate.quotes.phrase import Phrase
from twosource.annotate.quotes.reader import Reader
from twosource.annotate.quotes.segments import PAIRS
from twosource.annotate.quotes.titled import phrase_at

LONGEST = 8
"""The most tokens that a dateline without a dash may have."""
OFFICE = 4
"""How many words a speaker's office may have between a medium and his name."""


def past_dateline(reader: Reader, first: int, last: int) -> int:
    """Return the token behind "Kiel (AFP)" at the start of a sentence, ``first`` where there is no such dateline."""
    bracket = next((i for i in range(first, min(first + LONGEST, last)) if reader.char(i) == "("), -1)
    if bracket < 0 or bracket + 1 not in reader.media or reader.media[bracket + 1][1].role != "agency":
        return first
    end = reader.media[bracket + 1][0]
    if reader.char(end) != ")" or not (reader.is_capital(end + 1) or reader.char(end + 1).isdigit()):
        return first
    place = all(reader.is_capital(i) or reader.char(i) in ",-/" for i in range(first, bracket))
    return end + 1 if place or _named(reader, first, bracket) else first


def _named(reader: Reader, first: int, last: int) -> bool:
    """Tell whether one name fills the tokens ("Frankfurt am Main")."""
    if first in reader.named and reader.named[first][0] == last:
        return True
    return last - first <= 4 and reader.is_capital(first) and reader.is_capital(last - 1)


def hung_pronoun(reader: Reader, index: int, limit: int) -> Phrase | None:
    """Return the pronoun that hyphens hang on the verb before the token ("dit-il", "a-t-elle"), or None."""
    at = index
    while at + 1 < limit and reader.char(at) == "-" and reader.glued(at):
        at += 1
        if "linking" in reader.classes(at) and reader.char(at + 1) == "-":
            at += 1
    if at == index or at >= limit or "subject" not in reader.classes(at):
        return None
    return Phrase(at, at + 1, at + 1)


def bare_medium(reader: Reader, index: int, limit: int) -> Phrase | None:
    """Return a medium right between a verb and its speaker ("powiedział PAP rzecznik miasta"), or None."""
    end = reader.media[index][0] if index in reader.media and not reader.grammar.verb_second else limit
    if end >= limit or not reader.is_word(end) or reader.verb(end):
        return None
    holder = next((at for at in range(end, min(end + OFFICE, limit)) if _person(reader, at)), limit)
    office = all(reader.char(at).islower() and not reader.classes(at) & STOPS for at in range(end, holder))
    if "person" not in reader.classes(end) and not (holder < limit and office):
        return None
    return Phrase(index, end, end, (index, end))


def said_at(reader: Reader, behind: int, index: int, limit: int) -> Phrase | None:
    """Return the body at which the report says that it was said ("сообщили в пресс-службе порта"), or None.

    The verb in front of ``behind`` is a plural, and the words name no place, time or occasion alone.
    """
    grammar = reader.grammar
    plural = reader.tokens[behind - 1].fold.endswith(grammar.said_by) if grammar.said_by else False
    if not plural or reader.tokens[index].fold not in grammar.said_at or index + 1 >= limit:
        return None
    phrase = phrase_at(reader, index + 1, limit)
    if phrase is None:
        return None
    core, kinds = range(phrase.first, phrase.core), reader.classes(phrase.first)
    if kinds & {"occasion", "document", "adverb"} and "body" not in kinds:
        return None
    body = any(reader.classes(at) & {"body", "agency", "outlet"} for at in core)
    return phrase if body or described_body(reader, phrase.first, limit) > phrase.first else None


def marked_medium(reader: Reader, index: int, limit: int) -> Phrase | None:
    """Return the known medium whose name stands in marks at the token ("передает «Интерфакс»"), or None."""
    end = reader.media[index + 1][0] if reader.char(index) in PAIRS and index + 1 in reader.media else limit
    if end >= limit or reader.char(end) not in PAIRS[reader.char(index)]:
        return None
    return Phrase(index, end + 1, end + 1, (index + 1, end))


def told_medium(reader: Reader, behind: int, marked: Phrase, limit: int) -> Phrase:
    """Return who tells it to the medium in marks behind the verb ("рассказали «Голосу» в порту"), else the medium."""
    where = said_at(reader, behind, marked.last, limit) if marked.last + 1 < limit else None
    if where is None and marked.last < limit and "person" in reader.classes(marked.last):
        where = reader.phrase(marked.last, limit)
    return where or marked


def medium_alone(reader: Reader, phrase: Phrase) -> Phrase:
    """Return a medium without the speaker behind it ("dijo a EFE el alcalde", "a EFE Rosa Vidal"), or the phrase."""
    for index in range(phrase.first, phrase.last):
        end = reader.media[index][0] if index in reader.media else phrase.last
        if end < phrase.last and (reader.classes(end) & {"article", "determiner", "person"} or _person(reader, end)):
            return Phrase(phrase.first, end, end, (index, end))
    return phrase


def _person(reader: Reader, index: int) -> bool:
    """Tell whether somebody's name begins at the token ("contó a EFE Rosa Vidal"): as found, or by two capitals."""
    if index in reader.named:
        return reader.named[index][1] == "person"
    small = reader.is_word(index) and reader.is_word(index + 1)
    return small and all(reader.is_capital(at) and not reader.char(at).isupper() for at in (index, index + 1))


def past_description(reader: Reader, phrase: Phrase, limit: int) -> int:
    """Return the verb of saying behind words that describe sources ("two sources close to the deal said")."""
    index = phrase.last
    described = any(reader.classes(i) & {"unnamed", "person"} for i in range(phrase.first, phrase.core))
    if not described or phrase.name is not None or not reader.is_word(index):
        return index
    for at in range(index, min(index + LONGEST, limit)):
        if reader.verb(at) is not None:
            return at
        if not reader.is_word(at) or reader.classes(at) & {"auxiliary", "relative", "that", "break"}:
            break
    return index


def past_noun(reader: Reader, index: int, limit: int) -> int:
    """Return the verb behind a noun that only ends a name ("the governor of Izmir province said"), or ``index``."""
    plain = index + 1 < limit and reader.is_word(index) and not reader.classes(index) and not reader.is_capital(index)
    return index + 1 if plain and reader.is_capital(index - 1) and reader.verb(index + 1) else index
