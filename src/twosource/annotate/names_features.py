"""Features of the words of a text for the names model.

What hangs on the word alone is prepared as lists of bytes (see `WordType`); what hangs on the place (first in the
sentence, seen in lower case elsewhere, inside a known phrase) is added for each occurrence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from twosource.annotate.names_types import Knowledge, WordType, encoded

_MOST_TYPES = 60_000
_ENDS = frozenset(".?!:…")
_OPENING = frozenset("\"'«»„“”‘’([–—-*•")
_EDGE = [b"edge"]


class DocumentCase:
    """How a report writes its words: which occur in small letters, which with a large one inside a sentence."""

    def __init__(self) -> None:
        self.small: set[str] = set()
        self.large: set[str] = set()

    def add(self, types: Sequence[WordType], firsts: Sequence[bool]) -> None:
        """Count the words of one sequence."""
        self.small.update([kind.fold for kind in types if not kind.large])
        self.large.update([kind.fold for kind, first in zip(types, firsts, strict=True) if kind.large and not first])


@lru_cache(maxsize=_MOST_TYPES)
def _shapes(before: str, own: str, after: str) -> list[bytes]:
    """Return the features of three shapes in a row."""
    return encoded("", (f"cc={before}|{own}", f"cd={own}|{after}", f"ccc={before}|{own}|{after}"))


@cache
def _run(place: int, length: int) -> list[bytes]:
    """Return the features of a word's place in a run of words with large initials."""
    return encoded("", (f"r={min(place, 3)}|{min(length, 5)}", f"rl={min(length, 5)}"))


class FeatureMaker:
    """Makes the features of one language's texts; a language that the model does not know is ``und``."""

    def __init__(self, language: str, knowledge: Knowledge) -> None:
        self.language = language
        self.knowledge = knowledge
        self._types: dict[str, WordType] = {}

    def types(self, words: Sequence[str]) -> list[WordType]:
        """Return the word types of ``words``."""
        known = self._types
        if len(known) > _MOST_TYPES:
            known.clear()
        try:
            return [known[word] for word in words]
        except KeyError:
            for word in words:
                if word not in known:
                    known[word] = WordType(word, self.language, self.knowledge)
        return [known[word] for word in words]

    def sequence(self, types: Sequence[WordType], firsts: Sequence[bool], case: DocumentCase) -> list[list[bytes]]:
        """Return the features of each word of a sequence.

        A word that has no large initial within two words sees itself alone: names are seldom there, and most words are.
        """
        made = [kind.inside for kind in types]
        done = 0
        for begin, end in _runs(types):
            for index in range(max(begin - 2, done), begin):
                made[index] = made[index] + _around(types, index)
            for index in range(begin, end):
                made[index] = _capital(types, index, firsts[index], case)
            _add_run(types, made, begin, end)
            done = end
            while done < min(end + 2, len(types)) and not types[done].large:
                made[done] = made[done] + _around(types, done)
                done += 1
        self._add_phrases(types, made)
        return made

    def _add_phrases(self, types: Sequence[WordType], made: list[list[bytes]]) -> None:
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
            made[index] = [*made[index], f"m=B{hit[1]}".encode()]
            for inner in range(index + 1, covered):
                made[inner] = [*made[inner], f"m=I{hit[1]}".encode()]


def _runs(types: Sequence[WordType]) -> Iterator[tuple[int, int]]:
    """Yield where each run of words with large initials begins and ends."""
    end = 0
    for index in [index for index, kind in enumerate(types) if kind.large]:
        if index < end:
            continue
        end = index + 1
        while end < len(types) and types[end].large:
            end += 1
        yield index, end


def _around(types: Sequence[WordType], index: int) -> list[bytes]:
    """Return what a word sees of the two words on either side."""
    before = types[index - 1] if index else None
    after = types[index + 1] if index + 1 < len(types) else None
    shapes = _shapes(before.shape if before else "", types[index].shape, after.shape if after else "")
    made = shapes + (before.seen_from("-1") if before else _EDGE)
    made += after.seen_from("+1") if after else _EDGE
    if index > 1:
        made += types[index - 2].seen_from("-2")
    if index + 2 < len(types):
        made += types[index + 2].seen_from("+2")
    return made


def _capital(types: Sequence[WordType], index: int, first: bool, case: DocumentCase) -> list[bytes]:
    """Return the features of a word with a large initial, but for those of the run that it stands in."""
    kind = types[index]
    made = kind.features(first, kind.fold in case.small, kind.fold in case.large) + _around(types, index)
    if index and types[index - 1].large:
        made += types[index - 1].seen_from("-1k")
    if index + 1 < len(types) and types[index + 1].large:
        made += types[index + 1].seen_from("+1k")
    return made


def _add_run(types: Sequence[WordType], made: list[list[bytes]], begin: int, end: int) -> None:
    """Add to each word of a run of large initials its place in it, and the words around the run."""
    around = types[begin - 1].seen_from("<") if begin else _EDGE
    around = around + (types[end].seen_from(">") if end < len(types) else _EDGE)
    for place in range(begin, end):
        made[place] += around
        made[place] += _run(place - begin, end - begin)


def first_words(words: Sequence[str]) -> list[bool]:
    """Tell of each word whether it may begin a sentence: at the start, or behind an ending mark or an opening one."""
    found = []
    open_ = True
    for word in words:
        found.append(open_)
        if word in _ENDS:
            open_ = True
        elif not (open_ and word in _OPENING):
            open_ = False
    return found


def may_begin(words: Sequence[str], index: int) -> bool:
    """Tell whether one word may begin a sentence, as `first_words` does, without looking at all of them."""
    while index > 0 and words[index - 1] in _OPENING and words[index - 1] not in _ENDS:
        index -= 1
    return index == 0 or words[index - 1] in _ENDS


def labels_to_spans(labels: Iterable[str]) -> list[tuple[int, int, str]]:
    """Return (first, end, kind) for each run of labels; an I without its B begins a run too."""
    spans: list[tuple[int, int, str]] = []
    begin, current = 0, ""
    index = -1
    for index, label in enumerate(labels):
        mark, kind = label[0], label[2:]
        if current and (mark != "I" or kind != current):
            spans.append((begin, index, current))
            current = ""
        if mark == "B" or (mark == "I" and not current):
            begin, current = index, kind
    if current:
        spans.append((begin, index + 1, current))
    return spans
