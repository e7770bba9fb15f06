"""How fast and how large: each room, the whole reading, the tables of each language, the commands from their start.

Prints one table.  Texts are the repository's own reports (``examples``, ``tests/golden``), each room's time is that of
this process alone (other programs on the machine do not count).  The texts are new to the process the first time; the
second reading shows what a run comes to in which all words have been met.  ``--texts FILE`` adds reports from JSON
lines (``text``, ``language``); ``--before FOLDER`` reads others first, as a process does that has run for a while.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from pathlib import Path

import msgspec

from twosource.annotate.draft import Draft
from twosource.annotate.stages import STAGES
from twosource.ingest.text import make_report
from twosource.language.identify import identify
from twosource.language.tables import GENERIC, HERE, codes, load_or_generic
from twosource.model import Report

ROOT = Path(__file__).parent.parent
PAIR = ROOT / "examples" / "viking-sky-2019-03"
COMMAND = [sys.executable, "-m", "twosource"]
WORDS = 300
BEFORE = 200
"""So many reports of each file are read before the time is taken, where that is asked."""
TAGGING = "names (words)"
GOALS = {
    "times+figures": 300,
    "quotes+attributions": 200,
    "whole reading": 100,
    TAGGING: 60_000,
}


def run(arguments: list[str]) -> tuple[float, float]:
    """Return the wall time in seconds and the peak memory in MB of one run of the command."""
    start = time.perf_counter()
    process = subprocess.Popen([*COMMAND, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    done = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(done[1])
    if process.returncode:
        raise SystemExit(f"twosource {' '.join(arguments)} failed")
    return time.perf_counter() - start, done[2].ru_maxrss / 1024


def texts(more: str | None) -> Iterator[tuple[str, str | None]]:
    """Yield (text, language where it is known) of every report of the repository, and of a file of JSON lines."""
    for folder in ("examples", "tests/golden"):
        for path in sorted((ROOT / folder).glob("*/**/*.txt")):
            yield path.read_text(encoding="utf-8"), None
    if more:
        for line in Path(more).read_text(encoding="utf-8").splitlines():
            item = json.loads(line)
            yield item["text"], item.get("language")


def reports(more: str | None) -> list[Report]:
    """Return the reports to read, their languages identified."""
    made = []
    for number, (text, language) in enumerate(texts(more)):
        report = make_report(text, source=str(number))
        code = language or identify(report.text, report.body).code
        made.append(msgspec.structs.replace(report, language=code))
    return made


def read(items: Iterable[Report]) -> Counter[str]:
    """Read reports and return the seconds that each stage took.

    All reports pass one stage before the next one begins: asking for the time can itself take a millisecond.
    """
    link = import_module("twosource.link").identify
    took: Counter[str] = Counter()
    start = time.process_time()

    def timed(name: str, since: float) -> float:
        now = time.process_time()
        took[name] += now - since
        return now

    drafts = [Draft(report=report, language=load_or_generic(report.language)) for report in items]
    at = timed("tokens", start)
    for stage in STAGES:
        run_stage = stage.function()
        for draft in drafts:
            setattr(draft, stage.gives, list(run_stage(draft)))
        at = timed(stage.name, at)
    for draft in drafts:
        link(draft.reading())
    timed("link", at)
    return took


def examples(codes: Iterable[str]) -> list[Report]:
    """Return the sentences of our own that stand beside the tables of languages, as reports of twenty each."""
    made = []
    for code in sorted(codes):
        found = [
            example["text"]
            for path in sorted((HERE / code / "examples").glob("*.toml"))
            for example in tomllib.loads(path.read_text(encoding="utf-8")).get("example", ())
        ]
        for at in range(0, len(found), 20):
            report = make_report("\n\n".join(found[at : at + 20]), source=f"{code}:{at}")
            made.append(msgspec.structs.replace(report, language=code))
    return made


def others(folder: str) -> Iterator[Report]:
    """Yield the first reports of each file of JSON lines (``text``, ``language``) of a folder."""
    for path in sorted(Path(folder).glob("*-train.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines()[:BEFORE]:
            item = json.loads(line)
            report = make_report(item["text"], source=f"{path.stem}:{item['id']}")
            yield msgspec.structs.replace(report, language=item["language"])


def rooms(more: str | None, before: str | None) -> None:
    """Print the speed of each room, in reports of 300 words a second: of new texts, and of the same once more."""
    items = reports(more)
    random.Random(1).shuffle(items)
    words = sum(len(report.text.split()) for report in items)
    read(examples({report.language for report in items}))  # loads the tables, and knows the commonest words
    if before is not None:
        known = list(others(before))
        read(known)
        print(f"in a process that has read {sum(len(report.text.split()) for report in known)} words of other reports")
    first, again = read(items), read(items)
    count = words / WORDS
    print(
        f"{len(items)} reports, {words} words; reports of {WORDS} words a second on one core, new texts and once more"
    )
    for name in (*(name for name, _ in first.most_common()), *GOALS):
        line = f"  {name:<22}"
        for took in (first, again):
            parts = took if name == "whole reading" else name.split(" ")[0].split("+")
            seconds = sum(took[part] for part in parts)
            line += f"{words / seconds if name == TAGGING else count / seconds:>9.0f}"
            line += "         " if name == TAGGING else f"{seconds / count * 1000:>6.2f} ms"
        print(line + (f"   (goal {GOALS[name]})" if name in GOALS else ""))


def tables() -> None:
    """Print how long each language's tables take to load, every room's, from their files; ms of processor time."""
    rows = {
        "times": ("twosource.annotate.times.grammar", "grammar_of", ("past",)),
        "figures": ("twosource.annotate.figures.lexicon", "lexicon", ()),
        "happenings": ("twosource.annotate.happenings.lexicon", "lexicon", ()),
        "speech": ("twosource.annotate.quotes.grammar", "grammar_of", ()),
        "places": ("twosource.link.places", "gazetteer_of", ()),
        "roles": ("twosource.link.role_table", "roles_of", ()),
    }
    made = {name: getattr(import_module(module), function) for name, (module, function, _) in rows.items()}
    print("tables, ms of one core a language (goal: times and figures 50)")
    print("      " + "".join(f"{name:>12}" for name in rows) + "         all")
    for name, function in made.items():
        function(GENERIC, *rows[name][2])
    for code in codes():
        found = []
        for name, function in made.items():
            start = time.process_time()
            function(code, *rows[name][2])
            found.append((time.process_time() - start) * 1000)
        print(f"  {code:<4}" + "".join(f"{value:>12.1f}" for value in found) + f"{sum(found):>12.1f}")


NAMES = (
    "Hansen",
    "Berg",
    "Dahl",
    "Moe",
    "Strand",
    "Vik",
    "Solberg",
    "Haugen",
    "Lie",
    "Nygaard",
    "Aune",
    "Bakke",
    "Eide",
    "Foss",
    "Grande",
    "Hegge",
    "Iversen",
    "Juvik",
    "Krogh",
    "Lunde",
    "Myhre",
    "Nes",
    "Opdal",
    "Rustad",
    "Sande",
    "Tveit",
    "Ulven",
    "Vold",
    "Wiik",
    "Ødegård",
    "Åsen",
    "Brekke",
    "Fjeld",
    "Gulli",
    "Holte",
    "Klev",
    "Mork",
    "Rød",
)
PLACES = (
    "Narvik",
    "Molde",
    "Alta",
    "Skien",
    "Hamar",
    "Larvik",
    "Halden",
    "Moss",
    "Arendal",
    "Bodø",
    "Kongsvinger",
    "Florø",
    "Førde",
    "Voss",
    "Odda",
    "Røros",
    "Tynset",
    "Otta",
    "Lillehammer",
    "Gjøvik",
    "Hønefoss",
    "Notodden",
    "Rjukan",
    "Kragerø",
    "Risør",
    "Grimstad",
    "Mandal",
    "Flekkefjord",
    "Egersund",
    "Haugesund",
    "Stord",
)
EVENTS = (
    "brann",
    "ras",
    "eksplosjon",
    "flom",
    "kollisjon",
    "forlis",
    "strømbrudd",
    "streik",
    "skyting",
    "knivstikking",
    "gasslekkasje",
    "orkan",
    "snøskred",
    "flystyrt",
    "avsporing",
    "demonstrasjon",
    "razzia",
    "dambrudd",
    "oljelekkasje",
    "utbrudd",
)
AGENCIES = ("NTB", "Ritzau", "TT", "Reuters", "AFP")
SENTENCES = (
    "{hurt} personer er skadd, sier operasjonsleder {one} til {agency}.",
    "– Vi har fått melding om at flere er savnet, sier {two}.",
    "Rundt {some} personer ble evakuert fra {other}.",
    "Politimester {two} sier at årsaken er ukjent.",
    "Ifølge {agency} har myndighetene i {other} sendt hjelp.",
    "– Dette er en tung dag for {place}, sa {one} på en pressekonferanse søndag.",
    "Skadene anslås til over {few} millioner kroner.",
    "Det begynte klokken {hour}.30 fredag kveld, etter det NRK erfarer.",
    "Naboene forteller at de hørte et kraftig smell.",
    "Skolen i {other} holder stengt resten av uken, opplyser kommunen.",
    "{two} i rederiet bekrefter at skipet var på vei til {other}.",
    "To menn i {age}-årene er pågrepet og siktet for skadeverk.",
    "Sykehuset i {other} har tatt imot {few} pasienter med røykskader.",
    "Fagforeningen krever gransking av sikkerheten ved anlegget.",
    "Fabrikken med {some} ansatte står stille, sier direktør {one}.",
    "Fylkesveien mellom {place} og {other} er stengt for all trafikk.",
    "Forsvaret har sendt et helikopter og {few} soldater.",
    "Strømmen er borte hos {some} husstander, melder nettselskapet.",
    "Havforskerne tar prøver av vannet utenfor {place}.",
    "– Vi kom i siste liten, forteller passasjer {two}.",
    "Ordfører {one} ber folk koke drikkevannet.",
    "Kapteinen nekter straffskyld, sier forsvarer {two}.",
    "Jernbanen venter å åpne sporet igjen mandag morgen.",
    "Geologer frykter at mer av skråningen kan gli ut.",
    "Røde Kors deler ut tepper og mat i idrettshallen.",
)


def story(rnd: random.Random, count: int) -> Iterator[str]:
    """Yield the reports of one event, from sentences of our own with its own names, numbers and day.

    Each story has its own choice of sentences, and each of its reports takes most of them.
    """
    place, other, event = *rnd.sample(PLACES, 2), rnd.choice(EVENTS)
    one, two = rnd.sample(NAMES, 2)
    day, dead, hurt = rnd.randint(1, 27), rnd.randint(3, 90), rnd.randint(5, 300)
    own = rnd.sample(SENTENCES, 10)
    numbers = {"some": rnd.randint(100, 900), "few": rnd.randint(4, 90), "hour": rnd.randint(1, 12), "age": 20}
    for _ in range(count):
        agency, toll = rnd.choice(AGENCIES), dead + rnd.choice((0, 0, 1, 2))
        said = {**numbers, "hurt": hurt + rnd.choice((0, 0, 3)), "agency": agency, "one": one, "two": two}
        sentences = [text.format(place=place, other=other, **said) for text in rnd.sample(own, rnd.randint(6, 9))]
        yield (
            f" date 2021-05-{day:02d} \n{toll} døde etter {event} i {place}\n\n"
            f"Minst {toll} personer er omkommet etter en {event} i {place} natt til lørdag, opplyser politiet.\n\n"
            + "\n\n".join(sentences)
            + f"\n\n({agency})\n"
        )


def commands() -> None:
    """Print the time and memory of the commands from their start: the pair, 50 reports of a story, 1,000 of 100."""
    print("compare, process start included: wall seconds, MB of the first process")
    pair = [str(PAIR / "nb.txt"), str(PAIR / "da.txt")]
    best = sorted(run(["compare", "--format", "json", *pair]) for _ in range(7))[3]
    print(f"  one pair, median of 7 {best[0]:>9.2f} s{best[1]:>7.0f} MB   (goal 1 s, 250 MB)")
    for stories, each, goal in ((1, 50, 3), (100, 10, 30)):
        with tempfile.TemporaryDirectory() as folder:
            rnd = random.Random(stories)
            made = [text for _ in range(stories) for text in story(rnd, each)]
            for number, text in enumerate(made):
                Path(folder, f"{number:04}.txt").write_text(text, encoding="utf-8")
            for jobs in ("1", None):
                wishes = ["--jobs", jobs] if jobs else []
                wall, memory = run(["compare", "--format", "json", "--quiet", *wishes, folder])
                what = f"{stories * each} reports, {stories} stor{'y' if stories == 1 else 'ies'}, {jobs or 'all'} jobs"
                print(f"  {what:<32}{wall:>6.2f} s{memory:>7.0f} MB   (goal {goal} s)")


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", help="JSON lines of more reports to read")
    parser.add_argument("--before", metavar="FOLDER", help="other reports (*-train.jsonl) to read before: a long run")
    parser.add_argument("--only", choices=("rooms", "tables", "commands"), help="measure only this")
    wishes = parser.parse_args(arguments)
    gc.set_threshold(import_module("twosource.cli").COLLECT_AFTER)
    if wishes.only in (None, "tables"):
        tables()
    if wishes.only in (None, "rooms"):
        rooms(wishes.texts, wishes.before)
    if wishes.only in (None, "commands"):
        commands()
    print(f"this process at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
