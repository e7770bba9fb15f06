"""The grammar of a language's times, compiled from its table and the generic one.

A table ``times.toml`` gives the words of each class (``[words]``: rows of whole numbers and forms), compounds
(``[compounds]``), the order of numeric dates (``order``), the dial of bare hours (``dial``, 12 or 24), and rules:
category, pattern, program.  A pattern is a row of elements: ``CLASS`` or ``CATEGORY`` in capitals, or words in small
letters with ``|`` between alternatives; ``?`` makes an element optional, brackets set it outside the span.  ``END``
is also the end of the text; a rule of the category ``SERIES`` holds only right behind a time.  A program
is written as in `twosource.annotate.times.programs`, the numbers before their operation; ``$2`` stands for what the
second element in capitals says, ``$2.1`` for its first number; ``+`` and ``*`` join two numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import product
from typing import Any, NamedTuple

from twosource.annotate.times.programs import OPERATIONS
from twosource.errors import TableError
from twosource.language import Language, load, tokenize
from twosource.language.tables import GENERIC

_OUTRANKED = 100_000
"""Rules for calendars count from this much below the others, and so come first."""


TOP = "TIME"
NOT = "NOT"
"""The category of what looks like a time and is none."""
END = "END"
"""The category of the end of the text, which is no token."""
SERIES = "SERIES"
"""The category of what is a time only right behind another one, as in a list."""


class Lexeme(NamedTuple):
    """A form of a class: its words after the first, whether case counts, what it says."""

    rest: tuple[str, ...]
    exact: tuple[str, ...]
    category: str
    values: tuple[int, ...]


class Element(NamedTuple):
    """One element of a pattern: a category or some words; ``slot`` is its number among those in capitals."""

    category: str
    words: frozenset[str]
    slot: int
    outside: bool


class Rule(NamedTuple):
    """A pattern without options, and the program that it comes to; ``number`` is its place in the tables."""

    category: str
    elements: tuple[Element, ...]
    program: tuple[str, ...]
    number: int


@dataclass
class Rules:
    """The rules of a category that begin alike, and where in the list they are by what comes second in them."""

    listed: list[Rule] = field(default_factory=list)
    alone: list[int] = field(default_factory=list)
    categories: dict[str, list[int]] = field(default_factory=dict)
    words: dict[str, list[int]] = field(default_factory=dict)

    def add(self, rule: Rule) -> None:
        """Add a rule."""
        place = len(self.listed)
        self.listed.append(rule)
        if len(rule.elements) == 1:
            self.alone.append(place)
        elif rule.elements[1].category:
            self.categories.setdefault(rule.elements[1].category, []).append(place)
        else:
            for word in rule.elements[1].words:
                self.words.setdefault(word, []).append(place)


class Follow(NamedTuple):
    """What can come right after a word or class: the end of a time, categories, words."""

    end: bool
    categories: frozenset[str]
    words: frozenset[str]


@dataclass(eq=False)
class Grammar:
    """All that a language knows of times, ready for matching."""

    lexicon: dict[str, list[Lexeme]] = field(default_factory=dict)
    by_word: dict[str, dict[str, Rules]] = field(default_factory=dict)
    by_category: dict[str, dict[str, Rules]] = field(default_factory=dict)
    word_starts: dict[str, frozenset[str]] = field(default_factory=dict)
    class_starts: dict[str, frozenset[str]] = field(default_factory=dict)
    follows: dict[str, Follow] = field(default_factory=dict)
    cues: dict[str, frozenset[str]] = field(default_factory=dict)
    order: str = "dmy"
    dial: int = 12
    vocabulary: frozenset[str] = frozenset()
    """Every word that stands in some time: no time goes on over a word that is not among them."""
    possible: dict[tuple[str, frozenset[str]], frozenset[str]] = field(default_factory=dict)
    orders: dict[tuple[str, frozenset[str]], list[str]] = field(default_factory=dict)
    """What `above` and `firsts` have been asked; both depend on words of the tables alone."""
    literals: frozenset[str] = frozenset()
    """The words that rules ask for themselves, not by a class."""

    def above(self, word: str, classes: frozenset[str]) -> frozenset[str]:
        """Return the categories that can begin with a word that is of the classes."""
        key = word if word in self.word_starts else "", classes
        found = self.possible.get(key)
        if found is None:
            own = self.word_starts.get(word, frozenset())
            found = own.union(classes, *(self.class_starts.get(name, ()) for name in classes))
            self.possible[key] = found
        return found

    def firsts(self, category: str, possible: frozenset[str]) -> list[str]:
        """Return the categories, of those possible, with which a rule of a category begins, in their order."""
        key = category, possible
        found = self.orders.get(key)
        if found is None:
            found = self.orders[key] = sorted(possible & self.by_category[category].keys())
        return found

    def starts(self, word: str) -> frozenset[str]:
        """Return the categories that can begin with a word."""
        classes = {lexeme.category for lexeme in self.lexicon.get(word, ())}
        found = classes.union(self.word_starts.get(word, ()), *(self.class_starts.get(name, ()) for name in classes))
        return frozenset(found)


def forms_of(form: str) -> Iterator[str]:
    """Yield the forms that ``stem|ending|ending`` stands for, the stem itself first."""
    stem, *endings = form.split("|")
    yield stem
    for ending in endings:
        yield stem + ending


def _rows(table: Mapping[str, Any]) -> Iterator[tuple[str, tuple[int, ...], list[str]]]:
    """Yield (class, numbers, forms) of a table's words and compounds."""
    words: dict[str, list[tuple[tuple[int, ...], list[str]]]] = {}
    for name, rows in table.get("words", {}).items():
        for row in rows:
            numbers = tuple(item for item in row if isinstance(item, int))
            written = [item for item in row if isinstance(item, str)]
            forms = [form for item in written for form in forms_of(item)]
            words.setdefault(name, []).append((numbers, [item.split("|")[0] for item in written]))
            yield name, numbers, forms
    for name, left, joint, right in table.get("compounds", ()):
        rights = list(table["words"][right])
        for numbers, stems in words[left]:
            for row in rights:
                more = tuple(item for item in row if isinstance(item, int))
                ends = [form for item in row if isinstance(item, str) for form in forms_of(item)]
                yield name, numbers + more, [stem + joint + end for stem in stems for end in ends]


