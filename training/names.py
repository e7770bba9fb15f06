"""Train the model of names: ``python -m training.names --data FOLDER [--out FOLDER]``.

FOLDER holds ``xx-train.jsonl`` files.  The same data, the same gazetteers and the same version of CRFsuite give the
same model, byte for byte.  The texts stay where they are: only weights are written.
"""

from __future__ import annotations

import argparse
import ctypes
import sys
import time
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import msgspec
import pycrfsuite

from training.corpus import Document, gold_labels, read_documents
from training.export import export
from training.gazetteers import read_gazetteers
from training.mixing import Linear, mix, read_linear
from training.seen import SeenCounts
from training.vocabulary import WordCounts
from twosource.annotate.names_clusters import ENDING, ClusterFiles
from twosource.annotate.names_features import FeatureMaker
from twosource.annotate.names_gazetteer import Gazetteer
from twosource.annotate.names_knowledge import EVERY, Knowledge, seen_as, tail_of
from twosource.annotate.names_model import FOLDER, TOWNS, About, Lexicon
from twosource.annotate.names_types import Slot

GROUPS = Path(__file__).with_name("groups.toml")
LIKELIHOOD = {"c1": 0.03, "c2": 0.5, "max_iterations": 80, "feature.minfreq": 2}
PERCEPTRON = {"max_iterations": 12, "feature.minfreq": 2}
LEAST = 0.003
"""Smaller weights of attributes are left out of what is written."""


class TrainingSet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Languages that are trained together: as likely as can be (``likelihood``), and by so many perceptrons."""

    name: str
    languages: tuple[str, ...]
    likelihood: bool = False
    perceptrons: int = 0

    @property
    def runs(self) -> list[tuple[str, str, int]]:
        """Return the name of the part, the algorithm and the seed of each training run."""
        likely = [(f"{self.name}.likelihood", "lbfgs", 1)] if self.likelihood else []
        return likely + [(f"{self.name}.perceptrons", "ap", seed) for seed in range(1, self.perceptrons + 1)]


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Languages that are read with the same weights.

    ``parts`` are what these are mixed of, ``SET.likelihood`` or the mean of ``SET.perceptrons``, with their shares; the
    first gives the length of all.
    """

    name: str
    languages: tuple[str, ...]
    parts: dict[str, float]
    default: bool = False


