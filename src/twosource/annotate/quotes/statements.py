"""What opens and closes a statement: how far it reaches behind "Laut X ...", who is spoken to in front of it.

All positions are indices into the tokens of the draft.  Rule: indirect-v1:according.
"""

from __future__ import annotations

from twosource.annotate.quotes.bracket import find_clauses
from twosource.annotate.quotes.clauses import clause_end, clause_start
from twosource.annotate.quotes.found import Found
from twosource.annotate.quotes.inquit import Inquit
from twosource.annotate.quotes.inquits import inquit_after, read_tail
from twosource.annotate.quotes.reader import DASHES, Phrase, Reader

NEAREST = 6
"""So many tokens in front of what somebody else says its clause may begin."""
SHORTEST = 2
"""The fewest tokens of a statement."""


def authority_within(reader: Reader, first: int, index: int, last: int) -> Inquit | None:
    """Return the according-to phrase at a token, a place behind it left to a clause that has none of its own.

    Behind nothing but a subject and its verb the place where it happened is still to come, so that a common noun with
    "in" that ends the sentence belongs to the clause and not to the authority.
    """
    inquit = inquit_after(reader, index, last)
    if inquit is None or inquit.speaker is None or inquit.last < last or reader.grammar.bracket:
        return inquit
    speaker, subject = inquit.speaker, reader.phrase(first, index)
    if subject is None or subject.last != index - 1 or speaker.name is not None or speaker.last != inquit.last:
        return inquit
    if any(reader.is_capital(i) for i in range(speaker.core, speaker.last)):
        return inquit
    if "affiliation" in reader.classes(speaker.core):
        inquit.speaker, inquit.last = Phrase(speaker.first, speaker.core, speaker.core), speaker.core
    return inquit


def past_relative(reader: Reader, index: int, last: int) -> int:
    """Return where a sentence goes on behind an authority that ends at ``index`` and a relative clause about it."""
    if reader.char(index) != "," or not reader.grammar.bracket:
        return index + (reader.char(index) == ",")
    clauses = find_clauses(reader, index + 1, last)
    if len(clauses) > 1 and "relative" in reader.classes(clauses[0].first) and clauses[0].final:
        return clauses[1].first
    return index + 1


def statement_end(reader: Reader, start: int, last: int) -> int:
    """Return where the statement that begins at ``start`` ends, at most at ``last``."""
    if not reader.grammar.bracket:
        return clause_end(reader, start, last)
    end = start + 1
    for number, clause in enumerate(find_clauses(reader, start, last)):
        opens = "break" in reader.classes(clause.first) and "and" not in reader.classes(clause.first)
        if number and (clause.mark == ";" or (clause.kind == "main" and opens and not clause.mood)):
            break
        end = clause.last
    return end


def statement_around(reader: Reader, first: int, index: int, behind: int, last: int) -> tuple[int, int]:
    """Return the first token and the end of the statement that an authority at ``index`` stands in the middle of.

    Args:
        reader: The tokens.
        first: Where the statement may begin.
        index: The first token of the authority and its preposition.
        behind: The token behind them.
        last: The token behind the sentence.
    """
    start, end = clause_start(reader, first, index), clause_end(reader, behind, last) if behind < last else last
    if not reader.grammar.bracket:
        return start, end
    inside, end = False, behind
    for clause in find_clauses(reader, start, last):
        if clause.first <= index < clause.last and clause.kind == "relative":
            return clause.first, max(clause.last, behind)
        opens = "break" in reader.classes(clause.first) and "and" not in reader.classes(clause.first)
        if inside and (clause.mark == ";" or (clause.kind == "main" and opens and not clause.mood)):
            break
        inside, end = inside or clause.last > index, max(behind, clause.last)
    return start, end


def contrasted(reader: Reader, first: int, inner: Found, last: int) -> int:
    """Return the comma that ends what an authority in front of a sentence is told for, ``first`` where none does.

    "Ifølge politiet kom 10.000, mens arrangørene sier at 30.000 kom": what others say stands in a clause of its own.

    Args:
        reader: The tokens.
        first: The token behind the authority.
        inner: What somebody else says in the sentence.
        last: The token behind the sentence.
    """
    inquit = inner.inquit
    begin = inner.first if inquit is None else min(inner.first, inquit.first)
    if inquit is not None and inquit.speaker is not None:
        begin = min(begin, inquit.speaker.first)
    start = past_relative(reader, first, last)
    for comma in range(begin - 1, max(start, begin - NEAREST) - 1, -1):
        if reader.char(comma) != "," or comma < start + SHORTEST:
            continue
        opens = reader.classes(comma + 1) & {"break", "subjunction", "time_clause", "but"}
        alone = reader.grammar.bracket and comma + 1 == begin and "relative" not in reader.classes(start)
        if opens or reader.cue(comma + 1, "subjunction") is not None or alone:
            return comma
    return first


def fronted_medium(reader: Reader, first: int, index: int) -> Phrase | None:
    """Return the medium spoken to that opens the sentence of the verb at ``index`` ("Til NRK sier X")."""
    hit = reader.cue(first, "medium")
    phrase = reader.phrase(hit[0], index, attach=False) if hit is not None and hit[0] < index else None
    return phrase if phrase is not None and phrase.last == index and reader.is_medium(phrase) else None


def closes_in_passive(reader: Reader, index: int, last: int) -> bool:
    """Tell whether an inquit without a speaker ends a sentence at the token (", oplyses det")."""
    hit = reader.verb(index, "passive")
    if hit is None or reader.char(index - 1) != ",":
        return False
    return "impersonal" in reader.classes(hit[0]) and hit[0] + 1 >= last


def may_close(reader: Reader, index: int) -> bool:
    """Tell whether a mark can part a statement from the inquit behind it; a dash where the speaker follows his verb."""
    if reader.char(index) in DASHES and reader.char(index):
        apart = not reader.glued(index) and not reader.glued(index + 1)
        return apart and not reader.grammar.verb_second and reader.verb(index + 1) is not None
    doubled = reader.char(index) == "'" and reader.char(index - 1) == "'" and reader.glued(index)
    return doubled or reader.char(index) in ',?!»”"'


def take_between(reader: Reader, inquit: Inquit, phrase: Phrase, index: int) -> None:
    """Take what stands between a speaker and his verb into the inquit: a medium, a document, who passes it on."""
    between = read_tail(reader, Inquit(index, phrase.last, (index, index), None, phrase), index)
    inquit.medium, inquit.document = between.medium or inquit.medium, between.document
    if between.cited:
        inquit.relays = between.relays
    elif phrase in between.relays and between.last + 1 == index and reader.char(between.last) == ",":
        inquit.relays, inquit.speaker = between.relays, between.speaker


def cite(reader: Reader, found: Found, index: int, cited: Phrase) -> bool:
    """Put whom a medium cites at the token behind the medium that says it; tell whether there is one."""
    phrase = found.speaker or (found.inquit.speaker if found.inquit is not None else None)
    if phrase is None or reader.cue(index, "citing") is None or not reader.is_medium(phrase):
        return False
    found.above.append(phrase)
    found.speaker = cited
    return True
