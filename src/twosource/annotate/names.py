"""Names of persons, organisations, places and other things.

Needs: sentences.  Gives: names.  Model: ``data/model`` (see its card), one for all languages; a language that it was
not trained on is read by the shape of its words.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from twosource.annotate.draft import Draft
from twosource.annotate.names_model import open_model
from twosource.annotate.names_words import find_words
from twosource.language import Language
from twosource.model import Name, Reason, Span


def find_names(draft: Draft) -> Iterator[Name]:
    """Yield every name in the sentences of the draft, in order of position, none overlapping.

    A genitive's ending and a compound around a name belong to its span ("Norges", "EU-landene"), a title does not.
    Dates, currencies, weekdays and words for nationalities are no names.

    Yields:
        Names whose reason is ``names-v1:crf``, or ``names-v1:document`` where the rest of the report changed what the
        model took a mention for; the score is the probability of the kind.

    Raises:
        ModelError: The model is missing or broken.
    """
    model = open_model()
    sequences = [find_words(draft.text, sentence.span.start, sentence.span.end) for sentence in draft.sentences]
    never = never_names(draft.language)
    for found in model.find(sequences, draft.report.language):
        words = sequences[found.sequence]
        if found.end - found.first == 1 and words.texts[found.first].casefold() in never:
            continue
        span = Span(words.starts[found.first], words.end(found.end - 1))
        rule = "names-v1:document" if found.by_document else "names-v1:crf"
        reason = Reason(rule=rule, score=found.score, text=model.about.name, spans=(span,))
        yield Name(span=span, text=draft.report.read(span), kind=found.kind, reason=reason)


@cache
def never_names(language: Language) -> frozenset[str]:
    """Return the words, casefolded, that are no name by themselves; none where the language has no table of names."""
    if not language.has("names"):
        return frozenset()
    words: str = language.table("names").get("never", "")
    return frozenset(word.strip().casefold() for word in words.split(",") if word.strip())
