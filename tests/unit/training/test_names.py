"""Training: what it writes, that it repeats, and that the model reads what it learned."""

import json
from pathlib import Path

import pytest
from training import measure, names

from twosource.annotate.names_model import NamesModel
from twosource.annotate.names_words import find_words

FIRST = ("Eva", "Ola", "Siri", "Jens", "Mona", "Pål")
TOWNS = ("Ås", "Moss", "Gol", "Lom", "Bø", "Ski")
GROUPS = """
[[set]]
name = "both"
languages = ["nb"]
likelihood = true
perceptrons = 2

[[set]]
name = "quick"
languages = ["nb"]
perceptrons = 1

[[group]]
name = "only"
languages = ["nb"]
parts = { "both.likelihood" = 0.4, "both.perceptrons" = 0.3, "quick.perceptrons" = 0.3 }
default = true
"""


def row(number: int) -> str:
    first, town = FIRST[number % len(FIRST)], TOWNS[number // len(FIRST) % len(TOWNS)]
    text = f"I dag sa {first} Bakke at veien til {town} er stengt."
    spans = [(text.index(first), text.index(" at "), "person"), (text.index(town), text.index(" er "), "place")]
    marked = [{"start": start, "end": end, "kind": kind} for start, end, kind in spans]
    return json.dumps({"id": f"r{number}", "language": "nb", "text": text, "names": marked}) + "\n"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    for part in ("train", "dev"):
        (folder / f"nb-{part}.jsonl").write_text("".join(map(row, range(36))), encoding="utf-8")
    groups = tmp_path / "groups.toml"
    groups.write_text(GROUPS, encoding="utf-8")
    monkeypatch.setattr(names.read_plan, "__defaults__", (groups,))
    return folder


def test_the_model_reads_what_it_learned_and_repeats_byte_for_byte(data: Path, tmp_path: Path) -> None:
    for out in ("one", "two"):
        assert names.main(["--data", str(data), "--out", str(tmp_path / out)]) == 0
    written = {path.name for path in (tmp_path / "one").iterdir()}
    assert written == {"names.json", "gazetteer.json", "seen.json", "vocabulary.json", "towns.json", "only.weights"}
    for name in written:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
    words = find_words("I dag sa Siri Bakke at veien til Lom er stengt.")
    found = NamesModel(tmp_path / "one").find([words], "nb")
    assert [(" ".join(words.texts[f.first : f.end]), f.kind) for f in found] == [
        ("Siri Bakke", "person"),
        ("Lom", "place"),
    ]


def test_what_was_kept_is_not_trained_again(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    again = ["--data", str(data), "--keep", str(kept), "--out"]
    assert names.main([*again, str(tmp_path / "one")]) == 0
    before = {path.name: path.stat().st_mtime_ns for path in kept.iterdir()}
    filled: list[object] = []
    monkeypatch.setattr(names, "fill_trainers", lambda sets, *_: filled.extend(sets) or {})
    assert names.main([*again, str(tmp_path / "two")]) == 0
    assert filled == []
    assert {path.name: path.stat().st_mtime_ns for path in kept.iterdir()} == before
    assert (tmp_path / "two" / "only.weights").read_bytes() == (tmp_path / "one" / "only.weights").read_bytes()


def test_measure_prints_a_line_for_each_file(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names.main(["--data", str(data), "--out", str(tmp_path / "model")])
    capsys.readouterr()
    assert measure.main(["--data", str(data), "--model", str(tmp_path / "model")]) == 0
    assert capsys.readouterr().out.split()[:4] == ["nb-dev", "1.000", "1.000", "1.000"]


def test_a_missing_folder_is_wrong_use(tmp_path: Path) -> None:
    assert names.main(["--data", str(tmp_path / "nowhere")]) == 2
