"""How often whom a pronoun or a role means is found, measured on a file of reports with their chains of mentions.

usage: coreference.py FILE [--limit N] [--notes]

FILE is JSON lines: ``id``, ``language``, ``text`` and ``chains``, each a list of ``[start, end]`` in code points.
Asked for is every speaker without a name of his own (he, the minister) whose chain holds a name before him.
``link`` is what is read, ``nearest`` the person named last before him; ``names`` asks of each name whether the name
before it that was read as the same entity is in its chain.
Prints ``figure precision recall (right/said/asked)``, a line each.
"""

from __future__ import annotations

import argparse
import json
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from twosource.ingest import make_report
from twosource.model import Name, Reading, Speaker
from twosource.pipeline import annotate

Mention = tuple[int, int]


class Chains:
    """The mentions of a report and the chain that each belongs to."""

    def __init__(self, text: str, chains: list[list[Mention]]) -> None:
        self.text = text
        self.chains = [sorted((start, end) for start, end in chain) for chain in chains]

    def of(self, start: int, end: int) -> int | None:
        """Return the chain of the mention that shares most with a stretch, its own extra words counted against it."""
        best: tuple[float, int] | None = None
        for number, chain in enumerate(self.chains):
            at = bisect_left(chain, (start - 400, 0))
            for first, last in chain[at:]:
                if first >= end:
                    break
                shared = min(end, last) - max(start, first)
                if shared > 0:
                    best = max(best or (0.0, -1), (shared / (max(end, last) - min(start, first)), number))
        return None if best is None or best[0] < 0.3 else best[1]

    def around(self, start: int, end: int) -> int | None:
        """Return the chain of a name: of its mention, else of the shortest one that it stands in."""
        number = self.of(start, end)
        holding = [
            (last - first, number)
            for number, chain in enumerate(self.chains)
            for first, last in chain
            if first <= start and end <= last
        ]
        return min(holding)[1] if number is None and holding else number

    def named_before(self, number: int, start: int) -> bool:
        """Tell whether the chain holds a name before ``start``: a mention with a capital inside its sentence."""
        return any(last <= start and _has_name(self.text, first, last) for first, last in self.chains[number])

    def holds(self, number: int, start: int, end: int) -> bool:
        """Tell whether a name belongs to the chain."""
        return self.around(start, end) == number


def _has_name(text: str, first: int, last: int) -> bool:
    """Tell whether a mention has a capital that no start of a sentence accounts for."""
    words = list(re.finditer(r"\w+", text[first:last]))
    inside = [
        w for n, w in enumerate(words) if n or not re.search(r"(^|[.!?\n–-]\s*)$", text[max(0, first - 3) : first])
    ]
    return any(word[0][0].isupper() for word in inside)


def _nameless(speaker: Speaker, names: list[Name]) -> bool:
    """Tell whether a speaker's own words hold no name."""
    return not any(n.span.start < speaker.span.end and speaker.span.start < n.span.end for n in names)


def _before(text: str, name: str, start: int) -> Mention | None:
    """Return where somebody is named last before ``start``: by the whole name, or by its last word alone."""
    last = name.rsplit(maxsplit=1)[-1] if name.split() else name
    found = [m.span() for m in re.finditer(rf"\b{re.escape(last)}", text[:start])]
    if not found:
        return None
    first, end = found[-1]
    whole = end - len(name)
    return (whole, end) if whole >= 0 and text[whole:end] == name else (first, end)


def judge(reading: Reading, chains: Chains) -> Iterator[tuple[str, bool | None, str]]:
    """Yield what is asked of a reading: (figure, right, or None where nothing was said, note)."""
    text = reading.report.text
    names = [n for n in reading.names if n.kind in ("person", "organisation")]
    people = [n for n in names if n.kind == "person"]
    starts = [n.span.start for n in people]
    seen: set[int] = set()
    for speaker in (quote.speaker for quote in reading.quotes if quote.speaker is not None):
        at = speaker.span
        number = chains.of(at.start, at.end) if at.start not in seen and _nameless(speaker, names) else None
        seen.add(at.start)
        if number is None or not chains.named_before(number, at.start):
            continue
        said = _before(text, speaker.name, at.start) if speaker.name else None
        note = f"{speaker.text!r} -> {speaker.name!r}: {text[max(0, at.start - 60) : at.end]!r}"
        yield "link", None if said is None else chains.holds(number, *said), note
        nearest = people[bisect_left(starts, at.start) - 1].span if starts and starts[0] < at.start else None
        yield "nearest", None if nearest is None else chains.holds(number, nearest.start, nearest.end), note
    yield from _names(names, chains)


def _names(names: list[Name], chains: Chains) -> Iterator[tuple[str, bool | None, str]]:
    """Yield for each name whose chain holds an earlier one whether its entity's name before is of the same chain."""
    last: dict[str, int] = {}
    told: set[int] = set()
    for name in names:
        number = chains.of(name.span.start, name.span.end)
        if number is None:
            continue
        before = last.get(name.entity) if name.entity is not None else None
        if before is not None or number in told:
            yield "names", None if before is None else before == number, f"{name.text!r} ({name.entity})"
        told.add(number)
        if name.entity is not None:
            last[name.entity] = number


def read(row: dict[str, Any]) -> tuple[Reading, Chains]:
    """Return the reading and the chains of a row."""
    report = msgspec.structs.replace(make_report(row["text"], source=row["id"]), language=row["language"])
    return annotate(report), Chains(row["text"], row["chains"])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--notes", action="store_true")
    given = parser.parse_args()
    count: Counter[tuple[str, str]] = Counter()
    for line in given.file.read_text(encoding="utf-8").splitlines()[: given.limit]:
        for figure, right, note in judge(*read(json.loads(line))):
            count[figure, "asked"] += 1
            count[figure, "said"] += right is not None
            count[figure, "right"] += bool(right)
            if given.notes and not right and figure == "link":
                print("  " + note.replace("\n", " "))
    for figure in ("link", "nearest", "names"):
        right, said, asked = (count[figure, key] for key in ("right", "said", "asked"))
        print(f"{figure} {right / max(said, 1):.3f} {right / max(asked, 1):.3f} ({right}/{said}/{asked})")


if __name__ == "__main__":
    main()
