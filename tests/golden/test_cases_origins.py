"""Fourteen stories about who says so: on how many parties a fact stands, and through whom it came.

The floors are over all cases together; the scores are those of ``test_cases``.
"""

from pathlib import Path

import pytest
from tests.golden.test_cases import scored as score_cases

CASES = tuple(sorted(path.parent for path in (Path(__file__).parent / "cases_origins").glob("*/gold.json")))
FLOORS = {
    "language": 1.0,
    "stories": 1.0,
    "alignment": 0.95,
    "verdict": 0.92,
    "values": 0.95,
    "origins": 0.95,
    "quotes": 0.95,
    "independence": 0.9,
    "two_source_rule": 0.9,
    "met_precision": 1.0,
}


def scored():
    """Return the score of these cases, and the misses."""
    return score_cases(CASES)


def test_there_are_cases():
    assert len(CASES) >= 14


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_floor(name):
    score = scored()

    assert score.share(name) >= FLOORS[name], "\n".join(w for w in score.wrong if w.startswith(name))


def test_no_conflict_is_invented():
    assert scored().right["false_conflicts"] == 0, [w for w in scored().wrong if w.startswith("false")]
