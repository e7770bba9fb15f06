"""Features of the words of a text for the names model.

What hangs on the word alone is prepared (see `WordType`); what hangs on the place (first in the sentence, seen in lower
case elsewhere, inside a known phrase) is added for each occurrence.  The same code makes the lists of features that
training needs and the sums of their weights that reading needs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Generic, NamedTuple

from twosource.annotate.names_knowledge import Knowledge, town_code
from twosource.annotate.names_plain import plain_types, plain_words
from twosource.annotate.names_types import EDGE, ENDING, ENDS, LARGE, OPENING, OPENINGS, Made, Scheme, Source, WordType
from twosource.annotate.names_weights import OUTSIDE

EDGES = 2
"""So many edges part the sequences of a report in a row: no word sees farther."""
_MOST_TYPES = 60_000
_LONG, _LAST = 5, 3
"""Runs of so many words with large initials are long, and words behind so many others of one are its last ones."""
_LARGE = re.compile(LARGE)
_RUN = re.compile(f"{LARGE}+")
_NEAR = re.compile(rf"(?:[^{LARGE}{EDGE}]{{0,2}}{LARGE}+)+[^{LARGE}{EDGE}]{{0,2}}")
"""Words with a large initial, and those with one within two words."""
_FIRST = re.compile(rf"[{EDGE}{ENDING}]{re.escape(OPENING)}*(?={LARGE})")
"""What stands before a word with a large initial where that may begin a sentence."""


class Row(NamedTuple, Generic[Made]):
    """The word types of all sequences of a report, with `EDGES` edges in front, between them and behind.

    ``spans`` tells where each sequence begins and ends.
    """

    types: list[WordType[Made]]
    spans: list[tuple[int, int]]


class FeatureMaker(Scheme[Made]):
    """Makes the features of one language's texts."""

    def __init__(self, language: str, knowledge: Knowledge, source: Source[Made]) -> None:
        super().__init__(language, knowledge, source)
        self._types: dict[str, WordType[Made]] = {}
        self._edge = WordType(EDGE, self)
        self._edge.be_edge(self.weigh([("edge", "")]))
        self._shapes = cache(self._of_shapes)
        self._places = [
            [self.weigh([("r", f"{place}|{length}"), ("rl", str(length))]) for place in range(_LAST + 1)]
            for length in range(1, _LONG + 1)
        ]
        self._phrase: Callable[[str, str], Made] = cache(self._of_phrase)
        self._towns: Callable[[str, str], Made] = cache(self._of_town)

    def types(self, words: Sequence[str]) -> list[WordType[Made]]:
        """Return the word types of ``words``."""
        known = self._types
        if len(known) > _MOST_TYPES:
            self._forget()
        try:
            return [known[word] for word in words]
        except KeyError:
            self._meet([word for word in words if word not in known])
        return [known[word] for word in words]

    def row(self, sequences: Sequence[Sequence[str]]) -> Row[Made]:
        """Return the word types of the sequences of one report in a row."""
        types = self.types([word for words in sequences for word in words])
        return self._in_a_row(types, [len(words) for words in sequences])

    def _meet(self, words: Iterable[str]) -> None:
        """Prepare words that were not met before."""
        known, new = self._types, dict.fromkeys(words)
        plain = plain_words(new, self)
        for kind in plain_types(plain, self):
            known[kind.fold] = kind
        for word in new:
            if word not in known:
                known[word] = WordType(word, self)

    def _forget(self) -> None:
        """Leave what was prepared, so that it does not grow without end."""
        self._types.clear()
        for memo in (self._shapes, self.ends, self.begins, self.small_ends, self.ends_near, self.ends_beside):
            memo.cache_clear()

    def features(self, sequences: Sequence[Sequence[WordType[Made]]]) -> list[list[Made]]:
        """Return the features of each word of the sequences of one report (see `in_row`)."""
        row = self._in_a_row([kind for each in sequences for kind in each], [len(each) for each in sequences])
        made = self.in_row(row.types)
        return [made[start:end] for start, end in row.spans]

    def in_row(self, types: Sequence[WordType[Made]]) -> list[Made]:
        """Return the features of the words of a `Row`, and nothing for its edges.

        A word that has no large initial within two words sees itself alone: names are seldom there, and most words are.
        """
        signs, alone = "".join([kind.sign for kind in types]), self._places[0][0]
        made = [kind.inside for kind in types]
        for near in _NEAR.finditer(signs):
            self._add_around(types, made, *near.span())
        places = _places(types, signs)
        for run in _RUN.finditer(signs):
            begin, end = run.span()
            if end - begin == 1:
                kind, place = types[begin], places[begin]
                own = kind.features[place]
                beside = types[begin - 1].opens + types[end].closes
                made[begin] = made[begin] + beside + alone + (kind.at(place) if own is None else own)
            else:
                self._add_run(types, made, (begin, end), places)
        self._add_phrases(types, made)
        return made

    def _in_a_row(self, words: Sequence[WordType[Made]], lengths: Iterable[int]) -> Row[Made]:
        """Return the words of sequences of such lengths with two edges between them, in front and behind."""
        edges = [self._edge] * EDGES
        types, spans, done = list(edges), [], 0
        for length in lengths:
            spans.append((len(types), len(types) + length))
            types += words[done : done + length]
            types += edges
            done += length
        return Row(types, spans)

    def _add_around(self, types: Sequence[WordType[Made]], made: list[Made], begin: int, end: int) -> None:
        """Add to words what they see of the two words on either side."""
        shapes = self._shapes
        own = types[begin:end]
        left, right = types[begin - 1 : end - 1], types[begin + 1 : end + 1]
        rows = zip(types[begin - 2 : end - 2], left, own, right, types[begin + 2 : end + 2], strict=True)
        made[begin:end] = [
            kind.inside
            + farther.before2
            + before.before
            + after.after
            + farthest.after2
            + shapes(before.shape, kind.shape, after.shape)
            for farther, before, kind, after, farthest in rows
        ]

    def _add_run(
        self, types: Sequence[WordType[Made]], made: list[Made], run: tuple[int, int], places: Mapping[int, int]
    ) -> None:
        """Add to the words of a run of several large initials what they see of themselves, each other and beside it."""
        begin, end = run
        beside = types[begin - 1].opens + types[end].closes
        places_in_run = self._places[min(end - begin, _LONG) - 1]
        for index in range(begin, end):
            kind, mine, place = types[index], places_in_run[min(index - begin, _LAST)], places[index]
            own = kind.features[place]
            made[index] = made[index] + beside + mine + (kind.at(place) if own is None else own)
        for index in range(begin + 1, end):
            made[index - 1] = made[index - 1] + types[index].after_known
            made[index] = made[index] + types[index - 1].before_known
        if self.has_towns:
            self._add_towns(types, made, begin, end)

    def _of_shapes(self, before: str, own: str, after: str) -> Made:
        """Return the features of three shapes in a row."""
        return self.weigh([("cc", f"{before}|{own}"), ("cd", f"{own}|{after}"), ("ccc", f"{before}|{own}|{after}")])

    def _of_phrase(self, mark: str, kind: str) -> Made:
        """Return the feature of a word at the beginning (B) of a known phrase or inside it (I)."""
        return self.weigh([("m", mark + kind)])

    def _of_town(self, mark: str, code: str) -> Made:
        """Return the feature of a word at the beginning (B) of a town's name of several words or inside it (I)."""
        return self.weigh([("yp", mark + code)])

    def _add_towns(self, types: Sequence[WordType[Made]], made: list[Made], begin: int, end: int) -> None:
        """Add the features of towns of two or three words with large initials."""
        index = begin
        while index < end - 1:
            for stop in range(min(index + 3, end), index + 1, -1):
                code = town_code("_".join([kind.fold for kind in types[index:stop]]), *self.towns)
                if code:
                    for place in range(index, stop):
                        made[place] = made[place] + self._towns("I" if place > index else "B", code)
                    index = stop - 1
                    break
            index += 1

    def _add_phrases(self, types: Sequence[WordType[Made]], made: list[Made]) -> None:
        """Add the features of words inside known phrases that have a large initial somewhere."""
        folds: list[str] = []
        covered = 0
        for index in [index for index, kind in enumerate(types) if kind.begins]:
            if index < covered:
                continue
            folds = folds or [kind.fold for kind in types]
            hit = self.knowledge.gazetteer.phrase(folds, index)
            if hit is None or not any(t.large for t in types[index : hit[0]]):
                continue
            covered = hit[0]
            made[index] = made[index] + self._phrase("B", hit[1])
            for inner in range(index + 1, covered):
                made[inner] = made[inner] + self._phrase("I", hit[1])


