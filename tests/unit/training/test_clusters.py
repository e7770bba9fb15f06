"""Clusters: which words of the lists are known, with which codes."""

import gzip
import json
from pathlib import Path

import pytest
from training import clusters
from training.clusters import choose, coded, spellings, writing

from twosource.annotate.names_clusters import read_clusters

COMMON = {"Fjord": -9.0, "fjord": -8.0, "FJORD": -14.0, "Bergen": -8.5, "og": -3.0, "på": -3.5}
GROUPS = {"Fjord": 1, "fjord": 3, "Bergen": 2, "og": 1, "på": 5}


def test_spellings_of_a_word_are_one_word_and_the_commonest_comes_first() -> None:
    found = spellings({**COMMON, "a": -1.0, "20-årig": -9.0, "x" * 25: -9.0})
    assert list(found) == ["og", "på", "fjord", "bergen"]
    assert found["fjord"] == {"Fjord": -9.0, "fjord": -8.0, "FJORD": -14.0}


@pytest.mark.parametrize(
    ("ways", "expected"),
    [
        ({"ord": -8.0}, "0"),
        ({"ord": -8.0, "Ord": -11.5}, "0"),
        ({"ord": -8.0, "Ord": -10.0}, "1"),
        ({"ord": -8.0, "Ord": -8.5}, "2"),
        ({"ord": -8.0, "Ord": -7.5}, "3"),
        ({"ord": -8.0, "Ord": -6.0}, "4"),
        ({"Ord": -8.0}, "5"),
        ({"Ord": -9.0, "ORD": -9.0, "ord": -8.5}, "3"),
    ],
)
def test_a_word_is_written_as_it_mostly_is(ways: dict[str, float], expected: str) -> None:
    assert writing("ord", ways) == expected


def test_a_word_has_the_cluster_of_its_commonest_spelling_and_small_words_are_counted() -> None:
    assert dict(coded(GROUPS, COMMON, 3)) == {"og": "80000", "på": "a0000", "fjord": "c0002", "bergen": "40005"}
    assert dict(coded(GROUPS, COMMON, 1)) == {"og": "80000", "bergen": "40005"}
    assert "bergen" not in dict(coded({"og": 1}, COMMON, 3))


def test_a_compound_is_left_out_where_its_end_says_the_same() -> None:
    words = [("fjord", "c0001"), ("storfjord", "c0005"), ("havfjord", "80001"), ("indrehavfjord", "c0001")]
    assert list(choose(iter(words), 9)) == ["fjord", "havfjord", "indrehavfjord"]
    assert list(choose(iter(words), 2)) == ["fjord", "havfjord"]


def test_the_files_are_written_for_the_languages_of_the_choice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, content in (("cluster", GROUPS), ("prob", COMMON)):
        (tmp_path / f"nb_lexeme_{name}.json.gz").write_bytes(gzip.compress(json.dumps(content).encode()))
    choice = tmp_path / "choice.toml"
    choice.write_text('[[list]]\nlanguage = "nb"\nsmall = 3\nmost = 9\n', encoding="utf-8")
    monkeypatch.setattr(clusters, "CHOICE", choice)
    assert clusters.main(["--data", str(tmp_path), "--out", str(tmp_path)]) == 0
    assert capsys.readouterr().out == "nb: 4 words\n"
    assert read_clusters(tmp_path / "nb.clusters").get("bergen") == "40005"
