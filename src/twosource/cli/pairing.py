"""``twosource group --pairs``: how probable it is that two reports tell of the same event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from twosource.cli.streaming import light_report
from twosource.ingest import Numbered
from twosource.model import Failure, Report
from twosource.stories.pairs import HELD, Judge, Side, side

Words = tuple[str, str, str, str | None]
"""What a side is made of."""


def judge_pairs(objects: Iterator[tuple[str, Numbered]], failures: list[Failure]) -> Iterator[dict[str, Any]]:
    """Yield a line for each pair: how probable it is that both reports tell of the same event."""
    judge = Judge()
    held: list[tuple[str | int, tuple[Side, Side] | list[Failure]]] = []
    made: dict[Words, Side] = {}
    for source, item in objects:
        held.append((item.id, _sides(item, source, made)))
        if len(held) == HELD:
            judge.learn(made.values())
            yield from _judged(judge, held, failures)
            held = []
            made.clear()
    judge.learn(made.values())
    yield from _judged(judge, held, failures)


def _sides(item: Numbered, source: str, made: dict[Words, Side]) -> tuple[Side, Side] | list[Failure]:
    """Return both sides of a pair, or what is wrong with them; a report that is in several pairs is made once."""
    content = item.content
    sides = [content] if isinstance(content, Failure) else [content.get("left"), content.get("right")]
    read = [light_report(one, item, source) for one in sides]
    failed = [one for one in read if isinstance(one, Failure)]
    if failed:
        return failed
    words = [(one.title or "", one.text, one.language, one.url) for one in read if isinstance(one, Report)]
    left, right = (made.get(key) or made.setdefault(key, side(*key)) for key in words)
    return left, right


def _judged(
    judge: Judge, held: Sequence[tuple[str | int, tuple[Side, Side] | list[Failure]]], failures: list[Failure]
) -> Iterator[dict[str, Any]]:
    """Yield the lines of pairs that were held until the rarity of their features and their neighbours were known."""
    pairs = [both for _, both in held if isinstance(both, tuple)]
    probabilities = judge.probabilities(pairs)
    for id, both in held:
        if isinstance(both, list):
            failures.extend(both)
            yield {"id": id, "same_event": None, "failures": both}
        else:
            yield {"id": id, "same_event": round(next(probabilities), 4)}
