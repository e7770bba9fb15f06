"""Features of the words of a text for the names model.

What hangs on the word alone is prepared (see `WordType`); what hangs on the place (first in the sentence, seen in lower
case elsewhere, inside a known phrase) is added for each occurrence.  The same code makes the lists of features that
training needs and the sums of their weights that reading needs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache

from twosource.annotate.names_types import Knowledge, Made, Scheme, WordType

_MOST_TYPES = 60_000
_ENDS = frozenset(".?!:…")
_OPENING = frozenset("\"'«»„“”‘’([–—-*•")


class DocumentCase:
    """How a report writes its words: which occur in small letters, which with a large one inside a sentence."""

    def __init__(self) -> None:
        self.small: set[str] = set()
        self.large: set[str] = set()

    def add(self, types: Sequence[WordType[Made]], firsts: Sequence[bool]) -> None:
        """Count the words of one sequence."""
        self.small.update([kind.fold for kind in types if not kind.large])
        self.large.update([kind.fold for kind, first in zip(types, firsts, strict=True) if kind.large and not first])

    def place(self, kind: WordType[Made], first: bool) -> int:
        """Return what tells a word's features with a large initial apart (`WordType.features`)."""
        return first + 2 * (kind.fold in self.small) + 4 * (kind.fold in self.large)


class FeatureMaker(Scheme[Made]):
    """Makes the features of one language's texts."""

    def __init__(self, language: str, knowledge: Knowledge, weigh: Callable[[Sequence[str]], Made]) -> None:
        super().__init__(language, knowledge, weigh)
        self._types: dict[str, WordType[Made]] = {}
        self._edge: Made = weigh(("edge",))
        self._shapes: Callable[[str, str, str], Made] = lru_cache(maxsize=_MOST_TYPES)(self._of_shapes)
        self._place: Callable[[int, int], Made] = cache(self._of_place)
        self._phrase: Callable[[str, str], Made] = cache(self._of_phrase)
        self._towns: Callable[[str, str], Made] = cache(self._of_town)

    def types(self, words: Sequence[str]) -> list[WordType[Made]]:
        """Return the word types of ``words``."""
        known = self._types
        if len(known) > _MOST_TYPES:
            known.clear()
        try:
            return [known[word] for word in words]
        except KeyError:
            for word in words:
                if word not in known:
                    known[word] = WordType(word, self)
        return [known[word] for word in words]

    def sequence(self, types: Sequence[WordType[Made]], firsts: Sequence[bool], case: DocumentCase) -> list[Made]:
        """Return the features of each word of a sequence.

        A word that has no large initial within two words sees itself alone: names are seldom there, and most words are.
        """
        made = [kind.inside for kind in types]
        around, done = self._around, 0
        for begin, end in _runs(types):
            for index in range(max(begin - 2, done), begin):
                made[index] = made[index] + around(types, index)
            beside = self._beside_run(types, begin, end)
            for index in range(begin, end):
                kind = types[index]
                own = kind.features(case.place(kind, firsts[index])) + around(types, index) + beside
                if index > begin:
                    own = own + types[index - 1].before_known
                if index + 1 < end:
                    own = own + types[index + 1].after_known
                made[index] = own + self._place(min(index - begin, 3), min(end - begin, 5))
            if end - begin > 1 and self.language in self.knowledge.towns:
                self._add_towns(types, made, begin, end)
            done = end
            while done < min(end + 2, len(types)) and not types[done].large:
                made[done] = made[done] + around(types, done)
                done += 1
        self._add_phrases(types, made)
        return made

    def _around(self, types: Sequence[WordType[Made]], index: int) -> Made:
        """Return what a word sees of the two words on either side."""
        own = types[index].shape
        if 1 < index < len(types) - 2:
            farther, before, _, after, farthest = types[index - 2 : index + 3]
            seen = before.before + after.after + farther.before2 + farthest.after2
            return seen + self._shapes(before.shape, own, after.shape)
        left = types[index - 1] if index else None
        right = types[index + 1] if index + 1 < len(types) else None
        seen = self._shapes(left.shape if left else "", own, right.shape if right else "")
        seen = seen + (left.before if left else self._edge) + (right.after if right else self._edge)
        if index > 1:
            seen = seen + types[index - 2].before2
        if index + 2 < len(types):
            seen = seen + types[index + 2].after2
        return seen

    def _beside_run(self, types: Sequence[WordType[Made]], begin: int, end: int) -> Made:
        """Return what the words of a run of large initials see of the words around it."""
        before = types[begin - 1].opens if begin else self._edge
        return before + (types[end].closes if end < len(types) else self._edge)

    def _of_shapes(self, before: str, own: str, after: str) -> Made:
        """Return the features of three shapes in a row."""
        return self.weigh((f"cc={before}|{own}", f"cd={own}|{after}", f"ccc={before}|{own}|{after}"))

    def _of_place(self, place: int, length: int) -> Made:
        """Return the features of a word's place in a run of words with large initials."""
        return self.weigh((f"r={place}|{length}", f"rl={length}"))

    def _of_phrase(self, mark: str, kind: str) -> Made:
        """Return the feature of a word at the beginning (B) of a known phrase or inside it (I)."""
        return self.weigh((f"m={mark}{kind}",))

    def _of_town(self, mark: str, code: str) -> Made:
        """Return the feature of a word at the beginning (B) of a town's name of several words or inside it (I)."""
        return self.weigh((f"yp={mark}{code}",))

    def _add_towns(self, types: Sequence[WordType[Made]], made: list[Made], begin: int, end: int) -> None:
        """Add the features of towns of two or three words with large initials."""
        index = begin
        while index < end - 1:
            for stop in range(min(index + 3, end), index + 1, -1):
                code = self.knowledge.town(self.language, "_".join([kind.fold for kind in types[index:stop]]))
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


def _runs(types: Sequence[WordType[Made]]) -> Iterator[tuple[int, int]]:
    """Yield where each run of words with large initials begins and ends."""
    end = 0
    for index in [index for index, kind in enumerate(types) if kind.large]:
        if index < end:
            continue
        end = index + 1
        while end < len(types) and types[end].large:
            end += 1
        yield index, end


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
