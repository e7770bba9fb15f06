"""Whether two names, each in its own language, mean one place or one body."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from rapidfuzz.distance import Levenshtein

from twosource.language.tables import codes
from twosource.link.identify import identify
from twosource.link.organisations import register_of
from twosource.link.places import gazetteer_of
from twosource.link.records import Comparison, Judgement
from twosource.link.skeleton import name_skeleton
from twosource.model import Link, Quote, Reading, Reason, Report, Sentence, Span

NEAR = 0.84
"""From this similarity of skeletons on, two names that no table knows could be one, misspelt or transcribed."""

UNTOLD = "?"
"""What stands for the country of an office where nothing tells it."""

_OFFICE = "office:"
_WHY = Reason(rule="link:name")


def compare_places(left: str, right: str, *, languages: tuple[str, str] = ("und", "und")) -> Comparison:
    """Judge whether two names of places are of one place: by the tables, else by their letters.

    Args:
        left: A name as the press of ``languages[0]`` writes it.
        right: A name as the press of ``languages[1]`` writes it.
        languages: Their languages by code; ``und`` looks into the tables of all.
    """
    keys = _place_key(left, languages[0]), _place_key(right, languages[1])
    return _by_keys(left, right, keys, "place")


def compare_organisations(left: str, right: str, *, languages: tuple[str, str] = ("und", "und")) -> Comparison:
    """Judge whether two names of bodies are of one body: by the tables, by role and country, else by their letters.

    A ministry without its country is `unsure` beside any other of its kind.

    Args:
        left: A name as the press of ``languages[0]`` writes it.
        right: A name as the press of ``languages[1]`` writes it.
        languages: Their languages by code.
    """
    keys = _body_key(left, languages[0]), _body_key(right, languages[1])
    if all(key.startswith(_OFFICE) for key in keys):
        roles, whose = zip(*(key.removeprefix(_OFFICE).partition(":")[::2] for key in keys), strict=True)
        if roles[0] == roles[1] and UNTOLD in whose:
            return Comparison(Judgement.UNSURE, 0.5, "the same office, of a country that is not named with both")
    return _by_keys(left, right, keys, "organisation")


def _by_keys(left: str, right: str, keys: tuple[str, str], kind: str) -> Comparison:
    """Judge by what the tables know, by skeletons where they know one name or none."""
    if keys[0] and keys[1]:
        if keys[0] == keys[1]:
            return Comparison(Judgement.SAME, 0.95, f"the tables know both as one {kind}")
        return Comparison(Judgement.DIFFERENT, 0.95, f"the tables know two of kind {kind}")
    a, b = name_skeleton(left), name_skeleton(right)
    if not a or not b:
        return Comparison(Judgement.UNKNOWN, 0.5, "a name without letters")
    if a == b:
        return Comparison(Judgement.SAME, 0.8, "the same words, however transcribed")
    contained = set(a.split()) < set(b.split()) or set(b.split()) < set(a.split())
    if contained or (min(len(a), len(b)) >= 5 and Levenshtein.normalized_similarity(a, b) >= NEAR):
        return Comparison(Judgement.UNSURE, 0.5, "nearly the same name")
    return Comparison(Judgement.DIFFERENT, 0.8, "two names that differ")


def _place_key(name: str, language: str) -> str:
    """Return the key of a place by the tables of its language, of any where it is not said; "" where none knows it."""
    return next((found.key for code in _tables(language) if (found := gazetteer_of(code).lookup(name))), "")


def _tables(language: str) -> Iterator[str]:
    yield language
    if language == "und":
        yield from _all_codes()


@cache
def _all_codes() -> tuple[str, ...]:
    return tuple(sorted(codes()))


def _body_key(name: str, language: str) -> str:
    """Return the key of a body by the register, or that of its office and country, or ""."""
    known = register_of().lookup(name, home=gazetteer_of(language).home)
    if known is not None:
        return known.key
    span = Span(0, len(name))
    report = Report(id="", source="", text=name, language=language)
    quote = Quote(span, name, "indirect", _WHY, origin=(Link(name, "body", span, _WHY),))
    reading = identify(Reading(report=report, sentences=(Sentence(span, 0),), quotes=(quote,)))
    key = reading.quotes[0].origin[0].entity or ""
    return key if key.startswith((_OFFICE, "org:")) else ""