def _places(types: Sequence[WordType[Made]], signs: str) -> dict[int, int]:
    """Return of each word with a large initial what tells its features apart (`WordType.at`).

    That is how a report writes it: at the head of a sentence, in small letters, with a large initial inside a sentence.
    """
    firsts = {found.end() for found in _FIRST.finditer(signs)}
    large = [(found.start(), types[found.start()].fold) for found in _LARGE.finditer(signs)]
    inside = {fold for index, fold in large if index not in firsts}
    small = {kind.fold for kind in types if not kind.large}
    return {index: (index in firsts) + 2 * (fold in small) + 4 * (fold in inside) for index, fold in large}


def first_words(words: Sequence[str]) -> list[bool]:
    """Tell of each word whether it may begin a sentence: at the start, or behind an ending mark or an opening one."""
    found = []
    open_ = True
    for word in words:
        found.append(open_)
        if word in ENDS:
            open_ = True
        elif not (open_ and word in OPENINGS):
            open_ = False
    return found


def may_begin(words: Sequence[str], index: int) -> bool:
    """Tell whether one word may begin a sentence, as `first_words` does, without looking at all of them."""
    while index > 0 and words[index - 1] in OPENINGS:
        index -= 1
    return index == 0 or words[index - 1] in ENDS


def labels_to_spans(labels: Iterable[str]) -> list[tuple[int, int, str]]:
    """Return (first, end, kind) for each run of labels; an I without its B begins a run too."""
    spans: list[tuple[int, int, str]] = []
    begin, current = 0, ""
    index = -1
    for index, label in enumerate(labels):
        if not current and label == OUTSIDE:
            continue
        mark, kind = label[0], label[2:]
        if current and (mark != "I" or kind != current):
            spans.append((begin, index, current))
            current = ""
        if mark == "B" or (mark == "I" and not current):
            begin, current = index, kind
    if current:
        spans.append((begin, index + 1, current))
    return spans
