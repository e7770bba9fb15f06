"""Clauses of a language with a sentence bracket: the verb stands second in a main clause, last in the others (German).

All positions are indices into the tokens of the draft.  Rule: bracket-v1.
"""

from __future__ import annotations

from dataclasses import dataclass

from twosource.annotate.quotes.reader import DASHES, Reader
from twosource.annotate.quotes.segments import Line, find_marked

COMPLEMENTS = frozenset({"that", "whether", "infinitive"})
"""Kinds of clauses that can be what somebody says."""
DEPENDENT = COMPLEMENTS | {"relative", "subjunction", "piece"}
"""Kinds of clauses that go with the clause before them."""
_CLOSED = frozenset(
    {
        "preposition",
        "determiner",
        "article",
        "oblique",
        "reflexive",
        "adverb",
        "and",
        "break",
        "relative",
        "that",
        "subjunction",
        "subject",
        "infinitive",
    }
)


@dataclass(slots=True)
class Clause:
    """Tokens ``first`` to ``last`` (exclusive) between two marks; ``mark`` is the one in front of them.

    ``kind``: that, whether, infinitive, relative, subjunction, main, or piece (no verb of its own); ``verb`` is its
    first finite verb, -1 where none is known; ``mood`` tells that this verb stands in the subjunctive, ``guessed``
    that only its ending and place tell so, ``final`` that it closes the clause, as where the clause depends on another.
    """

    first: int
    last: int
    mark: str
    kind: str = "piece"
    verb: int = -1
    mood: bool = False

    final: bool = False
    guessed: bool = False


def find_clauses(reader: Reader, first: int, last: int) -> list[Clause]:
    """Return the clauses of a sentence in order; what stands in quote marks or brackets is not divided."""
    closed = {m.opened: m.after for m in find_marked(reader, Line(first, last, "paragraph", -1, False)) if m.closed}
    found: list[Clause] = []
    start, mark, index = first, "", first
    while index <= last:
        if index in closed:
            index = min(closed[index], last)
            continue
        if index < last and reader.char(index) == "(":
            index = _past_brackets(reader, index, last)
            continue
        if start < index < last and (_opens_that(reader, index) or _opens_verb(reader, index)):
            found.append(_described(reader, Clause(start, index, mark)))
            start, mark = index, ","
        if index == last or _divides(reader, index, first):
            if start < index:
                found.append(_described(reader, Clause(start, index, mark)))
            start, mark = index + 1, reader.char(index)
        index += 1
    return found


def _opens_that(reader: Reader, index: int) -> bool:
    """Tell whether a that-clause begins at the token without a comma in front of it."""
    if "that" not in reader.classes(index) or not reader.is_word(index - 1):
        return False
    return not reader.classes(index - 1) & {"and", "break", "adverb", "focus", "preposition", "so_said", "purpose"}


def _opens_verb(reader: Reader, index: int) -> bool:
    """Tell whether "and" and a verb of saying begin a clause without a subject of its own ("... und kündigte an")."""
    if "and" not in reader.classes(index) or index + 1 >= len(reader.tokens) or reader.is_capital(index + 1):
        return False
    return reader.verb(index + 1) is not None or reader.tokens[index + 1].fold in reader.grammar.parted_verbs


def _past_brackets(reader: Reader, index: int, last: int) -> int:
    for at in range(index + 1, min(index + 40, last)):
        if reader.char(at) == ")":
            return at + 1
    return index + 1


def _divides(reader: Reader, index: int, first: int) -> bool:
    """Tell whether a mark stands between two clauses."""
    mark = reader.char(index)
    if mark in DASHES:
        return not reader.glued(index) and not reader.glued(index + 1) and index > first
    if mark == ",":
        return not (reader.char(index - 1).isdigit() and reader.char(index + 1).isdigit() and reader.glued(index + 1))
    return mark == ";" or (mark == ":" and not reader.glued(index + 1))


def _described(reader: Reader, clause: Clause) -> Clause:
    """Return the clause with its kind and its finite verb."""
    at = clause.first
    while at + 1 < clause.last and (reader.classes(at) & {"break", "and", "focus"} or not reader.is_word(at)):
        if reader.classes(at) & {"that", "subjunction", "whether"}:
            break
        at += 1
    clause.verb = _finite(reader, at, clause.last)
    closing = all(_known(reader, i) for i in range(clause.verb + 1, clause.last))
    clause.final = clause.verb > at + 1 and closing
    clause.mood = clause.verb >= 0 and any(is_mood(reader, i) for i in range(at, clause.last))
    if clause.verb < 0 and (verb := _unknown_mood(reader, at, clause.last)) >= 0:
        clause.verb, clause.mood, clause.guessed = verb, True, True
    clause.kind = _kind(reader, at, clause)
    return clause


def _kind(reader: Reader, at: int, clause: Clause) -> str:
    """Return the kind of a clause by its first word ``at``, its verb and where that stands."""
    kinds = reader.classes(at)
    infinitive = has_infinitive(reader, at, clause.last)
    if "that" in kinds:
        return "that"
    if "purpose" in kinds and infinitive:
        return "subjunction"
    if "subjunction" in kinds and "preposition" not in kinds and _is_final(clause):
        return "subjunction"
    if "whether" in kinds and _is_final(clause):
        return "whether"
    if clause.mark == "," and _is_relative(reader, at, clause):
        return "relative"
    if clause.verb >= 0:
        return "main"
    return "infinitive" if infinitive else "piece"


