"""Verbs and nouns of attitude: who holds what ("X opposed the plan", "is expected to", "his support for it").

All positions are indices into the tokens of the draft.  Rule: attitudes-v1.
"""

from __future__ import annotations

from dataclasses import dataclass

from twosource.annotate.quotes.clauses import clause_end, clause_start, owner_marked, right_before
from twosource.annotate.quotes.direct import subject
from twosource.annotate.quotes.grammar import Cue
from twosource.annotate.quotes.reader import DASHES, OPENERS, Phrase, Reader
from twosource.annotate.quotes.segments import PAIRS, is_mark

LONGEST_GROUP = 6
"""How many auxiliaries and adverbs may stand in front of a verb."""
HYPHENS = "-‐‑"

LONGEST_LIST = 16
"""How many tokens may stand between a comma and the "and" of its list."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """What is attributed, tokens ``first`` to ``last`` (exclusive), by which cue, to whom, in which act and frame."""

    first: int
    last: int
    cue: tuple[int, int]
    holder: Phrase | None
    act: str
    frame: str
    score: float = 0.6


@dataclass(frozen=True, slots=True)
class _Group:
    """The verb group that ends in a verb: its first token, and what stands in it."""

    first: int
    be: bool
    auxiliary: bool
    infinitive: bool


def attitude_at(reader: Reader, first: int, index: int, limit: int, current: Phrase | None) -> Predicate | None:
    """Return what the verb at ``index`` attributes, None where there is no such verb or nothing that it takes.

    Args:
        reader: The tokens.
        first: The sentence's first token.
        index: The verb.
        limit: The token behind what may be read.
        current: Who is the subject of the sentence so far.
    """
    if reader.glued(index) and reader.char(index - 1) in HYPHENS:
        return None
    for end, cue in reader.cues.get(index, ()):
        if cue.kind not in ("attitude", "cue") or end > limit:
            continue
        found = _read(reader, first, index, end, limit, cue, current)
        if found is not None:
            return found
    return None


def _read(
    reader: Reader, first: int, index: int, end: int, limit: int, cue: Cue, current: Phrase | None
) -> Predicate | None:
    group = _group(reader, first, index)
    passive = cue.shape in ("other", "passive") and (group.be or _agent(reader, end))
    if passive and "adjective" not in cue.takes:
        return _passive(reader, first, (index, end), limit, cue, group)
    if not _may_be_verb(reader, index, end, cue, group):
        return None
    holder = None if "unheld" in cue.takes else _holder(reader, first, index, cue, group, current)
    if holder is None and not cue.takes & {"whole", "unheld"}:
        return None
    if "whole" in cue.takes:
        return _whole(reader, first, group.first, (index, end), limit, cue)
    said = _complement(reader, _past_hearer(reader, end, limit, cue), limit, cue)
    if said is None or (group.infinitive and said[2] == "object" and cue.act == "judges"):
        return None
    return Predicate(said[0], said[1], (group.first, end), holder, cue.act, said[2])


def _past_hearer(reader: Reader, end: int, limit: int, cue: Cue) -> int:
    """Return what stands behind whom a verb tells without a preposition ("told the crew that ...")."""
    phrase = reader.phrase(end, limit, attach=False) if "hearer" in cue.takes else None
    return end if phrase is None else phrase.last


def _group(reader: Reader, first: int, index: int) -> _Group:
    """Return the auxiliaries, adverbs and negations right in front of a verb."""
    at, be, auxiliary, infinitive = index, False, False, False
    for _ in range(LONGEST_GROUP):
        before = at - 1
        if before < first:
            break
        kinds = reader.classes(before)
        if "infinitive" in kinds and at == index:
            infinitive = True
            at = before
            break
        contracted = before > first and reader.char(before - 1) in "'’" and reader.glued(before)
        if not (kinds & {"be", "auxiliary", "manner", "adverb"} or contracted or reader.char(before) in "'’"):
            break
        if reader.is_capital(before) and not kinds & {"be", "auxiliary"}:
            break
        be = be or "be" in kinds
        auxiliary = auxiliary or bool(kinds & {"be", "auxiliary"}) or contracted
        at = before
    return _Group(at, be, auxiliary, infinitive)


def _agent(reader: Reader, end: int) -> bool:
    return "agent" in reader.classes(end)


def _may_be_verb(reader: Reader, index: int, end: int, cue: Cue, group: _Group) -> bool:
    """Tell whether a form is a verb here and no noun, adjective or name."""
    if reader.is_capital(index) and not reader.is_head(index):
        return False
    before = reader.classes(group.first - 1) if group.first > 0 else frozenset[str]()
    if "unheld" in cue.takes:
        return not group.auxiliary and (index == group.first) and (reader.is_head(index) or "subjunction" in before)
    if cue.shape == "base":
        return group.infinitive or group.auxiliary or _opens_object(reader, end)
    if cue.shape == "other":
        return group.auxiliary
    if group.auxiliary:
        return cue.shape == "participle" if group.be else cue.shape == "finite"
    if before & {"article", "owner"} and not before & {"subject", "relative"}:
        return False
    return cue.shape != "finite" or "preposition" not in before


def _opens_object(reader: Reader, index: int) -> bool:
    """Tell whether a word can open what a verb takes, and does not go on with a noun in front of it."""
    kinds = reader.classes(index)
    return reader.is_capital(index) or bool(
        kinds & {"determiner", "article", "owner", "subject", "object", "that", "infinitive", "whether"}
    )


def _holder(reader: Reader, first: int, index: int, cue: Cue, group: _Group, current: Phrase | None) -> Phrase | None:
    """Return whose attitude it is: the subject of the verb, or of the sentence where the verb has none of its own."""
    at = group.first
    kinds = reader.classes(at - 1) if at > first else frozenset[str]()
    if group.infinitive:
        return current or _opening(reader, first, at)
    if at > first and "relative" in kinds and "preposition" not in kinds:
        return _relative(reader, first, at - 1)
    joined = at == first or reader.char(at - 1) in "," + DASHES or bool(kinds & {"and", "break"})
    if joined or (cue.shape == "participle" and not group.be and kinds & {"preposition", "subjunction"}):
        if at == first:
            return _behind_comma(reader, index) if cue.shape == "participle" else None
        return current or _opening(reader, first, at)
    phrase = right_before(reader, first, at)
    return None if phrase is not None and "impersonal" in reader.classes(phrase.first) else phrase


def _opening(reader: Reader, first: int, index: int) -> Phrase | None:
    return subject(reader, first, index) if first < index else None


def _relative(reader: Reader, first: int, index: int) -> Phrase | None:
    """Return whom a relative pronoun means, the pronoun included."""
    at = index - 1 if reader.char(index - 1) == "," else index
    phrase = right_before(reader, first, at) if at > first else None
    if phrase is None:
        return Phrase(index, index + 1, index + 1)
    return Phrase(phrase.first, index + 1, phrase.core, phrase.name, phrase.of)


def _behind_comma(reader: Reader, index: int) -> Phrase | None:
    """Return the subject of the main clause behind a participle that opens the sentence ("Noting that ..., X said")."""
    number = reader.sentence_number(reader.tokens[index].start)
    last = reader.draft.token_range(reader.draft.sentences[number].span).stop if number >= 0 else index
    for at in range(index + 1, last - 1):
        if reader.char(at) == ",":
            phrase = reader.phrase(at + 1, last)
            if phrase is not None:
                return phrase
    return None


def _complement(reader: Reader, at: int, limit: int, cue: Cue) -> tuple[int, int, str] | None:
    """Return what a verb of attitude takes at ``at``: (first, last, frame), or None."""
    if at >= limit:
        return None
    kinds, fold = reader.classes(at), reader.tokens[at].fold
    if fold in cue.prepositions and at + 1 < limit:
        return at + 1, object_end(reader, at + 1, limit), "about"
    for kind in ("that", "whether", "infinitive"):
        if kind in kinds and kind in cue.takes:
            end = object_end(reader, at, limit) if kind == "infinitive" else clause_end(reader, at, limit)
            return at, end, kind
    if not reader.is_word(at) and reader.char(at) not in OPENERS:
        return None
    if kinds & {"preposition", "auxiliary", "adverb", "manner", "subjunction", "and"} and not kinds & {
        "determiner",
        "article",
        "object",
    }:
        return None
    if reader.verb(at) is not None and not reader.is_capital(at):
        return None
    if "bare" in cue.takes and (kinds & {"subject", "determiner"} or reader.is_capital(at)):
        return at, clause_end(reader, at, limit), "bare"
    if cue.takes & {"object", "person"}:
        return at, object_end(reader, at, limit), "object"
    return None


def object_end(reader: Reader, index: int, limit: int) -> int:
    """Return where a noun phrase with all that hangs on it ends: at a comma, a new clause, another verb of saying."""
    depth, quoted = 0, reader.char(index) in PAIRS
    for at in range(index + 1, limit):
        mark = reader.char(at)
        depth += (mark == "(") - (mark == ")")
        quoted = quoted != (mark in PAIRS and is_mark(reader, at))
        if depth > 0 or quoted:
            continue
        if mark == "," and ((reader.glued(at) and reader.glued(at + 1)) or _lists(reader, at, limit)):
            continue
        if mark in ",;:?!" or (mark in DASHES and not reader.glued(at)) or _new_clause(reader, at):
            return at
    return limit


def _lists(reader: Reader, comma: int, limit: int) -> bool:
    """Tell whether a comma parts the items of a list: nothing but nouns stands between it and an "and"."""
    for at in range(comma + 1, min(comma + LONGEST_LIST, limit)):
        kinds = reader.classes(at)
        if "and" in kinds:
            return at > comma + 1 and not _joins_clause(reader, at)
        if kinds & {"auxiliary", "be", "relative", "subject", "that", "break", "time_clause"}:
            return False
        if (at in reader.cues and not reader.is_capital(at)) or (
            not reader.is_word(at) and reader.char(at) not in ",-'’"
        ):
            return False
    return False


def _joins_clause(reader: Reader, index: int) -> bool:
    """Tell whether an "and" joins a new predicate or clause and no noun."""
    kinds = reader.classes(index + 1)
    if kinds & {"auxiliary", "be", "past"} or ("subject" in kinds and "determiner" not in kinds):
        return True
    return index + 1 in reader.cues and not reader.is_capital(index + 1) and not kinds & {"determiner", "owner"}


def _new_clause(reader: Reader, index: int) -> bool:
    """Tell whether a word opens a clause that does not belong to the noun phrase before it."""
    kinds = reader.classes(index)
    if kinds & {"time_clause", "but"} or ("time" in reader.classes(index + 1) and kinds & {"preposition", "deictic"}):
        return True
    if "and" in kinds:
        return _joins_clause(reader, index)
    return "subjunction" in kinds and "subject" in reader.classes(index + 1)


def _passive(
    reader: Reader, first: int, verb: tuple[int, int], limit: int, cue: Cue, group: _Group
) -> Predicate | None:
    """Read "the plan was criticised by X" and "a plan criticised by X"."""
    index, end = verb
    if "whole" in cue.takes:
        return _whole(reader, first, group.first, verb, limit, cue)
    if not _agent(reader, end) or end + 1 >= limit:
        return None
    agent = reader.phrase(end + 1, limit)
    at = group.first
    kinds = reader.classes(at - 1) if at > first else frozenset[str]()
    subject_ = _relative(reader, first, at - 1) if "relative" in kinds else right_before(reader, first, at)
    if agent is None or subject_ is None:
        return None
    return Predicate(subject_.first, subject_.last, (index, end + 1), agent, cue.act, "passive")


def _whole(reader: Reader, first: int, at: int, verb: tuple[int, int], limit: int, cue: Cue) -> Predicate | None:
    """Return the clause that seems so, or is expected, from its subject on; None where nothing is told of it."""
    last = clause_end(reader, verb[1], limit)
    if last <= verb[1]:
        return None
    before = reader.classes(at - 1) if at > first else frozenset[str]()
    subject_ = right_before(reader, first, at) if "relative" not in before else None
    start = clause_start(reader, first, at) if subject_ is None else subject_.first
    return Predicate(at - 1 if "relative" in before else start, last, verb, None, cue.act, "whole")


def noun_at(reader: Reader, first: int, index: int, limit: int) -> Predicate | None:
    """Return what a noun of attitude with its owner in front attributes ("Li's support for the plan"), or None."""
    for end, cue in reader.cues.get(index, ()):
        if cue.kind != "attitude_noun" or end >= limit:
            continue
        owner = _owner(reader, first, index)
        said = _complement(reader, end, limit, cue) if owner is not None else None
        if said is not None and said[2] != "object":
            return Predicate(said[0], said[1], (index, end), owner, cue.act, "noun")
    return None


def _owner(reader: Reader, first: int, index: int) -> Phrase | None:
    """Return the genitive or possessive in front of a noun, adjectives between them left out."""
    for at in range(index - 1, max(first - 1, index - 4), -1):
        kinds = reader.classes(at)
        if "owner" in kinds:
            return Phrase(at, at + 1, at + 1, None, None, True)
        marked = owner_marked(reader, first, at)
        if marked is not None:
            return marked
        if not reader.is_word(at) or kinds & {"preposition", "article", "auxiliary", "that", "and"}:
            return None
    return None
