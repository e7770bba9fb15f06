"""Where names begin and end in a language that no model was trained on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from twosource.annotate.names_document import Settled
from twosource.annotate.names_features import may_begin
from twosource.annotate.names_foreign_words import ForeignWords
from twosource.annotate.names_rules import inside_words
from twosource.annotate.names_types import OPENINGS
from twosource.annotate.names_words import Words

_PLACE, _BODY = "place", "organisation"
_LONGEST_QUOTED = 5
"""Words of the longest name in quotation marks."""
_MOST_PARTICLES, _MOST_TAILS = 3, 2
_APOSTROPHES = "'’"
_CLOSINGS = frozenset("\"'»“”’")
_NUMERAL = frozenset("IVXLCMХІ")
_SHOUTED = 0.5
"""The share of words in capitals from which a sentence is written in them."""

Place = tuple[int, int, int]
"""Number of a sentence, first word and end of a name in it."""


class Run(NamedTuple):
    """Words ``first`` to ``end`` (exclusive) of a sentence that are a name; ``kind`` and ``rule`` where they are clear.

    ``behind`` says what stands in front of it: "role", "firm", "thing", "near", "seat", "from" or nothing.
    """

    first: int
    end: int
    kind: str | None = None
    rule: str = ""
    behind: str = ""


class Voice:
    """What the model took for names in a report; it is asked when the tables first leave something open.

    Args:
        find: Gives the model's names.
    """

    def __init__(self, find: Callable[[], Iterable[Settled]]) -> None:
        self._find = find

    @cached_property
    def names(self) -> Mapping[Place, Settled]:
        """Return the names by their places."""
        return {(name.sequence, name.first, name.end): name for name in self._find()}

    @cached_property
    def _begun(self) -> frozenset[tuple[int, int]]:
        return frozenset(place[:2] for place in self.names if place[2] - place[1] > 1)

    @cached_property
    def _runs(self) -> Mapping[int, list[Run]]:
        found: dict[int, list[Run]] = {}
        for (sentence, first, end), name in sorted(self.names.items()):
            found.setdefault(sentence, []).append(Run(first, end, name.kind, "names-v1:crf"))
        return found

    def runs(self, sentence: int) -> Sequence[Run]:
        """Return the names of a sentence, in order."""
        return self._runs.get(sentence, ())

    def is_begun(self, sentence: int, index: int) -> bool:
        """Tell whether a word is the first of a name of several words."""
        return (sentence, index) in self._begun


class Report:
    """What a whole report tells of its words: which are large inside a sentence, which are small, who is a person.

    Args:
        sequences: The words of its sentences.
        model: What the model took for names.
        known: The tables of its language.
    """

    def __init__(self, sequences: Sequence[Words], model: Voice, known: ForeignWords) -> None:
        self.known = known
        self.model = model
        self._small = frozenset(word for words in sequences for word in words.texts if word.islower())
        self._named = {stem for word in inside_words(sequences) - self._small for stem in known.stems(word)}
        for words in sequences:
            for given, family in zip(words.texts, words.texts[1:], strict=False):
                if given[0].isupper() and family[0].isupper() and known.is_given(given.casefold()):
                    self._named.update(known.stems(given.casefold()), known.stems(family.casefold()))

    def is_named(self, fold: str) -> bool:
        """Tell whether the report names somebody or something so where no sentence begins."""
        return fold not in self._small and not self._named.isdisjoint(self.known.stems(fold))

    def is_small(self, fold: str) -> bool:
        """Tell whether the report has a word in small letters too."""
        return fold in self._small


def _is_shouted(words: Sequence[str]) -> bool:
    """Tell whether a sentence is written in capitals."""
    if not any(map(str.isupper, words)):
        return False
    letters = [word for word in words if word[0].isalpha()]
    return sum(map(str.isupper, letters)) > _SHOUTED * max(len(letters), 1)


class Sentence:
    """The words of a sentence, and the names in it."""

    def __init__(self, number: int, sequence: Words, report: Report) -> None:
        self.number = number
        self.words = words = sequence.texts
        self.folds = list(map(str.casefold, words))
        self._sequence = sequence
        self._report = report
        self._known = report.known
        self._large = [index for index, word in enumerate(words) if word[0].isupper() and word[-1] not in _APOSTROPHES]
        self._are_large = frozenset(self._large)
        self.shouted = _is_shouted(words)

    def runs(self) -> Iterator[Run]:
        """Yield the names in order, none overlapping; in a sentence in capitals those that the model found."""
        if self.shouted:
            yield from self._report.model.runs(self.number)
            return
        end = 0
        for index in self._large:
            if index < end:
                continue
            run = self._run_at(index)
            if run is None:
                end = self._post_end(index) if self._is_post(index) else index + 1
                continue
            yield from self._parts(run)
            end = run.end

    def is_large(self, index: int) -> bool:
        """Tell whether a word has a large initial; no word beyond the sentence has one."""
        return index in self._are_large

    def _is_head(self, index: int) -> bool:
        """Tell whether a word may be large for no other sign than that it begins its sentence."""
        return may_begin(self.words, index)

    def is_acronym(self, index: int) -> bool:
        """Tell whether a word stands in capitals, without an ending behind a colon or a hyphen."""
        word = self.words[index]
        if word.isalpha():
            if not word.isupper():
                return False
        else:
            word = word.partition(":")[0].partition("-")[0]
        if word.casefold() in self._known.letters:
            return False
        return len(word) > 1 and word.isupper() and not _NUMERAL.issuperset(word) and not self.shouted

    def _run_at(self, index: int) -> Run | None:
        """Return the name that begins at a word with a large initial, None where none does."""
        phrase = self._known.phrase(self.words, self.folds, index)
        if phrase is not None:
            end, kind = phrase
            return Run(index, end, kind, "names-v1:phrase")
        quoted = self._quoted(index)
        if quoted is not None:
            return quoted
        if (self._is_head(index) and not self._is_named_head(index)) or self._is_post(index):
            return None
        first, end = self._trimmed(index, self._large_end(index))
        if end - first == 1 and not self._is_alone(first):
            return None
        return self._extended(Run(first, end, behind=self._behind(first)))

    def _is_post(self, index: int) -> bool:
        """Tell whether a word says what an office is for ("ministre de l'Intérieur")."""
        before = index - 1
        while before >= max(index - _MOST_PARTICLES, 0):
            fold = self.folds[before]
            if fold in self._known.posts:
                return before < index - 1 or fold not in self._known.offices
            if fold not in self._known.particles and fold not in self._known.origin:
                return False
            before -= 1
        return False

    def _post_end(self, index: int) -> int:
        """Return where the words end that say what an office is for; its holder's full name may follow at once."""
        end = self._large_end(index)
        return next((at for at in range(index + 1, end - 1) if self._is_person_head(at)), end)

    def _large_end(self, index: int) -> int:
        """Return where the words with a large initial that begin at one end."""
        end = index + 1
        while self.is_large(end) and not self._parts_from(end):
            end += 1
        return end

    def _parts_from(self, index: int) -> bool:
        """Tell whether another name begins at a word with a large initial that stands behind one."""
        known, last = self._known, self.folds[index - 1]
        if self._region_end(index + 1) > index + 1 or known.phrase(self.words, self.folds, index) is not None:
            return True
        fold = self.folds[index]
        here, there = last.endswith(known.locative), fold.endswith(known.locative)
        return bool(known.locative) and (here or (there and (known.is_near_town(fold) or known.is_country(last))))

    def _trimmed(self, first: int, end: int) -> tuple[int, int]:
        """Return a run without the titles and words for companies and things in front."""
        while end - first > 1 and self._sort(first) in ("role", "firm", "thing"):
            first += 1
        return first, end

    def _sort(self, index: int) -> str:
        """Return what a word tells of a name right behind it, nothing where it tells nothing."""
        return self._known.sorts[self.folds[index]]

    def _behind(self, first: int) -> str:
        """Return what the words in front of a name tell of it; a mark that opens a quotation is passed over."""
        index = first - 1
        if self._is_opened(first):
            index -= 1
        if index < 0:
            return ""
        sort = self._sort(index)
        known, fold = self._known, self.folds[index]
        if index > 0 and sort in ("", "from", "near"):
            if self.folds[index - 1] in known.seats and (sort or fold in known.particles):
                return "seat"
            if fold in known.articles and sort != "near" and self.folds[index - 1] in known.near:
                return "near"
        return sort

    def _quoted(self, index: int) -> Run | None:
        """Return a name in quotation marks, of few words, that begins no sentence."""
        if index < 2 or not self._is_opened(index) or self._is_head(index) or self.folds[index] in self._known.never:
            return None
        behind = self._behind(index)
        for end in range(index + 1, min(index + 1 + _LONGEST_QUOTED, len(self.words))):
            if self.words[end] in _CLOSINGS:
                return Run(index, end, behind="thing" if behind == "thing" else "firm")
            if not self.words[end][0].isalnum():
                return None
        return None

    def _is_opened(self, index: int) -> bool:
        """Tell whether a mark that opens a quotation touches a word."""
        if index < 1 or self.words[index - 1] not in OPENINGS:
            return False
        return self._sequence.end(index - 1) == self._sequence.starts[index]

    def _is_named_head(self, index: int) -> bool:
        """Tell whether the first word of a sentence is large for another reason, too."""
        word, fold, known, report = self.words[index], self.folds[index], self._known, self._report
        if self.is_acronym(index) or any(c.isupper() for c in word[1:]):
            return True
        if fold in known.never or known.is_people(fold) or self._sort(index) in ("role", "firm", "thing"):
            return False
        if report.is_named(fold) or known.is_country(fold):
            return True
        if report.is_small(fold):
            return False
        if fold in known.known or known.is_near_town(fold) or (not known.cased and known.is_listed_body(fold)):
            return True
        follows = self.is_large(index + 1)
        if (follows or self._particle_end(index + 1) > index + 1) and known.is_given(fold):
            return True
        if fold in known.families or known.is_family(fold):
            return True
        if follows and self.words[self._large_end(index) - 1] in known.forms:
            return True
        if fold in known.bodies:
            return follows or self._tail_end(index + 1) > index + 1
        return follows and not known.cased and report.model.is_begun(self.number, index)

    def _is_alone(self, index: int) -> bool:
        """Tell whether a word with a large initial may be a name by itself."""
        fold = self.folds[index]
        if self.is_acronym(index):
            return self.words[index] not in self._known.forms
        if fold in self._known.letters or len(fold) == 1:
            return False
        if self._known.is_country(fold) or (fold in self._known.bodies and self._tail_end(index + 1) > index + 1):
            return True
        if self._known.is_people(fold) or _NUMERAL.issuperset(self.words[index]) or not fold[:2].isalpha():
            return self._region_end(index + 1) > index + 1
        return fold not in self._known.never and self._sort(index) not in ("role", "firm", "thing")

    def _extended(self, run: Run) -> Run:
        """Return a name with the small words behind it that belong to it."""
        first, end = run.first, run.end
        region = self._region_end(end)
        if region > end:
            return run._replace(end=region, kind=_PLACE, rule="names-v1:region")
        if end - first == 1 and self.folds[first] in self._known.bodies and self._tail_end(end) > end:
            return run._replace(end=self._tail_end(end), kind=_BODY, rule="names-v1:body")
        form = self._known.form_end(self.words, self.folds, end)
        if form > end:
            return run._replace(end=form, kind=_BODY, rule="names-v1:company")
        return run._replace(end=self._person_end(run))

    def _region_end(self, index: int) -> int:
        return index + (
            index < len(self.words) and self.words[index].islower() and self.folds[index] in self._known.regions
        )

    def _tail_end(self, index: int) -> int:
        """Return where the small adjectives that end the name of a body end."""
        end = index
        while end < min(len(self.words), index + _MOST_TAILS) and self.folds[end] in self._known.tails:
            end += 1
        return end

    def _person_end(self, run: Run) -> int:
        """Return where a person's name ends, with small particles and what follows them."""
        known, end = self._known, run.end
        length = end - run.first
        given = known.is_given(self.folds[run.first])
        if not (given or run.behind == "role") or self.folds[run.first] in known.bodies:
            return end
        behind = self._particle_end(end)
        if behind == end:
            return self._joined_end(end) if given and length > 1 else end
        several = behind - end > 1 or length == 1 or known.is_given(self.folds[end - 1])
        if not several or known.is_country(self.folds[behind]) or self.is_acronym(behind):
            return end
        return self._joined_end(self._large_end(behind))

    def _particle_end(self, index: int) -> int:
        """Return where small particles before a word with a large initial end, ``index`` where none are."""
        end = index
        while end - index < _MOST_PARTICLES and end < len(self.words) and self.folds[end] in self._known.particles:
            if self.is_large(end):
                break
            end += 1
        return end if self.is_large(end) else index

    def _joined_end(self, end: int) -> int:
        """Return where a person's name ends that has two family names with a small word between them."""
        joins = end < len(self.words) and self.folds[end] in self._known.joiners and self.is_large(end + 1)
        if joins and not self.is_large(end + 2) and not self._known.is_given(self.folds[end + 1]):
            return end + 2
        return end

    def _parts(self, run: Run) -> Iterator[Run]:
        """Yield a run in two where a person's full name follows another name in it."""
        cut = run.first
        if run.kind is None and not self._is_person_head(run.first):
            for index in range(run.first + 1, run.end - 1):
                if self.is_large(index) and self._is_person_head(index) and self.is_large(index + 1):
                    cut = index
                    break
        if cut == run.first or (cut == run.first + 1 and self._is_founders(run.first)):
            yield run
            return
        if cut - run.first > 1 or self._is_alone(run.first):
            yield Run(run.first, cut, behind=run.behind)
        yield self._extended(Run(cut, run.end, "person", "names-v1:given"))

    def _is_founders(self, index: int) -> bool:
        """Tell whether a word is of a body that may bear somebody's full name ("Fondation Marie Lund")."""
        return self.folds[index] in self._known.bodies and not self._known.is_near_town(self.folds[index])

    def _is_person_head(self, index: int) -> bool:
        fold = self.folds[index]
        return self._known.is_given(fold) and not self._known.is_country(fold)
