"""Train the model of names: ``python -m training.names --data FOLDER [--out FOLDER]``.

FOLDER holds ``xx-train.jsonl`` files.  The same data, the same gazetteers and the same version of CRFsuite give the
same model, byte for byte.  The texts stay where they are: only weights are written.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pycrfsuite

from training.corpus import Document, gold_labels, read_documents
from training.gazetteers import read_gazetteers
from twosource.annotate.names_features import DocumentCase, FeatureMaker, first_words
from twosource.annotate.names_gazetteer import Gazetteer
from twosource.annotate.names_model import FOLDER, About

SETTINGS = {"c1": 0.1, "c2": 0.02, "max_iterations": 120, "feature.minfreq": 2}


def add_document(trainer: pycrfsuite.Trainer, maker: FeatureMaker, document: Document) -> None:
    """Hand the lines of one document to the trainer."""
    case, prepared = DocumentCase(), []
    for words in document.sequences:
        types, firsts = maker.types(words.texts), first_words(words.texts)
        case.add(types, firsts)
        prepared.append((types, firsts))
    for words, (types, firsts) in zip(document.sequences, prepared, strict=True):
        trainer.append(maker.sequence(types, firsts, case), gold_labels(document, words))


def train(files: Sequence[Path], out: Path, lists: dict[str, list[str]]) -> None:
    """Train on ``files`` and write the model's files to ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    gazetteer = Gazetteer(lists)
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=SETTINGS, verbose=False)
    makers: dict[str, FeatureMaker] = {}
    for path in files:
        for document in read_documents(path):
            maker = makers.setdefault(document.language, FeatureMaker(document.language, gazetteer))
            add_document(trainer, maker, document)
    trainer.train(str(out / "names.crfsuite"))
    (out / "gazetteer.json").write_bytes(msgspec.json.encode(lists) + b"\n")
    about = About(name="names-crf-1", languages=tuple(sorted(makers)))
    (out / "names.json").write_bytes(msgspec.json.encode(about) + b"\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the command line, train, and say how long it took."""
    parser = argparse.ArgumentParser(prog="python -m training.names", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with xx-train.jsonl files")
    parser.add_argument("--languages", nargs="*", help="only these; default: every file of the folder")
    parser.add_argument("--out", type=Path, default=FOLDER, help="where the model goes")
    options = parser.parse_args(arguments)
    files = sorted(options.data.glob("*-train.jsonl"))
    if options.languages:
        files = [path for path in files if path.name.split("-")[0] in options.languages]
    if not files:
        print(f"no xx-train.jsonl in {options.data}", file=sys.stderr)
        return 2
    began = time.perf_counter()
    train(files, options.out, read_gazetteers())
    print(f"trained on {len(files)} files in {time.perf_counter() - began:.0f} s")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
