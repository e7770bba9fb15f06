"""Word types as the names model sees them: what hangs on the word alone, prepared once a type and language."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Generic, NamedTuple, Protocol, Self, TypeVar

from twosource.annotate.names_gazetteer import Gazetteer


class Addable(Protocol):
    """What becomes of features: the sum of their weights for reading, the list of them for training."""

    def __add__(self, other: Self, /) -> Self:
        """Return what becomes of both."""


Made = TypeVar("Made", bound=Addable)

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
    if word.isalpha():
        if word.islower():
            return "x"
        if word[0].isupper() and word[1:].islower():
            return "Xx"
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
    ``towns`` gives the names of towns how large the largest of them is, in the countries of a language and, as
    ``all``, anywhere; a name of several words has ``_`` between them.
    """

    gazetteer: Gazetteer
    levels: Mapping[str, str]
    seen: Mapping[str, Mapping[str, str]] = {}
    towns: Mapping[str, Mapping[str, str]] = {}

    def town(self, language: str, fold: str) -> str:
        """Return H and the size of a town of the language's countries, F and that of one anywhere, as far as known.

        Nothing is known in languages that have no towns of their own.
        """
        if language not in self.towns:
            return ""
        home, far = self.towns[language], self.towns[EVERY]
        if fold not in home and fold not in far and len(fold) > 4 and fold[-1] in "s'’":
            fold = fold[:-1].rstrip("'’")
        near, other = home.get(fold, ""), far.get(fold, "")
        return (near and "H" + near) + (other and "F" + other)


def seen_as(fold: str, seen: Callable[[str], str | None]) -> str:
    """Return how a word in lower case was used in names, also where it bears a genitive's s; empty where it was not.

    Args:
        fold: The word.
        seen: Gives the code of a word as it stands, nothing where it has none.

    Returns:
        One or two letters, the commonest first (F first word of a person's name, N its other words, G organisation,
        L place, M other, O no name), then how often: 1 once, 2 seldom, 3 often.
    """
    code = seen(fold)
    if not code and len(fold) > 3 and fold[-1] in "s'’":
        code = seen(fold[:-1].rstrip("'’"))
    return code or ""


def tail_of(fold: str, level: Callable[[str], str | None]) -> str:
    """Return how common the longest known end of a compound in lower case is ("0" where none is); see `Knowledge`."""
    for cut in range(3, min(len(fold) - 3, 30)):
        found = level(fold[cut:])
        if found and found != "0":
            return found
    return "0"


class Scheme(Generic[Made]):
    """How the texts of one language are seen: what is known of words, and what becomes of features.

    Args:
        language: The language's code, ``und`` for one that the model does not know.
        knowledge: What is known of words.
        weigh: Makes of features what can be added: the list of them for training, the sum of their weights for
            reading.
    """

    def __init__(self, language: str, knowledge: Knowledge, weigh: Callable[[Sequence[str]], Made]) -> None:
        self.language = language
        self.knowledge = knowledge
        self.seen = knowledge.seen.get(EVERY, {})
        self.seen_here = knowledge.seen.get(language, {})
        self.weigh = weigh
        self.case = cache(self._case)
        self.learned = cache(self._learned)
        self.town = cache(self._town)

    def _case(self, place: int, level: str, tail: str) -> Made:
        """Return the features of how a word with a large initial is written elsewhere (see `WordType.features`)."""
        first, language = place & 1, self.language
        known = f"{first}{place >> 1 & 1}{place >> 2}"
        made = [f"d={known}", f"v={first}{level}", f"dv={language}{known}{level}"]
        if level == "0":
            made.append(f"vt={language}{first}{tail}")
        return self.weigh(made)

    def _learned(self, mark: str, code: str, here: str) -> Made:
        """Return the features of what a word was part of in the names that the model learned from."""
        language = self.language
        return self.weigh(
            [
                f"k={code}{mark}",
                f"k0={code[:-1]}",
                f"kL={language}{code[:-1]}",
                f"kh={here}",
                f"kH={language}{here[:-1]}",
            ]
        )

    def _town(self, mark: str, town: str, code: str, level: str) -> Made:
        """Return the features of a word as the name of a town (`Knowledge.town`)."""
        return self.weigh((f"y={town}{mark}", f"yL={self.language}{town}", f"yk={town}{code}{level}"))


