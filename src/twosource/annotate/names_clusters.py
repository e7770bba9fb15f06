"""Clusters: what kind of words a word keeps company with, for hundreds of thousands of words in little room.

A cluster is a place in a binary tree of words that stand among the same neighbours (Brown et al. 1992, "Class-based
n-gram models of natural language"); its first bits alone are a wider cluster.  As features they bring what a small
training set lacks (Turian et al. 2010, "Word representations").

The words themselves are not kept, only 12 bits of a checksum in one of many buckets: a word that is not in a file gets
the code of another one about once in a thousand times.  That costs three bytes a word, and nothing at the start.
"""

from __future__ import annotations

from array import array
from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate
from pathlib import Path
from zlib import crc32

import msgspec

from twosource.annotate.names_weights import read_packed
from twosource.errors import ModelError

ENDING = ".clusters"
"""How the file of a language's clusters ends; its name is the language's code."""
_WORD = 32
"""Bits of a checksum; the highest choose the bucket, the lowest 8 and the next 4 are kept."""
_CODES = 1 << 12
_IN_A_BUCKET = 4
_FARTHEST = 30
"""In front of this letter begins the end of a word that is looked up in its place."""
_SHORTEST = 3
"""So many letters has the end of a word at least that is looked up in its place."""


class _File(msgspec.Struct, frozen=True):
    """What is in the file: the codes, how many words each bucket has, and of each word what tells it apart.

    ``low`` holds its lowest eight bits, ``high`` four more and the number of its code, two bytes, the lower one first.
    """

    codes: list[str]
    sizes: bytes
    low: bytes
    high: bytes


class Clusters:
    """The codes of one language's words in lower case.

    A code is four hexadecimal digits, the first 16 bits of the word's way down the tree (see `path_of`), and a digit
    for how it is mostly written, 0 (small) to 5 (with a large initial).

    Args:
        file: What was read.
    """

    def __init__(self, file: _File) -> None:
        self._codes, self._low = file.codes, file.low
        self._high = _numbers(file.high)
        self._starts = array("I", accumulate(file.sizes, initial=0))
        self._shift = _WORD + 1 - len(file.sizes).bit_length()

    def __len__(self) -> int:
        return len(self._low)

    def get(self, word: str) -> str:
        """Return the code of a word in lower case, empty where there is none."""
        checksum = crc32(word.encode())
        bucket, kept = checksum >> self._shift, checksum >> 8 & 15
        start, end = self._starts[bucket], self._starts[bucket + 1]
        found = self._low.find(checksum & 255, start, end)
        while found >= 0:
            high = self._high[found]
            if high >> 12 == kept:
                return self._codes[high & _CODES - 1]
            found = self._low.find(checksum & 255, found + 1, end)
        return ""

    def of(self, word: str) -> str:
        """Return the code of a word in lower case, also where it bears a genitive's s; empty where there is none."""
        return self.get(word) or (self.get(word[:-1].rstrip("'’")) if word[-1:] == "s" else "")

    def of_end(self, word: str) -> str:
        """Return the code of the longest known end of a compound in lower case; empty where none is known."""
        return next(filter(None, map(self.get, ends_of(word, _SHORTEST))), "")


def ends_of(word: str, shortest: int) -> Iterator[str]:
    """Yield the ends of a word that can be the last part of a compound, ``shortest`` letters or more, longest first."""
    return (word[cut:] for cut in range(2, min(len(word) - shortest + 1, _FARTHEST)))


def _numbers(high: bytes) -> array[int]:
    """Return numbers of two bytes, the lower byte first whatever the machine."""
    numbers = array("H", high)
    if array("H", b"\1\0")[0] != 1:
        numbers.byteswap()
    return numbers


def path_of(bits: int) -> str:
    """Return a way down the tree as four hexadecimal digits; the lowest of ``bits`` is the first step."""
    turned = sum((bits >> step & 1) << 15 - step for step in range(16))
    return f"{turned:04x}"


def write_clusters(codes: Mapping[str, str], path: Path) -> None:
    """Write the file that `read_clusters` reads, from word -> code.  The same codes give the same bytes.

    Raises:
        ValueError: There are more different codes than the file can number.
    """
    numbers = {code: number for number, code in enumerate(sorted(set(codes.values())))}
    if len(numbers) > _CODES:
        raise ValueError(f"{len(numbers)} codes, the file can number {_CODES}")
    bits = max(1, (len(codes) // _IN_A_BUCKET).bit_length())
    rows = sorted({(crc32(word.encode()), numbers[code]) for word, code in codes.items()})
    buckets = [checksum >> _WORD - bits for checksum, _ in rows]
    ends = [bisect(buckets, bucket) for bucket in range(1 << bits)]
    sizes = bytes(end - start for start, end in zip([0, *ends], ends, strict=False))
    high = b"".join(((checksum >> 8 & 15) << 12 | number).to_bytes(2, "little") for checksum, number in rows)
    file = _File(list(numbers), sizes, bytes(checksum & 255 for checksum, _ in rows), high)
    path.write_bytes(msgspec.msgpack.encode(file))


def read_clusters(path: Path) -> Clusters:
    """Return the clusters of a file.

    Raises:
        ModelError: The file is missing or broken; the message names it.
    """
    file = read_packed(path, _File, "clusters")
    if not sum(file.sizes) == len(file.low) == len(file.high) // 2 or not _is_power_of_two(len(file.sizes)):
        raise ModelError(f"{path}: its words and their codes do not go together")
    return Clusters(file)


def _is_power_of_two(number: int) -> bool:
    return number > 0 and number & number - 1 == 0


class ClusterFiles(Mapping[str, Clusters]):
    """Language -> its clusters, from the files of a folder; one is read when it is asked for."""

    def __init__(self, folder: Path) -> None:
        self._paths = {path.stem: path for path in sorted(folder.glob("*" + ENDING))}
        self._read: dict[str, Clusters] = {}

    def __getitem__(self, language: str) -> Clusters:
        if language not in self._read:
            self._read[language] = read_clusters(self._paths[language])
        return self._read[language]

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


Feature = tuple[str, str]


def own_features(language: str, code: str, mark: str) -> Iterable[Feature]:
    """Return the features of a code of a word with a large initial; ``mark`` where that may be no sign."""
    if not code:
        return [("b-", language + mark)]
    paths = [("b", language + code[:size]) for size in range(1, 5)]
    return [*paths, ("q", language + code[4] + mark), ("bq", language + code[:2] + code[4])]


def end_features(language: str, code: str) -> Iterable[Feature]:
    """Return the features of the code of the end of a word that has none itself."""
    if not code:
        return [("bt-", language)]
    return [("bt", language + code[:2]), ("bt", language + code[:4]), ("btq", language + code[4])]


def beside_features(language: str, code: str, mark: str) -> Iterable[Feature]:
    """Return the features that another word sees of a code; ``mark`` tells from where."""
    return [(mark + "b", language + code[:size]) for size in (2, 4)] if code else []
