"""Taggers of the user's own: an entry point, a spaCy pipeline, a token classifier in ONNX.

The libraries are not installed for the tests: small modules stand in for them, with what the adapters call.
"""

import importlib.metadata
import json
import sys
from types import ModuleType, SimpleNamespace

import msgspec
import pytest

from twosource import compare, read
from twosource.annotate import taggers
from twosource.errors import UsageError
from twosource.ingest import make_report

TEXT = "Petra Novak besøgte Vestre Tjukkemo i går.\nHun mødte Grisvåg Rederi."


class Finder:
    """A tagger that knows three names by heart."""

    name = "by-heart"
    version = "7"

    def find(self, text, language):
        for words, kind in (("Grisvåg Rederi", "organisation"), ("Petra Novak", "person"), ("Novak ", "person")):
            start = text.index(words)
            yield start, start + len(words), kind, 0.75


def make_finder():
    return Finder()


@pytest.fixture(autouse=True)
def _fresh():
    taggers.open_tagger.cache_clear()
    yield
    taggers.open_tagger.cache_clear()


def register(monkeypatch, **found):
    points = [SimpleNamespace(name=name, load=lambda value=value: value) for name, value in found.items()]
    monkeypatch.setattr(taggers, "entry_points", lambda group: points if group == taggers.GROUP else [])


def report(text=TEXT):
    return msgspec.structs.replace(make_report(text, source="r1"), language="da")


def test_the_group_of_entry_points_is_the_one_that_is_documented():
    assert taggers.GROUP == "twosource.taggers"
    assert list(importlib.metadata.entry_points(group=taggers.GROUP)) == []


@pytest.mark.parametrize("registered", [Finder, Finder(), make_finder], ids=["class", "object", "function"])
def test_the_names_of_a_registered_tagger_come_out_as_records(monkeypatch, registered):
    """The same records: spans, kinds, entities; the tagger's name and version stand in their reasons."""
    register(monkeypatch, mine=registered)

    names = read(report(), tagger="mine").names

    assert [(n.text, n.kind) for n in names] == [("Petra Novak", "person"), ("Grisvåg Rederi", "organisation")]
    assert all(n.entity for n in names)
    assert {(n.reason.rule, n.reason.text, n.reason.score) for n in names} == {("tagger:by-heart", "by-heart 7", 0.75)}


def test_a_dossier_is_made_with_a_registered_tagger(monkeypatch):
    register(monkeypatch, mine=Finder)

    dossier = compare(report(), tagger="mine")

    assert not dossier.failures
    assert {"Petra Novak", "Grisvåg Rederi"} <= {entity.name for story in dossier.stories for entity in story.entities}


def test_what_is_no_tagger_is_refused(monkeypatch):
    register(monkeypatch, mine=3)

    with pytest.raises(UsageError, match="needs name, version and find"):
        read(report(), tagger="mine")


@pytest.mark.parametrize(
    ("row", "message"),
    [((0, 9999, "person", 1.0), "9999"), ((0, 5, "planet", 1.0), "planet"), ((5, 2, "other", 1), "5-2")],
)
def test_spans_outside_the_text_and_unknown_kinds_are_refused(monkeypatch, row, message):
    tagger = SimpleNamespace(name="wild", version="1", find=lambda text, language: [row])
    register(monkeypatch, wild=tagger)

    with pytest.raises(UsageError, match=message):
        read(report(), tagger="wild")


def test_a_library_that_is_missing_is_named_with_the_extra_that_brings_it(monkeypatch):
    register(monkeypatch, mine=Finder)
    monkeypatch.setitem(sys.modules, "spacy", None)

    with pytest.raises(UsageError, match=r"install twosource\[spacy\]; registered: mine"):
        compare(report(), tagger="xx_core")


