"""Clauses of a sentence: where what is said begins and ends, and who is the subject of a verb of saying.

All positions are indices into the tokens of the draft.  Rule: clauses-v1.
"""

from __future__ import annotations

from twosource.annotate.quotes.grammar import Cue
from twosource.annotate.quotes.inquits import inquit_after
from twosource.annotate.quotes.openings import said_at
from twosource.annotate.quotes.reader import DASHES, HEADS, OPENERS, Phrase, Reader

LOOSE = ("bare", "object", "person")
"""Kinds of what a verb takes that nothing but their place shows."""
FARTHEST = 80
"""How many tokens a clause may begin before its verb."""
FARTHEST_APPOSED = 40
"""How many tokens an apposition and what it is added to may have."""
SPEAKING = frozenset({"person", "body", "unnamed", "reporter", "quantity"})
"""Classes of the nouns that can say something without a name."""
LONGEST_ASIDE = 4
"""The most words between commas that may part a verb of saying from its that-clause."""
FARTHEST_SUBJECT = 24
"""How many tokens a subject right before its verb may have."""


def clause_start(reader: Reader, first: int, index: int) -> int:
    """Return the first token of the main clause that holds ``index``, not before ``first``."""
    for at in range(index - 1, max(first, index - FARTHEST), -1):
        if reader.char(at) == ";":
            return at + 1
        if "break" in reader.classes(at) and reader.char(at - 1) == "," and at + 1 <= index:
            return at + 1
    return first


def clause_end(reader: Reader, index: int, limit: int) -> int:
    """Return where what is said from ``index`` on ends: at a new main clause, another inquit, or ``limit``."""
    depth = 0
    for at in range(index + 1, limit):
        mark = reader.char(at)
        if mark == "(":
            depth += 1
        elif mark == ")":
            depth = max(0, depth - 1)
        if depth:
            continue
        if mark == ";" or (mark in DASHES and _parts(reader, at)):
            return at
        if mark == "," and _breaks(reader, at, limit):
            return at
        if "and" in reader.classes(at) and reader.verb(at + 1) and not reader.is_capital(at + 1):
            return at
        if not reader.grammar.verb_second and reader.is_word(at - 1) and reader.cue(at, "according"):
            return at
    return limit


def _parts(reader: Reader, dash: int) -> bool:
    """Tell whether a spaced dash parts what is said from a clause that is added to it ("... - but it failed")."""
    if reader.glued(dash) or reader.glued(dash + 1):
        return False
    after = reader.classes(dash + 1)
    return bool(after & {"break", "subjunction", "but", "time_clause"})


def _breaks(reader: Reader, comma: int, limit: int) -> bool:
    """Tell whether a comma ends what is said."""
    kinds = reader.classes(comma + 1)
    if any(cue.shape == "participle" for _, cue in reader.cues.get(comma + 1, ())):
        return True
    if "or" in kinds and reader.char(comma + 2)[:1].isdigit():
        return False
    if "break" in kinds and not (kinds & {"that"}):
        after = reader.classes(comma + 2)
        return not after & {"that", "infinitive", "relative", "whether"} or "subject" in after
    inquit = inquit_after(reader, comma + 1, limit)
    return inquit is not None and not reader.is_word(inquit.last)


def complement(reader: Reader, index: int, limit: int, verb: Cue) -> tuple[int, int, str] | None:
    """Return what a verb of saying takes at ``index``: (first, last, kind), or None.

    ``kind`` is that, whether, infinitive, about, person, object, mood (a clause in the subjunctive) or bare.
    """
    index = _past_aside(reader, index, limit)
    comma = reader.char(index) == ","
    if comma:
        index += 1
    if index >= limit:
        return None
    kinds, fold = reader.classes(index), reader.tokens[index].fold
    if fold in verb.prepositions:
        return _about(reader, index, limit, verb)
    if "that" in kinds and "that" in verb.takes:
        return index, clause_end(reader, index, limit), "that"
    if "whether" in kinds and "whether" in verb.takes:
        return index, clause_end(reader, index, limit), "whether"
    if "infinitive" in kinds and "infinitive" in verb.takes:
        return index, clause_end(reader, index, limit), "infinitive"
    if comma and not reader.grammar.verb_second:
        return None
    if reader.grammar.capital_nouns and not comma and not _fragment(reader, index, limit):
        return None
    if "target" in verb.takes:
        return _charge(reader, index, limit, verb)
    if comma and reader.is_word(index):
        end = clause_end(reader, index, limit)
        if "infinitive" in verb.takes and _has(reader, index, end, "infinitive"):
            return index, end, "infinitive"
        if "bare" in verb.takes and _has(reader, index, end, "subjunctive"):
            return index, end, "mood"
    return _loose(reader, index, limit, verb)


