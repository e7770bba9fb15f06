"""Inquits: the words that say who speaks, to whom, and who passed it on ("sier Moe til NRK, ifølge AFP").

All positions are indices into the tokens of the draft.  Rule: inquits-v1.
"""

from __future__ import annotations

from twosource.annotate.quotes.grammar import Cue, behind
from twosource.annotate.quotes.inquit import (
    LONGEST_CLAUSE,
    Inquit,
    author,
    is_described,
    past_adverbs,
    past_occasion,
    past_restriction,
    relay,
)
from twosource.annotate.quotes.openings import (
    bare_medium,
    hung_pronoun,
    marked_medium,
    medium_alone,
    past_description,
    past_noun,
    said_at,
    told_medium,
)
from twosource.annotate.quotes.own import own_account
from twosource.annotate.quotes.particles import particle_behind
from twosource.annotate.quotes.reader import Phrase, Reader
from twosource.annotate.quotes.titled import phrase_at, with_title

LONGEST_TAIL = 12  # the most pieces (times, places, media, relays) that are read behind a speaker
ARTICLE = 1
"""How many words may stand between "per" and whose view it is."""
UNKNOWN = 8
"""How many words that the tables do not know may stand behind a speaker."""


def inquit_after(reader: Reader, index: int, limit: int) -> Inquit | None:
    """Return the inquit that begins at the token with its verb or formula, or None."""
    if index >= limit:
        return None
    own = own_account(reader, index, limit)
    if own is not None:
        return Inquit(index, own[0], (index, own[0]), Cue("according"), own[1]) if own[1] is not None else None
    formula = reader.cue(index, "according") or viewed_by(reader, index)
    if formula is not None:
        return _formula(reader, index, formula, limit) if not _ordinal(reader, index) else None
    said = as_said(reader, index, limit) or _noun_formula(reader, index, limit)
    if said is not None:
        return said
    verb = reader.verb(index)
    if verb is not None and "direct" in verb[1].takes:
        return _verb_first(reader, index, verb, limit)
    if reader.tokens[index].fold in reader.grammar.split:
        return _split_verb(reader, index, limit)
    if "auxiliary" in reader.classes(index):
        return _auxiliary_first(reader, index, limit)
    if not reader.grammar.verb_second:
        return _speaker_first(reader, index, limit)
    return None


def viewed_by(reader: Reader, index: int) -> tuple[int, Cue] | None:
    """Return the formula of a preposition before those who can only be whose view it is ("per la procura"), or None.

    What is told "for" others may be meant for them.
    """
    hit = reader.cue(index, "viewed")
    if hit is None or not any(t.fold in reader.grammar.viewed_by for t in reader.tokens[hit[0] : hit[0] + ARTICLE + 1]):
        return None
    return hit[0], Cue("according")


def _ordinal(reader: Reader, index: int) -> bool:
    """Tell whether a small word in front makes "segundo" a numeral ("em segundo lugar")."""
    return index > 0 and bool(reader.classes(index - 1) & {"article", "preposition"}) and reader.char(index).islower()


def _formula(reader: Reader, index: int, formula: tuple[int, Cue], limit: int) -> Inquit | None:
    """Read "ifølge X", "heter det i en uttalelse fra X"."""
    found = Inquit(index, formula[0], (index, formula[0]), formula[1])
    start = _told(reader, found, past_adverbs(reader, formula[0], limit), limit)
    if found.medium is None:
        found.addressee, found.document, start = None, None, formula[0]
    elif "preposition" in reader.classes(start) and "determiner" not in reader.classes(start):
        start += 1
    phrase = phrase_at(reader, start, limit)
    if phrase is None and found.medium is None:
        phrase = phrase_at(reader, past_adverbs(reader, formula[0], limit), limit)
    if phrase is None:
        return None
    found.speaker, found.last = author(reader, phrase), phrase.last
    if found.speaker is not phrase:
        found.document = phrase
        if found.speaker is not None and found.speaker.name is None and found.speaker.last == phrase.last:
            found.speaker = with_title(reader, found.speaker, limit)
            found.last = found.speaker.last
        _seen(reader, found, limit)
    return read_tail(reader, found, limit)


