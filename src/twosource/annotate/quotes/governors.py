"""Who says what a clause holds: the verb or noun of saying that governs it, and its subject, in a sentence bracket.

All positions are indices into the tokens of the draft.  Rule: frames-v1.
"""

from __future__ import annotations

from collections.abc import Mapping

from twosource.annotate.quotes.bracket import Clause, find_clauses
from twosource.annotate.quotes.grammar import Cue
from twosource.annotate.quotes.inquit import Inquit, author
from twosource.annotate.quotes.inquits import read_tail
from twosource.annotate.quotes.reader import OPENERS, Phrase, Reader
from twosource.annotate.quotes.subjects import subject_of

_ASIDE = frozenset({"whether", "subjunction", "that"})
"""Kinds of clauses that do not introduce who speaks where another clause of the sentence does."""
NEAR_END = 10
"""How many tokens before the end of its clause a noun that governs the next one may stand."""


def find_governor(reader: Reader, clauses: list[Clause], number: int, kind: str) -> Inquit | None:
    """Return the verb or noun of clause ``number`` that governs a clause of ``kind``, with who says it, or None.

    Args:
        reader: The tokens.
        clauses: The clauses of the sentence.
        number: The clause that may hold the governor.
        kind: that, whether, infinitive, or bare (a main clause in the subjunctive).
    """
    clause = clauses[number]
    hit = find_verb(reader, clause, kind)
    if hit is not None:
        index, end, cue, shape = hit
        return inquit_of(reader, clauses, number, (index, end), cue, shape)
    noun = _noun(reader, clause)
    if noun is None or (kind == "bare" and clause.mood):
        return None
    return _noun_inquit(reader, clauses, number, noun)


def is_open(reader: Reader, clauses: list[Clause], number: int) -> bool:
    """Tell whether a main clause says nothing but who speaks, so that the next is what is said ("X sagte, ...")."""
    clause = clauses[number]
    hit = find_verb(reader, clause, "bare") if clause.kind == "main" and not clause.mood else None
    if hit is None or "direct" not in hit[2].takes:
        return False
    index, end, cue, shape = hit
    if shape != "finite" and not (shape == "other" and "have" in reader.classes(clause.verb)):
        return False
    inquit = inquit_of(reader, clauses, number, (index, end), cue, shape)
    return inquit is not None and inquit.speaker is not None and max(inquit.last, end) >= clause.last - 1


def find_unknown(reader: Reader, clauses: list[Clause], number: int) -> Inquit | None:
    """Return an inquit of the verb of a main clause whatever it is, where its subject is known."""
    clause = clauses[number]
    if clause.kind != "main" or clause.verb < 0 or clause.mood:
        return None
    phrase = subject_of(reader, clauses, number, clause.verb, clause.verb + 1)
    if phrase is None:
        return None
    cue = (clause.verb, clause.verb + 1)
    return Inquit(clause.verb, clause.verb + 1, cue, None, author(reader, phrase))


def find_verb(reader: Reader, clause: Clause, kind: str) -> tuple[int, int, Cue, str] | None:
    """Return the last verb of saying of a clause that takes ``kind``: first token, end, record and shape."""
    for index in range(clause.last - 1, clause.first - 1, -1):
        if reader.char(index) in OPENERS or not reader.is_word(index) or "so_said" in reader.classes(index):
            continue
        for shape in ("passive", "finite", "other"):
            verb = reader.verb(index, shape)
            if verb is not None and kind in verb[1].takes and verb[0] <= clause.last and is_free(reader, index, clause):
                return index, verb[0], verb[1], shape_of(reader, clause, index, shape)
        for parted in parted_at(reader, clause, index, reader.grammar.parted_verbs):
            if kind in parted.takes:
                return index, index + 1, parted, "finite"
    return None


def shape_of(reader: Reader, clause: Clause, index: int, shape: str) -> str:
    """Return the shape of a form that can be finite and not: behind another finite verb it is not."""
    dependent = clause.kind in ("relative", "subjunction", "that", "whether")
    if dependent and shape == "finite" and index + 1 < clause.last and "auxiliary" in reader.classes(index + 1):
        return "other"
    joined = "and" in reader.classes(index - 1) or dependent
    apart = clause.verb >= 0 and "auxiliary" in reader.classes(clause.verb) and clause.verb < index
    return "other" if shape == "finite" and apart and not joined else shape


