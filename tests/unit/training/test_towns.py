"""Towns: which of GeoNames' are known, under which names, and how large."""

import json
from pathlib import Path

import pytest
from training import towns
from training.towns import Choice, Home, Town, keys, sizes

CHOICE = Choice(
    everywhere=1000, other_names=5000, sizes=(100, 1000), home=(Home("nb", frozenset({"NO"}), inhabitants=50),)
)


def town(name: str, inhabitants: int, country: str = "NO", others: tuple[str, ...] = ()) -> Town:
    return Town(name, country, inhabitants, others)


def test_small_towns_are_known_at_home_only_and_each_name_at_its_largest() -> None:
    listed = [town("Vik", 60), town("Vik", 400), town("Lunden", 2000, "DK"), town("Hagen", 60, "DK")]
    assert sizes(listed, CHOICE) == {"all": {"2": "lunden"}, "nb": {"1": "vik"}}


def test_names_in_other_languages_count_for_large_towns_and_words_are_joined() -> None:
    others = ("Nyby", "Нибю", "NBY")
    assert list(keys(town("Ny By", 6000, others=others), CHOICE)) == ["ny_by", "nyby"]
    assert list(keys(town("Ny By", 600, others=others), CHOICE)) == ["ny_by"]


@pytest.mark.parametrize("name", ["Å", "by", "NBY", "Den Nye Store By", "By 3"])
def test_what_is_short_small_loud_long_or_numbered_is_no_key(name: str) -> None:
    assert list(keys(town(name, 600), CHOICE)) == []


def test_the_file_is_written_for_the_languages_of_the_choice(tmp_path: Path) -> None:
    rows = {"1": {"name": "Nordstadt", "countrycode": "DE", "population": 700, "alternatenames": []}}
    (tmp_path / "towns").write_text(json.dumps(rows), encoding="utf-8")
    assert towns.main(["--data", str(tmp_path / "towns"), "--out", str(tmp_path)]) == 0
    assert json.loads((tmp_path / "towns.json").read_text(encoding="utf-8")) == {"de": {"0": "nordstadt"}}
