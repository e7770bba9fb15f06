"""Copies in words, and in every format that people read."""

from __future__ import annotations

import msgspec
import pytest

from twosource import compare
from twosource.model import Change, Copy, Passage
from twosource.render import html, markdown, terminal
from twosource.render.copies import change_label, change_words, copy_line

OLD, NEW = Passage(0, 9, "30 people"), Passage(5, 14, "13\npeople")


@pytest.mark.parametrize(
    ("kind", "share", "words"),
    [
        ("near", 0.7, "near copy of r1: why"),
        ("translated", 0.9, "translated copy of r1: why"),
        ("contained", 1.0, "copy of a part of r1: why"),
        ("contained", 0.4, "copy with more around it of r1: why"),
    ],
)
def test_a_copy_is_told_on_one_line(kind, share, words):
    assert copy_line(Copy("r1", kind, share, "date", ("why",))) == words


def test_changed_numbers_stand_side_by_side():
    change = Change("numbers", OLD, NEW, (("30",), ("13",)))

    assert change_label(change) == "other numbers: 30 → 13"
    assert change_words(change) == ["30 people", "13 people"]


def test_what_is_moved_is_written_once():
    assert change_words(Change("moved", OLD, OLD)) == ["30 people"]


@pytest.mark.parametrize("write", [terminal.write, markdown.write, html.write])
def test_every_format_shows_what_a_copy_changes(write, tmp_path):
    text = "A barge ran aground in Ostby on Monday, and 30 people were taken off, the harbour master says."
    for name, words in (("a", text), ("b", f"Correction: {text.replace('30', '13')}")):
        (tmp_path / f"{name}.txt").write_text(words, encoding="utf-8")
    dossier = compare(str(tmp_path), language="en")
    written = write(dossier)

    assert dossier.reports[1].copy_of == "r1"
    assert "other numbers: 30 → 13" in written.replace("\\", "")
    without = msgspec.structs.replace(
        dossier, reports=tuple(msgspec.structs.replace(report, copy=None) for report in dossier.reports)
    )
    assert "other numbers" not in write(without)
