"""The words of happenings in one language: triggers, and the small words that shape clauses.

Table ``happenings.toml``: ``[grammar]`` holds lists of small words by their class, ``[[scope]]`` words that give what
follows them a modality, ``[[trigger]]`` the words of a concept.  A list is one string, its words parted by commas;
``stem/a/b`` stands for ``stem``, ``stema`` and ``stemb``, ``*`` at the beginning or end of a lone word for anything,
and `` .. `` for a gap that the subject of an inverted clause may fill.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final, TypeVar

import msgspec

from twosource.language import Remembered, Token, tokenize
from twosource.language.tables import load_or_generic

GAP = ".."
REACH = 9
"""The most tokens that a gap may hold."""
SHORTEST_HEAD, SHORTEST_TAIL = 4, 3
"""So many letters at least stand in front of a wildcard, and behind one."""
Entry = TypeVar("Entry", bound=tuple[Any, ...])


class Word:
    """What a small word can be, as bits of a whole number; a word may be several of them."""

    NEGATION: Final = 1
    BE: Final = 2
    PASSIVE: Final = 4
    HAVE: Final = 8
    MODAL: Final = 16
    VERB: Final = 32
    REPORT: Final = 64
    INFINITIVE: Final = 128
    SUBORDINATOR: Final = 256
    RELATIVE: Final = 512
    COORDINATOR: Final = 1024
    PREPOSITION: Final = 2048
    DETERMINER: Final = 4096
    PRONOUN: Final = 8192
    ADVERB: Final = 16384
    IMPLICATIVE: Final = 32768
    COMPLEMENT: Final = 65536
    CONDITION: Final = 131072
    HOLD: Final = 262144
    NUMBER: Final = 524288
    BOUND: Final = 1048576
    CONTRAST: Final = 2097152
    EXIST: Final = 4194304


FINITE = Word.BE | Word.PASSIVE | Word.HAVE | Word.MODAL | Word.VERB | Word.REPORT | Word.HOLD
CLOSED = FINITE | Word.NEGATION | Word.INFINITIVE | Word.SUBORDINATOR | Word.PREPOSITION | Word.ADVERB

CLASSES = {
    "negation": Word.NEGATION,
    "be": Word.BE,
    "passive": Word.PASSIVE,
    "have": Word.HAVE,
    "verb": Word.VERB,
    "report": Word.REPORT,
    "infinitive": Word.INFINITIVE,
    "subordinator": Word.SUBORDINATOR,
    "relative": Word.RELATIVE,
    "coordinator": Word.COORDINATOR,
    "preposition": Word.PREPOSITION,
    "determiner": Word.DETERMINER,
    "pronoun": Word.PRONOUN,
    "adverb": Word.ADVERB,
    "implicative": Word.IMPLICATIVE,
    "complement": Word.COMPLEMENT,
    "condition": Word.CONDITION,
    "hold": Word.HOLD,
    "number": Word.DETERMINER | Word.NUMBER,
    "bound": Word.BOUND,
    "contrast": Word.CONTRAST,
    "exist": Word.EXIST,
}
"""The keys of ``[grammar]`` that name classes of small words."""

ROLES = ("agent", "place", "party", "affected", "partitive", "expletive", "article", "some")
"""The keys of ``[grammar]`` that say what a preposition makes of its noun phrase."""

KINDS = ("verb", "active", "suffer", "state", "noun")
"""What a trigger is: a verb whose subject acts unless it is passive, one whose subject always acts, one whose subject
always suffers, a participle or adjective, a noun."""


class Trigger(msgspec.Struct, frozen=True):
    """What a word of the table stands for; a ``concept`` of "" only keeps others from reading the word."""

    concept: str
    kind: str
    modality: str = "happened"
    tail: tuple[str, ...] = ()


class Match(msgspec.Struct, frozen=True):
    """A trigger found in tokens ``first`` to ``last`` (exclusive); ``tail`` is where its words after a gap begin."""

    first: int
    last: int
    trigger: Trigger
    tail: int | None = None


def spread(words: str) -> Iterator[str]:
    """Yield the forms of a comma-parted list, ``stem/a/b`` spelt out."""
    for item in words.casefold().split(","):
        entry = item.strip()
        if "/" in entry:
            before, _, rest = entry.partition("/")
            endings, space, after = rest.partition(" ")
            yield from (before + ending + space + after for ending in ("", *endings.split("/")))
        elif entry:
            yield entry


def _pieces(phrase: str) -> tuple[str, ...]:
    """Return the tokens of a phrase, cut as those of a text are."""
    words = tuple(phrase.split())
    return words if "".join(words).isalpha() else tuple(token.fold for token in tokenize(phrase))


def _follows(tokens: Sequence[Token], index: int, words: tuple[str, ...]) -> bool:
    """Tell whether the tokens from ``index`` on are those words."""
    if not words:
        return True
    if index + len(words) > len(tokens):
        return False
    for word in words:
        if tokens[index].fold != word:
            return False
        index += 1
    return True


def _elides(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a token is an apostrophe inside a word ("l'espace", "the country's")."""
    if tokens[index].text not in "'’" or not 0 < index < len(tokens) - 1:
        return False
    return tokens[index - 1].end == tokens[index].start and tokens[index].end == tokens[index + 1].start


