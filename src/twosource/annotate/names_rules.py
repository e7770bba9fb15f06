"""What a language's words tell of a name that the model found: titles, words before places, heads of sentences.

The words stand in ``language/xx/names.toml``.  Rules: names-v1:title, names-v1:near, names-v1:club, names-v1:begun,
names-v1:legal, names-v1:descent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from twosource.annotate.names_document import Settled
from twosource.annotate.names_features import may_begin
from twosource.annotate.names_words import Words
from twosource.language import Language

_PERSON, _PLACE, _BODY = "person", "place", "organisation"
_SURE = 0.9
_TITLE, _NEAR, _CLUB = "names-v1:title", "names-v1:near", "names-v1:club"
_BEGUN, _LEGAL, _DESCENT = "names-v1:begun", "names-v1:legal", "names-v1:descent"
_NO_EDGE = frozenset("*|;,:?/")
"""Marks that no name begins or ends with."""


class NameWords(NamedTuple):
    """Words of a language, casefolded: what is no name by itself, what stands before a person, a place, or a club.

    ``former`` are beginnings of titles ("ex-"), ``begun`` words that the name of a place begins with ("Saint"),
    ``legal`` forms of companies, ``descent`` words between a first name and a place that make one name of both.
    """

    never: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    clubs: frozenset[str] = frozenset()
    former: frozenset[str] = frozenset()
    begun: frozenset[str] = frozenset()
    legal: frozenset[str] = frozenset()
    descent: frozenset[str] = frozenset()


class Ruled(NamedTuple):
    """A name as the rules leave it; ``rule`` is the last one that changed it, None where none did."""

    name: Settled
    rule: str | None = None


@cache
def name_words(language: Language) -> NameWords:
    """Return the words of a language's table of names; none where it has no such table."""
    if not language.has("names"):
        return NameWords()
    table = language.table("names")
    return NameWords(*(_listed(table.get(key, "")) for key in NameWords._fields))


def _listed(words: str) -> frozenset[str]:
    return frozenset(word.strip().casefold() for word in words.split(",") if word.strip())


def inside_words(sequences: Sequence[Words]) -> frozenset[str]:
    """Return the words, casefolded, that a report writes with a large initial where no sentence begins."""
    return frozenset(
        word.casefold()
        for words in sequences
        for index, word in enumerate(words.texts)
        if word[0].isupper() and not may_begin(words.texts, index)
    )


def apply_rules(before: Ruled, words: Sequence[str], known: NameWords) -> Ruled | None:
    """Return a name as its language's words leave it, or None where it is none.

    A title in front is cut off, also where the model took it in.  A single word that the model is not sure to be a
    person is a place behind a word such as "near" or "the village of".  A word that is no name by itself is one as an
    acronym ("us" is none, "US" is).  Marks at the edges go.
    """
    name, rule = before
    first, kind, end = name.first, name.kind, name.end
    while first + 1 < end and words[first] in _NO_EDGE:
        first += 1
    while end - 1 > first and words[end - 1] in _NO_EDGE:
        end -= 1
    while first + 1 < end and _is_title(words[first].casefold(), known) and words[first + 1][0].isupper():
        first, kind, rule = first + 1, _PERSON, _TITLE
    single = end - first == 1
    if single and _is_never(words[first].casefold(), known) and not _is_acronym(words, first):
        return None
    unsure = kind == _PERSON and name.score < _SURE and not name.by_document and rule is None
    if single and unsure and first > 0 and words[first - 1].casefold() in known.near:
        kind, rule = _PLACE, _NEAR
    if (first, end, kind) == (name.first, name.end, name.kind):
        return before
    return Ruled(name._replace(first=first, end=end, kind=kind), rule)


def _is_never(word: str, known: NameWords) -> bool:
    """Tell whether a word, casefolded, is no name by itself."""
    return word in known.never or word in known.titles


def _is_title(word: str, known: NameWords) -> bool:
    """Tell whether a word, casefolded, is a title, or begins as one of those who held an office."""
    return word in known.titles or (bool(known.former) and word.startswith(tuple(known.former)))


def join_clubs(found: Sequence[Ruled], sequences: Sequence[Words], known: NameWords) -> Iterator[Ruled]:
    """Yield the names, in order, those behind the letters of a club as one with them: "TSV Adorf".

    The letters may have been found as a name of their own; a longer name in front stays what it is.
    """
    kept: list[Ruled] = []
    for ruled in found:
        name = ruled.name
        words, before = sequences[name.sequence].texts, name.first - 1
        last = kept[-1].name if kept and kept[-1].name.sequence == name.sequence else None
        lettered = before >= 0 and words[before].casefold() in known.clubs and words[before][0].isupper()
        if not lettered or (last is not None and last.first < before < last.end):
            kept.append(ruled)
            continue
        if last is not None and last.first == before:
            kept.pop()
        kept.append(Ruled(name._replace(first=before, kind=_BODY), _CLUB))
    yield from kept


def begin_places(found: Sequence[Ruled], sequences: Sequence[Words], known: NameWords) -> Iterator[Ruled]:
    """Yield the names, in order, each with the word in front that a place's name begins with: "St. Anton"."""
    sequence = end = -1
    for ruled in found:
        name = ruled.name
        words, first = sequences[name.sequence].texts, name.first - 1
        first -= first > 0 and words[first] == "."
        taken = first < 0 or (name.sequence == sequence and first < end)
        sequence, end = name.sequence, name.end
        if taken or words[first].casefold() not in known.begun or not words[first][0].isupper():
            yield ruled
        else:
            kind = _PLACE if name.kind == _PERSON else name.kind
            yield Ruled(name._replace(first=first, kind=kind), _BEGUN)


def join_names(
    found: Sequence[Ruled], sequences: Sequence[Words], known: NameWords, is_first: Callable[[str], bool]
) -> Iterator[Ruled]:
    """Yield the names, in order, those together that are one: "Karl Moor KG", "Otto von Adorf".

    ``is_first`` tells whether a word in lower case is a first name.
    """
    kept: list[Ruled] = []
    for ruled in found:
        name, last = ruled.name, kept[-1].name if kept else None
        if last is None or last.sequence != name.sequence:
            kept.append(ruled)
            continue
        words = [word.casefold() for word in sequences[name.sequence].texts[last.first : name.end]]
        between = words[last.end - last.first : name.first - last.first]
        of_person = last.kind == _PERSON and is_first(words[last.end - last.first - 1])
        if not between and known.legal.issuperset(words[name.first - last.first :]):
            kept[-1] = Ruled(last._replace(end=name.end, kind=_BODY), _LEGAL)
        elif of_person and name.kind in (_PERSON, _PLACE) and " ".join(between) in known.descent:
            kept[-1] = Ruled(last._replace(end=name.end), _DESCENT)
        else:
            kept.append(ruled)
    yield from kept


def _is_acronym(words: Sequence[str], index: int) -> bool:
    """Tell whether a word stands in capitals among words that do not."""
    word = words[index]
    return len(word) > 1 and word.isupper() and any(other.islower() for other in words)
