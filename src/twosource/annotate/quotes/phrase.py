"""A noun phrase as the reader of quotes knows it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
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