def _past_aside(reader: Reader, index: int, limit: int) -> int:
    """Return the comma in front of a that-clause behind a few words between commas ("alegó, en cambio, que ...")."""
    if reader.char(index) != ",":
        return index
    for at in range(index + 1, min(index + LONGEST_ASIDE + 2, limit - 1)):
        if reader.char(at) == ",":
            return at if at > index + 1 and "that" in reader.classes(at + 1) else index
        told = any(cue.kind in ("cue", "citing", "according", "attest") for _, cue in reader.cues.get(at, ()))
        if not reader.is_word(at) or told or "that" in reader.classes(at):
            return index
    return index


def cut_subordinate(reader: Reader, start: int, index: int, said: tuple[int, int, str]) -> tuple[int, int, str]:
    """Return what a verb takes, cut at the comma that ends its subordinate clause ("While he says X, Y")."""
    if reader.grammar.verb_second or "subjunction" not in reader.classes(start):
        return said
    if any(reader.char(at) == "," for at in range(start, index)):
        return said
    end = next((at for at in range(said[0] + 1, said[1]) if reader.char(at) == ","), said[1])
    return said[0], end, said[2]


def _has(reader: Reader, first: int, last: int, kind: str) -> bool:
    """Tell whether a word of a class stands between two tokens."""
    return any(kind in reader.classes(index) for index in range(first, last))


def _fragment(reader: Reader, first: int, limit: int) -> bool:
    """Tell whether words in marks stand in what a verb takes."""
    return any(reader.char(index) in OPENERS for index in range(first, clause_end(reader, first, limit)))


def _charge(reader: Reader, index: int, limit: int, verb: Cue) -> tuple[int, int, str] | None:
    """Return what somebody is accused of: behind whom it is said of, from the verb's preposition on."""
    phrase = reader.phrase(index, limit, attach=False)
    at = phrase.last if phrase is not None else index
    if phrase is None or at + 1 >= limit or reader.tokens[at].fold not in verb.prepositions:
        return None
    return at, clause_end(reader, at, limit), "about"


def _about(reader: Reader, index: int, limit: int, verb: Cue) -> tuple[int, int, str] | None:
    """Return what stands behind the preposition of a verb ("melder om fem", "konkluderer med at ...")."""
    at = index + 1
    if reader.char(at) == ",":
        at += 1
    if at >= limit:
        return None
    if "whether" in reader.classes(index) and "whether" in verb.takes:
        return index, clause_end(reader, index, limit), "whether"
    return at, clause_end(reader, at, limit), "that" if "that" in reader.classes(at) else "about"


def _loose(reader: Reader, index: int, limit: int, verb: Cue) -> tuple[int, int, str] | None:
    """Return what stands behind a verb without a conjunction."""
    end = clause_end(reader, index, limit)
    if not reader.is_word(index):
        return None
    kinds = reader.classes(index)
    if reader.char(index + 1)[:1].isdigit() and not reader.grammar.verb_second:
        kinds -= {"preposition", "adverb"}  # "said about 300 people would come"
    relative = "relative" in kinds and not kinds & {"article", "determiner"}
    if "person" in verb.takes and end - index >= 2 and not (kinds & {"adverb", "preposition"} or relative):
        return index, end, "person"
    if "object" in verb.takes and reader.phrase(index, limit) is not None:
        return index, end, "object"
    if "clause" in verb.takes and not (kinds & {"preposition"} or reader.verb(index)):
        return (index, end, "bare") if _has(reader, index + 1, end, "auxiliary") else None
    if "bare" not in verb.takes or end - index < 3 or kinds & {"preposition", "infinitive"}:
        return None
    if ("relative" in kinds and "article" not in kinds) or reader.verb(index):
        return None
    enough = 5 if reader.grammar.verb_second else 3 if reader.char(index).isdecimal() else 4
    clause = end - index >= enough or "subject" in kinds or _has(reader, index, end, "auxiliary")
    return (index, end, "bare") if clause else None


