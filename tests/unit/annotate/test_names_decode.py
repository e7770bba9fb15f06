"""Decoding: stretches between quiet words give the names and the chances that the whole model gives."""

from itertools import pairwise, product
from math import exp, log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from training.export import chain

from twosource.annotate.names_decode import Decoder
from twosource.annotate.names_document import KINDS
from twosource.annotate.names_features import labels_to_spans
from twosource.annotate.names_weights import Weights, pack

LABELS = ("O", "B-person", "I-person", "B-place", "I-place")
TRANSITIONS = {
    ("O", "O"): 2.8,
    ("O", "B-person"): 2.3,
    ("O", "B-place"): 2.5,
    ("B-person", "I-person"): 5.5,
    ("I-person", "I-person"): 5.0,
    ("B-place", "I-place"): 5.8,
    ("I-place", "I-place"): 5.2,
    ("B-person", "O"): 0.4,
    ("I-person", "O"): 0.5,
    ("B-place", "O"): 0.2,
    ("I-place", "O"): 0.1,
}
SCORES = {
    "og": {"B-person": -9.0, "I-person": -8.5, "B-place": -9.0, "I-place": -8.0},
    "av": {"B-person": -12.0, "I-person": -5.0, "B-place": -12.0, "I-place": -3.5},
    "Ola": {"B-person": 4.0, "I-person": 1.0, "B-place": -2.0, "I-place": -3.0},
    "Moen": {"B-person": 1.0, "I-person": 3.0, "B-place": 2.0, "I-place": -1.0},
    "Det": {"B-person": -4.0, "I-person": -6.0, "B-place": -5.0, "I-place": -6.0},
}


@pytest.fixture(scope="module")
def weights() -> Weights:
    scores = {(word, label): weight for word, row in SCORES.items() for label, weight in row.items()}
    return pack(LABELS, TRANSITIONS, scores, chain(LABELS, TRANSITIONS))


def score(weights: Weights, word: str) -> int:
    """Return the packed weights of a word, which is an attribute of its own."""
    return weights.slot(word)("", weights.none)


def by_hand(words: list[str]) -> tuple[list[tuple[int, int, str]], list[dict[str, float]]]:
    """Return the names and, for each word, the chance of each label, from all paths there are."""
    paths = []
    for labels in product(LABELS, repeat=len(words)):
        score = sum(SCORES[word].get(label, 0.0) for word, label in zip(words, labels, strict=True))
        score += sum(TRANSITIONS.get(pair, 0.0) for pair in pairwise(labels))
        paths.append((score, labels))
    most = max(paths)
    whole = log(sum(exp(score) for score, _ in paths))
    chances: list[dict[str, float]] = [dict.fromkeys(LABELS, 0.0) for _ in words]
    for score, labels in paths:
        for chance, label in zip(chances, labels, strict=True):
            chance[label] += exp(score - whole)
    return labels_to_spans(most[1]), chances


@settings(max_examples=40, deadline=None)
@given(words=st.lists(st.sampled_from(sorted(SCORES)), max_size=5))
def test_names_and_their_chances_are_those_of_all_paths(weights: Weights, words: list[str]) -> None:
    spans, chances = by_hand(words)
    (found,) = Decoder(weights).decode([[score(weights, word) for word in words]])
    assert [(name.first, name.end, name.kind) for name in found] == spans
    for name in found:
        exact = [chances[name.first].get("B-" + kind, 0.0) for kind in KINDS]
        assert name.votes == pytest.approx(exact, abs=0.2)


def test_the_sequences_of_a_report_do_not_touch_each_other(weights: Weights) -> None:
    decoder = Decoder(weights)
    one = [score(weights, word) for word in ("og", "Ola", "Moen")]
    two = [score(weights, word) for word in ("Moen", "og", "og", "og", "Ola")]
    alone = [[name[1:3] for name in decoder.decode([sequence])[0]] for sequence in (one, two)]
    together = decoder.decode([one, [], two])
    assert [[name[1:3] for name in names] for names in together] == [alone[0], [], alone[1]]
    assert [name.sequence for names in together for name in names] == [0, 2, 2]


def test_a_report_of_quiet_words_has_no_names(weights: Weights) -> None:
    decoder = Decoder(weights)
    assert decoder.decode([]) == []
    assert decoder.decode([[], [score(weights, "og")] * 40]) == [[], []]


@pytest.mark.parametrize("broken", [b"", b"chain", b"lCRF" + b"\0" * 60, chain(LABELS[:3], TRANSITIONS)])
def test_transitions_that_cannot_be_read_or_are_of_others_are_refused(broken: bytes) -> None:
    with pytest.raises(ValueError, match=r"Invalid|other labels"):
        Decoder(pack(LABELS, TRANSITIONS, {}, broken))
