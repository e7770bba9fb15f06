"""Names by a tagger of the user's own: an entry point, a spaCy pipeline, or a token classifier in ONNX.

Nothing is downloaded: what is not on this machine is an error that says what to install.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple, Protocol, runtime_checkable

from twosource.annotate.draft import Draft
from twosource.errors import UsageError
from twosource.language.tables import read_toml
from twosource.model import Name, Reason, Span

GROUP = "twosource.taggers"
"""The group of entry points that taggers are registered in."""

KINDS = ("person", "organisation", "place", "other")
TABLE = Path(__file__).parent.parent / "data" / "taggers.toml"
MODEL = "model.onnx"
"""What makes a folder one of a token classifier."""


class Tagged(NamedTuple):
    """A name as a tagger found it: offsets in the text, half-open, one of `KINDS`, and a probability in [0, 1]."""

    start: int
    end: int
    kind: str
    score: float


@runtime_checkable
class Tagger(Protocol):
    """What a tagger has to offer; ``name`` and ``version`` appear in the reasons of its names."""

    name: str
    version: str

    def find(self, text: str, language: str) -> Iterable[tuple[int, int, str, float]]:
        """Return the names in ``text`` as (start, end, kind, score), in any order; offsets count code points."""
        ...


def names_by(tagger: Tagger, draft: Draft) -> Iterator[Name]:
    """Yield the names that ``tagger`` finds in the draft, in order of position, none overlapping, without outer space.

    Raises:
        UsageError: The tagger gives a span outside the text or a kind that there is not.
    """
    text, last = draft.text, 0
    found = [_checked(tagger, Tagged(*row), text) for row in tagger.find(text, draft.report.language)]
    for start, end, kind, score in sorted(found, key=lambda t: (t.start, -t.end)):
        words = text[start:end]
        span = Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))
        if span.start < last or span.start >= span.end:
            continue
        last = span.end
        reason = Reason(f"tagger:{tagger.name}", min(max(score, 0.0), 1.0), f"{tagger.name} {tagger.version}", (span,))
        yield Name(span=span, text=draft.report.read(span), kind=kind, reason=reason)


def _checked(tagger: Tagger, tagged: Tagged, text: str) -> Tagged:
    if not 0 <= tagged.start <= tagged.end <= len(text):
        raise UsageError(
            f"tagger {tagger.name!r} gives {tagged.start}-{tagged.end} in a text of {len(text)} characters"
        )
    if tagged.kind not in KINDS:
        raise UsageError(f"tagger {tagger.name!r} gives the kind {tagged.kind!r}; there are {', '.join(KINDS)}")
    return tagged


@lru_cache(maxsize=4)
def open_tagger(wish: str) -> Tagger:
    """Return the tagger of a name or path, loaded once a process.

    An entry point of the group ``twosource.taggers`` goes before a folder with ``model.onnx``, that before the name or
    path of a spaCy pipeline.

    Raises:
        UsageError: There is no such tagger here, or the library that reads it is not installed.
    """
    for point in entry_points(group=GROUP):
        if point.name == wish:
            return _registered(wish, point.load())
    if (Path(wish) / MODEL).is_file():
        return _TokenClassifier(Path(wish))
    return _Pipeline(wish)


def _registered(wish: str, found: object) -> Tagger:
    """Return the tagger of an entry point: the object itself, or what it makes where it is a class or function."""
    made = found() if callable(found) and (isinstance(found, type) or not isinstance(found, Tagger)) else found
    if not isinstance(made, Tagger):
        raise UsageError(f"the entry point {wish!r} of {GROUP} is no tagger: it needs name, version and find")
    return made


@cache
def _kinds() -> dict[str, str]:
    table = read_toml(TABLE)
    return {label: kind for kind in KINDS for label in table[kind]}


def _kind(label: str) -> str | None:
    """Return the kind of a model's label, or None for one that marks no name."""
    return _kinds().get(label.upper())


