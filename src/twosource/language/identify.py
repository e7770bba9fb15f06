"""Which language a text is in.

The languages that have a folder are told by their commonest words (``marks`` in language.toml); that takes no model.
Where they leave only near languages (Danish and the two Norwegian ones), the spelling of all words decides.  Only where
the commonest words do not decide, py3langid is asked, which takes half a second to load.  Rule: identify-v2.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from math import log
from types import MappingProxyType
from typing import NamedTuple, Protocol

import msgspec

from twosource.errors import UnknownLanguage
from twosource.language.pieces import pieces
from twosource.language.tables import GENERIC, HERE, codes, load, read_toml

_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 6_000
_SHORT = 40
_COVERED = 0.22
_COVERED_SHORT = 0.4
_AHEAD = 0.08
_SURE = 0.6
_SHARED = 0.75
_TOLD = 3
_LEAST = 1e-3
NO_CHANCES: Mapping[str, float] = MappingProxyType({})
NEAR = HERE.parent / "data" / "model" / "near.json"


class Guess(NamedTuple):
    """A language's code, how sure, and by what it was told (``marks``, ``model`` or ``none``)."""

    code: str
    score: float
    by: str


class Classifier(Protocol):
    """What is asked of a model: the codes of the languages that a text can be in, and how probable each is."""

    def rank(self, instance: str) -> list[tuple[str, float]]:
        """Return (code, probability) of every language, the likeliest first."""


@cache
def _marks() -> Mapping[str, frozenset[str]]:
    """Return the telling words of each language that has some."""
    heads = {code: read_toml(HERE / code / "language.toml") for code in codes()}
    told = {code: frozenset(word.casefold() for word in head.get("marks", ())) for code, head in heads.items()}
    return {code: words for code, words in told.items() if words}


@cache
def _weights() -> Mapping[str, tuple[tuple[str, float], ...]]:
    """Return for each telling word the languages that it speaks for, and how strongly: less where more share it."""
    sharers: dict[str, list[str]] = {}
    for code, words in _marks().items():
        for word in words:
            sharers.setdefault(word, []).append(code)
    return {word: tuple((code, 1 / len(which)) for code in which) for word, which in sharers.items()}


@cache
def _model() -> Classifier:
    """Return py3langid's identifier, loaded when it is first needed."""
    module = import_module("py3langid.langid")
    model: Classifier = module.LanguageIdentifier.from_model_file(module.MODEL_FILE, norm_probs=True)
    return model


def identify(text: str, start: int = 0) -> Guess:
    """Return the language of ``text[start:]``, or the generic code where it cannot be told.

    A code that a folder answers to comes back as that folder's (``no`` as ``nb``).  Only the first few thousand code
    points are looked at.
    """
    sample = text[start : start + _LOOKED_AT]
    words = [match.group().casefold() for match in _WORD.finditer(sample)]
    if not words:
        return Guess(GENERIC, 0.0, "none")
    return _by_marks(words) or _by_model(sample, words)


def _by_marks(words: list[str]) -> Guess | None:
    """Return the language whose words make up most of ``words``, or None where no one leads clearly."""
    weights = _weights()
    evidence: dict[str, float] = {}
    covered: Counter[str] = Counter()
    for word in words:
        for code, weight in weights.get(word, ()):
            evidence[code] = evidence.get(code, 0.0) + weight
            covered[code] += 1
    ranked = sorted(evidence.items(), key=lambda item: (-item[1], item[0]))
    if not ranked:
        return None
    best, first = ranked[0]
    if covered[best] / len(words) < (_COVERED if len(words) >= _SHORT else _COVERED_SHORT):
        return None
    lead = _lead(first, [value for _, value in ranked[1:]])
    if lead is not None:
        return Guess(best, round(min(1.0, 0.5 + lead), 3), "marks")
    family = _pieces().codes
    lead = _lead(first, [value for code, value in ranked if code not in family]) if best in family else None
    return None if lead is None else Guess(_by_spelling(words), round(min(1.0, 0.5 + lead), 3), "marks")


def _lead(first: float, others: list[float]) -> float | None:
    """Return how far the first lies ahead of the best of the others, as a share of it; None where that is not clear."""
    second = max(others, default=0.0)
    lead = (first - second) / first
    return None if lead < _AHEAD or first - second < 1 else lead


def _by_model(sample: str, words: list[str]) -> Guess:
    """Return what py3langid says, where it is sure enough for a text of so many words.

    Among near languages (Danish and the two Norwegian ones, say) that share nearly all of what it gives, the spelling
    of the words decides: either is better than none.
    """
    chances: dict[str, float] = {}
    for code, chance in _model().rank(sample):
        folder = to_folder(code)
        chances[folder] = chances.get(folder, 0.0) + float(chance)
    best = max(chances, key=chances.__getitem__)
    family = _pieces().codes
    together = sum(chances.get(code, 0.0) for code in family)
    if best in family and together >= _SHARED and len(words) >= _TOLD:
        return Guess(_by_spelling(words, chances), round(together, 3), "model")
    score = chances[best]
    if score < _SURE or (len(words) < _TOLD and score < 0.9):
        return Guess(GENERIC, round(score, 3), "none")
    return Guess(best, round(score, 3), "model")


class _Pieces(msgspec.Struct, frozen=True):
    """Near languages, and for pieces of words the weight of each (``data/model/near.json``)."""

    codes: tuple[str, ...]
    pieces: dict[str, tuple[float, ...]]


@cache
def _pieces() -> _Pieces:
    """Return the table of pieces, which ``training/languages.py`` makes."""
    return msgspec.json.decode(NEAR.read_bytes(), type=_Pieces)


def _by_spelling(words: list[str], chances: Mapping[str, float] = NO_CHANCES) -> str:
    """Return which of the near languages is likeliest: by the pieces of the words, and what a model gives each."""
    table = _pieces()
    scores = [log(chances.get(code, 0.0) + _LEAST) for code in table.codes]
    for word in words:
        for piece in pieces(word):
            for number, weight in enumerate(table.pieces.get(piece, ())):
                scores[number] += weight
    return table.codes[max(range(len(scores)), key=scores.__getitem__)]


def to_folder(code: str) -> str:
    """Return the code of the folder that answers to ``code``, or ``code`` itself where none does."""
    try:
        return load(code).code
    except UnknownLanguage:
        return code
