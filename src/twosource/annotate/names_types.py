"""Word types as the names model sees them: what hangs on the word alone, prepared once a type and language."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from functools import cache
from typing import Generic, Protocol, Self, TypeVar

from twosource.annotate.names_clusters import beside_features, end_features, own_features
from twosource.annotate.names_gazetteer import GENITIVES
from twosource.annotate.names_knowledge import EVERY, Knowledge, seen_as, tail_of, town_code


class Addable(Protocol):
    """What becomes of features: the sum of their weights for reading, the list of them for training."""

    def __add__(self, other: Self, /) -> Self:
        """Return what becomes of both."""


Made = TypeVar("Made", bound=Addable)
Slot = Callable[[str, Made], Made]
"""Gives what becomes of one template's feature with a value, or its second argument where it has no weight."""


class Source(Protocol[Made]):
    """Makes of features, each a template with a value, what becomes of them."""

    none: Made
    """What becomes of no features."""

    def slot(self, template: str) -> Slot[Made]:
        """Return what becomes of the features of a template."""

    def values(self, *templates: str) -> Container[str]:
        """Return the values with which one of the templates has a feature."""


ENDS = frozenset(".?!:…")
OPENINGS = frozenset("\"'«»„“”‘’([–—-*•")
LARGE, SMALL, ENDING, OPENING, EDGE = "X", "x", ".", "(", "|"
"""Signs of word types in a row: a large initial, none, what ends a sentence or stands in front of one, no word."""


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
        if word[1:].islower() and word[0].isupper():
            return "Xx"
    kinds = "".join(
        "x" if c.islower() else "X" if c.isupper() else "9" if c.isdigit() else "x" if c.isalpha() else c
        for c in word[:40]
    )
    return _shape_of_kinds(kinds)


