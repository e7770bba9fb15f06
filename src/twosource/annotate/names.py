"""Names of persons, organisations, places and other things.

Needs: sentences.  Gives: names.  Model: ``data/model`` (see its card), one for all languages; a language that it was
not trained on is read by the shape of its words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module

from twosource.annotate.draft import Draft
from twosource.annotate.names_apart import apart, owners
from twosource.annotate.names_model import NamesModel, open_model
from twosource.annotate.names_rules import (
    NameWords,
    Ruled,
    apply_rules,
    begin_places,
    find_places,
    inside_words,
    is_mere_head,
    join_clubs,
    join_names,
    name_words,
    without_head,
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
    sequences = [find_words(draft.text, sentence.span.start, sentence.span.end) for sentence in draft.sentences]
    found = [Ruled(name) for name in model.find(sequences, draft.report.language)]
    if draft.report.language not in model.about.groups:
        found = _mend_foreign(sequences, found, known, model)
        found = [
            ruled._replace(name=part)
            for ruled in found
            for part in apart(ruled.name, sequences[ruled.name.sequence].texts, model.is_given, owners(draft.language))
        ]
    for before in _joined(sequences, found, known, model):
        words = sequences[before.name.sequence]
        ruled = apply_rules(before, words.texts, known)
        if ruled is None:
            continue
        name = ruled.name
        span = _closed(draft.text, Span(words.starts[name.first], words.end(name.end - 1)))
        rule = ruled.rule or ("names-v1:document" if name.by_document else "names-v1:crf")
        reason = Reason(rule=rule, score=name.score, text=model.about.name, spans=(span,))
        yield Name(span=span, text=draft.report.read(span), kind=name.kind, reason=reason)


def _closed(text: str, span: Span) -> Span:
    """Return the span of a name without a bracket behind it that opens in front of it ("(dpa)")."""
    words = text[span.start : span.end]
    return Span(span.start, span.end - 1) if words[-1:] in (")", "]") and words.count(")") > words.count("(") else span


def _joined(sequences: Sequence[Words], found: list[Ruled], known: NameWords, model: NamesModel) -> list[Ruled]:
    """Return names with what the language's words tell to be part of them."""
    if known.clubs:
        found = list(join_clubs(found, sequences, known))
    if known.begun:
        found = list(begin_places(found, sequences, known))
    if known.legal or known.descent:
        found = list(join_names(found, sequences, known, model.is_first))
    return found


def _mend_foreign(
    sequences: Sequence[Words], found: Sequence[Ruled], known: NameWords, model: NamesModel
) -> list[Ruled]:
    """Return names of a language without a model: heads of sentences cut off, places found behind words."""
    inside, taken = inside_words(sequences), [set[int]() for _ in sequences]
    kept = []
    for ruled in found:
        name = ruled.name
        if not is_mere_head(name, sequences[name.sequence].texts, inside, model.knows):
            kept.append(ruled._replace(name=without_head(name, sequences[name.sequence].texts, known)))
            taken[name.sequence].update(range(name.first, name.end))
    for number, words in enumerate(sequences):
        kept.extend(find_places(number, words.texts, taken[number], known))
    return sorted(kept, key=lambda ruled: (ruled.name.sequence, ruled.name.first))