def _by_second(entries: Sequence[Entry]) -> tuple[dict[str, list[Entry]], list[Entry]]:
    """Return phrases by their second word, each with those of one word among them in their order; and these alone."""
    alone = [number for number, entry in enumerate(entries) if not entry[0]]
    seconds: dict[str, list[int]] = {}
    for number, entry in enumerate(entries):
        if entry[0]:
            seconds.setdefault(entry[0][0], []).append(number)
    found = {word: [entries[number] for number in sorted(numbers + alone)] for word, numbers in seconds.items()}
    return found, [entries[number] for number in alone]


def _near(parted: tuple[dict[str, list[Entry]], list[Entry]], tokens: Sequence[Token], index: int) -> list[Entry]:
    """Return the phrases that may stand at ``index`` by the word behind it."""
    by_second, alone = parted
    return by_second.get(tokens[index + 1].fold, alone) if index + 1 < len(tokens) else alone


class Lexicon:
    """The table of one language, ready for looking words up; empty where the language has none."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        grammar = table.get("grammar", {})
        self.words: dict[str, int] = {}
        self.modality: dict[str, str] = {}
        self.roles = {role: frozenset(spread(grammar.get(role, ""))) for role in ROLES}
        self.endings = {
            key: tuple(spread(grammar.get(key, ""))) for key in ("genitive", "definite", "voice", "bare", "gerund")
        }
        self.perfect = frozenset(spread(grammar.get("perfect", "")))
        self.hearsay = frozenset(spread(grammar.get("hearsay", "")))
        self._single: dict[str, Trigger] = {}
        self._states: dict[str, Trigger] = {}
        self._nouns: dict[str, Trigger] = {}
        self._prefix: dict[str, Trigger] = {}
        self._suffix: dict[str, Trigger] = {}
        self._phrases: dict[str, list[tuple[str, Trigger]]] = {}
        self._small: dict[str, list[tuple[tuple[str, ...], int, str]]] = {}
        self._seen: Remembered[Trigger | None] = Remembered(self._look)
        self.begins: Remembered[bool] = Remembered(self._may_begin)
        """Tells whether a trigger or a phrase of small words may begin with a word."""
        for key, word in CLASSES.items():
            for form in spread(grammar.get(key, "")):
                self._add_small(form, word, "")
        for row in table.get("scope", ()):
            flag = Word.MODAL if row.get("modal", False) else 0
            for form in spread(row["words"]):
                self._add_small(form, flag, row["kind"])
        for row in table.get("trigger", ()):
            self._add_row(row)
        for known in self._small.values():
            known.sort(key=lambda entry: -len(entry[0]))
        self._phrases_at = Remembered(lambda first: _by_second(self._cut(first)))
        self._small_at = Remembered(lambda first: _by_second(self._small.get(first, [])))
        self._heads = {word[:SHORTEST_HEAD] for word in self._prefix}
        self._tails = {word[-SHORTEST_TAIL:] for word in self._suffix}

    @property
    def empty(self) -> bool:
        """Tell whether the language has no triggers."""
        return not (self._single or self._prefix or self._suffix or self._phrases)

    def _add_small(self, form: str, word: int, kind: str) -> None:
        if " " in form or not form.isalpha():
            first, *rest = _pieces(form)
            self._small.setdefault(first, []).append((tuple(rest), word, kind))
            return
        self.words[form] = self.words.get(form, 0) | word
        if kind:
            self.modality[form] = kind

    def _add_row(self, row: Mapping[str, Any]) -> None:
        for kind in KINDS:
            trigger = Trigger(row["concept"], kind, row.get("modality", "happened"))
            for form in spread(row.get(kind, "")):
                if " " in form:
                    self._add_phrase(form, trigger)
                elif form.startswith("*"):
                    self._suffix.setdefault(form[1:], trigger)
                elif form.endswith("*"):
                    self._prefix.setdefault(form[:-1], trigger)
                elif form.isalpha():
                    self._single.setdefault(form, trigger)
                    if kind in ("state", "noun"):
                        (self._states if kind == "state" else self._nouns).setdefault(form, trigger)
                else:
                    self._add_phrase(form, trigger)

    def _add_phrase(self, form: str, trigger: Trigger) -> None:
        self._phrases.setdefault(_pieces(form.partition(" ")[0])[0], []).append((form, trigger))

    def _cut(self, first: str) -> list[tuple[tuple[str, ...], Trigger]]:
        """Return the phrases that begin with a word, cut into tokens, the longest first; only once a text has it."""
        phrases = []
        for form, trigger in self._phrases.get(first, []):
            head, gap, tail = form.partition(f" {GAP} ")
            _, *rest = _pieces(head)
            if gap:
                phrases.append((tuple(rest), msgspec.structs.replace(trigger, tail=_pieces(tail))))
                rest.extend(_pieces(tail))
            phrases.append((tuple(rest), trigger))
        return sorted(phrases, key=lambda entry: -len(entry[0]) - len(entry[1].tail))

    def small_phrase(self, tokens: Sequence[Token], index: int) -> tuple[int, int, str] | None:
        """Return (end, class, modality) of the longest phrase of small words at ``index``, or None."""
        fold = tokens[index].fold
        for rest, word, kind in _near(self._small_at[fold], tokens, index) if fold in self._small else ():
            if _follows(tokens, index + 1, rest):
                return index + 1 + len(rest), word, kind
        return None

    def as_nominal(self, match: Match, token: Token) -> Match:
        """Return a match of a verb read as a participle or noun where the table has the word as both."""
        nominal = self._states.get(token.fold) or self._nouns.get(token.fold)
        if nominal is None or match.last - match.first != 1 or match.trigger.kind not in ("verb", "active", "suffer"):
            return match
        return msgspec.structs.replace(match, trigger=nominal)

    def _may_begin(self, fold: str) -> bool:
        return fold in self._small or fold in self._phrases or self._seen[fold] is not None

    def match(self, tokens: Sequence[Token], index: int) -> Match | None:
        """Return the trigger that begins at token ``index``, the longest first, or None."""
        fold = tokens[index].fold
        for rest, trigger in _near(self._phrases_at[fold], tokens, index) if fold in self._phrases else ():
            if not _follows(tokens, index + 1, rest):
                continue
            last = index + 1 + len(rest)
            if not trigger.tail:
                return Match(index, last, trigger)
            found = self._tail(tokens, last, min(len(tokens), last + REACH + len(trigger.tail)), trigger.tail)
            if found is not None:
                return Match(index, found + len(trigger.tail), trigger, found)
        single = self._seen[fold]
        return None if single is None else Match(index, index + 1, single)

    @staticmethod
    def _tail(tokens: Sequence[Token], start: int, end: int, tail: tuple[str, ...]) -> int | None:
        for index in range(start, end - len(tail) + 1):
            if all(tokens[index + step].fold == word for step, word in enumerate(tail)):
                return index
            if not (tokens[index].text.isalnum() or tokens[index].text in ".-" or _elides(tokens, index)):
                return None
        return None

    def _look(self, fold: str) -> Trigger | None:
        """Return the trigger that a single word is, or None."""
        found = self._single.get(fold)
        if found is not None:
            return found
        for ending in self.endings["genitive"]:
            if fold.endswith(ending):
                found = self._single.get(fold[: -len(ending)])
                if found is not None and found.kind == "noun":
                    return found
        if fold in self.words:
            return None
        if fold[-SHORTEST_TAIL:] in self._tails:
            for cut in range(1, min(len(fold) - 2, 40)):
                if (found := self._suffix.get(fold[cut:])) is not None:
                    return found
        if fold[:SHORTEST_HEAD] in self._heads:
            for length in range(min(len(fold), 30), SHORTEST_HEAD - 1, -1):
                if (found := self._prefix.get(fold[:length])) is not None:
                    return found
        return None


@cache
def lexicon(code: str) -> Lexicon:
    """Return the words of happenings of a language, built once; an empty lexicon where it has no table."""
    language = load_or_generic(code)
    return Lexicon(language.table("happenings") if language.has("happenings") else {})
