"""Names that ran together in a language without a model: whose something is, who works there, who passed it on.

Rule: names-v1:apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any

from twosource.annotate.names_document import Settled
from twosource.annotate.press import media_names
from twosource.language import Language, tokenize

FULL = 2
"""How many words a person's full name has at least."""


@cache
def owners(language: Language) -> frozenset[str]:
    """Return the names of territories with the ending that makes them owners ("Norjan"), none where there is none."""
    places: dict[str, Any] = dict(language.table("places")) if language.has("places") else {}
    ending = places.get("owner", "")
    rows = places.get("territory", ()) if ending else ()
    return frozenset(name + ending for row in rows for name in (row["name"], *row.get("also", ())))


def apart(
    name: Settled, words: Sequence[str], is_given: Callable[[str], bool], owned: frozenset[str]
) -> Iterator[Settled]:
    """Yield a name, or the names of which it is made, in order.

    A person's name begins with a given one: other words in front are a body's ("spółki Dunajec Jan Nowak").  A medium
    at its end passes on what he says ("Pekka Salo Reutersin mukaan").  A territory in front owns what follows it.

    Args:
        name: The name as it was found.
        words: The words of its sequence.
        is_given: Tells whether a word in lower case is a given name.
        owned: The words that `owners` gives.
    """
    first, end, kind = name.first, name.end, name.kind
    if end - first >= FULL and words[first] in owned:
        yield name._replace(end=first + 1, kind="place")
        yield name._replace(first=first + 1, kind="place" if kind == "person" and end - first == FULL else kind)
        return
    if kind == "person" and end - first > FULL and _is_medium(words[end - 1]):
        yield name._replace(end=end - 1)
        yield name._replace(first=end - 1, kind="organisation")
        return
    if kind == "person" and end - first > FULL and not is_given(words[first].lower()):
        given = next((at for at in range(first + 1, end - 1) if is_given(words[at].lower())), first)
        if given > first and first > 0 and words[first - 1].islower():
            yield name._replace(end=given, kind="organisation")
            yield name._replace(first=given)
            return
    yield name


def _is_medium(word: str) -> bool:
    """Tell whether a word is the name of an agency or outlet as it stands."""
    tokens = tokenize(word)
    hit = media_names().longest(tokens, 0) if tokens else None
    return hit is not None and hit[0] == len(tokens)
