"""How far an authority reaches: back over a paragraph, on to its end, or over what somebody measured.

Rule: attributions-v1.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from twosource.annotate.draft import Draft
from twosource.annotate.quotes.anaphora import read_source
from twosource.annotate.quotes.clauses import clause_end, clause_start, right_before, subject_before
from twosource.annotate.quotes.grammar import Cue
from twosource.annotate.quotes.reader import DASHES, OPENERS, Phrase, Reader
from twosource.annotate.quotes.voices import Voices
from twosource.model import Attribution, Link, Reason, Span

DATELINE = 14
"""How many words a dateline has at most."""
BACK = 3
"""How many sentences of its paragraph "Det skriver X" covers at most."""


FARTHEST = 24
"""How many tokens in front of a relative clause whom it is about is sought."""
TELL = "tell"
"""The verbs of ``attest`` that tell what somebody says and need not have measured: to confirm, to speak of."""
SEEN = 10
"""How many words behind a document are searched for the medium that has seen it."""


class _Covered:
    """Spans already given to an authority, to ask whether one meets a stretch."""

    def __init__(self, found: list[Attribution]) -> None:
        self._spans = sorted(a.span for a in found)
        self._starts = [s.start for s in self._spans]

    def meets(self, span: Span) -> bool:
        """Tell whether a span begins in the stretch, or the one before reaches into it."""
        first = bisect_left(self._starts, span.start)
        if first < len(self._spans) and self._starts[first] < span.end:
            return True
        return first > 0 and self._spans[first - 1].end > span.start

    def before_next(self, span: Span) -> Span:
        """Return the stretch up to where the next span begins in it; itself where none does."""
        first = bisect_left(self._starts, span.start)
        inside = first < len(self._starts) and span.start < self._starts[first] < span.end
        return Span(span.start, self._starts[first]) if inside else span


def reach_back(draft: Draft, found: list[Attribution]) -> Iterator[Attribution]:
    """Yield the attributions, those of anaphoric sentences stretched over the statements before in their paragraph."""
    covered = _Covered(found)
    starts = [s.span.start for s in draft.sentences]
    for each in found:
        if not each.reason.rule.endswith(":anaphora"):
            yield each
            continue
        number = bisect_right(starts, each.span.start) - 1
        first, back = number, 1
        while (
            first > 0
            and back < BACK
            and draft.sentences[first - 1].block == draft.sentences[number].block
            and not covered.meets(draft.sentences[first - 1].span)
        ):
            first, back = first - 1, back + 1
        span = Span(draft.sentences[first].span.start, each.span.end)
        yield Attribution(span, each.links, each.reason)


def find_attested(reader: Reader, found: list[Attribution]) -> Iterator[Attribution]:
    """Yield what somebody measured, counted, adjusted or forbade, with him as authority."""
    covered = _Covered(found)
    voices = Voices(reader)
    for index, hits in reader.cues.items():
        for end, cue in hits:
            if cue.kind in ("attest", "witness"):
                attested = _attested(reader, voices, covered, index, end, cue)
                if attested is not None:
                    yield attested
                break


def _attested(reader: Reader, voices: Voices, covered: _Covered, index: int, end: int, cue: Cue) -> Attribution | None:
    number = reader.sentence_number(reader.tokens[index].start)
    if number < 0:
        return None
    sentence = reader.draft.sentences[number]
    tokens = reader.draft.token_range(sentence.span)
    if reader.draft.blocks[sentence.block].kind in ("headline", "subhead"):
        return None
    begin = clause_start(reader, _past_dateline(reader, tokens), index)
    while begin < index and _joins(reader, begin):
        begin += 1
    phrase = _attesting(reader, begin, index, end, tokens.stop, cue)
    if phrase is None or not _can_attest(reader, voices, phrase, cue) or _parted(reader, phrase, index):
        return None
    if "reflexive" in reader.classes(end):
        return None
    if cue.kind == "witness" and not voices.has(phrase, "reporter"):
        return None
    if cue.shape == "other" and not any("auxiliary" in reader.classes(i) for i in range(phrase.last, index)):
        return None
    last = _attested_end(reader, index, tokens.stop)
    while last > end and reader.char(last - 1) in ".!?…" + OPENERS:
        last -= 1
    if cue.id == TELL and (phrase.last >= last or not _is_told(reader, phrase, index, end, last)):
        return None
    span = _free(reader, covered, (begin, min(phrase.first, index)), end, last)
    if span is None:
        return None
    link = voices.link(phrase, "originates", "attests", 0.75)
    medium = _told(reader, end, tokens.stop)
    links = (link,) if medium is None else (voices.link(medium, "relays", "medium", 0.75), link)
    return Attribution(span, links, Reason("attributions-v1:attests", 0.75, "", tuple(each.span for each in links)))


def _attesting(reader: Reader, begin: int, index: int, end: int, stop: int, cue: Cue) -> Phrase | None:
    """Return who attests: what stands in front of the verb, or behind it where its clause opens with something else."""
    if _is_relative(reader, index):
        return right_before(reader, max(begin - FARTHEST, 0), index - 2)
    phrase, behind = subject_before(reader, begin, index)
    turned = cue.id != TELL or (reader.grammar.verb_second and not reader.grammar.noun_first)
    return reader.phrase(end, stop) if behind and turned and cue.shape == "finite" else phrase


def _is_told(reader: Reader, phrase: Phrase, index: int, end: int, last: int) -> bool:
    """Tell whether a verb of telling is neither denied nor in the passive, its subject next to it."""
    grammar = reader.grammar
    between = range(phrase.last, index)
    edges = [*between, *(i for i in (end, last - 1) if i < len(reader.tokens))]
    if any(reader.tokens[i].fold in grammar.negations for i in edges):
        return False
    if "be" in reader.classes(index - 1):
        return False
    if _is_relative(reader, index):
        return True
    apposed = bool(between) and reader.char(phrase.last) == "," == reader.char(index - 1)
    return apposed or not any(reader.char(i) in ",;:" or reader.verb(i) or _joins(reader, i) for i in between)


def _parted(reader: Reader, phrase: Phrase, index: int) -> bool:
    """Tell whether a comma parts who would attest from the verb, so that another is its subject, or it is no verb."""
    between = range(phrase.last, index)
    apposed = bool(between) and reader.char(phrase.last) == "," == reader.char(index - 1)
    parted = any(reader.char(i) == "," for i in between)
    return parted and not apposed and not _is_relative(reader, index)


def _is_relative(reader: Reader, index: int) -> bool:
    """Tell whether a verb stands in a clause that adds something to who is named ("the ministry, which counts ...")."""
    return reader.char(index - 2) == "," and "relative" in reader.classes(index - 1)


def _joins(reader: Reader, index: int) -> bool:
    """Tell whether a clause begins at the token, so that the verb behind it may have another subject."""
    kinds = reader.classes(index)
    return bool(kinds & {"that", "subjunction", "relative", "break"}) and not kinds & {"article", "determiner"}


def _free(reader: Reader, covered: _Covered, starts: Iterable[int], end: int, last: int) -> Span | None:
    """Return the words up to ``last`` from the first of ``starts`` that no other authority has a part of, or None.

    They end where another authority's begin, if more than a mark stands between the verb that ends at ``end`` and it.
    """
    for start in starts:
        whole = Span(reader.tokens[start].start, reader.tokens[last - 1].end)
        span = covered.before_next(whole)
        if not covered.meets(span) and (span == whole or span.end > reader.tokens[min(end + 1, last - 1)].end):
            return span
    return None


def _past_dateline(reader: Reader, tokens: range) -> int:
    """Return where a sentence begins behind a dateline ("Lima, 8 jun (EFE).- "), else its first token."""
    for index in range(tokens.start, min(tokens.start + DATELINE, tokens.stop - 2)):
        if reader.char(index) == ")":
            at = index + 2 if reader.char(index + 1) == "." else index + 1
            return at + 1 if reader.char(at) in (*DASHES, ":") and at + 1 < tokens.stop else tokens.start
    return tokens.start


def _attested_end(reader: Reader, index: int, stop: int) -> int:
    """Return the end of what is attested, over "and put the damage at ..." on to the next such verb."""
    last = clause_end(reader, index, stop)
    while "and" in reader.classes(last) and reader.cue(last + 1, "attest") is not None:
        last = clause_end(reader, last + 1, stop)
    return last


def _told(reader: Reader, index: int, stop: int) -> Phrase | None:
    """Return the medium that somebody who attests told it to ("en declaraciones al canal X"), or None."""
    for at in range(index, stop):
        hit = reader.cue(at, "medium")
        phrase = reader.phrase(hit[0], stop, attach=False) if hit is not None and hit[0] < stop else None
        if phrase is not None and reader.is_medium(phrase):
            return phrase
    return None


def _can_attest(reader: Reader, voices: Voices, phrase: Phrase, cue: Cue) -> bool:
    """Tell whether a phrase is a body or a person by name or role, and no place or thing.

    A place alone is the state that it stands for where it tells something ("Oslo confirmed ..."); it measures nothing.
    """
    if reader.classes(phrase.first) & {"subject", "impersonal", "anaphor"} and phrase.last == phrase.first + 1:
        return False
    if cue.id == TELL and reader.named.get(phrase.first, (0, ""))[0] == phrase.core:
        return True
    if phrase.name is not None:
        kinds = {reader.named[i][1] for i in range(*phrase.name) if i in reader.named}
        return "place" not in kinds
    tied = any(reader.cue(index, "body", "person") for index in range(phrase.first, phrase.core))
    return tied or any(voices.has(phrase, kind) for kind in ("body", "person", "reporter", "unnamed"))


def find_seen(reader: Reader, found: Iterable[Attribution]) -> Iterator[Attribution]:
    """Yield the attributions, the medium that has seen a document put in front of it ("a memo seen by X")."""
    voices = Voices(reader)
    for each in found:
        document = each.links[-1]
        tokens = reader.draft.token_range(document.span)
        at = _seen_by(reader, tokens.stop) if document.role == "document" else None
        if at is None:
            yield each
            continue
        end = reader.media[at][0]
        link = voices.link(Phrase(at, end, end, (at, end)), "relays", "seen", 0.8)
        known = any(link.name == other.name for other in each.links)
        yield each if known else Attribution(each.span, (*each.links[:-1], link, document), each.reason)


def _seen_by(reader: Reader, index: int) -> int | None:
    """Return where the clause behind a document names the medium that has seen it, or None."""
    number = reader.sentence_number(reader.tokens[index - 1].start)
    stop = min(index + SEEN, reader.draft.token_range(reader.draft.sentences[number].span).stop) if number >= 0 else 0
    clause = range(index, stop)
    if not any("seen" in reader.classes(i) for i in clause):
        return None
    return next((i for i in clause if i in reader.media), None)


def find_relayed(reader: Reader, found: list[Attribution]) -> Iterator[Attribution]:
    """Yield the attributions, who relays a whole paragraph ("Meldingen gjengis av X") put in front of its chains."""
    relays: dict[int, Link] = {}
    voices = Voices(reader)
    for sentence in reader.draft.sentences if reader.standing.of_cue["carry"] else ():
        tokens = reader.draft.token_range(sentence.span)
        if reader.cue(tokens.start, "carry") is None:
            continue
        source = read_source(reader, tokens.start, tokens.stop - 1)
        if source is not None:
            relays[sentence.block] = voices.link(source.speaker, "relays", "carries", 0.85)
    for each in found:
        number = reader.sentence_number(each.span.start)
        link = relays.get(reader.draft.sentences[number].block) if number >= 0 else None
        if link is None or any(link.name == other.name for other in each.links):
            yield each
        else:
            yield Attribution(each.span, (link, *each.links), each.reason)
    yield from _alone(reader, found, relays)


def _alone(reader: Reader, found: list[Attribution], relays: dict[int, Link]) -> Iterator[Attribution]:
    """Yield the sentences of a relayed paragraph that nobody else is the authority for."""
    if not relays:
        return
    covered = _Covered(found)
    for sentence in reader.draft.sentences:
        link = relays.get(sentence.block)
        if link is not None and not covered.meets(sentence.span) and not sentence.span.covers(link.span):
            yield Attribution(sentence.span, (link,), Reason("attributions-v1:relayed", 0.7, "", (link.span,)))
