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
from itertools import compress, product
from typing import Any, NamedTuple

from twosource.annotate.times.programs import OPERATIONS
from twosource.errors import TableError
from twosource.language import Language, load, tokenize
from twosource.language.tables import GENERIC

_OUTRANKED = 100_000
"""Rules for calendars count from this much below the others, and so come first."""


_NONE: frozenset[str] = frozenset()
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
    following: dict[str, list[Element]] = field(default_factory=dict)
    ends: dict[str, set[str]] = field(default_factory=dict)
    """What comes behind each symbol in rules, and the categories that it ends; `follow` puts the two together."""
    cues: dict[str, frozenset[str]] = field(default_factory=dict)
    order: str = "dmy"
    dial: int = 12
    vocabulary: frozenset[str] = frozenset()
    """Every word that stands in some time: no time goes on over a word that is not among them."""
    possible: dict[tuple[str, frozenset[str]], frozenset[str]] = field(default_factory=dict)
    orders: dict[tuple[str, frozenset[str]], list[str]] = field(default_factory=dict)
    """What `above` and `firsts` have been asked; both depend on words of the tables alone."""
    follows: dict[str, Follow] = field(default_factory=dict)
    """What `follow` has been asked."""
    literals: frozenset[str] = frozenset()
    """The words that rules ask for themselves, not by a class."""

    def follow(self, symbol: str) -> Follow:
        """Return what can come right behind a class, or a word (with a quote mark in front), through all rules."""
        known = self.follows.get(symbol)
        if known is None:
            found, open_ = {symbol}, [symbol]
            while open_:
                more = self.ends.get(open_.pop(), _NONE) - found
                found |= more
                open_ += more
            elements = [element for name in found for element in self.following.get(name, ())]
            words = frozenset(word for element in elements for word in element.words)
            categories = frozenset(element.category for element in elements if element.category)
            known = self.follows[symbol] = Follow(not found.isdisjoint((TOP, NOT)), categories, words)
        return known

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
        known = words[name] = []
        for row in rows:
            numbers = tuple([item for item in row if isinstance(item, int)])
            written = row[len(numbers) :] if numbers else row
            known.append((numbers, written))
            yield name, numbers, [form for item in written for form in forms_of(item)]
    for name, left, joint, right in table.get("compounds", ()):
        for numbers, written in words[left]:
            stems = [item.split("|", 1)[0] + joint for item in written]
            for more, others in words[right]:
                ends = [form for item in others for form in forms_of(item)]
                yield name, numbers + more, [stem + end for stem in stems for end in ends]


class Pattern(NamedTuple):
    """A pattern: a row of elements for each choice of its options, the fullest first, and what comes where in them.

    ``pairs`` are a symbol and an element that can come right behind it, ``lasts`` the symbols that can come last.  A
    symbol is a category, or a word with a quote mark in front.
    """

    choices: tuple[tuple[Element, ...], ...]
    pairs: tuple[tuple[str, Element], ...]
    lasts: tuple[str, ...]


@lru_cache(maxsize=4096)
def _pattern(pattern: str) -> Pattern:
    """Read a pattern."""
    elements: list[Element] = []
    optional: list[bool] = []
    slot = 0
    for piece in pattern.split():
        core, outside, is_optional = _core(piece)
        slot += core[0].isupper()
        elements.append(_element(core, slot, outside=outside))
        optional.append(is_optional)
    if sum(optional) > 6:
        raise TableError(f"times pattern {pattern!r} has more than six options")
    if not any(optional):
        choices: tuple[tuple[Element, ...], ...] = (tuple(elements),)
    else:
        ways = product(*((True, False) if is_optional else (True,) for is_optional in optional))
        choices = tuple([tuple(compress(elements, way)) for way in ways if any(way)])
    pairs: list[tuple[str, Element]] = []
    lasts: list[str] = []
    for at, element in enumerate(elements):
        symbols = (element.category,) if element.category else tuple([f"'{word}" for word in element.words])
        for other in range(at + 1, len(elements)):
            pairs += [(symbol, elements[other]) for symbol in symbols]
            if not optional[other]:
                break
        else:
            lasts += symbols
    return Pattern(choices, tuple(pairs), tuple(lasts))


def _core(piece: str) -> tuple[str, bool, bool]:
    """Return a piece of a pattern without its signs, whether it is outside the span, and whether it is optional."""
    optional = len(piece) > 1 and piece.endswith("?")
    core = piece.removesuffix("?") if optional else piece
    outside = len(core) > 2 and core.startswith("(") and core.endswith(")")
    core = core[1:-1] if outside else core
    if not optional and outside and len(core) > 1 and core.endswith("?"):
        core, optional = core.removesuffix("?"), True
    return core, outside, optional


def _element(core: str, slot: int, *, outside: bool) -> Element:
    if core[0].isupper():
        return Element(core, _NONE, slot, outside)
    words = core.casefold().split("|") if core != "|" else [core]
    return Element("", frozenset(words), 0, outside)


class Prepared(NamedTuple):
    """A table read: forms by their first word, rows of rules (category, program, pattern) by list, cue words."""

    words: tuple[tuple[str, Lexeme], ...]
    rules: dict[str, tuple[tuple[str, tuple[str, ...], Pattern], ...]]
    cues: dict[str, frozenset[str]]