def subject_before(reader: Reader, first: int, index: int) -> tuple[Phrase | None, bool]:
    """Return the subject in front of the verb at ``index``, and whether it must be sought behind the verb instead."""
    if not reader.grammar.verb_second:
        phrase = right_before(reader, first, index) or _apposed(reader, first, index)
        if phrase is not None:
            return phrase, False
    start = _subordinate(reader, first, index)
    if reader.grammar.said_at and start + 1 < index:
        verb = reader.verb(index)
        where = said_at(reader, verb[0], start, index) if verb is not None else None
        if where is not None:
            return where, False
    if start + 1 < index and "break" in reader.classes(start) and not reader.grammar.verb_second:
        start += 1
    if start >= index:
        return None, False
    kinds = reader.classes(start)
    if "auxiliary" in kinds:
        start += 1
    elif (kinds & {"initial", "adverb", "preposition", "subjunction"} and "determiner" not in kinds) or reader.cue(
        start, "adverb", "according"
    ):
        return _focused(reader, start, index) or _inverted(reader, start, index)
    phrase = reader.phrase(start, index)
    return phrase, phrase is None


def right_before(reader: Reader, first: int, index: int) -> Phrase | None:
    """Return the longest phrase that ends right before the verb at ``index``, its auxiliaries left out."""
    while index - 1 > first and _is_between(reader, index - 1):
        index -= 1
    found: Phrase | None = None
    for start in range(index - 1, max(first - 1, index - FARTHEST_SUBJECT), -1):
        kinds = reader.classes(start)
        if reader.within_name(start, index):
            continue
        if not _in_phrase(reader, start, index):
            break
        if reader.is_word(start) and not (kinds & {"preposition", "and"}):
            phrase = reader.phrase(start, index)
            if phrase is not None and phrase.last == index and (start == first or _can_say(reader, phrase)):
                found = phrase
    return found


def owner_marked(reader: Reader, first: int, at: int) -> Phrase | None:
    """Return whose the noun behind ``at`` is by the genitive with an apostrophe that ends there ("Lena's", "Hans'")."""
    if reader.char(at) in "'’":
        mark = at
    elif at > first and reader.char(at - 1) in "'’" and reader.glued(at):
        mark = at - 1
    else:
        return None
    found: Phrase | None = None
    for start in range(mark - 1, max(first - 1, mark - FARTHEST_SUBJECT), -1):
        kinds = reader.classes(start)
        named = reader.is_capital(start + 1) and not reader.is_capital(start)
        if not _in_phrase(reader, start, mark) or (named and not kinds & (HEADS | {"determiner", "article", "of"})):
            break
        phrase = reader.phrase(start, mark, attach=False)
        if phrase is not None and phrase.last == mark:
            found = phrase
        if kinds & {"determiner", "article"}:
            break
    return found._replace(last=at + 1) if found is not None else None


def _apposed(reader: Reader, first: int, index: int) -> Phrase | None:
    """Return the subject in front of what commas add to it ("Later Li, 40, a teacher from Vik, said"), or None."""
    while index - 1 > first and _is_between(reader, index - 1):
        index -= 1
    if reader.char(index - 1) != ",":
        return None
    found: Phrase | None = None
    for comma in range(index - 2, max(first, index - FARTHEST_APPOSED), -1):
        if reader.char(comma) != "," or not _adds(reader, comma + 1):
            continue
        phrase = right_before(reader, first, comma)
        if phrase is None or (phrase.first > first and "preposition" in reader.classes(phrase.first - 1)):
            continue
        if phrase.name is None and not any(reader.classes(i) & SPEAKING for i in range(phrase.first, phrase.core)):
            continue
        found = reader.phrase(phrase.first, index) or phrase
        if phrase.first == first or reader.char(phrase.first - 1) != ",":
            break
    return found


def _adds(reader: Reader, index: int) -> bool:
    """Tell whether a word behind a comma can open what is added to a noun: an article, a name, an age, "who"."""
    kinds = reader.classes(index)
    return (
        bool(kinds & {"article", "relative", "owner", "person"})
        or reader.is_capital(index)
        or reader.char(index).isdigit()
    )


