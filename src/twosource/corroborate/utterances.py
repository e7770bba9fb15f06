"""Quotes as the dossier shows them, with those that give the same words in another report or language.

Two quotations are the same utterance where the speaker is the same and they share what no translation changes: numbers,
names and concepts.  Words that one leaves out are left out, not contradicted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from twosource.corroborate.claims import ENOUGH
from twosource.corroborate.people import content_of, speaker_key, speaker_name
from twosource.link import Cast
from twosource.model import Quote, Reading, Utterance

Place = tuple[str, int]


def utterances(readings: Sequence[Reading], cast: Cast) -> tuple[Utterance, ...]:
    """Return the quotes of all readings, in order, each with those of other reports that give the same words."""
    quotes = [(reading, quote) for reading in readings for quote in reading.quotes]
    same = _same(quotes, cast)
    return tuple(_utterance(reading, quote, cast, same) for reading, quote in quotes)


def _same(quotes: Sequence[tuple[Reading, Quote]], cast: Cast) -> dict[Place, list[Place]]:
    """Return, for each quote, the quotes of other reports that give the same words."""
    by_speaker: dict[str, list[tuple[Place, frozenset[str]]]] = defaultdict(list)
    for reading, quote in quotes:
        if key := speaker_key(quote, reading.report.id, cast):
            place = (reading.report.id, quote.span.start)
            by_speaker[key].append((place, content_of(quote, reading, cast)))
    found: dict[Place, list[Place]] = defaultdict(list)
    for spoken in by_speaker.values():
        for (first, a), (second, b) in combinations(spoken, 2):
            if first[0] != second[0] and len(a & b) >= ENOUGH:
                found[first].append(second)
                found[second].append(first)
    return found


def _utterance(reading: Reading, quote: Quote, cast: Cast, same: dict[Place, list[Place]]) -> Utterance:
    report = reading.report
    entity = cast.resolve(report.id, quote.speaker) if quote.speaker else None
    return Utterance(
        report=report.id,
        start=quote.span.start,
        end=quote.span.end,
        text=report.read(quote.span),
        direct=quote.direct,
        form=quote.form,
        speaker=speaker_name(quote, report.id, cast),
        entity=entity.id if entity else None,
        cue=report.read(quote.cue) if quote.cue else None,
        via=tuple(link.name for link in quote.origin[:-1]),
        same_as=tuple(f"{other}:{start}" for other, start in same.get((report.id, quote.span.start), ())),
    )
