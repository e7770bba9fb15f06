"""Copies: reports whose words stand, nearly all, in another report of the same language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from twosource.language import tokenize
from twosource.model import Report

RULE = "copies-v1"
LENGTH = 5
"""Words in a row that are compared."""
CONTAINED = 0.7
"""The share of a report's runs of words that must stand in another for it to be a copy."""
FEWEST = 12
"""Runs below which a report is too short to tell."""


def shingles(report: Report) -> frozenset[int]:
    """Return the hashes of every run of `LENGTH` words of a report's body."""
    words = [token.fold for token in tokenize(report.text, report.body) if token.text[0].isalnum()]
    return frozenset(hash(tuple(words[n : n + LENGTH])) for n in range(len(words) - LENGTH + 1))


def find_copies(reports: Sequence[Report]) -> dict[str, str]:
    """Return, for each report that is a copy, the id of the report that it is a copy of.

    The earlier one by date is the original; where no date tells, the longer one, then the one given first.
    """
    runs = [shingles(report) for report in reports]
    where: dict[int, list[int]] = defaultdict(list)
    for number, found in enumerate(runs):
        for run in found:
            where[run].append(number)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for numbers in where.values():
        for position, first in enumerate(numbers):
            for second in numbers[position + 1 :]:
                shared[first, second] += 1
    copies: dict[str, str] = {}
    for (first, second), count in sorted(shared.items()):
        smaller = min(len(runs[first]), len(runs[second]))
        if smaller >= FEWEST and count >= CONTAINED * smaller:
            original, copy = _ordered(reports, runs, first, second)
            copies.setdefault(reports[copy].id, reports[original].id)
    return copies


def _ordered(reports: Sequence[Report], runs: Sequence[frozenset[int]], first: int, second: int) -> tuple[int, int]:
    """Return (original, copy) of two reports."""

    def key(number: int) -> tuple[str, int, int]:
        return (reports[number].published or "9", -len(runs[number]), number)

    return (first, second) if key(first) <= key(second) else (second, first)
