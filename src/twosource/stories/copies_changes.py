"""What a copy changes of its original, a sentence at a time."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from twosource.model import Change, Passage, Reading, Span
from twosource.stories.copies_signature import skeleton

SAME = 0.9
"""The share of the words of both from which a sentence counts as not reworded."""
ALIKE = 0.34
"""The share of the words of both that two sentences must have in common to be one and the same."""
PARTNERS = 16
"""So many sentences of the original are held against one of the copy."""
MOST = 400
"""So many sentences of a long text are looked at."""
_NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d.,:])|\d+(?:[.,:]\d+)*")


class _Sentence(NamedTuple):
    """A sentence: where it stands, its words (in a translation their consonants), how many, and its numbers."""

    passage: Passage
    words: Counter[str]
    total: int
    numbers: Counter[str]


class _Pair(NamedTuple):
    """Two sentences that are one, by their places, and how much they have in common."""

    before: int
    after: int
    likeness: float


def find_changes(original: Reading, copy: Reading) -> tuple[Change, ...]:
    """Return what the copy changes, in its own order; what it leaves out comes last, in the order of the original.

    Sentences that both have in the same words at the same place are no change; those of a translation are none where
    they have the same numbers.
    """
    translated = original.report.language != copy.report.language
    before, after = _sentences(original, translated), _sentences(copy, translated)
    pairs = {pair.after: pair for pair in _pairs(before, after)}
    if translated:
        _fill(pairs, before, after)
    moved = _moved([pairs[number].before for number in sorted(pairs)])
    changes = []
    for number, sentence in enumerate(after):
        pair = pairs.get(number)
        if pair is None:
            changes.append(Change("added", after=sentence.passage))
        elif (kind := _kind(before[pair.before], sentence, pair, pair.before in moved, translated)) is not None:
            changes.append(_change(kind, before[pair.before], sentence))
    kept = {pair.before for pair in pairs.values()}
    left = [Change("left_out", before=s.passage) for number, s in enumerate(before) if number not in kept]
    return (*changes, *left)


def _sentences(reading: Reading, translated: bool) -> list[_Sentence]:
    return [_sentence(reading, sentence.span, translated) for sentence in reading.sentences[:MOST]]


def _sentence(reading: Reading, span: Span, translated: bool) -> _Sentence:
    text = reading.report.read(span)
    said = (skeleton(word) for word in text.split()) if translated else map(_plain, text.split())
    words = Counter(filter(None, said))
    numbers = Counter("".join(c for c in found if c.isdigit()) for found in _NUMBER.findall(text))
    return _Sentence(Passage(span.start, span.end, text), words, words.total(), numbers)


def _plain(word: str) -> str:
    return "".join(c for c in word.casefold() if c.isalnum())


def _pairs(before: Sequence[_Sentence], after: Sequence[_Sentence]) -> list[_Pair]:
    """Return the sentences that are one in both, each once, the likest first."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number, sentence in enumerate(before):
        for word in sentence.words:
            holders[word].append(number)
    found = [
        _Pair(number, place, likeness)
        for place, sentence in enumerate(after)
        for number in _partners(sentence, holders)
        if (likeness := _likeness(before[number], sentence)) >= ALIKE
    ]
    taken: tuple[set[int], set[int]] = (set(), set())
    chosen = []
    for pair in sorted(found, key=lambda pair: (-pair.likeness, abs(pair.before - pair.after), pair.after)):
        if pair.before not in taken[0] and pair.after not in taken[1]:
            taken[0].add(pair.before)
            taken[1].add(pair.after)
            chosen.append(pair)
    return chosen


def _fill(pairs: dict[int, _Pair], before: Sequence[_Sentence], after: Sequence[_Sentence]) -> None:
    """Pair what is left of a translation by its place: behind one pair and before the next."""
    taken = {pair.before for pair in pairs.values()}
    for number, sentence in enumerate(after):
        place = pairs[number - 1].before + 1 if number - 1 in pairs else number
        following = pairs[number + 1].before if number + 1 in pairs else place + 1
        if number not in pairs and place not in taken and place < len(before) and place < following:
            pairs[number] = _Pair(place, number, _likeness(before[place], sentence))
            taken.add(place)


def _partners(sentence: _Sentence, holders: dict[str, list[int]]) -> list[int]:
    """Return the sentences of the original that share most words with this one; a word of many of them tells little."""
    shared = Counter(number for word in sentence.words for number in holders.get(word, ())[:PARTNERS])
    return [number for number, _ in shared.most_common(PARTNERS)]


def _likeness(left: _Sentence, right: _Sentence) -> float:
    """Return how many words two sentences share, of those of both (Dice)."""
    total = left.total + right.total
    others = right.words
    return 2 * sum(min(n, others[w]) for w, n in left.words.items() if w in others) / total if total else 0.0


def _kind(before: _Sentence, after: _Sentence, pair: _Pair, moved: bool, translated: bool) -> str | None:
    if before.numbers != after.numbers:
        return "numbers"
    if not translated and (pair.likeness < SAME or before.words != after.words):
        return "reworded"
    return "moved" if moved else None


def _change(kind: str, before: _Sentence, after: _Sentence) -> Change:
    numbers = (before.numbers - after.numbers, after.numbers - before.numbers)
    return Change(kind, before.passage, after.passage, (tuple(numbers[0]), tuple(numbers[1])))


def _moved(places: Sequence[int]) -> set[int]:
    """Return the places that stand out of order: those outside the longest run that rises."""
    tops: list[int] = []
    ends: list[int] = []
    previous: list[int] = []
    for number, place in enumerate(places):
        height = bisect_left(tops, place)
        previous.append(ends[height - 1] if height else -1)
        tops[height:] = [place, *tops[height + 1 :]]
        ends[height:] = [number, *ends[height + 1 :]]
    kept, number = set(), ends[-1] if ends else -1
    while number >= 0:
        kept.add(places[number])
        number = previous[number]
    return set(places) - kept
