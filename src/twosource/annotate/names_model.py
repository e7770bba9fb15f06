"""The trained model of names: its files, opened once, and one tagger over the words of a report."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeVar

import msgspec
import pycrfsuite

from twosource.annotate.names_features import DocumentCase, FeatureMaker, first_words, labels_to_spans
from twosource.annotate.names_gazetteer import Gazetteer
from twosource.annotate.names_words import Words
from twosource.errors import ModelError

T = TypeVar("T")
FOLDER = Path(__file__).parents[1] / "data" / "model"
"""Where the model and its gazetteers lie."""


class About(msgspec.Struct, frozen=True):
    """What a model says of itself: its versioned name and the languages that it was trained on."""

    name: str
    languages: tuple[str, ...]


class Found(NamedTuple):
    """A name of the model: words ``first`` to ``end`` (exclusive) of sequence ``sequence``, with its probability."""

    sequence: int
    first: int
    end: int
    kind: str
    score: float


class NamesModel:
    """A linear-chain CRF with its gazetteers.

    Args:
        folder: Holds ``names.crfsuite``, ``names.json`` (see `About`) and ``gazetteer.json``.

    Raises:
        ModelError: A file is missing or broken; the message names it.
    """

    def __init__(self, folder: Path) -> None:
        self.about = _decode(folder / "names.json", About)
        self._gazetteer = Gazetteer(_decode(folder / "gazetteer.json", dict[str, list[str]]))
        self._makers: dict[str, FeatureMaker] = {}
        self._tagger = pycrfsuite.Tagger()
        path = folder / "names.crfsuite"
        try:
            self._tagger.open(str(path))
        except (OSError, ValueError) as error:
            raise ModelError(f"{path}: no model of names that can be read") from error

    def maker(self, language: str) -> FeatureMaker:
        """Return the features of a language; one that the model was not trained on gets those of none."""
        code = language if language in self.about.languages else "und"
        if code not in self._makers:
            self._makers[code] = FeatureMaker(code, self._gazetteer)
        return self._makers[code]

    def find(self, sequences: Sequence[Words], language: str) -> list[Found]:
        """Return the names in the sequences of one report, in order of position."""
        maker = self.maker(language)
        case = DocumentCase()
        prepared = []
        for words in sequences:
            types, firsts = maker.types(words.texts), first_words(words.texts)
            case.add(types, firsts)
            prepared.append((types, firsts))
        found = []
        for number, (types, firsts) in enumerate(prepared):
            if types:
                labels = self._tagger.tag(maker.sequence(types, firsts, case))
                found.extend(Found(number, *span, self._score(span)) for span in labels_to_spans(labels))
        return found

    def _score(self, span: tuple[int, int, str]) -> float:
        """Return the least probability among the labels of a span just tagged."""
        first, end, kind = span
        scores = [self._tagger.marginal("B-" + kind, first)]
        scores.extend(self._tagger.marginal("I-" + kind, index) for index in range(first + 1, end))
        return round(min(1.0, min(scores)), 3)


def _decode(path: Path, kind: type[T]) -> T:
    """Return a JSON file as ``kind``."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except (OSError, msgspec.MsgspecError) as error:
        raise ModelError(f"{path}: {error}") from error


@cache
def open_model(folder: Path = FOLDER) -> NamesModel:
    """Return the model of a folder, opened once a process."""
    return NamesModel(folder)
