"""Links of a chain: what somebody who says or relays something is called, and in which role.

Rule: voices-v1.
"""

from __future__ import annotations

from bisect import bisect_right, insort

from twosource.annotate.quotes.reader import Phrase, Reader
from twosource.model import Link, Reason, Span

SOMEBODY = ("person", "body", "document", "unnamed")
"""Classes of words that say what somebody is."""
LONG_NAME = 11
"""A single unknown name of so many letters with a definite ending is a body's, not a person's."""


class Voices:
    """Names phrases as links; knows which agencies and media the text has named so far."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self._agencies = self._mentions("agency")
        self._outlets = self._mentions("outlet")
        self._bodies: list[int] = []

    def _mentions(self, role: str) -> list[tuple[int, tuple[int, int]]]:
        """Return where the text names an agency or outlet: by the table, or by its noun in front of a name."""
        reader, found = self.reader, []
        if role in reader.mentions:
            return reader.mentions[role]
        for index, (last, medium) in reader.media.items():
            if medium.role == role:
                found.append((index, (index, last)))
        for index in reader.standing.of_class[role]:
            if reader.is_capital(index + 1) and index + 1 not in reader.media:
                phrase = reader.phrase(index, index + 8, attach=False)
                if phrase is not None and phrase.name is not None:
                    found.append((phrase.name[0], phrase.name))
        reader.mentions[role] = sorted(found)
        return reader.mentions[role]

    def known(self, role: str, index: int) -> tuple[int, int] | None:
        """Return the agency or outlet that the text named last before the token."""
        mentions = self._agencies if role == "agency" else self._outlets
        at = bisect_right(mentions, (index, (index, index))) - 1
        return mentions[at][1] if at >= 0 else None

    def known_medium(self, phrase: Phrase) -> str | None:
        """Return the agency or outlet named before that a bare noun means ("the newspaper"), None for other phrases."""
        if phrase.name is not None or not (self.has(phrase, "agency") or self.has(phrase, "outlet")):
            return None
        name, role = self._named(phrase)
        return name if role in ("agency", "outlet") and self.known(role, phrase.first) is not None else None

    def has(self, phrase: Phrase, kind: str) -> bool:
        """Tell whether a word of the phrase's core is of a class."""
        return any(kind in self.reader.classes(i) for i in range(phrase.first, phrase.core))

    def link(self, phrase: Phrase, act: str, rule: str, score: float) -> Link:
        """Return the phrase as a link of a chain."""
        name, role = self._named(phrase)
        if role == "body" and phrase.name is not None:
            insort(self._bodies, phrase.first)
        span = self.reader.span(phrase.first, phrase.last)
        return Link(name, role, span, Reason(f"voices-v1:{rule}", score, "", (span,)), act)

    def _named(self, phrase: Phrase) -> tuple[str, str]:
        """Return the name and role of a phrase."""
        medium = self._medium(phrase)
        if self.has(phrase, "reporter"):
            inner = medium or (phrase.of and self._medium(phrase.of)) or (phrase.of and phrase.of.name)
            if inner:
                return self.clean(*inner), "reporter"
        if medium is not None:
            return self.clean(*medium), self._role(phrase, medium)
        for role in ("agency", "outlet"):
            named = phrase.name is not None and not (role == "agency" and self._of_another_kind(phrase, role))
            if self.has(phrase, role) and (
                named or not (phrase.name or self._of_another_kind(phrase, role) or self._a_body(phrase))
            ):
                known = phrase.name or self.known(role, phrase.first)
                if known is not None:
                    return self.clean(*known), role
        if phrase.name is not None and not self._seat(phrase):
            return self.name(phrase), self.role(phrase)
        if phrase.name is not None:
            return self.clean(phrase.first, phrase.core), "body"
        if (letters := self._letters(phrase)) is not None:
            return self.clean(*letters), "body"
        name = self.clean(phrase.first, phrase.last)
        return name[:-1] if phrase.genitive and name.endswith("s") else name, self.role(phrase)

    def _seat(self, phrase: Phrase) -> bool:
        """Tell whether a name is but the place behind "and" in a body's ("the Ministry of Energy and Mines")."""
        first, last = phrase.name or (phrase.first, phrase.first)
        reader = self.reader
        body = any("body" in reader.classes(i) for i in range(phrase.first, first))
        joined = last == phrase.core and "and" in reader.classes(first - 1)
        return body and joined and reader.named.get(first, (0, ""))[1] != "person"

    def _letters(self, phrase: Phrase) -> tuple[int, int] | None:
        """Return the letters that a body of another kind is called by ("la agencia de emergencias X"), or None."""
        of = phrase.of
        if of is None or of.name is None or of.name[0] == of.first or of.name[1] - of.name[0] > 1:
            return None
        agency = self.has(phrase, "agency") and self._of_another_kind(phrase, "agency")
        return of.name if agency and self.reader.char(of.name[0]).isupper() else None

    def _a_body(self, phrase: Phrase) -> bool:
        """Tell whether a bare "the agency" means a named body that has spoken since an agency was last named."""
        reader = self.reader
        if (
            any("press" in reader.classes(i) for i in range(phrase.first, phrase.core))
            or phrase.core > phrase.first + 2
        ):
            return False
        last = bisect_right(self._bodies, phrase.first) - 1
        mention = bisect_right(self._agencies, (phrase.first, (phrase.first, phrase.first))) - 1
        return last >= 0 and (mention < 0 or self._agencies[mention][0] < self._bodies[last])

    def _of_another_kind(self, phrase: Phrase, role: str) -> bool:
        """Tell whether a word says what kind of agency it is, and so that it is none of the press ("space agency").

        In a phrase with a name only the words right beside that noun tell ("the UN refugee agency").
        """
        reader, plain = self.reader, {role, "article", "determiner", "press"}
        words = [i for i in range(phrase.first, phrase.core) if reader.char(i).islower()]
        if phrase.name is not None:
            nouns = [i for i in words if role in reader.classes(i)]
            words = [i for i in words if i + 1 in nouns or i - 1 in nouns]
        elif phrase.of is not None and not self.reader.is_capital(phrase.of.first):
            words = [i for i in range(phrase.of.first, phrase.of.core) if reader.char(i).islower()]
        elif self._described(phrase.core):
            words.append(phrase.core)
        return reader.grammar.tells_press and any(
            not reader.classes(i) & plain and not reader.grammar.origins.at(reader.tokens, i) for i in words
        )

    def _described(self, index: int) -> bool:
        """Tell whether an unknown word behind a noun says more of it ("la agencia espacial")."""
        reader = self.reader
        unknown = reader.char(index).islower() and not reader.classes(index) and index not in reader.cues
        return unknown and not reader.grammar.bracket

    def name(self, phrase: Phrase) -> str:
        """Return the proper name of a phrase that has one, the -s of a genitive taken off."""
        name = self.clean(*(phrase.name or (phrase.first, phrase.core)))
        return name[:-1] if phrase.genitive and name.endswith("s") else name

    def _thing(self, phrase: Phrase) -> bool:
        """Tell whether a single name stands behind a noun that is nobody's office ("jordskjelvsenteret X")."""
        reader = self.reader
        if phrase.name is None or phrase.name[1] - phrase.name[0] > 1 or phrase.name[0] < phrase.first + 2:
            return False
        return "article" in reader.classes(phrase.first) or phrase.name[0] >= phrase.core

    def _medium(self, phrase: Phrase) -> tuple[int, int] | None:
        """Return the known medium that the phrase names, unless it names somebody of that medium."""
        for index in range(phrase.first, phrase.core):
            if index in self.reader.media:
                last = self.reader.media[index][0]
                if phrase.name is None or phrase.name[0] <= index < phrase.name[1] or self.has(phrase, "reporter"):
                    return index, last
        return None

    def _role(self, phrase: Phrase, medium: tuple[int, int]) -> str:
        return self.reader.media[medium[0]][1].role if not self.has(phrase, "person") or phrase.name else "person"

    def role(self, phrase: Phrase) -> str:
        """Return the role of a phrase that is no known medium: unnamed, document, person, outlet or body."""
        reader = self.reader
        if phrase.name is None:
            bodied = "body" in reader.classes(phrase.core - 1)
            for kind in ("document", "person") if bodied else ("unnamed", "document", "person"):
                if self.has(phrase, kind):
                    return kind
            alone = phrase.core == phrase.first + 1
            return "person" if alone and "subject" in reader.classes(phrase.first) else "body"
        if self.has(phrase, "person"):
            return "person"
        if self.has(phrase, "body") or self._thing(phrase) or reader.grammar.is_body(reader.tokens, *phrase.name):
            return "body"
        first, last = phrase.name
        kinds = [reader.named[index][1] for index in range(first, last) if index in reader.named]
        if kinds[:1] == ["person"]:
            return "person"
        if any(reader.grammar.media.at(reader.tokens, i) for i in range(first, last)):
            return "outlet"
        if kinds:
            return "body"
        if last - first == 1 and reader.char(first).isupper():
            return "body"
        long = last - first == 1 and len(reader.tokens[first].fold) >= LONG_NAME
        if long and reader.tokens[first].fold.endswith(reader.grammar.definite):
            return "body"
        return "person"

    def like_a_paper(self, phrase: Phrase) -> bool:
        """Tell whether a name of which nothing tells the bearer begins with an article, as those of newspapers do."""
        reader, (first, last) = self.reader, phrase.name or (phrase.first, phrase.first)
        places = any(reader.named[i][1] == "place" for i in range(first, last) if i in reader.named)
        titled = last > first + 1 and "article" in reader.classes(first) and not reader.is_head(first)
        return titled and not places and not any(self.has(phrase, kind) for kind in SOMEBODY)

    def clean(self, first: int, last: int) -> str:
        """Return words without article in front and genitive or brackets behind."""
        reader = self.reader
        while first + 1 < last and "article" in reader.classes(first) and not reader.is_capital(first + 1):
            first += 1
        if first + 1 < last and "article" in reader.classes(first) and not reader.is_capital(first):
            first += 1
        while first + 1 < last and reader.char(first) in "'’":
            first += 1
        for index in range(first + 1, last):
            if reader.char(index) == "(" or (reader.char(index) in "'’" and index >= last - 2):
                last = index
                break
        return " ".join(reader.read(first, last).split())

    def is_person(self, phrase: Phrase) -> bool:
        """Tell whether a phrase can be a human being."""
        if self.has(phrase, "unnamed") and phrase.name is None:
            return False
        return self._medium(phrase) is None and self.role(phrase) == "person"


def span_of(reader: Reader, phrase: Phrase) -> Span:
    """Return the span of a phrase."""
    return reader.span(phrase.first, phrase.last)
