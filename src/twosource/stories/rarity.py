"""How rare each feature is, learnt from the stream itself; nothing is shipped that was counted in somebody's texts."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

BACKGROUND = 50
"""Reports of other things imagined beside those seen, so that rarity means something among a few."""
LARGEST = 1_000_000
"""Features that are counted; beyond that those seen once are forgotten."""


class Rarity:
    """Counts of reports by feature.  `weight` is the inverse document frequency."""

    def __init__(self, seen: int = 0, counts: Mapping[str, int] | None = None) -> None:
        self.seen = seen
        self.counts: dict[str, int] = dict(counts or {})

    def copy(self) -> Rarity:
        """Return counts of their own, to go on with and throw away."""
        return Rarity(self.seen, self.counts)

    def learn(self, reports: Iterable[Iterable[str]]) -> None:
        """Count the features of reports, once a report."""
        counts = self.counts
        for features in reports:
            self.seen += 1
            for feature in features:
                counts[feature] = counts.get(feature, 0) + 1
        while len(counts) > LARGEST:
            self.counts = counts = {f: n // 2 for f, n in counts.items() if n > 1}
            self.seen //= 2

    def vector(self, features: Mapping[str, float], keep: int) -> dict[str, float]:
        """Return the ``keep`` weightiest features, of length 1 together."""
        counts, total = self.counts, math.log(self.seen + BACKGROUND)
        log = math.log
        weighed = {f: w * (total - log(counts.get(f, 0) + 1)) for f, w in features.items()}
        if len(weighed) > keep:
            weighed = {f: weighed[f] for f in sorted(weighed, key=lambda f: (-weighed[f], f))[:keep]}
        length = math.sqrt(sum(w * w for w in weighed.values())) or 1.0
        return {f: w / length for f, w in weighed.items() if w > 0}