class Scheme(Generic[Made]):
    """How the texts of one language are seen: what is known of words, and what becomes of features.

    Args:
        language: The language's code, ``und`` for one that the model does not know.
        knowledge: What is known of words.
        source: Makes of features what is added.
    """

    def __init__(self, language: str, knowledge: Knowledge, source: Source[Made]) -> None:
        self.language = language
        self.knowledge = knowledge
        self.level = knowledge.levels.get
        self.seen, self.seen_here = knowledge.seen.get(EVERY, {}).get, knowledge.seen.get(language, {}).get
        self.has_towns = language in knowledge.towns
        self.towns = (knowledge.towns[language], knowledge.towns[EVERY]) if self.has_towns else ({}, {})
        self.clusters = knowledge.clusters.get(language)
        gazetteer = knowledge.gazetteer
        self.listed, self.classes, self.begins_phrase = gazetteer.listed, gazetteer.classes, gazetteer.begins
        self.none, slot = source.none, source.slot
        self.words = source.values(*(mark + "w" for mark in ("", *_BESIDE, *_FARTHER)))
        self.slot = cache(slot)
        self.word, self.cased, self.word_here = slot("w"), slot("W"), slot("Lw")
        self.end, self.begin, self.end_here, self.small_begin = slot("S"), slot("P"), slot("Ls"), slot("p")
        self.before, self.after, self.closes, self.opens = (slot(mark + "w") for mark in _BESIDE)
        self.before2, self.after2 = (slot(mark + "w") for mark in _FARTHER)
        self._small_end, self._marked_end = slot("s"), slot("S^")
        self._end_before, self._end_after, self._end_closes, self._end_opens = (slot(mark + "s") for mark in _BESIDE)
        self.ends_near, self.ends_beside = cache(self._ends_near), cache(self._ends_beside)
        self.small_ends = cache(self._small_ends)
        self.ends, self.begins = cache(self._ends), cache(self._begins)
        self.form_beside = cache(self._form_beside)
        self.classes_beside = cache(self._classes_beside)
        self.small = cache(self._small)
        self.large = cache(self._large)
        self.case = cache(self._case)
        self.learned = cache(self._learned)
        self.known_beside = cache(self._known_beside)
        self.town = cache(self._town)
        self.own_cluster, self.end_cluster = cache(self._own_cluster), cache(self._end_cluster)
        self.cluster_beside = cache(self._cluster_beside)

    def weigh(self, features: Iterable[tuple[str, str]]) -> Made:
        """Return what becomes of features, each a template and a value."""
        made = self.none
        for template, value in features:
            made = made + self.slot(template)(value, self.none)
        return made

    def _form_beside(self, form: str) -> tuple[Made, ...]:
        """Return what each of `_FARTHER` sees of a word's shape."""
        return tuple(self.weigh([(mark + "c", form)]) for mark in _FARTHER)

    def _ends_near(self, end: str) -> tuple[Made, Made]:
        """Return what the next word and the one before see of a word's last three letters."""
        return self._end_before(end, self.none), self._end_after(end, self.none)

    def _ends_beside(self, end: str) -> tuple[Made, Made]:
        """Return what a run of large initials behind a word and in front of it sees of its last three letters."""
        return self._end_closes(end, self.none), self._end_opens(end, self.none)

    def _small_ends(self, end: str) -> Made:
        """Return the features of the last three letters of a word without a large initial."""
        return self._small_end(end[-2:], self.none) + self._small_end(end, self.none)

    def _ends(self, mark: str, end: str) -> Made:
        """Return the features of the last letters, as far as to the third, of a word with a large initial."""
        made, none = self.none, self.none
        for size in range(1, len(end) + 1):
            made = made + self.end(end[-size:], none)
        return made + self._marked_end(end + mark, none)

    def _begins(self, begin: str) -> Made:
        """Return the features of the first letters, as far as to the third, of a word with a large initial."""
        made, none = self.none, self.none
        for size in range(2, len(begin) + 1):
            made = made + self.begin(begin[:size], none)
        return made

    def _classes_beside(self, classes: tuple[str, ...]) -> tuple[Made, ...]:
        """Return what each of `_BESIDE` sees of a word's classes."""
        return tuple(self.weigh([(mark + "g", kind) for kind in classes]) for mark in _BESIDE)

    def _small(self, form: str, classes: tuple[str, ...]) -> Made:
        """Return the features of the shape and the classes of a word without a large initial."""
        return self.weigh([("1", ""), ("c", form), ("L", self.language + form), *(("g", kind) for kind in classes)])

    def _large(self, form: str, classes: tuple[str, ...], mark: str) -> Made:
        """Return the features of the shape and the classes of a word with a large initial."""
        made = [("1", ""), ("C", form + mark), ("L", self.language + form + mark)]
        made += [("G", kind + mark) for kind in classes] + [("GL", kind + self.language) for kind in classes]
        return self.weigh(made if classes else [*made, ("g0", mark)])

    def _case(self, place: int, level: str, tail: str) -> Made:
        """Return the features of how a word with a large initial is written elsewhere (see `WordType.features`)."""
        first, language = place & 1, self.language
        known = f"{first}{place >> 1 & 1}{place >> 2}"
        made = [("d", known), ("v", f"{first}{level}"), ("dv", f"{language}{known}{level}")]
        if level == "0":
            made.append(("vt", f"{language}{first}{tail}"))
        return self.weigh(made)

    def _learned(self, mark: str, code: str, here: str) -> Made:
        """Return the features of what a word was part of in the names that the model learned from."""
        language, letters = self.language, code[:-1]
        used = [("k", code + mark), ("k0", letters), ("kL", language + letters)]
        return self.weigh([*used, ("kh", here), ("kH", language + here[:-1])])

    def _known_beside(self, letter: str) -> tuple[Made, Made]:
        """Return what the next word and the one before see of what a word was mostly part of in names."""
        return self.weigh([("-1k", letter)]), self.weigh([("+1k", letter)])

    def _town(self, mark: str, town: str, code: str, level: str) -> Made:
        """Return the features of a word as the name of a town (`Knowledge.town`)."""
        return self.weigh([("y", town + mark), ("yL", self.language + town), ("yk", f"{town}{code}{level}")])

    def _own_cluster(self, code: str, mark: str) -> Made:
        """Return the features of the cluster of a word with a large initial."""
        return self.weigh(own_features(self.language, code, mark))

    def _end_cluster(self, code: str) -> Made:
        """Return the features of the cluster of the end of a word that has none itself."""
        return self.weigh(end_features(self.language, code))

    def _cluster_beside(self, code: str) -> tuple[Made, ...]:
        """Return what each of `_BESIDE` sees of a word's cluster."""
        return tuple(self.weigh(beside_features(self.language, code, mark)) for mark in _BESIDE)


