"""The tables of how a language reports speech, compiled once per language.

Words get classes (``preposition``, ``auxiliary``, ``person`` ...), phrases get `Cue` records.  Language table:
speech.toml, with the role nouns of roles.toml; media from data/press.toml.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import compress
from typing import Any

from twosource.annotate.press import medium_words, particles
from twosource.language import PhraseTable, Remembered, Token, tokenize
from twosource.language.tables import Language, load_or_generic

CLASSES = {
    "that": "that",
    "whether": "whether",
    "infinitive": "infinitive",
    "relative": "relative",
    "breaks": "break",
    "and": "and",
    "subjunctions": "subjunction",
    "auxiliary": "auxiliary",
    "prepositions": "preposition",
    "attach": "attach",
    "addressee": "addressee",
    "of": "of",
    "affiliation": "affiliation",
    "indefinite": "indefinite",
    "focus": "focus",
    "first_person": "first_person",
    "determiners": "determiner",
    "articles": "article",
    "subjects": "subject",
    "anaphors": "anaphor",
    "impersonal": "impersonal",
    "adverbs": "adverb",
    "initial": "initial",
    "occasion": "occasion",
    "men": "man",
    "women": "woman",
    "persons": "person",
    "unnamed": "unnamed",
    "or": "or",
    "documents": "document",
    "reporters": "reporter",
    "agencies": "agency",
    "press_words": "press",
    "outlets": "outlet",
    "so_called": "so_called",
    "promise": "promise",
    "nominal": "nominal",
    "nominal_with": "nominal_with",
    "nominal_from": "nominal_from",
    "hearsay_modal": "hearsay_modal",
    "hearsay_have": "hearsay_have",
    "subjunctive": "subjunctive",
    "told": "told",
    "as_said": "as_said",
    "goes_on": "goes_on",
    "hearsay_nouns": "hearsay_noun",
    "possessives": "possessive",
    "seen": "seen",
    "be": "be",
    "manner": "manner",
    "agent": "agent",
    "owners": "owner",
    "objects": "object",
    "time_clauses": "time_clause",
    "but": "but",
    "pasts": "past",
    "purpose": "purpose",
    "passive_with": "passive_with",
    "oblique": "oblique",
    "reflexive": "reflexive",
    "goes_by": "goes_by",
    "source_prepositions": "source_preposition",
    "so_said": "so_said",
    "calendar": "calendar",
    "front_adverbs": "front_adverb",
    "nominative": "nominative",
    "doubtful_mood": "doubtful_mood",
    "called": "called",
    "have": "have",
    "victims": "victims",
    "linking": "linking",
    "time_words": "time",
    "deictics": "deictic",
    "strong_verbs": "finite",
    "quantities": "quantity",
}
"""Key of speech.toml -> class of its words."""

PHRASES = {
    "according": "according",
    "according_after": "according_after",
    "viewed": "viewed",
    "according_after_noun": "according_after_noun",
    "according_to_noun": "according_to_noun",
    "own_account": "own_account",
    "medium": "medium",
    "reach": "reach",
    "message": "message",
    "stated": "stated",
    "carry": "carry",
    "hearsay": "hearsay",
    "citing": "citing",
    "cites": "cites",
    "cited_by": "cited_by",
}
"""Key of speech.toml -> kind of `Cue` for its phrases."""

_MEMORY = 50_000


PUBLIC = ("state", "municipality", "region", "court")
"""Whose the roles are of bodies that bear no name of their own, by `roles.toml`."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase that tells that something is said.

    ``kind``: cue, attest, attitude, or one of `PHRASES`; ``shape``: finite, base, other, passive or participle;
    ``takes`` what may follow; ``prepositions`` those that may stand before what is said; ``relaying`` where the phrase
    names who passes it on; ``act`` is how what is told is held (says, judges, wants, thinks ...).
    """

    kind: str
    id: str = ""
    shape: str = "finite"
    takes: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    polarity: str = "affirmed"
    relaying: bool = False
    act: str = "says"


class _Words:
    """Classes by word, with ``*`` at either end of a word, or at both, for any letters."""

    def __init__(self) -> None:
        self.exact: dict[str, set[str]] = {}
        self.prefix: dict[str, dict[str, set[str]]] = {}
        self.suffix: dict[str, dict[str, set[str]]] = {}
        self.inside: dict[str, set[str]] = {}
        self.known: Remembered[frozenset[str]] = Remembered(self._of, _MEMORY)

    def add(self, word: str, kind: str) -> None:
        word = word.casefold()
        table, key = self.exact, word
        if word.startswith("*") and word.endswith("*"):
            table, key = self.inside, word[1:-1]
        elif word.startswith("*"):
            key = word[1:]
            table = self.suffix.setdefault(key[-2:], {})
        elif word.endswith("*"):
            key = word[:-1]
            table = self.prefix.setdefault(key[:2], {})
        table.setdefault(key, set()).add(kind)

    def _of(self, fold: str) -> frozenset[str]:
        found = frozenset(self.exact.get(fold, ()))
        for beginning, kinds in self.prefix[fold[:2]].items() if fold[:2] in self.prefix else ():
            if fold.startswith(beginning):
                found |= kinds
        for ending, kinds in self.suffix[fold[-2:]].items() if fold[-2:] in self.suffix else ():
            if fold.endswith(ending):
                found |= kinds
        for part, kinds in self.inside.items():
            if part in fold:
                found |= kinds
        return found


STOPS = frozenset({"preposition", "auxiliary", "that", "relative", "subjunction", "adverb", "infinitive"})
"""Classes of words that end a noun phrase."""
ENDERS = STOPS | {"subjunctive", "hearsay_modal"}
"""Classes of words that end a noun phrase that has begun."""


class Grammar:
    """The compiled speech tables of one language; empty where the language has none."""

    def __init__(self, language: Language) -> None:
        table: Mapping[str, Any] = language.table("speech") if language.has("speech") else {}
        self.known = bool(table)
        self.verb_second = bool(table.get("verb_second", True))
        self.capital_nouns = bool(table.get("capital_nouns", False))
        self.noun_first = bool(table.get("noun_first", False))
        self.tells_press = "press_words" in table
        self.dash_turns = bool(table.get("dash_turns", True))
        self.attitudes = bool(table.get("attitude"))
        self.resumes = bool(table.get("resumes", False))
        self._words = _Words()
        self.classes: Callable[[str], frozenset[str]] = self._words.known.__getitem__
        """Says the classes of a casefolded word."""
        phrases: list[tuple[str, Cue]] = []
        for key, kind in CLASSES.items():
            for entry in table.get(key, ()):
                if " " in entry or "-" in entry:
                    phrases.append((entry, Cue(kind)))
                else:
                    self._words.add(entry, kind)
        for key, kind in PHRASES.items():
            relaying = frozenset(table.get("relaying", ())) if key == "according" else frozenset()
            phrases.extend((p, Cue(kind, relaying=p in relaying)) for p in table.get(key, ()))
        phrases.extend(_verbs(table))
        phrases.extend(_tied_roles(language))
        self.phrases: PhraseTable[Cue] = PhraseTable(phrases)
        self.split = {e["first"]: frozenset(e["last"]) for e in table.get("split", ())}
        self.bracket = bool(table.get("bracket", False))
        self.bracket_infinitive: str = next(iter(table.get("infinitive", ())), "")
        self.verb_endings = tuple(table.get("verb_endings", ()))
        self.plural_endings = tuple(table.get("plural_endings", ()))
        self.mood_endings = tuple(table.get("mood_endings", ()))
        self.dative_feminine = frozenset(table.get("dative_feminine", ()))
        self.feminine_media = tuple(table.get("feminine_media", ()))
        self.parted_verbs = _parted(phrases, "cue", frozenset(table.get("verb_particles", ())))
        self.parted_reports = _parted(phrases, "report", None)
        self.parted = Cue("cue", "parted", takes=frozenset({"direct", "that", "bare", "infinitive", "whether"}))
        self.adding = Cue("cue", "add", takes=frozenset({"direct"}))
        self.heads = frozenset(tokenize(phrase)[0].fold for phrase, _ in phrases)
        self.definite = tuple(table.get("definite", ()))
        self.genders = {w: p["gender"] for p in table.get("pronouns", ()) for w in p["forms"]}
        self.brackets = tuple(
            (e["open"], tuple(tuple(c.split()) for c in e["close"])) for e in table.get("utterance_of", ())
        )
        self.parting = frozenset((*self.split, *(opening for opening, _ in self.brackets)))
        self.roles = _roles(language, self._words)
        self.origins = PhraseTable(_origins(language))
        self.media = medium_words(language)
        self.particles = particles()
        self._add_nouns(language, table)

    def _add_nouns(self, language: Language, table: Mapping[str, Any]) -> None:
        """Add how nouns and the words around them end, and which words say that an office is no longer held."""
        places = language.table("places") if language.has("places") else {}
        self.genitive = bool({"s", "'s"} & set(places.get("genitive", ())))
        self.articles = bool(table.get("articles"))
        self.closing = tuple(table.get("closing", ()))
        self.attributive = tuple(table.get("attributive", ()))
        happenings = language.table("happenings") if language.has("happenings") else {}
        negation: str = happenings.get("grammar", {}).get("negation", "")
        self.negations = frozenset(word.strip() for word in negation.split(",") if word.strip())
        self.public = _public_bodies(language) if table.get("adjective_endings") else frozenset()
        self.said_at = frozenset(table.get("said_at", ()))
        self.said_by = tuple(table.get("said_by", ()))
        self.adjective_endings = tuple(table.get("adjective_endings", ()))
        self._bodies = PhraseTable((form, True) for form in _long_bodies(language))
        self._body_heads = frozenset(tokenize(form)[0].fold for form in _long_bodies(language))
        self.same_sources = frozenset(table.get("same_sources", ()))
        self.viewed_by = frozenset(table.get("viewed_by", ()))
        self.former = frozenset(language.table("roles").get("former", ()) if language.has("roles") else ())

    def cues(self, tokens: Sequence[Token]) -> dict[int, list[tuple[int, Cue]]]:
        """Return what begins at each token: (end index, cue), longest first."""
        heads, at = self.heads, self.phrases.at
        near = [index for index, token in enumerate(tokens) if token.fold in heads]
        return {index: hits for index in near if (hits := at(tokens, index))}

    def bodies(self, tokens: Sequence[Token], capital: Sequence[bool]) -> dict[int, int]:
        """Return where bodies' nouns of several words stand: first token -> end.

        Where all nouns have capitals, or where a capital behind the first shows a name, none; those without any
        capital only where adjectives and genitives stand beside their noun with no article between.
        """
        found: dict[int, int] = {}
        everywhere = self.adjective_endings or self.noun_first
        all_of_them = range(len(tokens)) if everywhere else compress(range(len(tokens)), capital)
        for index in all_of_them if not self.capital_nouns else ():
            hit = self._bodies.longest(tokens, index) if tokens[index].fold in self._body_heads else None
            if hit is not None and not any(capital[index + 1 : hit[0]]):
                found[index] = hit[0]
        return found

    def is_body(self, tokens: Sequence[Token], first: int, last: int) -> bool:
        """Tell whether tokens are a body's noun of several words, whatever capitals they have."""
        hit = self._bodies.longest(tokens, first) if tokens[first].fold in self._body_heads else None
        return hit is not None and hit[0] == last

    def adjectives(self, tokens: Sequence[Token], capital: Sequence[bool]) -> frozenset[int]:
        """Return the tokens that say whose a noun is: with a capital in front of it ("the South Korean police").

        Where a language has them behind the noun, those without a capital too ("el presidente turco").
        """
        found: set[int] = set()
        for index in range(len(tokens)) if self.noun_first else compress(range(len(tokens)), capital):
            for end, _ in self.origins.at(tokens, index):
                before = end < len(tokens) and tokens[end].text.islower()
                if (before and not self.classes(tokens[end].fold) & STOPS) or tokens[index].text[0].islower():
                    found.update(range(index, end))
        return frozenset(found)


