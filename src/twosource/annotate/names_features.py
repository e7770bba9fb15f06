"""Features of words for the names model; made once a word type and language, so that a text costs little.

What hangs on the word alone is prepared as lists of bytes; what hangs on the place (first in the sentence, seen in
lower case elsewhere, inside a known phrase) is added for each occurrence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from twosource.annotate.names_gazetteer import Gazetteer

_MOST_TYPES = 60_000
_ENDS = frozenset(".?!:…")
_OPENING = frozenset("\"'«»„“”‘’([–—-*•")
_EDGE = [b"edge"]
_NONE: list[bytes] = []


@cache
def _shape_of_kinds(kinds: str) -> str:
    """Collapse a word's letter kinds: runs of small letters to one, runs of large ones to two at most."""
    collapsed = ""
    for kind in kinds:
        if not (collapsed.endswith(kind) and (kind in "x9" or collapsed.endswith(kind * 2))):
            collapsed += kind
    return collapsed[:8]


def shape(word: str) -> str:
    """Return a word's shape: X large, x small, 9 digit, other marks as they are; runs shortened ("EU-møte": XX-x)."""
    kinds = "".join(
        "x" if c.islower() else "X" if c.isupper() else "9" if c.isdigit() else "x" if c.isalpha() else c
        for c in word[:40]
    )
    return _shape_of_kinds(kinds)


class WordType:
    """The prepared features of one word type in one language."""

    __slots__ = ("after", "after2", "before", "before2", "begins", "first", "fold", "large", "name", "own", "shape")

    def __init__(self, word: str, language: str, gazetteer: Gazetteer) -> None:
        self.fold = word.lower()
        self.shape = shape(word)
        self.large = word[0].isupper()
        self.name = word
        classes = gazetteer.classes(self.fold)
        self.begins = gazetteer.begins(self.fold)
        self.own = _own(word, self.fold, self.shape, language, classes, gazetteer, "")
        self.first = _own(word, self.fold, self.shape, language, classes, gazetteer, "^") if self.large else self.own
        near = [f"w={self.fold}", f"c={self.shape}", f"s={self.fold[-3:]}", *(f"g={kind}" for kind in classes)]
        self.before = [f"-1{feature}".encode() for feature in near]
        self.after = [f"+1{feature}".encode() for feature in near]
        far = [f"w={self.fold}", f"c={self.shape}"]
        self.before2 = [f"-2{feature}".encode() for feature in far]
        self.after2 = [f"+2{feature}".encode() for feature in far]


def _own(
    word: str, fold: str, form: str, language: str, classes: Sequence[str], gazetteer: Gazetteer, first: str
) -> list[bytes]:
    """Return the features of a word itself; ``first`` marks those that a sentence's first word has for itself."""
    large = "X" if word[0].isupper() else "x"
    made = ["1", f"w={fold}", f"c={form}{first}", f"L={language}{form}{first}", f"Lw={language}{fold}"]
    if large == "X":
        made.append(f"W={word}")
    mark = large + first
    for length in (1, 2, 3, 4, 5):
        if len(fold) > length:
            made.append(f"s={fold[-length:]}{mark}")
            if length > 1:
                made.append(f"p={fold[:length]}{mark}")
    if len(fold) > 3:
        made.append(f"Ls={language}{fold[-3:]}{mark}")
        if fold[-1] == "s" and large == "X":
            made.append(f"w={fold[:-1].rstrip(chr(39) + '’')}")
    if "-" in fold[1:-1]:
        head, _, tail = fold.partition("-")
        tail = tail.rpartition("-")[2] or tail
        made += [f"h={head}", f"t={tail}", f"Lh={language}{form}", f"ts={tail[-3:]}"]
        made.extend(f"hg={kind}{language}" for kind in gazetteer.classes(head))
    made.extend(f"g={kind}{mark}" for kind in classes)
    if not classes:
        made.append(f"g0{mark}")
    return [feature.encode() for feature in made]


class DocumentCase:
    """How a report writes its words: which occur in small letters, which with a large one inside a sentence."""

    def __init__(self) -> None:
        self.small: set[str] = set()
        self.large: set[str] = set()

    def add(self, types: Sequence[WordType], firsts: Sequence[bool]) -> None:
        """Count the words of one sequence."""
        for kind, first in zip(types, firsts, strict=True):
            if not kind.large:
                self.small.add(kind.fold)
            elif not first:
                self.large.add(kind.fold)

    def features(self, kind: WordType, first: bool) -> list[bytes]:
        """Return what the rest of the report says of a word with a large initial."""
        key = (first, kind.fold in self.small, kind.fold in self.large)
        return _CASE[key]


_CASE = {
    (first, small, large): [f"d={first:d}{small:d}{large:d}".encode()]
    for first in (False, True)
    for small in (False, True)
    for large in (False, True)
}


class FeatureMaker:
    """Makes the features of one language's texts; a language that the model does not know is ``und``."""

    def __init__(self, language: str, gazetteer: Gazetteer) -> None:
        self.language = language
        self.gazetteer = gazetteer
        self._types: dict[str, WordType] = {}
        self._pairs: dict[tuple[str, str, str], list[bytes]] = {}

    def types(self, words: Sequence[str]) -> list[WordType]:
        """Return the word types of ``words``."""
        known = self._types
        if len(known) > _MOST_TYPES:
            known.clear()
        found = []
        for word in words:
            kind = known.get(word)
            if kind is None:
                kind = known[word] = WordType(word, self.language, self.gazetteer)
            found.append(kind)
        return found

    def phrases(self, types: Sequence[WordType]) -> dict[int, list[bytes]]:
        """Return the features of words inside known phrases, by index."""
        found: dict[int, list[bytes]] = {}
        folds: list[str] = []
        covered = 0
        for index, kind in enumerate(types):
            if not kind.begins or index < covered:
                continue
            folds = folds or [kind.fold for kind in types]
            hit = self.gazetteer.phrase(folds, index)
            if hit is None or not any(t.large for t in types[index : hit[0]]):
                continue
            covered = hit[0]
            found[index] = [f"m=B{hit[1]}".encode()]
            for inner in range(index + 1, covered):
                found[inner] = [f"m=I{hit[1]}".encode()]
        return found

    def _pair(self, before: str, own: str, after: str) -> list[bytes]:
        """Return the features of three shapes in a row."""
        key = (before, own, after)
        made = self._pairs.get(key)
        if made is None:
            made = self._pairs[key] = [
                f"cc={before}|{own}".encode(),
                f"cd={own}|{after}".encode(),
                f"ccc={before}|{own}|{after}".encode(),
            ]
        return made

    def sequence(self, types: Sequence[WordType], firsts: Sequence[bool], case: DocumentCase) -> list[list[bytes]]:
        """Return the features of each word of a sequence."""
        made: list[list[bytes]] = []
        phrases = self.phrases(types)
        count = len(types)
        for index, kind in enumerate(types):
            first = firsts[index]
            features = (kind.first if first else kind.own).copy()
            before = types[index - 1] if index else None
            after = types[index + 1] if index + 1 < count else None
            features += before.before if before else _EDGE
            features += after.after if after else _EDGE
            if index > 1:
                features += types[index - 2].before2
            if index + 2 < count:
                features += types[index + 2].after2
            features += self._pair(before.shape if before else "", kind.shape, after.shape if after else "")
            if kind.large:
                features += case.features(kind, first)
            if index in phrases:
                features += phrases[index]
            made.append(features)
        return made


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