@lru_cache(maxsize=4096)
def _elements(pattern: str) -> tuple[tuple[Element, bool], ...]:
    found: list[tuple[Element, bool]] = []
    slot = 0
    for piece in pattern.split():
        optional = len(piece) > 1 and piece.endswith("?")
        core = piece.removesuffix("?") if optional else piece
        outside = len(core) > 2 and core.startswith("(") and core.endswith(")")
        core = core[1:-1] if outside else core
        if not optional and outside and len(core) > 1 and core.endswith("?"):
            core, optional = core.removesuffix("?"), True
        if core[0].isupper():
            slot += 1
            found.append((Element(core, frozenset(), slot, outside), optional))
        else:
            words = core.split("|") if core != "|" else [core]
            found.append((Element("", frozenset(word.casefold() for word in words), 0, outside), optional))
    return tuple(found)


def _rules(category: str, pattern: str, program: str, number: int) -> Iterator[Rule]:
    """Yield a rule for each choice of the pattern's options, the fullest first."""
    elements = _elements(pattern)
    if sum(optional for _, optional in elements) > 6:
        raise TableError(f"times pattern {pattern!r} has more than six options")
    for choice in product(*((True, False) if optional else (True,) for _, optional in elements)):
        kept = tuple(element for (element, _), keep in zip(elements, choice, strict=True) if keep)
        if kept:
            yield Rule(category, kept, tuple(program.split()), number)


def _add_words(grammar: Grammar, table: Mapping[str, Any]) -> None:
    for name, numbers, forms in _rows(table):
        for form in forms:
            if form.isalpha():
                first, lexeme = form.casefold(), Lexeme((), (), name, numbers)
            else:
                tokens = tokenize(form.removeprefix("="))
                if not tokens:
                    continue
                first, *rest = (token.fold for token in tokens)
                letters = tuple(token.text for token in tokens) if form.startswith("=") else ()
                lexeme = Lexeme(tuple(rest), letters, name, numbers)
            known = grammar.lexicon.setdefault(first, [])
            if lexeme not in known:
                known.append(lexeme)


def _add_rules(grammar: Grammar, rules: Iterable[Sequence[str]], start: int, where: str) -> None:
    for number, row in enumerate(rules, start):
        if len(row) != 3:
            raise TableError(f"{where}: times rule {row!r} is not category, pattern, program")
        for rule in _rules(row[0], row[1], row[2], number):
            unknown = [w for w in rule.program if w[0].isalpha() and w not in OPERATIONS]
            if unknown:
                raise TableError(f"{where}: times rule {row!r} has no such operation: {unknown[0]}")
            first = rule.elements[0]
            if first.category:
                grammar.by_category.setdefault(rule.category, {}).setdefault(first.category, Rules()).add(rule)
            else:
                for word in first.words:
                    grammar.by_word.setdefault(rule.category, {}).setdefault(word, Rules()).add(rule)