def is_free(reader: Reader, index: int, clause: Clause) -> bool:
    """Tell whether a word is no noun, name or adjective here."""
    if reader.is_capital(index) and not (index == clause.first and reader.is_head(index)):
        return False
    behind = reader.char(index + 1) if index + 1 < clause.last else ""
    article = "determiner" in reader.classes(index - 1) and index > clause.first
    return not (article and behind[:1].isupper())


def parted_at(reader: Reader, clause: Clause, index: int, known: Mapping[str, Mapping[str, list[Cue]]]) -> list[Cue]:
    """Return the verbs whose first part stands at the token and whose particle closes the clause ("teilte ... mit")."""
    lasts = known.get(reader.tokens[index].fold)
    if lasts is None or index != clause.verb or clause.last - 1 <= index:
        return []
    cues = lasts.get(reader.tokens[clause.last - 1].fold, ())
    return [cue for cue in cues if has_preposition(reader, clause, cue)]


def has_preposition(reader: Reader, clause: Clause, cue: Cue) -> bool:
    """Tell whether a clause has one of the words that its verb wants in front of what is held."""
    words = range(clause.first, clause.last)
    return not cue.prepositions or any(reader.tokens[i].fold in cue.prepositions for i in words)


def _noun(reader: Reader, clause: Clause) -> int | None:
    """Return the noun of saying at the end of a clause, where it has one."""
    for index in range(clause.last - 1, max(clause.first - 1, clause.last - 1 - NEAR_END), -1):
        if "nominal" in reader.classes(index) and reader.is_capital(index):
            return index
        if reader.char(index) in OPENERS:
            return None
    return None


def _noun_inquit(reader: Reader, clauses: list[Clause], number: int, noun: int) -> Inquit | None:
    """Return who holds what a noun carries: its owner, else whom the clause is about."""
    clause = clauses[number]
    owner = None
    if noun + 1 < clause.last and reader.classes(noun + 1) & {"nominal_from", "article"}:
        at = noun + 2 if "nominal_from" in reader.classes(noun + 1) else noun + 1
        owner = reader.phrase(at, clause.last, attach=False)
    if owner is None and noun - 1 >= clause.first:
        before = reader.phrase(noun - 1, noun, attach=False)
        if before is not None and before.name is not None and reader.tokens[noun - 1].fold.endswith("s"):
            owner = Phrase(before.first, before.last, before.core, before.name, None, True)
    if owner is None:
        owner = subject_of(reader, clauses, number, max(clause.verb, clause.first), clause.verb + 1)
        if owner is not None and owner.first <= noun < owner.last:
            owner = reader.phrase(noun, clause.last, attach=False)
    return Inquit(noun, noun + 1, (noun, noun + 1), None, owner)


def inquit_of(
    reader: Reader, clauses: list[Clause], number: int, cue: tuple[int, int], verb: Cue, shape: str
) -> Inquit | None:
    """Return the inquit of a verb with its subject, medium and addressee."""
    clause = clauses[number]
    if shape == "passive" or (shape == "other" and is_passive(reader, clause)):
        cited = "cited" in verb.takes and clause.verb >= 0
        agent = subject_of(reader, clauses, number, clause.verb, clause.verb + 1) if cited else agent_of(reader, clause)
        if agent is None and number > 1 and clauses[number - 1].kind == "relative":
            agent = agent_of(reader, clauses[number - 2])
        return Inquit(cue[0], cue[1], cue, verb, agent)
    joined = "and" in reader.classes(cue[0] - 1) and clause.verb >= 0
    finite = cue[0] if shape == "finite" and not joined else clause.verb
    if finite < 0:
        finite = cue[0]
    phrase = subject_of(reader, clauses, number, finite, cue[1] if finite == cue[0] else finite + 1)
    if phrase is None:
        return Inquit(cue[0], cue[1], cue, verb, None)
    last = max(finite + 1, phrase.last if phrase.first > finite else 0)
    found = Inquit(cue[0], min(last, clause.last), cue, verb, author(reader, phrase))
    if found.speaker is not phrase:
        found.document = phrase
    if "cited" in verb.takes and reader.is_medium(phrase):
        _cite(reader, found, clause)
    return read_tail(reader, found, clause.last)


