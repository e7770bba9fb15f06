"""Make the clusters of the model: ``python -m training.clusters --data FOLDER [--out FOLDER]``.

FOLDER holds ``xx_lexeme_cluster.json.gz`` and ``xx_lexeme_prob.json.gz`` of the package spacy-lookups-data 1.0.5 (MIT
licence, Explosion): Brown clusters, and how common words are in each spelling (a logarithm), of a million words each.
"""

from __future__ import annotations

import argparse
import gzip
import math
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from twosource.annotate.names_clusters import ENDING, ends_of, path_of, write_clusters
from twosource.annotate.names_model import FOLDER

CHOICE = Path(__file__).with_name("clusters.toml")
_MOST_LETTERS = 24
_SHORTEST = 4
_WRITINGS = (-1.3, -0.5, 0.0, 0.5, 1.3)
"""From how many times as often (a power of ten) a word has a large initial as none it is written in the next way."""
_NEVER = -21.0


class Extent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many words of a language are known, and how many of them are mostly written in small letters."""

    language: str
    small: int
    most: int


class Choice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which words are known (see ``clusters.toml``)."""

    list: tuple[Extent, ...]


def spellings(common: Mapping[str, float]) -> dict[str, dict[str, float]]:
    """Return word in lower case -> its spellings -> how common each is, the commonest word first."""
    found: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for word, logarithm in common.items():
        if word.replace("-", "").isalpha() and word[0].isalpha() and 1 < len(word) <= _MOST_LETTERS:
            found[word.lower()][word] = logarithm
    return {word: found[word] for word in sorted(found, key=lambda word: (-max(found[word].values()), word))}


def writing(word: str, ways: Mapping[str, float]) -> str:
    """Return how a word in lower case is mostly written, 0 (small) to 5 (with a large initial)."""
    large = sum(math.exp(logarithm) for way, logarithm in ways.items() if way != word)
    ratio = (math.log(large or math.exp(_NEVER)) - ways.get(word, _NEVER)) / math.log(10)
    return str(bisect(_WRITINGS, ratio))


def coded(clusters: Mapping[str, int], common: Mapping[str, float], small: int) -> Iterator[tuple[str, str]]:
    """Yield the words of a language in lower case with their codes (`Clusters`), the commonest first."""
    left = small
    for word, ways in spellings(common).items():
        main = max(ways, key=lambda way: (ways[way], way))
        left -= main == word
        bits = clusters.get(main) or clusters.get(word)
        if bits and (main != word or left >= 0):
            yield word, path_of(bits) + writing(word, ways)


def choose(words: Iterator[tuple[str, str]], most: int) -> dict[str, str]:
    """Return word -> code for so many words, without compounds whose longest known end is of the same cluster."""
    known: dict[str, str] = {}
    for word, code in words:
        end = next(filter(None, map(known.get, ends_of(word, _SHORTEST))), "")
        if end[:-1] != code[:-1]:
            known[word] = code
        if len(known) == most:
            break
    return known


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the command line and write the files."""
    parser = argparse.ArgumentParser(prog="python -m training.clusters", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder spacy_lookups_data/data")
    parser.add_argument("--out", type=Path, default=FOLDER, help="folder of the model")
    options = parser.parse_args(arguments)
    choice = msgspec.toml.decode(CHOICE.read_bytes(), type=Choice)
    for extent in choice.list:
        language = extent.language
        clusters, common = (
            msgspec.json.decode(gzip.decompress((options.data / f"{language}_lexeme_{name}.json.gz").read_bytes()))
            for name in ("cluster", "prob")
        )
        words = choose(coded(clusters, common, extent.small), extent.most)
        write_clusters(words, options.out / (language + ENDING))
        print(f"{language}: {len(words)} words")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
