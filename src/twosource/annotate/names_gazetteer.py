"""Gazetteers: words and phrases of which it is known what they mostly name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

Phrases = dict[str, dict[str, list[tuple[tuple[str, ...], str]]]]
"""First word -> second word, also with a genitive's s where it is the last -> phrases with their class."""

GENITIVES = "s'’"
"""Letters and marks that a genitive ends with."""
_SHORTEST = 3
"""Letters of the shortest ending of a compound that tells anything."""


class Gazetteer:
    """Classes of words and phrases, looked up without regard to case.

    Args:
        lists: Class -> its entries; an entry of one word is a word, of more a phrase, ``*tail`` the end of a compound.

    ``listed`` gives the classes of a word in lower case as it stands, None where it is not listed; ``begins`` tells
    whether a phrase begins with it.
    """

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        words: dict[str, list[str]] = {}
        self._phrases: Phrases = {}
        self._endings: dict[str, list[tuple[str, str]]] = {}
        endings: dict[str, str] = {}
        for kind, entries in lists.items():
            for entry in entries:
                pieces = tuple(entry.lower().split())
                if entry.startswith("*"):
                    endings[pieces[0][1:]] = kind
                elif len(pieces) == 1:
                    words.setdefault(pieces[0], []).append(kind)
                elif pieces:
                    seconds = self._phrases.setdefault(pieces[0], {})
                    for second in (pieces[1], pieces[1] + "s")[: 2 if len(pieces) == 2 else 1]:
                        seconds.setdefault(second, []).append((pieces, kind))
        for ending, kind in sorted(endings.items(), key=lambda entry: -len(entry[0])):
            if len(ending) >= _SHORTEST:
                self._endings.setdefault(ending[-_SHORTEST:], []).append((ending, kind))
        self._words = {word: tuple(sorted(set(kinds))) for word, kinds in words.items()}
        self.listed: Callable[[str], tuple[str, ...] | None] = self._words.get
        self.begins: Callable[[str], bool] = self._phrases.__contains__
        for seconds in self._phrases.values():
            for phrases in seconds.values():
                phrases.sort(key=lambda phrase: -len(phrase[0]))

    def classes(self, word: str) -> tuple[str, ...]:
        """Return the classes of a word in lower case, also where it bears the ending of a genitive."""
        found = self._words.get(word)
        if found is None and len(word) > 3 and word[-1] in GENITIVES:
            found = self._words.get(word[:-1].rstrip("'’"))
        return found or ()

    def endings(self, word: str) -> tuple[str, ...]:
        """Return the class of the longest listed ending of a compound in lower case, also with a genitive's s."""
        if word[-_SHORTEST:] not in self._endings and word[-1:] != "s":
            return ()
        for stem in (word, word[:-1]) if word.endswith("s") else (word,):
            for ending, kind in self._endings.get(stem[-_SHORTEST:], ()):
                if len(stem) >= len(ending) + 2 and stem.endswith(ending):
                    return (kind,)
        return ()

    def known(self, words: Sequence[str]) -> tuple[str, ...]:
        """Return the classes of a whole name, one word or a phrase, in lower case."""
        if len(words) == 1:
            return self.classes(words[0])
        hit = self.phrase(words, 0)
        return (hit[1],) if hit is not None and hit[0] == len(words) else ()

    def phrase(self, words: Sequence[str], index: int) -> tuple[int, str] | None:
        """Return (end index, class) of the longest phrase at ``index`` of words in lower case, or None."""
        seconds = self._phrases.get(words[index])
        if seconds is None or index + 1 >= len(words):
            return None
        for pieces, kind in seconds.get(words[index + 1], ()):
            end = index + len(pieces)
            if end > len(words):
                continue
            last = words[end - 1]
            if tuple(words[index : end - 1]) == pieces[:-1] and last in (pieces[-1], pieces[-1] + "s"):
                return end, kind
        return None
