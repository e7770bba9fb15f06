"""Make ``data/model/near.json``: how words are spelt in languages that are near to each other.

    python -m training.languages CORPORA

``CORPORA`` is the folder of the names corpora (``xx-train.jsonl``); of each language that another calls near, the
running text of its train part is taken.  A language's weight for a piece of a word (its first or last letters, or the
whole of it) is the logarithm of how often its words have that piece, against the mean of all (naive Bayes with add-one
smoothing).  The weights hold no text: pieces are of at most five letters, and of whole words only the common ones.
Deterministic: the same corpora give the same bytes.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from math import log
from pathlib import Path

from twosource.language.pieces import pieces
from twosource.language.tables import codes, load

WORD = re.compile(r"[^\W\d_]+")
TARGET = Path(__file__).parent.parent / "src/twosource/data/model/near.json"
SEEN = 6
"""How often a piece must stand in the texts of all languages together."""
TELLS = 0.5
"""How far a piece's likeliest language must lie above the mean."""
KEPT = 14_000
"""How many pieces are kept, the most telling first."""


def family() -> list[str]:
    """Return the languages of the largest group that are near to each other."""
    return sorted({code for code in codes() if sum(code in load(other).near for other in codes()) > 1})


def count(path: Path) -> Counter[str]:
    """Return how often each piece of a word stands in the texts of a corpus."""
    found: Counter[str] = Counter()
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            for match in WORD.finditer(json.loads(line)["text"]):
                word = match.group()
                if word.islower():
                    found.update(pieces(word))
    return found


def weigh(counts: dict[str, Counter[str]]) -> dict[str, list[float]]:
    """Return for each telling piece the weight of each language, in the order of ``counts``."""
    vocabulary = sorted(set().union(*counts.values()))
    totals = {code: sum(found.values()) + len(vocabulary) for code, found in counts.items()}
    rows = []
    for piece in vocabulary:
        seen = [found[piece] for found in counts.values()]
        if sum(seen) < SEEN:
            continue
        logs = [log((n + 1) / totals[code]) for n, code in zip(seen, counts, strict=True)]
        mean = sum(logs) / len(logs)
        weights = [round(value - mean, 1) for value in logs]
        if max(weights) >= TELLS:
            rows.append((-max(weights) * log(sum(seen)), piece, weights))
    return {piece: weights for _, piece, weights in sorted(sorted(rows)[:KEPT], key=lambda row: row[1])}


def main(folder: str) -> None:
    """Write the table from the corpora in ``folder``."""
    members = [code for code in family() if (Path(folder) / f"{code}-train.jsonl").is_file()]
    counts = {code: count(Path(folder) / f"{code}-train.jsonl") for code in members}
    table = {"codes": members, "pieces": weigh(counts)}
    TARGET.write_text(json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    sys.stdout.write(f"{TARGET}: {len(table['pieces'])} pieces of {', '.join(members)}\n")


if __name__ == "__main__":
    main(sys.argv[1])