def _is_office(reader: Reader, phrase: Phrase) -> bool:
    return any("person" in reader.classes(i) for i in range(phrase.first, phrase.core))


def _cite(reader: Reader, found: Inquit, clause: Clause) -> None:
    """Let whom a medium quotes speak, and the medium pass it on ("Das Blatt zitierte den Minister mit den Worten")."""
    speaker = found.speaker
    quoted = reader.phrase(max(found.last, found.cue[1]), clause.last)
    if speaker is None or quoted is None or not (quoted.name or _is_office(reader, quoted)):
        return
    found.relays, found.speaker, found.last = [speaker], quoted, quoted.last


def is_passive(reader: Reader, clause: Clause) -> bool:
    """Tell whether a clause has an auxiliary of the passive."""
    return any("passive_with" in reader.classes(i) for i in range(clause.first, clause.last))


def agent_of(reader: Reader, clause: Clause) -> Phrase | None:
    """Return by whom something is said in a passive clause, or in what ("in dem Bericht heißt es")."""
    for index in range(clause.first, clause.last - 1):
        if "agent" in reader.classes(index):
            phrase = reader.phrase(index + 1, clause.last)
            if phrase is not None and not reader.char(phrase.first).isdigit():
                return phrase
    for index in range(clause.first, clause.last - 1):
        if "preposition" in reader.classes(index):
            phrase = reader.phrase(index + 1, clause.last)
            if phrase is not None and any("document" in reader.classes(i) for i in range(phrase.first, phrase.last)):
                return phrase
    return None


def introduced(reader: Reader, first: int, limit: int) -> Inquit | None:
    """Return who speaks next by the clauses in front of a colon or mark, the last one with a verb of saying first."""
    clauses = find_clauses(reader, first, limit)
    order = sorted(range(len(clauses)), key=lambda n: (clauses[n].kind not in _ASIDE, n), reverse=True)
    for number in order:
        hit = find_verb(reader, clauses[number], "direct")
        if hit is not None:
            index, end, cue, shape = hit
            return inquit_of(reader, clauses, number, (index, end), cue, shape)
    phrase = _announced(reader, clauses) or about(reader, first, limit)
    return Inquit(first, limit, (first, first), None, phrase) if phrase is not None else None


def _announced(reader: Reader, clauses: list[Clause]) -> Phrase | None:
    """Return the phrase that stands alone in front of a colon ("Ein Beamter: ...", "..., und der Minister: ...")."""
    if (
        not clauses
        or clauses[-1].kind != "piece"
        or (len(clauses) > 1 and "and" not in reader.classes(clauses[-1].first))
    ):
        return None
    start = clauses[-1].first + (len(clauses) > 1)
    phrase = reader.phrase(start, clauses[-1].last)
    return phrase if phrase is not None and phrase.last == clauses[-1].last else None


def about(reader: Reader, first: int, last: int) -> Phrase | None:
    """Return whom a sentence is about: by whom something is done in it, else the subject of its first main clause."""
    clauses = find_clauses(reader, first, last)
    for number, clause in enumerate(clauses):
        if clause.kind == "main":
            if is_passive(reader, clause) and (agent := agent_of(reader, clause)) is not None:
                return agent
            return subject_of(reader, clauses, number, clause.verb, clause.verb + 1)
    return None


def quoting(reader: Reader, clauses: list[Clause], number: int) -> Inquit | None:
    """Return the inquit of the verb of saying in a clause, where its speaker is known."""
    hit = find_verb(reader, clauses[number], "direct")
    if hit is None or any(reader.classes(i) & {"reflexive", "first_person"} for i in (hit[0] - 1, hit[1])):
        return None
    index, end, cue, shape = hit
    found = inquit_of(reader, clauses, number, (index, end), cue, shape)
    return found if found is not None and found.speaker is not None else None
