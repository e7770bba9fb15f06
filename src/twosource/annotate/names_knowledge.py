"""What the names model knows of words before any text is read: lists of names, how common words are, towns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from twosource.annotate.names_clusters import Clusters
from twosource.annotate.names_gazetteer import GENITIVES, Gazetteer

EVERY = "all"
"""Stands for all languages together among those for which it is kept what words were part of in names."""


class Knowledge(NamedTuple):
    """What is known before any text is read: the gazetteer, and how common words are in small letters.

    ``levels`` gives a word in lower case a digit: 0 (left out) unknown, up to 3 very common; German nouns and other
    words with a large initial that are no names have letters of their own.  ``seen`` gives it what it was part of in
    the names that the model learned from (see `seen_as`), for each language and, as ``all``, for all together.
    ``towns`` gives the names of towns how large the largest of them is, in the countries of a language and, as
    ``all``, anywhere; a name of several words has ``_`` between them.  ``clusters`` has the clusters of some languages'
    words.
    """

    gazetteer: Gazetteer
    levels: Mapping[str, str]
    seen: Mapping[str, Mapping[str, str]] = {}
    towns: Mapping[str, Mapping[str, str]] = {}
    clusters: Mapping[str, Clusters] = {}


def town_code(fold: str, home: Mapping[str, str], far: Mapping[str, str]) -> str:
    """Return H and the size of a town of the language's countries, F and that of one anywhere, as far as known."""
    if fold not in home and fold not in far:
        if len(fold) < 5 or fold[-1] not in "s'’":
            return ""
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
    if not code and len(fold) > 3 and fold[-1] in GENITIVES:
        code = seen(fold[:-1].rstrip("'’"))
    return code or ""


def tail_of(fold: str, level: Callable[[str], str | None]) -> str:
    """Return how common the longest known end of a compound in lower case is ("0" where none is); see `Knowledge`."""
    if len(fold) < 7:
        return "0"
    for cut in range(3, min(len(fold) - 3, 30)):
        found = level(fold[cut:])
        if found and found != "0":
            return found
    return "0"