def _seen(reader: Reader, inquit: Inquit, limit: int) -> None:
    """Read ", som X har sett" behind a document: the medium X passes on what stands in it."""
    comma = inquit.last
    if reader.char(comma) != "," or "relative" not in reader.classes(comma + 1) or comma + 2 not in reader.media:
        return
    end = reader.media[comma + 2][0]
    inquit.relays.append(Phrase(comma + 2, end, end, (comma + 2, end)))
    inquit.last = next((at for at in range(end, limit) if reader.char(at) == ","), limit)


def _noun_formula(reader: Reader, index: int, limit: int) -> Inquit | None:
    """Read "nach Polizeiangaben", "nach übereinstimmenden Berichten von X": a preposition and a noun of saying."""
    hit = reader.cue(index, "according_to_noun")
    phrase = reader.phrase(hit[0], limit) if hit is not None else None
    if hit is None or phrase is None:
        return None
    if not any("hearsay_noun" in reader.classes(i) for i in range(phrase.first, phrase.core)):
        return None
    formula = Cue("according")
    return read_tail(reader, Inquit(index, phrase.last, (index, hit[0]), formula, author(reader, phrase)), limit)


def utterance_of(reader: Reader, index: int, limit: int) -> Inquit | None:
    """Read "efter X's udsagn" or "if X is to be believed" at the token."""
    if reader.cue(index, "own_account") is not None:
        return None
    for opening, closing in reader.grammar.brackets:
        if reader.tokens[index].fold != opening:
            continue
        for at in range(index + 2, min(index + 9, limit)):
            end = behind(closing, reader.tokens, at)
            phrase = reader.phrase(index + 1, at, attach=False) if at < end <= limit else None
            if phrase is not None and phrase.last == at:
                return Inquit(index, end, (at, end), None, phrase._replace(genitive=end == at + 1))
    return None


def _verb_first(reader: Reader, index: int, verb: tuple[int, Cue], limit: int) -> Inquit | None:
    """Read "sier X ..."."""
    before = Inquit(index, verb[0], (index, verb[0]), verb[1])
    start = past_occasion(reader, before, past_adverbs(reader, verb[0], limit), limit)
    addressed = bool(reader.classes(start) & {"addressee", "preposition"})
    start = _told(reader, before, start, limit)
    marked = marked_medium(reader, start, limit)
    if marked is None and (medium := bare_medium(reader, start, limit)) is not None:
        before.medium, start = medium, medium.last
    phrase = hung_pronoun(reader, start, limit) or reader.phrase(start, limit) or said_at(reader, verb[0], start, limit)
    if marked is not None:
        phrase = told_medium(reader, verb[0], marked, limit)
        before.medium = marked if phrase is not marked else None
    if phrase is None and not addressed:
        phrase, before.medium = before.medium, None
    elif phrase is not None and phrase.name is None:
        phrase = with_title(reader, phrase, limit)
    if phrase is None or "first_person" in reader.classes(phrase.first):
        return None
    if reader.verb(phrase.first) or ("anaphor" in reader.classes(phrase.first) and phrase.last == phrase.first + 1):
        return None
    before.speaker, before.last = phrase, phrase.last
    return read_tail(reader, before, limit)


def as_said(reader: Reader, index: int, limit: int) -> Inquit | None:
    """Read "wie X berichtet" at the token: a clause that ends in its verb and tells who says the rest."""
    if "as_said" not in reader.classes(index):
        return None
    phrase = phrase_at(reader, past_adverbs(reader, index + 1, limit), limit)
    if phrase is None:
        return None
    for at in range(phrase.last, min(phrase.last + LONGEST_CLAUSE, limit)):
        verb = reader.verb(at)
        if verb is not None and "direct" in verb[1].takes:
            end = past_adverbs(reader, verb[0], limit)
            if end < limit and reader.is_word(end):
                return None
            said = Inquit(index, phrase.last, (at, verb[0]), verb[1], author(reader, phrase))
            read_tail(reader, said, at).last = end
            return said
        if reader.char(at) in ".;:":
            break
    return None


