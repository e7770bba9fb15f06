"""The subject of a verb in a sentence bracket, without a parser: in front of it, behind it, or parted from it.

All positions are indices into the tokens of the draft.  Rule: frames-v1.
"""

from __future__ import annotations

from twosource.annotate.quotes.bracket import Clause
from twosource.annotate.quotes.inquit import past_adverbs
from twosource.annotate.quotes.reader import HEADS, OPENERS, Phrase, Reader
from twosource.annotate.quotes.titled import phrase_at

STEPS = 8
"""How many phrases may stand between a verb and its subject."""


def subject_of(reader: Reader, clauses: list[Clause], number: int, finite: int, behind: int) -> Phrase | None:
    """Return the subject of the finite verb at ``finite``, sought in front of it, then from ``behind`` on."""
    clause = clauses[number]
    if clause.kind not in ("main", "relative") and behind < clause.last and "nominative" in reader.classes(behind):
        return phrase_at(reader, behind, clause.last)
    start = clause.first
    while start < finite and (reader.classes(start) & {"break", "and"} or not reader.is_word(start)):
        if reader.char(start) in OPENERS:
            break
        start += 1
    if clause.kind == "relative":
        return _antecedent(reader, clauses, number) or subject_after(reader, start, finite)
    if clause.kind in ("that", "whether", "subjunction"):
        return subject_after(reader, start + 1, clause.last)
    if start == finite and "and" in reader.classes(clause.first):
        return _shared(reader, clauses, number)
    if start < finite:
        front = _front(reader, start, finite)
        if front is not None and not _object_first(reader, front, finite, behind, clause.last):
            return (_bare(reader, front, finite) and _known_after(reader, behind, clause.last)) or front
        return subject_after(reader, behind, clause.last)
    if number > 0 and "and" not in reader.classes(clause.first):
        whole = _interrupted(reader, clauses, number)
        if whole is not None:
            return whole
    found = subject_after(reader, behind, clause.last)
    return found if found is not None or start < finite else _shared(reader, clauses, number)


def _object_first(reader: Reader, front: Phrase, finite: int, behind: int, last: int) -> bool:
    """Tell whether a pronoun or a person behind the verb shows that what stands in front of it is no subject."""
    if behind >= last:
        return False
    if "nominative" in reader.classes(behind):
        return True
    if reader.tokens[finite].fold.endswith(reader.grammar.plural_endings):
        return False
    named = any(i in reader.named for i in range(front.first, front.core))
    known = named or any(reader.classes(i) & HEADS for i in range(front.first, front.core))
    if known and not _given_to(reader, front):
        return False
    phrase = reader.phrase(behind, last) if can_be_subject(reader, behind) else None
    return phrase is not None and phrase.name is not None and reader.named.get(phrase.name[0], (0, ""))[1] == "person"


def _given_to(reader: Reader, front: Phrase) -> bool:
    """Tell whether the article of a medium shows that it is whom somebody speaks to ("Der Zeitung sagte X")."""
    fold = reader.tokens[front.first].fold
    heads = (reader.tokens[i].fold for i in range(front.first, front.core))
    return fold in reader.grammar.dative_feminine and any(h.endswith(reader.grammar.feminine_media) for h in heads)


def _bare(reader: Reader, front: Phrase, finite: int) -> bool:
    """Tell whether a word in front of a verb in the singular may be an adverb: it is no name, and has no article."""
    if (
        front.last != front.first + 1
        or front.name is not None
        or reader.tokens[finite].fold.endswith(reader.grammar.plural_endings)
    ):
        return False
    return not reader.classes(front.first) & (HEADS | {"subject", "determiner", "nominal", "hearsay_noun"})


def _known_after(reader: Reader, index: int, last: int) -> Phrase | None:
    """Return the subject behind a verb where an article, a name or an office shows that it can be one."""
    phrase = subject_after(reader, index, last)
    if phrase is None or phrase.name is not None or "article" in reader.classes(phrase.first):
        return phrase
    return phrase if any(reader.classes(i) & HEADS for i in range(phrase.first, phrase.core)) else None


