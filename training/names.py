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
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pycrfsuite

from training.blend import blend
from training.corpus import Document, gold_labels, read_documents
from training.export import export
from training.gazetteers import read_gazetteers
from training.seen import SeenCounts
from training.vocabulary import WordCounts
from twosource.annotate.names_features import DocumentCase, FeatureMaker, first_words
from twosource.annotate.names_gazetteer import Gazetteer
from twosource.annotate.names_model import FOLDER, About
from twosource.annotate.names_types import EVERY, Knowledge, seen_as, tail_of

GROUPS = Path(__file__).with_name("groups.toml")
LIKELIHOOD = {"c1": 0.03, "c2": 0.5, "max_iterations": 80, "feature.minfreq": 2}
PERCEPTRON = {"max_iterations": 15, "feature.minfreq": 2}


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Languages that share a model, and how much of it comes from the perceptron."""

    name: str
    languages: tuple[str, ...]
    default: bool = False
    share: float = 0.5


def add_document(
    trainer: pycrfsuite.Trainer,
    maker: FeatureMaker[list[str]],
    document: Document,
    counts: WordCounts,
    seen: SeenCounts,
) -> None:
    """Hand the lines of one document to the trainer, its words known as the other documents make them known."""
    case, prepared, own, names = DocumentCase(), [], counts.of(document), seen.of(document)
    for words in document.sequences:
        types, firsts = maker.types(words.texts), first_words(words.texts)
        case.add(types, firsts)
        for kind in types:
            if kind.large:
                kind.know(
                    counts.level(kind.fold, own),
                    tail_of(kind.fold, lambda word: counts.level(word, own)),
                    seen_as(kind.fold, lambda word: seen.code(EVERY, word, names)),
                    seen_as(kind.fold, lambda word: seen.code(document.language, word, names)),
                )
        prepared.append((types, firsts))
    for words, (types, firsts) in zip(document.sequences, prepared, strict=True):
        trainer.append(maker.sequence(types, firsts, case), gold_labels(document, words))


def read_groups(path: Path = GROUPS) -> list[Group]:
    """Return the groups of languages that share a model."""
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8"))["group"], list[Group])


def train_group(
    group: Group, data: Path, out: Path, knowledge: Knowledge, counts: WordCounts, seen: SeenCounts
) -> None:
    """Train one model on the files of its languages: the likeliest, blended with that of the averaged perceptron.

    Reading sums the weights of attributes, so that several models of the same labels are one at no cost: what is
    exported may be the mean of any number of them, with attributes of their own.
    """
    trainer = pycrfsuite.Trainer(verbose=False)
    for language in group.languages:
        maker = FeatureMaker(language, knowledge, list[str])
        for document in read_documents(data / f"{language}-train.jsonl"):
            add_document(trainer, maker, document, counts, seen)
    path = out / f"{group.name}.crfsuite"
    second = path.with_suffix(".perceptron")
    for target, algorithm, settings in ((path, "lbfgs", LIKELIHOOD), (second, "ap", PERCEPTRON)):
        trainer.select(algorithm)
        trainer.set_params(settings)
        ctypes.CDLL(None).srand(1)  # the perceptron shuffles by the C library's numbers
        trainer.train(str(target))
    blend(path, second, group.share)
    export(path, path.with_suffix(".weights"))
    path.unlink()
    second.unlink()


def train(data: Path, out: Path, wanted: Sequence[str] = ()) -> None:
    """Train the groups that are ``wanted`` (all, where none is given) and write the model's files to ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    groups = read_groups()
    lists = read_gazetteers()
    knowledge, counts, seen = Knowledge(Gazetteer(lists), {}), WordCounts(), SeenCounts()
    for group in groups:
        for language in group.languages:
            for document in read_documents(data / f"{language}-train.jsonl"):
                counts.add(document)
                seen.add(document)
    about = About(
        name="names-crf-2",
        groups={language: group.name for group in groups for language in group.languages},
        default=next(group.name for group in groups if group.default),
    )
    for name, content in (
        ("gazetteer", lists),
        ("vocabulary", counts.vocabulary()),
        ("seen", seen.lexicon()),
        ("names", about),
    ):
        (out / f"{name}.json").write_bytes(msgspec.json.encode(content) + b"\n")
    for group in groups:
        if not wanted or group.name in wanted:
            train_group(group, data, out, knowledge, counts, seen)


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the command line, train, and say how long it took."""
    parser = argparse.ArgumentParser(prog="python -m training.names", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with xx-train.jsonl files")
    parser.add_argument("--groups", nargs="*", default=(), help="only these groups of training/groups.toml")
    parser.add_argument("--out", type=Path, default=FOLDER, help="where the model goes")
    options = parser.parse_args(arguments)
    if not options.data.is_dir():
        print(f"no folder {options.data}", file=sys.stderr)
        return 2
    began = time.perf_counter()
    train(options.data, options.out, options.groups)
    print(f"trained in {time.perf_counter() - began:.0f} s")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