class Plan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is trained, and what is made of it (see ``groups.toml``)."""

    set: tuple[TrainingSet, ...]
    group: tuple[Group, ...]

    @property
    def languages(self) -> list[str]:
        """Return all languages that are trained, in the order in which the sets name them."""
        return list(dict.fromkeys(language for chosen in self.set for language in chosen.languages))


class Known(NamedTuple):
    """What is known of words before a document is read, and what the other documents make known."""

    knowledge: Knowledge
    counts: WordCounts
    seen: SeenCounts


def document_features(
    maker: FeatureMaker[list[str]], document: Document, known: Known
) -> Iterator[tuple[list[list[str]], list[str]]]:
    """Yield the features and labels of each line of a document, its words known as the other documents make them."""
    counts, seen = known.counts, known.seen
    types, own, names = (
        [maker.types(words.texts) for words in document.sequences],
        counts.of(document),
        seen.of(document),
    )
    for kind in {kind for each in types for kind in each if kind.large}:
        kind.know(
            counts.level(kind.fold, own),
            tail_of(kind.fold, lambda word: counts.level(word, own)),
            seen_as(kind.fold, lambda word: seen.code(EVERY, word, names)),
            seen_as(kind.fold, lambda word: seen.code(document.language, word, names)),
        )
    for words, features in zip(document.sequences, maker.features(types), strict=True):
        yield features, gold_labels(document, words)


class Everything:
    """Contains whatever is asked for."""

    def __contains__(self, value: object) -> bool:
        """Tell that it does."""
        return True


class Attributes:
    """Makes of features the list of their names as attributes of CRFsuite."""

    def __init__(self) -> None:
        self.none: list[str] = []

    def slot(self, template: str) -> Slot[list[str]]:
        """Return what lists the attribute of a template with a value."""
        return lambda value, _: [f"{template}={value}" if value else template]

    def values(self, *_: str) -> Everything:
        """Return that any value may have a feature."""
        return Everything()


def read_plan(path: Path = GROUPS) -> Plan:
    """Return what is trained and what is made of it."""
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Plan)


def fill_trainers(sets: Sequence[TrainingSet], data: Path, known: Known) -> dict[str, pycrfsuite.Trainer]:
    """Return a trainer for each of the sets, with the files of its languages."""
    trainers = {chosen.name: pycrfsuite.Trainer(verbose=False) for chosen in sets}
    for language in dict.fromkeys(language for chosen in sets for language in chosen.languages):
        wanted = [trainers[chosen.name] for chosen in sets if language in chosen.languages]
        maker = FeatureMaker[list[str]](language, known.knowledge, Attributes())
        for document in read_documents(data / f"{language}-train.jsonl"):
            for features, labels in document_features(maker, document, known):
                items = pycrfsuite.ItemSequence(features)
                for trainer in wanted:
                    trainer.append(items, labels)
    return trainers


def train_parts(sets: Sequence[TrainingSet], data: Path, known: Known, folder: Path) -> dict[str, Linear]:
    """Return the parts that groups are mixed of; runs whose files lie in ``folder`` already are not made again."""
    files = {
        (chosen.name, part, algorithm, seed): folder / f"{part}{seed}"
        for chosen in sets
        for part, algorithm, seed in chosen.runs
    }
    missing = {name for (name, *_), path in files.items() if not path.exists()}
    trainers = fill_trainers([chosen for chosen in sets if chosen.name in missing], data, known)
    runs: dict[str, list[Linear]] = {}
    for (name, part, algorithm, seed), path in files.items():
        if not path.exists():
            trainer = trainers[name]
            trainer.select(algorithm)
            trainer.set_params(LIKELIHOOD if algorithm == "lbfgs" else PERCEPTRON)
            ctypes.CDLL(None).srand(seed)  # the perceptron shuffles by the C library's numbers
            trainer.train(str(path))
        runs.setdefault(part, []).append(read_linear(path))
    return {part: mix([(run, 1 / len(found)) for run in found]) for part, found in runs.items()}


def know(plan: Plan, data: Path, lists: Mapping[str, Sequence[str]], made: Path) -> Known:
    """Return what is known of the words of all files of the plan; towns and clusters lie in the folder ``made``."""
    knowledge = Knowledge(Gazetteer(lists), {}, {}, Lexicon(made / TOWNS), ClusterFiles(made))
    known = Known(knowledge, WordCounts(), SeenCounts())
    for language in plan.languages:
        for document in read_documents(data / f"{language}-train.jsonl"):
            known.counts.add(document)
            known.seen.add(document)
    return known


def train(data: Path, out: Path, keep: Path | None = None) -> None:
    """Train all sets, and write the model's files to ``out``; ``keep`` is a folder for what is trained by the way."""
    out.mkdir(parents=True, exist_ok=True)
    plan, lists = read_plan(), read_gazetteers()
    known = know(plan, data, lists, FOLDER)
    if out != FOLDER:
        for name in (
            TOWNS,
            *(language + ENDING for language in plan.languages if language in known.knowledge.clusters),
        ):
            (out / name).write_bytes((FOLDER / name).read_bytes())
    about = About(
        name="names-crf-5",
        groups={language: group.name for group in plan.group for language in group.languages},
        default=next(group.name for group in plan.group if group.default),
    )
    for name, content in (
        ("gazetteer", lists),
        ("vocabulary", known.counts.vocabulary()),
        ("seen", known.seen.lexicon()),
        ("names", about),
    ):
        (out / f"{name}.json").write_bytes(msgspec.json.encode(content) + b"\n")
    with TemporaryDirectory() as scratch:
        kept = keep or Path(scratch)
        kept.mkdir(parents=True, exist_ok=True)
        parts = train_parts(plan.set, data, known, kept)
    for group in plan.group:
        mixed = mix([(parts[name], share) for name, share in group.parts.items()], LEAST)
        export(mixed, out / f"{group.name}.weights")


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the command line, train, and say how long it took."""
    parser = argparse.ArgumentParser(prog="python -m training.names", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with xx-train.jsonl files")
    parser.add_argument("--out", type=Path, default=FOLDER, help="where the model goes")
    parser.add_argument(
        "--keep", type=Path, help="folder for what is trained by the way; what lies there is used again"
    )
    options = parser.parse_args(arguments)
    if not options.data.is_dir():
        print(f"no folder {options.data}", file=sys.stderr)
        return 2
    began = time.perf_counter()
    train(options.data, options.out, options.keep)
    print(f"trained in {time.perf_counter() - began:.0f} s")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
