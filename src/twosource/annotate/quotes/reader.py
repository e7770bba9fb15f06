"""Noun phrases without a parser: who is meant by the words before or after a verb of saying.

All positions are indices into the tokens of the draft.  Rule: phrases-v1.
"""

from __future__ import annotations

from twosource.annotate.draft import Draft
from twosource.annotate.quotes.bounds import (
    HEADS,
    begins_other,
    compound_end,
    counts,
    described_body,
    ends_person,
    is_closed,
    is_genitive,
    joined_end,
    leads_on,
    leads_to_body,
)
from twosource.annotate.quotes.grammar import ENDERS, STOPS
from twosource.annotate.quotes.phrase import Phrase, past_ending
from twosource.annotate.quotes.words import Words
from twosource.annotate.sentences import abbreviations

__all__ = ["DASHES", "HEADS", "OPENERS", "Phrase", "Reader"]

LONGEST = 14
"""The most words that a noun phrase without its attachments can have."""
PARTING = ("according", "according_after", "own_account", "citing", "cited_by", "hearsay", "adverb", "preposition")
"""Kinds of cues that end a noun phrase."""
GO_ON = frozenset({"person", "body", "unnamed", "possessive", "document"})
NO_NAMES = HEADS | STOPS | {"determiner", "subject", "anaphor", "impersonal", "initial", "break"}
OPENERS = "«»‹›„“”\"‚‘’'"
DASHES = "–—-―"