def prepare(where: str, table: Mapping[str, Any]) -> Prepared:
    """Read a table.

    Raises:
        TableError: A rule is malformed; the message names it.
    """
    words: list[tuple[str, Lexeme]] = []
    for name, numbers, forms in _rows(table):
        plain = Lexeme((), (), name, numbers)
        for form in forms:
            if form.isalpha():
                words.append((form.casefold(), plain))
            elif tokens := tokenize(form.removeprefix("=")):
                letters = tuple([token.text for token in tokens]) if form.startswith("=") else ()
                words.append((tokens[0].fold, Lexeme(tuple([t.fold for t in tokens[1:]]), letters, name, numbers)))
    rules = {name: tuple([_rule(where, row) for row in table.get(name, ())]) for name in ("calendar_rules", "rules")}
    cues = {
        cue: frozenset([form.casefold() for word in listed for form in forms_of(word)])
        for cue, listed in table.get("cues", {}).items()
    }
    return Prepared(tuple(words), rules, cues)


def _rule(where: str, row: Sequence[str]) -> tuple[str, tuple[str, ...], Pattern]:
    if len(row) != 3:
        raise TableError(f"{where}: times rule {row!r} is not category, pattern, program")
    program = tuple(row[2].split())
    unknown = [word for word in program if word not in OPERATIONS and word[0].isalpha()]
    if unknown:
        raise TableError(f"{where}: times rule {row!r} has no such operation: {unknown[0]}")
    return row[0], program, _pattern(row[1])


def _add_words(grammar: Grammar, words: Iterable[tuple[str, Lexeme]]) -> None:
    lexicon = grammar.lexicon
    for word, lexeme in words:
        known = lexicon.get(word)
        if known is None:
            lexicon[word] = [lexeme]
        elif lexeme not in known:
            known.append(lexeme)


def _add_rules(grammar: Grammar, rules: Iterable[tuple[str, tuple[str, ...], Pattern]], start: int) -> None:
    by_category, by_word, following, ends = grammar.by_category, grammar.by_word, grammar.following, grammar.ends
    for number, (category, program, pattern) in enumerate(rules, start):
        for symbol, element in pattern.pairs:
            following.setdefault(symbol, []).append(element)
        for symbol in pattern.lasts:
            ends.setdefault(symbol, set()).add(category)
        for elements in pattern.choices:
            rule, first = Rule(category, elements, program, number), elements[0]
            groups = (by_category if first.category else by_word).setdefault(category, {})
            for name in (first.category,) if first.category else first.words:
                known = groups.get(name)
                if known is None:
                    known = groups[name] = Rules()
                known.add(rule)


def build(tables: Sequence[tuple[str, Mapping[str, Any]]], *, calendar: bool = False) -> Grammar:
    """Compile tables, the language's own before the generic one, into a grammar.

    Args:
        tables: (where it comes from, table) pairs.
        calendar: Also use the rules for calendars and assistants (``[calendar]``), which outrank the others.

    Raises:
        TableError: A rule is malformed; the message names it.
    """
    own = tables[0][1] if tables else {}
    order, dial = own.get("order", "dmy"), own.get("dial", 12)
    return assemble([prepare(*table) for table in tables], order, dial, calendar=calendar)


def assemble(tables: Sequence[Prepared], order: str, dial: int, *, calendar: bool) -> Grammar:
    """Put tables that were read together, as `build` does; ``order`` and ``dial`` are those of the first."""
    grammar = Grammar(order=order, dial=dial)
    number = 0
    for table in tables:
        _add_words(grammar, table.words)
        for name in ("calendar_rules", "rules") if calendar else ("rules",):
            rules = table.rules[name]
            _add_rules(grammar, rules, number - (_OUTRANKED if name != "rules" else 0))
            number += len(rules)
        for cue, words in table.cues.items():
            grammar.cues[cue] = grammar.cues.get(cue, _NONE) | words
    rests = [word for rows in grammar.lexicon.values() for row in rows for word in row.rest]
    named = [word for groups in grammar.by_word.values() for word in groups]
    inner = [word for elements in grammar.following.values() for element in elements for word in element.words]
    grammar.literals = frozenset((*rests, *named, *inner))
    grammar.vocabulary = grammar.literals.union(grammar.lexicon)
    _add_starts(grammar)
    return grammar


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
def _prepared(code: str) -> Prepared:
    return prepare(f"{code}/times.toml", load(code).table("times"))


@cache
def grammar_of(code: str, prefer: str) -> Grammar:
    """Return the compiled grammar of a language's folder; of the generic one alone where it has no table."""
    languages: list[Language] = [load(code)] if code != GENERIC else []
    known = [language for language in (*languages, load(GENERIC)) if language.has("times")]
    order, dial = ("dmy", 12)
    if known:
        own = known[0].table("times")
        order, dial = own.get("order", order), own.get("dial", dial)
    tables = [_prepared(language.code) for language in known]
    return assemble(tables, order, dial, calendar=prefer == "future")