def build(tables: Sequence[tuple[str, Mapping[str, Any]]], *, calendar: bool = False) -> Grammar:
    """Compile tables, the language's own before the generic one, into a grammar.

    Args:
        tables: (where it comes from, table) pairs.
        calendar: Also use the rules for calendars and assistants (``[calendar]``), which outrank the others.

    Raises:
        TableError: A rule is malformed; the message names it.
    """
    grammar = Grammar()
    cues: dict[str, set[str]] = {}
    number = 0
    for where, table in tables:
        _add_words(grammar, table)
        for name in ("calendar_rules", "rules") if calendar else ("rules",):
            rules = table.get(name, ())
            _add_rules(grammar, rules, number - (_OUTRANKED if name != "rules" else 0), where)
            number += len(rules)
        for cue, words in table.get("cues", {}).items():
            cues.setdefault(cue, set()).update(form.casefold() for word in words for form in forms_of(word))
    grammar.cues = {cue: frozenset(words) for cue, words in cues.items()}
    grammar.literals = _literals(grammar)
    grammar.vocabulary = grammar.literals.union(grammar.lexicon)
    grammar.order = tables[0][1].get("order", "dmy") if tables else "dmy"
    grammar.dial = tables[0][1].get("dial", 12) if tables else 12
    _add_starts(grammar)
    _add_follows(grammar)
    return grammar


def _literals(grammar: Grammar) -> frozenset[str]:
    """Return the words that rules name, and those behind the first one of a form."""
    words = {word for rows in grammar.lexicon.values() for row in rows for word in row.rest}
    for group in (*grammar.by_category.values(), *grammar.by_word.values()):
        for rules in group.values():
            words.update(word for rule in rules.listed for element in rule.elements for word in element.words)
    return frozenset(words)


def _symbols(element: Element) -> Iterable[str]:
    """Return the names under which an element's followers are kept: its category, or its words with a quote mark."""
    return (element.category,) if element.category else [f"'{word}" for word in element.words]


def _add_follows(grammar: Grammar) -> None:
    """Note what can follow each word and class, so that a lone preposition is not tried against every rule."""
    following: dict[str, set[Element]] = {}
    ends: dict[str, set[str]] = {}
    groups = [*grammar.by_category.values(), *grammar.by_word.values()]
    for rule in {id(rule): rule for group in groups for rules in group.values() for rule in rules.listed}.values():
        for element, following_element in zip(rule.elements, rule.elements[1:], strict=False):
            for symbol in _symbols(element):
                following.setdefault(symbol, set()).add(following_element)
        for symbol in _symbols(rule.elements[-1]):
            ends.setdefault(symbol, set()).add(rule.category)
    for symbol in {*following, *ends}:
        found, open_ = {symbol}, [symbol]
        while open_:
            for category in ends.get(open_.pop(), ()):
                if category not in found:
                    found.add(category)
                    open_.append(category)
        elements = {element for name in found for element in following.get(name, ())}
        words = frozenset(word for element in elements for word in element.words)
        categories = frozenset(element.category for element in elements if element.category)
        grammar.follows[symbol] = Follow(bool(found & {TOP, NOT}), categories, words)


def _add_starts(grammar: Grammar) -> None:
    """Note for each word and class which categories can begin with it, through all rules."""
    parents: dict[str, set[str]] = {}
    for category, groups in grammar.by_category.items():
        for first in groups:
            parents.setdefault(first, set()).add(category)

    @cache
    def above(category: str) -> frozenset[str]:
        found, open_ = {category}, [category]
        while open_:
            for parent in parents.get(open_.pop(), ()):
                if parent not in found:
                    found.add(parent)
                    open_.append(parent)
        return frozenset(found)

    for category, words in grammar.by_word.items():
        for word in words:
            grammar.word_starts[word] = grammar.word_starts.get(word, frozenset()) | above(category)
    for category in parents:
        grammar.class_starts[category] = above(category)


@cache
def grammar_of(code: str, prefer: str) -> Grammar:
    """Return the compiled grammar of a language's folder; of the generic one alone where it has no table."""
    languages: list[Language] = [load(code)] if code != GENERIC else []
    known = [language for language in (*languages, load(GENERIC)) if language.has("times")]
    tables = [(f"{language.code}/times.toml", language.table("times")) for language in known]
    return build(tables, calendar=prefer == "future")
