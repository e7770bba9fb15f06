"""How common words are in small letters, and which with a large initial are no names.

A document's own words do not count for it, so that training sees what reading a new report will see.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from training.corpus import Document, gold_labels
from twosource.annotate.names_features import first_words


class OwnWords(NamedTuple):
    """The words of one document: in small letters, and with a large initial inside a sentence but in no name."""

    small: frozenset[str]
    nouns: frozenset[str]


class WordCounts:
    """In how many documents each word occurs."""

    def __init__(self) -> None:
        self._small: Counter[str] = Counter()
        self._nouns: Counter[str] = Counter()

    def of(self, document: Document) -> OwnWords:
        """Return the words of one document."""
        small, nouns = set(), set()
        for words in document.sequences:
            labels = gold_labels(document, words)
            for word, first, label in zip(words.texts, first_words(words.texts), labels, strict=True):
                if not word[0].isupper():
                    if word[0].isalpha():
                        small.add(word.lower())
                elif not first and label == "O":
                    nouns.add(word.lower())
        return OwnWords(frozenset(small), frozenset(nouns))

    def add(self, document: Document) -> None:
        """Count the words of one document."""
        own = self.of(document)
        self._small.update(own.small)
        self._nouns.update(own.nouns)

    def level(self, word: str, own: OwnWords | None = None) -> str:
        """Return how common a word in lower case is, ``own`` not counted: 0 to 3, or N and M for nouns."""
        count = self._small[word] - (own is not None and word in own.small)
        if count:
            return "1" if count == 1 else "2" if count < 6 else "3"
        count = self._nouns[word] - (own is not None and word in own.nouns)
        return "0" if not count else "N" if count < 3 else "M"

    def vocabulary(self) -> dict[str, str]:
        """Return level -> its words, sorted, a space between them."""
        found: dict[str, list[str]] = {}
        for word in sorted(self._small.keys() | self._nouns.keys()):
            found.setdefault(self.level(word), []).append(word)
        return {level: " ".join(words) for level, words in sorted(found.items())}
