"""Word types as the names model sees them: what hangs on the word alone, prepared once a type and language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import NamedTuple

from twosource.annotate.names_gazetteer import Gazetteer

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
    """The prepared features of one word type in one language; ``level`` is how common it is in small letters.

    ``inside`` are the features of a word with a small initial, all that a word far from any large one has.
    """

    __slots__ = (
        "_features",
        "_language",
        "_own",
        "_seen_by",
        "_word",
        "begins",
        "classes",
        "endings",
        "fold",
        "head",
        "inside",
        "large",
        "level",
        "seen",
        "seen_here",
        "shape",
        "tail",
    )

    def __init__(self, word: str, language: str, knowledge: Knowledge) -> None:
        self.fold = fold = word.lower()
        self.shape = shape(word)
        self.classes = knowledge.gazetteer.classes(fold)
        self.begins = knowledge.gazetteer.begins(fold)
        self._seen_by: dict[str, list[bytes]] = {}
        self.large = word[0].isupper()
        if not self.large:
            self.inside = encoded("", _small(language, self))
            return
        self._word, self._language = word, language
        self.inside = []
        self.endings = knowledge.gazetteer.endings(fold)
        self.head = knowledge.gazetteer.classes(fold.partition("-")[0]) if "-" in fold[1:-1] else ()
        self._own: list[list[bytes] | None] = [None, None]
        level = knowledge.levels.get(fold, "0")
        self.know(
            level,
            tail_of(fold, lambda word: knowledge.levels.get(word, "0")) if level == "0" else "0",
            seen_as(fold, lambda word: knowledge.seen.get(EVERY, {}).get(word, "")),
            seen_as(fold, lambda word: knowledge.seen.get(language, {}).get(word, "")),
        )

    def know(self, level: str, tail: str, seen: str, seen_here: str) -> None:
        """Take it that a word with a large initial is known so, in other texts than the one that is read."""
        self.level, self.tail, self.seen, self.seen_here = level, tail, seen, seen_here
        self._features: list[list[bytes] | None] = [None] * 8
        for place in ("-1k", "+1k"):
            self._seen_by.pop(place, None)

    def seen_from(self, place: str) -> list[bytes]:
        """Return what a word at another place sees of this one.

        ``place`` is ``-1`` or ``+1`` for the words beside it, ``-2`` or ``+2`` for those one farther, ``<`` or ``>``
        for a run of large initials behind it or in front of it; ``-1k`` and ``+1k`` for what one with a large initial
        beside it was part of.
        """
        found = self._seen_by.get(place)
        if found is None:
            last = place[-1]
            made = (f"={self.seen[:1]}",) if last == "k" else self._far() if last == "2" else self._beside()
            found = self._seen_by[place] = encoded(place, made)
        return found

    def _beside(self) -> list[str]:
        """Return what the words beside this one see of it."""
        return [f"w={self.fold}", f"s={self.fold[-3:]}", *(f"g={kind}" for kind in self.classes)]

    def _far(self) -> list[str]:
        """Return what the words one farther see of it."""
        return [f"w={self.fold}", f"c={self.shape}"]

    def _of_word(self, first: bool, mark: str) -> list[bytes]:
        """Return the features of a word with a large initial that hang on its letters alone."""
        found = self._own[first]
        if found is None:
            found = self._own[first] = encoded("", _large(self._word, self._language, self, mark))
        return found

    def features(self, first: bool, small: bool, large: bool) -> list[bytes]:
        """Return the features of a word with a large initial, with what is known of it from this and other texts.

        ``first`` tells whether it may begin a sentence, ``small`` and ``large`` whether the report has it so inside
        one.
        """
        place = first + 2 * small + 4 * large
        found = self._features[place]
        if found is None:
            mark, code = "^" if first else "", self.seen
            found = self._of_word(first, mark) + _case(self._language, first, place, self.level, self.tail)
            found += _learned(self._language, mark, code, self.seen_here)
            self._features[place] = found
        return found


def encoded(mark: str, features: Iterable[str]) -> list[bytes]:
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


@cache
def _case(language: str, first: bool, elsewhere: int, level: str, tail: str) -> list[bytes]:
    """Return the features of how a word with a large initial is written elsewhere (``elsewhere``: bits of 2 and 4)."""
    known = f"{first:d}{elsewhere >> 1 & 1}{elsewhere >> 2}"
    made = [f"d={known}", f"v={first:d}{level}", f"dv={language}{known}{level}"]
    if level == "0":
        made.append(f"vt={language}{first:d}{tail}")
    return encoded("", made)


@cache
def _learned(language: str, mark: str, code: str, here: str) -> list[bytes]:
    """Return the features of what a word was part of in the names that the model learned from."""
    made = (
        f"k={code}{mark}",
        f"k0={code[:-1]}",
        f"kL={language}{code[:-1]}",
        f"kh={here}",
        f"kH={language}{here[:-1]}",
    )
    return encoded("", made)
