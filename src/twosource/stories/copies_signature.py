"""What a report's text is compared by: its words, the bare consonants of its longer words, its names and numbers.

Headings, pictures' texts, credits and boilerplate are left out as far as they are known as such.  Runs of words tell
copies in one language; the consonants tell translations between near languages, which share most of their words but
spell and inflect them in their own way; names, numbers and days tell translations between any two.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from zlib import crc32

import msgspec
from anyascii import anyascii

from twosource.annotate.notices import find_notice
from twosource.annotate.press import translated_by
from twosource.language import LONGEST
from twosource.model import Reading, Report

SAMPLED = 4
"""Runs that open with one word of so many are looked up to find originals (Broder, On the resemblance of documents)."""
MOST = 1000
"""So many consonant forms, and anchors, of a long text are looked at."""
SHORTEST, CONSONANTS = 4, 4
"""Letters that a word must have for its consonants to tell anything, and how many consonants are kept."""
FIRST, SECOND, THIRD = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9
"""What the words of a run are multiplied by to make its number, modulo 2 to the 64."""
ROUND = 12
"""Numbers up to this one are in every report."""
KNOWN = 400_000
"""Words whose numbers are kept in memory."""
ASIDE = ("credit", "boilerplate", "dateline", "caption")
_WHOLE = (1 << 64) - 1
_VOWELS = "aeiouy"
_SOUND = str.maketrans(
    {"b": "p", "d": "t", "g": "k", "v": "f", "w": "f", "q": "k", "c": "k", "z": "s"} | dict.fromkeys(f"{_VOWELS}hj")
)
_DOUBLE = re.compile(r"(.)\1+")
_COUNTRY = re.compile(r"place:\w\w")


class CopySignature(msgspec.Struct, frozen=True):
    """What is kept of a report to know copies by.

    ``words`` are the numbers of its words in order; ``skeletons`` those of the consonants of its longer words, a list
    for each paragraph; ``anchors`` those of its names, numbers and days, in order; ``rare`` the anchors that few
    reports share.  ``credited`` are the agencies and outlets that it names as its source, ``translates`` those whose
    texts its agency translates.  ``notice`` is how it opens where it corrects another.
    """

    report: str
    language: str
    published: str | None
    words: array[int]
    skeletons: tuple[array[int], ...]
    anchors: array[int]
    rare: tuple[int, ...]
    outlet: str | None = None
    credited: frozenset[str] = frozenset()
    translates: frozenset[str] = frozenset()
    notice: str | None = None
    sampled: array[int] | None = None
    """The runs that a candidate is looked up by, where they were made beforehand."""

    @property
    def runs(self) -> frozenset[int]:
        """Return the numbers of all runs of words."""
        return frozenset(_runs(self.words))

    @property
    def sample(self) -> Sequence[int]:
        """Return the runs of words that a candidate is looked up by; the same words give the same ones everywhere."""
        return sample(self.words) if self.sampled is None else self.sampled


def number_of(word: str) -> int:
    """Return the number of a word as it stands between spaces: punctuation and case do not count."""
    plain = word.casefold()
    if not plain.isalnum():
        plain = "".join(c for c in plain if c.isalnum())
    return crc32(plain.encode("utf-8", "replace"))


class _Numbers(dict[str, int]):
    """Words with their numbers, made when first asked for; forgotten all at once where they become too many."""

    def __missing__(self, word: str) -> int:
        if len(self) >= KNOWN:
            self.clear()
        number = self[word] = self.make(word)
        return number

    def make(self, word: str) -> int:
        """Return the number of a word as it stands between spaces."""
        return number_of(word)


class _Skeletons(_Numbers):
    """Words with the numbers of their consonants, 0 for short ones."""

    def make(self, word: str) -> int:
        """Return the number of a word's skeleton."""
        plain = skeleton(word)
        return crc32(plain.encode()) | 1 if plain else 0


_numbers, _skeletons = _Numbers(), _Skeletons()