def _split_verb(reader: Reader, index: int, limit: int) -> Inquit | None:
    """Read "legger X til", "gab X am Montag bekannt"."""
    phrase = reader.phrase(index + 1, limit, attach=False)
    if phrase is None or phrase.last >= limit or "first_person" in reader.classes(phrase.first):
        return None
    end = particle_behind(reader, index, phrase.last, limit)
    if end is None:
        return None
    found = Inquit(index, end, (index, index + 1), reader.grammar.adding, phrase)
    return read_tail(reader, found, limit)


def _auxiliary_first(reader: Reader, index: int, limit: int) -> Inquit | None:
    """Read "har X sagt ..."."""
    phrase = hung_pronoun(reader, index + 1, limit) or reader.phrase(index + 1, limit, attach=False)
    if phrase is None or "first_person" in reader.classes(phrase.first):
        return None
    at = past_adverbs(reader, phrase.last, limit)
    verb = reader.verb(at, "other")
    if verb is None or "direct" not in verb[1].takes or at >= limit:
        return None
    return read_tail(reader, Inquit(index, verb[0], (at, verb[0]), verb[1], phrase), limit)


def _speaker_first(reader: Reader, index: int, limit: int) -> Inquit | None:
    """Read "X says ...", where the language has the speaker in front of the verb."""
    if reader.classes(index) & {"break", "subjunction"} and not reader.classes(index) & {"subject", "determiner"}:
        return None
    phrase = reader.phrase(index, limit)
    if phrase is None or "first_person" in reader.classes(phrase.first):
        return None
    behind = max(past_noun(reader, phrase.last, limit), past_description(reader, phrase, limit))
    at = past_adverbs(reader, _past_appositions(reader, behind, limit), limit)
    if "auxiliary" in reader.classes(at) and reader.verb(at + 1, "other"):
        at += 1
    verb = reader.verb(at) or reader.verb(at, "other")
    if verb is None or "direct" not in verb[1].takes or at >= limit:
        return None
    found = Inquit(index, verb[0], (at, verb[0]), verb[1], author(reader, phrase))
    if found.speaker is not phrase:
        found.document = phrase
    hearer(reader, found, limit)
    return read_tail(reader, found, limit)


def _past_appositions(reader: Reader, index: int, limit: int) -> int:
    """Return the verb behind what is added to a speaker in front of it ("Soto, 34, who lives nearby, told")."""
    if "relative" in reader.classes(index):
        return past_restriction(reader, index, limit)
    if reader.char(index) != ",":
        return index
    for at in range(index, min(index + LONGEST_CLAUSE, limit)):
        if reader.char(at) in ("?", "!", ":", ";") or (reader.char(at) == "." and at + 1 in reader.heads):
            break
        if reader.char(at) == "," and reader.verb(past_adverbs(reader, at + 1, limit)):
            return at + 1
    return index


def hearer(reader: Reader, inquit: Inquit, limit: int) -> None:
    """Read whom a verb tells without a preposition ("told the BBC"): the medium, or the addressee."""
    if inquit.verb is None or "hearer" not in inquit.verb.takes:
        return
    phrase = reader.phrase(inquit.last, limit, attach=False)
    if phrase is None:
        return
    if reader.is_medium(phrase):
        inquit.medium = phrase
    else:
        inquit.addressee = phrase
    inquit.last = phrase.last


def read_tail(reader: Reader, inquit: Inquit, limit: int) -> Inquit:
    """Read on from the speaker: time, medium, addressee, occasion, document and who passes it on."""
    index = inquit.last
    for _ in range(LONGEST_TAIL):
        start = index
        index = past_adverbs(reader, index, limit)
        index = _tail_step(reader, inquit, index, limit)
        if index == start or index >= limit:
            break
    end = min(index, limit)
    while end > inquit.last and reader.tokens[end - 1].fold in reader.grammar.negations:  # it is of what follows
        end -= 1
    inquit.last = end
    return inquit


