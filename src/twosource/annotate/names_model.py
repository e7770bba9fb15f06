"""The trained model of names: its files, opened once, and one tagger over the words of a report."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

from twosource.annotate.names_clusters import ClusterFiles
from twosource.annotate.names_decode import Decoder
from twosource.annotate.names_document import KINDS, Mention, Settled, settle
from twosource.annotate.names_features import FeatureMaker, Row
from twosource.annotate.names_gazetteer import Gazetteer
from twosource.annotate.names_knowledge import EVERY, Knowledge
from twosource.annotate.names_weights import Weights, read_weights
from twosource.annotate.names_words import Words
from twosource.errors import ModelError

T = TypeVar("T")
FOLDER = Path(__file__).parents[1] / "data" / "model"
"""Where the model and its gazetteers lie."""
TOWNS = "towns.json"
"""The file of a model that holds the names of towns."""


_ADJECTIVE, _COUNTRY, _FIRST_NAME = "adjective", "country", "first"
_ALSO_OTHER = frozenset(("first", "family", "club", "body"))
_NAMING = frozenset(("first", "family", "country", "city", "region", "body", "party", "medium", "company", "club"))
_COUNTRY_VOTES = (0.0, 0.0, 100.0, 0.0)


class About(msgspec.Struct, frozen=True):
    """What a model says of itself: its versioned name, and the group whose weights read each language.

    ``default`` is the group that reads languages which none was trained on.
    """

    name: str
    groups: dict[str, str]
    default: str


class Lexicon(Mapping[str, Mapping[str, str]]):
    """Language -> word -> code, from a file of language -> code -> its words; a language is unfolded when asked for.

    Raises:
        ModelError: The file is missing or broken.
    """

    def __init__(self, path: Path) -> None:
        self._lists = _decode(path, dict[str, dict[str, str]])
        self._unfolded: dict[str, dict[str, str]] = {}

    def __getitem__(self, language: str) -> Mapping[str, str]:
        found = self._unfolded.get(language)
        if found is None:
            found = self._unfolded[language] = _by_word(self._lists[language])
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._lists)

    def __len__(self) -> int:
        return len(self._lists)


class NamesModel:
    """A linear-chain CRF for each group of languages, with gazetteers that all share.

    Args:
        folder: Holds ``names.json`` (see `About`), ``gazetteer.json``, ``vocabulary.json``, ``seen.json``,
            ``towns.json`` and a ``.weights`` file (`Weights`) for each group, read when its first text comes, and
            a ``.clusters`` file (`Clusters`) for each language that has one.

    Raises:
        ModelError: A file is missing or broken; the message names it.
    """

    def __init__(self, folder: Path) -> None:
        self.about = _decode(folder / "names.json", About)
        gazetteer = Gazetteer(_decode(folder / "gazetteer.json", dict[str, list[str]]))
        levels = _by_word(_decode(folder / "vocabulary.json", dict[str, str]))
        seen, towns = Lexicon(folder / "seen.json"), Lexicon(folder / TOWNS)
        self._knowledge = Knowledge(gazetteer, levels, seen, towns, ClusterFiles(folder))
        self._folder = folder
        self._groups: dict[str, tuple[Weights, Decoder]] = {}
        self._decoders: dict[str, Decoder] = {}
        self._makers: dict[str, FeatureMaker[int]] = {}

    def maker(self, language: str) -> FeatureMaker[int]:
        """Return the features of a language; one that the model was not trained on gets those of none.

        Raises:
            ModelError: The weights are missing or broken; the message names their file.
        """
        code = language if language in self.about.groups else "und"
        if code not in self._makers:
            weights, self._decoders[code] = self._open(self.about.groups.get(code, self.about.default))
            self._makers[code] = FeatureMaker(code, self._knowledge, weights)
        return self._makers[code]

    def _open(self, group: str) -> tuple[Weights, Decoder]:
        """Return the weights of a group of languages, and what decodes with them."""
        if group not in self._groups:
            path = self._folder / f"{group}.weights"
            weights = read_weights(path)
            try:
                self._groups[group] = weights, Decoder(weights)
            except ValueError as error:
                raise ModelError(f"{path}: {error}") from error
        return self._groups[group]

    def find(self, sequences: Sequence[Words], language: str) -> list[Settled]:
        """Return the names in the sequences of one report, in order of position."""
        maker = self.maker(language)
        texts = [words.texts for words in sequences]
        row = maker.row(texts)
        named = self._decoders[maker.language].in_row(maker.in_row(row.types), row.spans)
        mentions = sorted([*named, *doubtful(row, named)])
        return settle(texts, [mention for mention in mentions if not self._is_adjective(texts, mention)], self._weight)

    def knows(self, word: str) -> bool:
        """Tell whether the lists or the names that the model learned from hold a word in lower case."""
        listed = self._knowledge.gazetteer.classes(word)
        return any(kind in _NAMING for kind in listed) or word in self._knowledge.seen.get(EVERY, {})

    def is_given(self, word: str) -> bool:
        """Tell whether the lists hold a word in lower case as a given name."""
        return "first" in self._knowledge.gazetteer.classes(word)

    def is_first(self, word: str) -> bool:
        """Tell whether the lists hold a word in lower case as a first name."""
        return _FIRST_NAME in self._knowledge.gazetteer.classes(word)

    def _weight(self, name: Sequence[str]) -> tuple[float, ...] | None:
        """Return the votes that the gazetteer has for a name in lower case: a country is a place also where it acts."""
        known = self._knowledge.gazetteer.known(name)
        return _COUNTRY_VOTES if _COUNTRY in known and not _ALSO_OTHER.intersection(known) else None

    def _is_adjective(self, texts: Sequence[Sequence[str]], mention: Mention) -> bool:
        """Tell whether a mention is a word for a nationality alone, which is no name."""
        if mention.end - mention.first > 1 or mention.kind != KINDS[-1]:
            return False
        return _ADJECTIVE in self._knowledge.gazetteer.known([texts[mention.sequence][mention.first].lower()])


def doubtful(row: Row[int], named: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the rare words with a large initial in no name of a report; the rest of it may make them one."""
    rare = [place for place, kind in enumerate(row.types) if kind.rare]
    if not rare:
        return
    taken = {(mention.sequence, index) for mention in named for index in range(mention.first, mention.end)}
    starts = [start for start, _ in row.spans]
    for place in rare:
        number = bisect_right(starts, place) - 1
        index = place - starts[number]
        if (number, index) not in taken:
            yield Mention(number, index, index + 1, (), None)


def _by_word(lists: Mapping[str, str]) -> dict[str, str]:
    """Return word -> code from code -> its words with spaces between them."""
    found: dict[str, str] = {}
    for code, words in lists.items():
        found.update(dict.fromkeys(words.split(" "), code))
    return found


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
