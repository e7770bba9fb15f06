"""Annotated reports as the trainer reads them: words, and a label for each."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from twosource.annotate.names_words import Words, find_words


class Document(NamedTuple):
    """A text with its names; ``sequences`` are its lines as words, as the stage reads them."""

    id: str
    language: str
    text: str
    names: frozenset[tuple[int, int, str]]
    sequences: list[Words]


def read_documents(path: Path) -> Iterator[Document]:
    """Yield the documents of a file of JSON lines ``{id, language, text, names: [{start, end, kind}]}``."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row: dict[str, Any] = json.loads(line)
            text = row["text"]
            names = frozenset((n["start"], n["end"], n["kind"]) for n in row["names"])
            yield Document(row["id"], row["language"], text, names, split_lines(text))


def split_lines(text: str) -> list[Words]:
    """Return the words of each line that has any."""
    sequences, start = [], 0
    for line in text.split("\n"):
        words = find_words(text, start, start + len(line))
        if words.texts:
            sequences.append(words)
        start += len(line) + 1
    return sequences


def gold_labels(document: Document, words: Words) -> list[str]:
    """Return a label for each word: B- and I- with the kind of the name that it overlaps, else O.

    What has neither letter nor digit is no name, whatever a corpus says.
    """
    cover: dict[int, tuple[int, str]] = {}
    for start, end, kind in document.names:
        if not any(letter.isalnum() for letter in document.text[start:end]):
            continue
        for offset in range(start, end):
            cover[offset] = (start, kind)
    labels, last = [], -1
    for index, start in enumerate(words.starts):
        found = next((cover[o] for o in range(start, words.end(index)) if o in cover), None)
        if found is None:
            labels.append("O")
            last = -1
            continue
        labels.append(("I-" if found[0] == last else "B-") + found[1])
        last = found[0]
    return labels