def _tail_step(reader: Reader, inquit: Inquit, index: int, limit: int) -> int:
    """Return the end of the next piece of an inquit's tail; ``index`` where it ends."""
    passed = relay(reader, inquit, index, limit)
    if passed > index:
        return passed
    told = _told(reader, inquit, index, limit)
    if told > index:
        return told
    if reader.char(index) == "," and index + 1 < limit:
        if _ends_apposition(reader, inquit, index):
            return index + 1
        return _past_relative(reader, index, limit)
    if "and" in reader.classes(index) and reader.verb(index + 1):
        inquit.adds = True
        end = index + 1
        while end < limit and reader.char(end) not in ".,:;!?":
            end += 1
        return end
    if "preposition" in reader.classes(index) or reader.cue(index, "preposition"):
        return _past_preposition(reader, inquit, index, limit)
    return index


def _past_relative(reader: Reader, comma: int, limit: int) -> int:
    """Return the end of ", som leder X," where the inquit goes on behind it ("til NRK"), else ``comma``."""
    if not (reader.classes(comma + 1) & {"relative", "person"} or "person" in reader.classes(comma + 2)):
        return comma
    for at in range(comma + 2, min(comma + LONGEST_CLAUSE, limit - 1)):
        if reader.char(at) == ",":
            known = reader.cue(at + 1, "medium", "according") or "addressee" in reader.classes(at + 1)
            return at + 1 if known else comma
    return comma


def settle(reader: Reader, inquit: Inquit, limit: int) -> bool:
    """Take a few unknown words behind a speaker into the inquit; tell whether it then ends at a mark."""
    if inquit.last >= limit or not reader.is_word(inquit.last) or reader.char(inquit.last - 1) in ",:":
        return True
    if inquit.verb is None or inquit.verb.kind != "cue":
        return False
    if "relative" in reader.classes(inquit.last) and is_described(reader, inquit, limit):
        inquit.last = limit
        return True
    for at in range(inquit.last, min(inquit.last + UNKNOWN, limit)):
        if reader.verb(at) or reader.classes(at) & {"auxiliary", "that"}:
            return False
        if reader.char(at + 1) in ".,:;!?" or at + 1 >= limit:
            inquit.last = at + 1
            return True
    return False


def _ends_apposition(reader: Reader, inquit: Inquit, comma: int) -> bool:
    """Tell whether a comma closes ", Name" behind a role and the inquit goes on ("guvernør, X, til AFP")."""
    speaker = inquit.speaker
    if speaker is None or speaker.last != comma or speaker.name is None or speaker.name[0] < speaker.core:
        return False
    return bool(reader.classes(comma + 1) & {"addressee", "adverb", "preposition"})


def _told(reader: Reader, inquit: Inquit, index: int, limit: int) -> int:
    """Read "til X", "i et intervju med X"; return its end or ``index``."""
    hit = reader.cue(index, "medium")
    addressed = "addressee" in reader.classes(index)
    if hit is None and not addressed:
        return index
    begin = hit[0] if hit is not None else index + 1
    phrase = reader.phrase(begin, limit, attach=False)
    if phrase is None:
        return index
    phrase = medium_alone(reader, phrase)
    if hit is not None and reader.is_medium(phrase):
        inquit.medium = phrase
        return phrase.last
    if any("document" in reader.classes(i) for i in range(phrase.first, phrase.core)):
        inquit.document = phrase
        return phrase.last
    if (
        addressed
        and "preposition" in reader.classes(index)
        and not any("occasion" in reader.classes(i) for i in range(phrase.first, phrase.core))
    ):
        inquit.addressee = inquit.addressee or phrase
        return phrase.last
    return index


def _past_preposition(reader: Reader, inquit: Inquit, index: int, limit: int) -> int:
    """Return the end of a phrase of place, time or occasion; note a document ("i brevet")."""
    hit = reader.cue(index, "preposition")
    begin = hit[0] if hit is not None else index + 1
    phrase = reader.phrase(begin, limit)
    if phrase is None:
        return max(begin, index + 1)
    if any("document" in reader.classes(i) for i in range(phrase.first, phrase.core)):
        inquit.document = inquit.document or phrase
    return phrase.last
