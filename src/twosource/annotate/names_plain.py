"""Word types of plain words, many at once: small letters alone, in no list of names; most words of a text are so.

What `WordType` does for one word after the other is done here for all new words of a report, template after template:
the same sums, in half of the time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, repeat

from twosource.annotate.names_clusters import Clusters
from twosource.annotate.names_gazetteer import GENITIVES
from twosource.annotate.names_types import SMALL, Made, Scheme, WordType

_FORM = "x"
"""The shape of a plain word."""


def plain_words(words: Iterable[str], scheme: Scheme[Made]) -> list[str]:
    """Return those of words that `plain_types` may be asked for.

    A word that `str.islower` holds for has no letter that `str.lower` changes.
    """
    listed, begins, classes = scheme.listed, scheme.begins_phrase, scheme.classes
    return [
        word
        for word in words
        if word.islower()
        and word.isalpha()
        and not listed(word)
        and not begins(word)
        and not (word[-1] in GENITIVES and classes(word))
    ]


def plain_types(words: Iterable[str], scheme: Scheme[Made]) -> Iterator[WordType[Made]]:
    """Yield the types of plain words, each once."""
    words, weighty = list(words), scheme.words
    types = chain(
        _by_letters([word for word in words if word not in weighty], scheme),
        _by_words([word for word in words if word in weighty], scheme),
    )
    return types if scheme.clusters is None else _with_clusters(types, scheme.clusters, scheme)


def _with_clusters(
    types: Iterable[WordType[Made]], clusters: Clusters, scheme: Scheme[Made]
) -> Iterator[WordType[Made]]:
    """Yield types with what other words see of their clusters."""
    for kind in types:
        code = clusters.get(kind.fold)
        if code:
            before, after, closes, opens = scheme.cluster_beside(code)
            kind.before, kind.after = kind.before + before, kind.after + after
            kind.closes, kind.opens = kind.closes + closes, kind.opens + opens
        yield kind


def _by_letters(words: Sequence[str], scheme: Scheme[Made]) -> Iterator[WordType[Made]]:
    """Yield the types of plain words without weights of their own: their first and last letters tell all."""
    blank, base = WordType.__new__, scheme.small(_FORM, ())
    before2, after2 = scheme.form_beside(_FORM)
    ends = [word[-3:] for word in words]
    begins = map(scheme.small_begin, [word[:3] for word in words], repeat(scheme.none))
    seen = map(scheme.ends_near, ends), map(scheme.ends_beside, ends)
    for word, end, begin, near, beside in zip(words, map(scheme.small_ends, ends), begins, *seen, strict=False):
        kind: WordType[Made] = blank(WordType)
        kind.fold, kind.shape, kind.sign, kind.classes = word, _FORM, SMALL, ()
        kind.large = kind.begins = kind.rare = False
        kind.inside = base + end + begin
        kind.before, kind.after = near
        kind.closes, kind.opens = beside
        kind.before2, kind.after2 = before2, after2
        yield kind


def _by_words(words: Sequence[str], scheme: Scheme[Made]) -> Iterator[WordType[Made]]:
    """Yield the types of plain words that have weights of their own."""
    blank, base, nones = WordType.__new__, scheme.small(_FORM, ()), repeat(scheme.none)
    far_before, far_after = scheme.form_beside(_FORM)
    ends = [word[-3:] for word in words]
    tables = (scheme.before, scheme.after, scheme.closes, scheme.opens, scheme.before2, scheme.after2)
    rows = zip(
        words,
        map(scheme.word, words, nones),
        map(scheme.small_ends, ends),
        map(scheme.small_begin, [word[:3] for word in words], nones),
        map(scheme.ends_near, ends),
        map(scheme.ends_beside, ends),
        *(map(table, words, nones) for table in tables),
        strict=False,
    )
    for word, own, end, begin, near, beside, before, after, closes, opens, before2, after2 in rows:
        kind: WordType[Made] = blank(WordType)
        kind.fold, kind.shape, kind.sign, kind.classes = word, _FORM, SMALL, ()
        kind.large = kind.begins = kind.rare = False
        kind.inside = base + own + end + begin
        (end_before, end_after), (end_closes, end_opens) = near, beside
        # A sum with nothing would be a number of its own in memory: most share that of their ending.
        kind.before = end_before + before if before else end_before
        kind.after = end_after + after if after else end_after
        kind.closes = end_closes + closes if closes else end_closes
        kind.opens = end_opens + opens if opens else end_opens
        kind.before2 = far_before + before2 if before2 else far_before
        kind.after2 = far_after + after2 if after2 else far_after
        yield kind
