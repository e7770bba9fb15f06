"""Of what kind the names are in a language that no model was trained on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from twosource.annotate.names_foreign_runs import Run, Sentence, Voice
from twosource.annotate.names_foreign_words import ForeignWords

_PERSON, _PLACE, _BODY, _OTHER = "person", "place", "organisation", "other"
_SURE, _LIKELY, _GUESS = 0.9, 0.75, 0.5
_MODEL = 0.7
"""How sure the model is where it is believed although it was not trained on the language."""
_LONGEST_PERSON = 4


class Verdict(NamedTuple):
    """What a name is, how sure that is, and by which rule."""

    kind: str
    score: float
    rule: str


class Kinds:
    """Tells the kinds of a report's names: first each by itself, then the unsure ones by the sure ones."""

    def __init__(self, known: ForeignWords, model: Voice) -> None:
        self._known = known
        self._model = model
        self._people: set[str] = set()
        self._others: dict[str, str] = {}
        self._families: dict[tuple[str, ...], tuple[str, ...]] = {}

    def first(self, sentence: Sentence, run: Run) -> Verdict:
        """Return what a name is by its own words and those in front of it."""
        if run.kind is not None:
            return Verdict(run.kind, _SURE, run.rule)
        words, folds = sentence.words[run.first : run.end], sentence.folds[run.first : run.end]
        if any(word.partition(":")[0] in self._known.forms for word in (words[0], words[-1])) and len(words) > 1:
            return Verdict(_BODY, _SURE, "names-v1:company")
        if run.behind == "firm":
            return Verdict(_BODY, _SURE, "names-v1:company")
        if run.behind == "thing":
            return Verdict(_OTHER, _LIKELY, "names-v1:thing")
        if len(words) == 1:
            return self._single(sentence, run, folds[0])
        return self._several(sentence, run, folds)

    def _single(self, sentence: Sentence, run: Run, fold: str) -> Verdict:
        """Return what a name of one word is."""
        known = self._known
        if known.is_country(fold):
            return Verdict(_PLACE, _SURE, "names-v1:country")
        if fold in known.known or (known.is_listed_body(fold) and not known.is_near_town(fold)):
            return Verdict(_BODY, _LIKELY, "names-v1:list")
        if sentence.is_acronym(run.first) and not known.is_near_town(fold):
            return Verdict(_BODY, _LIKELY, "names-v1:acronym")
        if run.behind == "seat":
            return Verdict(_PLACE, _LIKELY, "names-v1:near")
        town = known.is_town(fold)
        if fold in known.bodies and not known.is_near_town(fold):
            return Verdict(_BODY, _LIKELY, "names-v1:body")
        if run.behind == "near" or fold.endswith(known.locative):
            return Verdict(_PLACE, _LIKELY if town else _GUESS, "names-v1:near")
        if run.behind == "role" and not known.is_near_town(fold):
            return Verdict(_PERSON, _LIKELY, "names-v1:title")
        if town:
            return Verdict(_PLACE, _LIKELY, "names-v1:town")
        if fold in known.families or fold in known.surnames or known.is_family(fold):
            return Verdict(_PERSON, _GUESS, "names-v1:family")
        return self._by_model(sentence, run) or Verdict(_BODY, 0.0, "names-v1:shape")

    def _several(self, sentence: Sentence, run: Run, folds: Sequence[str]) -> Verdict:
        """Return what a name of several words is."""
        known = self._known
        if known.is_place_phrase(folds):
            return Verdict(_PLACE, _LIKELY, "names-v1:town")
        if known.is_given(folds[0]) and folds[0] not in known.bodies:
            return Verdict(_PERSON, _SURE, "names-v1:given")
        if any(fold in known.bodies for fold in folds) or known.is_body_phrase(folds):
            return Verdict(_BODY, _LIKELY, "names-v1:body")
        if any(sentence.is_acronym(index) for index in range(run.first, run.end)):
            return Verdict(_BODY, _GUESS, "names-v1:acronym")
        if run.behind == "role" and len(folds) <= _LONGEST_PERSON:
            return Verdict(_PERSON, _LIKELY, "names-v1:title")
        if run.behind in ("near", "seat") or folds[-1].endswith(known.locative):
            return Verdict(_PLACE, _GUESS, "names-v1:near")
        articled = run.first > 0 and sentence.folds[run.first - 1] in known.articles
        if articled or len(folds) > _LONGEST_PERSON or known.is_people(folds[0]):
            return Verdict(_BODY, _GUESS, "names-v1:shape")
        return self._by_model(sentence, run) or Verdict(_PERSON, _GUESS, "names-v1:shape")

    def _by_model(self, sentence: Sentence, run: Run) -> Verdict | None:
        """Return what the model took a name for, where it is sure of it."""
        name = self._model.names.get((sentence.number, run.first, run.end))
        return Verdict(name.kind, name.score, "names-v1:crf") if name is not None and name.score >= _MODEL else None

    def learn(self, folds: Sequence[str], verdict: Verdict) -> None:
        """Take from a name what others of the report may be."""
        if verdict.kind == _PERSON and len(folds) > 1:
            self._learn_family(folds)
        elif len(folds) == 1 and verdict.score >= _GUESS and verdict.kind != _PERSON:
            for stem in self._known.stems(folds[0]):
                self._others.setdefault(stem, verdict.kind)

    def _learn_family(self, folds: Sequence[str]) -> None:
        """Take from a person's full name its parts, and the small words that its family name begins with."""
        small = [fold in self._known.particles for fold in folds]
        for fold, is_small in zip(folds, small, strict=True):
            if not is_small:
                self._people.update(self._known.stems(fold))
        if True in small[1:-1]:
            first = small.index(True, 1)
            end = small.index(False, first)
            for cut in range(first + 1, end + 1):
                self._families[tuple(folds[cut:])] = tuple(folds[first:cut])

    def begin(self, sentence: Sentence, run: Run) -> int:
        """Return where a name begins: at the small words in front that its bearer's full name has ("de La Tour")."""
        small = self._families.get(tuple(sentence.folds[run.first : run.end]), ())
        first = max(run.first - len(small), 0)
        return first if tuple(sentence.folds[first : run.first]) == small else run.first

    def settle(self, sentence: Sentence, run: Run, verdict: Verdict) -> Verdict:
        """Return what a name is, with what the rest of the report tells of it."""
        if tuple(sentence.folds[run.first : run.end]) in self._families:
            return Verdict(_PERSON, _LIKELY, "names-v1:document")
        if run.end - run.first > 1 or verdict.score >= _SURE:
            return verdict
        stems = self._known.stems(sentence.folds[run.first])
        if not self._people.isdisjoint(stems):
            return Verdict(_PERSON, _LIKELY, "names-v1:document")
        if verdict.score > 0:
            return verdict
        kind = next((self._others[stem] for stem in stems if stem in self._others), None)
        return Verdict(kind or _BODY, _GUESS, "names-v1:document" if kind else verdict.rule)
