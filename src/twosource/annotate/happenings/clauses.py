"""Clauses: a sentence cut at commas, conjunctions and subordinators, by the small words of its language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import repeat

import msgspec

from twosource.annotate.happenings.lexicon import CLOSED, FINITE, Lexicon, Match, Word
from twosource.language import Token, glued

LONGEST = 150
"""No clause holds more tokens; a longer stretch is cut, so that work stays linear in any text."""

VERBAL = frozenset(("verb", "active", "suffer", "state"))
STOPS = frozenset(";:!?…")
DASHES = frozenset("-–—")


class Line(msgspec.Struct):
    """The tokens of one sentence with what the lexicon says of each.

    ``words`` and ``modality`` are by position in ``tokens``; ``matches`` are the triggers, in order.  For each position
    ``begins`` tells whether a trigger begins there, ``acts`` whether it works as a verb, ``breaks`` whether it ends
    noun phrases.
    """

    tokens: Sequence[Token]
    words: list[int]
    modality: list[str]
    matches: list[Match]
    acts: list[bool]
    breaks: list[bool]
    begins: list[bool]
    lexicon: Lexicon

    def verbal(self, index: int) -> bool:
        """Tell whether the token can be the verb of a clause."""
        return self.acts[index] or bool(self.words[index] & FINITE)


class Clause(msgspec.Struct):
    """Tokens ``first`` to ``last`` (exclusive) of a line.

    ``opener`` is the class of the word that opens it: subordinator, relative, coordinator, or nothing.  ``verb`` is the
    position of its first verb, or None.
    """

    first: int
    last: int
    opener: int
    verb: int | None


def read_line(tokens: Sequence[Token], lexicon: Lexicon, masked: frozenset[int] = frozenset()) -> Line:
    """Look up every token of a sentence; positions in ``masked`` begin no trigger."""
    folds = [token.fold for token in tokens]
    words = list(map(lexicon.words.get, folds, repeat(0)))
    modality = list(map(lexicon.modality.get, folds, repeat("")))
    no = [False] * len(tokens)
    line = Line(tokens, words, modality, [], no[:], no[:], no[:], lexicon)
    taken, known, tails = 0, 0, set[int]()
    begins = lexicon.begins
    for index in [index for index, fold in enumerate(folds) if begins[fold]]:
        token = tokens[index]
        small = lexicon.small_phrase(tokens, index)
        if small is not None and small[0] > known:
            _mark(line, index, *small)
            known = small[0]
        if index < taken or index in masked or index in tails:
            continue
        match = lexicon.match(tokens, index)
        if match is not None:
            if index and (words[index - 1] & Word.DETERMINER or tokens[index - 1].text.isdigit()):
                match = lexicon.as_nominal(match, token)
            line.matches.append(match)
            line.begins[index] = True
            line.acts[index] = match.trigger.kind in VERBAL and not words[index] & Word.PREPOSITION
            if match.trigger.kind in VERBAL and (match.trigger.kind != "state" or _predicative(words, index)):
                for position in _words_of(match):
                    line.breaks[position] = True
            taken = match.last if match.tail is None else index + 1
            tails.update(range(match.tail or match.last, match.last))
    _resolve(line)
    return line


def _resolve(line: Line) -> None:
    """Decide for each word that is both preposition and infinitive marker ("to") which of them it is."""
    both = Word.INFINITIVE | Word.PREPOSITION
    for index in range(len(line.tokens) - 1):
        if line.words[index] & both != both:
            continue
        after, word = line.tokens[index + 1], line.words[index + 1]
        bare = line.lexicon.endings["bare"]
        leads = not bare or after.fold.endswith(bare)
        leads = (
            leads
            and after.text.islower()
            and not word & (Word.DETERMINER | Word.PRONOUN | Word.PREPOSITION | Word.ADVERB)
        )
        line.words[index] &= ~(Word.PREPOSITION if leads else Word.INFINITIVE)


def _predicative(words: list[int], index: int) -> bool:
    """Tell whether a participle follows its auxiliary and is no part of a noun phrase."""
    if words[index - 1] & (Word.DETERMINER | Word.PRONOUN) == Word.DETERMINER and not words[index - 1] & Word.NUMBER:
        return False
    return any(word & (Word.BE | Word.PASSIVE | Word.HAVE) for word in words[max(index - 4, 0) : index])


def _words_of(match: Match) -> list[int]:
    """Return the tokens of a trigger, without those in its gap."""
    if match.tail is None:
        return list(range(match.first, match.last))
    return [match.first, *range(match.tail, match.last)]


def _mark(line: Line, index: int, end: int, word: int, kind: str) -> None:
    """Give all tokens of a phrase of small words its class, and none of their own."""
    for position in range(index, end):
        line.words[position] = word
        line.modality[position] = kind


def find_clauses(line: Line) -> Iterator[Clause]:
    """Yield the clauses of a line in order; together they hold every token."""
    size = len(line.tokens)
    ahead = _next_verbs(line)
    first, opener, seen = 0, 0, False
    for index in range(size):
        if index > first or not index:
            cut = _opens(line, index, first, ahead, seen)
            if cut is None and (_closes(line, index, opener) or _resumes(line, index, first, opener)):
                cut = 0
            if index and (cut is not None or index - first >= LONGEST):
                yield _clause(line, first, index, opener)
                first, seen = index, False
            if cut is not None:
                opener = cut
        seen = seen or line.verbal(index)
    if size:
        yield _clause(line, first, size, opener)


def _clause(line: Line, first: int, last: int, opener: int) -> Clause:
    verb = next((index for index in range(first, last) if line.verbal(index)), None)
    return Clause(first, last, opener, verb)


def _next_verbs(line: Line) -> list[int]:
    """Return for each position how far off the next verb is before any comma or stop; a large number if none."""
    far = 1 << 30
    ahead = [far] * (len(line.tokens) + 1)
    for index in range(len(line.tokens) - 1, -1, -1):
        text = line.tokens[index].text
        if line.verbal(index):
            ahead[index] = 0
        elif text != "," and (text not in STOPS or _inside(line, index)):
            ahead[index] = min(far, ahead[index + 1] + 1)
    return ahead


def _opens(line: Line, index: int, first: int, ahead: list[int], seen: bool) -> int | None:
    """Return the class of opener where a clause begins at ``index``, nothing known as ``0``, None where not."""
    before = line.tokens[index - 1] if index else None
    word = line.words[index]
    if before is None:
        return word & (Word.SUBORDINATOR | Word.RELATIVE) or None
    comma = before.text == ","
    if (before.text in STOPS and not _inside(line, index - 1)) or (before.text in DASHES and _spaced(line, index - 1)):
        return word & (Word.SUBORDINATOR | Word.RELATIVE)
    if _tells_more(line, index, first):
        return Word.RELATIVE
    if word & Word.SUBORDINATOR and not _continues(line, index):
        if comma or not word & (Word.PREPOSITION | Word.INFINITIVE | Word.ADVERB | Word.PRONOUN):
            return Word.SUBORDINATOR
        if word & Word.INFINITIVE and not _infinitive(line, index):
            return Word.SUBORDINATOR
        auxiliary = Word.HAVE | Word.BE | Word.PASSIVE | Word.MODAL
        if word & (Word.ADVERB | Word.PREPOSITION) and seen and not line.words[index - 1] & auxiliary:
            return Word.SUBORDINATOR if 0 < ahead[index + 1] < 8 else None
        return None
    if word & Word.RELATIVE and ahead[index + 1] < (30 if comma else 7) and not line.verbal(index - 1):
        return None if line.words[index - 1] & Word.COMPLEMENT else Word.RELATIVE
    if comma and seen and ahead[index] < LONGEST:
        return Word.COORDINATOR if word & Word.COORDINATOR else 0
    if word & Word.COORDINATOR and seen and ahead[index + 1] < 25 and not _hyphenated(line, index, first):
        return Word.COORDINATOR
    return None


def _closes(line: Line, index: int, opener: int) -> bool:
    """Tell whether a finite verb after another verb goes on with what a subordinate clause interrupted."""
    if not opener & (Word.RELATIVE | Word.SUBORDINATOR) or not index:
        return False
    auxiliary = Word.HAVE | Word.BE | Word.PASSIVE | Word.MODAL
    before = line.words[index - 1]
    return bool(line.words[index] & auxiliary) and line.verbal(index - 1) and not before & auxiliary


def _tells_more(line: Line, index: int, first: int) -> bool:
    """Tell whether "that" or "which" stands between a noun and a verb, with nobody saying anything before."""
    both = Word.SUBORDINATOR | Word.RELATIVE
    if line.words[index] & both != both or index + 1 >= len(line.tokens):
        return False
    said = any(line.words[i] & (Word.REPORT | Word.SUBORDINATOR) for i in range(first, index))
    plain = not line.words[index - 1] & CLOSED and line.tokens[index - 1].text.isalpha() and not line.verbal(index - 1)
    return plain and not said and line.verbal(index + 1)


def _resumes(line: Line, index: int, first: int, opener: int) -> bool:
    """Tell whether an auxiliary goes on with the main clause after a relative one with a verb of its own.

    "The fire that broke out on Monday | has destroyed ten houses": no second auxiliary belongs to "broke out".
    """
    auxiliary = Word.HAVE | Word.BE | Word.PASSIVE | Word.MODAL
    if opener != Word.RELATIVE or not line.words[index] & auxiliary or index - first < 3:
        return False
    around = Word.COORDINATOR | Word.INFINITIVE | Word.NEGATION | Word.PRONOUN | Word.SUBORDINATOR | Word.REPORT
    inside = range(first + 1, index)
    if line.verbal(index - 1) or any(line.words[i] & (auxiliary | around) for i in inside):
        return False
    return any(line.verbal(i) for i in inside)


def _continues(line: Line, index: int) -> bool:
    """Tell whether the token goes on with a phrase of small words that began before it."""
    return index > 0 and line.words[index - 1] == line.words[index] and bool(line.words[index] & Word.SUBORDINATOR)


def _infinitive(line: Line, index: int) -> bool:
    """Tell whether a word that is both infinitive marker and subordinator leads an infinitive here."""
    if index + 1 >= len(line.tokens):
        return False
    following = line.words[index + 1]
    if following & (Word.PRONOUN | Word.DETERMINER | Word.PREPOSITION | Word.SUBORDINATOR):
        return False
    token = line.tokens[index + 1]
    return token.text.islower() and token.fold.endswith(line.lexicon.endings["bare"])


def _inside(line: Line, index: int) -> bool:
    """Tell whether a mark stands inside a word or a number ("vd:n", "3:05")."""
    tokens = line.tokens
    return glued(tokens, index) and tokens[index - 1].text.isalnum() and glued(tokens, index + 1)


def _spaced(line: Line, index: int) -> bool:
    """Tell whether a dash stands free."""
    tokens = line.tokens
    left = index == 0 or tokens[index - 1].end < tokens[index].start
    return left and index + 1 < len(tokens) and tokens[index].end < tokens[index + 1].start


def _hyphenated(line: Line, index: int, first: int) -> bool:
    """Tell whether a coordinator only joins the halves of a compound ("hjem- og")."""
    return index > first and line.tokens[index - 1].text in DASHES
