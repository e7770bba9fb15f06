"""Cases of names, read backwards: which words, as they stand in lists, a form can be of.

A table says what a name ends in there and, behind a colon, what it ends in instead: "а: ы, е, у, ой".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

Endings = Mapping[str, Sequence[str]]
"""The ending of a form -> those that names have in a list."""


def endings_of(rows: Iterable[str]) -> Endings:
    """Return for each ending of a form those of the names in lists."""
    found: dict[str, tuple[str, ...]] = {}
    for row in rows:
        listed, _, endings = row.partition(":")
        for ending in (e.strip() for e in endings.split(",")):
            found[ending] = (*found.get(ending, ()), listed)
    return found


def listed_forms(word: str, endings: Endings, longest: int, shortest_stem: int) -> Iterator[str]:
    """Yield what a form can be in a list, by the longest of its endings first.

    Args:
        word: The form.
        endings: The cases, by `endings_of`.
        longest: Letters of the longest ending that is looked at.
        shortest_stem: Letters that must be left where an ending is taken off, and be passed where none is.
    """
    for length in range(min(longest, len(word) - shortest_stem), -1, -1):
        stem = word[: len(word) - length]
        if length or len(stem) > shortest_stem:
            for ending in endings.get(word[len(stem) :], ()):
                yield stem + ending