def skeleton(word: str) -> str:
    """Return the first consonants of a word without voice, doubling and accents; its digits where it has any.

    Empty for words of few letters, most of which are in every sentence of their language.
    """
    plain = "".join(c for c in anyascii(word[:LONGEST]).casefold() if c.isalnum())
    digits = "".join(c for c in plain if c.isdigit())
    if digits or len(plain) < SHORTEST:
        return digits
    first = _VOWELS[0] if plain[0] in _VOWELS else ""
    return first + _DOUBLE.sub(r"\1", plain.translate(_SOUND))[:CONSONANTS]


def sign_copy(reading: Reading) -> CopySignature:
    """Return the signature of a linked reading."""
    pieces = _pieces(reading)
    report = reading.report
    anchors = [(crc32(anchor.encode("utf-8", "replace")), rare) for anchor, rare in _anchors(reading)][:MOST]
    agencies = {credit.name for credit in reading.credits if credit.role == "agency"}
    notice = find_notice(reading)
    return CopySignature(
        report=report.id,
        language=report.language,
        published=report.published,
        words=array("I", sign_words(" ".join(pieces))),
        skeletons=tuple(_consonants(pieces)),
        anchors=array("I", (number for number, _ in anchors)),
        rare=tuple(dict.fromkeys(number for number, rare in anchors if rare)),
        outlet=report.outlet.casefold() if report.outlet else None,
        credited=frozenset(credit.name.casefold() for credit in reading.credits if credit.role != "photo"),
        translates=frozenset(name.casefold() for agency in agencies for name in translated_by(agency)),
        notice=notice.text if notice else None,
    )


def sign_text(
    report: Report, id: str, words: array[int] | None = None, sampled: array[int] | None = None
) -> CopySignature:
    """Return the signature of a report that was not read, under this id: its words alone.

    Args:
        report: The report.
        id: What it is called by.
        words: The numbers of its words, where they are known.
        sampled: The runs that it is looked up by, where they are known.
    """
    words = array("I", sign_words(report.text[report.body :])) if words is None else words
    outlet = report.outlet.casefold() if report.outlet else None
    notice = find_notice(Reading(report))
    return CopySignature(
        report=id,
        language=report.language,
        published=report.published,
        words=words,
        skeletons=(),
        anchors=array("I"),
        rare=(),
        outlet=outlet,
        notice=notice.text if notice else None,
        sampled=sampled,
    )


def sign_words(text: str) -> list[int]:
    """Return the numbers of the words of a text in order."""
    return list(map(_numbers.__getitem__, text.split()))


def sample(words: Sequence[int]) -> list[int]:
    """Return the runs that open with one of `SAMPLED` words, the same ones wherever they stand."""
    runs = zip(words, words[1:], words[2:], strict=False)
    return [(a * FIRST + b * SECOND + c * THIRD) & _WHOLE for a, b, c in runs if not a % SAMPLED]


def _runs(words: Sequence[int]) -> Iterator[int]:
    return map(hash, zip(words, words[1:], words[2:], strict=False))


def _pieces(reading: Reading) -> list[str]:
    """Return the texts of a report's blocks that are news."""
    text = reading.report.text
    if not reading.blocks:
        return [text[reading.report.body :]]
    return [reading.report.read(block.span) for block in reading.blocks if block.kind not in ASIDE]


def _consonants(pieces: Sequence[str]) -> Iterator[array[int]]:
    left = MOST
    for piece in pieces:
        found = array("I", filter(None, map(_skeletons.__getitem__, piece.split())))[:left]
        left -= len(found)
        if found:
            yield found


def _anchors(reading: Reading) -> Iterator[tuple[str, bool]]:
    """Yield a report's names, numbers and days in order, with whether few reports share each."""
    skipped = [block.span for block in reading.blocks if block.kind in ASIDE]
    names = (
        (n.span, f"name {n.entity or skeleton(n.text)}", not _COUNTRY.fullmatch(n.entity or "")) for n in reading.names
    )
    values = ((f.span, f.low if f.low is not None else f.high) for f in reading.figures)
    numbers = ((span, f"number {value.normalize():f}", value > ROUND) for span, value in values if value is not None)
    days = ((t.span, f"time {t.edtf or t.weekday}", False) for t in reading.times if t.edtf or t.weekday)
    found = [(span.start, anchor, rare) for span, anchor, rare in (*names, *numbers, *days)]
    for start, anchor, rare in sorted(found):
        if not any(span.start <= start < span.end for span in skipped):
            yield anchor, rare
