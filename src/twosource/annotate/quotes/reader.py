"""Noun phrases without a parser: who is meant by the words before or after a verb of saying.

All positions are indices into the tokens of the draft.  Rule: phrases-v1.
"""

from __future__ import annotations

from bisect import bisect_right

from twosource.annotate.draft import Draft
from twosource.annotate.press import find_media
from twosource.annotate.quotes.grammar import ENDERS, STOPS, Cue, Grammar, grammar_of
from twosource.annotate.quotes.phrase import Phrase, marks, past_ending, proper_names
from twosource.annotate.quotes.standing import Standing
from twosource.annotate.sentences import abbreviations
from twosource.model import Span

__all__ = ["DASHES", "HEADS", "OPENERS", "Phrase", "Reader"]

LONGEST = 14
"""The most words that a noun phrase without its attachments can have."""
HEADS = frozenset({"person", "body", "document", "unnamed", "agency", "outlet", "reporter"})
GO_ON = frozenset({"person", "body", "unnamed", "possessive", "document"})
NO_NAMES = HEADS | STOPS | {"determiner", "subject", "anaphor", "impersonal", "initial", "break"}
BREAKERS = ("according", "own_account", "citing", "hearsay", "adverb", "preposition")
OPENERS = "«»‹›„“”\"‚‘’'"
DASHES = "–—-―"