_BESIDE = ("-1", "+1", ">", "<")
"""What marks the features that a word sees of another: of the one before it or behind it, of those behind a run of
large initials and before it."""
_FARTHER = ("-2", "+2")
"""What marks the features that a word sees of those one farther."""


_PLACES = 8
"""So many ways a word with a large initial may be written (`WordType.at`)."""


class WordType(Generic[Made]):
    """The prepared features of one word type in one language; ``level`` is how common it is in small letters.

    ``rare`` tells whether it has a large initial and is unknown in small letters.  ``inside`` are the features of a
    word with a small initial, all that a word far from any large one has.  What a word at another place sees of this
    one: ``before`` and ``after`` stand for the words beside it, ``before2`` and ``after2`` for those one farther,
    ``closes`` and ``opens`` for a run of large initials in front of it and behind it; ``before_known`` and
    ``after_known`` are what one with a large initial beside it was part of.
    """

    __slots__ = (
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
        "features",
        "fold",
        "inside",
        "large",
        "level",
        "opens",
        "rare",
        "seen",
        "seen_here",
        "shape",
        "sign",
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
        self._scheme = scheme
        self.fold = fold = word.lower()
        alphabetic = fold.isalpha()
        self.shape = "x" if alphabetic and fold == word else shape(word)
        self.classes = scheme.listed(fold) or (scheme.classes(fold) if fold[-1] in GENITIVES else ())
        self.begins = scheme.begins_phrase(fold)
        self.large = self.rare = word[0].isupper()
        self._be_seen()
        if not self.large:
            self.sign = SMALL if alphabetic else OPENING if word in OPENINGS else ENDING if word in ENDS else SMALL
            self.inside = self._small(alphabetic)
            return
        self.sign = LARGE
        self.inside = scheme.none
        self._word = word
        self.town = town_code(fold, *scheme.towns) if scheme.has_towns else ""
        level = scheme.level(fold, "0")
        tail = tail_of(fold, scheme.level) if level == "0" else "0"
        self.know(level, tail, seen_as(fold, scheme.seen), seen_as(fold, scheme.seen_here))

    def know(self, level: str, tail: str, seen: str, seen_here: str) -> None:
        """Take it that a word with a large initial is known so, in other texts than the one that is read."""
        self.level, self.tail, self.seen, self.seen_here = level, tail, seen, seen_here
        self.rare = level == "0"
        self.features: list[Made | None] = [None] * (_PLACES + 2)
        self.before_known, self.after_known = self._scheme.known_beside(seen[:1])

    def be_edge(self, seen: Made) -> None:
        """Take it that this is no word, but the edge of a text; the words beside it see it as ``seen``."""
        self.fold = self.shape = ""
        self.sign, self.begins, self.rare = EDGE, False, False
        self.before = self.after = self.closes = self.opens = seen
        self.inside = self.before2 = self.after2 = self._scheme.none

    def _be_seen(self) -> None:
        """Make what other words see of this one; no run of large initials sees one with a large initial beside it."""
        scheme, fold, none, weighty = self._scheme, self.fold, self._scheme.none, self.fold in self._scheme.words
        before, after = scheme.ends_near(fold[-3:])
        before2, after2 = scheme.form_beside(self.shape)
        kinds = scheme.classes_beside(self.classes) if self.classes else None
        clustered = scheme.cluster_beside(scheme.clusters.get(fold)) if scheme.clusters is not None else None
        if weighty:
            before, after = before + scheme.before(fold, none), after + scheme.after(fold, none)
            before2, after2 = before2 + scheme.before2(fold, none), after2 + scheme.after2(fold, none)
        if kinds:
            before, after = before + kinds[0], after + kinds[1]
        if clustered:
            before, after = before + clustered[0], after + clustered[1]
        self.before, self.after, self.before2, self.after2 = before, after, before2, after2
        if self.large:
            return
        closes, opens = scheme.ends_beside(fold[-3:])
        if weighty:
            closes, opens = closes + scheme.closes(fold, none), opens + scheme.opens(fold, none)
        if kinds:
            closes, opens = closes + kinds[2], opens + kinds[3]
        if clustered:
            closes, opens = closes + clustered[2], opens + clustered[3]
        self.closes, self.opens = closes, opens

    def at(self, place: int) -> Made:
        """Return the features of a word with a large initial, with what is known of it from this and other texts.

        ``place`` adds 1 where it may begin a sentence, 2 where the report has it in small letters, 4 where it has it
        with a large initial inside a sentence.  What was made stays in ``features``.
        """
        scheme, first = self._scheme, place & 1
        mark = "^" if first else ""
        own = self.features[_PLACES + first]
        if own is None:
            own = self.features[_PLACES + first] = self._large(mark)
        found = own + scheme.case(place, self.level, self.tail) + scheme.learned(mark, self.seen, self.seen_here)
        if self.town:
            found = found + scheme.town(mark, self.town, self.seen[:1], self.level)
        self.features[place] = found
        return found

    def _small(self, alphabetic: bool) -> Made:
        """Return the features of a word without a large initial, of letters alone or not."""
        scheme, fold, none = self._scheme, self.fold, self._scheme.none
        made = scheme.small(self.shape, self.classes) + scheme.word(fold, none)
        if alphabetic:
            return made + scheme.small_ends(fold[-3:]) + scheme.small_begin(fold[:3], none)
        if "-" in fold[1:-1]:
            return made + scheme.weigh([("t", fold.rpartition("-")[2]), ("h", fold.partition("-")[0])])
        return made

    def _large(self, first: str) -> Made:
        """Return the features of a word with a large initial; ``first`` marks those where that may be no sign."""
        scheme, fold, language = self._scheme, self.fold, self._scheme.language
        none, end, begin, length = scheme.none, scheme.end, scheme.begin, len(fold)
        made = scheme.large(self.shape, self.classes, first) + scheme.ends(first, fold[-3:]) + scheme.begins(fold[:3])
        made = made + scheme.cased(self._word + first, none)
        if fold in scheme.words:
            made = made + scheme.word(fold, none) + scheme.word_here(language + fold, none)
        if length > 3:
            made = made + end(fold[-4:], none) + begin(fold[:4], none) + scheme.end_here(language + fold[-3:], none)
            if length > 4:
                made = made + end(fold[-5:], none) + begin(fold[:5], none)
            if fold[-1] == "s":
                made = made + scheme.word(fold[:-1].rstrip("'’"), none)
        for kind in scheme.knowledge.gazetteer.endings(fold):
            made = made + scheme.weigh([("e", kind)])
        if scheme.clusters is not None:
            code = scheme.clusters.of(fold)
            made = made + scheme.own_cluster(code, first)
            if not code:
                made = made + scheme.end_cluster(scheme.clusters.of_end(fold))
        return made + self._compound() if "-" in fold[1:-1] else made

    def _compound(self) -> Made:
        """Return the features of the parts of a word with a large initial and a hyphen."""
        scheme, language = self._scheme, self._scheme.language
        head, _, tail = self.fold.partition("-")
        tail = tail.rpartition("-")[2] or tail
        made = [("h", head), ("t", tail), ("ts", tail[-3:]), ("Lts", language + tail[-3:])]
        return scheme.weigh(made + [("hg", kind + language) for kind in scheme.knowledge.gazetteer.classes(head)])