class Reader(Words):
    """The noun phrases of a draft."""

    @classmethod
    def of(cls, draft: Draft) -> Reader:
        """Return the reader of a draft: the one made before, as long as its names are the same."""
        known: tuple[object, Reader] | None = draft.kept.get("reader")
        if known is None or known[0] is not draft.names:
            known = draft.kept["reader"] = (draft.names, cls(draft))
        return known[1]

    def __init__(self, draft: Draft) -> None:
        super().__init__(draft)
        self._phrases: dict[tuple[int, int, bool], Phrase | None] = {}
        self.mentions: dict[str, list[tuple[int, tuple[int, int]]]] = {}
        self._abbreviations = abbreviations(draft.language.code)

    def has_name(self, index: int) -> bool:
        """Tell whether the token can be part of a proper name."""
        if not self.is_capital(index) or index in self.adjectives:
            return False
        if index in self.media or (self.grammar.capital_nouns and self._in_name(index)) or self._long_name(index):
            return True
        if self._is_generic(index) or self._long_office(index):
            return False
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

    def within_name(self, index: int, end: int) -> bool:
        """Tell whether a found name that begins before the token goes on over it and no farther than ``end``."""
        return any(index < self.named.get(at, (0, ""))[0] <= end for at in range(index - 1, max(index - 5, -1), -1))

    def _long_name(self, index: int) -> bool:
        """Tell whether a body's name of three words or more begins at the token."""
        end, kind = self.named.get(index, (index, ""))
        return end > index + 2 and kind == "organisation"

    def _long_office(self, index: int) -> bool:
        """Tell whether an office of several words begins at the token ("le Premier ministre")."""
        hit = self.cue(index, "person")
        return hit is not None and hit[0] > index + 1

    def _is_generic(self, index: int) -> bool:
        """Tell whether a body's noun with a capital only begins a name that goes on small ("la Banque nationale")."""
        if not self.grammar.noun_first or index in self.named or "body" not in self.classes(index):
            return False
        after = self.classes(index + 1)
        known = after & (STOPS - {"preposition"}) or self.verb(index + 1)
        return self.is_word(index + 1) and self.char(index + 1).islower() and not known and not self._in_name(index)

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
        return self.with_holder(self._apposition(self._attached(found, limit), limit), limit) if attach else found

    def with_holder(self, phrase: Phrase, limit: int) -> Phrase:
        """Return an office with the name of its holder behind whose office it is ("мэр города Омска Иван Петров").

        Where no article parts them; right in front of the name stands neither a preposition nor another office.
        """
        grammar = self.grammar
        if not (grammar.adjective_endings or grammar.noun_first) or self._holder(phrase):
            return phrase
        if not any("person" in self.classes(i) for i in range(phrase.first, phrase.core)):
            return phrase
        for at in range(phrase.first + 2, min(phrase.first + LONGEST, limit - 1)):
            if self.verb(at) or self.cue(at, *PARTING[:-1]) or self.char(at) in ",;:.()":
                break
            if self.classes(at) & {"and", "break", "relative", "that", "auxiliary"}:
                break
            end, kind = self.named.get(at, (at, ""))
            if (
                kind in ("person", "other")
                and at + 1 < end <= limit
                and not self.classes(at - 1) & {"person", "preposition"}
            ):
                return Phrase(phrase.first, end, phrase.core, (at, end), phrase.of)
        return phrase

    def _holder(self, phrase: Phrase) -> bool:
        """Tell whether the name of a phrase is a person's that was found."""
        return phrase.name is not None and self._is_person(phrase.name[0])

    def _core(self, index: int, limit: int) -> int:
        """Return where the phrase without attachments ends; ``index`` where there is none."""
        start, named = index, False
        while index < limit:
            step = self._step(start, index, limit, named)
            if step == index:
                break
            named = named and self.char(step - 1).isdigit()
            named = step - 1 not in self.adjectives and (named or self.is_capital(step - 1))
            named = named and not (self._long_office(step - 1) or self._is_generic(step - 1))
            named = named and (self.grammar.capital_nouns or not is_genitive(self, step - 1) or ends_person(self, step))
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
            passed_on = index > start and index in self.media and self.cue(known, "according_after") is not None
            return index if passed_on and self._ended(index) else known
        kinds = self.classes(index)
        if self.is_capital(index) and not (index == start and self.is_head(index)):
            return index + 1
        if text.isdigit():
            foreign = named and self.grammar.capital_nouns and not self._in_name(index)
            return index + (not foreign and counts(self, start, index, named=named))
        if "and" in kinds:
            return self._joined(start, index, limit)
        impersonal = "impersonal" in kinds and "determiner" not in kinds
        if index > start and (kinds & ENDERS or begins_other(self, index) or impersonal):
            return index
        if index == start and kinds & (STOPS - {"adverb"}) and not kinds & {"determiner", "subject"}:
            return index
        if self.cue(index, *PARTING) or self.verb(index):
            return index
        if index == start and "adverb" in kinds and not kinds & {"subject", "determiner", "person", "unnamed"}:
            return index
        if "subject" in kinds and not kinds & {"determiner"}:
            return index + 1 if index == start else index
        if named and text.casefold() not in self.grammar.particles and not kinds & {"body"}:
            return compound_end(self, index, limit)
        on = (
            kinds & GO_ON
            or index in self.adjectives
            or leads_on(self, index)
            or (self.is_capital(index + 1) and not self.grammar.verb_second)
            or leads_to_body(self, index, limit)
        )
        return index + 1 if index == start or on or not is_closed(self, start, index - 1) else index

    def _ended(self, index: int) -> bool:
        """Tell whether the name of a person that was found ends right in front of the token."""
        return any(self.named.get(at) == (index, "person") for at in range(max(0, index - 4), index))

    def _known_name(self, index: int, limit: int) -> int:
        """Return the end of the medium or found name that begins at the token, ``index`` where none does."""
        if index in self.media and self.media[index][0] <= limit:
            return self.media[index][0]
        body = described_body(self, index, limit)
        if body > index:
            return body
        end = self.named.get(index, (index, ""))[0]
        plain = all(self.is_word(i) or self.char(i) in "-.'’&" for i in range(index, end))
        return end if index < end <= limit and plain else index

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
            if "article" in self.classes(index - 1):
                return index + 1
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
        if leads_to_body(self, index + 1, limit):
            return index + 1
        if "determiner" in after:
            return joined_end(self, self.phrase(index + 1, limit, attach=False), index)
        if after & (STOPS | {"subject", "determiner"}) or not self.is_word(index + 1):
            return index
        return index + 2 if not self.is_word(index + 2) or self.classes(index + 2) & STOPS else index

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
                after = self._past_genitive(past_ending(self.tokens, end))
                if not (is_genitive(self, after - 1) and after < last and self.is_word(after)):
                    best = (index, end)
                index = after
            else:
                index += 1
        return best

    def _past_genitive(self, index: int) -> int:
        """Return the token behind the apostrophe, and its s, that a name of several words ends in, else ``index``."""
        if not self.char(index) or self.char(index) not in "'’" or not self.glued(index) or index < 2:
            return index
        return index + 1 + (self.char(index + 1) == "s" and self.glued(index + 1))

    def _name_at(self, index: int, last: int) -> int:
        """Return the end of the proper name that begins at the token, ``index`` where none does."""
        if index and self.tokens[index - 1].fold in self.grammar.public and not self._is_person(index):
            return index
        if index in self.media and self.media[index][0] <= last:
            return self.media[index][0]
        if not self.has_name(index) or described_body(self, index, last) > index:
            return index
        if index in self.named and index + 1 < self.named[index][0] <= last:
            return index if self._compound_noun(self.named[index][0]) else self.named[index][0]
        if "determiner" in self.classes(index) and not self.is_capital(index + 1):
            return index
        end = index + 1
        while end < last:
            fold, glued = self.tokens[end].fold, self.glued(end)
            if self.is_capital(end) and self.char(end - 1) not in ")":
                if self.named.get(end, (0, ""))[0] > end + 1 and (index in self.named or self._is_person(end)):
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

    def _goes_on(self, index: int) -> bool:
        """Tell whether a word can stand behind who speaks: what tells where, when or to whom, or a verb of saying."""
        known = self.classes(index) & {"preposition", "addressee", "attach", "adverb", "and", "relative"}
        return (
            bool(known)
            or self.cue(index, "adverb", "medium", "according", "preposition") is not None
            or bool(self.verb(index) or self.verb(index, "other"))
        )

    def _is_person(self, index: int) -> bool:
        """Tell whether the name of a person that was found begins at the token."""
        return self.named.get(index, (0, ""))[1] == "person"

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
        if "document" in self.classes(phrase.core - 1):
            return phrase
        office = "person" in self.classes(last + 1)
        if not office and not self.has_name(last + 1):
            return phrase
        inner = self.phrase(last + 1, limit, attach=False)
        if inner is None or inner.name is None or (inner.name[0] != last + 1 and not office):
            return phrase
        person = any("person" in self.classes(i) for i in range(phrase.first, phrase.core))
        if inner.last < limit and self.is_word(inner.last) and not (person and self._goes_on(inner.last)):
            return phrase  # "according to police, Ann Moe took": she begins what police say
        return Phrase(phrase.first, inner.last, phrase.core, inner.name, phrase.of)