class WordType(Generic[Made]):
    """The prepared features of one word type in one language; ``level`` is how common it is in small letters.

    ``inside`` are the features of a word with a small initial, all that a word far from any large one has.  What a
    word at another place sees of this one is made when it is first asked for: ``before`` and ``after`` stand for the
    words beside it, ``before2`` and ``after2`` for those one farther, ``closes`` and ``opens`` for a run of large
    initials in front of it and behind it; ``before_known`` and ``after_known`` are what one with a large initial beside
    it was part of.
    """

    __slots__ = (
        "_features",
        "_own",
        "_scheme",
        "_word",
        "after",
        "after2",
        "after_known",
        "before",
        "before2",
        "before_known",
        "begins",
        "classes",
        "closes",
        "fold",
        "inside",
        "large",
        "level",
        "opens",
        "seen",
        "seen_here",
        "shape",
        "tail",
        "town",
    )

    _scheme: Scheme[Made]
    after: Made
    after2: Made
    after_known: Made
    before: Made
    before2: Made
    before_known: Made
    closes: Made
    inside: Made
    opens: Made

    def __init__(self, word: str, scheme: Scheme[Made]) -> None:
        gazetteer, levels = scheme.knowledge.gazetteer, scheme.knowledge.levels
        self._scheme = scheme
        self._word = word
        self.fold = fold = word.lower()
        self.shape = shape(word)
        self.classes = gazetteer.classes(fold)
        self.begins = gazetteer.begins(fold)
        self.large = word[0].isupper()
        if not self.large:
            self.inside = scheme.weigh(_small(scheme.language, self))
            return
        self.inside = scheme.weigh(())
        self.town = scheme.knowledge.town(scheme.language, fold)
        self._own: list[Made | None] = [None, None]
        level = levels.get(fold, "0")
        self.know(
            level,
            tail_of(fold, levels.get) if level == "0" else "0",
            seen_as(fold, scheme.seen.get),
            seen_as(fold, scheme.seen_here.get),
        )

    def know(self, level: str, tail: str, seen: str, seen_here: str) -> None:
        """Take it that a word with a large initial is known so, in other texts than the one that is read."""
        self.level, self.tail, self.seen, self.seen_here = level, tail, seen, seen_here
        self._features: list[Made | None] = [None] * 8
        weigh = self._scheme.weigh
        self.before_known, self.after_known = weigh((f"-1k={seen[:1]}",)), weigh((f"+1k={seen[:1]}",))

    def __getattr__(self, name: str) -> Made:
        """Make what another word sees of this one; Python asks for it only where it is not there yet."""
        place = _PLACES.get(name)
        if place is None:
            raise AttributeError(name)
        fold = self.fold
        if place[-1] == "2":
            made = [f"{place}w={fold}", f"{place}c={self.shape}"]
        else:
            made = [f"{place}w={fold}", f"{place}s={fold[-3:]}"]
            if self.classes:
                made += [f"{place}g={kind}" for kind in self.classes]
        weighed = self._scheme.weigh(made)
        setattr(self, name, weighed)
        return weighed

    def features(self, place: int) -> Made:
        """Return the features of a word with a large initial, with what is known of it from this and other texts.

        ``place`` adds 1 where it may begin a sentence, 2 where the report has it in small letters, 4 where it has it
        with a large initial inside a sentence.
        """
        found = self._features[place]
        if found is None:
            scheme, first = self._scheme, place & 1
            mark = "^" if first else ""
            own = self._own[first]
            if own is None:
                own = self._own[first] = scheme.weigh(_large(self._word, scheme, self, mark))
            found = own + scheme.case(place, self.level, self.tail) + scheme.learned(mark, self.seen, self.seen_here)
            if self.town:
                found = found + scheme.town(mark, self.town, self.seen[:1], self.level)
            self._features[place] = found
        return found


_PLACES = {"before": "-1", "after": "+1", "before2": "-2", "after2": "+2", "closes": ">", "opens": "<"}
"""What a word sees of others, by the name of the slot that holds it -> the mark that its features bear."""


def _small(language: str, kind: WordType[Made]) -> list[str]:
    """Return the features of a word without a large initial."""
    fold, form = kind.fold, kind.shape
    made = ["1", f"w={fold}", f"c={form}", f"L={language}{form}"]
    if kind.classes:
        made += [f"g={c}" for c in kind.classes]
    if fold.isalpha():
        made += (f"s={fold[-2:]}", f"s={fold[-3:]}", f"p={fold[:3]}")
    elif "-" in fold[1:-1]:
        made += (f"t={fold.rpartition('-')[2]}", f"h={fold.partition('-')[0]}")
    return made


def _large(word: str, scheme: Scheme[Made], kind: WordType[Made], first: str) -> list[str]:
    """Return the features of a word with a large initial; ``first`` marks those where that may be no sign."""
    language, gazetteer = scheme.language, scheme.knowledge.gazetteer
    fold, form, length = kind.fold, kind.shape + first, min(5, len(kind.fold))
    made = ["1", f"w={fold}", f"W={word}{first}", f"C={form}", f"L={language}{form}", f"Lw={language}{fold}"]
    made += [f"S={fold[-size:]}" for size in range(1, length + 1)]
    made += [f"P={fold[:size]}" for size in range(2, length + 1)]
    made.append(f"S^={fold[-3:]}{first}")
    if len(fold) > 3:
        made.append(f"Ls={language}{fold[-3:]}")
        if fold[-1] == "s":
            made.append("w=" + fold[:-1].rstrip("'’"))
    if kind.classes:
        made += [f"G={c}{first}" for c in kind.classes]
        made += [f"GL={c}{language}" for c in kind.classes]
    else:
        made.append(f"g0{first}")
    made += [f"e={c}" for c in gazetteer.endings(fold)]
    if "-" in fold[1:-1]:
        head, _, tail = fold.partition("-")
        tail = tail.rpartition("-")[2] or tail
        made += (f"h={head}", f"t={tail}", f"ts={tail[-3:]}", f"Lts={language}{tail[-3:]}")
        made += [f"hg={c}{language}" for c in gazetteer.classes(head)]
    return made
