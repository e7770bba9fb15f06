"""A noun phrase as the reader of quotes knows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from twosource.annotate.draft import Draft
from twosource.language import PhraseTable, Token
from twosource.language.tables import read_toml

PARTIES = Path(__file__).parent.parent.parent / "data" / "parties.toml"


class Phrase(NamedTuple):
    """A noun phrase: tokens ``first`` to ``last`` (exclusive); what stands before ``core`` is without attachments.

    ``name`` is the range of the proper name that it is about, None where it has none; ``of`` the phrase that an
    attachment or apposition adds ("en uttalelse fra X"); ``genitive`` tells that it owns the noun behind it.
    """

    first: int
    last: int
    core: int
    name: tuple[int, int] | None = None
    of: Phrase | None = None
    genitive: bool = False


def proper_names(draft: Draft, kinds: Sequence[frozenset[str]], capital_nouns: bool) -> dict[int, tuple[int, str]]:
    """Return the names of a draft: first token -> (end, kind); an office is none where all nouns have capitals.

    Args:
        draft: The draft, its names found.
        kinds: The classes of each token's word.
        capital_nouns: Whether the language writes all nouns with a capital.
    """
    found: dict[int, tuple[int, str]] = {}
    for name in draft.names:
        covered = draft.token_range(name.span)
        office = capital_nouns and len(covered) == 1 and "person" in kinds[covered.start]
        if covered and not office:
            found[covered.start] = (covered.stop, name.kind)
    for first, last, _ in known_bodies().find(draft.tokens):
        if draft.tokens[first].text[0].isupper() and found.get(first, (first, ""))[0] < last:
            found[first] = (last, "organisation")
    return found


@cache
def known_bodies() -> PhraseTable[bool]:
    """Return the names of organisations of data/parties.toml that have three words, or go on with a small letter."""
    return PhraseTable((" ".join("=" + word for word in name.split()), True) for name in _long_names())


def _long_names() -> Iterator[str]:
    for row in read_toml(PARTIES).get("organisation", ()):
        names: str | list[str] = row["names"]
        for name in names.split("|") if isinstance(names, str) else names:
            if len(name.split()) > 2 or any(word[0].islower() for word in name.split()[1:]):
                yield name.strip()


def marks(tokens: Sequence[Token]) -> list[str]:
    """Return the texts of tokens; a comma or point between two digits ("5,6") is a digit's, and no mark."""
    texts = [token.text for token in tokens]
    for index in [at for at, text in enumerate(texts) if text in (",", ".")]:
        if 0 < index < len(tokens) - 1 and texts[index - 1].isdigit() and texts[index + 1].isdigit():
            before, token, after = tokens[index - 1 : index + 2]
            if before.end == token.start and token.end == after.start:
                texts[index] = "0"
    return texts


def past_ending(tokens: Sequence[Token], index: int) -> int:
    """Return the token behind an ending that a colon at ``index`` ties to a word ("EU:s"), else ``index``."""
    if not 0 < index < len(tokens) - 1 or tokens[index].text != ":" or not tokens[index + 1].text.islower():
        return index
    tied = tokens[index - 1].end == tokens[index].start and tokens[index].end == tokens[index + 1].start
    return index + 2 if tied else index
