"""The lists behind the gazetteer."""

from pathlib import Path

import pytest
from training.gazetteers import read_gazetteers

FOLDER = Path(__file__).parents[3] / "training" / "gazetteers"


def test_entries_are_divided_as_the_stage_divides_words(tmp_path: Path) -> None:
    table = '[[list]]\nclass = "company"\nentries = "Berg & Dal, H&M, Lund\'s,\\n Ås"\n'
    (tmp_path / "a.toml").write_text(table, encoding="utf-8")
    (tmp_path / "b.toml").write_text('[[list]]\nclass = "end"\nentries = "*laget, *lag"\n', encoding="utf-8")
    assert read_gazetteers(tmp_path) == {
        "company": ["Berg & Dal", "H & M", "Lund 's", "Ås"],
        "end": ["*lag", "*laget"],
    }


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_each_list_says_where_it_comes_from(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("# Source: ")


def test_the_lists_know_countries_in_every_language_of_the_model() -> None:
    countries = read_gazetteers()["country"]
    assert {"Norge", "Noreg", "Norwegen", "Noruega", "Norway"} <= set(countries)
