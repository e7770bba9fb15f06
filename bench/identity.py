"""How well two names are told to be one bearer's: our judgement, and others' likenesses on the same pairs.

Reads ``tests/golden/identity.txt``.  A judgement counts as a find where it is "same"; pairs labelled unsure are no
finds.  Likenesses have no threshold of their own: the best of one half of the pairs is used on the other half, both
ways.  nomenklatura is measured where it is installed (it is no dependency).  ``--misses`` prints what we judged
wrongly.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from anyascii import anyascii
from rapidfuzz import fuzz, utils

from twosource.link import compare_organisations, compare_persons, compare_places

PAIRS = Path(__file__).parent.parent / "tests" / "golden" / "identity.txt"
SCHEMATA = {"person": ("Person", "name"), "organisation": ("Organization", "name"), "place": ("Address", "full")}
Likeness = Callable[["Pair"], float]


class Pair(NamedTuple):
    """Two names with their languages, their kind, the section that they stand in, and the label."""

    kind: str
    section: str
    left: str
    right: str
    languages: tuple[str, str]
    label: str

    @property
    def hard(self) -> bool:
        """Tell whether the pair stands among the hard negatives."""
        return self.section.startswith("hard")


class Score(NamedTuple):
    """Precision, recall and F1 of "same", and how many different bearers were merged."""

    precision: float
    recall: float
    f1: float
    merged: int
    merged_hard: int


def read_pairs(path: Path = PAIRS) -> list[Pair]:
    """Return the labelled pairs."""
    pairs, kind, section = [], "", ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            kind, _, section = (part.strip() for part in line[3:].partition(":"))
        elif line and not line.startswith("#"):
            left, right, label = (part.strip() for part in line.split("|"))
            (a, left), (b, right) = _language(left, kind), _language(right, kind)
            pairs.append(Pair(kind, section, left, right, (a, b), label))
    return pairs


def _language(text: str, kind: str) -> tuple[str, str]:
    code, colon, name = text.partition(": ")
    return (code, name) if colon and kind != "person" else ("und", text)


def judge(pair: Pair) -> str:
    """Return our judgement."""
    if pair.kind == "person":
        return compare_persons(pair.left, pair.right).judgement.value
    compare = compare_places if pair.kind == "place" else compare_organisations
    return compare(pair.left, pair.right, languages=pair.languages).judgement.value


def score(pairs: Sequence[Pair], found: Sequence[bool]) -> Score:
    """Return the score of finds."""
    right = sum(f and p.label == "same" for p, f in zip(pairs, found, strict=True))
    precision = right / sum(found) if any(found) else 1.0
    recall = right / sum(p.label == "same" for p in pairs)
    merged = [p for p, f in zip(pairs, found, strict=True) if f and p.label == "different"]
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return Score(precision, recall, f1, len(merged), sum(p.hard for p in merged))


def by_threshold(pairs: Sequence[Pair], likeness: Likeness) -> list[bool]:
    """Return finds by likeness, each half of the pairs by the threshold that is best on the other."""
    values = [likeness(p) for p in pairs]
    order = list(range(len(pairs)))
    random.Random(7).shuffle(order)
    halves = order[::2], order[1::2]
    found = [False] * len(pairs)
    for train, test in (halves, halves[::-1]):
        some = [pairs[i] for i in train]
        best = max(sorted({values[i] for i in train}), key=lambda t: score(some, [values[i] >= t for i in train]).f1)
        for i in test:
            found[i] = values[i] >= best
    return found


def ratio(pair: Pair) -> float:
    """Return rapidfuzz's WRatio."""
    return fuzz.WRatio(pair.left, pair.right, processor=utils.default_process)


def plain_ratio(pair: Pair) -> float:
    """Return WRatio of both names in plain letters, which other alphabets need."""
    return fuzz.WRatio(anyascii(pair.left), anyascii(pair.right), processor=utils.default_process)


def nomenklatura() -> Likeness | None:
    """Return nomenklatura's logic-v2 as a likeness, or None where it is not installed."""
    try:
        matching = import_module("nomenklatura.matching")
        ftm = import_module("followthemoney")
    except ImportError:
        return None
    algorithm = matching.get_algorithm("logic-v2")
    config = algorithm.default_config()

    def entity(kind: str, name: str) -> object:
        schema, key = SCHEMATA[kind]  # names are kept by the entity's id: each has its own
        return ftm.model.get_proxy({"id": f"{kind}:{name}", "schema": schema, "properties": {key: [name]}})

    def likeness(pair: Pair) -> float:
        return float(algorithm.compare(entity(pair.kind, pair.left), entity(pair.kind, pair.right), config).score)

    return likeness


def line(name: str, kind: str, pairs: Sequence[Pair], found: Sequence[bool]) -> str:
    """Return a row of the table."""
    s = score(pairs, found)
    return (
        f"{name:<24}{kind:<14}{len(pairs):>6}{s.precision:>8.3f}{s.recall:>8.3f}{s.f1:>8.3f}"
        f"{s.merged:>8}{s.merged_hard:>8}"
    )


def main() -> None:
    """Print the table; fail where the floor or the promise on opposites is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="print what we judged wrongly")
    parser.add_argument("--min", type=float, default=0.0, help="fail under this F1, or with merged hard negatives")
    wishes = parser.parse_args()
    pairs = read_pairs()
    start = time.perf_counter()
    said = [judge(p) for p in pairs]
    took = time.perf_counter() - start
    if wishes.misses:
        for p, s in zip(pairs, said, strict=True):
            if p.label != s:
                print(f"{p.kind} [{p.section}] {p.left} | {p.right}: {p.label}, said {s}")
    print(
        f"{len(pairs)} pairs, {dict(Counter(p.label for p in pairs))}, {sum(p.hard for p in pairs)} hard; {took:.2f} s"
    )
    exact = sum(p.label == s for p, s in zip(pairs, said, strict=True))
    print(f"ours, all three answers right: {exact / len(pairs):.3f}")
    print(f"{'':<24}{'kind':<14}{'pairs':>6}{'prec':>8}{'recall':>8}{'F1':>8}{'merged':>8}{'of hard':>8}")
    rows: dict[str, list[bool]] = {"ours": [s == "same" for s in said], "rapidfuzz WRatio": by_threshold(pairs, ratio)}
    rows["WRatio, plain letters"] = by_threshold(pairs, plain_ratio)
    other = nomenklatura()
    if other is None:
        print("(nomenklatura is not installed: left out)")
    else:
        rows["nomenklatura logic-v2"] = by_threshold(pairs, other)
    for name, found in rows.items():
        for kind in ("all", "person", "place", "organisation"):
            some = [i for i, p in enumerate(pairs) if kind in ("all", p.kind)]
            print(line(name, kind, [pairs[i] for i in some], [found[i] for i in some]))
    ours = score(pairs, rows["ours"])
    if ours.f1 < wishes.min or (wishes.min and ours.merged_hard):
        raise SystemExit(f"under the floor: F1 {ours.f1:.3f}, merged opposites {ours.merged_hard}")


if __name__ == "__main__":
    main()
