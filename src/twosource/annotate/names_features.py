"""Features of words for the names model; made once a word type and language, so that a text costs little.

What hangs on the word alone is prepared as lists of bytes; what hangs on the place (first in the sentence, seen in
lower case elsewhere, inside a known phrase) is added for each occurrence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from twosource.annotate.names_gazetteer import Gazetteer

_MOST_TYPES = 60_000
_ENDS = frozenset(".?!:…")
_OPENING = frozenset("\"'«»„“”‘’([–—-*•")
_EDGE = [b"edge"]
EVERY = "all"
"""Stands for all languages together among those for which it is kept what words were part of in names."""


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
    if word.islower() and word.isalpha():
        return "x"
    kinds = "".join(
        "x" if c.islower() else "X" if c.isupper() else "9" if c.isdigit() else "x" if c.isalpha() else c
        for c in word[:40]
    )
    return _shape_of_kinds(kinds)


class Knowledge(NamedTuple):
    """What is known before any text is read: the gazetteer, and how common words are in small letters.

    ``levels`` gives a word in lower case a digit: 0 (left out) unknown, up to 3 very common; German nouns and other
    words with a large initial that are no names have letters of their own.  ``seen`` gives it what it was part of in
    the names that the model learned from (see `seen_as`), for each language and, as ``all``, for all together.
    """

    gazetteer: Gazetteer
    levels: Mapping[str, str]
    seen: Mapping[str, Mapping[str, str]] = {}


def seen_as(fold: str, seen: Callable[[str], str]) -> str:
    """Return how a word in lower case was used in names, also where it bears a genitive's s; empty where it was not.

    Args:
        fold: The word.
        seen: Gives the code of a word as it stands, empty where it has none.

    Returns:
        One or two letters, the commonest first (F first word of a person's name, N its other words, G organisation,
        L place, M other, O no name), then how often: 1 once, 2 seldom, 3 often.
    """
    code = seen(fold)
    if not code and len(fold) > 3 and fold[-1] in "s'’":
        code = seen(fold[:-1].rstrip("'’"))
    return code


def tail_of(fold: str, level: Callable[[str], str]) -> str:
    """Return how common the longest known end of a compound in lower case is ("0" where none is); see `Knowledge`."""
    for cut in range(3, min(len(fold) - 3, 30)):
        found = level(fold[cut:])
        if found != "0":
            return found
    return "0"


class WordType:
    """The prepared features of one word type in one language; ``level`` is how common it is in small letters."""

    __slots__ = (
        "_first",
        "_inside",
        "_language",
        "_seen_by",
        "_word",
        "begins",
        "classes",
        "endings",
        "fold",
        "head",
        "large",
        "level",
        "seen",
        "seen_here",
        "shape",
        "tail",
    )

    def __init__(self, word: str, language: str, knowledge: Knowledge) -> None:
        self._word, self._language = word, language
        self.fold = fold = word.lower()
        self.shape = shape(word)
        self.large = word[0].isupper()
        self.classes = knowledge.gazetteer.classes(fold)
        self.endings = knowledge.gazetteer.endings(fold) if self.large else ()
        self.begins = knowledge.gazetteer.begins(fold)
        self.head = knowledge.gazetteer.classes(fold.partition("-")[0]) if self.large and "-" in fold[1:-1] else ()
        self.level = knowledge.levels.get(fold, "0")
        self.seen = self.seen_here = self.tail = ""
        if self.large:
            self.seen = seen_as(fold, lambda word: knowledge.seen.get(EVERY, {}).get(word, ""))
            self.seen_here = seen_as(fold, lambda word: knowledge.seen.get(language, {}).get(word, ""))
            self.tail = tail_of(fold, lambda word: knowledge.levels.get(word, "0"))
        self._inside: list[bytes] | None = None
        self._first: list[bytes] | None = None
        self._seen_by: dict[str, list[bytes]] = {}

    def seen_from(self, place: str) -> list[bytes]:
        """Return what a word at another place sees of this one.

        ``place`` is ``-1`` or ``+1`` for the words beside it, ``-2`` or ``+2`` for those one farther, ``<`` or ``>``
        for a run of large initials behind it or in front of it.
        """
        found = self._seen_by.get(place)
        if found is None:
            far = place[-1] == "2"
            found = self._seen_by[place] = _encoded(place, self._far() if far else self._near())
        return found

    def _near(self) -> list[str]:
        """Return what the words beside this one see of it."""
        return [f"w={self.fold}", f"s={self.fold[-3:]}", *(f"g={kind}" for kind in self.classes)]

    def _far(self) -> list[str]:
        """Return what the words one farther see of it."""
        return [f"w={self.fold}", f"c={self.shape}"]

    def own(self, first: bool) -> list[bytes]:
        """Return the features of the word itself, where it may begin a sentence and where it does not."""
        if first and self.large:
            if self._first is None:
                self._first = _encoded("", _large(self._word, self._language, self, "^"))
            return self._first
        if self._inside is None:
            made = _large(self._word, self._language, self, "") if self.large else _small(self._language, self)
            self._inside = _encoded("", made)
        return self._inside


def _encoded(mark: str, features: Iterable[str]) -> list[bytes]:
    """Return features as the model reads them, each behind a mark."""
    return "\0".join([mark + feature for feature in features]).encode().split(b"\0")


def _small(language: str, kind: WordType) -> list[str]:
    """Return the features of a word without a large initial."""
    fold, form = kind.fold, kind.shape
    made = ["1", f"w={fold}", f"c={form}", f"L={language}{form}", *(f"g={c}" for c in kind.classes)]
    if fold.isalpha():
        made += [f"s={fold[-2:]}", f"s={fold[-3:]}", f"p={fold[:3]}"]
    elif "-" in fold[1:-1]:
        made += [f"t={fold.rpartition('-')[2]}", f"h={fold.partition('-')[0]}"]
    return made


def _large(word: str, language: str, kind: WordType, first: str) -> list[str]:
    """Return the features of a word with a large initial; ``first`` marks those where that may be no sign."""
    fold, form = kind.fold, kind.shape + first
    made = ["1", f"w={fold}", f"W={word}{first}", f"C={form}", f"L={language}{form}", f"Lw={language}{fold}"]
    made.extend(f"S={fold[-length:]}" for length in range(1, min(6, len(fold) + 1)))
    made.extend(f"P={fold[:length]}" for length in range(2, min(6, len(fold) + 1)))
    made.append(f"S^={fold[-3:]}{first}")
    if len(fold) > 3:
        made.append(f"Ls={language}{fold[-3:]}")
        if fold[-1] == "s":
            made.append("w=" + fold[:-1].rstrip("'’"))
    made.extend(f"G={c}{first}" for c in kind.classes)
    made.extend(f"GL={c}{language}" for c in kind.classes)
    if not kind.classes:
        made.append(f"g0{first}")
    made.extend(f"e={c}" for c in kind.endings)
    if "-" in fold[1:-1]:
        head, _, tail = fold.partition("-")
        tail = tail.rpartition("-")[2] or tail
        made += [f"h={head}", f"t={tail}", f"ts={tail[-3:]}", f"Lts={language}{tail[-3:]}"]
        made.extend(f"hg={c}{language}" for c in kind.head)
    return made


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


@cache
def _case(language: str, first: bool, small: bool, large: bool, level: str, tail: str) -> list[bytes]:
    """Return the features of how a word with a large initial is written elsewhere."""
    known = f"{first:d}{small:d}{large:d}"
    made = [f"d={known}", f"v={first:d}{level}", f"dv={language}{known}{level}"]
    if level == "0":
        made.append(f"vt={language}{first:d}{tail}")
    return _encoded("", made)


@cache
def _seen(language: str, first: bool, code: str, here: str) -> list[bytes]:
    """Return the features of what a word was part of in the names that the model learned from."""
    mark = "^" if first else ""
    made = (
        f"k={code}{mark}",
        f"k0={code[:-1]}",
        f"kL={language}{code[:-1]}",
        f"kh={here}",
        f"kH={language}{here[:-1]}",
    )
    return _encoded("", made)


@cache
def _seen_near(mark: str, code: str) -> list[bytes]:
    """Return the feature of what a neighbour was part of."""
    return _encoded(mark, (f"k={code[:1]}",))


@cache
def _shapes(before: str, own: str, after: str) -> list[bytes]:
    """Return the features of three shapes in a row."""
    return _encoded("", (f"cc={before}|{own}", f"cd={own}|{after}", f"ccc={before}|{own}|{after}"))


@cache
def _run(place: int, length: int) -> list[bytes]:
    """Return the features of a word's place in a run of words with large initials."""
    return _encoded("", (f"r={min(place, 3)}|{min(length, 5)}", f"rl={min(length, 5)}"))


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
        found = []
        for word in words:
            kind = known.get(word)
            if kind is None:
                kind = known[word] = WordType(word, self.language, self.knowledge)
            found.append(kind)
        return found

    def _add_phrases(self, types: Sequence[WordType], made: list[list[bytes]]) -> None:
        """Add the features of words inside known phrases that have a large initial somewhere."""
        folds: list[str] = []
        covered = 0
        for index, kind in enumerate(types):
            if not kind.begins or index < covered:
                continue
            folds = folds or [kind.fold for kind in types]
            hit = self.knowledge.gazetteer.phrase(folds, index)
            if hit is None or not any(t.large for t in types[index : hit[0]]):
                continue
            covered = hit[0]
            made[index] = [*made[index], f"m=B{hit[1]}".encode()]
            for inner in range(index + 1, covered):
                made[inner] = [*made[inner], f"m=I{hit[1]}".encode()]

    def _add_runs(self, types: Sequence[WordType], made: list[list[bytes]]) -> None:
        """Add to each word of a run of large initials its place in it, and the words around the run."""
        index, count = 0, len(types)
        while index < count:
            if not types[index].large:
                index += 1
                continue
            begin = index
            while index < count and types[index].large:
                index += 1
            around = types[begin - 1].seen_from("<").copy() if begin else _EDGE.copy()
            around += types[index].seen_from(">") if index < count else _EDGE
            for place in range(begin, index):
                made[place] += around
                made[place] += _run(place - begin, index - begin)

    def sequence(self, types: Sequence[WordType], firsts: Sequence[bool], case: DocumentCase) -> list[list[bytes]]:
        """Return the features of each word of a sequence.

        A word that has no large initial within two words sees itself alone: names are seldom there, and most words are.
        """
        made: list[list[bytes]] = []
        padded: list[WordType | None] = [None, None, *types, None, None]
        large = [False, False, *(kind.large for kind in types), False, False]
        for index, kind in enumerate(types):
            features = kind.own(firsts[index])
            if True in large[index : index + 5]:
                features = features + _around(padded[index : index + 5])
                if kind.large:
                    features += self._capital(padded[index + 1], kind, padded[index + 3], firsts[index], case)
            made.append(features)
        self._add_phrases(types, made)
        self._add_runs(types, made)
        return made

    def _capital(
        self, before: WordType | None, kind: WordType, after: WordType | None, first: bool, case: DocumentCase
    ) -> list[bytes]:
        """Return what is known of a word with a large initial, here in the report and from the names learned from."""
        features = _case(self.language, first, kind.fold in case.small, kind.fold in case.large, kind.level, kind.tail)
        features = features + _seen(self.language, first, kind.seen, kind.seen_here)
        if before is not None and before.large:
            features += _seen_near("-1", before.seen)
        if after is not None and after.large:
            features += _seen_near("+1", after.seen)
        return features


def _around(window: Sequence[WordType | None]) -> list[bytes]:
    """Return what the middle of five words sees of the others."""
    before2, before, kind, after, after2 = window
    features = _shapes(before.shape if before else "", kind.shape if kind else "", after.shape if after else "")
    features = features + (before.seen_from("-1") if before else _EDGE)
    features += after.seen_from("+1") if after else _EDGE
    if before2 is not None:
        features += before2.seen_from("-2")
    if after2 is not None:
        features += after2.seen_from("+2")
    return features


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
