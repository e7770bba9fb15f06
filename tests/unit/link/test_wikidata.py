"""Links to Wikidata from a file of the user's."""

import pytest

import twosource
from twosource.errors import UsageError
from twosource.link.wikidata import WikidataLinks
from twosource.model import Entity

TSV = (
    "Oleg Sukhov\tOleh Suchow|O. Sukhov\tQ101\tperson\n"
    "Petra Novak\t\tQ102\tperson\n"
    "Petra Novak\t\tQ103\tperson\n"
    "Grisvåg Rederi\tGrisvaag Shipping\tQ104\torganisation\n"
)


def entity(name, kind="person", **names):
    return Entity("e1", kind, name, {code: (form,) for code, form in names.items()})


@pytest.fixture
def links(tmp_path):
    (tmp_path / "links.tsv").write_text(TSV, encoding="utf-8")
    return WikidataLinks(str(tmp_path / "links.tsv"))


@pytest.mark.parametrize("name", ["Oleg Sukhov", "Oleg Soukhov", "Олег Сухов"])
def test_a_person_is_linked_under_every_spelling(links, name):
    assert links.of(entity(name)) == "Q101"


@pytest.mark.parametrize("name", ["Sukhov", "Igor Sukhov", "Petra Novak"])
def test_what_is_not_sure_is_not_linked(links, name):
    """A bare surname, another first name, and a name that two numbers bear."""
    assert links.of(entity(name)) is None


def test_kinds_must_agree_and_any_form_counts(links):
    assert links.of(entity("Rederiet", "organisation", nb="Grisvåg Rederi")) == "Q104"
    assert links.of(entity("Grisvåg Rederi", "place")) is None


def test_json_lines_are_read_and_a_dossier_is_filled(tmp_path):
    file = tmp_path / "links.jsonl"
    file.write_text(
        '{"name": "Petra Novak", "aliases": ["P. Novak"], "qid": "Q7", "kind": "person"}\n', encoding="utf-8"
    )
    report = twosource.make_report("Politimester Petra Novak sier at to personer er funnet i Oslo.", source="a")

    dossier = twosource.compare(report, language="nb", wikidata=str(file))

    assert [e.wikidata for s in dossier.stories for e in s.entities if e.name == "Petra Novak"] == ["Q7"]


@pytest.mark.parametrize(
    ("line", "message"),
    [("Petra Novak\tQ1", "2 columns"), ("Petra Novak\t\t17\tperson", "'17'"), ('{"name": "A"}', "name, aliases, qid")],
)
def test_a_broken_line_is_named(tmp_path, line, message):
    (tmp_path / "links").write_text("\n" + line, encoding="utf-8")

    with pytest.raises(UsageError, match=f"line 2.*{message}"):
        WikidataLinks(str(tmp_path / "links"))


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(UsageError, match="nowhere"):
        WikidataLinks(str(tmp_path / "nowhere"))