def test_a_spacy_pipeline_gives_its_entities(monkeypatch):
    """Labels are brought to our kinds; dates and nationalities are no names."""
    spacy = ModuleType("spacy")
    asked = []

    class Pipeline:
        def __init__(self):
            self.meta = {"lang": "da", "name": "tiny", "version": "3.1.0"}

        def __call__(self, text):
            rows = [("Petra Novak", "PER"), ("Vestre Tjukkemo", "GPE"), ("i går", "DATE"), ("Grisvåg Rederi", "ORG")]
            at = [(text.index(words), words, label) for words, label in rows]
            return SimpleNamespace(
                ents=[SimpleNamespace(start_char=s, end_char=s + len(w), label_=la) for s, w, la in at]
            )

    def load(name):
        asked.append(name)
        if name != "da_tiny":
            raise OSError("no such model")
        return Pipeline()

    spacy.load = load
    monkeypatch.setitem(sys.modules, "spacy", spacy)

    names = read(report(), tagger="da_tiny").names

    assert [(n.text, n.kind) for n in names] == [
        ("Petra Novak", "person"),
        ("Vestre Tjukkemo", "place"),
        ("Grisvåg Rederi", "organisation"),
    ]
    assert {n.reason.text for n in names} == {"spacy/da_tiny 3.1.0"}
    with pytest.raises(UsageError, match="no tagger 'da_none'"):
        read(report(), tagger="da_none")
    assert asked == ["da_tiny", "da_none"]


def make_classifier(folder, monkeypatch, labels):
    """Put a token classifier into a folder whose tokens are words, with the labels that are given by word."""
    numbers = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC"]
    tokenizers, runtime = ModuleType("tokenizers"), ModuleType("onnxruntime")

    class Tokenizer:
        @classmethod
        def from_file(cls, path):
            assert path.endswith("tokenizer.json")
            return cls()

        def encode(self, line):
            spans, start = [(0, 0)], 0
            for word in line.split():
                start = line.index(word, start)
                spans.append((start, start + len(word.rstrip("."))))
                start += len(word)
            ids = [0] + [numbers.index(labels.get(line[s:e], "O")) for s, e in spans[1:]]
            return SimpleNamespace(ids=ids, attention_mask=[1] * len(ids), type_ids=[0] * len(ids), offsets=spans)

    class InferenceSession:
        def __init__(self, path, providers):
            assert providers == ["CPUExecutionProvider"]

        def get_inputs(self):
            return [SimpleNamespace(name="input_ids"), SimpleNamespace(name="attention_mask")]

        def run(self, outputs, feed):
            assert set(feed) == {"input_ids", "attention_mask"}
            return [[[[9.0 if i == n else 0.0 for i in range(len(numbers))] for n in feed["input_ids"][0]]]]

    tokenizers.Tokenizer, runtime.InferenceSession = Tokenizer, InferenceSession
    monkeypatch.setitem(sys.modules, "tokenizers", tokenizers)
    monkeypatch.setitem(sys.modules, "onnxruntime", runtime)
    (folder / "model.onnx").write_bytes(b"")
    (folder / "tokenizer.json").write_text("{}", encoding="utf-8")
    config = {"id2label": dict(enumerate(numbers)), "version": "2"}
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")


def test_a_token_classifier_gives_its_names(tmp_path, monkeypatch):
    """Tokens of one name are joined, lines keep their offsets, B- begins another name."""
    pytest.importorskip("numpy")
    labels = {"Petra": "B-PER", "Novak": "I-PER", "Tjukkemo": "B-LOC", "Grisvåg": "B-ORG", "Rederi": "I-ORG"}
    make_classifier(tmp_path, monkeypatch, labels)

    names = read(report(), tagger=str(tmp_path)).names

    assert [(n.text, n.kind) for n in names] == [
        ("Petra Novak", "person"),
        ("Tjukkemo", "place"),
        ("Grisvåg Rederi", "organisation"),
    ]
    assert all(0.99 < n.reason.score <= 1 for n in names)
    assert {n.reason.text for n in names} == {f"onnx/{tmp_path.name} 2"}


def test_two_names_side_by_side_stay_two(tmp_path, monkeypatch):
    pytest.importorskip("numpy")
    make_classifier(tmp_path, monkeypatch, {"Petra": "B-PER", "Ludmila": "B-PER"})

    names = read(report("Petra Ludmila kom."), tagger=str(tmp_path)).names

    assert [n.text for n in names] == ["Petra", "Ludmila"]


def test_what_a_classifier_lacks_is_named(tmp_path, monkeypatch):
    make_classifier(tmp_path, monkeypatch, {})
    (tmp_path / "tokenizer.json").unlink()

    with pytest.raises(UsageError, match=r"lacks tokenizer\.json"):
        read(report(), tagger=str(tmp_path))
