"""Copies: how many are found and how many of those found are right, by kind; and how fast reports are signed.

The reports of bench/copies are our own.  Of each an edited copy of every kind is made (edits.toml), the same ones in
every run; translations were made by hand.  Each copy is looked up among all originals and among texts that are no
copies: other agencies' reports of the same events, later reports, and reports made from one template.  The stories are
split in two halves: thresholds were chosen on the one, and the figures of the other are those that count.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from twosource.model import Report
from twosource.pipeline import annotate
from twosource.stories.copies_index import CopyIndex
from twosource.stories.copies_signature import CopySignature, sample, sign_copy, sign_words
from twosource.stories.copies_signing import BATCH, Signer

HERE = Path(__file__).parent / "copies"
HALVES = ("chosen", "shown")
WORDS, ROUNDS, RUN = 300, 40, 100
RECALL, PRECISION = 0.95, 0.98
_NUMBER = re.compile(r"\b\d{2,}\b")


class Text(NamedTuple):
    """A report: of which text it is a form, of which event, in which language, from when, with which credit."""

    name: str
    story: str
    language: str
    date: str
    credit: str
    paragraphs: tuple[str, ...]

    @property
    def half(self) -> str:
        """Return which half of the stories it belongs to."""
        return HALVES[crc32(self.story.encode()) % 2]

    def signed(self) -> CopySignature:
        """Return its signature, read as any report is."""
        text = "\n\n".join((*self.paragraphs, self.credit))
        return sign_copy(annotate(Report(self.name, self.name, text, language=self.language, published=self.date)))


def load(name: str) -> Iterator[Text]:
    """Yield the reports of a file of bench/copies."""
    for piece in (HERE / name).read_text(encoding="utf-8").split("\n=== ")[1:]:
        head, _, body = piece.partition("\n")
        text, story, language, date, credit = head.split(" ", 4)
        yield Text(text, story, language, date, credit, tuple(body.strip().split("\n\n")))


Edit = Callable[[Text, dict[str, Any], random.Random], Text]
"""An edit of a text, by the words of its language and by chance."""


def recredit(text: Text, table: dict[str, Any], chance: random.Random) -> Text:
    """Change the credit line."""
    return text._replace(credit=chance.choice([c for c in table["credits"] if c != text.credit]))


def advertise(text: Text, table: dict[str, Any], chance: random.Random) -> Text:
    """Add a paragraph about the paper at the end."""
    return text._replace(paragraphs=(*text.paragraphs, chance.choice(table["about"])))


def rehead(text: Text, table: dict[str, Any], chance: random.Random) -> Text:
    """Put another headline."""
    return text._replace(paragraphs=(chance.choice(table["headlines"]), *text.paragraphs[1:]))


def lead(text: Text, table: dict[str, Any], chance: random.Random) -> Text:
    """Put the paper's own sentence first."""
    head, *rest = text.paragraphs
    return text._replace(paragraphs=(head, chance.choice(table["leads"]), *rest))


def cut(text: Text, _: dict[str, Any], chance: random.Random) -> Text:
    """Leave out the end: one paragraph or two."""
    return text._replace(paragraphs=text.paragraphs[: -chance.choice((1, 2))])


def reorder(text: Text, _: dict[str, Any], chance: random.Random) -> Text:
    """Put the paragraphs behind the first in another order."""
    head, first, *rest = text.paragraphs
    return text._replace(paragraphs=(head, first, *chance.sample(rest, len(rest))))


def mistype(text: Text, _: dict[str, Any], chance: random.Random) -> Text:
    """Swap two letters in one word of twenty-five."""

    def typed(word: str) -> str:
        place = chance.randrange(1, max(2, len(word) - 1))
        swap = chance.random() < 0.04 and len(word) > 4
        return word[:place] + word[place : place + 2][::-1] + word[place + 2 :] if swap else word

    return _words(text, typed)


def round_numbers(text: Text, _: dict[str, Any], chance: random.Random) -> Text:
    """Round one number of three to its first digit."""

    def rounded(found: re.Match[str]) -> str:
        number = found[0]
        return number[0] + "0" * (len(number) - 1) if chance.random() < 1 / 3 else number

    return text._replace(paragraphs=tuple(_NUMBER.sub(rounded, paragraph) for paragraph in text.paragraphs))


def reword(text: Text, table: dict[str, Any], _: random.Random) -> Text:
    """Put words that mean the same, wherever the table has one."""
    other = dict(pair.split("=") for pair in table["words"])
    return _words(text, lambda word: other.get(word, word))


def _words(text: Text, change: Callable[[str], str]) -> Text:
    changed = (" ".join(change(word) for word in paragraph.split()) for paragraph in text.paragraphs)
    return text._replace(paragraphs=tuple(changed))


KINDS: dict[str, tuple[Edit, ...]] = {
    "exact, another credit": (recredit,),
    "boilerplate added": (recredit, advertise),
    "other headline": (rehead,),
    "other lead": (rehead, lead),
    "end cut": (cut,),
    "re-ordered": (reorder,),
    "typos": (mistype,),
    "numbers rounded": (round_numbers,),
    "reworded": (reword,),
    "cut, re-headed, other lead": (cut, rehead, lead, recredit),
    "re-ordered, reworded, typos": (reorder, reword, mistype),
    "all at once": (rehead, lead, cut, reorder, mistype, round_numbers, reword, recredit, advertise),
}
TRANSLATED: dict[str, tuple[Edit, ...]] = {
    "translated": (),
    "translated, cut": (cut,),
    "translated, re-headed, re-ordered": (rehead, reorder),
}


def edited(text: Text, edits: tuple[Edit, ...], tables: dict[str, Any]) -> Text:
    """Return a copy of a text after these edits; the same in every run."""
    chance = random.Random(f"{text.name} {text.language} {[edit.__name__ for edit in edits]}")
    for edit in edits:
        text = edit(text, tables[text.language], chance)
    return text


