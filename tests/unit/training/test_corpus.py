"""Annotated reports as the trainer reads them."""

import json
from pathlib import Path

import pytest
from training.corpus import Document, gold_labels, read_documents, split_lines


def make(text: str, *names: tuple[str, str]) -> Document:
    spans = frozenset((text.index(name), text.index(name) + len(name), kind) for name, kind in names)
    return Document("d1", "nb", text, spans, split_lines(text))


def test_lines_are_sequences_and_empty_ones_are_none() -> None:
    text = "Ås våkner.\n\n  \nOg sover."
    found = split_lines(text)
    assert [words.texts for words in found] == [["Ås", "våkner", "."], ["Og", "sover", "."]]
    assert text[found[1].starts[0] : found[1].end(0)] == "Og"


@pytest.mark.parametrize(
    ("text", "names", "labels"),
    [
        ("Eva Bakke bor i Ås.", [("Eva Bakke", "person"), ("Ås", "place")], "B-person I-person O O B-place O"),
        ("Oslo Ås", [("Oslo", "place"), ("Ås", "place")], "B-place B-place"),
        ("Oslo-basert", [("Oslo", "place")], "B-place"),
        ("ingen her", [], "O O"),
        ("Eva ? Ås", [("Eva", "person"), ("?", "other")], "B-person O O"),
    ],
)
def test_each_word_has_the_label_of_the_name_that_it_overlaps(
    text: str, names: list[tuple[str, str]], labels: str
) -> None:
    document = make(text, *names)
    assert gold_labels(document, document.sequences[0]) == labels.split()


def test_files_are_read_row_by_row(tmp_path: Path) -> None:
    rows = [
        {"id": "a", "language": "nb", "text": "Eva ler.", "names": [{"start": 0, "end": 3, "kind": "person"}]},
        {"id": "b", "language": "da", "text": "Ingen.", "names": []},
    ]
    path = tmp_path / "nb-train.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    found = list(read_documents(path))
    assert [(d.id, d.language, d.names) for d in found] == [
        ("a", "nb", frozenset({(0, 3, "person")})),
        ("b", "da", frozenset()),
    ]
