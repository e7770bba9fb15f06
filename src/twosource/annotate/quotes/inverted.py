"""Inquits behind what was said, in a sentence bracket: "sagte X", "so X", "hat X gesagt", "teilte X mit".

All positions are indices into the tokens of the draft.  Rule: frames-v1.
"""

from __future__ import annotations

from twosource.annotate.quotes.bracket import Clause, find_clauses
from twosource.annotate.quotes.governors import agent_of, find_verb, is_passive
from twosource.annotate.quotes.grammar import Cue
from twosource.annotate.quotes.inquit import Inquit, author
from twosource.annotate.quotes.inquits import read_tail
from twosource.annotate.quotes.reader import Reader
from twosource.annotate.quotes.subjects import subject_after
from twosource.annotate.quotes.titled import phrase_at

FARTHEST = 60
"""How many tokens behind what was said its inquit may end."""


def find_inverted(reader: Reader, clauses: list[Clause], number: int) -> Inquit | None:
    """Return the inquit that clause ``number`` is ("sagte X", "so X", "hat X gesagt", "teilte X mit"), or None."""
    clause = clauses[number]
    if clause.mark not in (",", *"–—-") or clause.kind in ("that", "relative", "subjunction"):
        return None
    index = clause.first
    so = "so_said" in reader.classes(index)
    if so:
        if reader.verb(index + 1) is None:
            return _so(reader, clause)
        index += 1
    if index != clause.verb and not (so and reader.verb(index)):
        return None
    hit = find_verb(reader, clause, "direct")
    if hit is None or (hit[0] > index and hit[3] == "finite"):
        return None
    start, end, cue, shape = hit
    if shape == "other" and not ("auxiliary" in reader.classes(index) and start >= clause.last - 2):
        return None
    if shape == "passive" or (shape == "other" and is_passive(reader, clause)):
        return Inquit(index, clause.last, (start, end), cue, agent_of(reader, clause))
    phrase = subject_after(reader, end if shape == "finite" else index + 1, clause.last)
    if phrase is None or "first_person" in reader.classes(phrase.first) or (number and _pieces_before(clauses, number)):
        return None
    found = Inquit(index, phrase.last, (start, end), cue, author(reader, phrase))
    if found.speaker is not phrase:
        found.document = phrase
    read_tail(reader, found, clause.last)
    found.last = clause.last
    return found


def _pieces_before(clauses: list[Clause], number: int) -> bool:
    """Tell whether nothing but a phrase and its additions stand in front of a verb, which is then no inquit's."""
    return all(clause.kind in ("piece", "relative") for clause in reversed(clauses[:number]))


def _so(reader: Reader, clause: Clause) -> Inquit | None:
    """Read ", so X": nothing but a phrase and its tail."""
    phrase = phrase_at(reader, clause.first + 1, clause.last)
    if phrase is None or clause.verb > clause.first:
        return None
    if any("as_said" in reader.classes(at) for at in range(phrase.first, clause.last)):
        return None  # "so viele wie nie"
    if reader.char(phrase.first)[0].islower() and not reader.classes(phrase.first) & {"determiner", "subject"}:
        return None
    found = Inquit(
        clause.first, phrase.last, (clause.first, clause.first + 1), Cue("cue", "so"), author(reader, phrase)
    )
    read_tail(reader, found, clause.last)
    if found.last < clause.last - 6:
        return None
    found.last = clause.last
    return found


def inverted_at(reader: Reader, index: int, limit: int) -> Inquit | None:
    """Return the inquit that follows what was said, from the token on ("gab ein Sprecher von X bekannt")."""
    end = next((at for at in range(index, min(index + FARTHEST, limit)) if reader.char(at) in ".!?"), -1)
    clauses = find_clauses(reader, index, end if end >= 0 else min(index + FARTHEST, limit))
    if not clauses:
        return None
    clauses[0].mark = ","
    return find_inverted(reader, clauses[:1], 0)
