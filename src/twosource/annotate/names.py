"""Names of persons, organisations, places and other things.

Needs: sentences.  Gives: names.  Model: ``data/model`` (see its card), one for all languages; a language that it was
not trained on is read by the shape of its words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib import import_module

from twosource.annotate.draft import Draft
from twosource.annotate.names_apart import apart, owners
from twosource.annotate.names_foreign import WHOLE, foreign_names, mend_foreign, split_words
from twosource.annotate.names_foreign_words import foreign_words
from twosource.annotate.names_model import NamesModel, open_model
from twosource.annotate.names_rules import (
    NameWords,
    Ruled,
    apply_rules,
    begin_places,
    join_clubs,
    join_names,
    name_words,
)
from twosource.annotate.names_words import Words, find_words
from twosource.model import Name, Reason, Span


def find_names(draft: Draft) -> Iterator[Name]:
    """Yield every name in the sentences of the draft, in order of position, none overlapping.

    A genitive's ending and a compound around a name belong to its span ("Norges", "EU-landene"), a title does not.
    Dates, currencies, weekdays and words for nationalities are no names.

    Yields:
        Names whose reason is ``names-v1:crf``, or ``names-v1:document`` where the rest of the report changed what the
        model took a mention for, or the rule of `names_rules` that did; the score is the probability of the kind.

    A tagger of the user's own, where the draft names one, goes before the model.

    Raises:
        UsageError: There is no such tagger.
        ModelError: The model is missing or broken.
    """
    if draft.tagger is not None:
        taggers = import_module("twosource.annotate.taggers")
        yield from taggers.names_by(taggers.open_tagger(draft.tagger), draft)
        return
    model, known = open_model(), name_words(draft.language)
    trained = draft.report.language in model.about.groups
    sequences = [find_words(draft.text, sentence.span.start, sentence.span.end) for sentence in draft.sentences]
    foreign = None if trained else foreign_words(draft.language)
    if foreign is not None:
        sequences = [split_words(words, foreign) for words in sequences]
        found = foreign_names(sequences, partial(model.find, sequences, draft.report.language), foreign)
    else:
        found = [Ruled(name) for name in model.find(sequences, draft.report.language)]
        if not trained:
            found = mend_foreign(sequences, found, known, model.knows)
    if not trained:
        found = list(_parted(found, sequences, draft, model.is_given))
    text, said = draft.text, model.about.name
    for before in _joined(sequences, found, known, model):
        words = sequences[before.name.sequence]
        ruled = apply_rules(before, words.texts, known)
        if ruled is None:
            continue
        name = ruled.name
        start = words.starts[name.first]
        named = _closed(text[start : words.end(name.end - 1)])
        span = Span(start, start + len(named))
        rule = ruled.rule or ("names-v1:document" if name.by_document else "names-v1:crf")
        yield Name(span, named, name.kind, Reason(rule, name.score, said, (span,)))


def _closed(words: str) -> str:
    """Return the words of a name without a bracket behind it that opens in front of it ("(dpa)")."""
    return words[:-1] if words[-1:] in (")", "]") and words.count(")") > words.count("(") else words


def _joined(sequences: Sequence[Words], found: list[Ruled], known: NameWords, model: NamesModel) -> list[Ruled]:
    """Return names with what the language's words tell to be part of them."""
    if known.clubs:
        found = list(join_clubs(found, sequences, known))
    if known.begun:
        found = list(begin_places(found, sequences, known))
    if known.legal or known.descent:
        found = list(join_names(found, sequences, known, model.is_first))
    return found


def _parted(
    found: Sequence[Ruled], sequences: Sequence[Words], draft: Draft, is_given: Callable[[str], bool]
) -> Iterator[Ruled]:
    """Yield the names, those that ran together apart; a body that a phrase names whole stays so ("Suomen Pankki")."""
    owned = owners(draft.language)
    for ruled in found:
        if ruled.rule in WHOLE:
            yield ruled
            continue
        for part in apart(ruled.name, sequences[ruled.name.sequence].texts, is_given, owned):
            yield ruled._replace(name=part)
