"""Names in languages that no model was trained on.

Such a language writes a large initial only in names and at the head of a sentence.  Where it has tables that tell of
its names, they are found by them (`names_foreign_runs`, `names_foreign_kinds`), and the model is one voice of several.
Where it has none, what the model found is all, without mere heads of sentences.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence

from twosource.annotate.names_document import Settled
from twosource.annotate.names_features import may_begin
from twosource.annotate.names_foreign_kinds import Kinds
from twosource.annotate.names_foreign_runs import Report, Sentence, Voice
from twosource.annotate.names_foreign_words import ForeignWords
from twosource.annotate.names_rules import NameWords, Ruled, inside_words
from twosource.annotate.names_words import Words

_PLACE = "place"
_GUESS = 0.5
LONGEST_ARTICLE = 3
"""Letters of the longest article that a name may begin with ("Le Monde", "Los Angeles")."""
_NEAR = "names-v1:near"
WHOLE = frozenset(("names-v1:phrase", "names-v1:body", "names-v1:company", "names-v1:list"))
"""Rules that find names of several words as a whole, none of which is a name of its own."""


def split_words(words: Words, known: ForeignWords) -> Words:
    """Return words with elided articles apart ("l'Union") and endings behind a colon joined to theirs ("Oy:n")."""
    whole = "".join(words.texts)
    if ":" not in whole and not (known.elided and ("'" in whole or "’" in whole)):
        return words
    texts: list[str] = []
    following, end = [*words.texts[1:], ""], -1
    for index, (word, start) in enumerate(zip(words.texts, words.starts, strict=True)):
        touches, end = end == start, start + len(word)
        if touches and _goes_on(texts[-1], word, following[index], known):
            texts[-1] += word
            continue
        cut = _elided(word, known.elided, first=not index or may_begin(words.texts, index))
        if cut:
            texts.append(word[:cut])
        texts.append(word[cut:])
    return words.cut(texts)


def _goes_on(last: str, word: str, following: str, known: ForeignWords) -> bool:
    """Tell whether a word that touches the last one is a colon with an ending behind it, or that ending."""
    if word == ":":
        return last[0].isupper() and following in known.colons
    return last[-1] == ":" and len(last) > 1 and word in known.colons


def _elided(word: str, elided: Container[str], *, first: bool) -> int:
    """Return where the name begins behind an article with an apostrophe, 0 where there is none.

    A large article is one at the head of a sentence alone: elsewhere it is part of a name ("D'Alema").
    """
    cut = max(word.find("'"), word.find("’")) + 1 if elided else 0
    head = word[: max(cut - 1, 0)]
    return cut if cut < len(word) and head.casefold() in elided and (first or head.islower()) else 0


def foreign_names(
    sequences: Sequence[Words], find: Callable[[], Iterable[Settled]], known: ForeignWords
) -> list[Ruled]:
    """Return the names of a report by the tables of its language, in order of position.

    Args:
        sequences: The words of its sentences, as `split_words` leaves them.
        find: Gives what the model takes for names; it is asked where the tables leave something open.
        known: The tables.
    """
    model = Voice(find)
    report = Report(sequences, model, known)
    sentences = [Sentence(number, words, report) for number, words in enumerate(sequences)]
    kinds = Kinds(known, model)
    judged = [(s, run, kinds.first(s, run)) for s in sentences for run in s.runs()]
    for sentence, run, verdict in judged:
        kinds.learn(sentence.folds[run.first : run.end], verdict)
    names = []
    for sentence, run, verdict in judged:
        kind, score, rule = kinds.settle(sentence, run, verdict)
        first = kinds.begin(sentence, run)
        names.append(Ruled(Settled(sentence.number, first, run.end, kind, score, by_document=False), rule))
    return names


def mend_foreign(
    sequences: Sequence[Words], found: Sequence[Ruled], known: NameWords, knows: Callable[[str], bool]
) -> list[Ruled]:
    """Return the names of a language without tables: heads of sentences cut off, places found behind words."""
    inside, taken = inside_words(sequences), [set[int]() for _ in sequences]
    kept = []
    for ruled in found:
        name = ruled.name
        if not is_mere_head(name, sequences[name.sequence].texts, inside, knows):
            kept.append(ruled._replace(name=without_head(name, sequences[name.sequence].texts, known)))
            taken[name.sequence].update(range(name.first, name.end))
    for number, words in enumerate(sequences):
        kept.extend(find_places(number, words.texts, taken[number], known))
    return sorted(kept, key=lambda ruled: (ruled.name.sequence, ruled.name.first))


def find_places(sequence: int, words: Sequence[str], taken: Container[int], known: NameWords) -> Iterator[Ruled]:
    """Yield as places the words with a large initial behind a word of place that are not ``taken`` by another name.

    Abbreviations, which are bodies more often, are left out.
    """
    for index in range(1, len(words)):
        word = words[index]
        named = word[0].isupper() and len(word) > 2 and word[1:].islower()
        if named and index not in taken and words[index - 1].casefold() in known.near:
            yield Ruled(Settled(sequence, index, index + 1, _PLACE, _GUESS, by_document=False), _NEAR)


def without_head(name: Settled, words: Sequence[str], known: NameWords) -> Settled:
    """Return a name without the words in front that are none of it: "Volgens de" of "Volgens de WHO".

    Small words never begin a name; the first word of a sentence that is no name by itself goes where a small word
    follows, or where it is too long for an article, which a name may begin with.
    """
    first, last = name.first, name.end - 1
    if first < last and may_begin(words, first) and words[first].casefold() in known.never:
        first += words[first + 1].islower() or len(words[first]) > LONGEST_ARTICLE
    while first < last and words[first].islower():
        first += 1
    return name._replace(first=first)


def is_mere_head(name: Settled, words: Sequence[str], inside: frozenset[str], knows: Callable[[str], bool]) -> bool:
    """Tell whether a single word is large for no other sign than that it begins its sentence.

    The word counts as a name where the report writes it so inside a sentence too, where lists know it, or where it has
    a second large letter.
    """
    word = words[name.first]
    if name.end - name.first > 1 or not may_begin(words, name.first):
        return False
    return word.casefold() not in inside and not knows(word.lower()) and not any(c.isupper() for c in word[1:])