class Case(NamedTuple):
    """A text that is looked up: its kind, and whether it is a copy of the text of its name."""

    kind: str
    text: Text
    copy: bool = True


def cases(half: str, tables: dict[str, Any]) -> tuple[list[Text], list[Case]]:
    """Return the originals of a half and what is looked up among them."""
    forms = [text for text in load("translated.txt") if text.half == half]
    alone = [text for text in load("single.txt") if text.half == half]
    others = [text for text in load("negatives.txt") if text.half == half]
    originals, translations = forms[::2], forms[1::2]
    found = [Case(kind, edited(text, edits, tables)) for kind, edits in KINDS.items() for text in (*forms, *alone)]
    near = {"da", "nb", "nn", "sv"}
    for kind, edits in TRANSLATED.items():
        for first, second in zip(originals, translations, strict=True):
            where = "near" if {first.language, second.language} <= near else "far"
            found.append(Case(f"{kind} ({where})", edited(second, edits, tables)))
    found += [Case("no copy", text, copy=False) for text in others]
    return [*forms, *alone, *others], found


def look_up(half: str, tables: dict[str, Any], notes: bool) -> dict[str, Counter[str]]:
    """Look every case of a half up among the others' texts; return what was found, by kind."""
    originals, looked_up = cases(half, tables)
    index = CopyIndex()
    signed: dict[str, Text] = {}
    for number, text in enumerate(originals):
        signed[str(number)] = text
        index.add(_named(text.signed(), str(number)))
    found: dict[str, Counter[str]] = {}
    for case in looked_up:
        hits = [signed[other.report] for other, _ in index.find(case.text.signed())]
        count = found.setdefault(case.kind, Counter())
        hits = [hit for hit in hits if _may_find(case, hit)]
        right = [hit for hit in hits if case.copy and hit.name == case.text.name]
        wrong = [hit for hit in hits if hit not in right]
        count.update(given=int(case.copy), found=int(bool(right)), right=len(right), wrong=len(wrong))
        if notes and (wrong or (case.copy and not right)):
            print(half, case.kind, case.text.name, case.text.language, "->", [hit.name for hit in wrong] or "none")
    return found


def _named(signature: CopySignature, name: str) -> CopySignature:
    return CopySignature(*(name if f == "report" else getattr(signature, f) for f in CopySignature.__struct_fields__))


def _may_find(case: Case, hit: Text) -> bool:
    """Tell whether a hit counts: not the text itself, and of a translation not the text that it was edited from."""
    if not case.copy:
        return hit != case.text
    return not (case.kind in _translated() and hit.name == case.text.name and hit.language == case.text.language)


def _translated() -> set[str]:
    return {f"{kind} ({where})" for kind in TRANSLATED for where in ("near", "far")}


def show(half: str, found: dict[str, Counter[str]]) -> bool:
    """Print the figures of a half, and tell whether they reach their floors."""
    print(f"-- {half}", flush=True)
    total: Counter[str] = Counter()
    for kind, count in found.items():
        total += count
        if count["given"]:
            print(f"{kind:36} recall {_share(count['found'], count['given'])}  precision {_precision(count)}")
        else:
            print(f"{kind:36} {count['wrong']} taken for copies")
    recall = total["found"] / total["given"]
    precision = total["right"] / max(1, total["right"] + total["wrong"])
    print(f"{'all':36} recall {_share(total['found'], total['given'])}  precision {_precision(total)}")
    return recall >= RECALL and precision >= PRECISION


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f} ({part} of {whole})" if whole else "-"


def _precision(count: Counter[str]) -> str:
    return _share(count["right"], count["right"] + count["wrong"])


def speed() -> None:
    """Print how many reports are signed a second on one core: many at once as in a stream, and one by one."""
    words = " ".join(" ".join(text.paragraphs) for text in load("translated.txt")).split()
    for length in (100, 200, WORDS):
        texts = [" ".join(words[n : n + length]) for n in range(0, len(words) - length, 37)]
        alone = _rate(lambda text: sample(sign_words(text)), texts)
        reports = [(str(n), Report("x", "x", text, language="nb")) for n, text in enumerate(texts)]
        together = _rate(Signer().sign, [(reports * BATCH)[n : n + BATCH] for n in range(RUN)], BATCH)
        print(f"{length} words: {together:,.0f} signed a second, {BATCH} at once; {alone:,.0f} one by one")
    reading = annotate(Report("x", "x", " ".join(words[:WORDS]), language="nb"))
    print(f"{WORDS} words, with consonants and anchors: {_rate(sign_copy, [reading]):,.0f} signed a second")


def _rate(function: Callable[[Any], object], items: list[Any], each: int = 1) -> float:
    """Return the best rate of many short runs; the processor's time counts, so that others disturb it little.

    ``each`` is how many reports an item holds.
    """
    best = 0.0
    for _ in range(ROUNDS):
        start = time.process_time()
        for number in range(RUN // each + 1):
            function(items[number % len(items)])
        best = max(best, (RUN // each + 1) * each / (time.process_time() - start))
    return best


def main() -> None:
    """Measure and print; leave with status 1 where the figures of the half that is shown are under their floors."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--half", choices=HALVES, help="only this half")
    parser.add_argument("--notes", action="store_true", help="print what was missed and what was wrong")
    options = parser.parse_args()
    tables = tomllib.loads((HERE / "edits.toml").read_text(encoding="utf-8"))
    reached = [show(half, look_up(half, tables, options.notes)) for half in HALVES if options.half in (None, half)]
    speed()
    sys.exit(0 if reached[-1] else 1)


if __name__ == "__main__":
    main()
