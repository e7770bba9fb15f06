"""Clusters: kept words are found with their codes, others hardly ever, and a broken file is named."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.annotate.names_clusters import (
    ClusterFiles,
    Clusters,
    beside_features,
    end_features,
    own_features,
    path_of,
    read_clusters,
    write_clusters,
)
from twosource.errors import ModelError

CODES = {"fjord": "a1b20", "berg": "a1b24", "bergen": "c0005", "torsk": "a1b20"}


@pytest.fixture
def clusters(tmp_path: Path) -> Clusters:
    write_clusters(CODES, tmp_path / "nb.clusters")
    return read_clusters(tmp_path / "nb.clusters")


def test_words_have_the_codes_that_were_written(clusters: Clusters) -> None:
    assert {word: clusters.get(word) for word in CODES} == CODES
    assert len(clusters) == len(CODES)


@given(st.dictionaries(st.text(min_size=1), st.sampled_from(["00000", "a1b25", "ffff3"]), max_size=300))
def test_any_words_are_found_again(tmp_path_factory: pytest.TempPathFactory, codes: dict[str, str]) -> None:
    path = tmp_path_factory.mktemp("clusters") / "any.clusters"
    write_clusters(codes, path)
    found = read_clusters(path)
    assert {word: found.get(word) for word in codes} == codes


def test_of_many_words_that_are_not_there_less_than_one_in_two_hundred_is_mistaken(tmp_path: Path) -> None:
    write_clusters({f"there{number}": f"{number % 50:04x}0" for number in range(20_000)}, tmp_path / "x.clusters")
    found = read_clusters(tmp_path / "x.clusters")
    assert sum(1 for number in range(20_000) if found.get(f"other{number}")) < 100


def test_a_genitive_has_the_code_of_its_word(clusters: Clusters) -> None:
    assert clusters.of("bergens") == clusters.of("bergen's") == "c0005"
    assert clusters.of("oslos") == ""
    assert clusters.of("") == ""


def test_a_compound_has_the_code_of_its_longest_known_end(clusters: Clusters) -> None:
    assert clusters.of_end("storfjord") == "a1b20"
    assert clusters.of_end("nordbergen") == "c0005"
    assert clusters.of_end("oslo") == ""


def test_a_way_down_the_tree_begins_with_its_first_step() -> None:
    assert path_of(0b1) == "8000"
    assert path_of(0b1011) == "d000"
    assert path_of(0) == "0000"
    assert path_of(1 << 15) == "0001"


def test_the_same_codes_give_the_same_bytes_in_any_order(tmp_path: Path) -> None:
    write_clusters(CODES, tmp_path / "one")
    write_clusters(dict(reversed(CODES.items())), tmp_path / "two")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_more_codes_than_can_be_numbered_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="4097 codes"):
        write_clusters({f"w{number}": f"{number:05x}" for number in range(4097)}, tmp_path / "x")


def test_a_folder_has_the_clusters_of_its_languages(tmp_path: Path) -> None:
    write_clusters(CODES, tmp_path / "nb.clusters")
    files = ClusterFiles(tmp_path)
    assert list(files) == ["nb"]
    assert len(files) == 1
    assert files["nb"].get("fjord") == "a1b20"
    assert files.get("da") is None


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"sizes": b"\1\1\1"}, "do not go together"),
        ({"sizes": b"\4\0\0"}, "do not go together"),
        ({"high": b""}, "do not go together"),
    ],
)
def test_a_file_whose_parts_do_not_fit_is_named(change: dict[str, bytes], message: str, tmp_path: Path) -> None:
    path = tmp_path / "nb.clusters"
    write_clusters(CODES, path)
    path.write_bytes(msgspec.msgpack.encode({**msgspec.msgpack.decode(path.read_bytes()), **change}))
    with pytest.raises(ModelError, match=rf"nb\.clusters.*{message}"):
        read_clusters(path)


def test_a_broken_or_missing_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "nb.clusters").write_bytes(b"?")
    for name in ("nb.clusters", "nn.clusters"):
        with pytest.raises(ModelError, match=name):
            read_clusters(tmp_path / name)


def test_features_name_the_ways_down_the_tree_and_the_writing() -> None:
    assert [*own_features("nb", "a1b25", "^")] == [
        *[("b", "nba"), ("b", "nba1"), ("b", "nba1b"), ("b", "nba1b2")],
        *[("q", "nb5^"), ("bq", "nba15")],
    ]
    assert [*own_features("nb", "", "^")] == [("b-", "nb^")]
    assert [*end_features("nb", "a1b25")] == [("bt", "nba1"), ("bt", "nba1b2"), ("btq", "nb5")]
    assert [*end_features("nb", "")] == [("bt-", "nb")]
    assert [*beside_features("nb", "a1b25", "-1")] == [("-1b", "nba1"), ("-1b", "nba1b2")]
    assert [*beside_features("nb", "", "-1")] == []