def is_mood(reader: Reader, index: int) -> bool:
    """Tell whether a word is a verb in the subjunctive."""
    if "subjunctive" not in reader.classes(index) or reader.is_capital(index):
        return False
    return not any("first_person" in reader.classes(at) for at in (index - 1, index + 1) if at >= 0)


def is_sure(reader: Reader, clause: Clause) -> bool:
    """Tell whether a clause has a verb in the mood that little but reported speech takes."""
    if clause.guessed:
        return True
    return clause.mood and any(
        is_mood(reader, index) and "doubtful_mood" not in reader.classes(index)
        for index in range(clause.first, clause.last)
    )


def stands_second(reader: Reader, clause: Clause) -> bool:
    """Tell whether the verb of a main clause stands behind a first phrase, which is no relative word."""
    kinds = reader.classes(clause.first)
    if clause.kind != "main" or clause.final or clause.verb <= clause.first or kinds & {"break", "and"}:
        return False
    if "relative" not in kinds:
        return True
    phrase = reader.phrase(clause.first, clause.verb)
    return phrase is not None and phrase.last >= clause.verb and reader.is_capital(phrase.core - 1)


def _known(reader: Reader, index: int) -> bool:
    """Tell whether the tables know a word as a finite verb."""
    if reader.is_capital(index) and not reader.is_head(index):
        return False
    kinds = reader.classes(index)
    if "infinitive" in reader.classes(index - 1):
        return False
    if kinds & {"auxiliary", "subjunctive", "hearsay_modal"}:
        return "determiner" not in kinds or not (reader.is_capital(index + 1) or reader.char(index + 1)[:1].islower())
    if "infinitive" in reader.classes(index + 1) or "so_said" in kinds:
        return False
    if "finite" in kinds or reader.verb(index) is not None:
        return True
    return reader.tokens[index].fold in reader.grammar.parted_verbs


def _finite(reader: Reader, first: int, last: int) -> int:
    """Return the first finite verb of a clause: one that the tables know, else one by where it stands, else -1."""
    known = next((i for i in range(first, last) if reader.is_word(i) and _known(reader, i)), -1)
    if known >= 0 or has_infinitive(reader, first, last):
        return known
    return next((i for i in range(first, last) if _looks_finite(reader, i, last)), -1)


def _unknown_mood(reader: Reader, first: int, last: int) -> int:
    """Return the verb that looks like the subjunctive right behind the phrase that opens a clause, -1 without one."""
    for index in range(first + 1, last):
        if looks_mood(reader, index):
            phrase = reader.phrase(first, index)
            return index if phrase is not None and phrase.last == index else -1
    return -1


def looks_mood(reader: Reader, index: int) -> bool:
    """Tell whether an unknown word stands like a verb in the subjunctive behind a subject ("Dies bedinge ...")."""
    grammar = reader.grammar
    if not grammar.mood_endings or index < 1 or not reader.char(index).islower() or reader.classes(index):
        return False
    fold = reader.tokens[index].fold
    if not fold.endswith(grammar.mood_endings) or fold.endswith(grammar.verb_endings) or index in reader.cues:
        return False
    before = reader.classes(index - 1)
    if not (reader.is_capital(index - 1) or before & {"subject", "anaphor"}) or before & {
        "preposition",
        "first_person",
    }:
        return False
    return not reader.is_word(index + 1) or (_closed(reader, index + 1) and not reader.is_capital(index + 1))


def _looks_finite(reader: Reader, index: int, last: int) -> bool:
    """Tell whether an unknown word stands like a verb: small, with no noun phrase that it could open behind it."""
    if not reader.is_word(index) or not reader.char(index)[0].islower() or reader.classes(index) & _CLOSED:
        return False
    if not reader.tokens[index].fold.endswith(reader.grammar.verb_endings):
        return False
    at = index + 1
    while at < last and reader.char(at)[0].islower() and not reader.classes(at) & _CLOSED:
        at += 1
    return at == last or not reader.is_word(at) or bool(reader.classes(at) & _CLOSED)


def has_infinitive(reader: Reader, first: int, last: int) -> bool:
    """Tell whether "zu" and an infinitive, or both in one word, stand in a clause."""
    for index in range(first, last):
        if "infinitive" in reader.classes(index) and not reader.is_capital(index):
            word = reader.tokens[index].fold
            if reader.grammar.bracket_infinitive in (word, ""):
                behind = reader.char(index + 1)
                if index + 1 < last and behind.islower() and behind.endswith("n") and not _closed(reader, index + 1):
                    return True
            elif word.endswith("n"):
                return True
    return False


def _closed(reader: Reader, index: int) -> bool:
    return bool(reader.classes(index) & _CLOSED)


def _is_final(clause: Clause) -> bool:
    """Tell whether the finite verb of a clause stands at its end, or nothing is known of it."""
    if clause.verb < 0:
        return True
    return clause.final or clause.verb >= clause.last - 2


def _is_relative(reader: Reader, at: int, clause: Clause) -> bool:
    """Tell whether a clause opens with a relative word, a preposition in front of it left out, and ends in its verb."""
    if "preposition" in reader.classes(at) and at + 1 < clause.last:
        at += 1
    kinds = reader.classes(at)
    if "relative" not in kinds or at + 1 >= clause.last:
        return False
    if "article" not in kinds and "determiner" not in kinds:
        return True
    return clause.final