class Reader:
    """The tokens of a draft with what the tables know of them."""

    @classmethod
    def of(cls, draft: Draft) -> Reader:
        """Return the reader of a draft: the one made before, as long as its names are the same."""
        known: tuple[object, Reader] | None = draft.kept.get("reader")
        if known is None or known[0] is not draft.names:
            known = draft.kept["reader"] = (draft.names, cls(draft))
        return known[1]

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.tokens = draft.tokens
        self.text = draft.text
        self.grammar: Grammar = grammar_of(draft.language.code)
        self.cues = self.grammar.cues(self.tokens) if self.grammar.known else {}
        self.media = find_media(self.tokens)
        self._texts = [*marks(self.tokens), ""]
        self._kinds = [*map(self.grammar.classes, [token.fold for token in self.tokens]), frozenset[str]()]
        self._count = len(self.tokens)
        self._word = [token.text[0].isalnum() for token in self.tokens]
        self._capital = [token.text[0].isupper() for token in self.tokens]
        self._phrases: dict[tuple[int, int, bool], Phrase | None] = {}
        starts = (*(s.span for s in draft.sentences), *(b.span for b in draft.blocks))
        self.heads = {draft.token_range(span).start for span in starts}
        self.named = proper_names(draft, self._kinds, self.grammar.capital_nouns)
        self._starts = [s.span.start for s in draft.sentences]
        self.adjectives = self.grammar.adjectives(self.tokens, self._capital)
        self.standing = Standing(self.grammar, self.tokens, self._kinds, self.cues)
        self.mentions: dict[str, list[tuple[int, tuple[int, int]]]] = {}
        self._abbreviations = abbreviations(draft.language.code)

    def classes(self, index: int) -> frozenset[str]:
        """Return the classes of a token's word; none beyond the end."""
        return self._kinds[index if index < self._count else -1]

    def char(self, index: int) -> str:
        """Return the token's text, empty beyond the end."""
        return self._texts[index if 0 <= index < self._count else -1]

    def is_word(self, index: int) -> bool:
        """Tell whether the token is letters or digits."""
        return 0 <= index < self._count and self._word[index]

    def is_capital(self, index: int) -> bool:
        """Tell whether the token begins with a capital letter."""
        return 0 <= index < self._count and self._capital[index]

    def glued(self, index: int) -> bool:
        """Tell whether no space stands between this token and the one before."""
        return 0 < index < self._count and self.tokens[index - 1].end == self.tokens[index].start

    def is_head(self, index: int) -> bool:
        """Tell whether a sentence or turn begins with this token, marks in front of it left out."""
        for at in range(index, max(index - 5, 0), -1):
            if at in self.heads:
                return True
            if self.is_word(at - 1):
                return False
            if self.char(at - 1) in ".!?:,":
                return self.char(at - 1) != ","
        return True

    def cue(self, index: int, *kinds: str) -> tuple[int, Cue] | None:
        """Return the longest phrase of one of ``kinds`` that begins at the token."""
        for end, cue in self.cues.get(index, ()):
            if cue.kind in kinds:
                return end, cue
        return None

    def verb(self, index: int, shape: str = "finite") -> tuple[int, Cue] | None:
        """Return the verb of saying in ``shape`` that begins at the token."""
        for end, cue in self.cues.get(index, ()):
            if cue.kind == "cue" and cue.shape == shape:
                return None if self._is_noun(index) else (end, cue)
        return None

    def _is_noun(self, index: int) -> bool:
        """Tell whether an article, a hyphen or its capital makes no verb of a form ("the claim", "self-described")."""
        if self.char(index - 1) == "-" and not self.grammar.verb_second:
            return self.glued(index)
        capital = self.grammar.capital_nouns and self.is_capital(index) and "hearsay_noun" in self.classes(index)
        kinds = self.classes(index - 1) if index > 0 else frozenset[str]()
        return capital or ("article" in kinds and not kinds & {"subject", "relative", "anaphor", "impersonal"})

    def span(self, first: int, last: int) -> Span:
        """Return the span of tokens ``first`` to ``last`` (exclusive)."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def read(self, first: int, last: int) -> str:
        """Return the words of tokens ``first`` to ``last`` (exclusive)."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]

    def sentence_number(self, offset: int) -> int:
        """Return the number of the sentence that begins at or before ``offset``, -1 before the first."""
        return bisect_right(self._starts, offset) - 1

    def has_name(self, index: int) -> bool:
        """Tell whether the token can be part of a proper name."""
        if not self.is_capital(index) or index in self.adjectives:
            return False
        if index in self.media or (self.grammar.capital_nouns and self._in_name(index)):
            return True
        if self.grammar.capital_nouns and self.draft.names:
            return False
        if not self.is_head(index) or (len(self._texts[index]) > 2 and self._texts[index].isupper()):
            return True
        if self.classes(index) & NO_NAMES:
            return False
        if self.draft.names:
            title = index + 1 in self.named and self.tokens[index].fold.endswith(self.grammar.definite)
            return index in self.named or (self.is_capital(index + 1) and not title)  # not "Naboen Kari Li"
        return True

    def _in_name(self, index: int) -> bool:
        """Tell whether a found name begins at the token or goes on over it."""
        return any(self.named.get(at, (0, ""))[0] > index for at in range(index, max(index - 4, -1), -1))

    def is_medium(self, phrase: Phrase) -> bool:
        """Tell whether a phrase names an agency or outlet: by the table of media, its nouns, or how the name looks."""
        return any(
            index in self.media
            or self.classes(index) & {"agency", "outlet"}
            or (self.is_capital(index) and self.grammar.media.at(self.tokens, index))
            for index in range(phrase.first, phrase.core)
        )

    def phrase(self, index: int, limit: int, *, attach: bool = True) -> Phrase | None:
        """Return the noun phrase that begins at the token and ends before ``limit``, or None."""
        key = (index, limit, attach)
        if key not in self._phrases:
            self._phrases[key] = self._phrase(index, limit, attach=attach)
        return self._phrases[key]

    def _phrase(self, index: int, limit: int, *, attach: bool) -> Phrase | None:
        """Read the noun phrase that begins at the token."""
        core = self._core(index, min(limit, index + LONGEST))
        if core == index:
            return None
        found = Phrase(index, core, core, self._name(index, core))
        return self._apposition(self._attached(found, limit), limit) if attach else found

    def _core(self, index: int, limit: int) -> int:
        """Return where the phrase without attachments ends; ``index`` where there is none."""
        start, named = index, False
        while index < limit:
            step = self._step(start, index, limit, named)
            if step == index:
                break
            named = step - 1 not in self.adjectives and (self.is_capital(step - 1) or self.char(step - 1).isdigit())
            named = named and (self.grammar.capital_nouns or not self._genitive(step - 1))
            named = named and (step - 1 > start or (self.has_name(start) and "determiner" not in self.classes(start)))
            index = step
        return index

    def _step(self, start: int, index: int, limit: int, named: bool) -> int:
        """Return the end of what goes on with a phrase at ``index``; ``index`` where it ends."""
        text = self.char(index)
        if not self.is_word(index):
            return self._mark(start, index, limit)
        known = self._known_name(index, limit)
        if known > index:
            return known
        kinds = self.classes(index)
        if self.is_capital(index) and not (index == start and self.is_head(index)):
            return index + 1
        counts = self.char(index + 1) == "0" or (self.grammar.capital_nouns and not self._in_name(index))
        if text.isdigit() and named and self.is_capital(index - 1) and not counts:
            return index + 1
        if "and" in kinds:
            return self._joined(start, index, limit)
        if index == start and kinds & (STOPS - {"adverb"}) and not kinds & {"determiner", "subject"}:
            return index
        if (index > start and kinds & ENDERS) or self.cue(index, *BREAKERS) or self.verb(index):
            return index
        if index == start and "adverb" in kinds and not kinds & {"subject", "determiner", "person", "unnamed"}:
            return index
        if "subject" in kinds and not kinds & {"determiner"}:
            return index + 1 if index == start else index
        if named and text.casefold() not in self.grammar.particles and not kinds & {"body"}:
            return self._compound(index, limit)
        on = kinds & GO_ON or index in self.adjectives or (self.is_capital(index + 1) and not self.grammar.verb_second)
        return index + 1 if index == start or on or not self._closed(start, index - 1) else index

    def _compound(self, index: int, limit: int) -> int:
        """Return the end of nouns behind a name that lead to an office ("Labour party spokesman"), else ``index``."""
        if self.grammar.verb_second:
            return index
        for at in range(index, min(index + 4, limit)):
            kinds = self.classes(at)
            if not self.is_word(at) or self.is_capital(at) or kinds & STOPS or self.verb(at):
                break
            if kinds & {"person", "agency", "outlet", "unnamed", "document"}:
                return at + 1
        return index

    def _known_name(self, index: int, limit: int) -> int:
        """Return the end of the medium or found name that begins at the token, ``index`` where none does."""
        if index in self.media and self.media[index][0] <= limit:
            return self.media[index][0]
        end = self.named.get(index, (index, ""))[0]
        plain = all(self.is_word(i) or self.char(i) in "-.'’&" for i in range(index, end))
        return end if index < end <= limit and plain else index

    def _closed(self, start: int, index: int) -> bool:
        """Tell whether a word is the head of its phrase: a noun that the tables know, or one with a definite ending."""
        fold = self.tokens[index].fold
        if not fold[-1].isalpha() or fold.endswith("s") or (self.is_capital(index) and index > start):
            return False
        kinds = self.classes(index)
        if kinds & HEADS:
            return True
        if "indefinite" in self.classes(start) or kinds & {"determiner", "adverb"}:
            return False
        return len(fold) >= 5 and fold.endswith(self.grammar.definite)

    def _mark(self, start: int, index: int, limit: int) -> int:
        """Return the end of a mark that belongs to a phrase (hyphen, genitive, brackets), else ``index``."""
        if index == start:
            return index
        if (text := self.char(index)) == "(":
            for end in range(index + 1, min(limit, index + 8)):
                if self.char(end) == ")":
                    return end + 1
            return index
        if text in "-‐/&" and self.glued(index):
            if self.is_word(index + 1) and (self.glued(index + 1) or "and" in self.classes(index + 1)):
                return min(index + (2 if self.glued(index + 1) else 3), limit)
            return index
        if text == ":":
            return past_ending(self.tokens, index)
        if text in "'’" and self.glued(index):
            return index + 2 if self.glued(index + 1) and self.is_word(index + 1) else index + 1
        if text == "." and self._shortened(index - 1) and self.is_capital(index - 1) and self.is_capital(index + 1):
            return index + 1
        return index + (text == "&")

    def _shortened(self, index: int) -> bool:
        """Tell whether a word with a stop behind it is an initial or an abbreviation ("J.", "Gen.")."""
        return len(self.char(index)) <= 2 or f"{self.tokens[index].fold}." in self._abbreviations

    def _joined(self, start: int, index: int, limit: int) -> int:
        """Return the end of "and" where it joins two that speak, else ``index``."""
        if index == start or index + 1 >= limit or self.verb(index + 1):
            return index
        if self.is_capital(index - 1) or self.char(index - 1) == ")":
            return index + 2 if self.is_capital(index + 1) else index
        after = self.classes(index + 1)
        if "determiner" in after and not self.grammar.verb_second:
            other = self.phrase(index + 1, limit, attach=False)
            return other.last if other is not None and self.verb(other.last) else index
        if after & (STOPS | {"subject", "determiner"}) or not self.is_word(index + 1):
            return index
        return index + 2 if not self.is_word(index + 2) or self.classes(index + 2) & STOPS else index

    def _genitive(self, index: int) -> bool:
        """Tell whether the token is a genitive in -s, with or without an apostrophe."""
        return self.tokens[index].fold.endswith("s") or self.char(index) in "'’"

    def _name(self, first: int, last: int) -> tuple[int, int] | None:
        """Return the last proper name of a phrase that is no genitive in front of a noun."""
        best: tuple[int, int] | None = None
        index = first
        while index < last:
            if self.char(index) == "(":
                while index < last and self.char(index) != ")":
                    index += 1
            end = self._name_at(index, last)
            if end > index:
                after = past_ending(self.tokens, end)
                if not (self._genitive(after - 1) and after < last and self.is_word(after)):
                    best = (index, end)
                index = after
            else:
                index += 1
        return best

    def _name_at(self, index: int, last: int) -> int:
        """Return the end of the proper name that begins at the token, ``index`` where none does."""
        if index in self.media and self.media[index][0] <= last:
            return self.media[index][0]
        if not self.has_name(index):
            return index
        if index in self.named and index + 1 < self.named[index][0] <= last:
            return index if self._compound_noun(self.named[index][0]) else self.named[index][0]
        if "determiner" in self.classes(index) and not self.is_capital(index + 1):
            return index
        end = index + 1
        while end < last:
            fold, glued = self.tokens[end].fold, self.glued(end)
            if self.is_capital(end) and self.char(end - 1) not in ")":
                if end in self.named and self.named[end][0] > end + 1 and index in self.named:
                    break
                end += 1
            elif self.char(end).isdigit() and self.is_capital(end - 1):
                end += 1
            elif (
                self.char(end) in "-'’.&/"
                and glued
                and end + 1 < last
                and (self.glued(end + 1) or self.is_capital(end + 1))
            ) or (fold in self.grammar.particles and end + 1 < last and self.is_capital(end + 1)):
                end += 2
            else:
                break
        return index if self._compound_noun(end) else end

    def _compound_noun(self, end: int) -> bool:
        """Tell whether what a hyphen ties to a name in front of ``end`` makes it somebody's role ("KrF-lederen")."""
        tied = self.char(end - 2) == "-" and self.glued(end - 1) and not self.is_capital(end - 1)
        return tied and bool(self.classes(end - 1) & {"person", "agency", "outlet"})

    def _attached(self, phrase: Phrase, limit: int) -> Phrase:
        """Return the phrase with "for X", "i X", "fra X" behind it."""
        last, of = phrase.last, phrase.of
        for _ in range(3):
            kinds = self.classes(last)
            if last >= limit or "attach" not in kinds or self.cue(last, "adverb"):
                break
            if self.classes(last + 1) & {"occasion", "adverb"} or self.classes(last + 2) & {"occasion"}:
                break
            if phrase.name is not None and "affiliation" not in kinds:
                break
            inner = self.phrase(last + 1, limit, attach=False)
            if inner is None or self._is_time(inner):
                break
            if any("document" in self.classes(i) for i in range(inner.first, inner.core)):
                break
            if self.cue(last, "medium") and self.is_medium(inner):
                break
            if "of" in kinds and of is None:
                of = inner
            last = inner.last
        found = Phrase(phrase.first, last, phrase.core, phrase.name, of)
        if phrase.name is None and phrase.core < last < limit and self.has_name(last):
            end = self._name_at(last, limit)
            found = Phrase(phrase.first, end, phrase.core, (last, end), of)
        return self._behind_body(found)

    def _behind_body(self, phrase: Phrase) -> Phrase:
        """Return the phrase with the name that stands right behind a body's ("direktør i Energistyrelsen Per Moe")."""
        first = phrase.core + 1
        capitals = all(self.is_capital(i) for i in range(first, phrase.last))
        if phrase.name is not None or phrase.last - first < 3 or not capitals:
            return phrase
        if not any("person" in self.classes(i) for i in range(phrase.first, phrase.core)):
            return phrase
        person = next((i for i in range(first + 1, phrase.last) if self.named.get(i, (0, ""))[1] == "person"), None)
        fold = self.tokens[first].fold
        if person is None and (len(fold) < 6 or not fold.endswith(self.grammar.definite)):
            return phrase
        return Phrase(phrase.first, phrase.last, phrase.core, (person or first + 1, phrase.last), phrase.of)

    def _is_time(self, phrase: Phrase) -> bool:
        inside = range(phrase.first, phrase.last)
        return all(self.classes(i) & {"adverb", "occasion"} or self.char(i).isdigit() for i in inside)

    def _apposition(self, phrase: Phrase, limit: int) -> Phrase:
        """Return the phrase with ", Name" behind a role."""
        last = phrase.last
        if phrase.name is not None or self.char(last) != "," or last + 1 >= limit:
            return phrase
        office = "person" in self.classes(last + 1)
        if not office and not self.has_name(last + 1):
            return phrase
        inner = self.phrase(last + 1, limit, attach=False)
        if inner is None or inner.name is None or (inner.name[0] != last + 1 and not office):
            return phrase
        return Phrase(phrase.first, inner.last, phrase.core, inner.name, phrase.of)
