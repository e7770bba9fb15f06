"""What somebody supports, wants, knows or speaks of: attributions beside the utterances ("X opposes the plan").

They are told apart from quotes because nobody is the authority for a fact by wanting, liking or mentioning it.
Needs: quotes, credits.  Gives: attitudes.  Language table: ``attitude`` and ``attitude_noun`` of speech.toml.
Rule: attitudes-v1.
"""

from __future__ import annotations

from collections.abc import Iterator

from twosource.annotate.draft import Draft
from twosource.annotate.quotes.predicates import Predicate, attitude_at, noun_at
from twosource.annotate.quotes.reader import OPENERS, Phrase, Reader
from twosource.annotate.quotes.relayed import find_relayed
from twosource.annotate.quotes.segments import form_of
from twosource.annotate.quotes.speakers import Speakers
from twosource.annotate.quotes.voices import Voices
from twosource.model import Quote, Reason, Speaker

LONGEST = 200
"""How many tokens are read behind a verb for what it attributes."""
_SILENT = ("caption", "subhead")


def find_attitudes(draft: Draft) -> Iterator[Quote]:
    """Yield what the sentences attribute to somebody outside the quotes found before, in order of position.

    Each is a `Quote` whose ``act`` says how it is held (judges, wants, thinks, names, seems, relays ...); its
    ``origin`` is empty.  A language without a table of attitudes has none but the flash of an agency.
    """
    yield from find_relayed(draft)
    reader = Reader.of(draft)
    if not reader.grammar.attitudes:
        return
    yield from _Attitudes(reader).read()


class _Attitudes:
    """Reads the sentences of a report in order, with the quotes that are already known."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        draft = reader.draft
        self.taken = bytearray(len(reader.tokens) + 1)
        spoken: list[tuple[int, int]] = []
        self.told: list[tuple[int, Quote]] = []
        for quote in draft.quotes:
            covered = draft.token_range(quote.span)
            self._take(covered)
            if quote.cue is not None:
                self._take(draft.token_range(quote.cue))
            for link in quote.origin[:-1]:
                self._take(draft.token_range(link.span))
            if quote.direct:
                spoken.append((covered.start, covered.stop))
            self.told.append((covered.start, quote))
        self.speakers = Speakers(reader, Voices(reader), sorted(spoken))
        self.next = 0

    def _take(self, covered: range) -> None:
        for index in covered:
            self.taken[index] = 1

    def read(self) -> Iterator[Quote]:
        """Yield the attitudes of all sentences."""
        for sentence in self.reader.draft.sentences:
            if self.reader.draft.blocks[sentence.block].kind in _SILENT:
                continue
            covered = self.reader.draft.token_range(sentence.span)
            yield from self._sentence(covered.start, covered.stop)

    def _sentence(self, first: int, last: int) -> Iterator[Quote]:
        """Yield the attitudes of a sentence, tokens ``first`` to ``last`` (exclusive)."""
        current = self._speaker_in(first, last)
        index = free = begin = first
        while index < last:
            if self.taken[index] or index not in self.reader.cues:
                index += 1
                continue
            free = free if free > index else self._free(index, last)
            limit = min(free, index + LONGEST)
            found = attitude_at(self.reader, begin, index, limit, current) or noun_at(self.reader, first, index, limit)
            if found is None or any(self.taken[found.first : found.last]):
                index += 1
                continue
            current = found.holder or current
            quote = self._quote(found)
            if quote is not None:
                yield quote
                self._take(range(found.first, found.last))
            index = begin = max(index + 1, found.last)

    def _free(self, index: int, last: int) -> int:
        """Return where the next quote begins, ``last`` where none does before."""
        at = self.taken.find(1, index, last)
        return last if at < 0 else at

    def _speaker_in(self, first: int, last: int) -> Phrase | None:
        """Return who speaks in the sentence by its first quote, and remember all who do."""
        found: Phrase | None = None
        while self.next < len(self.told) and self.told[self.next][0] < last:
            at, quote = self.told[self.next]
            self.next += 1
            if quote.speaker is None:
                continue
            covered = self.reader.draft.token_range(quote.speaker.span)
            phrase = self.reader.phrase(covered.start, covered.stop) if len(covered) else None
            if phrase is None:
                continue
            self.speakers.remember(phrase, quote.speaker.name)
            if at >= first and found is None:
                found = phrase
        return found

    def _quote(self, found: Predicate) -> Quote | None:
        """Return the finished attitude."""
        reader = self.reader
        first, last = _trimmed(reader, found.first, found.last)
        if last <= first:
            return None
        cue, span = reader.span(*found.cue), reader.span(first, last)
        reason = Reason(f"attitudes-v1:{found.frame}", found.score, "", (cue,))
        return Quote(
            span,
            reader.text[span.start : span.end],
            form_of(reader, first, last),
            reason,
            speaker=self._holder(found.holder, found.frame),
            cue=cue,
            act=found.act,
        )

    def _holder(self, phrase: Phrase | None, frame: str) -> Speaker | None:
        return None if phrase is None else self.speakers.speaker(phrase, frame)


def _trimmed(reader: Reader, first: int, last: int) -> tuple[int, int]:
    """Return a stretch without marks at its ends that are no quote marks."""
    while first < last and not reader.is_word(first) and reader.char(first) not in OPENERS:
        first += 1
    while last > first and not reader.is_word(last - 1) and reader.char(last - 1) not in OPENERS + ")":
        last -= 1
    return first, last