def promises(reader: Reader, first: int, last: int) -> Phrase | None:
    """Return who promises, offers or threatens in a main clause, None where nobody does."""
    phrase = reader.phrase(first, last)
    if phrase is None or not any("promise" in reader.classes(index) for index in range(phrase.last, last)):
        return None
    return phrase


def can_break_in(reader: Reader, first: int, comma: int, speaker: Phrase) -> bool:
    """Tell whether ", X says," is no addition to the phrase in front of it ("Moe, the woman X says, ...")."""
    phrase = reader.phrase(first, comma)
    whole = phrase is not None and phrase.last >= comma - 1
    known = any(reader.classes(at) & SPEAKING for at in range(speaker.first, speaker.core))
    return not whole or speaker.name is not None or known or "subject" in reader.classes(speaker.first)


def is_addition(reader: Reader, first: int, comma: int) -> bool:
    """Tell whether a phrase and one addition to it are all that stands before a comma ("Ann Lee, head of X,")."""
    while first < comma and reader.classes(first) & {"break"}:
        first += 1
    phrase = reader.phrase(first, comma)
    if phrase is None:
        return False
    if phrase.last >= comma or reader.char(phrase.last) != ",":
        return phrase.last >= comma and phrase.name is not None and reader.verb(comma + 1) is not None
    somebody = phrase.name is not None or any(reader.classes(i) & SPEAKING for i in range(phrase.first, phrase.core))
    if not reader.grammar.articles and (not somebody or "break" in reader.classes(phrase.last + 1)):
        return False
    if reader.grammar.verb_second:
        addition = reader.phrase(phrase.last + 1, comma) if somebody else None
        return addition is not None and addition.last >= comma
    return not any(reader.char(at) == "," for at in range(phrase.last + 1, comma))


def _can_say(reader: Reader, phrase: Phrase) -> bool:
    """Tell whether something in a phrase shows that it is somebody: a name, a determiner, a pronoun, an office."""
    known = HEADS | {"determiner", "subject", "quantity"}
    return any(reader.is_capital(i) or reader.classes(i) & known for i in range(phrase.first, phrase.last))


def _is_between(reader: Reader, index: int) -> bool:
    """Tell whether a word may stand between a subject and its verb of saying."""
    kinds = reader.classes(index)
    return bool(kinds & {"auxiliary", "adverb"}) and not kinds & HEADS and not reader.is_capital(index)


def _in_phrase(reader: Reader, index: int, verb: int) -> bool:
    """Tell whether a subject that ends before ``verb`` may go back over the token."""
    kinds = reader.classes(index)
    if not reader.is_word(index):
        return reader.char(index) not in ",;:.!?" + OPENERS + DASHES + "(" or reader.glued(index)
    if kinds & {"that", "subjunction", "relative", "auxiliary", "break"} and "attach" not in kinds:
        return "and" in kinds and index + 1 < verb
    if reader.verb(index) is not None and not reader.is_capital(index):
        return False
    return not ("preposition" in kinds and "attach" not in kinds)


def _focused(reader: Reader, first: int, index: int) -> tuple[Phrase | None, bool] | None:
    """Return the subject behind a focusing adverb ("Også X, som ..., melder"), or None."""
    if not reader.classes(first) & {"focus"}:
        return None
    phrase = reader.phrase(first + 1, index)
    if phrase is None:
        return None
    relative = reader.char(phrase.last) == "," and "relative" in reader.classes(phrase.last + 1)
    return (phrase, False) if phrase.last == index or relative else None


def _subordinate(reader: Reader, first: int, index: int) -> int:
    """Return where the subordinate clause of the verb begins behind its conjunction, ``first`` for a main clause."""
    for at in range(index - 1, max(first, index - FARTHEST), -1):
        if reader.char(at) == ",":
            break
        if reader.classes(at) & {"that", "subjunction"} and "preposition" not in reader.classes(at):
            return at + 1
    return first


def _inverted(reader: Reader, first: int, index: int) -> tuple[Phrase | None, bool]:
    """Return the subject between an auxiliary and the verb of a clause that opens with something else."""
    for at in range(index - 1, max(first, index - FARTHEST), -1):
        if "auxiliary" in reader.classes(at):
            phrase = reader.phrase(at + 1, index) if at + 1 < index else None
            return phrase, phrase is None
    return None, True