def _library(module: str, extra: str, wish: str) -> ModuleType:
    """Return an optional library.

    Raises:
        UsageError: It is not installed; the message names the extra that brings it.
    """
    try:
        return import_module(module)
    except ImportError as error:
        others = ", ".join(sorted(p.name for p in entry_points(group=GROUP))) or "none"
        raise UsageError(
            f"tagger {wish!r} needs {module}, which is not installed: install twosource[{extra}]; registered: {others}"
        ) from error


class _Pipeline:
    """A spaCy pipeline; it tells no probabilities, so the score of the table stands for all."""

    def __init__(self, wish: str) -> None:
        spacy = _library("spacy", "spacy", wish)
        try:
            self._nlp: Callable[[str], Any] = spacy.load(wish)
        except OSError as error:
            raise UsageError(f"no tagger {wish!r}: no entry point, no folder, no installed spaCy pipeline") from error
        meta: dict[str, Any] = getattr(self._nlp, "meta", {})
        self.name = f"spacy/{meta.get('lang', '')}_{meta.get('name', Path(wish).name)}"
        self.version = str(meta.get("version", ""))
        self._score = float(read_toml(TABLE)["score"])

    def find(self, text: str, language: str) -> Iterator[Tagged]:
        """Yield the entities of the pipeline whose labels mean names."""
        del language  # a pipeline is of one language, or of all
        for entity in self._nlp(text).ents:
            kind = _kind(entity.label_)
            if kind is not None:
                yield Tagged(entity.start_char, entity.end_char, kind, self._score)


class _TokenClassifier:
    """A token classifier in ONNX: a folder with model.onnx, tokenizer.json and config.json (``id2label``)."""

    def __init__(self, folder: Path) -> None:
        runtime = _library("onnxruntime", "onnx", str(folder))
        tokenizers = _library("tokenizers", "onnx", str(folder))
        config_file, tokens_file = folder / "config.json", folder / "tokenizer.json"
        for file in (config_file, tokens_file):
            if not file.is_file():
                raise UsageError(f"tagger {str(folder)!r} lacks {file.name} beside {MODEL}")
        config = import_module("json").loads(config_file.read_text(encoding="utf-8"))
        self._labels = {int(number): str(label) for number, label in config["id2label"].items()}
        self._tokenizer = tokenizers.Tokenizer.from_file(str(tokens_file))
        self._session = runtime.InferenceSession(str(folder / MODEL), providers=["CPUExecutionProvider"])
        self._inputs = [given.name for given in self._session.get_inputs()]
        self.name = f"onnx/{folder.resolve().name}"
        self.version = str(config.get("version") or config.get("_commit_hash") or "")

    def find(self, text: str, language: str) -> Iterator[Tagged]:
        """Yield the names of each line: neighbouring tokens of one label are one, "B-" begins another."""
        del language
        start = 0
        for line in text.splitlines(keepends=True):
            if line.strip():
                yield from self._line(line, start)
            start += len(line)

    def _line(self, line: str, offset: int) -> Iterator[Tagged]:
        encoded = self._tokenizer.encode(line)
        numpy = import_module("numpy")
        known = {"input_ids": encoded.ids, "attention_mask": encoded.attention_mask, "token_type_ids": encoded.type_ids}
        feed = {name: numpy.array([known[name]], dtype="int64") for name in self._inputs if name in known}
        rows = numpy.asarray(self._session.run(None, feed)[0])[0]
        powers = numpy.exp(rows - rows.max(axis=-1, keepdims=True))
        chances = powers / powers.sum(axis=-1, keepdims=True)
        best: list[Tagged] = []
        for (first, end), row in zip(encoded.offsets, chances, strict=True):
            number = int(row.argmax())
            mark, _, label = self._labels[number].rpartition("-")
            kind = _kind(label)
            if first == end:
                continue
            score = float(row[number])
            if kind and best and best[-1].kind == kind and _goes_on(mark, line[best[-1].end - offset : first]):
                best[-1] = best[-1]._replace(end=offset + end, score=min(best[-1].score, score))
            elif kind:
                best.append(Tagged(offset + first, offset + end, kind, score))
        yield from best


def _goes_on(mark: str, between: str) -> bool:
    """Tell whether a token goes on with the name before it: a piece of its last word, or a word not marked to begin."""
    return not between or (mark != "B" and between.isspace())
