"""What the folders of languages promise."""

from pathlib import Path

import pytest

from twosource.errors import TableError, UnknownLanguage, Unsupported
from twosource.language import TABLES, codes, load
from twosource.language.tables import GENERIC, load_or_generic, read_toml


def test_codes_are_sorted_and_leave_out_the_generic_one():
    assert list(codes()) == sorted(codes())
    assert GENERIC not in codes()


@pytest.mark.parametrize("code", codes())
def test_every_other_code_means_the_folder(code: str):
    assert [load(other).code for other in load(code).also] == [code] * len(load(code).also)


def test_an_unknown_language_lists_those_that_there_are():
    with pytest.raises(UnknownLanguage, match=r"no language 'zz'; there are: .*da.*nb"):
        load("zz")


def test_an_unknown_language_falls_back_on_the_generic_one():
    assert load_or_generic("zz").code == GENERIC


def test_a_missing_table_names_the_languages_that_have_it():
    with pytest.raises(Unsupported, match=r"und has no table 'happenings'; languages that have one: .*da.*nb"):
        load(GENERIC).table("happenings")


@pytest.mark.parametrize("code", [*codes(), GENERIC])
def test_missing_and_had_tables_are_all_tables(code: str):
    language = load(code)
    assert {*language.missing(), *(table for table in TABLES if language.has(table))} == set(TABLES)
    assert not any(language.has(table) for table in language.missing())


@pytest.mark.parametrize("content", ["a = ", "[[x]\n", "lørdag = 1"])
def test_a_broken_table_names_its_file(tmp_path: Path, content: str):
    path = tmp_path / "broken.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(TableError, match=r"broken\.toml"):
        read_toml(path)


def test_a_table_that_is_not_there_names_its_file(tmp_path: Path):
    with pytest.raises(TableError, match="no such table"):
        read_toml(tmp_path / "none.toml")