def _origins(language: Language) -> Iterable[tuple[str, bool]]:
    """Yield the adjectives of territories ("the Norwegian police") and of parts of the world ("a Western official")."""
    table: Mapping[str, Any] = language.table("places") if language.has("places") else {}
    owner = table.get("owner", "")
    for territory in table.get("territory", ()):
        yield from ((form, True) for form in territory.get("adjective", ()))
        if owner:
            yield from ((f"={name}{owner}", True) for name in (territory["name"], *territory.get("also", ())))
    spoken: Mapping[str, Any] = language.table("speech") if language.has("speech") else {}
    yield from ((form, True) for form in spoken.get("of_regions", ()))


def behind(phrases: Iterable[tuple[str, ...]], tokens: Sequence[Token], index: int) -> int:
    """Return the token behind the first of ``phrases`` that stands at ``index``, ``index`` itself where none does."""
    for phrase in phrases:
        if tuple(token.fold for token in tokens[index : index + len(phrase)]) == phrase:
            return index + len(phrase)
    return index


def _verbs(table: Mapping[str, Any]) -> Iterable[tuple[str, Cue]]:
    """Yield the verb forms of ``cue``, ``report``, ``attest`` and ``witness``, each with its record."""
    for kind in ("cue", "report", "attest", "witness", "attitude", "attitude_noun"):
        for entry in table.get(kind, ()):
            for shape in ("finite", "base", "other", "passive", "participle"):
                cue = Cue(
                    kind,
                    entry.get("id", kind),
                    shape,
                    frozenset(entry.get("takes", ())),
                    frozenset(entry.get("with", ())),
                    entry.get("polarity", "affirmed"),
                    act=entry.get("act", "says"),
                )
                yield from ((form, cue) for form in entry.get(shape, ()))


