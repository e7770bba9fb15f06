"""Who is meant by "han", "presidenten" or by nobody at all: the person that the text named before.

Rule: speakers-v1.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from twosource.annotate.quotes.direct import subject
from twosource.annotate.quotes.given import gender_of
from twosource.annotate.quotes.phrase import past_ending
from twosource.annotate.quotes.reader import Phrase, Reader
from twosource.annotate.quotes.voices import Voices
from twosource.model import Reason, Speaker

LONGEST_VOICE = 2
"""How many sentences behind somebody's own words "I" still means him."""
APPOSED = 2
"""How many words behind a name and a comma may be the role that it names."""
BACK = 8
"""How many sentences back a pronoun may look."""


@dataclass(frozen=True, slots=True)
class Spoke:
    """Somebody who has spoken: where, in which words, and who that is."""

    at: int
    phrase: Phrase
    name: str | None
    human: bool
    sentence: int


class Speakers:
    """Resolves speakers in the order of the text."""

    def __init__(self, reader: Reader, voices: Voices, spoken: list[tuple[int, int]]) -> None:
        self.reader = reader
        self.voices = voices
        self.spoken = spoken
        self.history: list[Spoke] = []
        self.voice: tuple[int, str] | None = None
        self._people = self._named_people()
        self._subjects: dict[int, Phrase | None] = {}
        self._longer: dict[str, set[str]] = {}
        for _, _, name in self._people:
            words = name.split()
            for cut in range(1, len(words)):
                self._longer.setdefault(" ".join(words[cut:]), set()).add(name)

    def _named_people(self) -> list[tuple[int, Phrase, str]]:
        """Return the phrases that name a person, with the name, in order."""
        reader, found, last = self.reader, [], 0
        for index in self._candidates():
            if index < last or not self._may_name(index):
                continue
            first = index
            while (word := self._word_before(first)) >= max(last, index - 4) and "person" in reader.classes(word):
                first = word
            phrase = reader.phrase(first, index + 8, attach=False)
            if phrase is not None and phrase.name is not None and self.voices.is_person(phrase):
                found.append((first, phrase, self.voices.clean(*phrase.name)))
            last = phrase.core if phrase is not None else index + 1
        return found

    def _word_before(self, index: int) -> int:
        """Return the token of the word in front, an ending that a colon parts from it left out ("vd:n")."""
        return index - 3 if index > 2 and past_ending(self.reader.tokens, index - 2) == index else index - 1

    def _candidates(self) -> Iterable[int]:
        """Return the tokens at which the name of a person may begin, in order; all where no names were found."""
        reader = self.reader
        if not reader.draft.names:
            return range(len(reader.tokens))
        behind = (index + 1 for index in reader.standing.of_class["person"] if index + 1 < len(reader.tokens))
        return sorted({*reader.named, *behind})

    def _may_name(self, index: int) -> bool:
        if index in self.reader.named:
            return self.reader.named[index][1] == "person" and not self._says_where(index)
        if "person" in self.reader.classes(index - 1) and index > 0:
            return self.reader.has_name(index)
        return not self.reader.draft.names and self.reader.has_name(index) and not self.reader.classes(index)

    def _says_where(self, index: int) -> bool:
        """Tell whether a single name behind an office says where that is, or whose ("el alcalde de X, Juan Ruiz")."""
        of = index > 1 and "of" in self.reader.classes(index - 1)
        return of and self.reader.named[index][0] == index + 1 and "person" in self.reader.classes(index - 2)

    def full(self, name: str) -> str:
        """Return the longest name of the text that ends with ``name``, where there is one alone."""
        longer = self._longer.get(name)
        return next(iter(longer)) if longer is not None and len(longer) == 1 else name

    def speaker(self, phrase: Phrase, rule: str, *, aloud: bool = False) -> Speaker:
        """Return the speaker that a phrase means, and remember that he has spoken; ``aloud`` in his own words."""
        name, score = self._name_of(phrase), 0.9
        span = self.reader.span(phrase.first, phrase.last)
        human = self._is_human(phrase) or (aloud and self._may_be_human(phrase))
        self._remember(phrase, name, human)
        return Speaker(
            span, self.reader.text[span.start : span.end], name, None, Reason(f"speakers-v1:{rule}", score, "", (span,))
        )

    def heard(self, last: int, name: str | None) -> None:
        """Remember whose own words end before the token ``last``: "I" means him as long as his voice is heard."""
        offset = self.reader.tokens[last - 1].start
        self.voice = (self.reader.sentence_number(offset), name) if name is not None else None

    def _same_voice(self, index: int) -> str | None:
        """Return whom "I" means outside of marks and turns: whose own words went on until right before it."""
        number = self.reader.sentence_number(self.reader.tokens[index].start)
        return self.voice[1] if self.voice is not None and number - self.voice[0] <= LONGEST_VOICE else None

    def _may_be_human(self, phrase: Phrase) -> bool:
        """Tell whether somebody who speaks aloud is no body, document or medium by what the tables know."""
        return self.voices.role(phrase) == "person" or not any(
            self.voices.has(phrase, kind) for kind in ("body", "document", "agency", "outlet")
        )

    def _is_human(self, phrase: Phrase) -> bool:
        """Tell whether a pronoun for people can mean the phrase; a single unknown name is not enough."""
        if not self.voices.is_person(phrase):
            return False
        if phrase.name is None or phrase.name[1] - phrase.name[0] > 1 or self.voices.has(phrase, "person"):
            return True
        return self.reader.named.get(phrase.name[0], (0, ""))[1] == "person"

    def remember(self, phrase: Phrase, name: str | None) -> None:
        """Remember that somebody has spoken whose name is known already."""
        self._remember(phrase, name, self._is_human(phrase))

    def _remember(self, phrase: Phrase, name: str | None, human: bool) -> None:
        if name is None and "first_person" in self.reader.classes(phrase.first):
            return
        offset = self.reader.tokens[phrase.first].start
        self.history.append(Spoke(phrase.first, phrase, name, human, self.reader.sentence_number(offset)))

    def _name_of(self, phrase: Phrase) -> str | None:
        """Return the name behind a phrase, None where the text gives none."""
        reader = self.reader
        if phrase.name is not None and not self._pronominal(phrase):
            name = self.voices.name(phrase)
            return self.full(name) if self.voices.is_person(phrase) else name
        fold = reader.tokens[phrase.first].fold
        if "first_person" in reader.classes(phrase.first) and phrase.core == phrase.first + 1:
            return self._same_voice(phrase.first)
        medium = self.voices.known_medium(phrase)
        if medium is not None:
            return medium
        gender = reader.grammar.genders.get(fold)
        if gender is not None and (phrase.core == phrase.first + 1 or gender in ("m", "f")):
            return self._pronoun(phrase, gender)
        known = self.voices.has(phrase, "person") and not self.voices.has(phrase, "reporter")
        if known and not self._indefinite(phrase):
            return self._role(phrase)
        return None

    def _pronominal(self, phrase: Phrase) -> bool:
        """Tell whether what looks like a name is a pronoun with a capital ("Vi")."""
        if phrase.name is None or phrase.name[1] - phrase.name[0] > 1 or phrase.core > phrase.first + 1:
            return False
        return "subject" in self.reader.classes(phrase.name[0])

    def _indefinite(self, phrase: Phrase) -> bool:
        """Tell whether a phrase takes up nobody named before: "a prosecutor", "prosecutors", "åklagare i Lund"."""
        if "indefinite" in self.reader.classes(phrase.first):
            return True
        return self._bare(phrase) and not self._as_name(phrase)

    def _as_name(self, phrase: Phrase) -> bool:
        """Tell whether a noun stands alone as a name would, where a definite one has an ending ("sier rektor")."""
        return bool(self.reader.grammar.definite) and phrase.last == phrase.first + 1

    def _bare(self, phrase: Phrase) -> bool:
        """Tell whether a role stands without all that makes a noun definite, in a language that has such words."""
        reader, head = self.reader, self._head(phrase)
        if head is None or not reader.grammar.articles or reader.tokens[head].fold.endswith(reader.grammar.definite):
            return False
        if past_ending(reader.tokens, head + 1) > head + 1:
            return False
        before = range(phrase.first - 1, head)
        kinds = frozenset().union(*(reader.classes(i) for i in before))
        owned = any(reader.char(i) in "'’" or reader.tokens[i].fold.endswith("s") for i in range(phrase.first, head))
        return not owned and not kinds & {"determiner", "article", "possessive"}

    def _pronoun(self, phrase: Phrase, gender: str) -> str | None:
        """Return whom a pronoun means: who spoke or was spoken of last, sentence by sentence backwards."""
        found = self.antecedent(phrase.first, gender)
        return found[1] if found is not None and not self._nobody(found[0], found[1]) else None

    def _nobody(self, phrase: Phrase, name: str) -> bool:
        """Tell whether all that is known of somebody is a pronoun."""
        alone = phrase.name is None or self._pronominal(phrase)
        pronoun = "subject" in self.reader.classes(phrase.first) and phrase.core == phrase.first + 1
        return alone and pronoun and name == self.voices.clean(phrase.first, phrase.last)

    def antecedent(self, index: int, gender: str) -> tuple[Phrase, str] | None:
        """Return the last fitting person before the token: (phrase, name)."""
        reader = self.reader
        number = reader.sentence_number(reader.tokens[index].start)
        human = gender not in ("many", "thing")
        for sentence in range(number, max(-1, number - BACK), -1):
            for spoke in reversed(self.history[-6:]):
                if (
                    spoke.sentence == sentence
                    and spoke.at < index
                    and spoke.human == human
                    and self._fits(spoke.phrase, gender)
                ):
                    return spoke.phrase, spoke.name or self.voices.clean(spoke.phrase.first, spoke.phrase.last)
            if gender == "thing" and (body := self._body(sentence, index)) is not None:
                return body
            if human:
                named = self._subject(sentence, index, gender)
                if named is not None:
                    return named
        return None

    def _subject(self, sentence: int, index: int, gender: str) -> tuple[Phrase, str] | None:
        """Return the person that a sentence is about, words in quotes left out."""
        reader = self.reader
        covered = reader.draft.token_range(reader.draft.sentences[sentence].span)
        if self._quoted(covered.start):
            return None
        opening = self._opening(sentence, covered, index)
        if opening is not None and opening.name is None and self._is_role(opening) and self._fits(opening, gender):
            name = self._role(opening)
            return opening, name or self.voices.clean(opening.first, opening.last)
        start = bisect_left(self._people, (covered.start,))
        for first, phrase, name in self._people[start:]:
            if first >= min(covered.stop, index):
                break
            if not self._quoted(first) and self._fits(phrase, gender) and not self._owner(phrase):
                return phrase, self.full(name)
        return None

    def _body(self, sentence: int, index: int) -> tuple[Phrase, str] | None:
        """Return the body that a sentence is about ("The bank lends 20 billion, it said"), or None."""
        covered = self.reader.draft.token_range(self.reader.draft.sentences[sentence].span)
        opening = None if self._quoted(covered.start) else self._opening(sentence, covered, index)
        if opening is None or not (self.voices.has(opening, "body") and self.voices.role(opening) == "body"):
            return None
        return opening, self.voices.name(opening)

    def _opening(self, sentence: int, covered: range, index: int) -> Phrase | None:
        """Return the phrase that a sentence is about, as far as it stands before ``index``."""
        if covered.stop > index:
            return subject(self.reader, covered.start, index) if covered.start < index else None
        if sentence not in self._subjects:
            self._subjects[sentence] = subject(self.reader, covered.start, covered.stop)
        return self._subjects[sentence]

    def _is_role(self, phrase: Phrase) -> bool:
        return self.voices.has(phrase, "person")

    def _owner(self, phrase: Phrase) -> bool:
        """Tell whether a name is a genitive in front of a noun."""
        return phrase.name is None

    def _quoted(self, index: int) -> bool:
        """Tell whether the token stands in direct speech."""
        at = bisect_left(self.spoken, (index + 1,)) - 1
        return at >= 0 and self.spoken[at][0] <= index < self.spoken[at][1]

    def _fits(self, phrase: Phrase, gender: str) -> bool:
        """Tell whether nothing in a phrase speaks against a gender."""
        against = {"m": "woman", "f": "man"}.get(gender)
        fold = self.reader.tokens[phrase.first].fold
        own = self.reader.grammar.genders.get(fold)
        if own in ("m", "f") and gender in ("m", "f") and own != gender:
            return False
        wanted = {"m": "man", "f": "woman"}.get(gender)
        if wanted and self.voices.has(phrase, wanted):
            return True
        told = gender_of(self.full(self.voices.name(phrase))) if wanted and phrase.name is not None else None
        if told is not None and told != gender:
            return False
        return against is None or not self.voices.has(phrase, against)

    def _role(self, phrase: Phrase) -> str | None:
        """Return the name of whom a bare role means ("politimesteren"), None where nobody fits."""
        head = self._head(phrase)
        if head is None:
            return None
        for spoke in reversed(self.history[-20:]):
            other = self._head(spoke.phrase)
            if spoke.name and other is not None and self._same_post(head, other) and spoke.at < phrase.first:
                return spoke.name
        for first, named, name in reversed(self._people):
            if first < phrase.first and any(self._same_post(head, i) for i in self._role_words(named)):
                return self.full(name)
        return self._holder_before(phrase, head)

    def _holder_before(self, phrase: Phrase, head: int) -> str | None:
        """Return whom a role that the text gave nobody can mean: the last person of a sentence before, or None.

        Somebody told of in the sentence itself is whom the role speaks of ("Moe is free, the lawyer said"), and so is
        whoever "her lawyer" is the lawyer of.
        """
        if self.reader.classes(phrase.first) & {"possessive", "owner"}:
            return None
        last = self.antecedent(phrase.first, "")
        if last is None or self._other_role(last[0], head) or self._serves(last[1], head):
            return None
        here, there = (
            self.reader.sentence_number(self.reader.tokens[at].start) for at in (phrase.first, last[0].first)
        )
        return last[1] if there < here else None

    def _serves(self, name: str, head: int) -> bool:
        """Tell whether the text gives somebody another role than the one at ``head``, and never that one.

        "The man" is no role of its own.
        """
        fold = self.reader.tokens[head].fold
        if self.reader.classes(head) & {"man", "woman"} and fold not in self.reader.grammar.roles:
            return False
        told = [named for _, named, other in self._people if self.full(other) == name]
        words = [i for named in told for i in (*self._role_words(named), *self._words_behind(named))]
        roles = [i for i in words if "person" in self.reader.classes(i) and not self.reader.has_name(i)]
        return bool(roles) and not any(self._same_post(head, i) for i in roles)

    def _role_words(self, phrase: Phrase) -> range:
        """Return the tokens of a named person's role: in front of the name, or in an apposition before it."""
        first = phrase.name[0] if phrase.name is not None else phrase.first
        return range(max(0, first - 6 if self.reader.char(first - 1) == "," else phrase.first - 1), first)

    def _words_behind(self, phrase: Phrase) -> range:
        """Return the tokens of a named person's role in an apposition behind the name ("Moe, doctor at X")."""
        behind = phrase.core + 1 if self.reader.char(phrase.core) == "," else phrase.core
        return range(behind, min(behind + APPOSED, len(self.reader.tokens)) if behind > phrase.core else behind)

    def _other_role(self, phrase: Phrase, head: int) -> bool:
        other = self._head(phrase)
        return other is not None and not self._same_post(head, other)

    def _head(self, phrase: Phrase) -> int | None:
        """Return the word of a phrase that says what somebody is."""
        found = [
            i
            for i in range(phrase.first, phrase.core)
            if "person" in self.reader.classes(i) and not self.reader.has_name(i)
        ]
        return found[-1] if found else None

    def _same_post(self, one: int, other: int) -> bool:
        """Tell whether two words are forms of one noun, and both are of who holds the post or of who once did."""
        return self._same_role(one, other) and self._once(one) == self._once(other)

    def _once(self, index: int) -> bool:
        """Tell whether a word in front of a role, or what it begins with, says that he no longer holds it."""
        reader, former = self.reader, self.reader.grammar.former
        if any(reader.tokens[word].fold in former for word in range(max(0, index - 2), index)):
            return True
        fold = reader.tokens[index].fold
        return any(fold.startswith(w) and "person" in reader.grammar.classes(fold[len(w) :]) for w in former)

    def _same_role(self, one: int, other: int) -> bool:
        """Tell whether two words are forms of one noun, by their common beginning, and nothing tells them apart."""
        short, long = sorted((self.reader.tokens[one].fold, self.reader.tokens[other].fold), key=len)
        same = len(short) >= 4 and long.startswith(short) and len(long) - len(short) <= 4
        return same and self._compound(one) == self._compound(other)

    def _compound(self, index: int) -> str:
        """Return what a hyphen ties in front of a word ("KrF" of "KrF-lederen"), empty where there is nothing."""
        reader = self.reader
        tied = reader.char(index - 1) == "-" and reader.glued(index) and reader.glued(index - 1)
        return reader.tokens[index - 2].fold if tied and index >= 2 else ""
