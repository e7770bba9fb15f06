"""Main clauses that are themselves an account of what somebody holds ("X fordert mehr Geld", "X rechnet mit Y").

All positions are indices into the tokens of the draft.  Rule: frames-v1:report.
"""

from __future__ import annotations

from twosource.annotate.quotes.bracket import Clause
from twosource.annotate.quotes.governors import (
    agent_of,
    find_verb,
    has_preposition,
    inquit_of,
    is_free,
    is_passive,
    parted_at,
    shape_of,
)
from twosource.annotate.quotes.grammar import Cue
from twosource.annotate.quotes.inquit import Inquit
from twosource.annotate.quotes.reader import OPENERS, Phrase, Reader


def find_report(reader: Reader, clauses: list[Clause], number: int) -> Inquit | None:
    """Return the inquit of a main clause that is itself an account of what somebody said ("X fordert mehr Geld")."""
    clause = clauses[number]
    if clause.kind not in ("main", "relative") or clause.verb < 0:
        return None
    return _told(reader, clauses, number) or (_held(reader, clauses, number) if clause.kind == "main" else None)


def _told(reader: Reader, clauses: list[Clause], number: int) -> Inquit | None:
    """Return the inquit of a verb of saying that tells what is demanded, feared or announced with its object."""
    clause = clauses[number]
    hit = find_verb(reader, clause, "report")
    if hit is None:
        return None
    index, end, cue, shape = hit
    if shape != "finite" and not (shape == "other" and "have" in reader.classes(clause.verb)):
        return None
    words = range(clause.first, clause.last)
    if not has_preposition(reader, clause, cue):
        return None
    if is_passive(reader, clause) or any("victims" in reader.classes(i) for i in words):
        return None
    found = inquit_of(reader, clauses, number, (index, end), cue, shape)
    return found if found is not None and found.speaker is not None else None


def _held(reader: Reader, clauses: list[Clause], number: int) -> Inquit | None:
    """Return the inquit of a verb that tells with its object what somebody expects, denies or holds something for."""
    clause = clauses[number]
    if clause.mood:
        return None
    hit = _verb(reader, clause)
    if hit is None:
        return None
    index, end, cue, shape = hit
    passive = shape == "other" and is_passive(reader, clause)
    if shape == "other" and not passive and "have" not in reader.classes(clause.verb):
        return None
    if passive:
        agent = agent_of(reader, clause) if not _by(reader, cue) else None
        return Inquit(index, end, (index, end), cue, agent) if agent is not None else None
    found = inquit_of(reader, clauses, number, (index, end), cue, shape)
    if found is None or found.speaker is None or not _tells(reader, clause, found.speaker):
        return None
    named = not cue.prepositions and any(reader.char(i) in OPENERS for i in range(clause.first, clause.last))
    return None if named else found


def _verb(reader: Reader, clause: Clause) -> tuple[int, int, Cue, str] | None:
    """Return the last verb of a clause that tells what somebody holds: first token, end, record and shape."""
    for index in range(clause.last - 1, clause.first - 1, -1):
        for end, cue in reader.cues.get(index, ()):
            if cue.kind == "report" and end <= clause.last and is_free(reader, index, clause):
                shape = shape_of(reader, clause, index, cue.shape)
                stands = end >= clause.last - 1 if shape == "other" else index == clause.verb
                if stands and has_preposition(reader, clause, cue):
                    return index, end, cue, shape
        for cue in parted_at(reader, clause, index, reader.grammar.parted_reports):
            return index, index + 1, cue, "finite"
    return None


def _by(reader: Reader, cue: Cue) -> bool:
    """Tell whether what a verb wants in front of what is held is also how a passive names who holds it ("von")."""
    return any("agent" in reader.grammar.classes(word) for word in cue.prepositions)


def _tells(reader: Reader, clause: Clause, speaker: Phrase) -> bool:
    """Tell whether a clause names beside its subject what is held, and does not only point back to it ("das")."""
    if reader.classes(speaker.first) & {"anaphor", "first_person", "impersonal"}:
        return False
    if "anaphor" in reader.classes(clause.first) and clause.first + 1 == clause.verb:
        return False
    inside = range(speaker.first, speaker.last)
    return any(
        i not in inside and ((reader.is_capital(i) and i > clause.first) or reader.char(i).isdigit())
        for i in range(clause.first, clause.last)
    )
