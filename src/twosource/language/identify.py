"""Which language a text is in.

The languages that have a folder are told by their commonest words (``marks`` in language.toml); that takes no model.
Only where those words do not decide, py3langid is asked, which takes a second to load.  Rule: identify-v1.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import NamedTuple, Protocol

from twosource.errors import UnknownLanguage
from twosource.language.tables import GENERIC, HERE, codes, load, read_toml

_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 6_000
_SHORT = 40
_COVERED = 0.22
_COVERED_SHORT = 0.4
_AHEAD = 0.08
_SURE = 0.6
_SHARED = 0.75
_LEAD = 0.05


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
    return _by_marks(words) or _by_model(sample, len(words))


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
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    lead, share = (first - second) / first, covered[best] / len(words)
    if lead < _AHEAD or first - second < 1 or share < (_COVERED if len(words) >= _SHORT else _COVERED_SHORT):
        return None
    return Guess(best, round(min(1.0, 0.5 + lead), 3), "marks")


def _by_model(sample: str, count: int) -> Guess:
    """Return what py3langid says, where it is sure enough for a text of ``count`` words.

    Sure enough is also the likelier of two near languages (Danish and Norwegian, say) that share nearly all of it.
    """
    (code, score), (second, next_score) = _model().rank(sample)[:2]
    shared = _near(to_folder(code), to_folder(second)) and score + next_score >= _SHARED and score - next_score >= _LEAD
    if (score < _SURE and not shared) or (count < 3 and score < 0.9):
        return Guess(GENERIC, round(float(score), 3), "none")
    return Guess(to_folder(code), round(float(score), 3), "model")


def _near(one: str, other: str) -> bool:
    """Tell whether two languages with folders are so near that either is better than none."""
    return one in codes() and other in load(one).near


def to_folder(code: str) -> str:
    """Return the code of the folder that answers to ``code``, or ``code`` itself where none does."""
    try:
        return load(code).code
    except UnknownLanguage:
        return code