def _tied_roles(language: Language) -> Iterable[tuple[str, Cue]]:
    """Yield the nouns of roles.toml that a hyphen ties together ("garde-côtes"), each with the class of its role."""
    for role in language.table("roles").get("role", ()) if language.has("roles") else ():
        kind = role.get("kind", "body")
        yield from ((form, Cue(kind)) for form in role.get("forms", ()) if "-" in form and " " not in form)


def _parted(
    phrases: Iterable[tuple[str, Cue]], kind: str, last: frozenset[str] | None
) -> dict[str, dict[str, list[Cue]]]:
    """Return the verbs of several words that can stand apart, those that end in a word of ``last`` where it is given.

    First word -> last word -> records; the prepositions of a verb of saying are then the words between the two.
    """
    found: dict[str, dict[str, list[Cue]]] = {}
    for phrase, cue in phrases:
        words = phrase.casefold().split()
        if cue.kind == kind and cue.shape == "finite" and len(words) > 1 and (last is None or words[-1] in last):
            whole = cue if kind == "report" else replace(cue, prepositions=frozenset(words[1:-1]))
            found.setdefault(words[0], {}).setdefault(words[-1], []).append(whole)
    return found


def _long_bodies(language: Language) -> Iterator[str]:
    """Yield the forms of several words that the roles of bodies have."""
    for role in language.table("roles").get("role", ()) if language.has("roles") else ():
        if role.get("kind", "body") == "body":
            yield from (form for form in role.get("forms", ()) if " " in form or "-" in form)


def _public_bodies(language: Language) -> frozenset[str]:
    """Return the last words of the nouns of public bodies: what stands behind them is where they are."""
    rows = language.table("roles").get("role", ()) if language.has("roles") else ()
    public = (row for row in rows if row.get("kind", "body") == "body" and row.get("of") in PUBLIC)
    return frozenset(form.casefold().split()[-1] for row in public for form in row.get("forms", ()))


def _roles(language: Language, words: _Words) -> dict[str, str]:
    """Add the nouns of roles.toml to the word classes; return form -> role id."""
    roles: dict[str, str] = {}
    if language.has("roles"):
        for role in language.table("roles").get("role", ()):
            for form in role.get("forms", ()):
                if " " not in form:
                    words.add(form, role.get("kind", "body"))
                roles.setdefault(form.casefold(), role["id"])
    return roles


@cache
def grammar_of(code: str) -> Grammar:
    """Return the compiled tables of a language, those of the generic folder where it has no folder."""
    return Grammar(load_or_generic(code))
