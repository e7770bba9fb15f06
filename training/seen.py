"""What words were part of in the names of the training data: the lexicon ``seen.json``.

A document's own names do not count for it, so that training sees what reading a new report will see.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from training.corpus import Document, gold_labels
from twosource.annotate.names_features import first_words
from twosource.annotate.names_knowledge import EVERY

_LETTERS = {"person": "N", "organisation": "G", "place": "L", "other": "M"}
_CLEAR = 0.2


Uses = frozenset[tuple[str, str]]


class SeenCounts:
    """In how many documents each word was part of which kind of name, in each language and in all together."""

    def __init__(self) -> None:
        self._uses: defaultdict[str, defaultdict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))

    def of(self, document: Document) -> Uses:
        """Return (word in lower case, letter of its use) for the words of one document with a large initial."""
        uses = set()
        for words in document.sequences:
            labels = [*gold_labels(document, words), "O"]
            for index, (word, first) in enumerate(zip(words.texts, first_words(words.texts), strict=True)):
                if not word[0].isupper():
                    continue
                label = labels[index]
                if label != "O":
                    begins = label == "B-person" and labels[index + 1] == "I-person"
                    uses.add((word.lower(), "F" if begins else _LETTERS[label[2:]]))
                elif not first:
                    uses.add((word.lower(), "O"))
        return frozenset(uses)

    def add(self, document: Document) -> None:
        """Count the names of one document."""
        for word, use in self.of(document):
            for language in (document.language, EVERY):
                self._uses[language][word][use] += 1

    def code(self, language: str, word: str, own: Uses = frozenset()) -> str:
        """Return the code of a word in lower case (see `seen_as`) in a language or `EVERY`, ``own`` not counted."""
        if word not in self._uses[language]:
            return ""
        counted = [(count - ((word, use) in own), use) for use, count in self._uses[language][word].items()]
        ranked = sorted((-count, use) for count, use in counted if count)
        total = -sum(count for count, _ in ranked)
        letters = "".join(use for count, use in ranked[:2] if -count >= _CLEAR * total)
        if letters in ("", "O"):
            return ""
        return letters + ("1" if total == 1 else "2" if total < 5 else "3")

    def lexicon(self) -> dict[str, dict[str, str]]:
        """Return language or `EVERY` -> code -> its words, sorted, a space between them."""
        found: dict[str, dict[str, str]] = {}
        for language, uses in sorted(self._uses.items()):
            words: defaultdict[str, list[str]] = defaultdict(list)
            for word in sorted(uses):
                if code := self.code(language, word):
                    words[code].append(word)
            found[language] = {code: " ".join(listed) for code, listed in sorted(words.items())}
        return found
