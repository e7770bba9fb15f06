"""The stage: names of a draft, found by the shipped model."""

from pathlib import Path

import pytest

from twosource.annotate.blocks import find_blocks
from twosource.annotate.draft import Draft
from twosource.annotate.names import find_names
from twosource.annotate.names_model import FOLDER, NamesModel, open_model
from twosource.annotate.names_weights import pack
from twosource.annotate.sentences import find_sentences
from twosource.errors import ModelError
from twosource.language.tables import load_or_generic
from twosource.model import Name, Report


def names(text: str, language: str = "nb") -> list[Name]:
    report = Report(id="r1", source="test", text=text, language=language)
    draft = Draft(report=report, language=load_or_generic(language))
    draft.blocks.extend(find_blocks(draft))
    draft.sentences.extend(find_sentences(draft))
    return list(find_names(draft))


TEXT = (
    "Eva Bakke fra Oslo sier til NTB at Norge er enig.\n\n"
    "– Vi drar hjem, sier Bakke. Han var ikke i Danmark på mandag, og den norske kronen falt."
)


def test_names_are_found_in_order_and_give_back_their_words() -> None:
    found = names(TEXT)
    assert [(n.text, n.kind) for n in found] == [
        ("Eva Bakke", "person"),
        ("Oslo", "place"),
        ("NTB", "organisation"),
        ("Norge", "place"),
        ("Bakke", "person"),
        ("Danmark", "place"),
    ]
    assert all(TEXT[n.span.start : n.span.end] == n.text for n in found)
    assert [n.span for n in found] == sorted(n.span for n in found)


def test_every_name_says_which_rule_found_it_and_how_sure_it_is() -> None:
    for name in names(TEXT):
        assert name.reason.rule in ("names-v1:crf", "names-v1:document")
        assert name.reason.text == open_model().about.name
        assert 0 < name.reason.score <= 1
        assert name.reason.spans == (name.span,)


@pytest.mark.parametrize("language", ["pl", "und", "xx", "en", "de"])
def test_a_language_without_a_folder_or_a_model_is_read_all_the_same(language: str) -> None:
    assert ("Emmanuel Macron", "person") in [(n.text, n.kind) for n in names("Emmanuel Macron, Paris.", language)]


@pytest.mark.parametrize("text", [" ", "...", "«»" * 500, "12 13 14", "\n\n\n", "a" * 3000, "A. " * 500])
def test_texts_without_names_break_nothing(text: str) -> None:
    assert all(n.text.strip() for n in names(text))


def test_a_title_at_the_head_of_a_foreign_sentence_is_no_part_of_the_name() -> None:
    found = names("Президент Иван Петров прибыл вчера. Вечером Петров улетел.", "ru")
    assert [(n.text, n.kind) for n in found] == [("Иван Петров", "person"), ("Петров", "person")]


def test_a_word_that_only_begins_a_foreign_sentence_is_no_name() -> None:
    assert names("Sairaalat täyttyivät nopeasti. Tutkinta jatkuu.", "fi") == []


def test_a_model_that_is_not_there_or_broken_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"names\.json"):
        NamesModel(tmp_path)
    for path in FOLDER.glob("*.json"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    with pytest.raises(ModelError, match=r"north\.weights"):
        NamesModel(tmp_path).maker("nb")
    whole = (FOLDER / "north.weights").read_bytes()
    for broken in (b"", b"lCRF", whole[:10_000], whole[: len(whole) // 2]):
        (tmp_path / "north.weights").write_bytes(broken)
        with pytest.raises(ModelError, match=r"north\.weights"):
            NamesModel(tmp_path).maker("nb")
    pack(("O", "B-person"), {}, {}, b"no model").write(tmp_path / "north.weights")
    with pytest.raises(ModelError, match=r"north\.weights"):
        NamesModel(tmp_path).maker("nb")
    (tmp_path / "names.json").write_text('{"name": 1}')
    with pytest.raises(ModelError, match=r"names\.json"):
        NamesModel(tmp_path)