def _shared(reader: Reader, clauses: list[Clause], number: int) -> Phrase | None:
    """Return the subject of the main clause before "and" and a verb ("X sagte ... und kündigte an")."""
    for at in range(number - 1, -1, -1):
        clause = clauses[at]
        if clause.kind == "main" and not clause.mood and clause.verb >= 0:
            return subject_of(reader, clauses, at, clause.verb, clause.verb + 1)
    return None


def _interrupted(reader: Reader, clauses: list[Clause], number: int) -> Phrase | None:
    """Return the subject that additions part from its verb ("X, Chef von Y, sagte")."""
    start = number
    while start > 0 and clauses[start].mark in (",", "–", "-") and clauses[start - 1].kind in ("piece", "relative"):
        start -= 1
    if start == number:
        return None
    return _front(reader, clauses[start].first, clauses[number].verb)


def _front(reader: Reader, start: int, finite: int) -> Phrase | None:
    """Return the phrase in front of the verb where it can be the subject."""
    while start < finite and reader.classes(start) & {"break", "and", "focus"}:
        start += 1
    if start >= finite or not can_be_subject(reader, start):
        return None
    phrase = phrase_at(reader, start, finite)
    return None if phrase is not None and _is_time(reader, phrase) else phrase


def can_be_subject(reader: Reader, index: int) -> bool:
    """Tell whether a phrase that begins at the token can be a subject: no preposition, adverb, dative or accusative."""
    kinds = reader.classes(index)
    if kinds & {"oblique", "impersonal", "anaphor"} and not kinds & {"article"}:
        return False
    if "oblique" in kinds:
        return False
    if kinds & {"front_adverb", "calendar"} and not kinds & {"determiner", "article"} and index not in reader.named:
        return False
    if kinds & {"preposition", "adverb", "initial", "subjunction", "as_said"} and not kinds & {"determiner", "subject"}:
        return False
    return reader.cue(index, "adverb", "according", "hearsay", "preposition") is None


def subject_after(reader: Reader, index: int, last: int) -> Phrase | None:
    """Return the subject behind a verb or conjunction: the first phrase that can be one."""
    for _ in range(STEPS):
        index = past_adverbs(reader, index, last)
        if reader.char(index).isdigit() and reader.char(index + 1) == ".":
            index += 2
        if index >= last or (not reader.is_word(index) and reader.char(index) not in OPENERS):
            return None
        if reader.classes(index) & {"reflexive", "break", "and", "focus"}:
            index += 1
            continue
        if "preposition" in reader.classes(index) and "determiner" not in reader.classes(index):
            phrase = reader.phrase(index + 1, last)
            index = phrase.last if phrase is not None else index + 1
            continue
        phrase = phrase_at(reader, index, last)
        if phrase is None:
            index += 1
            continue
        if can_be_subject(reader, index) and _is_somebody(reader, phrase) and not _is_time(reader, phrase):
            return phrase
        index = phrase.last
    return None


def _is_somebody(reader: Reader, phrase: Phrase) -> bool:
    """Tell whether a phrase has a noun or pronoun in it: no particle or adverb alone."""
    known = HEADS | {"subject", "determiner"}
    return any(reader.is_capital(i) or reader.classes(i) & known for i in range(phrase.first, phrase.last))


def _is_time(reader: Reader, phrase: Phrase) -> bool:
    """Tell whether a phrase is a date or a time ("letzten September", "2019")."""
    end = phrase.core - 1
    return phrase.name is None and ("calendar" in reader.classes(end) or reader.char(end).isdigit())


def _antecedent(reader: Reader, clauses: list[Clause], number: int) -> Phrase | None:
    """Return the phrase right in front of the comma of a relative clause."""
    clause = clauses[number]
    comma = clause.first - 1
    if (
        number == 0
        or not reader.classes(clause.first) & {"article", "relative"}
        or "oblique" in reader.classes(clause.first)
    ):
        return None
    best: Phrase | None = None
    for start in range(comma - 1, max(clauses[number - 1].first, comma - 8) - 1, -1):
        if "preposition" in reader.classes(start) and best is not None and best.name is not None:
            break
        phrase = reader.phrase(start, comma)
        if phrase is not None and phrase.last == comma and reader.is_word(start):
            best = phrase
        if "article" in reader.classes(start):
            break
    return best
