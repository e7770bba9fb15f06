"""Verbs of two parts: the particle that "teilte ... mit" and "legger ... til" leave to the end of their clause."""

from __future__ import annotations

from twosource.annotate.quotes.reader import Reader

LONGEST_CLAUSE = 20
"""How many tokens behind the verb the particle may stand."""
BETWEEN = 5
"""So many tokens, a time most often, may stand between a speaker and the particle."""


def particle_after(reader: Reader, index: int, limit: int) -> int:
    """Return the token behind the particle that a parted verb leaves to the end ("teilte ... mit"), or ``index``."""
    particles = reader.grammar.split.get(reader.tokens[index].fold)
    if particles is None:
        return index
    for at in range(index + 1, min(index + LONGEST_CLAUSE, limit)):
        if reader.tokens[at].fold in particles and (at + 1 >= limit or not reader.is_word(at + 1)):
            return at + 1
        if reader.char(at) in ".,:;!?":
            break
    return index


def particle_behind(reader: Reader, index: int, speaker: int, limit: int) -> int | None:
    """Return the token behind the particle of the verb at ``index`` whose subject ends before ``speaker``, else None.

    A time or place may stand between them; with an object between, something else is told: "gab den Namen bekannt".
    """
    if reader.tokens[speaker].fold in reader.grammar.split[reader.tokens[index].fold]:
        return speaker + 1
    end = particle_after(reader, index, limit)
    between = range(speaker, end - 1)
    objects = any("determiner" in reader.classes(at) and not _led(reader, at) for at in between)
    return None if objects or not 0 < len(between) <= BETWEEN else end


def _led(reader: Reader, index: int) -> bool:
    """Tell whether a preposition stands right in front of a token."""
    return "preposition" in reader.classes(index - 1)
